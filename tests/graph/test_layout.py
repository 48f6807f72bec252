"""Positions: the same every time, components apart, nothing on top of another."""

from __future__ import annotations

import subprocess
import sys

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.layout import layout

EDGES = [
    ("a", "b"),
    ("b", "c"),
    ("c", "a"),
    ("x", "y"),
    ("u", "v"),
    ("v", "w"),
    ("w", "q"),
    ("q", "u"),
    ("u", "w"),
]


def boxes(
    spots: dict[str, tuple[float, float]], groups: list[str]
) -> list[tuple[float, float, float, float]]:
    return [
        (
            min(spots[n][0] for n in g),
            min(spots[n][1] for n in g),
            max(spots[n][0] for n in g),
            max(spots[n][1] for n in g),
        )
        for g in groups
    ]


def test_components_do_not_overlap() -> None:
    parts = boxes(layout(EDGES), ["abc", "xy", "uvwq"])
    for number, one in enumerate(parts):
        for other in parts[number + 1 :]:
            assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


def test_the_order_of_edges_does_not_count() -> None:
    assert layout(EDGES) == layout([(b, a) for a, b in reversed(EDGES)])


def test_every_process_places_the_nodes_alike() -> None:
    code = f"from graph.layout import layout; print(sorted(layout({EDGES!r}).items()))"
    found = {
        subprocess.run(
            [sys.executable, "-c", code],
            env={"PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for seed in ("1", "2")
    }
    assert len(found) == 1


@settings(max_examples=40, deadline=None)
@given(st.sets(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=60))
def test_all_linked_nodes_and_no_others_have_a_place(pairs: set[tuple[int, int]]) -> None:
    edges = [(f"n{a}", f"n{b}") for a, b in pairs]
    spots = layout(edges)
    assert set(spots) == {node for a, b in edges if a != b for node in (a, b)}
    assert len(set(spots.values())) == len(spots)
