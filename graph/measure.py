"""Measures of the co-attendance network: one interface, node -> value, people in sorted order.

The heavy ones run in networkit, on one thread: with several, the order of its sums and so the last digits depend on the
scheduler. Tests compare every measure with networkx to 1e-9. A measure of a person depends on the network
alone, not on the names in it or on the order in which it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from graph.holes import clustering, constraint, effective_size
from graph.project import Incidence, co_attendance

if TYPE_CHECKING:
    import networkx as nx

Values = dict[str, float]


def degree(graph: nx.Graph) -> Values:
    """Count each person's ties: the number of people met. Not normalised (Freeman 1978)."""
    return {node: float(value) for node, value in sorted(graph.degree())}


def strength(graph: nx.Graph) -> Values:
    """Sum the weights of each person's ties. Not normalised (Barrat et al. 2004).

    With Newman weights it is the number of meetings that the person attended in company.
    """
    return {node: float(value) for node, value in _canonical(graph).degree(weight="weight")}


def betweenness(graph: nx.Graph) -> Values:
    """Share of the shortest paths between all other pairs that pass through a person (Freeman 1977, Brandes 2001).

    Every tie is one step; divided by the number of pairs (n-1)(n-2)/2, so from 0 to 1, as in networkx. Resampling the
    meetings changes its top twenty by a third: never headline it without an interval.
    """
    return _betweenness(graph, weighted=False)


def weighted_betweenness(graph: nx.Graph) -> Values:
    """Betweenness where a tie is the shorter the stronger it is: its length is 1/weight (Newman 2001).

    Normalised as `betweenness`.
    """
    return _betweenness(graph, weighted=True)


def closeness(graph: nx.Graph) -> Values:
    """Number of others within reach by their mean distance: (r/(n-1)) r / (sum of distances to the r within reach).

    The form for networks in several parts (Wasserman and Faust 1994, as in networkx); every tie is one step; 0 to 1.
    """
    return _unless_tiny(
        graph,
        lambda nk, plain: nk.centrality.Closeness(plain, True, nk.centrality.ClosenessVariant.GENERALIZED),
    )


def harmonic(graph: nx.Graph) -> Values:
    """Mean of 1/distance to all others, 0 for those out of reach (Rochat 2009; Boldi and Vigna 2014); 0 to 1."""
    return _unless_tiny(graph, lambda nk, plain: nk.centrality.HarmonicCloseness(plain, normalized=True))


def pagerank(graph: nx.Graph) -> Values:
    """PageRank on the weighted ties with damping .85; sums to 1 (Brin and Page 1998)."""
    import networkx as nx

    return dict(sorted(nx.pagerank(_canonical(graph), weight="weight", tol=1e-13, max_iter=1000).items()))


def eigenvector(graph: nx.Graph) -> Values:
    """Be central by ties to the central: the leading eigenvector of the weighted ties, Euclidean norm 1 (Bonacich 1972).

    In a network of several components it is 0 outside the one whose leading eigenvalue is greatest (where several
    share the greatest, each of them has its part: the limit of the power method from equal scores). 0 without any tie.
    """
    import networkx as nx
    import numpy as np

    values = dict.fromkeys(sorted(graph), 0.0)
    parts = [
        sorted(part) for part in sorted(nx.connected_components(graph), key=lambda p: min(p)) if len(part) > 1
    ]
    leading = [(part, *_leading(graph, part)) for part in parts]
    greatest = max((value for _, value, _ in leading), default=0.0)
    for part, value, vector in leading:
        if value >= greatest * (1 - 1e-9):
            values.update(zip(part, (vector.sum() * vector).tolist(), strict=True))
    norm = float(np.linalg.norm(list(values.values())))
    return {node: value / norm for node, value in values.items()} if norm else values


def core(graph: nx.Graph) -> Values:
    """The largest k such that the person is one of a group whose members each met k others of it (Seidman 1983)."""
    import networkx as nx

    return {node: float(value) for node, value in sorted(nx.core_number(graph).items())}


