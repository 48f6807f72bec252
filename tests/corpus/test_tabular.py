"""Tables and JSON lines: a report a row, and the rows that hold none with the reason."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.formats import UnreadableError
from corpus.tabular import read_csv, read_jsonl


def lines(*values: object) -> bytes:
    return "\n".join(v if isinstance(v, str) else json.dumps(v) for v in values).encode()


def test_a_table_with_metadata() -> None:
    data = (
        'Headline,Published,Outlet,Link,Reporter,Lang,Body\r\n'
        '"Dyke, and pumps",2022-03-05,Shuixi Daily,https://a.example,Lin Yue,en,"Fang Guolin spoke.\n\nHe Min left."\r\n'
    ).encode()
    (report,), bad = read_csv(data)
    assert bad == []
    assert (report.row, report.text) == (1, "Fang Guolin spoke.\n\nHe Min left.")
    assert report.metadata == {
        "title": "Dyke, and pumps", "date": "2022-03-05", "source": "Shuixi Daily", "url": "https://a.example",
        "author": "Lin Yue", "language": "en",
    }  # fmt: skip


@pytest.mark.parametrize("column", ["text", "content", "body", "article", "report", "full_text", "translation", " TEXT "])
def test_names_of_the_text_column(column: str) -> None:
    reports, _ = read_csv(f"id,{column}\n7,Fang Guolin spoke.\n".encode())
    assert [report.text for report in reports] == ["Fang Guolin spoke."]


def test_rows_without_text_are_named_and_the_others_are_read() -> None:
    reports, bad = read_csv(b"title,text\na,One spoke.\nb,\nc\nd,Two spoke.\ne,   \n")
    assert [(report.row, report.text) for report in reports] == [(1, "One spoke."), (4, "Two spoke.")]
    assert bad == [(2, "the row has no text"), (3, "the row has no text"), (5, "the row has no text")]


def test_a_table_in_gb18030_is_named_as_such() -> None:
    reports, _ = read_csv("title,text\n会议,县委召开会议研究防汛工作\n".encode("gb18030"))
    assert reports[0].text == "县委召开会议研究防汛工作"
    assert reports[0].repairs == ("read as GB18030",)


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"name,age\nFang Guolin,50\n", "no text column: expected one of text, content.*found name, age"),
        (b"", "empty"),
        (b'text\n"' + b"a" * 9_000_000 + b'"\n', "line 2: field larger than field limit"),
    ],
    ids=["no text column", "empty", "endless cell"],
)
def test_a_table_that_cannot_be_read(data: bytes, message: str) -> None:
    with pytest.raises(UnreadableError, match=message):
        read_csv(data)


def test_json_lines() -> None:
    data = lines(
        {"title": "Dyke", "text": "Fang Guolin spoke.", "date": 2022},
        "",
        "{not json",
        ["a list"],
        {"title": "no text"},
        {"Content": "He Min left.", "tags": ["x"], "source": None},
    )
    reports, bad = read_jsonl(data)
    assert [(r.row, r.text, r.metadata) for r in reports] == [
        (1, "Fang Guolin spoke.", {"title": "Dyke", "date": "2022"}),
        (6, "He Min left.", {}),
    ]
    assert [number for number, _ in bad] == [3, 4, 5]
    assert bad[0][1].startswith("no JSON: ")
    assert [why for _, why in bad[1:]] == ["the line is no JSON object", "the row has no text"]


def test_json_that_nests_without_end_is_a_bad_line() -> None:
    reports, bad = read_jsonl(lines("[" * 100_000, {"text": "He Min left."}))
    assert [number for number, _ in bad] == [1]
    assert [report.row for report in reports] == [2]


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["Cc"]))))
def test_every_text_of_a_json_file_comes_back_or_is_named(texts: list[str]) -> None:
    reports, bad = read_jsonl(lines(*({"text": text} for text in texts)))
    assert {r.row: r.text for r in reports} == {n: t for n, t in enumerate(texts, 1) if t.strip()}
    assert [number for number, _ in bad] == [n for n, t in enumerate(texts, 1) if not t.strip()]


@given(st.text(st.characters(codec="utf-8", exclude_characters="\x00")))
def test_any_table_is_read_or_refused(text: str) -> None:
    try:
        read_csv(("text\n" + text).encode())
    except UnreadableError as error:
        assert str(error)
