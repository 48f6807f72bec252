"""One pattern for many words finds what each of them would."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.lettertrie import lowered, words_pattern


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        (["sat", "sit"], "sat sit set", ["sat", "sit"]),  # branches in the middle
        (["meet", "meeting", "meetings"], "meetings meetin", ["meetings", "meet"]),  # the longest first
        (["c.p", "a+"], "cxp c.p aa a+", ["c.p", "a+"]),  # signs that mean something in a pattern
        (["all"], "all", ["all"]),
    ],
)
def test_words_are_found(words: list[str], text: str, found: list[str]) -> None:
    assert re.findall(words_pattern(words), text) == found


@given(st.sets(st.text("abc", min_size=1, max_size=4), min_size=1), st.text("abc", max_size=6))
def test_the_pattern_matches_the_words_and_nothing_else(words: set[str], text: str) -> None:
    assert (re.fullmatch(words_pattern(words), text) is not None) == (text in words)


@pytest.mark.parametrize(
    ("text", "small"),
    [("The Mayor", "the mayor"), ("İzmir", "İzmir"), ("İZMİR A", "İzmİr a")],  # a small dotted I is two signs
)
def test_small_letters_keep_their_places(text: str, small: str) -> None:
    assert lowered(text) == small
