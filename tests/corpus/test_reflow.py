"""Minutes that a converter printed on one line are broken before their headings; nothing else is touched."""

from __future__ import annotations

import pytest

from corpus.document import document_from_text
from corpus.reflow import reflow, without_line_numbers

TALK = (
    "The clerk read the letters of the month and the members spoke about the road, the drains and the new bridge. "
    * 3
)
ROWS = [
    (
        "capitals with an agenda word stand on a line of their own",
        f"Minutes of the Elm Board May 8, 2019 CALL TO ORDER Chair Moss called the meeting to order. {TALK}",
        [
            "Minutes of the Elm Board May 8, 2019",
            "CALL TO ORDER",
            f"Chair Moss called the meeting to order. {TALK}",
        ],
    ),
    (
        "a list heading with its colon begins a line",
        f"Elm Faculty Senate minutes SENATORS PRESENT: A. Low, I. Fenn Ex-officio: Kay Moss, Provost SENATORS ABSENT: B. Pell {TALK}",
        [
            "Elm Faculty Senate minutes",
            "SENATORS PRESENT: A. Low, I. Fenn",
            "Ex-officio: Kay Moss, Provost",
            f"SENATORS ABSENT: B. Pell {TALK}",
        ],
    ),
    (
        "numbered items begin lines once a heading has shown what the line is",
        f"Minutes of the Elm Trust. Apologies: Ann Low. 1. Welcome The chair opened at 10. 2. Finance {TALK}",
        [
            "Minutes of the Elm Trust.",
            "Apologies: Ann Low.",
            "1. Welcome The chair opened at 10.",
            f"2. Finance {TALK}",
        ],
    ),
    (
        "the sentence that no stop parts from the list before it",
        f"Minutes PRESENT: Ann Low, Chair Carl Moss, Recording Secretary Chairman Low called the meeting to order. {TALK}",
        [
            "Minutes",
            "PRESENT: Ann Low, Chair Carl Moss, Recording Secretary",
            f"Chairman Low called the meeting to order. {TALK}",
        ],
    ),
]
LEFT_ALONE = [
    ("a short line", "Minutes of the Elm Board CALL TO ORDER Chair Moss called the meeting to order."),
    ("news that speaks of minutes", f"He spoke for ten minutes. Then came No. 5. The vote followed. {TALK}"),
    ("news with numbers", f"The county held a meeting of 91. Mayor Fang spoke for some minutes. {TALK}"),
    ("capitals without an agenda word", f"Minutes of the Elm Board, by JOHN SMITH OF ELM COUNTY. {TALK}"),
]


@pytest.mark.parametrize(("text", "lines"), [row[1:] for row in ROWS], ids=[row[0] for row in ROWS])
def test_flattened_minutes_are_broken(text: str, lines: list[str]) -> None:
    new, broken = reflow(text)
    assert broken and len(new) == len(text)
    assert [line.strip() for line in new.splitlines()] == [line.strip() for line in lines]


@pytest.mark.parametrize("text", [row[1] for row in LEFT_ALONE], ids=[row[0] for row in LEFT_ALONE])
def test_other_text_is_left_alone(text: str) -> None:
    assert reflow(text) == (text, False)


def test_the_document_says_that_lines_were_broken() -> None:
    assert document_from_text(ROWS[0][1], path="a.txt").repairs == ("flattened minutes broken into lines",)


def test_the_numbers_beside_lines_are_left_out() -> None:
    numbered = "Roll Call\n1\nChair Moss; Vice Chair Low; and\n2\nMembers Ann Fenn, Carl Bell,\n3\nand Ian Rudd\n4\nStaff Present:\n5\nKay Hext"
    new = without_line_numbers(numbered)
    assert len(new) == len(numbered)
    assert [line.split() for line in new.splitlines()][3:] == [
        ["and", "Ian", "Rudd"],
        ["Staff", "Present:"],
        ["Kay", "Hext"],
    ]


@pytest.mark.parametrize(
    "text", ["a\n1\nb\n2\nc", "a\n3\nb\n9\nc\n4\nd\n5\ne\n6\nf"], ids=["few", "out of order"]
)
def test_numbers_that_number_no_lines_stay(text: str) -> None:
    assert without_line_numbers(text) == text
