"""The year of a day that is printed without one: that of the page date, or that in the meeting's name."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from extract.dates_edtf import edtf_bounds
from extract.dates_page import PageDate, Resolved
from extract.dates_words import YEAR, DateMention

LOOK_BACK = 300
"""Days before the page date in which a day without a year is looked for: a report of 2 January is about 31 December,
but '10 March' on a page of 5 January may be the March to come."""
YEARS = re.compile(rf"\b{YEAR}\s*[-–/]\s*(?:{YEAR}|\d{{2}})\b")
"""'2021-2025 Plan': no year."""
YEAR_ALONE = re.compile(rf"(?<![\w./-]){YEAR}(?![\w-]|\.\d|/\d)")
SAID_YEAR = re.compile(r"\b(this|last)\s+year$", re.IGNORECASE)


def year_in_name(text: str) -> str | None:
    """Find the year in a meeting's own name ('2018 Work Conference'), None where there is none or several."""
    years = set(YEAR_ALONE.findall(YEARS.sub(" ", text)))
    return years.pop() if len(years) == 1 else None


def month_day(
    mention: DateMention, published: str | None, page: PageDate | None, year_hint: str | None
) -> Resolved:
    """Complete a day and a month by a year, where one is told."""
    for year, rule in (*_page_years(mention, published, page), *_hinted(mention, page, year_hint)):
        return mention.edtf.replace("XXXX", f"{year:04d}"), rule
    return mention.edtf, "no year is stated"


def _page_years(mention: DateMention, published: str | None, page: PageDate | None) -> list[tuple[int, str]]:
    """The one year in which the day is not after the page date, near it, and falls on its weekday."""
    bounds = edtf_bounds(published or "")
    if bounds is None:
        return []
    latest = date.fromisoformat(bounds[1])
    said = SAID_YEAR.search(mention.surface)
    fitting = []
    for year in (latest.year, latest.year - 1):
        days = _in_year(mention, year)
        if not days or days[-1] > latest or ((latest - days[0]).days > LOOK_BACK and said is None):
            continue
        if said is not None and year != latest.year - (said[1].lower() == "last"):
            continue
        fitting.append((year, days))
    if page is None and said is None and len((published or "").split("-")) == 1:
        return []  # a page of a year: the day may be of this year or of the one before
    return [(y, "year of the page date") for y, days in fitting[:1] if _weekday_fits(mention, days)]


def _hinted(mention: DateMention, page: PageDate | None, year_hint: str | None) -> list[tuple[int, str]]:
    if year_hint is None or not re.fullmatch(YEAR, year_hint):
        return []
    days = _in_year(mention, int(year_hint))
    if not days or not _weekday_fits(mention, days):
        return []
    if page is not None and page.known is not None and days[-1] > page.known:
        return []
    return [(int(year_hint), "year in the meeting's name")]


def _in_year(mention: DateMention, year: int) -> list[date]:
    """The days of 'XXXX-06-28/XXXX-06-29' in a year; empty where one of them does not exist in it."""
    days = []
    for part in mention.edtf.split("/"):
        month, day = int(part[5:7]), int(part[8:10])
        if day > monthrange(year, month)[1]:
            return []
        days.append(date(year, month, day))
    return days


def _weekday_fits(mention: DateMention, days: Sequence[date]) -> bool:
    """'Monday 21 July': a year in which it is no Monday is not the year."""
    return mention.weekday is None or mention.weekday in (days[0].weekday(), days[-1].weekday())


def with_year(
    mention: DateMention, found: Resolved, page: PageDate | None, year_hint: str | None
) -> Resolved:
    """Complete 'XXXX-12-09', counted from a page date without a year: the year may stand in the meeting's name."""
    day, rule = found
    if day is None or not re.match(r"XXXX-\d", day) or (page is not None and page.year):
        return found
    dated = replace(mention, edtf=day)
    for year, why in _hinted(dated, page, year_hint):
        return day.replace("XXXX", f"{year:04d}"), f"{rule}; {why}"
    return found


def with_anchored_year(mention: DateMention, day: str, anchors: Sequence[str]) -> Resolved | None:
    """'... sworn in on September 13, 2022 ... Tuesday, September 27': the year before it, if the day is that weekday in it."""
    years = {int(anchor[:4]) for anchor in anchors if anchor[:4].isdigit()}
    if not day.startswith("XXXX-") or mention.weekday is None or len(years) != 1:
        return None
    (year,) = years
    days = _in_year(mention, year)
    if not days or not _weekday_fits(mention, days):
        return None
    return day.replace("XXXX", f"{year:04d}"), "year of the date before it, in which it is that weekday"
