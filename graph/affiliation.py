"""The affiliation network: people, bodies, meetings, places and documents, every edge with its evidence."""

from __future__ import annotations

from collections.abc import Iterator
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from corpus.records import Evidence
from extract.confidence import confidence
from extract.records import Records
from extract.records_entities import Holding
from extract.roles import PRESENT

if TYPE_CHECKING:
    import networkx as nx

Node = tuple[str, dict[str, Any]]
Edge = tuple[str, str, str, dict[str, Any]]


def affiliation_graph(records: Records) -> nx.MultiDiGraph:
    """Build the typed multigraph of all records.

    Nodes are named `TYPE:ID`; their attribute `type` is person, organization, meeting, place or document, `label` is for
    display. The attribute `type` of an edge:

    - participated: person -> meeting, with `role` (one of the seven of somebody present), `position`, `qualifiers`;
    - invoked, absent: person -> meeting, for people who were not there;
    - holds: person -> organization, with `title` and `date`;
    - hosted_by: meeting -> organization; held_in: meeting -> place; reported_in: meeting -> document;
    - part_of: organization -> organization (from the name of the body: no sentence).

    Every edge carries the `rule` that gave it, and all but part_of the sentence: `document`, `start`, `end`, `quote` (a
    report of a meeting that states no participant has `document` alone). Collectives are not nodes: nobody knows who
    they were. Nodes and edges come in sorted order.
    """
    import networkx as nx

    graph = nx.MultiDiGraph()
    graph.add_nodes_from(nodes_of(records))
    graph.add_edges_from(edges_of(records))
    return graph


def nodes_of(records: Records) -> list[Node]:
    """The nodes of these records, sorted."""
    return sorted(_nodes(records), key=itemgetter(0))


def edges_of(records: Records) -> list[Edge]:
    """The edges of these records, sorted by their ends and their key."""
    return sorted(_edges(records), key=itemgetter(0, 1, 2))


def _nodes(records: Records) -> Iterator[Node]:
    for p in records.people:
        yield (
            f"person:{p.id}",
            {
                "type": "person",
                "label": p.label,
                "name": p.name,
                "aliases": p.aliases,
                "ids": tuple(f"{scheme}={value}" for scheme, value in p.ids),
            },
        )
    for o in records.organizations:
        yield (
            f"organization:{o.id}",
            {
                "type": "organization",
                "label": f"{o.name} ({o.place})" if o.place else o.name,
                "name": o.name,
                "kind": o.kind,
                "level": o.level,
                "place": o.place,
            },
        )
    for m in records.meetings:
        yield (
            f"meeting:{m.id}",
            {
                "type": "meeting",
                "label": m.name,
                "kind": m.kind,
                "date": m.date,
                "ordinal": m.ordinal,
                "cited": m.cited,
            },
        )
        if m.place:
            yield f"place:{m.place}", {"type": "place", "label": m.place}
    for d in records.documents:
        yield (
            f"document:{d.path}",
            {"type": "document", "label": d.title or d.path, "published": d.published, "source": d.source},
        )


def _edges(records: Records) -> Iterator[Edge]:
    for o in records.organizations:
        if o.parent:
            yield (
                f"organization:{o.id}",
                f"organization:{o.parent}",
                "part_of",
                {"type": "part_of", "rule": "name of the body"},
            )
    first: dict[tuple[str, str], dict[str, Any]] = {}
    for p in sorted(records.participations, key=lambda p: (p.document, p.evidence.start, p.evidence.end)):
        first.setdefault((p.meeting_id, p.document), _proof(p.evidence))
    for m in records.meetings:
        node, proof = f"meeting:{m.id}", _proof(m.evidence)
        if m.host_id:
            host = {"type": "hosted_by", "rule": "convening body", **proof}
            yield node, f"organization:{m.host_id}", "hosted_by", host
        if m.place:
            yield (
                node,
                f"place:{m.place}",
                "held_in",
                {"type": "held_in", "rule": "place of the meeting", **proof},
            )
        for path in m.documents:
            own = proof if path == m.evidence.document else first.get((m.id, path), {"document": path})
            yield node, f"document:{path}", "reported_in", {"type": "reported_in", "rule": "report", **own}
    for p in records.participations:
        if p.person_id and p.meeting_id:
            yield (
                f"person:{p.person_id}",
                f"meeting:{p.meeting_id}",
                f"{p.role}:{p.document}:{p.evidence.start}:{p.rule}",
                {
                    "type": "participated" if p.role in PRESENT else p.role,
                    "role": p.role,
                    "position": p.position,
                    "qualifiers": p.qualifiers,
                    "rule": p.rule,
                    "confidence": confidence(p),
                    "model": p.model,
                    **_proof(p.evidence),
                },
            )
    posts = {post.id: post for post in records.posts}
    for h in records.holdings:
        post = posts[h.post_id]
        if post.organization_id:
            yield (
                f"person:{h.person_id}",
                f"organization:{post.organization_id}",
                holding_key(h),
                {
                    "type": "holds",
                    "title": post.title,
                    "date": h.date,
                    "rule": "stated post",
                    **_proof(h.evidence),
                },
            )


def holding_key(holding: Holding) -> str:
    """Tell the edges of one person and one body apart."""
    return f"holds:{holding.post_id}:{holding.document}:{holding.evidence.start}"


def _proof(evidence: Evidence) -> dict[str, Any]:
    return {
        "document": evidence.document,
        "start": evidence.start,
        "end": evidence.end,
        "quote": evidence.quote,
    }
