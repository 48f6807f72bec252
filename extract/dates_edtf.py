"""EDTF (ISO 8601-2) values: their bounds in days, containment, validity. Parsing is slow: results are kept."""

from __future__ import annotations

import re
from calendar import monthrange
from functools import lru_cache

PLAIN = re.compile(r"(?P<y>\d{4})(?:-(?P<m>0[1-9]|1[0-2])(?:-(?P<d>\d{2}))?)?")
MASK = re.compile(r"[\dX]{4}(?:-[\dX]{2}){0,2}")


@lru_cache(maxsize=20_000)
def edtf_bounds(value: str) -> tuple[str, str] | None:
    """Find the first and the last day (ISO) of an EDTF date.

    None where the year is unknown, the date is open on a side, or it is no EDTF. Plain dates are read here, the rest
    (intervals, sets, X digits) by the `edtf` library, which takes some ten milliseconds for each.
    """
    plain = PLAIN.fullmatch(value)
    if plain is not None:
        year, month, day = int(plain["y"]), plain["m"], plain["d"]
        last = monthrange(year, int(month))[1] if month and year else 31
        if not year or (day and not 1 <= int(day) <= last):
            return None
        low = f"{plain['y']}-{month or '01'}-{day or '01'}"
        return low, f"{plain['y']}-{month or '12'}-{day or f'{last:02d}'}"
    if not value or "XXXX" in value or not _days_exist(value):
        return None
    return _parsed_bounds(value)


def _parsed_bounds(value: str) -> tuple[str, str] | None:
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    try:
        parsed = parse_edtf(value)
    except EDTFParseException:
        return None
    low, high = parsed.lower_strict(), parsed.upper_strict()
    if isinstance(low, float) or isinstance(high, float):
        return None  # an open end is an infinity
    return (
        f"{low.tm_year:04d}-{low.tm_mon:02d}-{low.tm_mday:02d}",
        f"{high.tm_year:04d}-{high.tm_mon:02d}-{high.tm_mday:02d}",
    )


@lru_cache(maxsize=20_000)
def is_edtf(value: str) -> bool:
    """Is `value` a valid EDTF date of days that exist? (The library takes 30 February.)"""
    from edtf import parse_edtf
    from edtf.parser.edtf_exceptions import EDTFParseException

    if not _days_exist(value):
        return False
    try:
        parse_edtf(value)
    except EDTFParseException:
        return False
    return True


def _days_exist(value: str) -> bool:
    for year, month, day in re.findall(r"([\dX]{4})-(\d{2})-(\d{2})", value):
        known = int(year) if year.isdigit() and int(year) else 2000
        if 1 <= int(month) <= 12 and not 1 <= int(day) <= monthrange(known, int(month))[1]:
            return False
    return True


def edtf_contains(outer: str, inner: str) -> bool:
    """Does every day that `inner` can be lie in `outer`?

    '2023' holds '2023-05-17', 'XXXX-02-28' holds '2023-02-28'; a date of unknown year lies in no known year.
    """
    wide, narrow = edtf_bounds(outer), edtf_bounds(inner)
    if wide is not None and narrow is not None:
        return wide[0] <= narrow[0] and narrow[1] <= wide[1]
    if not MASK.fullmatch(outer) or not MASK.fullmatch(inner) or len(outer) > len(inner):
        return outer == inner and bool(outer)
    return all(o in ("X", i) for o, i in zip(outer, inner, strict=False))
