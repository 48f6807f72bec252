"""What a page says of its own day: stamps in short lines at its head and foot, and the day of its dateline."""

from __future__ import annotations

import re
from datetime import date

from corpus.pagedate import CLOCK_OF_SITE, HEAD
from corpus.records import Document
from extract.dates_find import find_dates

STAMP = 34  # letters that a line of a page may hold besides its date: 'Monday, 11 May 2020 | Press Office'
EITHER = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
FILED = 3  # days within which a page is stamped after its dateline
SOON = 10  # days within which a page is stamped after what it tells
EDGE = 6  # lines at either end of a page in which its date stands


def filed_on(document: Document) -> str | None:
    """The page's date; where none with a year is known, the one full date that a short line at its head or foot holds.

    None where two such lines are of two years: neither says when the page was.
    """
    lines = [line for line in document.text.splitlines() if line.strip()]
    found: set[str] = set()
    for line in (*lines[:EDGE], *lines[-EDGE:]):
        dates = find_dates(line, 0, len(line)) if len(line) <= STAMP * 3 else ()
        full = [date for date in dates if date.kind == "full" and date.edtf]
        if full and CLOCK_OF_SITE.search(line, 0, full[0].start):
            continue
        if len(full) == 1 and len(line.strip()) - len(full[0].surface) <= STAMP:
            found.add(full[0].edtf)
    if len({day[:4] for day in found}) > 1:
        return None
    if document.published and document.published[:4].isdigit():
        return document.published
    if len(found) != 1:
        return document.published
    (day,) = found
    known = (document.published or "")[5:]
    return day if not known or not known[:1].isdigit() or day[5:] == known else document.published


def stamped_behind(document: Document, day: str) -> str:
    """'XXXX-12-07' of a page that is stamped on two days, one of them within a few days behind: the day of that year; '' for none."""
    text = document.text[:HEAD]
    found: set[str] = set()
    for line in text.splitlines():
        dates = find_dates(line, 0, len(line)) if 0 < len(line) <= STAMP * 3 else ()
        full = [d.edtf or d.surface for d in dates if d.kind == "full" and "/" not in d.edtf]
        if len(full) == 1 and len(line.strip()) <= STAMP + len(full[0]):
            found.add(full[0])
    last = day[-10:]
    fitting = set()
    for stamp in sorted({reading for words in found for reading in _readings(words)}):
        if 0 <= _gap(stamp, stamp[:4] + last[4:]) <= SOON:
            fitting.add(day.replace("XXXX", stamp[:4]))
    return fitting.pop() if len(fitting) == 1 else ""


def _readings(stamp: str) -> list[str]:
    """The days that a stamp can mean: '05-09-2023' is two."""
    if not (parts := EITHER.fullmatch(stamp)):
        return [stamp]
    return [
        f"{parts[3]}-{int(month):02d}-{int(day):02d}"
        for month, day in ((parts[1], parts[2]), (parts[2], parts[1]))
    ]


def dateline_day(document: Document, published: str | None) -> str:
    """The day of the dateline, in full, where the page is stamped on it or within three days behind; '' for none.

    'August 4, Linhe - The council met this morning' on a page of August 5 is about August 4.
    """
    page = published or ""
    if len(page) != len("2023-08-05") or not page[:4].isdigit():
        return ""
    stated = {
        found.edtf[4:]
        for zone in document.zones
        if zone.kind == "byline"
        for found in find_dates(document.text, zone.start, zone.end)
        if found.kind == "month-day" and "/" not in found.edtf
    }
    days = [_gap(page, page[:4] + day) for day in stated]
    fitting = len(days) == 1 and 0 <= days[0] <= FILED
    return page[:4] + stated.pop() if fitting else ""


def _gap(page: str, day: str) -> int:
    """How many days `page` is behind `day`, -1 where there is no such day."""
    try:
        return (date.fromisoformat(page) - date.fromisoformat(day)).days
    except ValueError:
        return -1
