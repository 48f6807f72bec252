"""What the records say of each person, gathered to compare people: where seen, beside whom, in which posts and when."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from extract.meeting_facts import DAY
from extract.records import Records
from extract.records_entities import Person, Post
from extract.records_meetings import Participation


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What the records say of each person, by id: where seen, in what company, in which posts, on which days in office; the level
    of each body, and the outlet of each report."""

    people: Mapping[str, Person]
    posts: Mapping[str, Post]
    seen: Mapping[str, list[Participation]]
    company: Mapping[str, set[str]]
    held: Mapping[str, set[str]]
    days: Mapping[str, list[str]]
    levels: Mapping[str, str]
    outlets: Mapping[str, str]

    def levels_of(self, person: str) -> set[str]:
        """The levels of the bodies that a person has posts in, those that are known."""
        return {self.levels.get(self.posts[p].organization_id, "") for p in self.held.get(person, ())} - {""}

    def outlets_of(self, person: str) -> set[str]:
        """The outlets whose reports speak of a person."""
        return {self.outlets[row.document] for row in self.seen[person] if self.outlets.get(row.document)}

    def places(self, person: str) -> set[str]:
        """The places of a person's posts, those that are known."""
        places = {self.posts[post].place for post in self.held.get(person, ())}
        return {place for place in places if place and "unresolved" not in place}


def known_of(records: Records) -> Known:
    """Gather what is compared."""
    seen: dict[str, list[Participation]] = defaultdict(list)
    there: dict[str, set[str]] = defaultdict(set)
    for row in records.participations:
        if row.person_id:
            seen[row.person_id].append(row)
            if row.meeting_id and row.role not in ("invoked", "absent"):
                there[row.meeting_id].add(row.person_id)
    company: dict[str, set[str]] = defaultdict(set)
    for people in there.values():
        for person in people:
            company[person] |= people - {person}
    held: dict[str, set[str]] = defaultdict(set)
    days: dict[str, list[str]] = defaultdict(list)
    for holding in sorted(records.holdings, key=lambda h: h.date or ""):
        held[holding.person_id].add(holding.post_id)
        if holding.date and DAY.fullmatch(holding.date):
            days[holding.person_id].append(holding.date)
    return Known(
        people={p.id: p for p in records.people if p.id in seen},
        posts={p.id: p for p in records.posts},
        seen=seen,
        company=company,
        held=held,
        days=days,
        levels={o.id: o.level for o in records.organizations},
        outlets={d.path: d.source for d in records.documents},
    )
