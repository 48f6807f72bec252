"""Attendance by chance alone: the bipartite configuration model, and draws with the same row and column sums.

The model of maximum entropy for a two-mode network whose people go to n_i meetings and whose meetings have k_j people, on
average: person i is at meeting j with p_ij = x_i y_j / (1 + x_i y_j), independently (Saracco et al. 2015).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from graph.project import Incidence

STEPS = 200


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Chance:
    """Probabilities of presence: `table` by class of person and class of meeting; people of equal n share a class.

    `person` and `meeting` give the class of every row and column; `error` is the greatest difference between an
    expected and an observed row or column sum.
    """

    table: Any
    person: Any
    meeting: Any
    error: float


def chance_of_presence(members: Incidence) -> Chance:
    """Fit the bipartite configuration model to an incidence: every expected row and column sum equals the observed one.

    Maximises the likelihood with Newton steps on the classes of equal sums (the likelihood is concave). Who was at
    every meeting, and a meeting of everybody, have p = 1: they are set aside first, as no finite x gives it.

    Raises ValueError where the fit does not come within 1e-6 of the sums. Paper: F. Saracco, R. Di Clemente,
    A. Gabrielli, T. Squartini, Scientific Reports 5, 10595 (2015).
    """
    rows = np.asarray(members.matrix.sum(axis=1), dtype=np.int64)
    columns = np.asarray(members.matrix.sum(axis=0), dtype=np.int64)
    row_sums, person, row_counts = np.unique(rows, return_inverse=True, return_counts=True)
    column_sums, meeting, column_counts = np.unique(columns, return_inverse=True, return_counts=True)
    table = np.zeros((len(row_sums), len(column_sums)))
    free_rows, free_columns = _set_aside(row_sums, column_sums, row_counts, column_counts, table)
    if free_rows.any() and free_columns.any():
        taken_rows = row_sums - table @ column_counts
        taken_columns = column_sums - row_counts @ table
        table[np.ix_(free_rows, free_columns)] = _fit(
            taken_rows[free_rows],
            taken_columns[free_columns],
            row_counts[free_rows],
            column_counts[free_columns],
        )
    error = max(
        np.abs(table @ column_counts - row_sums).max(initial=0.0),
        np.abs(row_counts @ table - column_sums).max(initial=0.0),
    )
    if error > 1e-6:
        raise ValueError(f"the chance model misses a sum by {error:.2g}")
    return Chance(table=table, person=person, meeting=meeting, error=float(error))


def _set_aside(rows: Any, columns: Any, row_counts: Any, column_counts: Any, table: Any) -> tuple[Any, Any]:
    """Put 1 where a class is at all that is left, 0 where nothing is left; say which classes stay free."""
    free_rows, free_columns = np.ones(len(rows), dtype=bool), np.ones(len(columns), dtype=bool)
    changed = True
    while changed:
        changed = False
        left_rows = rows - table @ column_counts
        width = column_counts[free_columns].sum()
        for number in np.flatnonzero(free_rows & ((left_rows >= width) | (left_rows <= 0))):
            table[number, free_columns] = float(left_rows[number] > 0)
            free_rows[number], changed = False, True
        left_columns = columns - row_counts @ table
        height = row_counts[free_rows].sum()
        for number in np.flatnonzero(free_columns & ((left_columns >= height) | (left_columns <= 0))):
            table[free_rows, number] = float(left_columns[number] > 0)
            free_columns[number], changed = False, True
    return free_rows, free_columns


def _fit(rows: Any, columns: Any, row_counts: Any, column_counts: Any) -> Any:
    """Newton steps with halving on theta = log x and phi = log y; returns p by class."""
    total = float((rows * row_counts).sum())
    theta = np.log(rows) - np.log(total) / 2
    phi = np.log(columns) - np.log(total) / 2

    def loss(one: Any, other: Any) -> float:
        sums = one[:, None] + other[None, :]
        terms = row_counts[:, None] * column_counts[None, :] * np.logaddexp(0.0, sums)
        return float(terms.sum() - (row_counts * rows * one).sum() - (column_counts * columns * other).sum())

    for _ in range(STEPS):
        p = _logistic(theta[:, None] + phi[None, :])
        miss_rows, miss_columns = p @ column_counts - rows, row_counts @ p - columns
        if max(np.abs(miss_rows).max(), np.abs(miss_columns).max()) < 1e-10:
            break
        spread = row_counts[:, None] * column_counts[None, :] * p * (1 - p)
        hessian = np.block([[np.diag(spread.sum(axis=1)), spread], [spread.T, np.diag(spread.sum(axis=0))]])
        slope = np.concatenate([row_counts * miss_rows, column_counts * miss_columns])
        step = _downhill(hessian, slope, len(rows))
        size, before = 1.0, loss(theta, phi)
        while size > 1e-8:
            one, other = theta + size * step[: len(rows)], phi + size * step[len(rows) :]
            if loss(one, other) <= before + 1e-4 * size * float(slope @ step) + 1e-9 * abs(before):
                break
            size /= 2
        theta, phi = one, other
    return _logistic(theta[:, None] + phi[None, :])


def _downhill(hessian: Any, slope: Any, rows: int) -> Any:
    """The Newton step. One direction is flat (x times c with y through c gives the same p): it is made steep, and the step leaves it alone."""
    flat = np.where(np.arange(len(slope)) < rows, 1.0, -1.0)
    steep = hessian + np.outer(flat, flat) * (np.trace(hessian) / len(slope) ** 2)
    try:
        step = np.linalg.solve(steep, -slope)
    except np.linalg.LinAlgError:
        step = np.full(len(slope), np.nan)
    if np.abs(steep @ step + slope).max() <= 1e-9 * np.abs(slope).max():
        return step
    return np.linalg.lstsq(hessian, -slope, rcond=None)[0]  # further directions are flat, or all but flat


def _logistic(value: Any) -> Any:
    return np.exp(-np.logaddexp(0.0, -value))


def curveball(members: Incidence, *, draws: int, seed: int = 7, trades: int | None = None) -> Iterator[Any]:
    """Draw incidence matrices (CSR) with exactly the observed row and column sums, all equally likely.

    Two people trade the meetings that only one of them attended. Each draw begins at the one before it and makes
    `trades` trades (default: five for each person). Same seed, same draws. Paper: G. Strona et al., A fast and
    unbiased procedure to randomize ecological binary matrices, Nature Communications 5, 4114 (2014).
    """
    from scipy import sparse

    random = np.random.default_rng(seed)
    matrix = members.matrix
    rows = [
        set(matrix.indices[a:b].tolist()) for a, b in zip(matrix.indptr[:-1], matrix.indptr[1:], strict=True)
    ]
    for _ in range(draws):
        for _ in range(5 * len(rows) if trades is None else trades):
            if len(rows) < 2:
                break
            i, j = random.choice(len(rows), size=2, replace=False).tolist()
            only = sorted(rows[i] ^ rows[j])
            own = len(rows[i] - rows[j])
            if own and own < len(only):
                both = rows[i] & rows[j]
                mixed = [only[n] for n in random.permutation(len(only)).tolist()]
                rows[i], rows[j] = both | set(mixed[:own]), both | set(mixed[own:])
        indices = np.array([m for row in rows for m in sorted(row)], dtype=np.int64)
        ends = np.cumsum([0, *(len(row) for row in rows)])
        yield sparse.csr_array((np.ones(len(indices), dtype=np.int64), indices, ends), shape=matrix.shape)
