"""Completing a date: from the page date, an earlier date, the meeting's name; and when to give up."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.dates_edtf import edtf_bounds, is_edtf
from extract.dates_find import find_dates
from extract.dates_resolve import resolve_date
from extract.dates_year import year_in_name


def resolved(
    text: str, published: str | None, year_hint: str | None = None, anchors: tuple[str, ...] = ()
) -> str | None:
    mention = find_dates(text, 0, len(text))[0]
    return resolve_date(mention, published=published, year_hint=year_hint, anchors=anchors)[0]


@pytest.mark.parametrize(
    ("phenomenon", "text", "published", "hint", "anchors", "expected"),
    [
        ("day of the same month", "on the 15th,", "2023-04-16", None, (), "2023-04-15"),
        ("day of the page itself", "on the 16th,", "2023-04-16", None, (), "2023-04-16"),
        ("larger day: month before", "on the 28th,", "2023-04-02", None, (), "2023-03-28"),
        ("larger day in January: year before", "on the 28th,", "2023-01-02", None, (), "2022-12-28"),
        ("page without a year", "on the 9th,", "XXXX-12-10", None, (), "XXXX-12-09"),
        ("page without a year, year in the name", "on the 9th,", "XXXX-12-10", "2021", (), "2021-12-09"),
        ("page without a year, January", "on the 28th,", "XXXX-01-02", None, (), "XXXX-12-28"),
        ("no such day in the month before", "on the 31st,", "2023-05-01", None, (), None),
        ("29 February, leap year", "on the 29th,", "2024-03-05", None, (), "2024-02-29"),
        ("29 February, no leap year", "on the 29th,", "2023-03-05", None, (), None),
        ("no page date", "on the 12th,", None, None, (), "XXXX-XX-12"),
        ("no page date, a date before it", "on the 13th,", None, None, ("XXXX-07-12",), "XXXX-07-13"),
        ("a date before it is later in the month", "on the 2nd,", None, None, ("XXXX-07-12",), "XXXX-XX-02"),
        (
            "page and date before it disagree",
            "on the 13th,",
            "2023-08-20",
            None,
            ("XXXX-07-12",),
            "XXXX-XX-13",
        ),
        ("page and date before it agree", "on the 13th,", "2023-07-20", None, ("XXXX-07-12",), "2023-07-13"),
        ("weekday of the ordinal is wrong", "Monday the 15th,", "2023-04-16", None, (), "XXXX-XX-15"),
        ("this month", "on the 15th of this month,", "2023-04-16", None, (), "2023-04-15"),
        ("this month, still to come", "on the 20th of this month,", "2023-04-16", None, (), None),
        ("last month", "on the 5th of last month,", "2023-04-16", None, (), "2023-03-05"),
        ("ordinals from and to", "from the 3rd to the 5th,", "2023-04-16", None, (), "2023-04-03/2023-04-05"),
        ("yesterday", "Yesterday,", "2020-07-26", None, (), "2020-07-25"),
        ("yesterday, page without a year", "Yesterday,", "XXXX-07-26", None, (), "XXXX-07-25"),
        ("yesterday, first of the year", "Yesterday,", "2020-01-01", None, (), "2019-12-31"),
        ("yesterday, 1 March of a leap year", "Yesterday,", "2020-03-01", None, (), "2020-02-29"),
        ("yesterday, 1 March of no known year", "Yesterday,", "XXXX-03-01", None, (), None),
        ("day before yesterday", "the day before yesterday,", "2020-07-26", None, (), "2020-07-24"),
        ("last night", "last night,", "2020-07-26", None, (), "2020-07-25"),
        ("this morning", "this morning,", "2020-07-26", None, (), "2020-07-26"),
        ("today without a page date", "Today,", None, None, (), None),
        ("tomorrow", "tomorrow,", "2020-07-26", None, (), None),
        ("the same day", "on the same day,", "2020-07-26", None, ("2020-07-24",), "2020-07-24"),
        ("the same day as nothing", "on the same day,", "2020-07-26", None, (), None),
        ("the day before", "the previous day,", "2020-07-26", None, ("2020-03-01",), "2020-02-29"),
        ("the next day", "the next day,", "2020-07-26", None, ("2020-07-24",), "2020-07-25"),
        ("the next day, after the page", "the next day,", "2020-07-26", None, ("2020-07-26",), None),
        ("weekday", "on Friday", "2024-05-08", None, (), "2024-05-03"),
        ("weekday of the page", "on Wednesday", "2024-05-08", None, (), "2024-05-08"),
        ("weekday, page without a year", "on Friday", "XXXX-05-08", None, (), None),
        ("weekday, no page date", "on Friday", None, None, (), None),
        ("last Friday, next week", "last Friday", "2024-05-13", None, (), "2024-05-10"),
        ("last Friday, same week: two readings", "last Friday", "2024-05-11", None, (), None),
        ("next Friday", "next Friday", "2024-05-08", None, (), None),
        ("weekday range", "from Monday to Tuesday", "2022-12-28", None, (), "2022-12-26/2022-12-27"),
        ("month and day, same year", "on April 19,", "2018-04-20", None, (), "2018-04-19"),
        ("month and day, year before", "on December 31,", "2020-01-02", None, (), "2019-12-31"),
        ("month and day too long ago to tell", "on March 10,", "2020-01-05", None, (), "XXXX-03-10"),
        ("month and day after the page", "on June 10,", "2018-04-20", "2018", (), "XXXX-06-10"),
        ("year in the meeting's name", "on April 19,", None, "2018", (), "2018-04-19"),
        ("page without a year, year in the name", "on December 9,", "XXXX-12-10", "2021", (), "2021-12-09"),
        ("no year anywhere", "on February 28,", None, None, (), "XXXX-02-28"),
        ("page of a month", "on April 19,", "2018-04", None, (), "2018-04-19"),
        ("page of a year: this year or the one before", "on April 19,", "2018", None, (), "XXXX-04-19"),
        ("this year", "on April 19 this year,", "2023-12-30", None, (), "2023-04-19"),
        ("last year", "on April 19 last year,", "2023-12-30", None, (), "2022-04-19"),
        ("29 February, no leap year", "on February 29,", "2019-03-02", None, (), "XXXX-02-29"),
        ("weekday agrees", "on Monday 21 July,", "1856-07-30", None, (), "1856-07-21"),
        ("weekday disagrees with the page", "on Tuesday 21 July,", "1856-07-30", None, (), "XXXX-07-21"),
        ("weekday disagrees with the name", "on Tuesday 21 July,", None, "1856", (), "XXXX-07-21"),
        ("two days", "June 28-29,", "2006-07-05", None, (), "2006-06-28/2006-06-29"),
        ("stated in full, after the page", "April 19, 2018,", "2018-01-01", None, (), "2018-04-19"),
        ("two readings", "03/04/2018", "2018-05-01", None, (), None),
        ("a month", "in May 2023,", "2023-06-01", None, (), "2023-05"),
        ("vague", "Recently,", "2023-06-01", None, (), None),
        ("a page date that is none", "on April 19,", "2018-02-31", None, (), "XXXX-04-19"),
    ],
)
def test_dates_are_completed_by_rule(
    phenomenon: str,
    text: str,
    published: str | None,
    hint: str | None,
    anchors: tuple[str, ...],
    expected: str | None,
) -> None:
    assert resolved(text, published, hint, anchors) == expected, phenomenon


def test_a_rule_or_a_reason_is_always_given() -> None:
    (mention,) = find_dates("on Friday", 0, 9)
    assert resolve_date(mention, published=None) == (None, "'on Friday' and the page has no date")


@pytest.mark.parametrize(
    ("name", "year"),
    [
        ("2018 Work Leading Group Meeting of Lin City", "2018"),
        ("“Smart Lin” 2021 Talent Summit", "2021"),
        ("the 2021-2025 Plan Meeting", None),
        ("the 2019 and 2020 Reviews", None),
        ("Notice 2018-04 of the Office", None),
        ("Work Conference", None),
        ("hotline 120180", None),
    ],
)
def test_the_year_in_a_meetings_name(name: str, year: str | None) -> None:
    assert year_in_name(name) == year


TEXTS = st.sampled_from(
    [
        "on the 15th,", "on the 31st,", "from the 30th to the 31st,", "yesterday", "today", "the same day,", "the next day",
        "last Friday", "on Monday", "from Sunday to Monday", "December 31", "February 29", "29 February", "June 28-29",
        "Tuesday 1 September", "the previous day", "April 3 this year", "May 9 last year", "the 30th ult.",
    ]
)  # fmt: skip
DAYS = st.dates(min_value=date(1000, 1, 1)).map(lambda day: day.isoformat())
UNKNOWN = DAYS.map(lambda day: "XXXX" + day[4:])
YEARS = st.integers(1800, 2099).map(str)


@given(
    TEXTS,
    st.one_of(st.none(), DAYS, UNKNOWN),
    st.one_of(st.none(), YEARS),
    st.lists(st.one_of(DAYS, UNKNOWN), max_size=2),
)
def test_completed_dates_are_valid_and_never_after_the_page(
    text: str, published: str | None, hint: str | None, anchors: list[str]
) -> None:
    for mention in find_dates(text, 0, len(text)):
        value, rule = resolve_date(mention, published=published, year_hint=hint, anchors=anchors)
        assert rule
        if value is None:
            continue
        assert is_edtf(value), value
        page, days = edtf_bounds(published or ""), edtf_bounds(value)
        if page is not None and days is not None:
            assert days[1] <= page[1], (value, published)


@given(st.text(max_size=12), st.text(max_size=6))
def test_a_page_date_or_year_that_is_none_is_not_used(published: str, hint: str) -> None:
    if re.fullmatch(r"\d{4}(-\d\d){0,2}|XXXX-\d\d-\d\d", published) or re.fullmatch(r"\d{4}", hint):
        return
    assert resolved("on April 19,", published, hint) == "XXXX-04-19"
