"""Bodies that no report places: 'the Planning Board' of two reports is two, until the people in it say that it is one."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.identity import resolve
from extract.reading import read_report
from extract.records import Records
from extract.unnamed import national, unnamed
from extract.vocabulary import rows


def records_of(*texts: str) -> Records:
    documents = [document_from_text(text, path=f"{number}.txt") for number, text in enumerate(texts)]
    return resolve(documents, {d.path: read_report(d, None) for d in documents}, duplicate_of={})


def places_of(name: str, *texts: str) -> list[str]:
    return sorted(body.place for body in records_of(*texts).organizations if body.name == name)


NAMES = [
    ("a board of any town", "Planning Board", True, False),
    ("a board of one town", "Harrowby Planning Board", False, False),
    ("a party committee", "Party Committee", True, False),
    ("a part of one", "Standing Committee of the Party Committee", True, False),
    ("a ministry", "Ministry of Education", True, True),
    ("a part of a ministry", "Party Group of the Ministry of Education", True, True),
    ("a court of a country", "Supreme People's Court", True, True),
    ("a portfolio", "Finance", True, False),
    ("a name that is no word of bodies", "Soong Fund", False, False),
]


@pytest.mark.parametrize(("phenomenon", "body", "common", "one"), NAMES, ids=[row[0] for row in NAMES])
def test_a_name_says_whose_a_body_is_or_not(phenomenon: str, body: str, common: bool, one: bool) -> None:
    assert (unnamed(body), national(body)) == (common, one)


@pytest.mark.parametrize("row", [pytest.param(row, id=row["word"]) for row in rows("common_body_words.csv")])
def test_a_common_word_names_no_body(row: dict[str, str]) -> None:
    assert row["word"] in row["example"].lower().split()
    assert unnamed(row["example"]) and not unnamed(f"Harrowby {row['example']}")


def board(day: str, *people: str, head: str = "") -> str:
    return (
        f"{head}PLANNING BOARD\nMinutes of {day}, 2020\n\nPresent: {'; '.join(people)}\n\n"
        "The Chair called the meeting to order at 7:00 p.m."
    )


WINSLOW = ("Ada Winslow, Chair", "Peter Ostrow, Vice Chair", "Ines Falk, Member", "Hugo Brandt, Member")
CARVER = ("John Carver, Chair", "Lena Dorn, Vice Chair", "Ines Falk, Member", "Owen Starke, Member")
MILBURY = "TOWN OF MILBURY\n"

BOARDS = [
    ("other people: two boards", [board("March 3", *WINSLOW), board("April 7", *CARVER)], 2),
    ("the same people: one board", [board("March 3", *WINSLOW), board("April 7", *WINSLOW)], 1),
    ("the heading names the town", [board("March 3", *WINSLOW, head=MILBURY), board("May 5", *CARVER, head=MILBURY)], 1),
    ("the heading of one of them does", [board("March 3", *WINSLOW, head=MILBURY), board("May 5", *CARVER)], 2),
]  # fmt: skip


@pytest.mark.parametrize(("phenomenon", "reports", "boards"), BOARDS, ids=[row[0] for row in BOARDS])
def test_boards_without_a_name(phenomenon: str, reports: list[str], boards: int) -> None:
    records = records_of(*reports)
    assert sum(body.name == "Planning Board" for body in records.organizations) == boards
    assert sum(post.title == "Chair" for post in records.posts) == boards
    assert {meeting.host_id for meeting in records.meetings} == {body.id for body in records.organizations}


def cabinet(day: str, minister: str) -> str:
    return f"The Cabinet met on {day} 2021 under the chairmanship of President Alo Bakari. The Minister of Finance, {minister}, attended the meeting."


def test_cabinets_of_two_countries_are_two_and_one_minister_makes_them_one() -> None:
    assert len(places_of("Cabinet", cabinet("3 May", "Jonas Reed"), cabinet("4 May", "Tomas Lind"))) == 2
    told = records_of(cabinet("3 May", "Jonas Reed"), cabinet("4 May", "Jonas Reed"))
    finance = [body for body in told.organizations if "Finance" in body.name]
    assert len(finance) == 1
    assert sum(person.name == "Jonas Reed" for person in told.people) == 1


def test_a_ministry_of_chinese_reports_is_one() -> None:
    text = (
        "On May {day}, 2023, Fang Guolin, secretary of the {city} Municipal Party Committee, presided over a meeting. "
        "{who}, director of the planning department of the Ministry of Education, attended the meeting."
    )
    reports = [
        text.format(day=3, city="Lanzhou", who="Tao Wen"),
        text.format(day=9, city="Tianshui", who="Qiu Min"),
    ]
    names = [b.name for b in records_of(*reports).organizations if "Ministry" in b.name]
    assert names == ["Ministry of Education", "Planning Department of the Ministry of Education"]


def test_the_national_peoples_congress_is_one_in_reports_from_abroad_too() -> None:
    text = "On May {day}, 2023, {who}, member of the Standing Committee of the National People's Congress, attended a meeting in Nairobi."
    reports = text.format(day=3, who="Tao Wen"), text.format(day=9, who="Qiu Min")
    assert len(records_of(*reports).organizations) == 2  # the Congress and its Standing Committee


def test_a_central_leading_group_is_one_where_no_party_is_named() -> None:
    text = "The Central Rural Work Leading Group held a meeting on May {day}, 2023. {who}, head of the group, presided over the meeting."
    reports = text.format(day=3, who="Tao Wen"), text.format(day=9, who="Qiu Min")
    assert places_of("Central Rural Work Leading Group", *reports) == [""]


def test_two_reports_of_one_meeting_do_not_disagree_on_a_host_without_a_name() -> None:
    one = board("March 3", *WINSLOW)
    records = records_of(one, one.replace("7:00 p.m.", "seven."))
    assert [meeting.conflicts for meeting in records.meetings] == [()]


def test_the_party_committees_of_two_firms_are_two() -> None:
    text = "On May {day}, 2023, the Party Committee held a meeting. {who}, secretary of the Party Committee, presided over the meeting."
    reports = text.format(day=3, who="Fang Guolin"), text.format(day=9, who="Tao Wenqi")
    assert places_of("Party Committee", *reports) == ["unresolved in 0.txt", "unresolved in 1.txt"]
