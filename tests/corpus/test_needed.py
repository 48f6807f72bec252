"""Words without which a pattern cannot match are read off the pattern, and no match is lost by looking for them first."""

from __future__ import annotations

import re

import pytest

from corpus.needed import guarded, needed, small


@pytest.mark.parametrize(
    ("pattern", "expected"),
    [
        (r"minutes of", {"minutes of"}),
        (r"\b(?:minutes|roll[- ]call)\b", {"minutes", "roll call", "roll-call"}),
        (r"speech(?:es)?", {"speech"}),  # 'speeches' holds it
        (r"(?:held|hosted)", {"held", "hosted"}),  # the parser cuts the common letter off
        (r"Read for (?:him|her)", {"read for him", "read for her"}),
        (r"\w+ly said", {"ly said"}),
        (r"(?:once|twice)* told", {" told"}),  # what may be missing is not needed
        (r"(?:once )?x", {"x"}),
        (r"(?:days|weeks){2}", {"days", "weeks"}),
        (r"colou?r", {"color", "colour"}),
        (r"(?=seen)done(?<!undone)", {"done"}),  # look-arounds are not part of a match
        (r"\d+", set()),
        (r"(?:a\d|\d)", set()),  # one way needs nothing
        (r"é|à", set()),  # case beyond ASCII is not followed
        (r"：", {"："}),
    ],
)
def test_what_a_pattern_needs(pattern: str, expected: set[str]) -> None:
    assert needed(pattern, re.IGNORECASE) == expected


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (r"\b(?:minutes|roll[- ]call)\b", "The ROLL-Call"),
        (r"visiting", "V\u0130S\u0131ting"),  # what Python takes for an 'i' without regard to case
        (r"sessions", "\u017fessions"),
        (r"kept", "\u212aept"),
        (r"say", "\u0130\u0130\u0130 say"),  # its small letter is two: offsets are those of the text
    ],
)
def test_no_match_is_lost(pattern: str, text: str) -> None:
    plain = re.compile(pattern, re.IGNORECASE)
    rule = guarded(pattern, re.IGNORECASE)
    found = plain.search(text)
    assert found is not None and rule.possible(small(text))
    again = rule.search(text)
    assert again is not None and again.span() == found.span()
    assert [m.span() for m in rule.finditer(text)] == [m.span() for m in plain.finditer(text)]


def test_the_stretch_that_is_searched_is_that_of_the_pattern() -> None:
    rule = guarded(r"\bmet\b")
    assert rule.search("they met", 5) is not None
    assert rule.search("they met", 0, 7) is None
    assert list(rule.finditer("met, met", 4)) and not list(rule.finditer("met, sat", 4))
    assert rule.search("they sat") is None
