"""Communities of the co-attendance network: people who meet each other more than they meet others.

Leiden (Traag, Waltman and van Eck 2019), in graspologic-native, maximising modularity (Newman and Girvan 2004) on the
weighted ties. It draws random numbers: a fixed seed, one thread, nodes and edges in sorted order. networkit's
ParallelLeiden was faster on large networks, but never came back on some small ones (measured: one random graph in
24,000 of up to twelve people); networkx's Louvain may leave a community in unconnected pieces.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any

from graph.ties import Ties, ties_of_graph

if TYPE_CHECKING:
    import networkx as nx

SEED = 7
ITERATIONS = 10
RANDOMNESS = 0.001


def communities(network: nx.Graph | Ties, *, resolution: float = 1.0, seed: int = SEED) -> dict[str, int]:
    """Map each person to a community: 1 is the largest; of equal ones, that with the smallest member comes first.

    People without ties are communities of their own. `resolution` above 1 gives smaller communities (it multiplies
    the expected weight in the modularity), another `seed` another of the divisions that are nearly as good (`stability`).
    Raises ValueError where the resolution is not positive.
    """
    if not resolution > 0:
        raise ValueError(f"resolution must be above 0, not {resolution}")
    ties = network if isinstance(network, Ties) else ties_of_graph(network)
    nodes, known = ties.nodes, ties.weight > 0
    if not known.any():
        return {node: number for number, node in enumerate(nodes, 1)}
    import graspologic_native

    ends = zip(
        ties.first[known].tolist(), ties.second[known].tolist(), ties.weight[known].tolist(), strict=True
    )
    _, found = graspologic_native.leiden(
        edges=[(nodes[a], nodes[b], weight) for a, b, weight in ends],
        starting_communities=None,
        resolution=resolution,
        randomness=RANDOMNESS,
        iterations=ITERATIONS,
        use_modularity=True,
        seed=seed,
        trials=1,
    )
    alone = max(found.values(), default=-1) + 1
    label = [found.get(node, alone + number) for number, node in enumerate(nodes)]
    groups: dict[int, list[str]] = {}
    for node, group in zip(nodes, label, strict=True):
        groups.setdefault(group, []).append(node)
    ordered = sorted(groups.values(), key=lambda group: (-len(group), group[0]))
    return {node: number for number, group in enumerate(ordered, 1) for node in group}


@dataclass(frozen=True, slots=True, kw_only=True)
class Stability:
    """How far the communities of several seeds agree.

    `similarity` is the mean adjusted Rand index of all pairs of divisions (1: always the same; 0: as by chance; Hubert and Arabie
    1985). `together` is, person by person, the mean share of divisions that agree with the first seed's about who is in the
    person's community: 1 for the firm, low for those between two.
    """

    similarity: float
    communities: int
    together: dict[str, float]


def stability(
    network: nx.Graph | Ties, *, resolution: float = 1.0, seeds: Sequence[int] = tuple(range(1, 11))
) -> Stability:
    """Find the communities with each of `seeds` and compare them. Raises ValueError for fewer than two seeds."""
    import numpy as np

    if len(seeds) < 2:
        raise ValueError(f"needs two seeds or more, not {len(seeds)}")
    ties = network if isinstance(network, Ties) else ties_of_graph(network)
    found = [communities(ties, resolution=resolution, seed=seed) for seed in seeds]
    labels = np.array([[division[node] for node in ties.nodes] for division in found]).reshape(len(seeds), -1)
    pairs = [adjusted_rand(labels[a], labels[b]) for a, b in combinations(range(len(seeds)), 2)]
    shares = [_agreement(labels[0], other) for other in labels[1:]]
    together = np.mean(shares, axis=0) if len(ties.nodes) else np.zeros(0)
    return Stability(
        similarity=float(np.mean(pairs)),
        communities=len(set(found[0].values())),
        together=dict(zip(ties.nodes, together.tolist(), strict=True)),
    )


def adjusted_rand(one: Any, other: Any) -> float:
    """The adjusted Rand index of two divisions of the same things; 1 where both are trivial in the same way."""
    import numpy as np

    table = _table(one, other)

    def pairs(counts: Any) -> float:
        return float((counts * (counts - 1)).sum() / 2)

    both, a, b, all_pairs = (
        pairs(table),
        pairs(table.sum(1)),
        pairs(table.sum(0)),
        pairs(np.array([len(one)])),
    )
    expected = a * b / all_pairs if all_pairs else 0.0
    most = (a + b) / 2
    return 1.0 if most == expected else (both - expected) / (most - expected)


def _table(one: Any, other: Any) -> Any:
    import numpy as np

    _, rows = np.unique(one, return_inverse=True)
    _, columns = np.unique(other, return_inverse=True)
    table = np.zeros((rows.max(initial=-1) + 1, columns.max(initial=-1) + 1))
    np.add.at(table, (rows, columns), 1)
    return table


def _agreement(one: Any, other: Any) -> Any:
    """Of each thing: those in its community in both divisions, by those in either (Jaccard; itself counts)."""
    import numpy as np

    _, rows = np.unique(one, return_inverse=True)
    _, columns = np.unique(other, return_inverse=True)
    table = _table(one, other)
    both = table[rows, columns]
    return both / (table.sum(1)[rows] + table.sum(0)[columns] - both)
