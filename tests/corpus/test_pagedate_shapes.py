"""The page's own date: stamp shapes to EDTF, and no date where the page has none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.pagedate import PageDate, edtf_day, page_date, stamps_in

BODY = "\nFang Guolin presided over the meeting of the county committee."


def day(text: str, *, metadata: str = "", url: str = "", filed: str = "") -> str | None:
    return page_date(text, metadata=metadata, url=url, filed=filed).day


@pytest.mark.parametrize(
    ("stamp", "expected"),
    [
        ("2022-03-05", "2022-03-05"),
        ("2022-3-5", "2022-03-05"),
        ("2022-03-05 09:30", "2022-03-05"),
        ("2022-03-05T09:30:00", "2022-03-05"),
        ("2022/03/05", "2022-03-05"),
        ("2022.03.05", "2022-03-05"),
        ("2022年3月5日", "2022-03-05"),
        ("2022-03-0509:30", "2022-03-05"),  # the space was lost
        ("March 5, 2022", "2022-03-05"),
        ("Mar. 5, 2022", "2022-03-05"),
        ("5 March 2022", "2022-03-05"),
        ("5th March 2022", "2022-03-05"),
        ("Saturday, March 5, 2022", "2022-03-05"),
        ("09:30 | 05/03/2022", "2022-03-05"),  # day first
        ("Release time: 2022-03-05", "2022-03-05"),
        ("Published on 5 March 2022", "2022-03-05"),
        ("Time: 2022-03-05 Source: Shuixi Daily", "2022-03-05"),
        ("[2022-03-05]", "2022-03-05"),
        ("source: Shuixi Daily 2022-03-05 [ font size:Large Medium Small]", "2022-03-05"),
        ("(March 5, 2022) On Friday, the county committee met.", "2022-03-05"),
        ("(on March 5, 2022) the county committee met.", None),
        ("The committee (March 5, 2022) met to speak of floods.", None),
        ("2024-02-29", "2024-02-29"),
        ("2023-02-29", None),  # no such day
        ("2022-13-05", None),
        ("1822-03-05", None),  # before newspapers on the web
        ("12022-03-05", None),  # part of a longer number
        ("03/05/2022", None),  # day first or month first: not guessed
        ("22-03-05", None),
        ("March 2022", None),
        ("", None),
    ],
)
def test_stamps(stamp: str, expected: str | None) -> None:
    assert day(f"County committee meets\n{stamp}{BODY}") == expected


@pytest.mark.parametrize(
    "sentence",
    [
        "On 2022-03-05 the committee met to speak of floods.",
        "The plan of March 5, 2022 was read out and agreed by all who were there.",
        "He took office on 5 March 2022, and left it in spring.",
    ],
)
def test_a_date_in_a_sentence_is_no_stamp(sentence: str) -> None:
    assert page_date(f"County committee meets\n{sentence}\n", metadata="", url="", filed="") == PageDate(
        day=None
    )


def test_the_span_of_the_stamp_takes_its_label_with_it() -> None:
    text = f"County committee meets\nRelease time: 2022-03-05 09:30{BODY}"
    span = page_date(text, metadata="", url="", filed="").span
    assert span is not None
    assert text[span[0] : span[1]] == "Release time: 2022-03-05 09:30"


def test_a_stamp_at_the_foot_counts_and_one_in_the_middle_does_not() -> None:
    filler = "The dyke was inspected and the river was low. " * 60
    assert day(f"Title\n{filler}\n{filler}\n2022-03-05") == "2022-03-05"
    assert day(f"Title\n{filler}\n2022-03-05\n{filler}") is None


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ({"metadata": "2022-03-05T08:00:00+08:00"}, "2022-03-05"),
        ({"metadata": "20220305"}, "2022-03-05"),
        ({"metadata": "2022-03"}, "2022-03"),
        ({"metadata": "2022"}, "2022"),
        ({"metadata": "2022-13"}, None),
        ({"metadata": "last spring"}, None),
        ({"url": "https://county.example/2022/03/05/flood.html"}, "2022-03-05"),
        ({"url": "https://county.example/a/20220305/c1.html"}, "2022-03-05"),
        ({"url": "https://county.example/2022-03/05/c1.html"}, "2022-03-05"),
        ({"url": "https://county.example/item/20229905.html"}, None),
        ({"filed": "March 5"}, "XXXX-03-05"),  # a dateline has no year, and none is made up
        ({"filed": "March 5, 2022"}, "2022-03-05"),
        ({"filed": "5th March"}, "XXXX-03-05"),
        ({"filed": "March 32"}, None),
        ({"filed": ""}, None),
        ({"metadata": "2021-01-01", "url": "https://county.example/2022/03/05/"}, "2021-01-01"),
        ({"url": "https://county.example/2022/03/05/", "filed": "March 7"}, "2022-03-05"),
    ],
)
def test_where_else_a_date_stands(sources: dict[str, str], expected: str | None) -> None:
    assert day(f"County committee meets{BODY}", **sources) == expected


def test_the_day_of_the_meeting_in_minutes_is_not_the_page_date() -> None:
    assert day("Minutes of the Harbour Board\nMarch 5, 2022\nPresent: Mr Lane, Mrs Stone\n") is None


@given(st.integers(1, 9999) | st.none(), st.integers(-1, 14), st.integers(-1, 33))
def test_edtf_day_is_a_day_or_nothing(year: int | None, month: int, number: int) -> None:
    written = edtf_day(year, month, number)
    if written is not None:
        assert written == f"{f'{year:04d}' if year else 'XXXX'}-{month:02d}-{number:02d}"
        assert 1 <= month <= 12 and 1 <= number <= 31


@given(st.text(st.sampled_from("2022-03/. May5,:年月日\n")))
def test_any_text(text: str) -> None:
    date = page_date(text, metadata=text[:20], url=text, filed=text[:12])
    assert date.span is None or 0 <= date.span[0] < date.span[1] <= len(text)
    assert all(0 <= a < b <= len(text) for a, b in stamps_in(text))
