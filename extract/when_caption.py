"""The day that the captions of a page's pictures state in full."""

from __future__ import annotations

from corpus.records import Document
from extract.dates_edtf import edtf_bounds
from extract.dates_find import find_dates


def caption_day(document: Document) -> str:
    """The one full date that the captions of the page state, or ''."""
    days = {
        found.edtf
        for zone in document.zones
        if zone.kind == "caption"
        for found in find_dates(document.text, zone.start, zone.end)
        if found.kind == "full" and found.edtf
    }
    bounds = edtf_bounds(document.published or "")
    days = {day for day in days if bounds is None or day[:10] <= bounds[1]}
    return days.pop() if len(days) == 1 else ""
