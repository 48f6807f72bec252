"""The affiliation network of a build as GraphML, in pieces: byte for byte what `write_graphml` writes of the whole graph.

Nodes are cut by their records, edges by the node where they begin. A piece is made of its own records alone; those whose records
are as they were are copied from the file of the last build.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from operator import attrgetter
from pathlib import Path
from typing import Any, TypeVar

from corpus.pieces import SIZE, Piece, cut, digest_of
from extract.records import Holding, Participation, Records
from graph.affiliation import affiliation_graph, edges_of, nodes_of
from graph.exporters import flat
from graph.graphml import (  # fmt: skip
    FOOT,
    HEAD,
    Element,
    Key,
    Shape,
    Writer,
    element_text,
    enter,
    key_text,
    keys_of,
    quoted,
    shape_of,
    write_graphml,
    writers_of,
)
from graph.memo import found, put
from graph.pieced import Written, write_pieces

T = TypeVar("T")
KEYS = "keys: affiliation"
"""Kind under which the build's memory has, by the digest of a file: its parts, the keys of each by number, and these."""
Kept = tuple[bytes, tuple[int, ...], tuple[tuple[Key, ...], ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Records of which one piece of the file is made, and the digest of all in them that it shows."""

    digest: bytes
    elements: Callable[[], list[Element]]


def write_affiliation(records: Records, path: Path, before: Path | None = None) -> None:
    """Write the affiliation network of `records` as GraphML; what the file `before` has already is copied."""
    if not records.documents or not _is_plain(records):
        write_graphml(affiliation_graph(records), path)
        return
    written = Written(before)
    known = _known(written.digest)
    parts = [*_nodes(records), *_edges(records)]
    made: dict[bytes, list[Element]] = {}
    keys: dict[Key, str] = {}
    for part in parts:
        if part.digest not in known:
            made[part.digest] = part.elements()
            known[part.digest] = _keys(made[part.digest])
        enter(keys, known[part.digest])
    shapes: dict[Shape, list[Writer]] = {}

    def text(part: Part) -> str:
        elements = made[part.digest] if part.digest in made else part.elements()
        for scope, _, data in elements:
            if (shape := shape_of(scope, data)) not in shapes:
                shapes[shape] = writers_of(scope, data, keys)
        return "".join(element_text(element, shapes) for element in elements)

    head = f'{HEAD}{"".join(key_text(*key, number) for key, number in reversed(keys.items()))}  <graph edgedefault="directed">\n'
    numbers = digest_of(list(keys))
    pieces: list[Piece[Part | str]] = [
        Piece(digest=digest_of((part.digest, numbers)), rows=(part,)) for part in parts
    ]
    pieces = [_constant(head), *pieces, _constant(FOOT)]
    digest = write_pieces(
        path,
        pieces,
        lambda rows: (rows[0] if isinstance(rows[0], str) else text(rows[0])).encode(
            "ascii", "xmlcharrefreplace"
        ),
        written,
    )
    kinds = {of: number for number, of in enumerate(dict.fromkeys(known[part.digest] for part in parts))}
    numbered = tuple(kinds[known[part.digest]] for part in parts)
    put(KEYS, digest, (b"".join(part.digest for part in parts), numbered, tuple(kinds)))


def _constant(text: str) -> Piece[Part | str]:
    return Piece(digest=digest_of(text), rows=(text,))


def _known(digest: str) -> dict[bytes, tuple[Key, ...]]:
    """The keys of every part of the file of that digest."""
    kept: Kept = found(KEYS, digest, Kept) or (b"", (), ())
    parts, numbers, kinds = kept
    return {parts[n * SIZE : (n + 1) * SIZE]: kinds[number] for n, number in enumerate(numbers)}


def _keys(elements: Iterable[Element]) -> tuple[Key, ...]:
    """The keys of these elements in the order in which they appear."""
    shapes: dict[Shape, list[Key]] = {}
    for scope, _, data in elements:
        if (shape := shape_of(scope, data)) not in shapes:
            shapes[shape] = keys_of(scope, data)
    return tuple(dict.fromkeys(key for of in shapes.values() for key in of))


def _is_plain(records: Records) -> bool:
    """Whether XML can hold all names of nodes as they are, and every edge ends at a node that has a record."""
    people = {p.id for p in records.people}
    bodies = {o.id for o in records.organizations}
    meetings = {m.id for m in records.meetings}
    paths = {d.path for d in records.documents}
    ends = (
        {p.person_id for p in records.participations} | {h.person_id for h in records.holdings}
        <= people | {""},
        {p.meeting_id for p in records.participations} <= meetings | {""},
        {p.organization_id for p in records.posts} | {m.host_id for m in records.meetings} <= bodies | {""},
        {o.parent for o in records.organizations} <= bodies | {""},
        {path for m in records.meetings for path in m.documents} <= paths,
    )
    names = (people, bodies, meetings, paths, {m.place for m in records.meetings})
    return all(ends) and all(flat(name) == name for of in names for name in of)


def _nodes(records: Records) -> Iterator[Part]:
    """The nodes, in order: documents, meetings, organizations, people, places."""
    for documents in _cut(records.documents, "path"):
        told = [(d.path, d.title, d.published, d.source) for d in documents]
        yield _node_part("document", told, Records(documents=tuple(documents)))
    for meetings in _cut(records.meetings, "id"):
        yield _node_part("meeting", meetings, Records(meetings=tuple(meetings)))
    for bodies in _cut(records.organizations, "id"):
        yield _node_part("organization", bodies, Records(organizations=tuple(bodies)))
    for people in _cut(records.people, "id"):
        yield _node_part("person", people, Records(people=tuple(people)))
    places = {m.place: m for m in records.meetings if m.place}
    for names in cut(sorted(places), sorted(places)):
        yield _node_part("place", names, Records(meetings=tuple(places[name] for name in names)))


def _edges(records: Records) -> Iterator[Part]:
    """The edges by the node where they begin, in order: meetings, organizations, people."""
    told: dict[str, list[Participation]] = defaultdict(list)
    states: dict[str, list[Participation]] = defaultdict(list)
    for p in records.participations:
        states[p.meeting_id].append(p)
        if p.person_id and p.meeting_id:
            told[p.person_id].append(p)
    for meetings in _cut(records.meetings, "id"):
        also = [p for m in meetings if len(m.documents) > 1 for p in states[m.id]]
        yield _edge_part("meeting:", Records(meetings=tuple(meetings), participations=tuple(also)))
    for bodies in _cut(records.organizations, "id"):
        yield _edge_part("organization:", Records(organizations=tuple(bodies)))
    held: dict[str, list[Holding]] = defaultdict(list)
    for h in records.holdings:
        held[h.person_id].append(h)
    posts = {post.id: post for post in records.posts}
    for people in _cut(records.people, "id"):
        holdings = [h for person in people for h in held[person.id]]
        yield _edge_part(
            "person:",
            Records(
                participations=tuple(p for person in people for p in told[person.id]),
                holdings=tuple(holdings),
                posts=tuple(posts[key] for key in dict.fromkeys(h.post_id for h in holdings)),
            ),
        )


def _cut(records: Sequence[T], by: str) -> list[Sequence[T]]:
    """Sort records and cut them into parts."""
    key = attrgetter(by)
    ordered = sorted(records, key=key)
    return cut(ordered, map(key, ordered))


def _node_part(kind: str, shown: Any, part: Records) -> Part:
    def elements() -> list[Element]:
        data: dict[str, dict[str, Any]] = {}
        for node, given in nodes_of(part):
            if given["type"] == kind:
                data.setdefault(node, {}).update(given)
        return [("node", f"id={quoted(node)}", of) for node, of in data.items()]

    return Part(digest=digest_of((kind, shown)), elements=elements)


def _edge_part(front: str, part: Records) -> Part:
    def elements() -> list[Element]:
        data: dict[tuple[str, str, str], dict[str, Any]] = {}
        for a, b, key, given in edges_of(part):
            if a.startswith(front):
                data.setdefault((a, b, key), {}).update(given)
        return [
            ("edge", f"source={quoted(a)} target={quoted(b)} id={quoted(str(flat(key)))}", of)
            for (a, b, key), of in data.items()
        ]

    shown = (part.meetings, part.organizations, part.participations, part.holdings, part.posts)
    return Part(digest=digest_of((front, shown)), elements=elements)
