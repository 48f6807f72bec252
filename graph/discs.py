"""Place discs side by side, in about the shape of a screen: those with many ties near each other, none nearer than a clear gap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from graph.near import near_pairs
from graph.packing import ASPECT, GAP, Position

Floats = NDArray[np.float64]
Ints = NDArray[np.int_]

ROUNDS = 240
HELD_ROUNDS = 80  # of discs that are held: measured, they come to rest as well in a third, a hundredth nearer to their places
SWEEPS = 400  # at most, to part the discs at the end
PULL = 0.12  # how far ties draw two discs together in a round
GRAVITY = 0.08  # how far the middle draws all
HOLD = 0.8  # how far its place before draws a disc that is held with weight 1
LIGHT = 0.25  # the weight with which places to start from hold where none is said
FILLED = 0.7  # the share of the drawing that discs cover, with the gap around them


def placed_discs(
    radii: Floats,
    ties: Mapping[tuple[int, int], int],
    wanted: Sequence[Position | None],
    hold: float,
) -> Floats:
    """Find a centre for each disc: one row (x, y) each.

    `ties` counts what joins two discs, (lower number, higher number). `wanted` are places to start from, where there are any; they
    are stretched to the room that all need, and the higher `hold`, the nearer a disc stays to its place there.
    """
    count = len(radii)
    pairs = np.array(sorted(ties), dtype=int).reshape(-1, 2)
    many = np.array([ties[a, b] for a, b in pairs.tolist()], dtype=float)
    whole = np.maximum(_sums(pairs, many[:, None], count, sign=1.0)[:, 0], 1.0)
    pull = many / np.sqrt(whole[pairs[:, 0]] * whole[pairs[:, 1]])
    gap = clear_gap(radii)
    at = _spread(_start(radii + gap / 2, pairs, pull, wanted), radii + gap / 2)
    begun = at.copy()
    rounds = HELD_ROUNDS if hold else ROUNDS
    hold = hold or (LIGHT if any(place is not None for place in wanted) else 0.0)
    for turn in range(rounds):
        cool = 1 - turn / rounds
        toward = (at[pairs[:, 1]] - at[pairs[:, 0]]) * pull[:, None]
        move = _sums(pairs, toward, count, sign=-1.0) * PULL
        move = move - at * GRAVITY * np.array([1 / ASPECT, ASPECT])
        at = at + (move + (begun - at) * hold * HOLD) * cool
        for _ in range(3):
            at = _parted(at, radii, gap, min(1.0, 0.3 + 0.8 * turn / rounds))
    for _ in range(SWEEPS):
        parted = _parted(at, radii, gap, 1.0)
        if np.abs(parted - at).max(initial=0.0) < 0.05:
            break
        at = parted
    return at


def _sums(pairs: Ints, values: Floats, count: int, *, sign: float) -> Floats:
    """Add the values of the pairs to both their ends, to the second `sign` times."""
    first, second = pairs[:, 0], pairs[:, 1]
    columns = [
        np.bincount(first, column, count) + sign * np.bincount(second, column, count) for column in values.T
    ]
    return np.stack(columns, axis=1)


def clear_gap(radii: Floats) -> float:
    """The space between two discs: room for a line of text when all of them are on one screen."""
    return max(GAP, 0.025 * float(np.sqrt((4 * radii**2).sum() * ASPECT)))


def _start(radii: Floats, pairs: Ints, pull: Floats, wanted: Sequence[Position | None]) -> Floats:
    """Begin where discs are wanted, the others beside those that they have most to do with; else by stress."""
    from graph.stress import stress_layout

    count = len(radii)
    known = np.array([place is not None for place in wanted], dtype=bool)
    if count == 1:
        return np.zeros((1, 2))
    if not known.any():
        close = np.zeros((count, count))
        close[pairs[:, 0], pairs[:, 1]] = pull
        ones, others = np.triu_indices(count, 1)
        apart = (radii[ones] + radii[others]) * (1 + 2 * (1 - close[ones, others]) ** 4)
        return stress_layout(count, np.stack([ones, others], axis=1), apart)
    places = np.array([place or (0.0, 0.0) for place in wanted], dtype=float)
    middle = (places[known].max(axis=0) + places[known].min(axis=0)) / 2
    at = np.where(known[:, None], places - middle, 0.0)
    # each end of a tie tells the other where it is, if it knows
    told = np.concatenate([pairs, pairs[:, ::-1]])
    weight = np.concatenate([pull, pull]) * known[told[:, 1]]
    total = np.bincount(told[:, 0], weight, count)
    means = [np.bincount(told[:, 0], weight * at[told[:, 1], axis], count) for axis in (0, 1)]
    beside = np.stack(means, axis=1) / np.maximum(total, 1e-12)[:, None]
    at = np.where(known[:, None] | (total == 0)[:, None], at, beside)
    # a spiral of a pixel parts discs that begin on one spot
    turn = np.arange(count) * 2.399963
    return at + np.stack([np.cos(turn), np.sin(turn)], axis=1)


def _spread(at: Floats, radii: Floats) -> Floats:
    """Give the places the spread, across and down, that the discs have when they lie packed in the shape of a screen."""
    area = float((radii**2).sum()) / FILLED  # in units of pi
    wanted = np.sqrt([area * ASPECT, area / ASPECT]) / 2
    return (at - at.mean(axis=0)) * (wanted / np.maximum(at.std(axis=0), 1.0))


def _parted(at: Floats, radii: Floats, gap: float, share: float) -> Floats:
    """Push discs apart that are nearer than `share` of what they need, the small ones farther than the large."""
    far = share * (2 * float(radii.max()) + gap)
    close = near_pairs(at, far)
    one, other = close[:, 0], close[:, 1]
    apart = at[one] - at[other]
    away = np.maximum(np.hypot(apart[:, 0], apart[:, 1]), 1e-6)
    lack = np.maximum(share * (radii[one] + radii[other] + gap) - away, 0.0)
    push = apart / away[:, None] * lack[:, None] * 0.3
    mass = radii[one] ** 2 + radii[other] ** 2
    gives = np.stack([radii[other] ** 2 / mass, radii[one] ** 2 / mass], axis=1)  # the smaller gives way
    move = [
        np.bincount(one, push[:, axis] * gives[:, 0], len(at))
        - np.bincount(other, push[:, axis] * gives[:, 1], len(at))
        for axis in (0, 1)
    ]
    return at + np.stack(move, axis=1)
