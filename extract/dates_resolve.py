"""Complete a date from the page's own date, an earlier date of the text, or the year in the meeting's name.

Every rule says its name, or why it gave up. What is completed is never later than the page date, and a digit that
nothing gives stays X.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from extract.dates_edtf import edtf_bounds
from extract.dates_words import WEEKDAYS, YEAR, DateMention

LOOK_BACK = 300
"""Days before the page date in which a day without a year is looked for: a report of 2 January is about 31 December,
but '10 March' on a page of 5 January may be the March to come."""
Resolved = tuple[str | None, str]
SAID_YEAR = re.compile(r"\b(this|last)\s+year$", re.IGNORECASE)
SAID_MONTH = re.compile(
    r"\b(?:(?P<this>inst\b|instant|this\s+month)|(?P<last>ult\b|ultimo|last\s+month))\.?$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Page:
    """The page date: month and day are known, the year perhaps not."""

    year: int | None
    month: int
    day: int

    @property
    def known(self) -> date | None:
        return date(self.year, self.month, self.day) if self.year else None


def year_in_name(text: str) -> str | None:
    """Find the year in a meeting's own name ('2018 Work Conference'), None where there is none or several."""
    spans = re.sub(rf"\b{YEAR}\s*[-–/]\s*(?:{YEAR}|\d{{2}})\b", " ", text)  # '2021-2025 Plan' is no year
    years = set(re.findall(rf"(?<![\w./-]){YEAR}(?![\w-]|\.\d|/\d)", spans))
    return years.pop() if len(years) == 1 else None


def resolve_date(
    mention: DateMention,
    *,
    published: str | None,
    anchors: Sequence[str] = (),
    year_hint: str | None = None,
) -> Resolved:
    """Complete `mention`.

    `published` is the page's date (EDTF, perhaps with an unknown year), `anchors` the dates (EDTF) named before it in
    the text, in order, `year_hint` the year in the meeting's own name. Returns the EDTF date and the rule that gave
    it, or None and the reason; digits that nothing gives stay X.
    """
    if not re.match(r"XXXX|[1-9]\d{3}", published or ""):
        published = None  # a page of the year 999 is a slip
    page = _page(published)
    if mention.kind in ("full", "year", "month"):
        return _stated(mention)
    if mention.kind == "month-day":
        return _month_day(mention, published, page, year_hint)
    if mention.kind == "day":
        return _with_year(mention, _day_of_month(mention, page, anchors), page, year_hint)
    if mention.kind == "weekday":
        return _weekday(mention, page)
    if mention.kind == "relative":
        return _with_year(mention, _relative(mention, page, anchors), page, year_hint)
    return None, f"'{mention.surface}' names no day"


def _page(published: str | None) -> _Page | None:
    match = re.fullmatch(r"(\d{4}|XXXX)-(\d{2})-(\d{2})", published or "")
    if match is None:
        return None
    year = int(match[1]) if match[1] != "XXXX" and int(match[1]) else None
    month, day = int(match[2]), int(match[3])
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return _Page(year, month, day)


def _stated(mention: DateMention) -> Resolved:
    if not mention.edtf:
        return None, f"'{mention.surface}' can be read two ways"
    if mention.edtf.startswith("XXXX"):
        return mention.edtf, "stated without a year"
    return mention.edtf, "stated in full" if mention.kind == "full" else f"stated as a {mention.kind}"


def _month_day(
    mention: DateMention, published: str | None, page: _Page | None, year_hint: str | None
) -> Resolved:
    for year, rule in (*_page_years(mention, published, page), *_hinted(mention, page, year_hint)):
        return mention.edtf.replace("XXXX", f"{year:04d}"), rule
    return mention.edtf, "no year is stated"


def _page_years(mention: DateMention, published: str | None, page: _Page | None) -> list[tuple[int, str]]:
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


def _hinted(mention: DateMention, page: _Page | None, year_hint: str | None) -> list[tuple[int, str]]:
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


def _with_year(mention: DateMention, found: Resolved, page: _Page | None, year_hint: str | None) -> Resolved:
    """'XXXX-12-09', counted from a page date without a year: the year may stand in the meeting's name."""
    day, rule = found
    if day is None or not re.match(r"XXXX-\d", day) or (page is not None and page.year):
        return found
    dated = replace(mention, edtf=day)
    for year, why in _hinted(dated, page, year_hint):
        return day.replace("XXXX", f"{year:04d}"), f"{rule}; {why}"
    return found


