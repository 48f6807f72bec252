"""The libraries that compute the heavy measures: networkit and rustworkx on one thread, ARPACK for eigenvectors.

With several threads the order of sums, and so the last digits, would depend on the scheduler.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

import numpy as np

from graph.ties import Ties, ties_of_graph

if TYPE_CHECKING:
    import networkx as nx

Network: TypeAlias = "nx.Graph | Ties"
DENSE = 50
"""People below whom the dense solver is as fast as the sparse one, and needs no start."""


def as_ties(network: Network) -> Ties:
    """The ties of a networkx graph, or those given."""
    return network if isinstance(network, Ties) else ties_of_graph(network)


@contextmanager
def one_thread() -> Iterator[Any]:
    """Give networkit with one thread, and its threads back afterwards."""
    import networkit as nk

    threads = nk.getMaxNumberOfThreads()
    nk.setNumberOfThreads(1)
    try:
        yield nk
    finally:
        nk.setNumberOfThreads(threads)


def plain_graph(nk: Any, network: Network, *, lengths: bool = False) -> Any:
    """Copy ties to networkit: nodes numbered in sorted order, edges sorted; with `lengths` a tie is 1/weight long."""
    ties = as_ties(network)
    size = len(ties.nodes)
    if not lengths:
        return nk.GraphFromCoo((ties.first, ties.second), n=size)
    return nk.GraphFromCoo((1 / ties.weight, (ties.first, ties.second)), n=size, weighted=True)


def betweenness_in_steps(ties: Ties) -> Any:
    """Betweenness where every tie is one step: rustworkx takes half of networkit's time (one thread, for the same digits)."""
    import rustworkx

    graph = rustworkx.PyGraph(multigraph=False)
    graph.add_nodes_from(range(len(ties.nodes)))
    graph.add_edges_from_no_data(list(zip(ties.first.tolist(), ties.second.tolist(), strict=True)))
    never = 2**31
    found = rustworkx.betweenness_centrality(graph, normalized=True, parallel_threshold=never)
    return np.array([found[node] for node in range(len(ties.nodes))])


def leading_eigenvectors(ties: Ties) -> list[tuple[Any, float, Any]]:
    """Of each component with a tie: the places of its nodes, its leading eigenvalue, and the eigenvector, positive, norm 1."""
    from scipy.sparse.csgraph import connected_components
    from scipy.sparse.linalg import eigsh

    matrix = ties.matrix()
    _, part_of = connected_components(matrix, directed=False)
    order = np.argsort(part_of, kind="stable")
    parts = np.split(order, np.flatnonzero(np.diff(part_of[order])) + 1) if len(order) else []
    found = []
    for part in parts:
        if len(part) > 1:
            own = matrix[part][:, part]
            if len(part) < DENSE:
                values, vectors = np.linalg.eigh(own.toarray())
            else:
                values, vectors = eigsh(own, k=1, which="LA", v0=np.ones(len(part)))
            found.append((part, float(values[-1]), np.abs(vectors[:, -1])))
    return found
