"""Structural holes and brokerage: who stands between people who do not meet each other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from itertools import combinations
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    import networkx as nx

BROKERS = ("coordinator", "itinerant", "gatekeeper", "liaison")


def clustering(graph: nx.Graph) -> dict[str, float]:
    """Share of the pairs of a person's contacts that met each other, 0 to 1; 0 with fewer than two (Watts, Strogatz 1998).

    A meeting makes a triangle of any three who were there, so in a projection it is high by construction.
    """
    nodes, adjacency = _adjacency(graph, weight=None)
    met = np.asarray(adjacency.sum(axis=1)).ravel()
    pairs = met * (met - 1)
    triangles = _closed(adjacency)
    values = np.divide(triangles, pairs, out=np.zeros(len(nodes)), where=pairs > 0)
    return dict(zip(nodes, values.tolist(), strict=True))


def constraint(graph: nx.Graph) -> dict[str, float]:
    """Burt's constraint on the weighted ties: sum over contacts j of (p_ij + sum over q of p_iq p_qj)^2.

    p_ij is the share of j in the strength of i. High: all contacts know each other; not bounded by 1. NaN for people
    without ties, who have no contacts to be constrained by (R. S. Burt, Structural Holes, 1992; as in networkx).
    """
    nodes, adjacency = _adjacency(graph, weight="weight")
    if not nodes:
        return {}
    sums = np.asarray(adjacency.sum(axis=1)).ravel()
    shares = adjacency.multiply(
        np.divide(1.0, sums, out=np.zeros(len(sums)), where=sums > 0)[:, None]
    ).tocsr()
    pattern = adjacency.astype(bool).astype(float)
    invested = (shares + (shares @ shares).multiply(pattern)).tocsr()
    values = np.asarray(invested.multiply(invested).sum(axis=1)).ravel()
    values[sums == 0] = np.nan
    return dict(zip(nodes, values.tolist(), strict=True))


def effective_size(graph: nx.Graph) -> dict[str, float]:
    """Contacts without the redundant ones: n - 2t/n, n contacts with t ties among them; weights are not used.

    NaN for people without ties (Borgatti 1997, Structural holes: unpacking Burt's redundancy measures; as in networkx).
    """
    nodes, adjacency = _adjacency(graph, weight=None)
    met = np.asarray(adjacency.sum(axis=1)).ravel()
    values = met - np.divide(_closed(adjacency), met, out=np.full(len(nodes), np.nan), where=met > 0)
    return dict(zip(nodes, values.tolist(), strict=True))


def brokerage(graph: nx.Graph, groups: Mapping[str, str]) -> dict[str, dict[str, int]]:
    """Count the pairs that each person joins and that have no tie of their own, by kind of brokerage: person -> kind -> pairs.

    The ends i, k and the broker v in their `groups` (bodies, jurisdictions ...): coordinator (all in one), itinerant (i
    and k in one, v in another), gatekeeper (v in one with either end; representative is the same where ties have no
    direction), liaison (three groups). Unordered pairs. People without a group are neither ends nor brokers.
    Paper: R. V. Gould and R. M. Fernandez, Structures of mediation, Sociological Methodology 19 (1989).
    """
    found = {}
    for broker in sorted(graph):
        kinds: Counter[str] = Counter(dict.fromkeys(BROKERS, 0))
        own = groups.get(broker)
        if own:
            contacts = sorted(n for n in graph[broker] if groups.get(n) and n != broker)
            for i, k in combinations(contacts, 2):
                if not graph.has_edge(i, k):
                    kinds[_kind(groups[i], own, groups[k])] += 1
        found[broker] = dict(kinds)
    return found


def core_periphery(graph: nx.Graph) -> tuple[tuple[str, ...], float]:
    """Split people into a core and a periphery: the core (sorted), and the share of pairs that fit the ideal pattern.

    In the ideal pattern everybody in the core met everybody else in it, and nobody in the periphery another of it; ties
    between the two are ignored. People are ranked by degree, and the cut with the greatest sum of hits is taken:
    minimises core pairs without a tie plus periphery pairs with one (Borgatti and Everett 1999; Lip 2011 proved that the
    cut by degree is optimal). The number is 1 - misses / (pairs within core and within periphery). No tie, no core.
    """
    order = sorted(graph, key=lambda node: (-graph.degree(node), node))
    ties = graph.number_of_edges()
    if not ties:
        return (), 0.0
    best, misses, sums = 0, float(ties), 0
    for size, node in enumerate(order, 1):
        sums += graph.degree(node)
        # periphery ties = all - (sum of core degrees - core ties): so misses = pairs + ties - sum, core ties cancel
        missed = size * (size - 1) / 2 + ties - sums
        if missed < misses:
            best, misses = size, missed
    rest = len(order) - best
    pairs = best * (best - 1) / 2 + rest * (rest - 1) / 2
    return tuple(sorted(order[:best])), 1 - misses / pairs if pairs else 1.0


def _kind(first: str, broker: str, last: str) -> str:
    if first == last:
        return "coordinator" if broker == first else "itinerant"
    return "gatekeeper" if broker in (first, last) else "liaison"


def _adjacency(graph: nx.Graph, weight: str | None) -> tuple[list[str], Any]:
    import networkx as nx
    from scipy import sparse

    nodes = sorted(graph)
    if not nodes:
        return [], sparse.csr_array((0, 0))
    return nodes, nx.to_scipy_sparse_array(graph, nodelist=nodes, weight=weight, dtype=float, format="csr")


def _closed(adjacency: Any) -> Any:
    """Ordered pairs of contacts that are tied: twice the triangles of each node."""
    if not adjacency.shape[0]:
        return np.zeros(0)
    return np.asarray((adjacency @ adjacency).multiply(adjacency).sum(axis=1)).ravel()
