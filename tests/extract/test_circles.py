"""Whoever of a name sits twice in one circle of people is one person, also where the reports name no unit; never by few of many."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.identity import resolve
from extract.reading import read_report

MET = "The Steering Committee held a meeting on {day}. {who} attended the meeting."
FIVE = ["Ada Milne", "Hugo Brandt", "Clara Voss", "Peter Lindqvist", "Ruth Calder"]
OTHERS = ["Nora Feld", "Owen Starke", "Ines Halloran", "Felix Moreau", "Greta Lund", "Simon Tarrant", "Vera Kolb", "Paul Iversen", "Edith Marsh", "Louis Fenn", "Karen Thule"]  # fmt: skip
MANY = [*OTHERS, "Anna Storm", "Bruno Keller", "Dora Vance", "Emil Stadler", "Frida Olsen"]
CHINESE = ["Zhou Zhiheng", "Tao Wenqi", "Qiu Minhua", "Fang Guolin", "He Zhunlan"]
FAMILIES = ["Messrs. Kestrel", "Milne", "Brandt", "Voss", "Lindqvist", "Calder", "Feld", "Starke", "Halloran", "Moreau", "Lund", "Tarrant"]  # fmt: skip
FIRST, LATER, MUCH_LATER = "May 3, 2021", "March 3, 2023", "May 3, 2028"
ONE = "Martin Kestrel"
CASES = [
    # who is there first, on which day who is there again, people of the name, phenomenon
    ([ONE, *FIVE], LATER, [*FIVE, ONE], 1, "five others of both meetings"),
    ([ONE, *FIVE[:4], *OTHERS[:3]], LATER, [ONE, *FIVE[:4], *MANY[-3:]], 2, "four others among more"),
    ([ONE, *FIVE[:3]], LATER, [ONE, *FIVE[:3]], 1, "a board of four"),
    ([ONE, *FIVE[:3]], LATER, [ONE, *FIVE[:3], OTHERS[0]], 1, "a board of four and a guest"),
    ([ONE, *FIVE[:3]], LATER, [ONE, *FIVE[:3], *OTHERS[:2]], 2, "three others in a longer list"),
    ([ONE, *FIVE[:2]], LATER, [ONE, *FIVE[:2]], 2, "a board of three"),
    ([ONE, *FIVE], LATER, [ONE, *OTHERS[:5]], 2, "nobody else of both meetings"),
    ([ONE, *FIVE], MUCH_LATER, [ONE, *FIVE], 2, "after more than a term"),
    ([ONE, *FIVE, *OTHERS[:10]], LATER, [ONE, *FIVE, *MANY[-6:]], 1, "a third of either list"),
    ([ONE, *FIVE, *MANY], LATER, [ONE, *FIVE, *(f"{name}son" for name in MANY)], 2, "a small part of either list"),
    ([ONE, *CHINESE], LATER, [ONE, *CHINESE], 1, "Chinese names that few bear"),
    (["Wang Wei", *FIVE], LATER, ["Wang Wei", *FIVE], 2, "a name that many bear is not joined"),
    ([ONE, *CHINESE[:2], "Wang Wei"], LATER, [ONE, *CHINESE[:2], "Wang Wei"], 2, "nor does it say of the circle"),
]  # fmt: skip


def listed(names: list[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}"


def people_of(name: str, texts: list[str]) -> int:
    documents = [document_from_text(text, path=f"{number}.txt") for number, text in enumerate(texts)]
    records = resolve(documents, {d.path: read_report(d, None) for d in documents}, duplicate_of={})
    return sum(person.name == name for person in records.people)


@pytest.mark.parametrize(
    ("first", "day", "again", "people", "phenomenon"), CASES, ids=[row[4] for row in CASES]
)
def test_one_circle_twice(first: list[str], day: str, again: list[str], people: int, phenomenon: str) -> None:
    name = first[0]
    texts = [MET.format(day=FIRST, who=listed(first)), MET.format(day=day, who=listed(again))]
    assert people_of(name, texts) == people


def test_two_places_are_never_bridged() -> None:
    """An official who moves and sits with the same provincial leaders as before is a transfer: suggested, not made."""
    first = f"Tao Lingxuan, mayor of Lanzhou, {listed(CHINESE)}"
    again = f"Tao Lingxuan, mayor of Tianshui, {listed(CHINESE)}"
    texts = [MET.format(day=FIRST, who=first), MET.format(day=LATER, who=again)]
    assert people_of("Tao Lingxuan", texts) == 2


def test_family_names_alone_count_half_and_those_of_many_nothing() -> None:
    kin = ["Mr. Kestrel", *(f"Mr. {name}" for name in FAMILIES[1:])]
    asian = ["Mr. Kestrel", *(f"Mr. {name}" for name in ("Kim", "Lee", "Park", "Wang", "Chen", "Nguyen", "Tran", "Choi", "Li", "Zhang", "Liu", "Zhao"))]  # fmt: skip
    for names, people in ((kin, 1), (kin[:6], 2), (asian, 2)):
        texts = [MET.format(day=day, who=listed(names)) for day in (FIRST, LATER)]
        assert people_of("Kestrel", texts) == people, names


def test_a_family_name_in_two_bodies_is_two_and_no_bare_one_is_joined() -> None:
    rest = [f"Mr. {name}" for name in FAMILIES[1:]]
    bank, office = "Mr. Kestrel, president of the Bank of Dunmore", "Mr. Kestrel, manager of the Debt Office"
    for day, whom, people in (
        (LATER, ("Mr. Kestrel", bank), 1),
        (LATER, (bank, bank), 1),
        (LATER, (bank, office), 2),
        (LATER, (bank, "Mr. Kestrel", office), 3),
    ):
        texts = [
            MET.format(day=day.replace("3,", f"{number + 3},"), who=listed([who, *rest]))
            for number, who in enumerate(whom)
        ]
        assert people_of("Kestrel", texts) == people, whom


FAMILY = "On {day}, Lanzhou City held a meeting. Mr. Kestrel, {post}, attended the meeting."
ADVISER, TRUSTEE = (
    "adviser of the Lanzhou Municipal Government",
    "director of the Lanzhou Municipal Water Bureau",
)
ALONE = [
    ((FIRST, ADVISER), (LATER, ADVISER), 1, "one seat within a term"),
    ((FIRST, ADVISER), (MUCH_LATER, ADVISER), 2, "one seat, years apart"),
    ((FIRST, ADVISER), (LATER, TRUSTEE), 2, "two posts of one unit"),
    ((FIRST, "minister of the Ministry of Water Resources"), (LATER, "minister of the Ministry of Education"), 2, "two central posts"),
]  # fmt: skip


@pytest.mark.parametrize(("first", "again", "people", "phenomenon"), ALONE, ids=[row[3] for row in ALONE])
def test_a_family_name_alone_takes_a_seat(
    first: tuple[str, str], again: tuple[str, str], people: int, phenomenon: str
) -> None:
    assert people_of("Kestrel", [FAMILY.format(day=day, post=post) for day, post in (first, again)]) == people
