"""Communities: the planted ones are found, numbered by size, and the same in every process."""

from __future__ import annotations

import itertools
import json
import random
import subprocess
import sys

import networkx as nx
import numpy as np
import pytest
from handmade import Row, records_of, town_and_county
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.communities import adjusted_rand, communities, stability
from graph.project import co_attendance, incidence


def cliques(*groups: str) -> nx.Graph:
    """Make a complete graph of each word's letters."""
    graph = nx.Graph()
    for group in groups:
        graph.add_edges_from(nx.complete_graph(sorted(group)).edges, weight=1.0)
        graph.add_nodes_from(group)
    return graph


@pytest.mark.parametrize(
    ("graph", "expected"),
    [
        (nx.Graph(), {}),
        (cliques("b", "a"), {"a": 1, "b": 2}),  # nobody met anybody
        (cliques("xyz", "abcd"), dict.fromkeys("abcd", 1) | dict.fromkeys("xyz", 2)),  # by size
        (
            cliques("xyz", "abc"),
            dict.fromkeys("abc", 1) | dict.fromkeys("xyz", 2),
        ),  # equal: smallest member first
        (cliques("xyz", "a"), dict.fromkeys("xyz", 1) | {"a": 2}),  # an isolate is one of its own
    ],
    ids=["empty", "strangers", "by size", "by member", "isolate"],
)
def test_numbering(graph: nx.Graph, expected: dict[str, int]) -> None:
    assert communities(graph) == expected


def test_two_circles_with_one_bridge() -> None:
    graph = cliques("abcde", "vwxyz")
    graph.add_edge("e", "v", weight=0.5)
    assert communities(graph) == dict.fromkeys("abcde", 1) | dict.fromkeys("vwxyz", 2)


def test_weights_decide() -> None:
    graph = nx.Graph()
    graph.add_weighted_edges_from(
        [("a", "b", 9), ("c", "d", 9), ("a", "c", 1), ("b", "d", 1), ("a", "d", 1), ("b", "c", 1)]
    )
    assert communities(graph) == {"a": 1, "b": 1, "c": 2, "d": 2}


def test_planted_factions_are_found() -> None:
    graph = nx.planted_partition_graph(5, 20, 0.5, 0.03, seed=4)
    graph = nx.relabel_nodes(graph, {n: f"{n // 20}-{n % 20:02d}" for n in graph})
    found = communities(graph)
    for faction in "01234":
        assert len({number for node, number in found.items() if node.startswith(faction)}) == 1


def test_higher_resolution_gives_more_communities() -> None:
    graph = nx.relabel_nodes(nx.planted_partition_graph(6, 15, 0.4, 0.05, seed=2), lambda n: f"n{n:03d}")
    assert max(communities(graph, resolution=4).values()) > max(communities(graph).values())


@pytest.mark.parametrize("resolution", [0, -1, float("nan")])
def test_a_resolution_that_is_not_positive_is_refused(resolution: float) -> None:
    with pytest.raises(ValueError, match="resolution"):
        communities(cliques("ab"), resolution=resolution)


ROWS = st.lists(
    st.tuples(
        st.just("x.txt"),
        st.sampled_from([f"m{n}" for n in range(8)]),
        st.sampled_from([f"p{n:02d}" for n in range(15)]),
        st.just("attended"),
    ),
    max_size=60,
)


@settings(max_examples=40, deadline=None)
@given(ROWS, st.randoms(use_true_random=False))
def test_order_does_not_matter_and_communities_hang_together(rows: list[Row], random: object) -> None:
    graph = co_attendance(incidence(records_of(rows)), "newman")
    found = communities(graph)
    shuffled = nx.Graph()
    nodes, edges = list(graph), [(b, a, w) for a, b, w in graph.edges(data="weight")]
    random.shuffle(nodes)  # type: ignore[attr-defined]
    random.shuffle(edges)  # type: ignore[attr-defined]
    shuffled.add_nodes_from(nodes)
    shuffled.add_weighted_edges_from(edges)
    assert communities(shuffled) == found
    assert list(found) and sorted(found) == sorted(graph) if rows else found == {}
    for number in set(found.values()):
        members = [node for node in found if found[node] == number]
        assert nx.is_connected(graph.subgraph(members))


