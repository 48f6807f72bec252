"""Positions: the same every time, components apart, nothing on top of another, and little moved by a new report."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest
from crowd import crowd
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.records import Records
from graph.layout import layout
from graph.viewdata import view_data

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


# -- a new report moves little -----------------------------------------------------------------------------------------------


def spots_of(records: Records, mode: str) -> dict[str, tuple[float, float]]:
    """Lasting id -> place, in one of the page's drawings."""
    data = view_data(records)
    things = {"p": data["people"], "m": data["meetings"], "b": data["bodies"]}
    return {
        node[0] + things[node[0]][int(node[1:])]["id"]: (x, y)
        for node, x, y, _ in data["drawn"][mode]["nodes"]
    }


def without(records: Records, meeting: str) -> Records:
    return replace(
        records,
        meetings=tuple(m for m in records.meetings if m.id != meeting),
        participations=tuple(p for p in records.participations if p.meeting_id != meeting),
    )


@pytest.mark.parametrize("mode", ["affiliation", "company"])
def test_a_new_report_moves_the_others_little(mode: str) -> None:
    """For each of the last meetings: with it and without it half of the nodes move by less than a fiftieth of the page."""
    records = crowd(160, 60)
    dated = sorted((m for m in records.meetings if m.date), key=lambda m: m.date or "")
    full = spots_of(records, mode)
    diagonal = float(np.hypot(*np.ptp(np.array(list(full.values())), axis=0)))
    for meeting in dated[-4:]:
        part = spots_of(without(records, meeting.id), mode)
        moves = [np.hypot(*np.subtract(full[node], part[node])) / diagonal for node in part if node in full]
        assert len(moves) > 100
        assert np.median(moves) < 0.02, meeting.id
        assert np.percentile(moves, 90) < 0.1, meeting.id


def test_a_drawing_without_ages_has_no_past() -> None:
    assert layout(EDGES) == layout(EDGES, None, dict.fromkeys(EDGES, 0))


def test_a_grown_drawing_keeps_components_apart() -> None:
    ages = {pair: number for number, pair in enumerate(CHAINS)}
    parts = boxes(layout(CHAINS, None, ages), ["abcdefgh", "ijklmnop", "qrst"])
    for number, one in enumerate(parts):
        for other in parts[number + 1 :]:
            assert one[2] < other[0] or other[2] < one[0] or one[3] < other[1] or other[3] < one[1]


# three chains whose ties come in turn, so that the later stages have old components and a new one
CHAINS = [
    *[pair for a, b in zip(zip("abcdefg", "bcdefgh", strict=True), zip("ijklmno", "jklmnop", strict=True), strict=True) for pair in (a, b)],
    *zip("qrs", "rst", strict=True),
]  # fmt: skip


def test_the_order_of_edges_does_not_count_in_a_grown_drawing() -> None:
    ages = {pair: number for number, pair in enumerate(CHAINS)}
    assert layout(CHAINS, None, ages) == layout(list(reversed(CHAINS)), None, ages)
