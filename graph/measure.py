"""Measures of the co-attendance network: one interface, node -> value; the heavy ones run in networkit.

Tests compare with networkx to 1e-9. Betweenness is unstable when meetings are resampled: read it with care.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from graph.communities import communities

if TYPE_CHECKING:
    import networkx as nx

Values = dict[str, float]


def degree(graph: nx.Graph) -> Values:
    """Count each person's ties: the number of people met. Not normalised."""
    return {node: float(value) for node, value in sorted(graph.degree())}


def strength(graph: nx.Graph) -> Values:
    """Sum the weights of each person's ties (Barrat et al. 2004). Not normalised."""
    return {node: float(value) for node, value in sorted(graph.degree(weight="weight"))}


def betweenness(graph: nx.Graph) -> Values:
    """Share of the shortest paths between all other pairs that pass through a person (Freeman 1977).

    Unweighted, divided by (n-1)(n-2)/2, so from 0 to 1. Resampling meetings changes its top twenty by a third:
    never headline it without an interval.
    """
    return _networkit(graph, lambda nk, g: nk.centrality.Betweenness(g, normalized=True))


def closeness(graph: nx.Graph) -> Values:
    """Harmonic closeness: the sum of 1/distance to all other people (Rochat 2009), divided by n-1."""
    n = graph.number_of_nodes()
    if n < 2:
        return dict.fromkeys(sorted(graph), 0.0)
    return _networkit(graph, lambda nk, g: nk.centrality.HarmonicCloseness(g, normalized=True))


def pagerank(graph: nx.Graph) -> Values:
    """PageRank on the weighted ties with damping .85; sums to 1 (Brin and Page 1998)."""
    import networkx as nx

    if not graph.number_of_edges():
        n = graph.number_of_nodes()
        return dict.fromkeys(sorted(graph), 1 / n)
    return {
        node: float(value)
        for node, value in sorted(nx.pagerank(graph, weight="weight", tol=1e-12, max_iter=500).items())
    }


def eigenvector(graph: nx.Graph) -> Values:
    """Eigenvector centrality of the weighted ties in the largest component, Euclidean norm 1; 0 outside it (Bonacich 1972)."""
    import networkx as nx

    out = dict.fromkeys(sorted(graph), 0.0)
    if graph.number_of_edges():
        largest = max(sorted(nx.connected_components(graph), key=min), key=len)
        if len(largest) > 2:
            part = graph.subgraph(sorted(largest))
            out.update(
                {
                    node: abs(float(v))
                    for node, v in nx.eigenvector_centrality_numpy(part, weight="weight").items()
                }
            )
        else:
            out.update(dict.fromkeys(largest, 2**-0.5))
    return out


def core_number(graph: nx.Graph) -> Values:
    """The largest k such that the person belongs to the k-core (Seidman 1983)."""
    import networkx as nx

    return {node: float(value) for node, value in sorted(nx.core_number(graph).items())}


MEASURES: dict[str, Callable[[Any], Values]] = {
    "degree": degree,
    "strength": strength,
    "betweenness": betweenness,
    "closeness": closeness,
    "eigenvector": eigenvector,
    "pagerank": pagerank,
    "core": core_number,
}


def measure(graph: nx.Graph, names: Sequence[str]) -> dict[str, Values]:
    """Compute the named measures. Raises ValueError for a name that is not in `MEASURES`."""
    unknown = sorted(set(names) - set(MEASURES))
    if unknown:
        raise ValueError(f"unknown measure {', '.join(unknown)}: one of {', '.join(MEASURES)}")
    return {name: MEASURES[name](graph) for name in names}


def centralities(graph: nx.Graph) -> dict[str, dict[str, float]]:
    """The measures of `tables/centrality.csv` for each person: degree, strength, betweenness, community."""
    values = measure(graph, ("degree", "strength", "betweenness"))
    groups = communities(graph)
    return {
        node: {
            "degree": int(values["degree"][node]),
            "strength": values["strength"][node],
            "betweenness": values["betweenness"][node],
            "community": groups[node],
        }
        for node in sorted(graph)
    }


def _networkit(graph: nx.Graph, make: Callable[[Any, Any], Any]) -> Values:
    """Run a networkit centrality on the unweighted graph; nodes are numbered in sorted order."""
    import networkit as nk

    nodes = sorted(graph)
    if len(nodes) < 3 and graph.number_of_edges() == 0:
        return dict.fromkeys(nodes, 0.0)
    number = {node: index for index, node in enumerate(nodes)}
    plain = nk.Graph(len(nodes))
    for a, b in sorted((min(number[a], number[b]), max(number[a], number[b])) for a, b in graph.edges()):
        plain.addEdge(a, b)
    scores = make(nk, plain).run().scores()
    return {
        node: (0.0 if score != score else float(score)) for node, score in zip(nodes, scores, strict=True)
    }
