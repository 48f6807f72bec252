"""Firms that read like people, and people beside them."""

from __future__ import annotations

import pytest

from extract.names import find_names
from extract.names_firms import firms_of


@pytest.mark.parametrize(
    ("text", "firms"),
    [
        ("Low, Moss & Partners, Auditors", ["Low, Moss & Partners"]),
        ("Ann Low of Moss, Fell & Hext, Inc. spoke", ["Moss, Fell & Hext, Inc."]),
        ("Ann Low, Moss & Fell LLP", ["Moss & Fell LLP"]),  # a name in front of a comma is a person's
        ("Ann Low; Moss Ltd.", ["Moss Ltd."]),
        ("Ann Low and Ida Moss of Fell Ltd", ["Fell Ltd"]),
        ("the co. was sold", []),
        ("Ann Low and partners", []),  # of hers
        ("Ann Low & Ida Moss", []),  # two people
    ],
)
def test_firms(text: str, firms: list[str]) -> None:
    assert [text[a:b] for a, b in firms_of(text)] == firms


def test_a_firm_has_no_names_in_it() -> None:
    text = "Mr. Adam Low & Co. submitted the plans of Mr. Peter Moss."
    assert [name.name for name in find_names(text, 0, len(text))] == ["Peter Moss"]
