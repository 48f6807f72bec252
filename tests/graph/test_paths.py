"""Ways between people, and invocations kept apart from them."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import records_of, town_and_county

from graph import Network
from graph.paths import paths

NET = Network.from_records(
    records_of(
        [
            ("x.txt", m, p, "attended")
            for m, there in (
                ("m1", "ab"),
                ("m2", "ac"),
                ("m3", "bd"),
                ("m4", "cd"),
                ("m5", "cd"),
                ("m6", "e"),
            )
            for p in there
        ]
    )
)


def test_all_shortest_ways_with_their_meetings() -> None:
    found = NET.path("a", "d")
    assert [(r.path, r.from_id, r.to_id) for r in found.itertuples()] == [
        (1, "a", "b"), (1, "b", "d"), (2, "a", "c"), (2, "c", "d"),
    ]  # fmt: skip
    assert found["meetings"].iloc[3] == ("m4", "m5")


def test_the_strongest_way_goes_by_the_more_meetings() -> None:
    assert list(NET.path("a", "d", how="strongest")["to_id"]) == ["c", "d"]


def test_where_no_way_leads_there_is_none() -> None:
    assert NET.path("a", "e").empty
    assert NET.path("a", "a").empty
    with pytest.raises(KeyError, match="zhou was at none"):
        paths(NET.co_attendance(), "a", "zhou")
    with pytest.raises(ValueError, match="shortest, strongest"):
        NET.path("a", "d", how="nicest")  # type: ignore[arg-type]


def test_whom_both_met() -> None:
    found = NET.common("a", "d")
    assert list(found.index) == ["b", "c"]
    assert found.loc["c"].tolist() == ["C", ("m2",), ("m4", "m5")]


def test_the_invoked_are_listed_with_the_sentence_and_tied_to_nobody() -> None:
    net = Network.from_records(town_and_county())
    found = net.invocations()
    assert set(found["person_id"]) == {"xi-jinping"}
    assert list(found["meeting_id"]) == [
        "plenary",
        "",
    ]  # by document: city before county; one without a meeting
    assert all("Xi Jinping" in sentence for sentence in found["evidence"])
    assert "xi-jinping" not in net.co_attendance()


def said(rows: list[tuple[str, str]]) -> Network:
    """Records in which each row (person, role) stands in one and the same sentence of a meeting of the Town Council."""
    records = records_of(
        [("x.txt", "m", person, role) for person, role in rows], meetings={"m": {"host": "Town Council"}}
    )
    proof = records.participations[0].evidence
    same = tuple(replace(p, evidence=proof) for p in records.participations)
    return Network.from_records(replace(records, participations=same))


WHO_INVOKES = [
    # the one who spoke in that sentence
    ([("a", "spoke"), ("b", "invoked")], "person:a"),
    # two spoke: the body alone is known
    ([("a", "spoke"), ("c", "spoke"), ("b", "invoked")], "body:Town Council"),
    # somebody was there, and is not said to have spoken
    ([("a", "attended"), ("b", "invoked")], "body:Town Council"),
]


@pytest.mark.parametrize(("rows", "source"), WHO_INVOKES)
def test_who_invokes_whom(rows: list[tuple[str, str]], source: str) -> None:
    net = said(rows)
    graph = net.invocation_network()
    assert list(graph.edges) == [(source, "person:b")]
    edge = graph.edges[source, "person:b"]
    assert (edge["weight"], len(edge["sentences"]), graph.graph["unknown"]) == (1, 1, 0)
    assert "b" not in net.co_attendance()
