"""Whose a local body is: by its own name, whether or not the gazetteer knows the place; and minute after minute the same."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.identity import resolve
from extract.own_places import named_after, place_of_seat
from extract.reading import read_report
from extract.records import Records

NAMES = [
    ("a town council", "Thornley Town Council", "Thornley"),
    ("a board of a county, county behind", "Board of Commissioners of Harrowby County", "Harrowby"),
    ("a board of a county, county before", "Harrowby County Board of County Commissioners", "Harrowby"),
    ("the city of", "City of Norwell Planning Commission", "Norwell"),
    ("the town of, two words", "Planning Board of the Town of East Milbury", "East Milbury"),
    ("an abbreviation of a saint", "St. Oswin City and District Council", "St. Oswin"),
    ("an apostrophe", "City of O'Fearnley", "O'Fearnley"),
    ("hyphens", "Town of Stow-under-Wold", "Stow-under-Wold"),
    ("a meeting's word before the city", "Regular Norwell City Council", "Norwell"),
    ("only a meeting's word", "Regular City Council", ""),
    ("no name", "Board of County Commissioners", ""),
    ("no name, a unit", "Standing Committee of the Municipal People's Congress", ""),
    ("a possessive", "City's Municipal Business Bureau", ""),
    ("behind a word of bodies", "Democratic Progressive Municipal Committee", ""),
    ("county in front", "Healthwatch County Dorran", "Dorran"),
    ("a Party committee", "CPC Linhe City Committee", "Linhe"),
    ("a number", "Two Provincial Committees", ""),
    ("no unit", "Harrowby Chamber of Commerce", ""),
]


@pytest.mark.parametrize(("phenomenon", "body", "place"), NAMES, ids=[row[0] for row in NAMES])
def test_a_local_body_is_of_the_place_in_its_name(phenomenon: str, body: str, place: str) -> None:
    assert named_after(body) == place


SEATS = [
    ("a mayor", "Mayor", "Arlesheim", "Arlesheim"),
    ("a deputy", "Deputy Mayor", "Port Hale", "Port Hale"),
    ("a chief minister", "Chief Minister", "Meravia", "Meravia"),
    ("a governor of a state", "Governor", "Meravia State", "Meravia"),
    ("a ruler", "Ruler", "Meravia", "Meravia"),
    ("a governor of a bank", "Governor", "Central Bank", ""),
    ("a number", "Chief Minister", "Province No. 3", ""),
    ("another post", "Secretary", "Arlesheim", ""),
]


@pytest.mark.parametrize(("phenomenon", "title", "body", "place"), SEATS, ids=[row[0] for row in SEATS])
def test_a_mayor_is_of_a_place(phenomenon: str, title: str, body: str, place: str) -> None:
    assert place_of_seat(title, body) == place


def minutes(council: str, day: str, people: str = "Cllr Joan Pickering (Mayor), Cllr Tom Ash") -> str:
    return (
        f"Minutes of the meeting of {council} held on {day} in the Long Room.\n\n"
        f"Present: {people}\nIn attendance: Susan Fell, Town Clerk\n\nThe Mayor opened the meeting."
    )


def records_of(*texts: str) -> Records:
    documents = [document_from_text(text, path=f"{number}.txt") for number, text in enumerate(texts)]
    return resolve(documents, {d.path: read_report(d, None) for d in documents}, duplicate_of={})


THORNLEY = minutes("Thornley Town Council", "3 May 2021")
JUNE = minutes("Thornley Town Council", "7 June 2021")


def test_a_town_council_is_one_body_in_all_its_minutes_and_its_people_are_the_same() -> None:
    records = records_of(THORNLEY, JUNE)
    assert [(b.name, b.place) for b in records.organizations] == [("Thornley Town Council", "Thornley")]
    assert [person.name for person in records.people] == ["Joan Pickering", "Susan Fell", "Tom Ash"]
    assert {post.text for post in records.posts} >= {"Mayor (Thornley)", "Town Clerk, Thornley Town Council"}
    assert len(records.meetings) == 2


APART = [
    ("another town", minutes("Wexham Town Council", "7 June 2021")),
    ("a council without a name", minutes("the Town Council", "7 June 2021")),
]


@pytest.mark.parametrize(("phenomenon", "other"), APART, ids=[row[0] for row in APART])
def test_the_people_of_two_councils_are_two(phenomenon: str, other: str) -> None:
    records = records_of(THORNLEY, other)
    assert sum(person.name == "Tom Ash" for person in records.people) == 2
    assert len(records.organizations) == 2


def test_two_towns_of_one_name_that_meet_on_one_day_hold_two_meetings() -> None:
    other = minutes("Thornley Town Council", "3 May 2021", "Cllr Ann Moss, Cllr Peter Lund").replace(
        "Susan Fell", "Ivy Reed"
    )
    assert len(records_of(THORNLEY, other).meetings) == 2


def test_commissioners_sit_on_the_commission_that_met() -> None:
    text = (
        "Minutes of the Planning Commission of the City of Norwell, March 3, 2020\n\n"
        "Present: Commissioner Ada Winslow, Commissioner Peter Ostrow\n\nThe meeting was called to order at 9:00 a.m."
    )
    posts = {post.text for post in records_of(text).posts}
    assert len(posts) == 1 and posts.pop().startswith("Commissioner, Planning Commission")


def test_a_foreign_mayor_is_not_of_the_city_that_he_visits() -> None:
    text = (
        "On May 3, 2023, Fang Guolin, secretary of the Lanzhou Municipal Party Committee, met with Julia Mill, mayor of Springford, "
        "in Lanzhou. Lin Yue, deputy secretary of the Municipal Party Committee, attended the meeting."
    )
    places = {
        person.name: {post.place for post in person.posts}
        for person in read_report(document_from_text(text, path="a.txt"), None).people
    }
    assert places["Julia Mill"] == {"Springford"}
    assert places["Lin Yue"] == {"Lanzhou"}
