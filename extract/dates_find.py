"""Find the dates of a text: full, month and day, ordinals of days, weekdays, 'yesterday'; never ordinals of sessions."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from functools import lru_cache

from corpus.needed import guarded
from extract.dates_patterns import (
    DAY_MONTH,
    DAYS,
    DIGIT,
    FIGURES_APART,
    MONTH_DAY,
    MONTH_ONLY,
    NAMED_MONTH,
    NTH_DAY,
    NUMBERS,
    NUMERIC,
    RELATIVE,
    VAGUE,
    WEEKDAY,
    YEARS,
)
from extract.dates_readers import (
    read_days,
    read_month,
    read_month_day,
    read_numbered,
    read_numbers,
    read_numeric,
    read_relative,
    read_spelled,
    read_vague,
    read_weekday,
    read_year,
)
from extract.dates_spelled import NUMBERED, SPELLED
from extract.dates_words import MONTH_NAMES, DateMention

_Reader = Callable[["re.Match[str]", str, int], Iterator[DateMention]]
_Cue = Callable[[str], object]

OF_A_LAW = guarded(
    r"\b(?:law|act|decree|resolution|ordinance|regulation|directive|order)s? (?:no\.?|nº|n\.º|number)? ?\d{1,4}/(?:19|20)\d\d,? of (?:the )?$",
    re.IGNORECASE,
)
"""In front of the day of a law: 'Decree-Law No. 6/2018, of March 14th'."""


@lru_cache(maxsize=1 << 12)
def find_dates(text: str, start: int, end: int) -> tuple[DateMention, ...]:
    """Find the dates of `text[start:end]`, in the order of the text and without overlaps.

    Offsets are code points of `text`. 'the 18th National Congress', '19th collective study', '48 hours' or the 'May 4
    Movement' hold no date. A numeric date that can be read two ways (03/04/2018) names a day only where the page's other dates tell which.
    """
    words = text[start:end].lower()
    figures = DIGIT.search(words) is not None
    found: list[DateMention] = []
    month = _MONTH_STEMS(words) and NAMED_MONTH.search(text, start, end) is not None
    for grammar, reader, needs_figures, holds in _GRAMMARS:
        # most sentences hold no date: what every date of a grammar holds is looked for first
        if (needs_figures and not figures) or not (month if holds is None else holds(words)):
            continue
        starts = [mention.start for mention in found]
        fresh: list[DateMention] = []
        for match in grammar.finditer(text, start, end):
            before = bisect_left(starts, match.end())
            if not before or found[before - 1].end <= match.start():
                fresh += reader(match, text, end)
        if fresh:
            found = sorted((*found, *fresh), key=lambda mention: mention.start)
    if found and OF_A_LAW.possible(text[start:end].lower()):
        found = [mention for mention in found if not OF_A_LAW.pattern.search(text, start, mention.start)]
    return tuple(found)


def _any_of(*stems: str) -> _Cue:
    """Whether one of the stems stands in words in small letters."""

    def holds(words: str) -> bool:
        for stem in stems:  # noqa: SIM110 (no generator: most of the time this loop is all that is done)
            if stem in words:
                return True
        return False

    return holds


_MONTH_STEMS = _any_of(*(name[:3] for name in MONTH_NAMES))
_GRAMMARS: tuple[tuple[re.Pattern[str], _Reader, bool, _Cue | None], ...] = (
    (NUMERIC, read_numeric, True, FIGURES_APART.search),
    (SPELLED, read_spelled, False, _any_of(" day of ")),
    (NUMBERED, read_numbered, False, _any_of(" month ")),
    (MONTH_DAY, read_month_day, True, None),
    (DAY_MONTH, read_month_day, True, None),
    (NUMBERS, read_numbers, True, _any_of(",")),
    (MONTH_ONLY, read_month, False, None),
    (DAYS, read_days, True, NTH_DAY.search),
    (WEEKDAY, read_weekday, False, _any_of("day")),
    (RELATIVE, read_relative, False, _any_of("day", "night", "morning", "afternoon", "evening", "tomorrow")),
    (VAGUE, read_vague, False, _any_of("recent", "ago", "day", "week", "month", "year")),
    (YEARS, read_year, True, _any_of("18", "19", "20")),
)
"""Each grammar with its reader, whether it needs figures, and what any of its dates holds (None: the name of a month)."""
