"""FollowTheMoney entities (OpenAleph, OpenSanctions), one JSON object a line; the library validates them in the tests.

FollowTheMoney has no attendance: a meeting is an Event, `involved` are those who were there, and an UnknownLink carries the
role. Who is only invoked or was absent is linked, with that role, and not involved.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from hashlib import sha1
from pathlib import Path
from typing import Any

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from extract.records_entities import Organization
from extract.records_meetings import Participation
from extract.roles import PRESENT
from graph.attendance import attendance, counted_meetings, roles_of
from graph.exporters import flat

Entity = dict[str, Any]
DAY = re.compile(r"\d{4}(-\d{2}(-\d{2})?)?")
SCHEMATA = {"enterprise": "Company", "university": "Organization", "hospital": "Organization"}
"""Kinds of bodies that are no PublicBody."""


def ftm_entities(records: Records) -> Iterator[Entity]:
    """List the entities: Document, Person, PublicBody, Position, Event, then Occupancy, Membership and UnknownLink.

    `proof` of everything stated are the reports that state it, `description` the sentences. A re-published copy is no proof
    of its own.
    """
    yield from _documents(records)
    for person in records.people:
        yield _entity("Person", person.id, name=person.name, alias=person.aliases, summary=person.context)
    for body in records.organizations:
        yield _entity(
            SCHEMATA.get(body.kind, "PublicBody"),
            body.id,
            kind="body",
            name=body.name,
            classification=body.kind,
            parent=_key("body", body.parent) if body.parent else "",
            notes=_where(body),
        )
    for post in records.posts:
        held = _key("body", post.organization_id) if post.organization_id else ""
        yield _entity("Position", post.id, name=post.text, organization=held, subnationalArea=post.place)
    yield from _events(records)
    yield from _holdings(records)
    yield from _links(records)


def write_ftm(records: Records, path: Path) -> None:
    """Write the entities, a line each, keys sorted."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        for entity in ftm_entities(records):
            file.write(json.dumps(entity, sort_keys=True, ensure_ascii=True) + "\n")


def _key(kind: str, *parts: object) -> str:
    """An id that every FollowTheMoney tool takes: a hash, the same for the same thing in every export."""
    return sha1("\n".join(["sederunt", kind, *map(str, parts)]).encode("utf-8", "surrogatepass")).hexdigest()


def _entity(schema: str, *parts: object, kind: str = "", **properties: str | Iterable[str]) -> Entity:
    """An entity without its empty properties, values sorted."""
    values = {
        name: {_clean(value)} if isinstance(value, str) else set(map(_clean, value))
        for name, value in properties.items()
    }
    filled = {name: sorted(own - {""}) for name, own in values.items()}
    return {
        "id": _key(kind or schema.lower(), *parts),
        "schema": schema,
        "properties": {name: own for name, own in sorted(filled.items()) if own},
    }


def _clean(value: str) -> str:
    """Text as the library keeps it: no white space around it, no controls."""
    return str(flat(value)).strip()


def _where(body: Organization) -> list[str]:
    return [f"{name}: {value}" for name, value in (("level", body.level), ("place", body.place)) if value]


def _when(date: str | None) -> dict[str, str]:
    """EDTF as FollowTheMoney has dates: a year, month or day, or the ends of an interval; nothing without a year."""
    bounds = edtf_bounds(date) if date else None
    if bounds is None or not date:
        return {}
    return {"date": date} if DAY.fullmatch(date) else {"startDate": bounds[0], "endDate": bounds[1]}


def _documents(records: Records) -> Iterator[Entity]:
    for d in records.documents:
        published = _when(d.published).get("date", "")
        yield _entity(
            "Document",
            d.path,
            title=d.title,
            fileName=d.path.rpartition("/")[2],
            bodyText=d.text,
            publishedAt=published,
            publisher=d.source,
            sourceUrl=d.url if d.url.startswith(("http://", "https://")) else "",
        )


def _events(records: Records) -> Iterator[Entity]:
    there = attendance(records)
    for m in counted_meetings(records):
        yield _entity(
            "Event",
            m.id,
            name=m.name,
            keywords=m.kind,
            location=[m.place, m.venue],
            organizer=_key("body", m.host_id) if m.host_id else "",
            involved=[_key("person", person) for person in there.get(m.id, {})],
            proof=[_key("document", path) for path in m.documents],
            description=m.evidence.quote,
            **_when(m.date),
        )


def _holdings(records: Records) -> Iterator[Entity]:
    posts = {post.id: post for post in records.posts}
    for h in records.holdings:
        said: dict[str, Any] = {
            "proof": _key("document", h.document),
            "description": h.evidence.quote,
            **_when(h.date),
        }
        post, own = posts[h.post_id], (h.person_id, h.post_id, h.document, h.evidence.start)
        person = _key("person", h.person_id)
        yield _entity("Occupancy", *own, holder=person, post=_key("position", h.post_id), **said)
        if post.organization_id:
            body = _key("body", post.organization_id)
            yield _entity("Membership", *own, member=person, organization=body, role=post.title, **said)


def _links(records: Records) -> Iterator[Entity]:
    """A link for each person and meeting (or, of people invoked outside of one, report): present, or named and not there."""
    meetings = {m.id: m for m in counted_meetings(records)}
    copies = dict(records.duplicate_of)
    stated: dict[tuple[str, str, str, bool], list[Participation]] = {}
    for p in records.participations:
        if p.person_id and p.document not in copies and (p.meeting_id in meetings or not p.meeting_id):
            report = "" if p.meeting_id else p.document
            stated.setdefault((p.person_id, p.meeting_id, report, p.role in PRESENT), []).append(p)
    for (person, meeting, report, present), own in sorted(stated.items()):
        yield _entity(
            "UnknownLink",
            *(person, meeting, report, present),
            subject=_key("person", person),
            object=_key("event", meeting) if meeting else _key("document", report),
            role=roles_of(own),
            proof=[_key("document", p.document) for p in own],
            description=[p.evidence.quote for p in own],
            **_when(meetings[meeting].date if meeting else None),
        )
