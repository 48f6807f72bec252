"""Dates as reports print them, as EDTF (ISO 8601-2): what the words say, and what the page's own date adds to it.

Digits that the text does not give are X ('April 19' is XXXX-04-19, 'the 15th' XXXX-XX-15). `resolve_date` completes
them from the page date by fixed rules and never otherwise; it says which rule it used, or why it could not.
"""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Literal

DateKind = Literal["full", "month-day", "day", "weekday", "relative", "year", "month", "vague"]
MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
WEEKDAYS = {
    name: number
    for number, name in enumerate(
        ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"]
    )
}
MONTH = "January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec"
DAY = r"(?:[12]\d|3[01]|0?[1-9])"
NTH = r"(?:\s?(?:st|nd|rd|th))"
YEAR = r"(?:1[89]|20)\d{2}"
WEEK = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
# Nouns after an ordinal that make it a number in a series, not a day of a month.
PATTERN = re.compile(
    rf"""
    (?P<iso>\b(?P<iy>{YEAR})[-/.](?P<im>\d{{1,2}})[-/.](?P<id>\d{{1,2}})\b)
  | \b(?:(?:{WEEK}),?\s+)?(?P<md>(?P<mm>{MONTH})\.?\s+(?:the\s+)?(?P<mday>{DAY}){NTH}?(?:\s*(?:-|–|—|to|and|through)\s*(?:(?P<mm2>{MONTH})\.?\s+)?(?P<mday2>{DAY}){NTH}?)?(?![\d:%]|\.\d|,\d{{3}})(?:,?\s+(?P<my>{YEAR})\b)?)
  | \b(?:(?:{WEEK}),?\s+)?(?:the\s+)?(?P<dm>(?P<dday>{DAY}){NTH}?(?:\s*(?:-|–|—|to|and)\s*(?P<dday2>{DAY}){NTH}?)?\s+(?:of\s+)?(?P<dmon>{MONTH})\b\.?(?:,?\s+(?P<dy>{YEAR})\b)?)
  | \b(?P<my2>(?P<mon3>{MONTH})\.?,?\s+(?:of\s+)?(?P<year3>{YEAR}))\b
  | \b(?P<week>(?:last|this|on)\s+(?P<weekday>{WEEK}))\b(?!,?\s+(?:{MONTH}|\d))
  | \b(?P<day>(?:on\s+|morning\s+of\s+|afternoon\s+of\s+|evening\s+of\s+)the\s+(?P<dom>{DAY}){NTH}|the\s+(?P<dom2>{DAY}){NTH})(?!\s*(?:-|–)\s*\d)(?!\w)(?!\s+(?:of\s+)?(?:{MONTH})\b)
  | \b(?P<rel>yesterday|today|this\s+(?:morning|afternoon|evening)|tonight|last\s+night)\b
  | \b(?P<vague>recently|a\s+few\s+days\s+ago|the\s+other\s+day|in\s+recent\s+days|earlier\s+this\s+(?:week|month|year)|last\s+(?:week|month|year))\b
  | (?:(?<=\bin\ )|(?<=\bof\ ))(?P<year>{YEAR})\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
AFTER_DAY = re.compile(
    r"\s*(?:$|[.,;:)\]”\"’]|—|–|-\s|(?:in|at|by|to|and|when|with|with|the|a|an|of\s+(?:this|that|last)|over|via|is|was|were|saw|marks|marked|he|she|our|local|afternoon|morning|evening|during|under|on|while|after|before|for|for)\b|[A-Z(“])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date as printed at `start:end`; `edtf` is what the words alone say ('' where they name no day)."""

    start: int
    end: int
    surface: str
    edtf: str
    kind: DateKind


def find_dates(text: str, start: int, end: int) -> tuple[DateMention, ...]:
    """Find the dates of `text[start:end]`; ordinals of sessions and congresses are no dates."""
    out = []
    for match in PATTERN.finditer(text, start, end):
        found = _read(match, text, end)
        if found is not None:
            out.append(
                DateMention(
                    start=match.start(), end=match.end(), surface=match.group(), edtf=found[0], kind=found[1]
                )
            )
    return tuple(out)


def _read(match: re.Match[str], text: str, end: int) -> tuple[str, DateKind] | None:
    if match["iso"]:
        value = _day(match["iy"], int(match["im"]), int(match["id"]))
        return (value, "full") if value else None
    if match["md"]:
        return _month_day(match, "mm", "mday", "mday2", "my", text)
    if match["dm"]:
        return _month_day(match, "dmon", "dday", "dday2", "dy", text)
    if match["my2"]:
        return f"{match['year3']}-{MONTHS[match['mon3'].lower()]:02d}", "month"
    if match["week"]:
        return "", "weekday"
    if match["day"]:
        number = int(match["dom"] or match["dom2"])
        tail = text[match.end() : min(end, match.end() + 24)]
        if not AFTER_DAY.match(tail) or SERIES.match(tail):
            return None
        if not match["dom"] and re.match(r"\s+[A-Z]", tail):
            return None  # 'the 18th Lanzhou Municipal People's Congress'
        return f"XXXX-XX-{number:02d}", "day"
    if match["rel"]:
        return "", "relative"
    if match["vague"]:
        return "", "vague"
    return (match["year"], "year") if match["year"] else None


SERIES = re.compile(
    r"\s+(?:(?:CPC|Party|National|Central|Municipal|Provincial|City|County|District|NPC|Session|Plenary|Plenum|Congress|Meeting|Standing|Executive|Committee|"
    r"Five|Anniversary|Asian|Olympic|International|World|China|Group|Army|Politburo|Political|State|Annual|People)\b)"
)


def _month_day(
    match: re.Match[str], month: str, first: str, second: str, year: str, text: str
) -> tuple[str, DateKind] | None:
    word = match[month]
    if word.lower() in ("may", "march", "mar", "sep", "dec") and word[:1].islower():
        return None
    number = MONTHS[word.lower()]
    value = _day(match[year], number, int(match[first]))
    if value is None:
        return None
    kind: DateKind = "full" if match[year] else "month-day"
    if match[second]:
        other = MONTHS[match["mm2"].lower()] if month == "mm" and match["mm2"] else number
        last = _day(match[year], other, int(match[second]))
        if last is not None and last > value and "X" not in value:
            return f"{value}/{last}", kind
    return value, kind


def _day(year: str | None, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(int(year) if year else 2000, month)[1]:
        return None
    return f"{year or 'XXXX'}-{month:02d}-{day:02d}"


def year_in_name(name: str) -> str | None:
    """The year that stands in a meeting's own name ('2018 Work Conference'), None where none or several do."""
    years = set(re.findall(rf"(?<![\d-]){YEAR}(?![\d-])", name))
    return years.pop() if len(years) == 1 else None


def resolve_date(
    mention: DateMention,
    *,
    published: str | None,
    anchors: tuple[str, ...] = (),
    year_hint: str | None = None,
) -> tuple[str | None, str]:
    """Complete a date from the page's own date (`published`, EDTF) or the year in the meeting's name.

    Returns the EDTF date and the rule, or None and the reason. A completed date is never after the page date.
    """
    page = _page(published)
    if mention.kind == "full":
        return mention.edtf, "stated in full"
    if mention.kind in ("vague", "year", "month"):
        return None, f"'{mention.surface}' names no day"
    if mention.kind == "month-day":
        return _complete_year(mention.edtf, page, year_hint)
    if mention.kind == "day":
        return _complete_month(int(mention.edtf[-2:]), mention, page)
    if page is None:
        return None, f"'{mention.surface}' and the page has no date"
    year, month, day = page
    if mention.kind == "relative":
        back = 1 if mention.surface.lower() in ("yesterday", "last night") else 0
        return _step_back(year, month, day, back, mention.surface)
    if year is None:
        return None, f"'{mention.surface}' and the page date has no year"
    wanted = next(n for name, n in WEEKDAYS.items() if mention.surface.lower().endswith(name))
    filed = date(year, month, day)
    found = filed - timedelta(days=(filed.weekday() - wanted) % 7)
    return found.isoformat(), "weekday before the page date"


def _page(published: str | None) -> tuple[int | None, int, int] | None:
    match = re.fullmatch(r"(\d{4}|XXXX)-(\d{2})-(\d{2})", published or "")
    if not match:
        return None
    return (None if match[1] == "XXXX" else int(match[1])), int(match[2]), int(match[3])


def _complete_year(
    edtf: str, page: tuple[int | None, int, int] | None, year_hint: str | None
) -> tuple[str | None, str]:
    month, day = int(edtf[5:7]), int(edtf[8:10])
    if page is not None and page[0] is not None:
        for year in (page[0], page[0] - 1):
            if day > monthrange(year, month)[1]:
                continue
            behind = (date(page[0], page[1], page[2]) - date(year, month, day)).days
            if 0 <= behind <= 300 and (year_hint is None or int(year_hint) in (year, year + 1, year - 1)):
                return f"{year:04d}-{month:02d}-{day:02d}", "year of the page date"
    fits = year_hint is not None and day <= monthrange(int(year_hint), month)[1]
    if fits and (page is None or page[0] is None):
        return f"{year_hint}-{month:02d}-{day:02d}", "year in the meeting's name"
    return edtf, "no year is stated"


def _complete_month(
    day: int, mention: DateMention, page: tuple[int | None, int, int] | None
) -> tuple[str | None, str]:
    if page is None:
        return mention.edtf, "no month is stated"
    year, month, filed = page
    if day > filed:
        year, month = (year, month - 1) if month > 1 else (year - 1 if year else None, 12)
    if day > monthrange(year if year else 2000, month)[1]:
        return None, f"'{mention.surface}' is no day of the month before the page date"
    return f"{year if year else 'XXXX'}-{month:02d}-{day:02d}", "day before the page date"


def _step_back(year: int | None, month: int, day: int, back: int, surface: str) -> tuple[str | None, str]:
    if year is None and back and (month, day) == (3, 1):
        return None, f"'{surface}' before 1 March of an unknown year"
    known = year if year is not None else 2001
    try:
        found = date(known, month, day) - timedelta(days=back)
    except ValueError:
        return None, f"'{surface}': the page date is no day"
    return (
        found.isoformat() if year is not None else f"XXXX-{found.month:02d}-{found.day:02d}"
    ), "day of the page date"


@lru_cache(maxsize=20_000)
def edtf_bounds(value: str) -> tuple[str, str] | None:
    """The first and the last day of an EDTF date (ISO), None where its year is unknown or it is no EDTF."""
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    if not value or "XXXX" in value:
        return None
    try:
        parsed = parse_edtf(value)
    except EDTFParseException:
        return None
    low, high = parsed.lower_strict(), parsed.upper_strict()
    return (
        f"{low.tm_year:04d}-{low.tm_mon:02d}-{low.tm_mday:02d}",
        f"{high.tm_year:04d}-{high.tm_mon:02d}-{high.tm_mday:02d}",
    )
