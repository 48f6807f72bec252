"""Measures of the co-attendance network: one interface, node -> value, people in sorted order.

The heavy ones run in libraries (`graph.engines`). Tests compare every measure with networkx to 1e-9. A measure of a person depends on the network
alone, not on the names in it or on the order in which it was read.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from scipy import sparse

from graph.engines import (
    Network,
    as_ties,
    betweenness_in_steps,
    leading_eigenvectors,
    one_thread,
    plain_graph,
)
from graph.holes import clustering, constraint, effective_size
from graph.pivots import pivot_betweenness
from graph.project import Incidence, Weight, co_attendance
from graph.ties import Ties, ties_of

if TYPE_CHECKING:
    import networkx as nx

Values = dict[str, float]
SEED = 7


def degree(network: Network) -> Values:
    """Count each person's ties: the number of people met. Not normalised (Freeman 1978)."""
    ties = as_ties(network)
    return _valued(ties, ties.degrees().astype(float))


def strength(network: Network) -> Values:
    """Sum the weights of each person's ties. Not normalised (Barrat et al. 2004).

    With Newman weights it is the number of meetings that the person attended in company.
    """
    ties = as_ties(network)
    ends = np.concatenate([ties.first, ties.second])
    sums = np.bincount(ends, weights=np.concatenate([ties.weight, ties.weight]), minlength=len(ties.nodes))
    return _valued(ties, sums)


def betweenness(network: Network, *, pivots: int | None = None) -> Values:
    """Share of the shortest paths between all other pairs that pass through a person (Freeman 1977, Brandes 2001).

    Every tie is one step; divided by the number of pairs (n-1)(n-2)/2, so from 0 to 1, as in networkx. Resampling the
    meetings changes its top twenty by a third: never headline it without an interval. With `pivots` it is estimated from
    the paths of so many people drawn with a fixed seed (`graph.pivots`), for networks where all are too many: the central are
    then known, small differences are not.
    """
    return _betweenness(as_ties(network), weighted=False, pivots=pivots)


def weighted_betweenness(network: Network) -> Values:
    """Betweenness where a tie is the shorter the stronger it is: its length is 1/weight (Newman 2001).

    Normalised as `betweenness`.
    """
    return _betweenness(as_ties(network), weighted=True)


def closeness(network: Network) -> Values:
    """Number of others within reach by their mean distance: (r/(n-1)) r / (sum of distances to the r within reach).

    The form for networks in several parts (Wasserman and Faust 1994, as in networkx); every tie is one step; 0 to 1.
    """
    return _unless_tiny(
        as_ties(network),
        lambda nk, plain: nk.centrality.Closeness(plain, True, nk.centrality.ClosenessVariant.GENERALIZED),
    )


def harmonic(network: Network) -> Values:
    """Mean of 1/distance to all others, 0 for those out of reach (Rochat 2009; Boldi and Vigna 2014); 0 to 1."""
    return _unless_tiny(
        as_ties(network), lambda nk, plain: nk.centrality.HarmonicCloseness(plain, normalized=True)
    )


def eigenvector(network: Network) -> Values:
    """Be central by ties to the central: the leading eigenvector of the weighted ties, Euclidean norm 1 (Bonacich 1972).

    In a network of several components it is 0 outside the one whose leading eigenvalue is greatest (where several
    share the greatest, each of them has its part: the limit of the power method from equal scores). 0 without any tie.
    """
    ties = as_ties(network)
    values = np.zeros(len(ties.nodes))
    leading = leading_eigenvectors(ties)
    greatest = max((value for _, value, _ in leading), default=0.0)
    for part, value, vector in leading:
        if value >= greatest * (1 - 1e-9):
            values[part] = vector.sum() * vector
    norm = float(np.linalg.norm(values))
    return _valued(ties, values / norm if norm else values)


