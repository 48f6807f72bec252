"""The month of a day that is printed without one: 'on the 13th', 'the 9th inst.'."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Sequence
from datetime import date

from extract.dates_page import PageDate, Resolved, page_date
from extract.dates_words import DateMention

SAID_MONTH = re.compile(
    r"\b(?:(?P<this>inst\b|instant|this\s+month)|(?P<last>ult\b|ultimo|last\s+month))\.?$", re.IGNORECASE
)


def day_of_month(mention: DateMention, page: PageDate | None, anchors: Sequence[str]) -> Resolved:
    """Complete the number of a day by the month of the page date, or of the date named before it."""
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
    return page_date(anchor) is not None
