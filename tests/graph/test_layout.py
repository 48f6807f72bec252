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


# -- a large drawing is laid out community by community ------------------------------------------------------------------------


def circles(count: int, size: int) -> tuple[list[tuple[str, str]], dict[str, int]]:
    """Circles of people, everybody tied to the next three; each has a tie to the next circle, and one person knows them all."""
    name = [[f"n{circle:02d}.{n:02d}" for n in range(size)] for circle in range(count)]
    ties = [(own[n], own[(n + step) % size]) for own in name for n in range(size) for step in (1, 2, 3)]
    ties += [(name[n][0], name[(n + 1) % count][1]) for n in range(count)]
    ties += [(name[0][5], own[n]) for own in name[1:] for n in (2, 9)]
    return ties, {node: number for number, own in enumerate(name, 1) for node in own}


def apart(spots: dict[str, tuple[float, float]], groups: dict[str, int]) -> float:
    """The clear space between the discs around any two communities, at least."""
    discs = []
    for group in sorted(set(groups.values())):
        at = np.array([spots[node] for node in sorted(spots) if groups[node] == group])
        middle = (at.max(axis=0) + at.min(axis=0)) / 2
        discs.append((middle, np.hypot(*(at - middle).T).max()))
    return float(min(np.hypot(*(a - b)) - r - s for n, (a, r) in enumerate(discs) for b, s in discs[n + 1 :]))


def test_large_communities_lie_apart_whoever_knows_them_all() -> None:
    ties, groups = circles(14, 30)
    spots = layout(ties, lambda _: groups)
    assert apart(spots, groups) > 46  # more than the nodes of one community are from each other
    wide, tall = np.ptp(np.array(list(spots.values())), axis=0)
    assert 1.0 < wide / tall < 2.0


def test_the_order_of_edges_does_not_count_in_a_large_drawing() -> None:
    ties, groups = circles(12, 30)
    assert layout(ties, lambda _: groups) == layout([(b, a) for a, b in reversed(ties)], lambda _: groups)


def test_communities_that_have_more_to_do_with_each_other_lie_nearer() -> None:
    ties, groups = circles(16, 24)
    close = [(f"n03.{n:02d}", f"n11.{n:02d}") for n in range(24)]
    spots = layout(ties + close, lambda _: groups)
    middle = {
        group: np.mean([spots[node] for node in spots if groups[node] == group], axis=0)
        for group in set(groups.values())
    }
    far = sorted(np.hypot(*(middle[4] - middle[other])) for other in middle if other != 4)
    assert np.hypot(*(middle[4] - middle[12])) in far[:4]


def test_who_is_of_no_community_is_drawn_with_most_of_the_neighbours() -> None:
    ties, groups = circles(12, 30)
    fresh = [("new", f"n05.{n:02d}") for n in (4, 8)] + [("new", "n09.04"), ("newer", "new")]
    spots = layout(ties + fresh, lambda _: groups)
    assert apart(spots, groups | {"new": 6, "newer": 6}) > 46


def test_a_community_that_is_no_whole_is_drawn_as_one() -> None:
    """People who are tied only to other communities, as the affiliation network has them, still stand with their own."""
    ties, groups = circles(12, 30)
    groups |= {"n02.00": 7, "n02.01": 7, "n02.02": 7}
    assert apart(layout(ties, lambda _: groups), groups) > 46


@pytest.mark.parametrize("mode", ["affiliation", "company"])
def test_a_new_report_moves_a_large_drawing_little(mode: str) -> None:
    records = crowd(600, 340, 12, leaders=20)
    newest = max((m for m in records.meetings if m.date), key=lambda m: m.date or "")
    full, part = spots_of(records, mode), spots_of(without(records, newest.id), mode)
    diagonal = float(np.hypot(*np.ptp(np.array(list(full.values())), axis=0)))
    moves = [np.hypot(*np.subtract(full[node], part[node])) / diagonal for node in part if node in full]
    assert len(moves) > 500
    assert np.median(moves) < 0.03
    assert np.percentile(moves, 90) < 0.1
