"""Streets that read like people: 'Ms Hazel Brimble of Slip Lane asked' has one speaker, who lives there."""

from __future__ import annotations

import re

from extract.names_span import NameSpan

STREETS = tuple(
    f" {word}"
    for word in (
        *("Lane", "Road", "Street", "Avenue", "Close", "Drive", "Crescent", "Terrace", "Row", "Court", "Way"),
        *("Boulevard", "Gardens", "Grove", "Parade", "Walk", "Mews"),
    )
)
LIVES = re.compile(r"\b(?:of|in|at|on|from) (?:\d{1,5}[A-Za-z]? )?$")


def is_street(text: str, span: NameSpan) -> bool:
    """Whether a name ends as a street does and stands behind a word of place."""
    return (
        span.honorific == ""
        and span.surface.endswith(STREETS)
        and LIVES.search(text, max(0, span.start - 12), span.start) is not None
    )
