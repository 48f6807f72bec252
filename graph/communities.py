"""Communities of the co-attendance network: people who meet each other more than they meet others.

Leiden (Traag, Waltman and van Eck 2019), in networkit, maximising modularity (Newman and Girvan 2004) on the weighted
ties. It draws random numbers, and with several threads their order depends on the scheduler (measured: two threads gave
three partitions in three runs): so one thread and a fixed seed, on nodes and edges in sorted order. networkx's Louvain is
deterministic too, but may leave a community in unconnected pieces, and its modularity was lower.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from graph.measure import one_thread, plain_graph

if TYPE_CHECKING:
    import networkx as nx

SEED = 7
ITERATIONS = 10


def communities(graph: nx.Graph, *, resolution: float = 1.0) -> dict[str, int]:
    """Map each person to a community: 1 is the largest; of equal ones, that with the smallest member comes first.

    People without ties are communities of their own. `resolution` above 1 gives smaller communities (it multiplies
    the expected weight in the modularity). Raises ValueError where it is not positive.
    """
    if not resolution > 0:
        raise ValueError(f"resolution must be above 0, not {resolution}")
    nodes = sorted(graph)
    if not graph.number_of_edges():
        return {node: number for number, node in enumerate(nodes, 1)}
    with one_thread() as nk:
        nk.setSeed(SEED, False)
        plain = plain_graph(nk, graph, float)
        leiden = nk.community.ParallelLeiden(plain, iterations=ITERATIONS, gamma=resolution)
        label = leiden.run().getPartition().getVector()
    groups: dict[int, list[str]] = {}
    for node, group in zip(nodes, label, strict=True):
        groups.setdefault(group, []).append(node)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0]))
    return {node: number for number, group in enumerate(ordered, 1) for node in group}
