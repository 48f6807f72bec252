"""The two drawings of the page: who was where, and who sat with whom, as rows for vis-network, which draws them.

Positions come from `graph.layout`. Where there is more than a browser draws smoothly, the nodes with the most ties are drawn,
and the rest counted.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

import numpy as np

from graph.layout import Pair, grown, stages
from graph.memo import keep, kept
from graph.packing import Position
from graph.webs import Ints, Past, Rows, Web, affiliation_web, company_web, spread

MOST_NODES = 3000

Drawing = dict[str, Any]
Spots = dict[str, Position]


def affiliation_drawing(seats: Rows, hosts: Rows, past: Past) -> Drawing:
    """Draw people, meetings and bodies: `seats` are (person, meeting, role ...), `hosts` (meeting, body).

    A node's value is the number of its ties; an edge carries its roles, or `host`.
    """
    web, edge_of = affiliation_web(seats, hosts, past)

    def carried(edges: Ints) -> dict[int, list[str]]:
        roles: dict[int, set[str]] = {edge: set() for edge in edges.tolist()}
        shown = np.flatnonzero(np.isin(edge_of, edges))
        for seat, edge in zip(shown.tolist(), edge_of[shown].tolist(), strict=True):
            roles[edge].add(seats[seat][2])
        return {edge: sorted(given) or ["host"] for edge, given in roles.items()}

    return _drawing("affiliation", web, carried, lambda until: spread(web, until, past), past)


def company_drawing(ties: Rows, past: Past) -> Drawing:
    """Draw who sat with whom: `ties` are (person, person, common meetings, weight, meetings, ...).

    A node's value is the sum of its common meetings; an edge carries its place in `ties`.
    """
    web = company_web(ties, past)
    return _drawing(
        "company", web, lambda edges: {edge: edge for edge in edges.tolist()}, past.communities, past
    )


def _drawing(
    name: str,
    web: Web,
    carried: Callable[[Ints], Mapping[int, Any]],
    groups: Callable[[int], Mapping[int, int]],
    past: Past,
) -> Drawing:
    """Place the nodes of the strongest edges; `groups(n)` are their communities in the n oldest meetings."""
    ids, names, meetings = past.ids, past.names, web.meetings()
    sorted_ids = [ids[node] for node in np.argsort(past.places).tolist()]

    @cache
    def strongest(until: int) -> Ints:
        return _strongest(web, until, past.places)

    def drawn(until: int) -> list[Pair]:
        ends = past.places[web.first[strongest(until)]], past.places[web.second[strongest(until)]]
        low, high = np.minimum(*ends), np.maximum(*ends)
        order = np.lexsort((high, low))
        pairs = zip(low[order].tolist(), high[order].tolist(), strict=True)
        return [(sorted_ids[a], sorted_ids[b]) for a, b in pairs]

    @cache
    def known(until: int) -> dict[str, int]:
        return {ids[node]: group for node, group in groups(until).items()}

    kind = f"places: {name}"
    keep(kind, [past.marks(until) for until in stages(meetings)])
    placed = grown(drawn, known, meetings, lambda until, make: kept(kind, past.marks(until), Spots, make))
    edges = strongest(meetings)
    ends = np.unique(np.concatenate([web.first[edges], web.second[edges]])).tolist()
    values = web.values(web.worth(meetings), len(ids))
    told = carried(edges)
    shown = zip(web.first[edges].tolist(), web.second[edges].tolist(), edges.tolist(), strict=True)
    return {
        "nodes": sorted([names[node], *placed[ids[node]], int(values[node])] for node in ends),
        "edges": sorted([names[a], names[b], told[edge]] for a, b, edge in shown),
        "hidden": int(np.count_nonzero(values)) - len(ends),
    }


def _strongest(web: Web, until: int, places: Ints) -> Ints:
    """The edges of the `until` oldest meetings between the `MOST_NODES` nodes whose edges are worth most."""
    worth = web.worth(until)
    values = web.values(worth, len(places))
    there = worth > 0
    if np.count_nonzero(values) > MOST_NODES:
        chosen = np.zeros(len(places), dtype=bool)
        chosen[np.lexsort((places, -values))[:MOST_NODES]] = True
        there &= chosen[web.first] & chosen[web.second]
    return np.flatnonzero(there)
