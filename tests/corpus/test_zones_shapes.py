"""Zones: what of a page is read and what is set apart; they follow each other without a gap."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import document_from_text
from corpus.records import Document

FIRST = "Fang Guolin presided over a meeting of the county committee on flood control and on the harvest of the year."
SECOND = "He Min and Luo Qing attended the meeting and spoke about the dyke above the old bridge at Linhe."
HEADLINE = "County committee meets on flood control"


def page(*lines: str, title: str = "") -> Document:
    return document_from_text("\n".join(lines), path="page.txt", metadata={"title": title} if title else None)


def zone_of(document: Document, words: str) -> str:
    """The kind of the zone in which `words` begin."""
    at = document.text.index(words)
    return next(zone.kind for zone in document.zones if zone.start <= at < zone.end)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Share this article", "chrome"),
        ("Font: [Large Medium Small]", "chrome"),
        ("Home > News > Leaders", "chrome"),
        ("A+ A-", "chrome"),
        ("Print Close", "chrome"),
        ("县委召开会议", "chrome"),  # the original headline above a translation
        ("https://county.example/news/12.html", "chrome"),
        ("Special statement: texts quoted here belong to their owners.", "notice"),
        ("Copyright 2022 County Media Centre. All rights reserved.", "notice"),
        ("Reporter: Lin Yue Editor: Guan Xin", "byline"),
        ("Source: Shuixi Daily", "byline"),
        ("2022-03-05 09:30", "byline"),
        ("The members of the committee on the dyke (photo by Guan Xin)", "caption"),
        ("Photo: the county hall before the session", "caption"),
        ("The picture shows the session hall.", "caption"),
        ("Tian Bo reported on the state of the dyke.", "body"),
    ],
)
@pytest.mark.parametrize("place", ["before", "between", "after"])
def test_a_line_by_itself(line: str, kind: str, place: str) -> None:
    lines = {
        "before": (HEADLINE, line, FIRST, SECOND),
        "between": (HEADLINE, FIRST, line, SECOND),
        "after": (HEADLINE, FIRST, SECOND, line),
    }[place]
    document = page(*lines)
    assert zone_of(document, line) == kind
    assert (zone_of(document, HEADLINE), zone_of(document, FIRST), zone_of(document, SECOND)) == (
        "title",
        "body",
        "body",
    )


def test_links_at_the_foot_are_not_read() -> None:
    document = page(
        HEADLINE,
        FIRST,
        SECOND,
        "Related news",
        "Qiao Yun chairs another meeting",
        "Ma Xiuying visits a school",
    )
    assert zone_of(document, "Related news") == "chrome"
    assert zone_of(document, "Qiao Yun chairs") == "chrome"
    assert zone_of(document, "Ma Xiuying visits") == "chrome"


def test_a_headline_that_is_printed_twice_is_read_once() -> None:
    document = page(HEADLINE, HEADLINE.upper(), FIRST)
    assert document.title == HEADLINE
    assert [zone.kind for zone in document.zones] == ["title", "chrome", "body"]
    assert [document.text[s.start : s.end] for s in document.sentences] == [HEADLINE, FIRST]


@pytest.mark.parametrize(
    ("lines", "given_title", "headline"),
    [
        ((HEADLINE, FIRST), "", HEADLINE),
        ((f"{HEADLINE} - Shuixi Daily", FIRST), "", HEADLINE),  # the site's name is no part of it
        (("Home > News", HEADLINE, FIRST), "", HEADLINE),
        ((FIRST, SECOND), "", ""),
        ((FIRST, SECOND), HEADLINE, HEADLINE),  # the metadata know it
        (("Present: Fang Guolin, He Min", FIRST), "", ""),  # a list is no headline
        (("March 5, 2022", FIRST), "", ""),
    ],
)
def test_headlines(lines: tuple[str, ...], given_title: str, headline: str) -> None:
    assert page(*lines, title=given_title).title == headline


def test_a_page_of_one_picture_is_read_from_its_caption() -> None:
    document = page("Fang Guolin inspects the dyke at Linhe with He Min (photo by Guan Xin)")
    assert document.sentences
    assert [name.name for name in document.press] == ["Guan Xin"]


def test_a_credit_inside_a_paragraph_is_cut_out() -> None:
    document = page(HEADLINE, f"(Reporter Lin Yue) {FIRST}")
    assert zone_of(document, "(Reporter") == "byline"
    assert [document.text[s.start : s.end] for s in document.sentences] == [HEADLINE, FIRST]


LINES = st.sampled_from(
    [HEADLINE, FIRST, SECOND, "", " ", "Share this article", "(Reporter Lin Yue)", "2022-03-05", "Source: Shuixi Daily",
     "Copyright 2022 County Media Centre", "Related news", "Photo: the hall", "县委召开会议", "By Lin Yue", "×", "Present: He Min"]
)  # fmt: skip


@given(st.one_of(st.text(), st.lists(st.one_of(LINES, st.text(max_size=20)), max_size=9).map("\n".join)))
def test_zones_are_a_partition(text: str) -> None:
    document = document_from_text(text, path="any.txt")
    if not document.text:
        assert document.zones == ()
        return
    assert (document.zones[0].start, document.zones[-1].end) == (0, len(document.text))
    for zone, following in pairwise(document.zones):
        assert zone.end == following.start
        assert zone.kind != following.kind
    assert all(zone.start < zone.end for zone in document.zones)
