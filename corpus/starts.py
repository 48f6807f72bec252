"""Patterns that match only where a line, or a sentence, begins: tried there and nowhere else."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

LINE = re.compile(r"\n")
CLAUSE = re.compile(r"\n|[.:;] ")


def starts(text: str, before: re.Pattern[str] = LINE, end: int | None = None) -> list[int]:
    """Return the beginning of the text and each place right behind `before`, in order."""
    return list(_starts(text, before, len(text) if end is None else end))


@lru_cache(maxsize=8)
def _starts(text: str, before: re.Pattern[str], end: int) -> tuple[int, ...]:
    """Several patterns are tried at the same places of a report, one behind the other: these are kept for a while."""
    return (0, *[found.end() for found in before.finditer(text, 0, end)])


def matches_at(
    pattern: re.Pattern[str], text: str, places: Iterable[int], end: int | None = None
) -> Iterator[re.Match[str]]:
    """Yield what `pattern.finditer` finds, of a pattern that can match at these places (in order) and nowhere else.

    A search asks at every letter what stands behind it; this asks at the places alone.
    """
    done = 0
    stop = len(text) if end is None else end
    for at in places:
        if at >= done and (match := pattern.match(text, at, stop)) is not None:
            yield match
            done = match.end()
