"""GraphML for other programs: flat, well-formed whatever a report holds, and the same bytes every time."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import networkx as nx
import pytest
from handmade import town_and_county
from hypothesis import given
from hypothesis import strategies as st

from graph.affiliation import affiliation_graph
from graph.exporters import flat, flat_graph
from graph.graphml import write_graphml
from graph.project import co_attendance, incidence

NAMESPACE = "{http://graphml.graphdrawing.org/xmlns}"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (None, ""),
        (True, True),
        (0.25, 0.25),
        (("b", "a"), "b; a"),  # the order of a sequence is kept
        (frozenset({"b", "a"}), "a; b"),  # a set has none
        (("a", None, 3), "a; ; 3"),
        ({"b": 1, "a": None}, "a: ; b: 1"),
        ("a\x00b\x0bc\ufffed\ud800e", "abcde"),  # no XML 1.0 can hold these
        ("tab\tline\nemoji \U0001f600", "tab\tline\nemoji \U0001f600"),
        ("a\r\nb", "a\nb"),
        ("</node><script>", "</node><script>"),  # markup is the writer's to escape
    ],
)
def test_flat(value: object, expected: object) -> None:
    assert flat(value) == expected


def test_what_has_no_flat_form_is_refused() -> None:
    with pytest.raises(TypeError, match="no flat form for object"):
        flat(object())


def test_the_affiliation_graph_comes_back(tmp_path: Path) -> None:
    graph = affiliation_graph(town_and_county())
    write_graphml(graph, tmp_path / "a.graphml")
    back = nx.read_graphml(tmp_path / "a.graphml", force_multigraph=True)
    assert back.is_directed()
    expected = flat_graph(graph)
    assert dict(back.nodes(data=True)) == dict(expected.nodes(data=True))
    assert sorted(map(str, back.edges(keys=True, data=True))) == sorted(
        map(str, expected.edges(keys=True, data=True))
    )


def test_the_co_attendance_graph_comes_back(tmp_path: Path) -> None:
    graph = co_attendance(incidence(town_and_county()), "newman")
    write_graphml(graph, tmp_path / "c.graphml")
    back = nx.read_graphml(tmp_path / "c.graphml")
    assert not back.is_directed()
    assert back["fang-guolin"]["he-min"] == {"weight": 1.0, "count": 2, "meetings": "plenary; visit"}
    assert set(back) == set(graph)


def by_networkx(graph: nx.Graph) -> str:
    """What networkx writes."""
    lines = nx.generate_graphml(flat_graph(graph), encoding="utf-8", prettyprint=True)
    return "\n".join(['<?xml version="1.0" encoding="UTF-8"?>', *lines]) + "\n"


def test_the_file_is_the_one_that_networkx_writes(tmp_path: Path) -> None:
    with_own = nx.Graph(name="a graph", size=3)
    with_own.add_edge("a < b", 'c "d"\n', weight=0.5, sure=True, note="1 < 2 & 3 > 2, 中")
    records = town_and_county()
    for graph in (
        affiliation_graph(records),
        co_attendance(incidence(records), "newman"),
        with_own,
        nx.Graph(),
    ):
        write_graphml(graph, tmp_path / "g.graphml")
        assert (tmp_path / "g.graphml").read_text(encoding="utf-8") == by_networkx(graph)


def test_key_ids_are_unique(tmp_path: Path) -> None:
    """'type' and 'document' belong to nodes and to edges: a reader that goes by ids must not mix them."""
    write_graphml(affiliation_graph(town_and_county()), tmp_path / "a.graphml")
    keys = [key.get("id") for key in ElementTree.parse(tmp_path / "a.graphml").iter(f"{NAMESPACE}key")]
    assert len(keys) > 10
    assert len(keys) == len(set(keys))


def test_nodes_that_differ_only_in_what_xml_cannot_hold_stay_apart() -> None:
    graph = nx.Graph()
    graph.add_edge("a\x01", "a\x02")
    graph.add_node("a")
    assert list(flat_graph(graph)) == ["a", "a (2)", "a (3)"]
    assert list(flat_graph(graph).edges) == [("a", "a (2)")]


def test_same_graph_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_graphml(affiliation_graph(town_and_county()), tmp_path / name)
    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()
    assert b"\r" not in (tmp_path / "one").read_bytes()


ANY_VALUE = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(2**31), 2**31 - 1),
    st.floats(allow_nan=False),
    st.text(),
    st.lists(st.text()),
)


@given(
    st.dictionaries(st.text(min_size=1), st.dictionaries(st.sampled_from(["p", "q"]), ANY_VALUE), max_size=5)
)
def test_any_text_makes_well_formed_xml(
    tmp_path_factory: pytest.TempPathFactory, nodes: dict[str, Any]
) -> None:
    graph = nx.MultiDiGraph()
    for node, data in nodes.items():
        graph.add_node(node, **data)
        graph.add_edge(node, node, key=node, **data)
    path = tmp_path_factory.mktemp("any") / "any.graphml"
    write_graphml(graph, path)
    assert path.read_text(encoding="utf-8") == by_networkx(graph)
    root = ElementTree.parse(path).getroot()
    assert len(list(root.iter(f"{NAMESPACE}node"))) == len(nodes)
    assert len(list(root.iter(f"{NAMESPACE}edge"))) == len(nodes)