def katz(graph: nx.Graph) -> Values:
    """Count the weighted walks that end at a person, a walk of k ties counting a^k; Euclidean norm 1 (Katz 1953).

    x = a A x + 1 with a = .5 / (greatest eigenvalue of A), so that the sum over walks converges; A holds the weights.
    """
    import networkx as nx
    import numpy as np
    from scipy import sparse
    from scipy.sparse.linalg import spsolve

    nodes = sorted(graph)
    if not nodes:
        return {}
    parts = [sorted(part) for part in nx.connected_components(graph) if len(part) > 1]
    greatest = max((_leading(graph, part)[0] for part in sorted(parts)), default=1.0)
    matrix = nx.to_scipy_sparse_array(
        _canonical(graph), nodelist=nodes, weight="weight", dtype=float, format="csc"
    )
    values = spsolve(
        sparse.eye_array(len(nodes), format="csc") - matrix * (0.5 / greatest), np.ones(len(nodes))
    )
    return dict(zip(nodes, (values / np.linalg.norm(values)).tolist(), strict=True))


MEASURES: dict[str, Callable[[Any], Values]] = {
    "degree": degree,
    "strength": strength,
    "betweenness": betweenness,
    "weighted_betweenness": weighted_betweenness,
    "closeness": closeness,
    "harmonic": harmonic,
    "eigenvector": eigenvector,
    "pagerank": pagerank,
    "core": core,
    "katz": katz,
    "clustering": clustering,
    "constraint": constraint,
    "effective_size": effective_size,
}


def centrality(network: nx.Graph | Incidence, measures: Sequence[str]) -> dict[str, Values]:
    """Compute the named measures of a co-attendance graph: measure -> person -> value.

    An incidence is projected with Newman weights first. Raises ValueError for a name that is not in `MEASURES`.
    """
    unknown = sorted(set(measures) - set(MEASURES))
    if unknown:
        raise ValueError(f"unknown measure {', '.join(unknown)}: one of {', '.join(MEASURES)}")
    graph = co_attendance(network, "newman") if isinstance(network, Incidence) else network
    return {name: MEASURES[name](graph) for name in measures}


# -- networkit ------------------------------------------------------------------------------------------------


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


def plain_graph(nk: Any, graph: nx.Graph, length: Callable[[float], float] | None = None) -> Any:
    """Copy a graph to networkit: nodes numbered in sorted order, edges sorted; weighted by `length` of their weight."""
    number = {node: index for index, node in enumerate(sorted(graph))}
    plain = nk.Graph(len(number), weighted=length is not None)
    edges = sorted(
        (*sorted((number[a], number[b])), weight) for a, b, weight in graph.edges(data="weight", default=1)
    )
    for a, b, weight in edges:
        if length is None:
            plain.addEdge(a, b)
        else:
            plain.addEdge(a, b, length(weight))
    return plain


def _betweenness(graph: nx.Graph, *, weighted: bool) -> Values:
    if len(graph) < 3:  # no pair of others: the normalisation divides by zero
        return dict.fromkeys(sorted(graph), 0.0)
    with one_thread() as nk:
        plain = plain_graph(nk, graph, (lambda weight: 1 / weight) if weighted else None)
        scores = nk.centrality.Betweenness(plain, normalized=True).run().scores()
    return dict(zip(sorted(graph), scores, strict=True))


def _unless_tiny(graph: nx.Graph, make: Callable[[Any, Any], Any]) -> Values:
    """Run a networkit centrality in steps; 0 for people without ties, whom networkit divides by zero."""
    tied = [node for node in graph if graph.degree(node)]
    values = dict.fromkeys(sorted(graph), 0.0)
    if tied:
        with one_thread() as nk:
            scores = make(nk, plain_graph(nk, graph)).run().scores()
        values.update((node, score) for node, score in zip(values, scores, strict=True) if graph.degree(node))
    return values


def _canonical(graph: nx.Graph) -> nx.Graph:
    """The same nodes, edges and weights in sorted order: sums run in the same order whatever was read first."""
    import networkx as nx

    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_weighted_edges_from(
        sorted((*sorted((a, b)), weight) for a, b, weight in graph.edges(data="weight", default=1))
    )
    return ordered


def _leading(graph: nx.Graph, part: Sequence[str]) -> tuple[float, Any]:
    """The leading eigenvalue of a component and its eigenvector, positive, norm 1."""
    import networkx as nx
    import numpy as np
    from scipy.sparse.linalg import eigsh

    matrix = nx.to_scipy_sparse_array(graph, nodelist=part, weight="weight", dtype=float, format="csr")
    if len(part) < 50:  # below it the dense solver is as fast, and needs no start
        values, vectors = np.linalg.eigh(matrix.toarray())
    else:
        values, vectors = eigsh(matrix, k=1, which="LA", v0=np.ones(len(part)))
    return float(values[-1]), np.abs(vectors[:, -1])
