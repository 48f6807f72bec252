"""Where bodies are seen: in the posts of people, and as hosts of meetings, each time with the sentence that says so."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.records import Evidence
from extract.identity_bodies import UNRESOLVED
from extract.records import Records
from extract.records_entities import Organization


@dataclass(frozen=True, slots=True, kw_only=True)
class Sighting:
    """A body in one report: `name` names it in a decision; `person_id` holds the post `title` in it ('' where it is the host)."""

    document: str
    name: str
    evidence: Evidence
    person_id: str = ""
    title: str = ""


def sightings_of(records: Records) -> Mapping[str, tuple[Sighting, ...]]:
    """The sightings of each organization, by id, in the order of the reports."""
    found: dict[str, set[Sighting]] = defaultdict(set)
    names = {body.id: _name(body) for body in records.organizations}
    posts = {post.id: post for post in records.posts if post.organization_id}
    for holding in records.holdings:
        if post := posts.get(holding.post_id):
            found[post.organization_id].add(
                Sighting(
                    document=holding.document,
                    name=names[post.organization_id],
                    evidence=holding.evidence,
                    person_id=holding.person_id,
                    title=post.title,
                )
            )
    hosts = {m.id: m.host_id for m in records.meetings if m.host_id and "host" not in m.conflicts}
    for source in records.sources:
        if source.relation == "report" and source.host and source.meeting_id in hosts:
            found[hosts[source.meeting_id]].add(
                Sighting(document=source.document, name=source.host, evidence=source.evidence)
            )
    return {
        body: tuple(sorted(seen, key=lambda s: (s.document, s.evidence.start, s.person_id, s.title)))
        for body, seen in found.items()
    }


def _name(body: Organization) -> str:
    """What names a body in a decision (`extract.deciding_stated`): its place and its name, as far as they are known."""
    told = not body.place or body.place.startswith(UNRESOLVED) or body.name.startswith(body.place)
    return body.name if told else f"{body.place} {body.name}"
