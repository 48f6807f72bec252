"""The page's data, packed: they come back as they were, and can stand in any element of a page."""

from __future__ import annotations

import re
from typing import Any

import pytest

from graph.packed import ROWS, packed, unpacked

CASES: list[tuple[str, dict[str, Any]]] = [
    ("nothing", {}),
    ("an empty list stays a list", {"people": []}),
    ("markup", {"name": "</script><script>alert(1)</script>&\u2028"}),
    ("line ends within a sentence", {"quotes": [["a.txt", 0, 3, "one\ntwo\r\n"]]}),
    ("a list of exactly one part", {"ties": list(range(ROWS))}),
    ("a list of three parts", {"ties": [[n, str(n)] for n in range(2 * ROWS + 1)], "after": 1}),
    ("rows of one length", {"held": [[1, "a", []], [2, "b", ["c"]]]}),
    ("rows of several lengths", {"held": [[1], [2, "b"], []]}),
    ("rows without anything", {"held": [[], []]}),
    ("rows and others", {"held": [[1], None, {"a": 1}]}),
    ("things of the same fields", {"people": [{"id": "a", "name": None}, {"name": "B", "id": "b"}]}),
    ("things of other fields", {"people": [{"id": "a"}, {"name": "B"}, {}]}),
    ("things without fields", {"people": [{}, {}]}),
    ("a mapping", {"strings": {"of": "of", "count": ["one", "many"]}}),
    ("a hundred scripts", {"name": "喬伯海 \u202eabc \U0001f600"}),
]


@pytest.mark.parametrize(("name", "data"), CASES, ids=[case[0] for case in CASES])
def test_packed_data_come_back_and_are_letters_alone(name: str, data: dict[str, Any]) -> None:
    text = packed(data)
    assert unpacked(text) == data
    assert re.fullmatch(r"[A-Za-z0-9+/=]+", text)


def test_half_a_surrogate_pair_is_kept_apart_from_utf_8() -> None:
    """It comes from a damaged escape in a JSON line; written as it is, the page could not be encoded."""
    assert unpacked(packed({"name": "a\ud83d"})) == {"name": "a\ud83d"}


def test_the_order_of_the_keys_does_not_matter() -> None:
    assert packed({"a": 1, "b": {"x": 1, "y": 2}}) == packed({"b": {"y": 2, "x": 1}, "a": 1})
