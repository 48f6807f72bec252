"""Pairs of people who were together, counted against what the gold says."""

from __future__ import annotations

import pytest

from graph.check import score


def gold(*meetings: str) -> list[dict[str, object]]:
    """One report with these meetings, each the names of those present."""
    present = [[{"name": name, "roles": ["attended"]} for name in names.split(", ")] for names in meetings]
    return [{"document": "a.txt", "meetings": [{"present": people} for people in present]}]


def rows(**meetings: str) -> list[dict[str, str]]:
    return [
        {"document": "a.txt", "meeting_id": meeting, "person": name, "role": "attended"}
        for meeting, names in meetings.items()
        for name in names.split(", ")
    ]


@pytest.mark.parametrize(
    ("phenomenon", "met", "found", "counts"),
    [
        ("as it was", ["Ann Moss, Carl Low"], rows(m1="Ann Moss, Carl Low"), (1, 0, 0)),
        ("two talks taken for one", ["Ann Moss, Ina Fell", "Carl Low, Ina Fell"], rows(m1="Ann Moss, Carl Low, Ina Fell"), (2, 1, 0)),
        ("one meeting taken for two", ["Ann Moss, Carl Low"], rows(m1="Ann Moss", m2="Carl Low"), (0, 0, 1)),
        ("somebody who was not found has no tie to miss", ["Ann Moss, Carl Low"], rows(m1="Ann Moss"), (0, 0, 0)),
        ("somebody let in wrongly is counted elsewhere", ["Ann Moss"], rows(m1="Ann Moss, Joe Dunn"), (0, 0, 0)),
        ("rows without meetings are of one", ["Ann Moss", "Carl Low"], rows(**{"": "Ann Moss, Carl Low"}), (0, 1, 0)),
    ],
)  # fmt: skip
def test_ties(
    phenomenon: str, met: list[str], found: list[dict[str, str]], counts: tuple[int, int, int]
) -> None:
    result = score(found, gold(*met))  # type: ignore[arg-type]
    assert (result.ties.right, result.ties.wrong, result.ties.missed) == counts
    told = [line for line in result.mistakes if "tie of" in line]
    assert len(told) == counts[1]
