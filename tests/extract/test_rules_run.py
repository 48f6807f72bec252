"""Every row of the rule files of extraction runs on its own example."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.bodies import body_kind, kind_at, normal_body
from extract.frames import find_frames
from extract.invoked import invocation
from extract.posts import read_post
from extract.vocabulary import rows, vocabulary

FRAMES = [pytest.param(row, id=row["id"]) for row in rows("role_frames.csv")]
VERBS = [pytest.param(row, id=f"{row['frame']}: {row['example']}") for row in rows("role_verbs.csv")]
INVOKED = [pytest.param(row, id=row["id"]) for row in rows("invoked_frames.csv")]


@pytest.mark.parametrize("row", FRAMES)
def test_a_role_frame_is_found_in_its_example(row: dict[str, str]) -> None:
    found = find_frames(row["example"], 0, len(row["example"]))
    assert row["id"] in {hit.frame.id for hit in found}


def alone(row: dict[str, str]) -> re.Pattern[str]:
    """The pattern of one row, as a frame compiles it among others."""
    return re.compile(rf"(?<![\w-])(?:{row['pattern']})(?![\w-])", re.IGNORECASE)


@pytest.mark.parametrize("row", VERBS)
def test_each_way_of_saying_a_role_is_found_in_its_example(row: dict[str, str]) -> None:
    example = row["example"]
    assert alone(row).search(example), "the row itself does not match its example"
    assert row["frame"] in {hit.frame.id for hit in find_frames(example, 0, len(example))}


def test_every_frame_has_words_and_every_row_a_frame() -> None:
    assert {row["frame"] for row in rows("role_verbs.csv")} == {row["id"] for row in rows("role_frames.csv")}


@pytest.mark.parametrize("row", INVOKED)
def test_an_invocation_is_found_in_its_example(row: dict[str, str]) -> None:
    name = re.search(r"Xi Jinping", row["example"])
    text = row["example"] if name else f"{row['example']} Xi Jinping"
    start = text.index("Xi Jinping")
    assert invocation(text, start, start + len("Xi Jinping"), 0, len(text))


@pytest.mark.parametrize(
    "sentence",
    [
        "Xi Jinping presided over the meeting.",
        "Xi Jinping attended the forum.",
        "Mayor Xi Jinping and others",
    ],
)
def test_plain_statements_invoke_nobody(sentence: str) -> None:
    start = sentence.index("Xi")
    assert invocation(sentence, start, start + len("Xi Jinping"), 0, len(sentence)) == ""


@pytest.mark.parametrize("row", [pytest.param(row, id=row["kind"]) for row in rows("body_kinds.csv")])
def test_a_body_of_each_kind_is_told(row: dict[str, str]) -> None:
    assert body_kind(row["example"]) == row["kind"]


ABROAD = [
    # name, place, kind, phenomenon
    ("Friendship Society", "Kenya", "foreign", "of another country"),
    ("Ministry of Health", "Kenya", "ministry", "of another country, of a kind"),
    ("Friendship Society", "China", "other", "of China"),
    ("Friendship Society", "Lanzhou", "other", "of a Chinese city"),
    ("Friendship Society", "", "other", "of no place"),
]


@pytest.mark.parametrize(("name", "place", "kind", "phenomenon"), ABROAD, ids=[row[3] for row in ABROAD])
def test_a_body_of_another_country_is_foreign(name: str, place: str, kind: str, phenomenon: str) -> None:
    assert kind_at(name, place) == kind


LIKE = [
    # name, kind, phenomenon
    ("Central Regional Co-ordinating Council", "council", "no 'Co.'"),
    ("Elm Water Co., Ltd.", "enterprise", "'Co.' of a firm"),
    ("University Senate", "council", "no parliament"),
    ("Senate", "parliament", "a parliament"),
    ("Isles News Agency", "other", "no office of state"),
    ("Revenue Agency", "department", "an office of state"),
    ("Procuratorate Party Group", "party committee", "a Party group"),
    ("Municipal Party Committee Organization Department", "department", "a department of a Party committee"),
    ("County Government Office", "department", "an office of a government"),
    ("State Council Information Office", "department", "an office of the State Council"),
    ("Democratic League Municipal Committee", "other", "of another party"),
    ("Board of Commissioners of Elm County", "council", "commissioners of a county"),
    ("Board of Directors", "other", "directors of a firm"),
    ("Scenic Area Management Committee", "department", "an administration"),
    ("Central Bank of the Isles", "department", "no firm"),
    ("Harbour Bank", "enterprise", "a firm"),
    ("Isles Secretariat", "department", "no standing committee"),
]


@pytest.mark.parametrize(("name", "kind", "phenomenon"), LIKE, ids=[row[2] for row in LIKE])
def test_bodies_that_are_named_alike_are_told_apart(name: str, kind: str, phenomenon: str) -> None:
    assert body_kind(name) == kind


SOURCE_KINDS = {"the same page", "word order", "spelling", "shortened", "translation"}
"""What stands for an address in `body_variants.csv`; docs/SOURCES.md says what each means."""


@pytest.mark.parametrize("row", [pytest.param(row, id=row["example"]) for row in rows("body_variants.csv")])
def test_the_variants_of_a_body_have_one_name(row: dict[str, str]) -> None:
    told = re.sub(rf"\b(?:{row['pattern']})\b", row["name"], row["example"], flags=re.IGNORECASE)
    assert told != row["example"], "the row itself does not change its example"
    assert normal_body(row["example"]) == normal_body(told)
    assert re.match(r"https?://|word order$", row["source"])
    assert row["variant"] in SOURCE_KINDS or row["variant"].startswith(("http://", "https://"))


def test_what_stands_for_an_address_is_explained() -> None:
    text = (Path(__file__).parents[2] / "docs" / "SOURCES.md").read_text(encoding="utf-8")
    assert set(re.findall(r"^\| ([a-z ]+) \|", text, re.MULTILINE)) >= SOURCE_KINDS


@pytest.mark.parametrize(
    "name",
    [
        "National Security Council",  # of the United States: no commission of the Party
        "Health Committee",  # of a parliament
        "Financial and Economic Affairs Committee",  # of a people's congress, beside the Party's central commission
        "Supervisory Committee",  # of a company
        "Women's Union",  # of Vietnam
        "Office of the Public Prosecutor",
        "Intermediate Court",  # of Mauritius
    ],
)
def test_what_is_called_alike_elsewhere_keeps_its_name(name: str) -> None:
    assert normal_body(name) == name


def test_every_title_and_gathering_of_the_lists_is_known() -> None:
    words = vocabulary()
    for row in rows("titles.csv"):
        assert tuple(row["head"].split()) in words.titles
        assert row["head"].split()[-1] in row["example"].lower()
    for row in rows("gatherings.csv"):
        assert words.gatherings[tuple(row["noun"].split())] == row["kind"]


@pytest.mark.parametrize("row", [pytest.param(row, id=row["sort"]) for row in rows("word_classes.csv")])
def test_a_class_of_small_words_is_seen_in_its_example(row: dict[str, str]) -> None:
    words = row["words"].split(";")
    assert words == sorted(set(words))
    example = f" {row['example'].lower()} "
    assert any(f" {word} " in example or f" {word}:" in example for word in words)


@pytest.mark.parametrize("row", list(rows("party_offices.csv")), ids=lambda row: row["example"])
def test_a_party_office_is_read_in_its_example(row: dict[str, str]) -> None:
    post = read_post(row["example"], 0, len(row["example"]))
    assert post is not None and post.body == row["office"]
