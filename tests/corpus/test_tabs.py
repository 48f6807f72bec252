"""Tabs that divide a table become spaces that keep its columns."""

from __future__ import annotations

import pytest

from corpus.tabs import without_tabs


@pytest.mark.parametrize(
    ("printed", "text"),
    [
        # neighbouring rows keep their columns, an empty cell too
        (
            "Name\tHere\tAway\nAnn Low\tX\nIda Moss\t\tX",
            "Name       Here   Away\nAnn Low    X\nIda Moss          X",
        ),
        # a line on its own, and the indent of one, have no columns
        ("Present:\tAnn Low\n\tIda Moss", "Present: Ann Low\n Ida Moss"),
        # a number in front is no column
        ("1.\tReport\n2.\tFinance of the year", "1. Report\n2. Finance of the year"),
        ("no tab", "no tab"),
        ("ends with one\t", "ends with one "),
    ],
)
def test_tabs(printed: str, text: str) -> None:
    assert without_tabs(printed) == text


def test_a_wide_cell_does_not_swell_a_long_table() -> None:
    rows = ["a\tb"] * 2000
    text = "\n".join(["w" * 2000 + "\tx", *rows])
    assert len(without_tabs(text)) < 3 * len(text)
