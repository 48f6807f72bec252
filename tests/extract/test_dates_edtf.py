"""EDTF values: bounds, containment, validity; the quick reading of plain dates agrees with the library."""

from __future__ import annotations

import pytest
from edtf import parse_edtf
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.dates_edtf import edtf_bounds, edtf_contains, is_edtf


@pytest.mark.parametrize(
    ("case", "value", "bounds"),
    [
        ("a day", "2018-04-19", ("2018-04-19", "2018-04-19")),
        ("a month", "2018-02", ("2018-02-01", "2018-02-28")),
        ("a month of a leap year", "2020-02", ("2020-02-01", "2020-02-29")),
        ("a year", "2018", ("2018-01-01", "2018-12-31")),
        ("two days", "2006-06-28/2006-06-29", ("2006-06-28", "2006-06-29")),
        ("a day of an unknown month", "2018-XX-XX", ("2018-01-01", "2018-12-31")),
        ("a decade", "201X", ("2010-01-01", "2019-12-31")),
        ("an unknown year", "XXXX-02-28", None),
        ("an unknown year in one end", "XXXX-02-28/2018-03-01", None),
        ("an open end", "2018-04-19/..", None),
        ("an open beginning", "../2018-04-19", None),
        ("no such day", "2019-02-29", None),
        ("no such month", "2018-13", None),
        ("nothing", "", None),
        ("words", "last week", None),
        ("year nought", "0000-01-01", None),
    ],
)
def test_bounds(case: str, value: str, bounds: tuple[str, str] | None) -> None:
    assert edtf_bounds(value) == bounds, case


@given(st.dates(), st.integers(1, 3))
@settings(max_examples=25, deadline=None)
def test_plain_dates_are_read_as_the_library_reads_them(day: object, parts: int) -> None:
    value = "-".join(str(day).split("-")[:parts])
    parsed = parse_edtf(value)
    low, high = parsed.lower_strict(), parsed.upper_strict()
    expected = tuple(f"{d.tm_year:04d}-{d.tm_mon:02d}-{d.tm_mday:02d}" for d in (low, high))
    assert edtf_bounds(value) == expected


@pytest.mark.parametrize(
    ("case", "outer", "inner", "holds"),
    [
        ("a day in its year", "2023", "2023-05-17", True),
        ("a day in its month", "2023-05", "2023-05-17", True),
        ("a year in its day", "2023-05-17", "2023", False),
        ("two days in their month", "2006-06", "2006-06-28/2006-06-29", True),
        ("itself", "2023-05-17", "2023-05-17", True),
        ("itself, unknown year", "XXXX-02-28", "XXXX-02-28", True),
        ("a known year in an unknown one", "XXXX-02-28", "2023-02-28", True),
        ("an unknown year in a known one", "2023", "XXXX-02-28", False),
        ("another day", "XXXX-02-28", "2023-02-27", False),
        ("nothing", "", "", False),
    ],
)
def test_containment(case: str, outer: str, inner: str, holds: bool) -> None:
    assert edtf_contains(outer, inner) is holds, case


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ("XXXX-02-29", True),
        ("XXXX-XX-15", True),
        ("XXXX-06-28/XXXX-06-29", True),
        ("XXXX-XX-15/XXXX-XX-17", True),
        ("XXXX-02-30", False),
        ("2019-02-29", False),
        ("19 April", False),
        ("", False),
    ],
)
def test_validity(value: str, valid: bool) -> None:
    assert is_edtf(value) is valid


@given(st.text(max_size=12), st.text(max_size=12))
@settings(deadline=None)
def test_any_text_is_refused_quietly(one: str, other: str) -> None:
    assert edtf_bounds(one) is None or edtf_contains(one, one)
    assert isinstance(edtf_contains(one, other), bool)
