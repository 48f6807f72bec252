"""Pairs of near points: those that a comparison of all finds, whatever way is taken to find them."""

from __future__ import annotations

from itertools import combinations

import numpy as np
import pytest

from graph.near import FEW, near_pairs


@pytest.mark.parametrize("count", [1, 2, 3, 40, FEW, FEW + 1, 3 * FEW])
@pytest.mark.parametrize("far", [1.0, 46.0, 5000.0])
def test_pairs_are_those_that_are_near(count: int, far: float) -> None:
    at = np.random.default_rng(count).normal(size=(count, 2)) * 46 * count**0.5
    wanted = [(a, b) for a, b in combinations(range(count), 2) if ((at[a] - at[b]) ** 2).sum() <= far * far]
    assert list(map(tuple, near_pairs(at, far).tolist())) == wanted


@pytest.mark.parametrize(
    ("name", "step"),
    [("on one spot", (0.0, 0.0)), ("in a row", (46.0, 0.0)), ("in a column", (0.0, 46.0))],
)
def test_points_in_a_regular_place(name: str, step: tuple[float, float]) -> None:
    at = np.arange(2 * FEW)[:, None] * np.array(step) - 1000
    pairs = list(map(tuple, near_pairs(at, 46.0).tolist()))
    count = len(at)
    beside = [(n, n + 1) for n in range(count - 1)]
    assert pairs == (list(combinations(range(count), 2)) if step == (0.0, 0.0) else beside), name
