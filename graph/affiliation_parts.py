"""The records of the affiliation network in parts, each the nodes or the edges of one piece of its GraphML file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import Any, TypeVar

from corpus.pieces import NAMES, Piece, cut, digest_of
from extract.records import Records
from extract.records_entities import Holding, Person
from extract.records_meetings import Participation
from graph.affiliation import edges_of, holding_key, nodes_of
from graph.exporters import flat
from graph.graphml import Element, quoted
from graph.record_pieces import pieces_by

T = TypeVar("T")
MANY = 200
"""Statements of one person of which the parts are cut between meetings: one more report about him makes a part of them again, not all."""
APART = 64
"""Meetings in such a part, on average."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Records of which one piece of the file is made, and the digest of all in them that it shows."""

    digest: bytes
    elements: Callable[[], list[Element]]


def node_parts(records: Records) -> Iterator[Part]:
    """The nodes, in order: documents, meetings, organizations, people, places."""
    for documents in _cut(records.documents, attrgetter("path")):
        told = [(d.path, d.title, d.published, d.source) for d in documents]
        yield _node_part("document", told, Records(documents=tuple(documents)))
    for meetings in _by_id(records.meetings):
        yield _node_part("meeting", meetings.digest, Records(meetings=tuple(meetings.rows)))
    for bodies in _by_id(records.organizations):
        yield _node_part("organization", bodies.digest, Records(organizations=tuple(bodies.rows)))
    for people in _by_id(records.people):
        yield _node_part("person", people.digest, Records(people=tuple(people.rows)))
    places = {m.place: m for m in records.meetings if m.place}
    for names in cut(sorted(places), sorted(places)):
        yield _node_part("place", names, Records(meetings=tuple(places[name] for name in names)))


def edge_parts(records: Records) -> Iterator[Part]:
    """The edges by the node where they begin, in order: meetings, organizations, people."""
    told: dict[str, list[Participation]] = defaultdict(list)
    states: dict[str, list[Participation]] = defaultdict(list)
    for p in records.participations:
        states[p.meeting_id].append(p)
        if p.person_id and p.meeting_id:
            told[p.person_id].append(p)
    for meetings in _by_id(records.meetings):
        also = tuple(p for m in meetings.rows if m.documents != (m.evidence.document,) for p in states[m.id])
        part = Records(meetings=tuple(meetings.rows), participations=also)
        yield _edge_part("meeting:", (meetings.digest, also), part)
    for bodies in _by_id(records.organizations):
        yield _edge_part("organization:", bodies.digest, Records(organizations=tuple(bodies.rows)))
    yield from _person_parts(records, told)


def _person_parts(records: Records, told: Mapping[str, list[Participation]]) -> Iterator[Part]:
    """The edges of people; `told` are the statements that they were at a meeting, by person."""
    held: dict[str, list[Holding]] = defaultdict(list)
    for h in records.holdings:
        held[h.person_id].append(h)
    posts = {post.id: post for post in records.posts}

    def body_and_key(h: Holding) -> tuple[str, str]:
        return posts[h.post_id].organization_id, holding_key(h)

    def part(stated: Iterable[Participation] = (), holdings: Sequence[Holding] = ()) -> Part:
        seats = tuple(posts[key] for key in dict.fromkeys(h.post_id for h in holdings))
        of = Records(participations=tuple(stated), holdings=tuple(holdings), posts=seats)
        return _edge_part("person:", (of.participations, of.holdings, of.posts), of)

    def is_told_much_of(person: Person) -> bool:
        return len(told[person.id]) + len(held[person.id]) > MANY

    for people in _by_id(records.people):
        for much, some in groupby(people.rows, is_told_much_of):
            ids = [person.id for person in some]
            if not much:
                yield part((p for one in ids for p in told[one]), [h for one in ids for h in held[one]])
                continue
            for one in ids:
                yield from (part(stated) for stated in _cut(told[one], attrgetter("meeting_id"), APART))
                yield from (part(holdings=holdings) for holdings in _cut(held[one], body_and_key, APART))


def _by_id(records: tuple[T, ...]) -> list[Piece[T]]:
    """Records in the pieces that the store has too, sorted."""
    ordered = tuple(sorted(records, key=attrgetter("id")))
    return pieces_by("id", records if records == ordered else ordered)


def _cut(records: Sequence[T], key: Callable[[T], Any], apart: int = NAMES) -> list[Sequence[T]]:
    """Sort records and cut them into parts."""
    ordered = sorted(records, key=key)
    return cut(ordered, map(key, ordered), apart)


def _node_part(kind: str, shown: Any, part: Records) -> Part:
    def elements() -> list[Element]:
        data: dict[str, dict[str, Any]] = {}
        for node, given in nodes_of(part):
            if given["type"] == kind:
                data.setdefault(node, {}).update(given)
        return [("node", f"id={quoted(node)}", of) for node, of in data.items()]

    return Part(digest=digest_of((kind, shown)), elements=elements)


def _edge_part(front: str, shown: Any, part: Records) -> Part:
    def elements() -> list[Element]:
        data: dict[tuple[str, str, str], dict[str, Any]] = {}
        for a, b, key, given in edges_of(part):
            if a.startswith(front):
                data.setdefault((a, b, key), {}).update(given)
        return [
            ("edge", f"source={quoted(a)} target={quoted(b)} id={quoted(str(flat(key)))}", of)
            for (a, b, key), of in data.items()
        ]

    return Part(digest=digest_of((front, shown)), elements=elements)
