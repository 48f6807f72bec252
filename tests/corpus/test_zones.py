"""Zones and headlines: what is read, what is set apart, and that nothing of the text is lost."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from corpus.records import Document

TITLE = "County leaders hold a working meeting on the dyke"
FIRST = "The working meeting was held in the county hall on May 8, and Mayor Fang Guolin attended it and spoke to the members."
LAST = "Wang Lei, Li Na and Zhou Minghao, who are deputy mayors of the city, accompanied the mayor on the way to the dyke."


def of_kind(document: Document, kind: str) -> str:
    """The text of all zones of a kind, white space folded."""
    return " ".join(
        " ".join(document.text[z.start : z.end] for z in document.zones if z.kind == kind).split()
    )


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Home > News > City News", "chrome"),
        ("You are here:Home > Index > City News", "chrome"),
        ("Current position: Home > News", "chrome"),
        ("Font: [Large Medium Small]", "chrome"),
        ("A | A | A", "chrome"),
        ("T | T", "chrome"),
        ("【Print】 【Close】", "chrome"),
        ("Share this article", "chrome"),
        ("Views: 1203", "byline"),  # a field of the page
        ("- Advertisement -", "chrome"),
        ("Leave a Reply", "chrome"),
        ("Scroll to continue reading", "chrome"),
        ("Next article: the school is open", "chrome"),
        ("县委召开会议", "chrome"),  # a left-over Chinese line
        ("Source publication: The Valley Register", "chrome"),
        ("https://county.example/news/12.html", "chrome"),
        ("Copyright 2022 County Media Centre", "notice"),
        ("All rights reserved.", "notice"),
        ("Special statement: what is quoted here belongs to its owners. Write to us.", "notice"),
        ("Disclaimer: the county does not answer for other pages.", "notice"),
        ("The members on the dyke (Photo by Lin Yue)", "caption"),
        ("Fang Guolin presides over a meeting in Qinghe, May 8, 2022. (Xinhua/Lin Yue)", "caption"),
        ("The mayor speaks in the county hall Photo: Lin Yue", "caption"),
        ("Members leave the county hall. REUTERS/Lin Yue", "caption"),
        ("Photo: the county hall", "caption"),
        ("Government meeting on May 8 (Photo: VNA)", "caption"),
        ("Director Yu Dong (left in image) talked with the film makers.", "body"),
        (
            "Deputy mayors Wang Lei and Li Na attended the meeting. (Photo by Lin Yue)",
            "body",
        ),  # the list is kept
        ("PRESENT", "body"),
        ("Statement: the council regrets the delay.", "body"),
        ("Location: the county hall", "body"),
        ("Next meeting: 12 February", "body"),
        ("The members shared this article of faith.", "body"),
    ],
)
def test_kind_of_a_line(line: str, kind: str) -> None:
    document = document_from_text(f"{TITLE}\n{FIRST}\n{line}\n{LAST}", path="a.txt")
    zone = next(z for z in document.zones if z.start <= document.text.index(line) < z.end)
    assert zone.kind == kind
    assert document.title == TITLE
    assert of_kind(document, "body").startswith(FIRST)
    assert of_kind(document, "body").endswith(LAST)


def test_the_foot_of_a_page_is_set_apart() -> None:
    foot = "Recommended Reading\nMayor opens the new bridge\nSchool has its hundredth birthday\n"
    document = document_from_text(f"{TITLE}\n{FIRST}\n{LAST}\n{foot}", path="a.txt")
    assert of_kind(document, "chrome") == " ".join(foot.split())


def test_text_after_a_block_of_links_is_read_again() -> None:
    document = document_from_text(
        f"{TITLE}\n{FIRST}\nRelated News\nMayor opens the new bridge\n{LAST}", path="a.txt"
    )
    assert of_kind(document, "body") == f"{FIRST} {LAST}"


def test_a_picture_page_is_read() -> None:
    page = "Fang Guolin presides over a meeting of the county committee in Qinghe, May 8, 2022. (Xinhua/Lin Yue)\nRIGHT BG"
    document = document_from_text(page, path="a.txt")
    assert of_kind(document, "body").startswith("Fang Guolin presides over a meeting")
    assert of_kind(document, "byline") == "(Xinhua/Lin Yue)"


@pytest.mark.parametrize(
    ("head", "title"),
    [
        (f"{TITLE}\n", TITLE),
        (f"\n\n  {TITLE}  \n\n", TITLE),
        (f"Home > News\n{TITLE}\n", TITLE),
        (f"{TITLE} - Rolling News - Lin County Daily Online\n", TITLE),
        (f"{TITLE}-LinNews.com\n", TITLE),
        (f"{TITLE}_Lin County Daily\n", TITLE),
        (f"Local News\n{TITLE}\n", TITLE),
        (f"{TITLE}\nA step to a dry spring\n", TITLE),  # with a subtitle
        (f" date 2023-04-16 {TITLE}\n", TITLE),
        (f"{TITLE} 2023-05-31 10:22 ", TITLE),  # glued to the body by a stamp
        (f"{TITLE} QINGHE, Jan. 24 (Xinhua) -- ", TITLE),  # and by a dateline
        (
            "The mayor asked for haste: a dyke is no matter of a day\n",
            "The mayor asked for haste: a dyke is no matter of a day",
        ),
        ("", ""),  # the first line is the first paragraph
        ("8 January 2020\n", ""),
        ("PRESENT\n", ""),
        (
            "Minutes of the Valley Water Board October 3, 2000 ",
            "Minutes of the Valley Water Board October 3, 2000",
        ),
    ],
)
def test_headline(head: str, title: str) -> None:
    document = document_from_text(f"{head}{FIRST}\n{LAST}", path="a.txt")
    assert document.title == title
    assert f"{FIRST} {LAST}" in of_kind(document, "body")


def test_the_site_after_a_headline_is_the_source() -> None:
    document = document_from_text(f"{TITLE} - Lin County Daily\n{FIRST}\n{LAST}", path="a.txt")
    assert document.source == "Lin County Daily"
    assert of_kind(document, "title") == TITLE


def test_a_headline_that_comes_twice_is_read_once() -> None:
    document = document_from_text(
        f"{TITLE} - LinNews.com\n2023-05-31\n{TITLE}\n{FIRST}\n{LAST}", path="a.txt"
    )
    assert of_kind(document, "title") == TITLE
    assert [s.zone for s in document.sentences].count("title") == 1


def test_a_first_sentence_that_the_report_repeats_is_its_headline() -> None:
    document = document_from_text(
        f"{LAST}\nIn the morning the mayor set out. {LAST} It rained.\n{FIRST}", path="a.txt"
    )
    assert document.title == LAST


def test_a_list_of_members_is_no_headline() -> None:
    page = "Valley Council\nPresent: Cllr. A. Lane, Cllr. B. Hart\nApologies: Cllr. C. Poole\nThe chairman opened the meeting.\n"
    document = document_from_text(page, path="a.txt")
    assert document.title == "Valley Council"
    assert of_kind(document, "title") == "Valley Council"


def test_the_title_of_the_metadata_wins_and_its_line_is_marked() -> None:
    document = document_from_text(
        f"News\n{TITLE}\n{FIRST}\n{LAST}", path="a.txt", metadata={"title": f"{TITLE} - Lin Daily"}
    )
    assert document.title == TITLE
    assert of_kind(document, "title") == TITLE
    assert document.source == "Lin Daily"


def test_a_headline_of_the_metadata_that_the_text_lacks() -> None:
    document = document_from_text(f"{FIRST}\n{LAST}", path="a.txt", metadata={"title": TITLE})
    assert document.title == TITLE
    assert of_kind(document, "title") == ""
