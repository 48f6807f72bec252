"""Communities of the co-attendance network: people who meet each other more than they meet others.

Leiden (Traag, Waltman and van Eck 2019), in graspologic-native, maximising modularity (Newman and Girvan 2004) on the
weighted ties. It draws random numbers: a fixed seed, one thread, nodes and edges in sorted order. networkit's
ParallelLeiden was faster on large networks, but never came back on some small ones (measured: one random graph in
24,000 of up to twelve people); networkx's Louvain may leave a community in unconnected pieces.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import networkx as nx

SEED = 7
ITERATIONS = 10
RANDOMNESS = 0.001


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
    import graspologic_native

    edges = sorted((*sorted(pair), float(weight)) for *pair, weight in graph.edges(data="weight", default=1))
    _, found = graspologic_native.leiden(
        edges=[edge for edge in edges if edge[2] > 0 and edge[0] != edge[1]],
        starting_communities=None,
        resolution=resolution,
        randomness=RANDOMNESS,
        iterations=ITERATIONS,
        use_modularity=True,
        seed=SEED,
        trials=1,
    )
    alone = max(found.values(), default=-1) + 1
    label = [found.get(node, alone + number) for number, node in enumerate(nodes)]
    groups: dict[int, list[str]] = {}
    for node, group in zip(nodes, label, strict=True):
        groups.setdefault(group, []).append(node)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0]))
    return {node: number for number, group in enumerate(ordered, 1) for node in group}
