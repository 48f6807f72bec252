"""Which points of the plane are near each other. Not scipy's tree: to load it costs a second build more than all that it finds."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int_]

FEW = 100
"""Points of which all pairs are compared."""


def near_pairs(at: Floats, far: float) -> Ints:
    """The pairs of points (rows of `at`) that are at most `far` from each other: two columns, the lower number first, sorted."""
    one, other = _all_pairs(len(at)) if len(at) <= FEW else _in_squares(at, far)
    x, y = at[:, 0], at[:, 1]
    across, down = x[one] - x[other], y[one] - y[other]
    close = np.flatnonzero(across * across + down * down <= far * far)
    one, other = one[close], other[close]
    if len(at) > FEW:
        pair = np.sort(np.minimum(one, other) * len(at) + np.maximum(one, other))
        one, other = np.divmod(pair, len(at))
    return np.stack([one, other], axis=1)


@lru_cache(maxsize=64)
def _all_pairs(count: int) -> tuple[Ints, Ints]:
    return np.triu_indices(count, k=1)


def _in_squares(at: Floats, far: float) -> tuple[Ints, Ints]:
    """The pairs of points in one square of `far` by `far`, or in two that touch: each pair once, among them all that are near."""
    square = np.floor((at - at.min(axis=0)) / far).astype(np.int64) + 1
    width = int(square[:, 1].max()) + 2
    place = square[:, 0] * width + square[:, 1]
    order = np.argsort(place, kind="stable")
    place = place[order]
    # Squares are numbered down the columns: what lies behind a point in its own square and the one below, then the three to the right.
    ranges = (
        (np.arange(1, len(at) + 1), np.searchsorted(place, place + 1, side="right")),
        (np.searchsorted(place, place + width - 1), np.searchsorted(place, place + width + 1, side="right")),
    )
    ones, others = [], []
    for begin, end in ranges:
        many = end - begin
        first = np.cumsum(many) - many
        ones.append(np.repeat(np.arange(len(at)), many))
        others.append(np.arange(int(many.sum())) + np.repeat(begin - first, many))
    return order[np.concatenate(ones)], order[np.concatenate(others)]
