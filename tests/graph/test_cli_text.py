"""Text from documents on a terminal: nothing that the terminal obeys, nothing that reads as markup."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from graph.cli_text import UNSEEN, plain, printed


@pytest.mark.parametrize(
    ("text", "harmless"),
    [
        ("Fang Guolin", "Fang Guolin"),
        ("one\nline\tonly", "one line only"),
        ("\x1b[2Jgone", "[2Jgone"),  # clears the screen
        ("\x9b31mred", "31mred"),  # the same in one character
        ("a\u202eb", "ab"),  # turns the direction of what follows
        ("bell\x07", "bell"),
        ("half \udcff pair", "half  pair"),  # a file name that is no UTF-8
        ("李明 é", "李明 é"),
    ],
)
def test_plain(text: str, harmless: str) -> None:
    assert plain(text) == harmless


@given(st.text(st.characters()))
def test_nothing_unseen_is_left_and_it_stays_so(text: str) -> None:
    once = plain(text)
    assert not {unicodedata.category(char) for char in once} & UNSEEN
    assert plain(once) == once
    assert len(once.splitlines()) <= 1


@given(st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp", "Zs"])))
def test_markup_is_printed_as_it_stands(text: str) -> None:
    assert printed(("[red]" + text + "[/red]", "bold")).plain == "[red]" + text + "[/red]"
