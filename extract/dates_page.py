"""The date of a page, of which perhaps no year is known, and days counted from it."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

DAY = re.compile(r"(\d{4}|XXXX)-(\d{2})-(\d{2})")
Resolved = tuple[str | None, str]
"""A date (EDTF) and the rule that gave it, or None and the reason."""


@dataclass(frozen=True, slots=True)
class PageDate:
    """The page date: month and day are known, the year perhaps not."""

    year: int | None
    month: int
    day: int

    @property
    def known(self) -> date | None:
        """Return the day, None where the year is not known."""
        return date(self.year, self.month, self.day) if self.year else None


def page_date(published: str | None) -> PageDate | None:
    """Read the page date; None where it is no day, or none of the calendar."""
    match = DAY.fullmatch(published or "")
    if match is None:
        return None
    year = int(match[1]) if match[1] != "XXXX" and int(match[1]) else None
    month, day = int(match[2]), int(match[3])
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year or 2000, month)[1]:
        return None
    return PageDate(year, month, day)


def step_from(origin: PageDate, days: int, surface: str, rule: str) -> Resolved:
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
