"""Upper tails of sums of unequal coin tosses (Poisson binomial), and corrections for many tests."""

from __future__ import annotations

from typing import Any, Literal, get_args

import numpy as np

Correction = Literal["holm", "bh", "none"]
CORRECTIONS: tuple[Correction, ...] = get_args(Correction)
BATCH = 1024
"""Rows at a time: their sums stay in the cache of a core (measured: 4096 take five times as long)."""
LEAST, HALF = -36.0, -0.7
"""Logarithms: what is left out is below e^-36 of the tail's first term, and each term of it below half of the one before."""
UNDERFLOW = -600.0


def upper_tails(chances: Any, times: Any, counts: Any) -> Any:
    """P(X >= c) for every row: X counts the successes of tosses with `chances[row]`, each tossed `times` times.

    `chances` is rows x classes, `times` one number a class, `counts` one c a row. Exact but for rounding: probabilities are
    only added and multiplied, so small tails keep their digits (no 1 - P). The sum runs from c to where the rest is
    below a part in 10^15 of it. The tosses of a class are taken together, as a binomial.
    """
    chances, counts = np.asarray(chances, dtype=float), np.asarray(counts, dtype=np.int64)
    times = np.asarray(times, dtype=np.int64)
    chances, times = chances[:, times > 0], times[times > 0]
    result = np.ones(len(counts))
    width = _widths(chances, times, counts)
    order = np.argsort(width, kind="stable")
    for begin in range(0, len(order), BATCH):
        rows = order[begin : begin + BATCH]
        size = int(width[rows].max()) + 1
        mass = np.zeros((size, len(rows)))
        mass[0] = 1.0
        for number, tosses in enumerate(times.tolist()):
            mass = _tossed(mass, chances[rows, number], tosses)
        tail = np.cumsum(mass[::-1], axis=0)[::-1]
        result[rows] = np.where(
            counts[rows] > 0, tail[np.minimum(counts[rows], size - 1), np.arange(len(rows))], 1.0
        )
    return np.clip(result, 0.0, 1.0)


def _widths(chances: Any, times: Any, counts: Any) -> Any:
    """Up to how many successes a row has to be followed.

    P(X = j + 1) / P(X = j) is at most (sum of the odds) / (j + 1): Newton's inequalities on the odds.
    """
    tosses = int(times.sum())
    reach = np.maximum(chances @ times, counts)
    most = np.minimum(tosses, np.ceil(reach + 12 * np.sqrt(reach) + 50)).astype(np.int64)
    with np.errstate(divide="ignore"):
        odds = np.where(chances < 1, chances / (1 - chances), np.inf) @ times.astype(float)
        rise = np.log(odds)
    width, left = np.minimum(counts, most), np.zeros(len(counts))
    growing = width < most
    while growing.any():
        step = rise - np.log(width + 1.0)
        left = np.where(growing, left + step, left)
        width = width + growing
        growing &= (width < most) & ((left > LEAST) | (step > HALF))
    return width


def _tossed(mass: Any, chance: Any, tosses: int) -> Any:
    """Add `tosses` tosses of one chance a row to the distribution of each row, as far as that goes."""
    size = len(mass)
    with np.errstate(divide="ignore"):
        none = tosses * np.log1p(-chance)
    if none.min(initial=0.0) < UNDERFLOW:  # no toss succeeding is too rare to begin from
        for _ in range(tosses):
            mass[1:] = mass[1:] * (1 - chance) + mass[:-1] * chance
            mass[0] *= 1 - chance
        return mass
    share, odds = np.exp(none), chance / (1 - chance)
    added = mass * share
    for successes in range(1, min(tosses, size - 1) + 1):
        share = share * odds * ((tosses - successes + 1) / successes)
        added[successes:] += mass[: size - successes] * share
    return added


def adjusted(p: Any, tests: int, correction: Correction = "holm") -> Any:
    """Correct p values for `tests` tests made (those not given have p = 1): compare the result with alpha.

    holm: the chance of even one false rejection stays within alpha (Holm 1979). bh: the expected share of false ones
    among the rejected does (Benjamini and Hochberg 1995). none: as given. Raises ValueError for another name, or where
    more values than tests are given.
    """
    p = np.asarray(p, dtype=float)
    if correction not in CORRECTIONS:
        raise ValueError(f"unknown correction {correction!r}: one of {', '.join(CORRECTIONS)}")
    if tests < len(p):
        raise ValueError(f"{len(p)} p values from {tests} tests")
    if correction == "none" or not len(p):
        return p.copy()
    order = np.argsort(p, kind="stable")
    rank = np.arange(1, len(p) + 1)
    if correction == "holm":
        ordered = np.maximum.accumulate(p[order] * (tests - rank + 1))
    else:
        ordered = np.minimum.accumulate((p[order] * tests / rank)[::-1])[::-1]
    result = np.empty(len(p))
    result[order] = np.minimum(ordered, 1.0)
    return result