def _day_of_month(mention: DateMention, page: _Page | None, anchors: Sequence[str]) -> Resolved:
    numbers = [int(part[-2:]) for part in mention.edtf.split("/")]
    near = _anchored(numbers, anchors)
    if page is None:
        return (near, "month of the date before it") if near else (mention.edtf, "no month is stated")
    year, month = page.year, page.month
    said = SAID_MONTH.search(mention.surface)
    if said is not None and said["this"] and numbers[-1] > page.day:
        return None, f"'{mention.surface}' would be after the page date"
    if numbers[-1] > page.day or (said is not None and said["last"]):
        year, month = (year, month - 1) if month > 1 else (year - 1 if year else None, 12)
    if numbers[-1] > monthrange(year or 2000, month)[1]:
        return None, f"'{mention.surface}' is no day of the month before the page date"
    found = "/".join(f"{_four(year)}-{month:02d}-{number:02d}" for number in numbers)
    if near and near[5:7] != found[5:7]:
        return mention.edtf, f"the page date says {found}, the date before it {near}"
    if mention.weekday is not None and year and date.fromisoformat(found[-10:]).weekday() != mention.weekday:
        return mention.edtf, f"{found} is not the weekday that is printed"
    return found, "latest such day before the page date"


def _four(year: int | None) -> str:
    return f"{year:04d}" if year else "XXXX"


def _anchored(numbers: Sequence[int], anchors: Sequence[str]) -> str | None:
    """'July 12 ... on the 13th': a day not before the last date named is of that month."""
    last = next((anchor[-10:] for anchor in reversed(anchors) if _has_month(anchor[-10:])), None)
    if last is None or numbers[0] < int(last[-2:]):
        return None
    year = int(last[:4]) if last[:4].isdigit() and int(last[:4]) else 2000
    if numbers[-1] > monthrange(year, int(last[5:7]))[1]:
        return None
    return "/".join(f"{last[:8]}{number:02d}" for number in numbers)


def _has_month(anchor: str) -> bool:
    return _page(anchor) is not None


def _weekday(mention: DateMention, page: _Page | None) -> Resolved:
    words = mention.surface
    if re.match(r"next\s", words, re.IGNORECASE):
        return None, f"'{words}' is still to come"
    filed = page.known if page else None
    if filed is None:
        return (
            None,
            f"'{words}' and the page date has no year" if page else f"'{words}' and the page has no date",
        )
    wanted = [WEEKDAYS[word[:3].lower()] for word in re.findall(r"[A-Za-z]+day\b", words, re.IGNORECASE)]
    back = (filed.weekday() - wanted[-1]) % 7
    if re.match(r"(?:last|past)\s", words, re.IGNORECASE) and back <= filed.weekday():
        return None, f"'{words}' in the same week as the page date can be read two ways"
    last = filed - timedelta(days=back)
    if len(wanted) == 1:
        return last.isoformat(), "latest such weekday before the page date"
    first = last - timedelta(days=(last.weekday() - wanted[0]) % 7)
    return f"{first.isoformat()}/{last.isoformat()}", "latest such weekdays before the page date"


def _relative(mention: DateMention, page: _Page | None, anchors: Sequence[str]) -> Resolved:
    words = " ".join(mention.surface.lower().split())
    if words.startswith("tomorrow"):
        return None, f"'{mention.surface}' is still to come"
    if (
        "same" in words
        or words.startswith(("that ", "on that", "the previous", "the following", "the next"))
        or (words == "the day before")
    ):
        return _beside(mention, words, page, anchors)
    if page is None:
        return None, f"'{mention.surface}' and the page has no date"
    back = (
        2
        if "before yesterday" in words
        else 1
        if words.startswith(("yesterday", "last night", "last evening"))
        else 0
    )
    return _step(
        page, -back, mention.surface, "day of the page date" if not back else "day before the page date"
    )


def _beside(mention: DateMention, words: str, page: _Page | None, anchors: Sequence[str]) -> Resolved:
    """'The same day', 'the day before', 'the next day': counted from the date named before it."""
    anchor = _page(anchors[-1][-10:]) if anchors else None
    if anchor is None:
        return None, f"'{mention.surface}' and no day is named before it"
    days = (
        -1
        if words in ("the day before", "the previous day")
        else 1
        if "next" in words or "following" in words
        else 0
    )
    found, rule = _step(anchor, days, mention.surface, "counted from the date before it")
    filed = page.known if page is not None else None
    if found and filed is not None and not found.startswith("XXXX") and date.fromisoformat(found) > filed:
        return None, f"'{mention.surface}' would be after the page date"
    return found, rule


def _step(origin: _Page, days: int, surface: str, rule: str) -> Resolved:
    """Go some days from `origin`; with an unknown year not across the end of February, which may be the 29th."""
    known = date(
        origin.year or 2001, origin.month, min(origin.day, monthrange(origin.year or 2001, origin.month)[1])
    )
    if origin.year is None and (origin.month, origin.day) == (2, 29):
        known = date(2000, 2, 29)
    try:
        found = known + timedelta(days=days)
    except OverflowError:
        return None, f"'{surface}' leaves the calendar"
    if origin.year is not None:
        return found.isoformat(), rule
    if {known.month, found.month} == {2, 3}:
        return None, f"'{surface}' at the end of February of an unknown year"
    return f"XXXX-{found.month:02d}-{found.day:02d}", rule
