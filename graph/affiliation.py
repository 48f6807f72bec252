"""The affiliation network: people, bodies, meetings, places and documents, every edge with its evidence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from corpus.records import Evidence
from extract.records import Records

if TYPE_CHECKING:
    import networkx as nx


def affiliation_graph(records: Records) -> nx.MultiDiGraph:
    """Build the typed multigraph of all records.

    Node attribute `type`: person, organization, meeting, place, document. Edge attribute `type` (also its key's
    first part): participated (with `role`, `position`, `rule`), holds (a post), hosted_by, held_in, reported_in,
    part_of. Edges from a statement carry `document`, `start`, `end`, `quote`. Nodes and edges come in sorted order.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    for person in records.people:
        graph.add_node(
            _node("person", person.id),
            type="person",
            label=person.label,
            name=person.name,
            aliases=person.aliases,
        )
    for body in records.organizations:
        graph.add_node(
            _node("organization", body.id),
            type="organization",
            label=body.name,
            kind=body.kind,
            level=body.level,
            place=body.place,
        )
    for meeting in records.meetings:
        graph.add_node(
            _node("meeting", meeting.id),
            type="meeting",
            label=meeting.name,
            kind=meeting.kind,
            date=meeting.date,
            ordinal=meeting.ordinal,
            cited=meeting.cited,
        )
    for place in sorted({meeting.place for meeting in records.meetings if meeting.place}):
        graph.add_node(_node("place", place), type="place", label=place)
    for document in records.documents:
        graph.add_node(
            _node("document", document.path), type="document", label=document.title or document.path
        )
    for body in records.organizations:
        if body.parent:
            graph.add_edge(
                _node("organization", body.id),
                _node("organization", body.parent),
                key="part_of",
                type="part_of",
            )
    for meeting in records.meetings:
        node = _node("meeting", meeting.id)
        proof = _proof(meeting.evidence)
        if meeting.host_id:
            graph.add_edge(
                node, _node("organization", meeting.host_id), key="hosted_by", type="hosted_by", **proof
            )
        if meeting.place:
            graph.add_edge(node, _node("place", meeting.place), key="held_in", type="held_in", **proof)
        for path in meeting.documents:
            graph.add_edge(node, _node("document", path), key="reported_in", type="reported_in")
    for p in records.participations:
        if p.person_id and p.meeting_id:
            graph.add_edge(
                _node("person", p.person_id),
                _node("meeting", p.meeting_id),
                key=f"{p.role}:{p.document}",
                type="participated",
                role=p.role,
                position=p.position,
                rule=p.rule,
                **_proof(p.evidence),
            )
    posts = {post.id: post for post in records.posts}
    for h in records.holdings:
        post = posts[h.post_id]
        if post.organization_id:
            graph.add_edge(
                _node("person", h.person_id),
                _node("organization", post.organization_id),
                key=f"holds:{post.id}:{h.document}:{h.evidence.start}",
                type="holds",
                title=post.title,
                date=h.date,
                **_proof(h.evidence),
            )
    return graph


def _node(kind: str, name: str) -> str:
    return f"{kind}:{name}"


def _proof(evidence: Evidence) -> dict[str, Any]:
    return {
        "document": evidence.document,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
    }
