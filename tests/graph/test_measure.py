"""Every measure against networkx, and by hand on graphs that one can see through."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import networkit as nk
import networkx as nx
import numpy as np
import pytest
from handmade import town_and_county
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.measure import MEASURES, Values, centrality
from graph.project import co_attendance, incidence

CLOSE = 1e-9


def weighted(edges: list[tuple[str, str, float]], alone: tuple[str, ...] = ()) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(alone)
    graph.add_weighted_edges_from(edges)
    return graph


def random_graph(seed: int, people: int, chance: float) -> nx.Graph:
    """Meetings of two to six people at random, projected by hand with 1/(k-1): weights as in real networks."""
    random = np.random.default_rng(seed)
    graph = nx.Graph()
    names = [f"p{number:03d}" for number in random.permutation(people)]
    graph.add_nodes_from(names)
    for _ in range(int(people * chance)):
        there = random.choice(people, size=random.integers(2, 7), replace=False)
        for a, b in combinations(there.tolist(), 2):
            tie = graph.get_edge_data(names[a], names[b], {"weight": 0})
            graph.add_edge(names[a], names[b], weight=tie["weight"] + 1 / (len(there) - 1))
    return graph


PATH = weighted([("a", "b", 1), ("b", "c", 1)], alone=("z",))
GRAPHS = {
    "no people": nx.Graph(),
    "one person": weighted([], alone=("a",)),
    "two strangers": weighted([], alone=("a", "b")),
    "a pair": weighted([("a", "b", 0.5)]),
    "a path and an isolate": PATH,
    "a triangle with unlike ties": weighted([("a", "b", 1), ("b", "c", 1), ("a", "c", 0.4)]),
    "two components": weighted([("a", "b", 1), ("b", "c", 2), ("x", "y", 1)]),
    "sparse, many components": random_graph(1, 60, 0.4),
    "dense": random_graph(2, 60, 2.0),
    "large enough for the sparse solver": random_graph(3, 200, 0.9),
}


def lengths(graph: nx.Graph) -> nx.Graph:
    longer = graph.copy()
    for _, _, data in longer.edges(data=True):
        data["length"] = 1 / data["weight"]
    return longer


REFERENCE: dict[str, Callable[[nx.Graph], Values]] = {
    "degree": lambda g: dict(g.degree()),
    "strength": lambda g: dict(g.degree(weight="weight")),
    "betweenness": nx.betweenness_centrality,
    "weighted_betweenness": lambda g: nx.betweenness_centrality(lengths(g), weight="length"),
    "closeness": nx.closeness_centrality,
    "harmonic": lambda g: {n: v / max(1, len(g) - 1) for n, v in nx.harmonic_centrality(g).items()},
    "pagerank": lambda g: nx.pagerank(g, weight="weight", tol=1e-13, max_iter=1000),
    "core": nx.core_number,
    "katz": lambda g: katz_of(g),
    "clustering": nx.clustering,
    "constraint": lambda g: nx.constraint(g, weight="weight") if g else {},  # networkx refuses an empty graph
    "effective_size": lambda g: nx.effective_size(g) if g else {},
}


def katz_of(graph: nx.Graph) -> Values:
    if not graph.number_of_edges():
        return dict.fromkeys(graph, 1 / max(1, len(graph)) ** 0.5)
    greatest = max(np.linalg.eigvalsh(nx.to_numpy_array(graph))) or 1.0
    return nx.katz_centrality_numpy(graph, alpha=0.5 / greatest, weight="weight")


@pytest.mark.parametrize("graph", GRAPHS.values(), ids=GRAPHS)
@pytest.mark.parametrize("name", REFERENCE)
def test_as_networkx_has_it(name: str, graph: nx.Graph) -> None:
    found = centrality(graph, [name])[name]
    assert list(found) == sorted(graph)
    expected = REFERENCE[name](graph)
    for node in graph:
        assert found[node] == pytest.approx(expected[node], abs=CLOSE, nan_ok=True), node


@pytest.mark.parametrize("name", ["a pair", "a triangle with unlike ties", "dense"])
def test_eigenvector_of_a_connected_network_as_networkx_has_it(name: str) -> None:
    graph = GRAPHS[name].subgraph(max(nx.connected_components(GRAPHS[name]), key=len))
    assert len(graph) == len(GRAPHS[name])
    expected = (
        nx.eigenvector_centrality_numpy(graph, weight="weight")
        if len(graph) > 2
        else {"a": 0.5**0.5, "b": 0.5**0.5}
    )
    found = centrality(graph, ["eigenvector"])["eigenvector"]
    for node in graph:
        assert found[node] == pytest.approx(abs(expected[node]), abs=1e-7)


def test_eigenvector_is_the_limit_of_the_power_method() -> None:
    graph = GRAPHS["large enough for the sparse solver"]
    matrix = nx.to_numpy_array(graph, nodelist=sorted(graph)) + np.eye(len(graph))
    scores = np.ones(len(graph))
    for _ in range(5000):
        scores = matrix @ scores
        scores /= np.linalg.norm(scores)
    assert list(centrality(graph, ["eigenvector"])["eigenvector"].values()) == pytest.approx(
        scores.tolist(), abs=1e-8
    )


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (weighted([], alone=("a",)), {"a": 0.0}),  # no tie, no centrality
        # the stronger component takes it all ...
        (weighted([("a", "b", 2), ("x", "y", 1)]), {"a": 0.5**0.5, "b": 0.5**0.5, "x": 0.0, "y": 0.0}),
        # ... and two equal ones share it, instead of one being drawn
        (weighted([("a", "b", 1), ("x", "y", 1)]), {"a": 0.5, "b": 0.5, "x": 0.5, "y": 0.5}),
        # equal eigenvalues, unequal sizes: a strong pair and a triangle
        (
            weighted([("a", "b", 2), ("x", "y", 1), ("y", "z", 1), ("x", "z", 1)]),
            dict.fromkeys("abxyz", 5**-0.5),
        ),
    ],
    ids=["no tie", "unequal components", "equal components", "equal eigenvalues"],
)
def test_eigenvector_of_several_components(graph: nx.Graph, expected: Values) -> None:
    assert centrality(graph, ["eigenvector"])["eigenvector"] == pytest.approx(expected, abs=CLOSE)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("degree", {"a": 1, "b": 2, "c": 1, "z": 0}),
        ("betweenness", {"a": 0, "b": 1 / 3, "c": 0, "z": 0}),  # one of the three pairs of others passes b
        ("closeness", {"a": 2 / 3 * 2 / 3, "b": 2 / 3, "c": 2 / 3 * 2 / 3, "z": 0}),
        ("harmonic", {"a": 1.5 / 3, "b": 2 / 3, "c": 1.5 / 3, "z": 0}),
        ("core", {"a": 1, "b": 1, "c": 1, "z": 0}),
    ],
)
def test_a_path_and_an_isolate_by_hand(name: str, expected: Values) -> None:
    assert centrality(PATH, [name])[name] == pytest.approx(expected)


def test_strong_ties_are_short() -> None:
    graph = GRAPHS["a triangle with unlike ties"]
    found = centrality(graph, ["betweenness", "weighted_betweenness"])
    assert found["betweenness"]["b"] == 0  # everybody met everybody
    assert found["weighted_betweenness"]["b"] == 1  # but a and c are nearer through b: 1 + 1 < 1/0.4


def test_unknown_measures_are_named_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="charisma, zeal: one of degree"):
        centrality(PATH, ["zeal", "degree", "charisma"])


def test_an_incidence_is_projected_with_newman_weights() -> None:
    members = incidence(town_and_county())
    assert centrality(members, ["strength"]) == centrality(co_attendance(members, "newman"), ["strength"])


def test_every_measure_has_a_reference_and_a_docstring_with_a_year() -> None:
    assert set(MEASURES) == {*REFERENCE, "eigenvector"}
    for name, function in MEASURES.items():
        assert any(word.strip("().,;").isdigit() for word in (function.__doc__ or "").split()), name


EDGES = st.lists(
    st.tuples(st.integers(0, 9), st.integers(0, 9), st.integers(1, 4)).filter(
        lambda edge: edge[0] != edge[1]
    ),
    max_size=20,
)


@settings(max_examples=40, deadline=None)
@given(EDGES, st.permutations(range(10)), st.randoms(use_true_random=False))
def test_names_and_order_do_not_matter(
    edges: list[tuple[int, int, int]], names: list[int], random: object
) -> None:
    # distinct pairs, weights of halves: equal paths stay equal whatever the order of the sum
    plain = {tuple(sorted((a, b))): 2.0 ** (1 - w % 2) for a, b, w in edges}
    renamed = [(f"n{names[a]}", f"n{names[b]}", w) for (a, b), w in plain.items()]
    random.shuffle(renamed)  # type: ignore[attr-defined]
    one = weighted([(f"n{a}", f"n{b}", w) for (a, b), w in plain.items()], tuple(f"n{i}" for i in range(10)))
    other = weighted(renamed, tuple(f"n{i}" for i in range(9, -1, -1)))
    found, turned = centrality(one, list(MEASURES)), centrality(other, list(MEASURES))
    for name in MEASURES:
        for i in range(10):
            assert turned[name][f"n{names[i]}"] == pytest.approx(
                found[name][f"n{i}"], abs=1e-7, nan_ok=True
            ), name


def test_twice_the_same_bits() -> None:
    graph = GRAPHS["dense"]
    shuffled = nx.Graph()
    shuffled.add_nodes_from(reversed(list(graph)))
    shuffled.add_weighted_edges_from([(b, a, w) for a, b, w in reversed(list(graph.edges(data="weight")))])
    for name in MEASURES:
        assert centrality(graph, [name]) == centrality(shuffled, [name]), name


def test_networkit_gets_its_threads_back() -> None:
    before = nk.getMaxNumberOfThreads()
    nk.setNumberOfThreads(2)
    centrality(GRAPHS["dense"], ["betweenness"])
    assert nk.getMaxNumberOfThreads() == 2
    nk.setNumberOfThreads(before)
