"""The typed graph: what is a node, what is an edge, and the sentence on it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from handmade import town_and_county

from graph.affiliation import affiliation_graph

RECORDS = town_and_county()
GRAPH = affiliation_graph(RECORDS)
TEXTS = {document.path: document.text for document in RECORDS.documents}


def test_nodes_by_type() -> None:
    assert Counter(kind for _, kind in GRAPH.nodes(data="type")) == {
        "person": 10,
        "organization": 2,
        "meeting": 7,
        "place": 2,
        "document": 7,
    }
    assert not [
        node for node, kind in GRAPH.nodes(data="type") if not kind or not node.startswith(f"{kind}:")
    ]


@pytest.mark.parametrize(
    ("source", "target", "kind", "role"),
    [
        ("person:fang-guolin", "meeting:plenary", "participated", "chaired"),
        ("person:tian-bo", "meeting:visit", "participated", "accompanied"),
        ("person:ma-xiuying", "meeting:county-meeting", "participated", "observed"),
        ("person:shi-lei", "meeting:plenary", "absent", "absent"),  # never 'participated'
        ("person:xi-jinping", "meeting:plenary", "invoked", "invoked"),
        ("person:fang-guolin", "organization:committee@shuixi", "holds", None),
        ("meeting:plenary", "organization:committee@shuixi", "hosted_by", None),
        ("meeting:plenary", "place:Shuixi", "held_in", None),
        ("meeting:plenary", "document:city/plenary.txt", "reported_in", None),
        ("meeting:plenary", "document:city/plenary-again.txt", "reported_in", None),
        ("organization:office@shuixi", "organization:committee@shuixi", "part_of", None),
    ],
)
def test_edges(source: str, target: str, kind: str, role: str | None) -> None:
    found = {(data["type"], data.get("role")) for data in GRAPH[source][target].values()}
    assert found == {(kind, role)}


def test_two_roles_are_two_edges() -> None:
    stated = GRAPH["person:he-min"]["meeting:plenary"].values()
    assert sorted((data["role"], data["document"]) for data in stated) == [
        ("attended", "city/plenary-again.txt"),
        ("attended", "city/plenary.txt"),
        ("spoke", "city/plenary.txt"),
    ]
    assert {data["qualifiers"] for data in stated} == {(), ("by video",)}


def test_invoked_without_a_meeting_is_no_edge() -> None:
    assert [target for _, target in GRAPH.out_edges("person:xi-jinping")] == ["meeting:plenary"]


def test_every_edge_has_its_rule_and_its_sentence_at_its_offsets() -> None:
    assert (
        GRAPH.number_of_edges() == 22 + 1 + 3 + 9 + 1 + 1
    )  # taken part, hosted, held, reported, holds, part of
    for _, target, data in GRAPH.edges(data=True):
        assert data["rule"]
        if data["type"] == "reported_in":
            assert target == f"document:{data['document']}"  # each report with a sentence of its own
        if data["type"] != "part_of":
            assert TEXTS[data["document"]][data["start"] : data["end"]] == data["quote"] != ""


def test_nodes_and_edges_come_sorted_whatever_the_order_of_the_records() -> None:
    turned = affiliation_graph(
        replace(
            RECORDS,
            people=RECORDS.people[::-1],
            meetings=RECORDS.meetings[::-1],
            participations=RECORDS.participations[::-1],
            organizations=RECORDS.organizations[::-1],
            documents=RECORDS.documents[::-1],
        )
    )
    assert list(GRAPH.nodes) == sorted(GRAPH.nodes)
    assert list(turned.nodes(data=True)) == list(GRAPH.nodes(data=True))
    assert list(turned.edges(keys=True, data=True)) == list(GRAPH.edges(keys=True, data=True))
