"""The tables of ties and of people's places among them: co_attendance and centrality."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from graph.cells import joined
from graph.measure import centrality
from graph.projected import Projected
from graph.row_order import Row
from graph.uncertainty import bootstrap

if TYPE_CHECKING:
    import pandas as pd

BETWEENNESS_LIMIT = 10**7
BETWEENNESS_DRAWS = 50
"""People x ties up to which a build computes betweenness, once for the value and for each of these draws of its interval: at most
some twenty seconds on one core (measured: 7 s for one at 2,000 x 107,000). Above it, `Network.centrality` does, for whoever asks."""


def network_tables(company: Projected) -> Iterator[tuple[str, list[Row]]]:
    members, ties, groups = company.members, company.ties, company.communities
    people, meetings = members.people, [joined([meeting]) for meeting in members.meetings]
    columns = (ties.first.tolist(), ties.second.tolist(), company.counts.tolist(), ties.weight.tolist())
    yield (
        "co_attendance",
        [
            (people[a], people[b], count, weight, "; ".join([meetings[n] for n in common]))
            for a, b, count, weight, common in zip(*columns, company.meetings, strict=True)
        ],
    )
    values = centrality(ties, ("degree", "strength"))
    small = len(people) * len(ties.first) <= BETWEENNESS_LIMIT
    between = bootstrap(members, "betweenness", draws=BETWEENNESS_DRAWS) if small else None
    yield (
        "centrality",
        [
            (n, int(values["degree"][n]), values["strength"][n], *_interval(between, n), groups[n])
            for n in people
        ],
    )


def _interval(frame: pd.DataFrame | None, node: str) -> tuple[float | None, float | None, float | None]:
    if frame is None:
        return (None, None, None)
    row = frame.loc[node]
    return (float(row["value"]), float(row["low"]), float(row["high"]))