def test_at_least_as_good_as_louvain() -> None:
    graph = nx.relabel_nodes(nx.gnm_random_graph(150, 700, seed=9), lambda n: f"n{n:03d}")
    found = communities(graph)
    groups = [{node for node in found if found[node] == n} for n in set(found.values())]
    louvain = nx.community.louvain_communities(graph, seed=7)
    assert nx.community.modularity(graph, groups) >= nx.community.modularity(graph, louvain) - 0.005


SCRIPT = """
import json, networkx as nx
from graph.communities import adjusted_rand, communities, stability
graph = nx.relabel_nodes(nx.gnm_random_graph(300, 1500, seed=3), lambda n: f"n{n:03d}")
print(json.dumps(communities(graph)))
"""


def test_the_number_of_threads_and_the_hash_seed_do_not_matter() -> None:
    runs = [
        subprocess.run(
            [sys.executable, "-c", SCRIPT],
            env={"OMP_NUM_THREADS": threads, "PYTHONHASHSEED": seed, "PATH": ""},
            capture_output=True,
            check=True,
            text=True,
        ).stdout
        for threads, seed in (("1", "0"), ("4", "1"))
    ]
    assert json.loads(runs[0])
    assert runs[0] == runs[1]


def test_the_town_and_the_county() -> None:
    found = communities(co_attendance(incidence(town_and_county()), "newman"))
    assert found["fang-guolin"] == found["he-min"] == found["luo-qing@shuixi"]
    assert found["luo-qing@linhe"] == found["ma-xiuying"] != found["fang-guolin"]
    assert list(found.values()).count(found["qiao-yun"]) == 1


def test_small_random_networks_always_come_back() -> None:
    """networkit's ParallelLeiden hung on one of some 24,000 of these."""
    for seed in range(24_100, 24_250):
        draw = random.Random(seed)
        people = [f"p{number}" for number in range(draw.randint(2, 12))]
        graph = nx.Graph()
        graph.add_nodes_from(people)
        for a, b in itertools.combinations(people, 2):
            if draw.random() < draw.choice([0.1, 0.3, 0.6, 0.9]):
                graph.add_edge(a, b, weight=draw.choice([1, 2, 3, 0.5, 1 / 3, 0.1]))
        found = communities(graph, resolution=draw.choice([0.5, 1.0, 2.0, 5.0]))
        assert sorted(found) == sorted(people)
        for number in set(found.values()):
            members = [person for person in people if found[person] == number]
            assert nx.is_connected(graph.subgraph(members))


def test_stable_communities_agree_over_seeds_and_who_stands_between_does_not() -> None:
    firm = stability(cliques("abcde", "vwxyz"))
    assert (firm.similarity, firm.communities) == (1.0, 2)
    assert set(firm.together.values()) == {1.0}
    # a ring of twenty has no communities but those that a seed makes up
    ring = stability(nx.cycle_graph([f"p{n:02d}" for n in range(20)]))
    assert ring.similarity < 0.9
    assert min(ring.together.values()) < 1
    with pytest.raises(ValueError, match="two seeds"):
        stability(ring_of(3), seeds=[1])


def ring_of(size: int) -> nx.Graph:
    return nx.cycle_graph([f"p{n}" for n in range(size)])


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ([1, 1, 2, 2], [2, 2, 1, 1], 1.0),  # names of communities do not matter
        ([1, 1, 2, 2], [1, 2, 1, 2], -0.5),  # worse than by chance
        ([1, 1, 1, 1], [1, 1, 1, 1], 1.0),  # nothing to disagree about
        ([0, 0, 1, 1, 2, 2], [0, 0, 1, 2, 2, 2], 4 / 9),  # by hand: 2 common pairs, 3 and 4 pairs of 15
    ],
)
def test_adjusted_rand_by_hand(one: list[int], other: list[int], expected: float) -> None:
    assert adjusted_rand(np.array(one), np.array(other)) == pytest.approx(expected)
