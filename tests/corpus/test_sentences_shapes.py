"""Sentences: where a full stop ends one, where it does not, and that no word is lost."""

from __future__ import annotations

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.sentences import LONGEST, split_sentences


def sentences(text: str) -> list[str]:
    return [text[start:end] for start, end in split_sentences(text, 0, len(text))]


@pytest.mark.parametrize(
    "parts",
    [
        ["Fang Guolin chaired.", "He Min spoke."],
        ["Was it agreed?", "It was!", "Nobody left."],
        ["It was agreed.”", "He Min left."],  # the closing quote belongs to the sentence
        ["Mr. Fang and Dr. He met Prof. Luo.", "They spoke."],
        ["J. R. Lane and M.P. Stone were present.", "Apologies were read."],
        ["Lane, Jr. spoke on No. 4 of the agenda.", "It was agreed."],
        ["They met at 9 a.m. on Friday.", "Nobody was late."],
        ["They met at 9 a.m.", "The mayor spoke."],
        ["The U.S. delegation sat in.", "It left early."],
        ["Rain fell on the U.S.", "The river rose."],
        ["The rate was 3.5 percent.", "It fell."],
        ["Grain, oil, etc.", "The council then rose."],
        ["县委召开会议。", "方国林主持会议。"],  # no space after a Chinese stop
        ["A line is a sentence", "even without a stop"],
    ],
)
def test_where_sentences_end(parts: list[str]) -> None:
    joint = "\n" if not parts[0].endswith(tuple(".?!”。")) else "" if parts[0].endswith("。") else " "
    assert sentences(joint.join(parts)) == parts


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("The mayor spoke.The council rose.", ["The mayor spoke.", "The council rose."]),  # a lost space
        ("He left (late).The council rose.", ["He left (late).", "The council rose."]),
        ("one\n\n  two  \n", ["one", "two"]),
        ("see www.county.example for more", ["see www.county.example for more"]),
        ("3. The dyke was inspected.", ["3. The dyke was inspected."]),  # a number is no sentence
        ("...\n---\n***", []),  # nothing to read
        ("", []),
        ("wait... for it", ["wait... for it"]),
    ],
)
def test_odd_shapes(text: str, parts: list[str]) -> None:
    assert sentences(text) == parts


def test_only_the_stretch_that_is_asked_for() -> None:
    text = "Not this. But this. Nor this."
    assert split_sentences(text, 10, 19) == [(10, 19)]


def test_a_long_list_is_cut_between_entries_and_never_inside_a_name() -> None:
    names = [f"Given{n} Family{n}" for n in range(400)]
    text = "Present: " + ", ".join(names) + "."
    parts = sentences(text)
    assert len(parts) > 3 and max(map(len, parts)) <= LONGEST
    assert all(any(name in part for part in parts) for name in names)


def test_25_000_characters_without_a_stop_lose_no_word() -> None:
    words = [f"word{n}" for n in range(3000)]
    parts = sentences(" ".join(words))
    assert max(map(len, parts)) <= LONGEST
    assert " ".join(parts).split() == words


@given(st.text(st.sampled_from("aB.!?。 \n”)(,;1é县")))
def test_every_word_is_in_one_sentence_and_offsets_point_right(text: str) -> None:
    spans = split_sentences(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    inside = [False] * len(text)
    for start, end in spans:
        assert text[start:end] == text[start:end].strip()
        assert "\n" not in text[start:end]
        inside[start:end] = [True] * (end - start)
    assert not [c for c, within in zip(text, inside, strict=True) if c.isalnum() and not within]


@pytest.mark.parametrize("piece", ["a", ". ", "A. ", "Mr. ", "(", "”", "word ", "x.Y", "。"])
def test_endless_repetition_is_cut_in_seconds(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    began = time.perf_counter()
    split_sentences(text, 0, len(text))
    assert time.perf_counter() - began < 10
