"""Dates in words: 'the seventh day of September in the year two thousand', 'the 3rd day of May, nineteen hundred and four'."""

from __future__ import annotations

import re

from extract.dates_words import MONTH
from extract.number_words import NUMBERS, ORDINALS

DAYS = (
    {word: number for number, word in enumerate(ORDINALS, 1)}
    | {f"twenty {word}": number for number, word in enumerate(ORDINALS[:9], 21)}
    | {"thirtieth": 30, "thirty first": 31}
)
SPACED = r"(?:\s+|-)"
_DAY = "|".join(sorted((day.replace(" ", SPACED) for day in DAYS), key=len, reverse=True))
_SMALL = "|".join(sorted(NUMBERS, key=len, reverse=True))
_YEAR = (
    rf"(?:two{SPACED}thousand|(?:eighteen|nineteen|twenty){SPACED}hundred|(?:eighteen|nineteen|twenty)(?={SPACED}(?:{_SMALL})))"
    rf"(?:,?\s+and)?(?:{SPACED}(?:{_SMALL}))?(?:{SPACED}(?:{_SMALL}))?"
)
SPELLED = re.compile(
    rf"\b(?P<d>(?i:{_DAY})|\d{{1,2}}(?:st|nd|rd|th)?)\s+(?i:day\s+of)\s+(?P<m>{MONTH})(?!\w),?"
    rf"(?:\s+(?i:(?:in\s+)?the\s+year(?:\s+of\s+our\s+lord)?,?\s+)?(?:(?P<y>(?:18|19|20)\d\d)\b|(?P<words>(?i:{_YEAR}))\b))?"
)

UNITS = "|".join(sorted((word for word, number in NUMBERS.items() if number < 20), key=len, reverse=True))
NUMBERED = re.compile(
    rf"(?:\A|(?<=\n))[ \t]*(?P<m>(?i:{'|'.join(list(NUMBERS)[:12])})) month (?P<d>(?:twenty|thirty)(?:[- ](?:{UNITS}))?|{UNITS}) day(?=,? [A-Z])"
)
"""'one month eighteen day Tan Heng visited': how a translator leaves the figures of a date, at the head of a paragraph."""


def month_and_day(match: re.Match[str]) -> tuple[int, int]:
    """The month and the day of a match of `NUMBERED`."""
    days = [NUMBERS[word] for word in re.split(r"[\s-]+", match["d"])]
    return NUMBERS[match["m"].lower()], sum(days)


def day_number(words: str) -> int:
    """The number of a day in words or figures: 'twenty-first' -> 21."""
    plain = " ".join(re.split(r"[\s-]+", words.lower()))
    return DAYS[plain] if plain in DAYS else int(re.sub(r"\D", "", plain))


def year_number(words: str) -> int:
    """The number of a year in words: 'two thousand and five' -> 2005, 'nineteen ninety-nine' -> 1999."""
    parts = [part for part in re.split(r"[\s,-]+", words.lower()) if part != "and"]
    if parts[:2] == ["two", "thousand"]:
        return 2000 + sum(NUMBERS[part] for part in parts[2:])
    rest = parts[2:] if parts[1:2] == ["hundred"] else parts[1:]
    return NUMBERS[parts[0]] * 100 + sum(NUMBERS[part] for part in rest)
