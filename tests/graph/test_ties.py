"""Measures from arrays are those from graphs; pivots estimate betweenness; brokers, two modes and pairs over time in one line."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from attendances import heavy_tailed
from handmade import records_of, town_and_county
from hypothesis import given, settings
from hypothesis import strategies as st

from graph import Network
from graph.measure import MEASURES, ON_ARRAYS, betweenness, centrality
from graph.pivots import pivot_betweenness
from graph.project import WEIGHTS, co_attendance
from graph.ties import ties_of, ties_of_graph

MEMBERS = heavy_tailed(60, 80, 3)


@pytest.mark.parametrize("weight", WEIGHTS)
def test_ties_are_those_of_the_graph(weight: str) -> None:
    straight, by_graph = ties_of(MEMBERS, weight), ties_of_graph(co_attendance(MEMBERS, weight))  # type: ignore[arg-type]
    assert straight.nodes == by_graph.nodes
    for name in ("first", "second", "weight"):
        assert getattr(straight, name) == pytest.approx(getattr(by_graph, name))


@pytest.mark.parametrize("measure", sorted(MEASURES))
def test_an_incidence_has_the_measures_of_its_graph(measure: str) -> None:
    straight, by_graph = (
        centrality(n, [measure])[measure] for n in (MEMBERS, co_attendance(MEMBERS, "newman"))
    )
    assert straight == pytest.approx(by_graph, nan_ok=True)
    assert list(straight) == sorted(straight)
    assert measure in MEASURES and set(MEASURES) >= ON_ARRAYS


def test_pivots_estimate_betweenness_and_the_same_seed_gives_the_same() -> None:
    exact = betweenness(ties_of(MEMBERS))
    near = betweenness(ties_of(MEMBERS), pivots=40)
    assert near == betweenness(ties_of(MEMBERS), pivots=40)
    assert np.corrcoef(list(exact.values()), list(near.values()))[0, 1] > 0.9
    assert sum(near.values()) == pytest.approx(sum(exact.values()), rel=0.25)
    assert betweenness(ties_of(MEMBERS), pivots=1000) == exact


@given(
    st.lists(st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda e: e[0] != e[1]), max_size=20),
    st.integers(3, 10),
)
@settings(max_examples=30, deadline=None)
def test_with_everybody_as_pivot_it_is_betweenness_itself(edges: list[tuple[int, int]], size: int) -> None:
    graph = nx.Graph()
    graph.add_nodes_from(range(size))
    graph.add_edges_from(edges)
    found = pivot_betweenness(ties_of_graph(graph), len(graph), seed=1)
    expected = nx.betweenness_centrality(graph)
    assert found.tolist() == pytest.approx([expected[node] for node in sorted(graph)], abs=1e-12)


def test_brokers_between_bodies() -> None:
    net = Network.from_records(town_and_county())
    people = sorted(net.co_attendance())
    frame = net.brokerage(dict.fromkeys(people, "one"))
    assert list(frame.columns) == ["person", "group", "coordinator", "itinerant", "gatekeeper", "liaison"]
    assert frame["coordinator"].sum() > 0
    assert frame[["itinerant", "gatekeeper", "liaison"]].to_numpy().sum() == 0  # there is one group
    assert net.brokerage()["liaison"].sum() == 0  # posts in two bodies make no liaison


@pytest.mark.parametrize("measure", ["degree", "closeness", "betweenness"])
def test_people_and_meetings_in_one_frame(measure: str) -> None:
    net = Network.from_table([{"person": w, "meeting": e} for w, e in nx.davis_southern_women_graph().edges])
    frame = net.two_mode(measure)
    assert frame["mode"].value_counts().to_dict() == {"people": 18, "meetings": 14}
    first = frame[frame["mode"] == "meetings"].iloc[0]
    assert first["name"] == "E8"  # the event that most women came to is first in all three
    with pytest.raises(ValueError, match="degree, closeness, betweenness"):
        net.two_mode("fame")


def pairs() -> Network:
    rows = [
        ("x.txt", m, p, "attended")
        for m, there in (("m1", "ab"), ("m2", "ab"), ("m3", "a"), ("m4", "ab"))
        for p in there
    ]
    dates = {"m1": "2022-01-10", "m2": "2023-02-01", "m3": "2023-03-01", "m4": "2022-12"}
    fields = {m: {"date": date} for m, date in dates.items()}
    fields["m4"] = {"date": "2022-12-27/2023-01-05"}
    return Network.from_records(records_of(rows, meetings=fields))


PARTLY = [
    # ten days across the new year: in neither, in both, or by its days
    ("exclude", [1.0, 1.0], [1.0, 0.5]),
    ("include", [2.0, 2.0], [1.0, 2 / 3]),
    ("spread", [1.5, 1.5], [1.0, 0.6]),
]


@pytest.mark.parametrize(("partly", "together", "jaccard"), PARTLY)
def test_the_company_that_two_people_keep(partly: str, together: list[float], jaccard: list[float]) -> None:
    frame = pairs().pair_over_time("a", "b", window="1Y", step="1Y", partly=partly)
    assert frame["together"].tolist() == together
    assert frame["jaccard"].tolist() == pytest.approx(jaccard)
    assert frame.attrs == {"partly": partly, "undated": 0}


SLICES = [("exclude", 1), ("include", 2), ("spread", 1.5)]


@pytest.mark.parametrize(("partly", "weight"), SLICES)
def test_a_slice_counts_partly_dated_meetings_as_asked(partly: str, weight: float) -> None:
    rows = [("x.txt", m, p, "attended") for m in ("m1", "m2", "m3") for p in "ab"]
    dates = {"m1": {"date": "2022-03-01"}, "m2": {"date": "2022"}, "m3": {"date": "XXXX-05-05"}}
    net = Network.from_records(records_of(rows, meetings=dates))
    graph = net.co_attendance("count", until="2022-07-02", partly=partly)  # type: ignore[arg-type]
    expected = 1 + 183 / 365 if partly == "spread" else weight
    assert graph["a"]["b"]["weight"] == pytest.approx(expected)
    assert (graph.graph["partly"], graph.graph["undated"]) == (partly, 2)
    with pytest.raises(ValueError, match="partly must be"):
        net.co_attendance(until="2022", partly="perhaps")  # type: ignore[arg-type]
