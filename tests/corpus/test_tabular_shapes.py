"""Tables and JSON lines: a report a row, and the rows that hold none with the reason."""

from __future__ import annotations

import csv
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.decoding import NotTextError
from corpus.formats import UnreadableError
from corpus.tabular import read_csv, read_jsonl


def lines(*values: object) -> bytes:
    return "\n".join(v if isinstance(v, str) else json.dumps(v) for v in values).encode()


def test_a_table_with_metadata() -> None:
    data = (
        b"Headline,Published,Outlet,Link,Reporter,Lang,Body\r\n"
        b'"Dyke, and pumps",2022-03-05,Shuixi Daily,https://a.example,Lin Yue,en,"Fang Guolin spoke.\n\nHe Min left."\r\n'
    )
    content = read_csv(data)
    (report,) = content.reports
    assert content.bad_rows == ()
    assert (report.row, report.text) == (1, "Fang Guolin spoke.\n\nHe Min left.")
    assert report.metadata == {
        "title": "Dyke, and pumps", "published": "2022-03-05", "source": "Shuixi Daily", "url": "https://a.example",
        "author": "Lin Yue", "language": "en",
    }  # fmt: skip


@pytest.mark.parametrize(
    "column", ["text", "content", "body", "article", "report", "full_text", "translation", " TEXT "]
)
def test_names_of_the_text_column(column: str) -> None:
    reports = read_csv(f"id,{column}\n7,Fang Guolin spoke.\n".encode()).reports
    assert [report.text for report in reports] == ["Fang Guolin spoke."]


def test_rows_without_text_are_named_and_the_others_are_read() -> None:
    content = read_csv(b"title,text\na,One spoke.\nb,\nc\nd,Two spoke.\ne,   \n")
    reports, bad = content.reports, list(content.bad_rows)
    assert [(report.row, report.text) for report in reports] == [(1, "One spoke."), (4, "Two spoke.")]
    assert bad == [(2, "the row has no text"), (3, "the row has no text"), (5, "the row has no text")]


def test_a_table_in_gb18030_is_named_as_such() -> None:
    reports = read_csv("title,text\n会议,县委召开会议研究防汛工作\n".encode("gb18030")).reports
    assert reports[0].text == "县委召开会议研究防汛工作"
    assert reports[0].repairs == ("read as GB18030",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"name,age\nFang Guolin,50\n", r"no text column \(text, content.* in the header 'name,age'"),
        (b"", "no text column"),
        (b'text\n"' + b"a" * 9_000_000 + b'"\n', "line 2: field larger than field limit"),
    ],
    ids=["no text column", "empty", "endless cell"],
)
def test_a_table_that_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read_csv(data)


@pytest.mark.parametrize("mark", [";", "\t", "|"])
def test_other_marks_between_columns(mark: str) -> None:
    (report,) = read_csv(f"title{mark}text\nDyke{mark}Fang Guolin spoke, He Min left.\n".encode()).reports
    assert (report.text, report.metadata) == ("Fang Guolin spoke, He Min left.", {"title": "Dyke"})


def test_a_cell_too_many_is_a_bad_row_and_not_half_a_report() -> None:
    content = read_csv(b"title,text\nDyke,Fang Guolin spoke, He Min left.\nPumps,Tian Bo spoke.\n")
    assert [report.text for report in content.reports] == ["Tian Bo spoke."]
    assert content.bad_rows == ((1, "3 cells under 2 columns: is a cell not quoted?"),)


def test_json_lines() -> None:
    data = lines(
        {"title": "Dyke", "text": "Fang Guolin spoke.", "date": 2022},
        "",
        "{not json",
        ["a list"],
        {"title": "no text"},
        {"Content": "He Min left.", "tags": ["x"], "source": None},
    )
    content = read_jsonl(data)
    reports, bad = content.reports, content.bad_rows
    assert [(r.row, r.text, r.metadata) for r in reports] == [
        (1, "Fang Guolin spoke.", {"title": "Dyke", "published": "2022"}),
        (6, "He Min left.", {}),
    ]
    assert [number for number, _ in bad] == [3, 4, 5]
    assert bad[0][1].startswith("no JSON: ")
    assert [why for _, why in bad[1:]] == ["the line is no JSON object", "the row has no text"]


def test_json_that_nests_without_end_is_a_bad_line() -> None:
    content = read_jsonl(lines("[" * 100_000, {"text": "He Min left."}))
    reports, bad = content.reports, content.bad_rows
    assert [number for number, _ in bad] == [1]
    assert [report.row for report in reports] == [2]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))))
def test_every_text_of_a_json_file_comes_back_or_is_named(texts: list[str]) -> None:
    content = read_jsonl(lines(*({"text": text} for text in texts)))
    reports, bad = content.reports, content.bad_rows
    assert {r.row: r.text for r in reports} == {n: t for n, t in enumerate(texts, 1) if t.strip()}
    assert [number for number, _ in bad] == [n for n, t in enumerate(texts, 1) if not t.strip()]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_any_table_is_read_or_refused(text: str) -> None:
    try:
        read_csv(("text\n" + text).encode())
    except (UnreadableError, NotTextError) as error:
        assert str(error)


def test_a_table_with_the_line_ends_of_old_macs_is_read() -> None:
    content = read_csv(b"title,text\rPumps,He Min spoke.\rDykes,Luo Qing spoke.\r")
    assert [report.text for report in content.reports] == ["He Min spoke.", "Luo Qing spoke."]


def test_a_header_that_csv_cannot_read_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("corpus.tabular.CELL_LIMIT", 10)
    before = csv.field_size_limit()  # of the whole process
    try:
        with pytest.raises(UnreadableError, match="line 1: field larger than field limit"):
            read_csv(b"a_very_long_name_of_a_column,text\nx,y\n")
    finally:
        csv.field_size_limit(before)
