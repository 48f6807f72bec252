"""How sure a measure is: intervals and rank ranges by resampling meetings and by leaving out sources."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from extract.records import Records
from graph.measure import MEASURES, centrality
from graph.project import Incidence, Weight, co_attendance, incidence
from graph.ranked import rank_key

if TYPE_CHECKING:
    import pandas as pd

DRAWS = 200
NEVER_ALONE = frozenset({"betweenness", "weighted_betweenness"})
"""Measures that are not shown without their interval: resampling the meetings changes a third of their top twenty."""
FEW = 20
PATHS = frozenset({"betweenness", "weighted_betweenness", "closeness", "harmonic", "eigenvector"})
COLUMNS = ["value", "low", "high", "rank", "rank_low", "rank_high"]


def bootstrap(
    members: Incidence,
    measure: str,
    *,
    weight: Weight = "newman",
    draws: int = DRAWS,
    level: float = 0.95,
    seed: int = 7,
) -> pd.DataFrame:
    """Intervals and rank ranges of a measure, by drawing as many meetings as there are, with replacement.

    A row a person, the highest first: `value`, `low`, `high`, `rank` (1 is the highest), `rank_low`, `rank_high`. The
    limits are percentiles of the draws (`level`, .95 for 95 %), widened to hold the value itself. Everybody stays in
    every draw: who is at none of its meetings has no ties there. `attrs["warnings"]` says why the data may not carry
    the measure. Resampling measures the chance of which meetings were reported, not errors of reading.

    Raises ValueError for an unknown measure, for draws below 2 or a level outside (0, 1).
    Paper: B. Efron, Bootstrap methods, Annals of Statistics 7 (1979).
    """
    if draws < 2 or not 0 < level < 1:
        raise ValueError(f"needs at least 2 draws and a level between 0 and 1, not {draws} and {level}")
    value = centrality(members, [measure], weight=weight)[measure]
    random = np.random.default_rng(seed)
    count = len(members.meetings)
    drawn = []
    for _ in range(draws if count else 0):
        taken = np.sort(random.integers(0, count, count))
        sample = Incidence(
            people=members.people,
            meetings=tuple(f"{members.meetings[m]}#{n}" for n, m in enumerate(taken.tolist())),
            matrix=members.matrix[:, taken],
        )
        drawn.append(centrality(sample, [measure], weight=weight)[measure])
    return _frame(members, measure, value, drawn, level)


def jackknife(records: Records, measure: str, *, weight: Weight = "newman") -> pd.DataFrame:
    """The range of a measure when each source (outlet) in turn is left out; columns as in `bootstrap`.

    `attrs["sources"]` counts the sources. Reports without a source are one. A wide range says that one outlet makes
    the result. Raises ValueError for an unknown measure.
    """
    members = incidence(records)
    value = centrality(members, [measure], weight=weight)[measure]
    drawn = [
        dict.fromkeys(members.people, 0.0) | centrality(rest, [measure], weight=weight)[measure]
        for rest in _without_each_source(records)
    ]
    frame = _frame(members, measure, value, drawn, None)
    frame.attrs["sources"] = len(drawn)
    if len(drawn) < 2:
        frame.attrs["warnings"] = (*frame.attrs["warnings"], "there is one source: nothing can be left out")
    return frame


def warnings_of(members: Incidence, measure: str) -> tuple[str, ...]:
    """Say why the data may not carry a measure; empty where nothing is seen."""
    import networkx as nx

    if measure not in MEASURES:
        raise ValueError(f"unknown measure {measure}: one of {', '.join(MEASURES)}")
    found = []
    if len(members.meetings) < FEW:
        found.append(f"only {len(members.meetings)} meetings: below {FEW} a single one decides ranks")
    if measure in PATHS and members.people:
        parts = list(nx.connected_components(co_attendance(members, "count")))
        share = max(map(len, parts)) / len(members.people)
        if share < 0.8:
            found.append(
                f"the largest of {len(parts)} parts holds {share:.0%} of the people: paths end there"
            )
    return tuple(found)


def _frame(
    members: Incidence,
    measure: str,
    value: dict[str, float],
    drawn: list[dict[str, float]],
    level: float | None,
) -> pd.DataFrame:
    import pandas as pd

    order = [person for person, _ in sorted(value.items(), key=rank_key)]
    points = np.array([value[p] for p in order], dtype=float)
    rank = _ranks(points)
    many = np.array([[one[p] for p in order] for one in drawn], dtype=float).reshape(len(drawn), len(order))
    ranks = np.array([_ranks(row) for row in many]).reshape(len(drawn), len(order))
    warnings = list(warnings_of(members, measure))
    tail = 0.0 if level is None else (1 - level) / 2
    columns = [points, points, points, rank, rank, rank]
    if len(drawn) and len(order):
        low, high = _limits(np.vstack([many, points]), tail)
        rank_low, rank_high = np.quantile(ranks, [tail, 1 - tail], axis=0, method="inverted_cdf")
        columns = [points, np.fmin(low, points), np.fmax(high, points), rank]
        columns += [np.fmin(rank_low, rank), np.fmax(rank_high, rank)]
        width = float(np.median(columns[5] - columns[4]))
        if width > len(order) / 2:
            warnings.append(
                f"half of the people may stand {width:.0f} or more ranks elsewhere of {len(order)}"
            )
    index = pd.Index(order, name="person_id", dtype=str)
    frame = pd.DataFrame(dict(zip(COLUMNS, columns, strict=True)), index=index)
    frame = frame.astype(dict.fromkeys(COLUMNS[3:], int))
    frame.attrs.update(measure=measure, draws=len(drawn), warnings=tuple(warnings))
    return frame


def _limits(draws: np.ndarray, tail: float) -> tuple[np.ndarray, np.ndarray]:
    """Percentiles of each column without its NaN; NaN where there is nothing else (people who are never defined)."""
    known = ~np.isnan(draws).all(axis=0)
    low, high = np.full(draws.shape[1], np.nan), np.full(draws.shape[1], np.nan)
    if known.any():
        low[known], high[known] = np.nanquantile(draws[:, known], [tail, 1 - tail], axis=0)
    return low, high


def _ranks(values: np.ndarray) -> np.ndarray:
    """1 for the highest, equal values share the smallest rank, NaN below all."""
    plain = np.array([float(f"{v:.9g}") for v in np.where(np.isnan(values), -np.inf, values).tolist()])
    return 1 + (plain[None, :] > plain[:, None]).sum(axis=1)


def _without_each_source(records: Records) -> Iterator[Incidence]:
    source = {d.path: d.source for d in records.documents}
    for left_out in sorted(set(source.values())):
        kept = tuple(p for p in records.participations if source.get(p.document, "") != left_out)
        yield incidence(replace(records, participations=kept))
