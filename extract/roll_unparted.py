"""Names of an attendance list that follow each other without a sign between them: 'Ann Low Carl D. Moss Ian Fell'."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names_span import NameSpan
from extract.roll_name_words import INITIAL, PARTICLE, is_given
from extract.roll_names import name_at

AGREED = 0.7  # of the names of a run have a first name that is known


@lru_cache(maxsize=1 << 10)
def names_run(text: str, start: int, end: int) -> tuple[NameSpan, ...]:
    """Divide 'Ann Low Carl D. Moss Ian Fell' into its names; nothing where the division is not plain.

    Each name begins with a first name, an initial or a form of address; a name of a first name, initials and one word
    is taken before a longer one. Most of the first names must be known, and no other division may be as good.
    """
    words = [(match.start(), match.end()) for match in re.finditer(r"\S+", text[start:end])]
    if len(words) < 4:
        return ()
    best: list[tuple[float, int, tuple[NameSpan, ...]] | None] = [None] * (len(words) + 1)
    best[0] = (0.0, 1, ())
    for first in range(len(words)):
        here = best[first]
        if here is None:
            continue
        for width in range(2, 6):
            last = first + width - 1
            if last >= len(words):
                break
            span = name_at(text, start + words[first][0], start + words[last][1])
            if span is None or text[start + words[last][1] - 1] in ",;:":
                continue
            score = here[0] + _likeness(text, span)
            other = best[last + 1]
            if other is None or score > other[0]:
                best[last + 1] = (score, here[1], (*here[2], span))
            elif score == other[0]:
                best[last + 1] = (score, other[1] + here[1], other[2])
    whole = best[len(words)]
    if whole is None or whole[1] > 1 or len(whole[2]) < 2:
        return ()
    known = sum(
        is_given(span.name.split()[0]) or bool(span.honorific) or span.style == "initials"
        for span in whole[2]
    )
    return whole[2] if known >= AGREED * len(whole[2]) else ()


def _likeness(text: str, span: NameSpan) -> float:
    words = span.name.split()
    full = [word for word in words if not (INITIAL.fullmatch(word) or PARTICLE.fullmatch(word))]
    known = is_given(words[0]) or bool(span.honorific) or INITIAL.fullmatch(words[0]) is not None
    return (1.0 if known else 0.0) - (0.0 if len(full) <= 2 else 1.6)
