"""Upper tails of sums of unequal coin tosses (Poisson binomial), and corrections for many tests."""

from __future__ import annotations

from typing import Any, Literal, get_args

import numpy as np

Correction = Literal["holm", "bh", "none"]
CORRECTIONS: tuple[Correction, ...] = get_args(Correction)
BATCH = (
    1024  # rows at a time: their sums stay in the cache of a core (measured: 4096 take five times as long)
)


def upper_tails(chances: Any, times: Any, counts: Any) -> Any:
    """P(X >= c) for every row: X counts the successes of tosses with `chances[row]`, each tossed `times` times.

    `chances` is rows x classes, `times` one number a class, `counts` one c a row. Exact but for rounding: probabilities are
    only added and multiplied, so small tails keep their digits (no 1 - P). The sum runs from c to where the rest is
    below a part in 10^15 of it.
    """
    chances, counts = np.asarray(chances, dtype=float), np.asarray(counts, dtype=np.int64)
    result = np.ones(len(counts))
    tosses = int(np.sum(times))
    mean = chances @ np.asarray(times, dtype=float)
    reach = np.maximum(mean, counts)
    width = np.minimum(tosses, np.ceil(reach + 12 * np.sqrt(reach) + 50)).astype(np.int64)
    order = np.argsort(width, kind="stable")
    for begin in range(0, len(order), BATCH):
        rows = order[begin : begin + BATCH]
        size = int(width[rows].max()) + 1
        mass = np.zeros((size, len(rows)))
        mass[0] = 1.0
        done = 0
        for number, repeated in enumerate(np.asarray(times).tolist()):
            q = chances[rows, number]
            for _ in range(int(repeated)):
                done = min(done + 1, size - 1)
                mass[1 : done + 1] = mass[1 : done + 1] * (1 - q) + mass[:done] * q
                mass[0] *= 1 - q
        tail = np.cumsum(mass[::-1], axis=0)[::-1]
        result[rows] = np.where(
            counts[rows] > 0, tail[np.minimum(counts[rows], size - 1), np.arange(len(rows))], 1.0
        )
    return np.clip(result, 0.0, 1.0)


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
