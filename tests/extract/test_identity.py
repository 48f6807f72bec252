"""Across reports: nobody lumped by name alone, the same official recognised by post and place, organs keyed by place."""

from __future__ import annotations

import random

import pytest

from corpus.document import document_from_text
from extract.bodies import normal_body
from extract.identity import resolve
from extract.identity_bodies import bodies_of
from extract.reading import read_report
from extract.records import Records


def records_of(reports: dict[str, str], order: int = 0) -> Records:
    documents = [document_from_text(text, path=path) for path, text in sorted(reports.items())]
    random.Random(order).shuffle(documents)
    return resolve(documents, {d.path: read_report(d, None) for d in documents}, duplicate_of={})


LANZHOU = "On May 3, 2023, Lanzhou City held a work conference. Wang Wei, mayor of Lanzhou, presided over the conference. Fang Guolin, secretary of the Lanzhou Municipal Party Committee, attended the conference."
LANZHOU_AGAIN = "On June 9, 2023, a flood conference was held in Lanzhou. Wang Wei, mayor of Lanzhou, attended the conference with Tao Wen, director of the Lanzhou Municipal Water Bureau."
BAODING = "On May 5, 2023, Baoding City held a work conference. Wang Wei, mayor of Baoding, presided over the conference."
NOWHERE = "The Provincial Party Committee held a meeting on July 17, 2023. Wang Wei, secretary of the Provincial Party Committee, presided over the meeting."
NOWHERE_ELSE = "The Provincial Party Committee held a meeting on July 19, 2023. Lin Yue, secretary of the Provincial Party Committee, presided over the meeting."

PEOPLE = [
    ("same post, same place: one", {"a.txt": LANZHOU, "b.txt": LANZHOU_AGAIN}, 1),
    ("same title, two places: two", {"a.txt": LANZHOU, "b.txt": BAODING}, 2),
    ("an unknown province joins nobody", {"a.txt": LANZHOU, "b.txt": NOWHERE}, 2),
    (
        "two reports of unknown provinces stay apart",
        {"a.txt": NOWHERE, "b.txt": NOWHERE.replace("17", "18")},
        2,
    ),
]


@pytest.mark.parametrize(("phenomenon", "reports", "count"), PEOPLE, ids=[row[0] for row in PEOPLE])
def test_homonyms_are_split_and_officials_recognised(
    phenomenon: str, reports: dict[str, str], count: int
) -> None:
    found = [person for person in records_of(reports).people if person.name == "Wang Wei"]
    assert len(found) == count
    assert len({person.label for person in found}) == count, "labels tell homonyms apart"
    assert len({person.id for person in found}) == count


def test_the_provincial_committee_of_a_report_without_a_province_is_its_own() -> None:
    bodies = [
        body
        for body in records_of({"a.txt": NOWHERE, "b.txt": NOWHERE_ELSE}).organizations
        if body.name == "Provincial Party Committee"
    ]
    assert sorted(body.place for body in bodies) == ["unresolved in a.txt", "unresolved in b.txt"]


def test_one_body_under_two_wordings_of_its_place_is_one() -> None:
    reports = {
        "a.txt": LANZHOU,
        "b.txt": "Lanzhou Daily (Reporter Lin Yue) On May 9, 2023, Lanzhou City held a meeting. Qiu Min, deputy secretary of the Municipal Party Committee, chaired the meeting.",
    }
    bodies = [b for b in records_of(reports).organizations if b.name == "Municipal Party Committee"]
    assert [body.place for body in bodies] == ["Lanzhou"]


FOUR_NAMES = [
    ["Lanzhou Municipal Party Committee", "CPC Lanzhou Municipal Committee", "Lanzhou Municipal Committee of the CPC", "Lanzhou Municipal Committee of the Communist Party of China"],
    ["Lanzhou Municipal Government", "Lanzhou Municipal People's Government", "Lanzhou Municipal government"],
    ["Central National Security Commission", "Central National Security Committee", "Central National Security Council", "Central National Security commission"],
    ["Gansu Provincial Supervisory Commission", "Gansu Provincial Supervision Commission", "Gansu Provincial Supervision Committee", "Gansu Provincial Supervisory Committee"],
    ["Central Rural Work Leading Group", "Central Rural Work Leading Small Group", "Central Rural Work Leadership Group", "Central Rural Work Lead Group"],
    ["Lanzhou Municipal Procuratorate", "Lanzhou Municipal Prosecutor's Office", "Lanzhou Municipal Procurator's Office", "Lanzhou Municipal procuratorate"],
]  # fmt: skip


@pytest.mark.parametrize("names", FOUR_NAMES, ids=[names[0] for names in FOUR_NAMES])
def test_four_english_names_of_a_body_are_one(names: list[str]) -> None:
    assert len({normal_body(name) for name in names}) == 1


def test_a_body_of_another_place_or_level_is_another() -> None:
    keys = {
        bodies_of("a.txt", name, level, place, "stated")[0].id
        for name, level, place in [
            ("CPC Lanzhou Municipal Committee", "municipal", "Lanzhou"),
            ("Lanzhou Municipal Party Committee", "municipal", "Lanzhou"),
            ("Baoding Municipal Party Committee", "municipal", "Baoding"),
            ("Gansu Provincial Party Committee", "provincial", "Gansu"),
            ("Provincial Party Committee", "provincial", ""),
        ]
    }
    assert len(keys) == 4


@pytest.mark.parametrize("order", range(4))
def test_the_order_of_the_reports_does_not_count(order: int) -> None:
    reports = {"a.txt": LANZHOU, "b.txt": LANZHOU_AGAIN, "c.txt": BAODING, "d.txt": NOWHERE}
    assert records_of(reports, order) == records_of(reports, 99)


def test_a_post_is_of_the_place_of_its_own_level() -> None:
    text = "On May 3, 2023, a forum was held. Fang Guolin, director of the Hong Kong and Macao Affairs Office of Yunnan Province, attended the forum."
    (post,) = records_of({"a.txt": text}).posts
    assert post.place == "Yunnan"


def test_a_body_is_of_the_level_that_its_own_name_says() -> None:
    """'Director of the National Security Committee' at a meeting of that of the Provincial Party Committee: no central body."""
    text = "The National Security Committee of the Provincial Party Committee held a meeting on July 17, 2023. Fang Guolin, who is director of the National Security Committee and secretary of the Provincial Party Committee, presided over the meeting."
    found = records_of({"a.txt": text, "b.txt": text.replace("17", "24").replace("Fang Guolin", "Tao Wen")})
    places = {b.place for b in found.organizations if "Provincial" in b.name}
    assert places == {"unresolved in a.txt", "unresolved in b.txt"}
    assert {b.level for b in found.organizations} == {"provincial"}
