"""The drawings' rows: what they show and count is what a plain count of the statements gives."""

from __future__ import annotations

from collections import Counter
from typing import Any

import pytest
from crowd import crowd

import graph.drawn
from extract.records import Records
from graph.projected import projected
from graph.view_past import past_of
from graph.viewdata import view_data
from graph.webs import affiliation_web
from graph.webs import spread as nodes_spread


def counted(data: dict[str, Any]) -> dict[str, tuple[Counter[str], dict[tuple[str, str], Any]]]:
    """Each drawing's nodes with the number of their ties, and its edges with what they carry, one statement after the other."""
    roles: dict[tuple[str, str], Any] = {}
    for person, meeting, role, *_ in data["there"]:
        roles.setdefault((f"p{person}", f"m{meeting}"), set()).add(role)
    roles = {pair: sorted(given) for pair, given in roles.items()}
    for number, meeting in enumerate(data["meetings"]):
        if meeting["body"] >= 0:
            roles[f"m{number}", f"b{meeting['body']}"] = ["host"]
    ties = {(f"p{a}", f"p{b}"): number for number, (a, b, *_) in enumerate(data["ties"])}
    met = Counter[str]()
    for (a, b), number in ties.items():
        met.update({a: data["ties"][number][2], b: data["ties"][number][2]})
    return {"affiliation": (Counter(node for pair in roles for node in pair), roles), "company": (met, ties)}


@pytest.mark.parametrize("most", [3000, 40], ids=["all", "more than are drawn"])
@pytest.mark.parametrize("kind", ["affiliation", "company"])
def test_the_strongest_nodes_are_drawn_with_all_edges_between_them(
    kind: str, most: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(graph.drawn, "MOST_NODES", most)
    data = view_data(crowd(60, 40))
    values, edges = counted(data)[kind]
    drawn = data["drawn"][kind]
    nodes = {node: value for node, _, _, value in drawn["nodes"]}
    assert nodes.items() <= values.items()
    assert min(nodes.values()) >= max((values[node] for node in values.keys() - nodes), default=0) or len(
        nodes
    ) < min(most, len(values))
    between = {pair: told for pair, told in edges.items() if nodes.keys() >= set(pair)}
    assert {(a, b): told for a, b, told in drawn["edges"]} == between
    assert drawn["hidden"] == len(values) - len(nodes)
    assert [node for node, *_ in drawn["nodes"]] == sorted(nodes)


def test_a_meeting_is_of_the_community_of_most_of_its_people_and_a_body_of_most_at_its_meetings() -> None:
    records = crowd(60, 40)
    data = view_data(records)
    found = spread(records, data)
    of = {number: group for number, group in enumerate(data["communities"]) if group}
    votes: dict[str, Counter[int]] = {}
    for person, meeting in {(person, meeting) for person, meeting, *_ in data["there"]}:
        body = data["meetings"][meeting]["body"]
        if found.get(f"p{person}"):
            for node in (f"m{meeting}", *([f"b{body}"] if body >= 0 else [])):
                votes.setdefault(node, Counter())[of[person]] += 1
    assert votes
    for node, count in votes.items():
        assert found[node] == min(count, key=lambda group: (-count[group], group)), node


def spread(records: Records, data: dict[str, Any]) -> dict[str, int]:
    """The community that the drawing of all meetings gives each node, by the node's name on the page."""
    person_at = {one["id"]: number for number, one in enumerate(data["people"])}
    meeting_at = {one["id"]: number for number, one in enumerate(data["meetings"])}
    body_at = {one["id"]: number for number, one in enumerate(data["bodies"])}
    by_id = {meeting.id: meeting for meeting in records.meetings}
    past = past_of(
        person_at, meeting_at, body_at, tuple(map(by_id.__getitem__, meeting_at)), projected(records)
    )
    hosts = [(n, one["body"]) for n, one in enumerate(data["meetings"]) if one["body"] >= 0]
    web, _ = affiliation_web(data["there"], hosts, past)
    return {past.names[node]: group for node, group in nodes_spread(web, len(meeting_at), past).items()}
