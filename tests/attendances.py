"""Attendance tables for the statistics: from rows of 0 and 1, and drawn at random with heavy tails."""

from __future__ import annotations

import numpy as np
from scipy import sparse

from graph.project import Incidence


def members_of(rows: object) -> Incidence:
    dense = np.asarray(rows, dtype=np.int64)
    dense = (
        dense[dense.sum(axis=1) > 0][:, dense.sum(axis=0) > 0]
        if dense.sum()
        else np.ones((2, 1), dtype=np.int64)
    )
    dense = dense[dense.sum(axis=1) > 0]
    matrix = sparse.csr_array(dense)
    return Incidence(
        people=tuple(f"p{i:04}" for i in range(dense.shape[0])),
        meetings=tuple(f"m{j:04}" for j in range(dense.shape[1])),
        matrix=matrix,
    )


def heavy_tailed(people: int, meetings: int, seed: int) -> Incidence:
    random = np.random.default_rng(seed)
    sizes = np.minimum(2 + random.pareto(1.3, meetings) * 2, people // 3).astype(int)
    liking = 1 + random.pareto(1.5, people)
    dense = np.zeros((people, meetings), dtype=np.int64)
    for j, size in enumerate(sizes):
        dense[random.choice(people, size=size, replace=False, p=liking / liking.sum()), j] = 1
    return members_of(dense)
