"""A pattern that matches where a line begins is tried there alone, and finds what a search finds."""

from __future__ import annotations

import re

import pytest

from corpus.starts import CLAUSE, LINE, matches_at, starts

HEAD = re.compile(r"(?:(?<=\n)|(?<=^))[ \t]*present:\s*")
CLAUSES = re.compile(r"(?:(?<=\n)|(?<=^)|(?<=[.:;] ))(?:also )?present: ")


@pytest.mark.parametrize(
    "text",
    [
        "present: A\npresent: B",
        "x present: A\n  present: B",
        "present:\n\npresent:\npresent: C",  # a match that takes the next beginning in
        "",
        "\n\n",
    ],
)
def test_lines(text: str) -> None:
    assert [m.span() for m in matches_at(HEAD, text, starts(text))] == [m.span() for m in HEAD.finditer(text)]


@pytest.mark.parametrize(
    "text", ["A. present: B; also present: C", "so: present: A\npresent: B", "a present: B"]
)
def test_clauses(text: str) -> None:
    found = matches_at(CLAUSES, text, starts(text, CLAUSE))
    assert [m.span() for m in found] == [m.span() for m in CLAUSES.finditer(text)]


def test_what_lies_behind_the_end_is_not_read() -> None:
    text = "a\npresent: A\npresent: B"
    assert starts(text, LINE, 14) == [0, 2, 13]
    assert len(list(matches_at(HEAD, text, starts(text, LINE, 14), 14))) == 1
