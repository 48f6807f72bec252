"""Documents of any text: zones partition it, sentences lie in them, credits stand where they say, and it takes little time."""

from __future__ import annotations

import itertools
import time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from corpus.document import document_from_text
from corpus.records import Document

PIECES = st.sampled_from(
    [
        *(
            "(Reporter: Lin Yue)",
            "(Reporter ",
            "Reporter",
            "Editor: ",
            "Source: ",
            "Photo by ",
            "By ",
            "[",
            ")",
            "（",
            "】",
        ),
        *(
            "Lin Yue",
            "Wang Lei, Li Na and He Bo",
            "Mr. ",
            "Cllr. A. Lane",
            "a.m. ",
            "U.S. ",
            "The mayor spoke.",
            ". ",
            "…",
        ),
        *(
            "BEIJING, May 8 (Xinhua) -- ",
            "2023-05-31 10:22",
            "May 8, 2022",
            "Party¡¯s",
            "â€™",
            "\ufffd",
            "\u200b",
            "会议。",
        ),
        *(
            "\n",
            "\n\n",
            " ",
            ", ",
            "; ",
            ": ",
            "-",
            "—",
            "Copyright 2022",
            "Special statement: ",
            "Recommended Reading",
            "PRESENT",
        ),
        *(
            "Home > News > City",
            "Minutes of the Council May 8, 2022 A",
            "County meets - Lin Daily",
            "x",
            "é",
            "/",
            "|",
            "\x00",
            "\r",
        ),
    ]
)
PAGES = st.one_of(st.text(max_size=300), st.lists(PIECES, max_size=40).map("".join))


def check(document: Document) -> None:
    """What holds for every document."""
    text, zones = document.text, document.zones
    assert [zone.start for zone in zones] == [0, *(zone.end for zone in zones[:-1])][: len(zones)]
    assert (zones[-1].end if zones else 0) == len(text)
    assert all(zone.start < zone.end for zone in zones)
    assert all(one.kind != other.kind for one, other in itertools.pairwise(zones))
    assert all(
        one.end <= other.start for one, other in zip(document.sentences, document.sentences[1:], strict=False)
    )
    for sentence in document.sentences:
        words = text[sentence.start : sentence.end]
        assert words == words.strip() != ""
        assert "\n" not in words
        assert any(
            zone.kind == sentence.zone and zone.start <= sentence.start and sentence.end <= zone.end
            for zone in zones
            if zone.kind in ("title", "body")
        )
    for credit in document.press:
        assert text[credit.start : credit.end] == credit.name
    for zone in zones:
        if zone.kind in ("title", "body"):
            kept = {n for s in document.sentences for n in range(s.start, s.end)}
            assert all(n in kept for n in range(zone.start, zone.end) if text[n].isalnum())
    assert text.encode("utf-8").decode("utf-8") == text


@settings(max_examples=300, deadline=None)
@given(PAGES)
@example("")
@example("\n")
@example("(Reporter: Lin Yue)")
def test_any_text_makes_a_document(page: str) -> None:
    document = document_from_text(page, path="a.txt")
    check(document)
    assert document_from_text(page, path="a.txt") == document


@settings(max_examples=100, deadline=None)
@given(PAGES, st.text(max_size=40), st.text(max_size=20))
def test_any_metadata_is_taken(page: str, title: str, date: str) -> None:
    check(
        document_from_text(
            page, path="a.txt", metadata={"title": title, "date": date, "url": title, "other": "x"}
        )
    )


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_reading_the_stored_text_again_repairs_nothing_more(page: str) -> None:
    first = document_from_text(page, path="a.txt")
    again = document_from_text(first.text, path="a.txt")
    check(again)
    assert set(again.repairs) <= {
        "holds replacement characters",
        "GBK read as Latin-1",
        "UTF-8 read as Windows-1252",
        "hard line breaks joined",
        "composed to NFC",
    }


def test_the_id_names_text_and_metadata_and_not_the_path() -> None:
    one = document_from_text("Mayor Fang spoke.", path="a.txt")
    assert one.id == document_from_text("Mayor Fang spoke.", path="b.txt").id
    assert one.id != document_from_text("Mayor Wang spoke.", path="a.txt").id
    assert one.id != document_from_text("Mayor Fang spoke.", path="a.txt", metadata={"date": "2022"}).id
    assert one.id == document_from_text("Mayor Fang spoke.", path="a.txt", metadata={"shelf": "7"}).id
    assert len(one.id) == 17
    assert one.id[0] == "d"


@pytest.mark.parametrize(
    ("text", "language"), [("Mayor Fang spoke.", "en"), ("县委召开会议。", "zh"), ("", "en")]
)
def test_language(text: str, language: str) -> None:
    assert document_from_text(text, path="a.txt").language == language
    assert document_from_text(text, path="a.txt", metadata={"language": "fr"}).language == "fr"


UNITS = (
    *(
        " ",
        "a",
        "(",
        ")",
        "[",
        "（",
        ".",
        "?",
        "\n",
        ",",
        ":",
        "-",
        "—",
        "/",
        "|",
        '"',
        "¡",
        "é",
        "â",
        "Â",
        "会",
        "\ufffd",
    ),
    *(
        "Reporter ",
        "(Reporter ",
        "Reporter: ",
        "Source: ",
        "Editor:",
        "Photo by ",
        "By ",
        "text/photo",
        "Wang Lei ",
        "Wang Lei, ",
    ),
    *(
        "A ",
        "A. ",
        "Mr. ",
        "Jan. ",
        "...a",
        '. "',
        "a.B",
        "1.1. ",
        "(a)",
        "(Xinhua) ",
        "BEIJING, May 8 (Xinhua) -- ",
    ),
    *(
        "2020-01-01 ",
        "2020-01-01 10:22 ",
        "12:30 ",
        "1 May 2020 ",
        "Minutes of the ",
        "http://",
        "> ",
        "- ",
        "_",
        "*a",
        "e\u0301",
    ),
    *("a" * 60 + "\n", "Reporter Wang Lei\n", "Source: x\n"),
)


@pytest.mark.parametrize("unit", UNITS)
def test_time_grows_with_the_length_and_no_faster(unit: str) -> None:
    def seconds(length: int) -> float:
        page = (unit * (length // len(unit) + 1))[:length]
        start = time.process_time()
        document_from_text(page, path="a.txt")
        return time.process_time() - start

    seconds(20_000)
    small = seconds(20_000)
    # ten times the length may take ten times as long; a hundred times would be a catastrophe
    assert seconds(200_000) < 30 * small + 0.3
