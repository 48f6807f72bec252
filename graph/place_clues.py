"""What speaks for a place of the bodies of a level whose report does not say it: its people, its other places, its outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from corpus.records import Evidence
from extract.folding import fold
from extract.identity_bodies import UNRESOLVED
from extract.name_frequency import is_common
from extract.places_gazetteer import places_named
from extract.records import Records
from graph.body_sightings import Sighting

PEOPLE = 3
"""People who count for a place."""
INSIDE = {"provincial": ("prefecture", "county"), "municipal": ("county",)}
"""Levels of the gazetteer that lie in a unit of a level of bodies."""


@dataclass(slots=True)
class Case:
    """What speaks for one place, and the first sentence of that."""

    score: int = 0
    reasons: list[str] = field(default_factory=list)
    evidence: Evidence | None = None
    people: set[str] = field(default_factory=set)

    def add(self, points: int, reason: str, evidence: Evidence | None) -> None:
        """Count a reason once."""
        if reason not in self.reasons:
            self.score += points
            self.reasons.append(reason)
            self.evidence = self.evidence or evidence


class _Office(NamedTuple):
    level: str
    place: str
    title: str
    document: str
    evidence: Evidence


class Clues:
    """The offices of known places by their holders' names, and the places, people and outlet of each report."""

    def __init__(self, records: Records, seen: Mapping[str, Sequence[Sighting]]) -> None:
        self._keys = {person.id: fold(person.name) for person in records.people}
        self._outlet = {d.path: d.source for d in records.documents}
        self._present: dict[str, dict[str, str]] = defaultdict(dict)
        for row in records.participations:
            if row.person_id:
                self._present[row.document].setdefault(self._keys[row.person_id], row.surface)
        self._offices: dict[str, list[_Office]] = defaultdict(list)
        self._places: dict[str, dict[str, Evidence]] = defaultdict(dict)
        self._told_of: dict[tuple[str, str], set[str]] = defaultdict(set)
        bodies = {body.id: body for body in records.organizations}
        posts = {post.id: post for post in records.posts if known(post.place)}
        for held in (h for h in records.holdings if h.post_id in posts):
            post = posts[held.post_id]
            body = bodies.get(post.organization_id)
            level = body.level if body else level_of_place(post.place)
            self._offices[self._keys[held.person_id]].append(
                _Office(level, post.place, post.title, held.document, held.evidence)
            )
            self._told(held.document, level, post.place, held.evidence)
        for body in (bodies[id_] for id_ in sorted(seen)):
            for sight in seen[body.id] if known(body.place) else ():
                self._told(sight.document, body.level, body.place, sight.evidence)
        for meeting in records.meetings:
            for document in meeting.documents if meeting.place and not meeting.cited else ():
                self._places[document].setdefault(meeting.place, meeting.evidence)

    def _told(self, document: str, level: str, place: str, evidence: Evidence) -> None:
        self._places[document].setdefault(place, evidence)
        self._told_of[self._outlet.get(document, ""), level].add(place)

    def cases(self, document: str, level: str, here: Sequence[Sighting]) -> dict[str, Case]:
        """What speaks for which place of the bodies of `level` that are seen `here`, in one report.

        Each person of the report of whose name another report has a holder of an office of that level in the place counts 2 (a
        common name 1, the same title 1 more), up to PEOPLE; another place of the report that lies in it 2; an outlet that tells of
        bodies of that level in this place alone 1.
        """
        found: dict[str, Case] = defaultdict(Case)
        titles = {(self._keys[s.person_id], s.title) for s in here if s.person_id}
        for key, surface in sorted(self._present[document].items()):
            for office in self._offices[key]:
                case = found[office.place]
                other = office.level == level and office.document != document
                if other and key not in case.people and len(case.people) < PEOPLE:
                    case.people.add(key)
                    points = (1 if is_common(key, level) else 2) + ((key, office.title) in titles)
                    what = f"{surface} is {office.title} of {office.place} in another report"
                    case.add(points, what, office.evidence)
        for place, evidence in sorted(self._places[document].items()):
            if unit := unit_around(place, level):
                found[unit].add(2, f"the report has {place}, which lies in {unit}", evidence)
        outlet = self._outlet.get(document, "")
        if outlet and len(places := self._told_of[outlet, level]) == 1:
            (place,) = places
            found[place].add(1, f"told by {outlet}, which tells of {place} alone", None)
        return found


def known(place: str) -> bool:
    """Whether a place is one, and not that of an unknown unit."""
    return bool(place) and not place.startswith(UNRESOLVED)


def level_of_place(place: str) -> str:
    """The level of the bodies of a place, where the gazetteer knows one place of that name."""
    found = places_named(place.split(",")[0])
    levels = {"province": "provincial", "prefecture": "municipal", "county": "county"}
    return levels.get(found[0].level, "") if len(found) == 1 else ""


def unit_around(place: str, level: str) -> str:
    """The unit of `level` that a place lies in, where the gazetteer knows one place of that name; else ''."""
    found = places_named(place.split(",")[0])
    if len(found) != 1 or found[0].level not in INSIDE.get(level, ()):
        return ""
    return found[0].province if level == "provincial" else found[0].parent
