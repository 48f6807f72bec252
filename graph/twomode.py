"""Measures of people in the two-mode network itself: nothing is lost to a projection (Borgatti and Everett 1997)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.engines import one_thread, plain_graph
from graph.project import Incidence

if TYPE_CHECKING:
    import networkx as nx

Both = dict[str, dict[str, float]]
"""'people' and 'meetings' -> id -> value."""


def two_mode_graph(members: Incidence) -> nx.Graph:
    """The bipartite graph: nodes ('person', id) with `bipartite` 0 and ('meeting', id) with 1, an edge for each presence."""
    import networkx as nx

    graph = nx.Graph()
    graph.add_nodes_from((("person", person) for person in members.people), bipartite=0)
    graph.add_nodes_from((("meeting", meeting) for meeting in members.meetings), bipartite=1)
    entries = members.matrix.tocoo()
    graph.add_edges_from(
        (("person", members.people[i]), ("meeting", members.meetings[j]))
        for i, j in sorted(zip(entries.row.tolist(), entries.col.tolist(), strict=True))
    )
    return graph


def two_mode_degree(members: Incidence) -> Both:
    """Share of the meetings that a person attended, and of the people who were at a meeting; 0 to 1."""
    people, meetings = len(members.people), len(members.meetings)
    return {
        "people": {p: count / meetings for p, count in members.meeting_counts().items()},
        "meetings": {m: count / people for m, count in members.present_counts().items()},
    }


def two_mode_closeness(members: Incidence) -> Both:
    """The least sum of distances that a node of its mode could have, by the sum that it has; 0 to 1.

    Of n people and m meetings a person can at best reach all meetings in one step and all others in two: m + 2(n - 1).
    Where the network is in several parts, scaled by the share of the other nodes within reach (as in networkx).
    """
    from networkx.algorithms import bipartite

    graph = two_mode_graph(members)
    people = [("person", person) for person in members.people]
    return _split(bipartite.closeness_centrality(graph, people, normalized=True) if people else {})


def two_mode_betweenness(members: Incidence) -> Both:
    """Shortest paths through a node by the most that a node of its mode could have among n and m; 0 to 1."""
    graph = two_mode_graph(members)
    n, m = len(members.people), len(members.meetings)
    if n + m < 3:
        return {
            "people": dict.fromkeys(members.people, 0.0),
            "meetings": dict.fromkeys(members.meetings, 0.0),
        }
    with one_thread() as nk:
        scores = nk.centrality.Betweenness(plain_graph(nk, graph), normalized=False).run().scores()
    most = {"person": _most(n, m), "meeting": _most(m, n)}
    # networkit counts every path from both ends where ties have no direction
    return _split(
        {
            node: score / 2 / most[node[0]] if most[node[0]] else 0.0
            for node, score in zip(sorted(graph), scores, strict=True)
        }
    )


def hyperdegree(members: Incidence) -> dict[str, float]:
    """Number of meetings attended (the degree of a node in the hypergraph whose edges are the meetings)."""
    return {person: float(count) for person, count in members.meeting_counts().items()}


def _most(own: int, other: int) -> float:
    """The greatest possible betweenness of a node of a mode with `own` members (Borgatti and Everett 1997, p. 257)."""
    s, t = divmod(own - 1, other)
    return (other**2 * (s + 1) ** 2 + other * (s + 1) * (2 * t - s - 1) - t * (2 * s - t + 3)) / 2


def _split(values: dict[tuple[str, str], float]) -> Both:
    result: Both = {"people": {}, "meetings": {}}
    for (mode, name), value in sorted(values.items()):
        result["people" if mode == "person" else "meetings"][name] = float(value)
    return result
