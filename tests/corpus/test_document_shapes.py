"""A report as a document: what it knows of itself, for any text whatever, in time that grows with its length."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import document_from_text
from corpus.pagedate import MINUTES
from corpus.records import Document, evidence_of

TEXT = """County committee meets on flood control - Shuixi Daily
Release time: 2022-03-05 09:30 Source: Shuixi Daily
SHUIXI, March 4 (Reporter Lin Yue) -- Fang Guolin presided over a meeting of the county committee¡¯s members.
He Min and Luo Qing attended the meeting.
Editor: Guan Xin
"""


def read(document: Document) -> list[str]:
    return [document.text[s.start : s.end] for s in document.sentences]


def test_a_report_in_full() -> None:
    document = document_from_text(TEXT, path="city/flood.txt")
    assert document.title == "County committee meets on flood control"
    assert read(document) == [
        "County committee meets on flood control",
        "Fang Guolin presided over a meeting of the county committee’s members.",
        "He Min and Luo Qing attended the meeting.",
    ]
    assert (document.published, document.source, document.dateline_place) == (
        "2022-03-05",
        "Shuixi Daily",
        "Shuixi",
    )
    assert [(name.name, name.function) for name in document.press] == [
        ("Lin Yue", "reporter"),
        ("Guan Xin", "editor"),
    ]
    assert document.repairs == ("GBK read as Latin-1",)
    assert (document.language, document.path) == ("en", "city/flood.txt")


def test_metadata_go_before_what_the_page_says() -> None:
    given_data = {
        "title": "  Another\nheadline ",
        "date": "2021-01-02",
        "source": "Linhe Post",
        "url": "https://linhe.example/a",
        "language": "fr",
    }
    document = document_from_text(TEXT, path="p.txt", metadata=given_data)
    assert (document.title, document.published, document.source) == (
        "Another headline",
        "2021-01-02",
        "Linhe Post",
    )
    assert (document.url, document.language) == ("https://linhe.example/a", "fr")


def test_the_id_follows_text_and_metadata_and_not_the_path() -> None:
    one = document_from_text(TEXT, path="a.txt")
    assert document_from_text(TEXT, path="b/c.txt").id == one.id
    assert document_from_text(TEXT + "More.", path="a.txt").id != one.id
    assert document_from_text(TEXT, path="a.txt", metadata={"date": "2022-03-06"}).id != one.id


def test_a_chinese_page_is_marked_as_such() -> None:
    assert document_from_text("县委召开会议，研究防汛工作。方国林主持会议。", path="p.txt").language == "zh"


def test_wrapped_lines_are_named_among_the_repairs() -> None:
    document = document_from_text(
        "The members of the county committee met for the whole of the day and\n"
        "spoke about the dyke, the pumps and the harvest of the coming year,\n"
        "and about what to do if the river rose above the old bridge again.",
        path="p.txt",
    )
    assert document.repairs == ("hard line breaks joined",)
    assert len(document.sentences) == 1


PIECES = st.sampled_from(
    ["Reporter ", "(", ")", "Editor: ", "Lin Yue", "\n", ". ", "March 5", "2022-03-05", "By ", "Source: ", " -- ", "Photo ",
     "¡¯", "\x00", "\ud800", "\u202e", "县", "SHUIXI, ", "Minutes of the ", "Copyright ", "present: ", "/", "[", "】", "é", "e\u0301"]
)  # fmt: skip


@given(st.text() | st.lists(PIECES | st.text(max_size=5), max_size=30).map("".join))
def test_any_text_makes_a_document_whose_offsets_are_true(text: str) -> None:
    document = document_from_text(text, path="any.txt", metadata={"title": text[:30], "date": text[:10]})
    zones = [zone for zone in document.zones if zone.kind in ("title", "body")]
    for sentence in document.sentences:
        evidence = evidence_of(document, sentence.start, sentence.end)
        assert evidence.quote == evidence.quote.strip() != ""
        assert [z.kind for z in zones if z.start <= sentence.start and sentence.end <= z.end] == [
            sentence.zone
        ]
    assert all(a.end <= b.start for a, b in pairwise(document.sentences))
    for name in document.press:
        assert document.text[name.start : name.end] == name.name
    document.text.encode("utf-8")


@given(st.text())
def test_the_same_text_makes_the_same_document(text: str) -> None:
    assert document_from_text(text, path="p") == document_from_text(text, path="p")


@given(st.text(st.characters(codec="utf-8")))
def test_reading_the_final_text_again_changes_no_character(text: str) -> None:
    """Repairs come to an end: what a store keeps is what a second reading would keep."""
    once = document_from_text(text, path="p").text
    assert len(document_from_text(once, path="p").text) == len(once)


@pytest.mark.parametrize(
    "piece",
    ["a", " ", "\n", "(", ")", "[(", "Reporter ", "(Reporter ", "Editor: ", "Source: ", "By ", "Lin ", "Lin Yue, ", "1", "2022-",
     "March ", "-- ", "é", "¡", "¡¯", "县", ". ", "Photo/", "> ", "| ", "Present: ", "Copyright ", "and ", "A.", "\t", "’", "News "]
)  # fmt: skip
def test_endless_repetition_takes_seconds(piece: str) -> None:
    text = piece * (300_000 // len(piece))
    began = time.perf_counter()
    document = document_from_text(text, path="long.txt", metadata={"title": text[:200_000]})
    assert document.path == "long.txt"
    assert time.perf_counter() - began < 20


def test_lines_of_signs_are_searched_once_for_the_head_of_minutes() -> None:
    began = time.perf_counter()
    assert MINUTES.search("\n (" * 7000) is None
    assert time.perf_counter() - began < 2
