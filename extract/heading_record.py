"""A heading above a list of people, what its words say of presence, and where its patterns are tried."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from corpus.needed import Guarded, small_whole
from corpus.starts import LINE, matches_at, starts

HOW = {
    "present": "attended",
    "in attendance": "attended",
    "attending": "attended",
    "attended": "attended",
    "absent": "absent",
    "excused": "absent",
    "not present": "absent",
    "not in attendance": "absent",
    "unable to attend": "absent",
}


class Heading(NamedTuple):
    """A heading at `at`, whose list may begin at `end`; `start` is that of the line; `by_line` where a line holds a person."""

    start: int
    at: int
    end: int
    words: str
    role: str
    by_line: bool = False


def tried_behind(
    rule: Guarded, text: str, before: re.Pattern[str] = LINE, end: int | None = None
) -> Iterator[re.Match[str]]:
    """Yield what a rule finds that matches only behind `before`, where the text has a word that it needs."""
    if not rule.possible(small_whole(text)):
        return iter(())
    return matches_at(rule.pattern, text, starts(text, before, end), end)
