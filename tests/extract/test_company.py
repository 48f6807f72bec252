"""A common name without a post: joined to the one official of that name by unit, time and company together, never by fewer."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from extract.identity import resolve
from extract.reading import read_report

SEATED = "On {day}, the {place} Municipal Party Committee held a work conference on grain. {name}, deputy mayor of {place} City, presided over the conference. Tao Wen, Qiu Min, Fang Guolin and He Zhun attended the conference."
BARE = "On {day}, the {place} Municipal Party Committee held a work conference on drains. Zhou Zhiheng, mayor of {place} City, presided over the conference. {name}, {beside} attended the conference."
FRIENDS, STRANGERS = "Tao Wen, Qiu Min and Fang Guolin", "Tao Wen, Lin Yue and Gu Lei"
MAY, JULY, MARCH = "May 3, 2023", "July 3, 2023", "March 3, 2023"
CASES = [
    # sightings in the post, the bare report, people of the name, phenomenon
    ((MARCH, JULY), (MAY, "Lanzhou", "Wang Wei", FRIENDS), 1, "unit, time and company"),
    ((MARCH, JULY), (MAY, "Lanzhou", "Wang Wei", STRANGERS), 2, "other company"),
    ((MARCH, JULY), (MAY, "Baoding", "Wang Wei", FRIENDS), 2, "another unit"),
    ((MARCH,), (MAY, "Lanzhou", "Wang Wei", FRIENDS), 2, "not seen afterwards"),
    (("May 3, 2020", JULY), (MAY, "Lanzhou", "Wang Wei", FRIENDS), 2, "not seen for years before"),
    ((MARCH, JULY), (MAY, "Lanzhou", "Ouyang Zhengxin", STRANGERS), 1, "a rare name needs no company"),
]


@pytest.mark.parametrize(("seen", "bare", "people", "phenomenon"), CASES, ids=[row[3] for row in CASES])
def test_a_common_name_without_a_post(
    seen: tuple[str, ...], bare: tuple[str, str, str, str], people: int, phenomenon: str
) -> None:
    day, place, name, beside = bare
    texts = [SEATED.format(day=when, place="Lanzhou", name=name) for when in seen]
    texts.append(BARE.format(day=day, place=place, name=name, beside=beside))
    documents = [document_from_text(text, path=f"{number}.txt") for number, text in enumerate(texts)]
    records = resolve(documents, {d.path: read_report(d, None) for d in documents}, duplicate_of={})
    assert sum(person.name == name for person in records.people) == people


def test_two_officials_of_the_name_in_the_unit_leave_it_open() -> None:
    texts = [SEATED.format(day=day, place="Lanzhou", name="Wang Wei") for day in (MARCH, JULY)]
    texts += [
        text.replace(
            "deputy mayor of Lanzhou City", "director of the Lanzhou Municipal Finance Bureau"
        ).replace("grain", "tax")
        for text in texts
    ]
    texts.append(BARE.format(day=MAY, place="Lanzhou", name="Wang Wei", beside=FRIENDS))
    documents = [document_from_text(text, path=f"{number}.txt") for number, text in enumerate(texts)]
    records = resolve(documents, {d.path: read_report(d, None) for d in documents}, duplicate_of={})
    assert sum(person.name == "Wang Wei" for person in records.people) == 3
