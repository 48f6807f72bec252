"""Place discs side by side, in about the shape of a screen: those with many ties near each other, none nearer than a clear gap."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from graph.packing import ASPECT, GAP, Position

Floats = NDArray[np.float64]

ROUNDS = 240
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
    pull = np.zeros((count, count))
    for (a, b), many in ties.items():
        pull[a, b] = pull[b, a] = many
    whole = np.maximum(pull.sum(axis=1), 1.0)
    pull = pull / np.sqrt(whole[:, None] * whole[None, :])
    gap = clear_gap(radii)
    need = radii[:, None] + radii[None, :] + gap
    np.fill_diagonal(need, 0.0)
    at = _spread(_start(need, pull, wanted), radii + gap / 2)
    begun = at.copy()
    hold = hold or (LIGHT if any(place is not None for place in wanted) else 0.0)
    share = radii[None, :] ** 2 / (radii[:, None] ** 2 + radii[None, :] ** 2)  # the smaller gives way
    for turn in range(ROUNDS):
        cool = 1 - turn / ROUNDS
        move = (pull[:, :, None] * (at[None, :, :] - at[:, None, :])).sum(axis=1) * PULL
        move = move - at * GRAVITY * np.array([1 / ASPECT, ASPECT])
        at = at + (move + (begun - at) * hold * HOLD) * cool
        for _ in range(3):
            at = _parted(at, need * min(1.0, 0.3 + 0.8 * turn / ROUNDS), share)
    for _ in range(SWEEPS):
        parted = _parted(at, need, share)
        if np.abs(parted - at).max(initial=0.0) < 0.05:
            break
        at = parted
    return at


def clear_gap(radii: Floats) -> float:
    """The space between two discs: room for a line of text when all of them are on one screen."""
    return max(GAP, 0.025 * float(np.sqrt((4 * radii**2).sum() * ASPECT)))


def _start(need: Floats, pull: Floats, wanted: Sequence[Position | None]) -> Floats:
    """Begin where discs are wanted, the others beside those that they have most to do with; else by classical scaling."""
    from graph.stress import stress_layout

    count = len(need)
    known = [n for n, place in enumerate(wanted) if place is not None]
    # a spiral of a pixel parts discs that begin on one spot
    turn = np.arange(count) * 2.399963
    spiral = np.stack([np.cos(turn), np.sin(turn)], axis=1)
    if not known:
        ones, others = np.triu_indices(count, 1)
        apart = need[ones, others] * (1 + 2 * (1 - pull[ones, others]) ** 4)
        if count == 1:
            return np.zeros((1, 2))
        return stress_layout(count, np.stack([ones, others], axis=1), apart)
    places = np.array([wanted[n] for n in known], dtype=float)
    middle = (places.max(axis=0) + places.min(axis=0)) / 2
    at = np.zeros((count, 2))
    at[known] = places - middle
    for n in range(count):
        if wanted[n] is None:
            near = pull[n, known]
            if near.sum() > 0:
                at[n] = (near[:, None] * at[known]).sum(axis=0) / near.sum()
    return at + spiral


def _spread(at: Floats, radii: Floats) -> Floats:
    """Give the places the spread, across and down, that the discs have when they lie packed in the shape of a screen."""
    area = float((radii**2).sum()) / FILLED  # in units of pi
    wanted = np.sqrt([area * ASPECT, area / ASPECT]) / 2
    return (at - at.mean(axis=0)) * (wanted / np.maximum(at.std(axis=0), 1.0))


def _parted(at: Floats, need: Floats, share: Floats) -> Floats:
    """Push discs apart that are nearer than they need, the small ones farther than the large."""
    gap = at[:, None, :] - at[None, :, :]
    far = np.maximum(np.hypot(gap[:, :, 0], gap[:, :, 1]), 1e-6)
    lack = np.maximum(need - far, 0.0)
    return at + (gap / far[:, :, None] * (lack * share)[:, :, None]).sum(axis=1) * 0.3