def pagerank(graph: nx.Graph) -> Values:
    """PageRank on the weighted ties with damping .85; sums to 1 (Brin and Page 1998)."""
    import networkx as nx

    return dict(sorted(nx.pagerank(_canonical(graph), weight="weight", tol=1e-13, max_iter=1000).items()))


def core(graph: nx.Graph) -> Values:
    """The largest k such that the person is one of a group whose members each met k others of it (Seidman 1983)."""
    import networkx as nx

    return {node: float(value) for node, value in sorted(nx.core_number(graph).items())}


def katz(network: Network) -> Values:
    """Count the weighted walks that end at a person, a walk of k ties counting a^k; Euclidean norm 1 (Katz 1953).

    x = a A x + 1 with a = .5 / (greatest eigenvalue of A), so that the sum over walks converges; A holds the weights.
    """
    from scipy.sparse.linalg import spsolve

    ties = as_ties(network)
    size = len(ties.nodes)
    if not size:
        return {}
    greatest = max((value for _, value, _ in leading_eigenvectors(ties)), default=1.0)
    system = sparse.eye_array(size, format="csc") - ties.matrix().tocsc() * (0.5 / greatest)
    values = spsolve(sparse.csc_array(system), np.ones(size))
    return _valued(ties, values / np.linalg.norm(values))


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


ON_ARRAYS = frozenset(
    {
        "degree",
        "strength",
        "betweenness",
        "weighted_betweenness",
        "closeness",
        "harmonic",
        "eigenvector",
        "katz",
    }
)
"""Measures that need no graph object: of an incidence they are taken without building one."""


def centrality(
    network: Network | Incidence, measures: Sequence[str], *, weight: Weight = "newman"
) -> dict[str, Values]:
    """Compute the named measures of a co-attendance graph: measure -> person -> value.

    An incidence is projected with `weight` first. Raises ValueError for a name that is not in `MEASURES`.
    """
    unknown = sorted(set(measures) - set(MEASURES))
    if unknown:
        raise ValueError(f"unknown measure {', '.join(unknown)}: one of {', '.join(MEASURES)}")
    if not isinstance(network, Incidence):
        return {name: MEASURES[name](network) for name in measures}
    ties = ties_of(network, weight) if ON_ARRAYS & set(measures) else None
    graph = co_attendance(network, weight) if set(measures) - ON_ARRAYS else None
    return {name: MEASURES[name](ties if name in ON_ARRAYS else graph) for name in measures}


def _valued(ties: Ties, values: Any) -> Values:
    return dict(zip(ties.nodes, values.tolist(), strict=True))


def _betweenness(ties: Ties, *, weighted: bool, pivots: int | None = None) -> Values:
    size = len(ties.nodes)
    if size < 3:  # no pair of others: the normalisation divides by zero
        return dict.fromkeys(ties.nodes, 0.0)
    if pivots is not None and pivots < size:
        return _valued(ties, pivot_betweenness(ties, pivots, seed=SEED))
    if not weighted:
        return _valued(ties, betweenness_in_steps(ties))
    with one_thread() as nk:
        plain = plain_graph(nk, ties, lengths=True)
        return _valued(ties, np.array(nk.centrality.Betweenness(plain, normalized=True).run().scores()))


def _unless_tiny(ties: Ties, make: Callable[[Any, Any], Any]) -> Values:
    """Run a networkit centrality in steps; 0 for people without ties, whom networkit divides by zero."""
    tied = ties.degrees() > 0
    if not tied.any():
        return dict.fromkeys(ties.nodes, 0.0)
    with one_thread() as nk:
        scores = make(nk, plain_graph(nk, ties)).run().scores()
    return _valued(ties, np.where(tied, scores, 0.0))


def _canonical(graph: nx.Graph) -> nx.Graph:
    """The same nodes, edges and weights in sorted order: sums run in the same order whatever was read first."""
    import networkx as nx

    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    ordered.add_weighted_edges_from(
        sorted((*sorted((a, b)), weight) for a, b, weight in graph.edges(data="weight", default=1))
    )
    return ordered
