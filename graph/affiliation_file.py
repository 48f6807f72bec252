"""The affiliation network of a build as GraphML, in pieces: byte for byte what `write_graphml` writes of the whole graph.

Nodes are cut by their records, edges by the node where they begin. A piece is made of its own records alone; those whose records
are as they were are copied from the file of the last build.
"""

from __future__ import annotations

from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path

from corpus.pieces import SIZE, Piece, digest_of
from extract.records import Records
from graph.affiliation import affiliation_graph
from graph.affiliation_parts import Part, edge_parts, node_parts
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
    shape_of,
    write_graphml,
    writers_of,
)
from graph.memo import found, put
from graph.pieced import Written, write_pieces

KEYS = "keys: affiliation"
"""Kind under which the build's memory has, by the digest of a file: its parts, the keys of each by number, and these."""
Kept = tuple[bytes, tuple[int, ...], tuple[tuple[Key, ...], ...]]


def write_affiliation(records: Records, path: Path, before: Path | None = None) -> str:
    """Write the affiliation network of `records` as GraphML, copy what the file `before` has; return the file's digest."""
    if not records.documents or not _is_plain(records):
        write_graphml(affiliation_graph(records), path)
        return sha256(path.read_bytes()).hexdigest()
    written = Written(before)
    known = _known(written.digest)
    parts = [*node_parts(records), *edge_parts(records)]
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
    return digest


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
    told = map("".join, names)
    return all(ends) and all(flat(text) == text for text in told)
