"""Dates as reports print them, as EDTF (ISO 8601-2): find, complete, compare.

`find_dates` says what the words alone say, X for the digits that they leave out; `resolve_date` completes them from
the page date by fixed rules and says which; `edtf_bounds` and `edtf_contains` compare.
"""

from __future__ import annotations

from extract.dates_edtf import edtf_bounds, edtf_contains, is_edtf
from extract.dates_find import find_dates
from extract.dates_resolve import resolve_date
from extract.dates_words import DateKind, DateMention
from extract.dates_year import year_in_name

__all__ = [
    "DateKind",
    "DateMention",
    "edtf_bounds",
    "edtf_contains",
    "find_dates",
    "is_edtf",
    "resolve_date",
    "year_in_name",
]
