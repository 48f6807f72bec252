"""How a pattern can begin: too many beginnings only cost time, one too few would lose a role verb."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.load import read_reports
from corpus.openings import most_letters, openings
from extract.vocabulary import rows

ROOT = Path(__file__).parents[2]
PATTERNS = [
    ("letters", "presided over", {"pre"}),
    ("a choice", "(?:took|takes) the chair", {"too", "tak"}),
    ("what may be left out", "(?:is |was )?in the chair", {"is ", "was", "in "}),
    ("an optional letter", "co-?chaired", {"co-", "coc"}),
    ("short and closed", "me[td]", {"met", "med"}),
    ("what stands before is no part of it", "(?<!was )(?!chaired by)chaired", {"cha"}),
    ("capitals are small letters", "(?-i:[MN])ayor", {"may", "nay"}),
    ("a wide class is anything", r"\w+ly spoke", {""}),
    ("anything after a letter", r"s\w+ke", {"s"}),
    ("a longer beginning is held by a shorter", r"s\w+ke|spoke", {"s"}),
    ("again and again", "(?:ab)+c", {"ab"}),
    ("nothing at all", "", {""}),
]


@pytest.mark.parametrize(("pattern", "expected"), [row[1:] for row in PATTERNS], ids=[row[0] for row in PATTERNS])  # fmt: skip
def test_how_a_pattern_begins(pattern: str, expected: set[str]) -> None:
    assert openings(pattern) == expected


ATOMS = st.sampled_from(
    ["a", "b", " ", "-", r"\w", "[ab]", "[a-c]", r"(?<!a)", r"(?=b)", r"\b", ".", "(?:ab)?", "(?:a|ba){0,2}"]
)


@given(
    st.lists(st.lists(ATOMS, max_size=4).map("".join), min_size=1, max_size=3).map("|".join),
    st.text("abc -", max_size=8),
)
def test_every_match_begins_with_an_opening(pattern: str, text: str) -> None:
    for match in re.finditer(pattern, text, re.IGNORECASE):
        assert any(text.startswith(opening, match.start()) for opening in openings(pattern))


def test_nothing_that_a_search_over_the_samples_finds_is_missed() -> None:
    documents, _ = read_reports([ROOT / "corpus" / "samples"])
    for row in rows("role_verbs.csv"):
        pattern = re.compile(rf"(?<![\w-])(?:{row['pattern']})(?![\w-])", re.IGNORECASE)
        starts = tuple(openings(row["pattern"]))
        assert all(start[:1].isalnum() for start in starts), f"{row['pattern']}: begins with no letter"
        for text in (row["example"], *(document.text[:1500] for document in documents)):
            for match in pattern.finditer(text):
                assert match.group().lower().startswith(starts), (row["pattern"], match.group())


@pytest.mark.parametrize(
    ("pattern", "most"), [("abc", 3), ("a|bcd", 3), ("a{2,5}b?", 6), (r"(?=abc)a(?<!b)", 1), ("a.{0,60}", 61)]
)
def test_how_many_characters_a_match_has_at_most(pattern: str, most: int) -> None:
    assert most_letters(pattern) == most


def test_a_match_without_bound_is_longer_than_any_line() -> None:
    assert most_letters("a*") > 10**9
