"""Communities of the co-attendance network: people who meet each other more than others.

Louvain (Blondel et al. 2008) as networkx has it, on nodes and edges in sorted order with a fixed seed: the same
input gives the same communities on every machine. networkit's parallel Leiden depends on the number of threads.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

SEED = 7


def communities(graph: nx.Graph, *, resolution: float = 1.0) -> dict[str, int]:
    """Map each person to a community: 1 is the largest; equal sizes by smallest member.

    People without ties form communities of their own. `resolution` above 1 gives smaller ones.
    """
    import networkx as nx

    canonical = nx.Graph()
    canonical.add_nodes_from(sorted(graph))
    for a, b, data in sorted(
        (min(a, b), max(a, b), d.get("weight", 1.0)) for a, b, d in graph.edges(data=True)
    ):
        canonical.add_edge(a, b, weight=data)
    if not canonical.number_of_edges():
        groups: list[set[str]] = [{node} for node in canonical]
    else:
        groups = [
            set(g)
            for g in nx.community.louvain_communities(
                canonical, weight="weight", resolution=resolution, seed=SEED
            )
        ]
    ordered = sorted(groups, key=lambda group: (-len(group), min(group)))
    return {node: number for number, group in enumerate(ordered, 1) for node in sorted(group)}
