"""Davis's Southern Women through the two-mode measures, and structural holes by hand."""

from __future__ import annotations

import math
from itertools import combinations, product

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import Network
from graph.holes import brokerage, core_periphery
from graph.project import Incidence, co_attendance, incidence
from graph.ranked import Ranked
from graph.twomode import hyperdegree, two_mode_betweenness, two_mode_closeness, two_mode_degree

DAVIS = nx.davis_southern_women_graph()
# Borgatti and Halgin, Analyzing Affiliation Networks: degree, closeness, betweenness, two digits as printed
PUBLISHED = [
    ("people", "Evelyn Jefferson", 0.57, 0.80, 0.10),
    ("people", "Laura Mandeville", 0.50, 0.73, 0.05),
    ("people", "Theresa Anderson", 0.57, 0.80, 0.09),
    ("people", "Brenda Rogers", 0.50, 0.73, 0.05),
    ("people", "Charlotte McDowd", 0.29, 0.60, 0.01),
    ("people", "Katherina Rogers", 0.43, 0.73, 0.05),
    ("people", "Sylvia Avondale", 0.50, 0.77, 0.07),
    ("people", "Nora Fayette", 0.57, 0.80, 0.11),
    ("people", "Dorothy Murchison", 0.14, 0.65, 0.00),
    ("people", "Flora Price", 0.14, 0.59, 0.01),
    ("meetings", "E8", 0.78, 0.85, 0.24),
    ("meetings", "E9", 0.67, 0.79, 0.23),
    ("meetings", "E7", 0.56, 0.73, 0.13),
]


def davis() -> Incidence:
    women = DAVIS.graph["top"]
    rows = [{"person": w, "meeting": e} for w in women for e in sorted(DAVIS[w])]
    return incidence(Network.from_table(rows).records)


@pytest.mark.parametrize(("mode", "name", "degree", "closeness", "betweenness"), PUBLISHED)
def test_southern_women_as_published(
    mode: str, name: str, degree: float, closeness: float, betweenness: float
) -> None:
    members = davis()
    key = name.lower().replace(" ", "-")
    assert two_mode_degree(members)[mode][key] == pytest.approx(degree, abs=0.0051)
    assert two_mode_closeness(members)[mode][key] == pytest.approx(closeness, abs=0.0051)
    assert two_mode_betweenness(members)[mode][key] == pytest.approx(betweenness, abs=0.0051)


def test_two_mode_betweenness_as_networkx_has_it() -> None:
    found = two_mode_betweenness(davis())
    expected = nx.bipartite.betweenness_centrality(DAVIS, DAVIS.graph["top"])
    both = {**found["people"], **found["meetings"]}
    for node, value in expected.items():
        assert both[node.lower().replace(" ", "-")] == pytest.approx(value, abs=1e-9)


def test_the_projection_of_southern_women_as_published() -> None:
    graph = co_attendance(davis(), "count")
    # the woman-by-woman matrix printed by Borgatti and Everett: common events
    assert graph["evelyn-jefferson"]["laura-mandeville"]["count"] == 6
    assert graph["evelyn-jefferson"]["theresa-anderson"]["count"] == 7
    assert (
        not graph.has_edge("evelyn-jefferson", "flora-price")
        or graph["evelyn-jefferson"]["flora-price"]["count"] == 1
    )
    newman = co_attendance(davis(), "newman")
    expected = nx.bipartite.collaboration_weighted_projected_graph(DAVIS, DAVIS.graph["top"])
    for a, b, weight in expected.edges(data="weight"):
        tie = newman[a.lower().replace(" ", "-")][b.lower().replace(" ", "-")]
        assert tie["weight"] == pytest.approx(weight, abs=1e-12)
    assert newman.number_of_edges() == expected.number_of_edges()


def test_hyperdegree_counts_meetings() -> None:
    assert hyperdegree(davis())["evelyn-jefferson"] == 8


BROKERED = [
    # ends and broker by group -> the kind
    (("x", "x", "x"), "coordinator"),
    (("x", "y", "x"), "itinerant"),
    (("x", "x", "y"), "gatekeeper"),
    (("x", "y", "y"), "gatekeeper"),  # the representative, where ties have no direction
    (("x", "y", "z"), "liaison"),
]


@pytest.mark.parametrize(("groups", "kind"), BROKERED)
def test_kinds_of_brokerage(groups: tuple[str, str, str], kind: str) -> None:
    path = nx.path_graph(["i", "v", "k"])
    found = brokerage(path, dict(zip("ivk", groups, strict=True)))
    assert found["v"] == {"coordinator": 0, "itinerant": 0, "gatekeeper": 0, "liaison": 0} | {kind: 1}
    assert sum(found["i"].values()) == 0
    path.add_edge("i", "k")  # who know each other need no broker
    assert sum(brokerage(path, dict(zip("ivk", groups, strict=True)))["v"].values()) == 0


def test_people_without_a_group_broker_nothing() -> None:
    assert sum(brokerage(nx.path_graph(["i", "v", "k"]), {"i": "x", "v": "x"})["v"].values()) == 0


def misses(graph: nx.Graph, core: set[str]) -> int:
    missing = sum(not graph.has_edge(a, b) for a, b in combinations(sorted(core), 2))
    return missing + sum(a not in core and b not in core for a, b in graph.edges)


@given(st.lists(st.booleans(), min_size=15, max_size=15))
@settings(max_examples=40, deadline=None)
def test_no_other_core_fits_better(there: list[bool]) -> None:
    graph = nx.Graph()
    graph.add_nodes_from("abcdef")
    graph.add_edges_from(pair for pair, tied in zip(combinations("abcdef", 2), there, strict=True) if tied)
    core, _ = core_periphery(graph)
    every = (
        {n for n, inside in zip("abcdef", chosen, strict=True) if inside}
        for chosen in product((0, 1), repeat=6)
    )
    assert misses(graph, set(core)) == min(misses(graph, one) for one in every)


def test_a_star_has_its_middle_as_core() -> None:
    assert core_periphery(nx.star_graph(["m", "a", "b", "c"])) == (("m",), 1.0)
    assert core_periphery(nx.empty_graph(3)) == ((), 0.0)


def test_a_measure_is_a_mapping_a_series_and_a_list() -> None:
    ranked = Ranked(
        measure="strength", values_={"b": 2.0, "a": 2.0, "c": math.nan, "d": 5}, labels={"d": "Dong"}
    )
    assert ranked["b"] == 2
    assert list(ranked.asdict()) == ["a", "b", "c", "d"]
    assert ranked.top(3) == [("Dong", 5), ("a", 2.0), ("b", 2.0)]
    assert ranked.top(9)[-1][0] == "c"  # what is undefined is not high
    assert (ranked.aspandas().name, ranked.aspandas()["d"]) == ("strength", 5)
    with pytest.raises(ValueError, match="below 0"):
        ranked.top(-1)
