"""Lay out one connected network so that distances on the page follow distances along its ties.

Stress majorisation (Gansner, Koren and North 2004), started from classical scaling to pivots (Brandes and Pich 2007) and, where
there are too many pairs, with pivots standing for the nodes around them (Ortmann, Klimenta and Brandes 2017). It opens up hubs and
shows chains and groups as they are; springs in rustworkx took 23 s for 4,000 nodes on two cores,
this takes three.

Everything is sums over arrays in a fixed order and no linear algebra of a library: the same bits whatever number of threads.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int_]

PIVOTS = 120  # measured: more made no drawing of 3,000 nodes better that could be seen
ALL_PAIRS = 400  # up to here every node is a pivot
SMALL = 80  # up to here distances are found node by node
ROUNDS = 80
STRIDES = (1, 2, 5)  # which of its siblings around a hub a node is kept apart from


class Terms(NamedTuple):
    """Wishes, one a row: node `i` wants to be `d` away from where `j` is, with weight `w`."""

    i: Ints
    j: Ints
    d: Floats
    w: Floats


def stress_layout(
    count: int,
    ties: Ints,
    lengths: Floats,
    *,
    start: Floats | None = None,
    hold: Floats | None = None,
    rounds: int = ROUNDS,
) -> Floats:
    """Place `count` nodes, joined into one component by `ties` (two columns) of the given lengths.

    `start` are places to begin from, a row a node; without them classical scaling gives them. `hold` says for each node how
    much its start weighs beside all other wishes (0: nothing, 1: as much as they all). Returns one row (x, y) for each
    node, in the unit of `lengths`.
    """
    pivots, distances = _pivots(count, ties, lengths)
    at = _scaling(distances) if start is None else start
    terms = _all_terms(
        _pivot_terms(pivots, distances), _tie_terms(ties, lengths), _sibling_terms(ties, lengths)
    )
    begun, held = at, np.zeros((count, 1)) if hold is None else hold[:, None]
    # Nodes with the same distances to all pivots lie on one spot: a small spiral parts them, each to a side of its own.
    turn = np.arange(count) * 2.399963
    at = at + 0.05 * np.stack([np.cos(turn), np.sin(turn)], axis=1)
    total = np.bincount(terms.i, terms.w, count)
    spots = [
        np.ascontiguousarray(at[:, axis]) for axis in (0, 1)
    ]  # apart: a gather of single numbers is the faster one
    begun_by_axis = [begun[:, axis] for axis in (0, 1)]
    held = held[:, 0]
    for _ in range(rounds if start is None else rounds // 2):
        ends = [spot[terms.j] for spot in spots]
        gap = [spot[terms.i] - end for spot, end in zip(spots, ends, strict=True)]
        share = terms.d / np.maximum(np.sqrt(gap[0] ** 2 + gap[1] ** 2), 1e-6)
        for axis in (0, 1):
            goal = ends[axis] + gap[axis] * share
            mean = np.bincount(terms.i, terms.w * goal, count) / total
            wanted = (mean + held * begun_by_axis[axis]) / (1 + held)
            spots[axis] = (spots[axis] + wanted) / 2  # half-way: all nodes move at once, and would swing
    return np.stack(spots, axis=1)


def _pivots(count: int, ties: Ints, lengths: Floats) -> tuple[Ints, Floats]:
    """Choose pivots far from each other; return them and their distances to all nodes (one row a pivot)."""
    if count <= SMALL:
        return np.arange(count), _all_distances(count, ties, lengths)
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import dijkstra

    matrix = coo_array((lengths, (ties[:, 0], ties[:, 1])), shape=(count, count)).tocsr()
    if count <= ALL_PAIRS:
        return np.arange(count), dijkstra(matrix, directed=False)
    chosen, rows = [0], [dijkstra(matrix, directed=False, indices=0)]
    nearest = rows[0]
    while len(chosen) < PIVOTS:
        chosen.append(int(nearest.argmax()))
        rows.append(dijkstra(matrix, directed=False, indices=chosen[-1]))
        nearest = np.minimum(nearest, rows[-1])
    return np.array(chosen), np.array(rows)


def _all_distances(count: int, ties: Ints, lengths: Floats) -> Floats:
    """The distances of all nodes (Floyd 1962): for a few it costs less than loading what does it for many."""
    far = np.full((count, count), np.inf)
    far[ties[:, 0], ties[:, 1]] = far[ties[:, 1], ties[:, 0]] = lengths
    np.fill_diagonal(far, 0.0)
    for by in range(count):
        far = np.minimum(far, far[:, by, None] + far[by])
    return far


def _scaling(distances: Floats) -> Floats:
    """Place all nodes by their distances to the pivots: the two main axes of the doubly centred squares."""
    squares = (distances**2).T
    centred = squares - squares.mean(axis=0)[None, :] - squares.mean(axis=1)[:, None] + squares.mean()
    product = np.einsum("nk,nl->kl", centred, centred)
    axes: list[Floats] = []
    for number in (1, 2):
        axis = np.cos(np.arange(1.0, len(product) + 1) * number)
        for _ in range(60):
            for other in axes:
                axis = axis - (axis * other).sum() * other
            axis = (product * axis[None, :]).sum(axis=1)
            axis = axis / max(float(np.sqrt((axis**2).sum())), 1e-12)
        axes.append(axis)
    at = np.stack([(centred * axis[None, :]).sum(axis=1) for axis in axes], axis=1)
    spread = float(np.sqrt((at**2).sum(axis=1)).mean())
    return at / max(spread, 1e-12) * float(distances.mean())


def _pivot_terms(pivots: Ints, distances: Floats) -> Terms:
    """A pivot stands for the nodes nearest to it that are no farther from it than half-way to the node that looks."""
    count = distances.shape[1]
    nearest = distances.argmin(axis=0)
    i, j, d, w = [], [], [], []
    for row, pivot in enumerate(pivots):
        own = np.sort(distances[row][nearest == row])
        others = np.delete(np.arange(count), pivot)
        away = distances[row][others]
        stands_for = np.maximum(np.searchsorted(own, away / 2, side="right"), 1)
        i.append(others)
        j.append(np.full(len(others), pivot))
        d.append(away)
        w.append(stands_for / away**2)
    return Terms(np.concatenate(i), np.concatenate(j), np.concatenate(d), np.concatenate(w))


def _tie_terms(ties: Ints, lengths: Floats) -> Terms:
    return Terms(ties[:, 0], ties[:, 1], lengths, lengths**-2.0)


def _sibling_terms(ties: Ints, lengths: Floats) -> Terms:
    """Some pairs around one hub: without them, nodes that are no pivots would stay on one spot."""
    hub, other = np.concatenate([ties[:, 0], ties[:, 1]]), np.concatenate([ties[:, 1], ties[:, 0]])
    far = np.concatenate([lengths, lengths])
    order = np.lexsort((far, other, hub))
    hub, other, far = hub[order], other[order], far[order]
    first = np.flatnonzero(np.diff(hub, prepend=-1))
    sizes = np.diff(first, append=len(hub))
    begin, size = np.repeat(first, sizes), np.repeat(sizes, sizes)
    place = np.arange(len(hub)) - begin
    partner = np.concatenate([begin + (place + stride) % size for stride in STRIDES])
    one, two = np.tile(other, len(STRIDES)), other[partner]
    length = np.tile(far, len(STRIDES)) + far[partner]
    count = int(hub.max()) + 1
    pair = np.minimum(one, two) * count + np.maximum(one, two)
    tied = ties.min(axis=1) * count + ties.max(axis=1)
    free = (one != two) & ~np.isin(pair, tied)
    if not free.any():
        return _tie_terms(ties[:0], lengths[:0])
    pair, length = pair[free], length[free]
    order = np.argsort(pair, kind="stable")
    pairs, at = np.unique(pair[order], return_index=True)
    nearest = np.minimum.reduceat(length[order], at)
    return _tie_terms(np.stack([pairs // count, pairs % count], axis=1), nearest)


def _all_terms(one_way: Terms, *both_ways: Terms) -> Terms:
    parts: Sequence[Terms] = [one_way, *both_ways, *(Terms(t.j, t.i, t.d, t.w) for t in both_ways)]
    return Terms(*(np.concatenate(column) for column in zip(*parts, strict=True)))
