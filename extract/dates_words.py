"""The words that dates are made of: months, weekdays, ordinals, and the nouns that make an ordinal a number in a series."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from extract.vocabulary import rows

DateKind = Literal["full", "month-day", "day", "weekday", "relative", "year", "month", "vague"]
MONTH_NAMES = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
MONTHS = {name: number for number, name in enumerate(MONTH_NAMES, 1)}
MONTHS |= {name[:3]: number for name, number in MONTHS.items()} | {"sept": 9}
WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
WEEKDAYS = {name[:3]: number for number, name in enumerate(WEEKDAY_NAMES)}

_SPELT = [name.title() for name in MONTH_NAMES] + [name.upper() for name in MONTH_NAMES]
# 'may' and 'march' in lower case are verbs
_SPELT += [name for name in MONTH_NAMES if name not in ("may", "march")]
_SHORT = [word.title() for word in MONTHS if len(word) in (3, 4) and word not in MONTH_NAMES]
MONTH = rf"(?:(?:{'|'.join(_SPELT)})\b|(?:{'|'.join([*_SHORT, *map(str.upper, _SHORT)])})\b\.?)"
WEEK = rf"(?:{'|'.join([*map(str.title, WEEKDAY_NAMES), *map(str.upper, WEEKDAY_NAMES)])})"
SHORT_WEEK = rf"(?:{WEEK}|(?:Mon|Tues?|Wed|Thurs?|Thu|Fri|Sat|Sun)\b\.?)"
NAMED_WEEKDAY = re.compile(rf"\b{SHORT_WEEK}", re.IGNORECASE)
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
NTH = r"(?:\s?(?:st|nd|rd|th|ST|ND|RD|TH))"
YEAR = r"(?:1[89]|20)\d{2}"
DASH = r"\s*(?:-|–|—|~|to|through|until)\s*(?:the\s+)?"
PART = r"(?:early\s+)?(?:morning|noon|afternoon|evening|night)"


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date as printed at `start:end`.

    `edtf` is what the words alone say, X for what they leave out ('' where they name no day); `kind` says how it is to
    be completed. `weekday` counts from Monday 0, None where none is printed.
    """

    start: int
    end: int
    surface: str
    edtf: str
    kind: DateKind
    weekday: int | None = None


@dataclass(frozen=True, slots=True)
class DateWords:
    """The closed word lists of `rules/date_words.csv`, as patterns."""

    series: re.Pattern[str]
    event: re.Pattern[str]
    follower: re.Pattern[str]
    count: re.Pattern[str]


@lru_cache(maxsize=1)
def date_words() -> DateWords:
    """Read the word lists (once)."""
    words: dict[str, list[str]] = {"series": [], "event": [], "follower": [], "count": []}
    for row in rows("date_words.csv"):
        words[row["use"]].append(r"\s+".join(re.escape(part) for part in row["word"].split()))
    joined = {use: "|".join(sorted(listed, key=lambda w: (-len(w), w))) for use, listed in words.items()}
    return DateWords(
        series=re.compile(rf"\b(?:{joined['series']})s?\b", re.IGNORECASE),
        event=re.compile(rf"[”\"’']?\s+(?:{joined['event']})\b", re.IGNORECASE),
        follower=re.compile(rf"\s+(?:{joined['follower']})\b"),
        count=re.compile(rf"\s+(?:[a-z-]+\s+)?(?:{joined['count']})\b"),
    )


def weekday_in(words: str) -> int | None:
    """The weekday printed in the words of a date, Monday 0; None where there is none."""
    match = NAMED_WEEKDAY.search(words)
    return WEEKDAYS[match.group()[:3].lower()] if match else None


def month_number(word: str) -> int:
    """The number of a month's name or its abbreviation."""
    return MONTHS[word.lower().rstrip(".")]
