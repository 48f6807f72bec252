"""The ties of a projection as arrays: what the heavy measures read, without a Python object for each of a million edges."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from graph.project import Incidence, Weight, tie_weights, tied_pairs

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Ties:
    """Undirected weighted ties: `first` and `second` are places in `nodes` (first < second), sorted; `weight` floats."""

    nodes: tuple[Any, ...]
    first: Any
    second: Any
    weight: Any

    def matrix(self) -> sparse.csr_array:
        """The symmetric matrix of the weights, in the order of `nodes`."""
        size = len(self.nodes)
        half = sparse.coo_array((self.weight, (self.first, self.second)), shape=(size, size))
        return sparse.csr_array((half + half.T).tocsr())

    def degrees(self) -> Any:
        """Number of ties of each node."""
        return np.bincount(np.concatenate([self.first, self.second]), minlength=len(self.nodes))


def ties_of(members: Incidence, weight: Weight = "newman") -> Ties:
    """Project an incidence on people, as `graph.project.co_attendance` does, without building a graph."""
    return ties_among(members, weight, *tied_pairs(members))


def ties_among(members: Incidence, weight: Weight, first: Any, second: Any, counts: Any) -> Ties:
    """The ties of the pairs that `tied_pairs` found."""
    weights = tie_weights(members, weight, first, second, counts)
    return Ties(
        nodes=members.people,
        first=first.astype(np.int64),
        second=second.astype(np.int64),
        weight=np.asarray(weights, dtype=float),
    )


def ties_of_graph(graph: nx.Graph) -> Ties:
    """The ties of a networkx graph, nodes sorted; without `weight` a tie weighs 1, and a loop is no tie."""
    nodes: tuple[Hashable, ...] = tuple(sorted(graph))
    number = {node: index for index, node in enumerate(nodes)}
    edges = sorted(
        (*sorted((number[a], number[b])), float(weight))
        for a, b, weight in graph.edges(data="weight", default=1)
        if a != b
    )
    columns = np.array(edges, dtype=float).reshape(len(edges), 3)
    return Ties(
        nodes=nodes,
        first=columns[:, 0].astype(np.int64),
        second=columns[:, 1].astype(np.int64),
        weight=columns[:, 2],
    )
