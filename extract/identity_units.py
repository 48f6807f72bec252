"""Which reports' bodies of no known place are one: those that one meeting, one holder of one post, or a circle of people joins.

'The Planning Board' of one report is at first no other report's. But where the same person is its chair in both, or three
of the same people sit at its meetings, it is the same board; people are told apart before, and by more than that.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple, TypeVar

from extract.identity_bodies import UNRESOLVED, body_id, placed_name
from extract.identity_ids import slug
from extract.post_words import LOCAL_LEVELS, level_of
from extract.records import Records
from extract.records_entities import Organization, Post
from extract.roles import PRESENT
from extract.unions import Unions

CIRCLE = 3
"""People who are at the meetings of two bodies of one name, from which on the two are one."""
Token = tuple[str, ...]
Row = TypeVar("Row", Organization, Post)


class Unit(NamedTuple):
    """The unit of a report that has no known place: all its bodies of a `level`, or the one of a `name` that has no level."""

    path: str
    level: str
    name: str


def units_joined(records: Records) -> Records:
    """Make the bodies of no known place one where reports share a unit: they and their posts are those of its first report."""
    units = {body.id: _unit(body) for body in records.organizations if body.place.startswith(UNRESOLVED)}
    first = _first_of(records, units)
    if not first:
        return records
    bodies = {
        body.id: _moved(body, first[unit]) if (unit := units.get(body.id)) in first and unit else body
        for body in records.organizations
    }
    posts = {post.id: _reseated(post, bodies, first) for post in records.posts}
    moved = {post_id: post.id for post_id, post in posts.items() if post.id != post_id}
    return replace(
        records,
        organizations=_by_id(
            replace(body, parent=bodies[body.parent].id if body.parent else "") for body in bodies.values()
        ),
        posts=_by_id(posts.values()),
        holdings=tuple(
            sorted(
                (
                    replace(held, post_id=moved[held.post_id]) if held.post_id in moved else held
                    for held in records.holdings
                ),
                key=lambda held: (held.person_id, held.post_id, held.document, held.evidence.start),
            )
        ),
        meetings=tuple(
            replace(m, host_id=bodies[m.host_id].id) if m.host_id in units else m for m in records.meetings
        ),
    )


def _unit(body: Organization) -> Unit:
    path = body.place.removeprefix(UNRESOLVED)
    return Unit(path, body.level, "" if body.level in LOCAL_LEVELS else body.name.lower())


def _first_of(records: Records, units: Mapping[str, Unit]) -> dict[Unit, str]:
    """The first report of each unit that another report has too."""
    several = Counter((unit.level, unit.name) for unit in set(units.values()))
    units = {body: unit for body, unit in units.items() if several[unit.level, unit.name] > 1}
    if not units:
        return {}
    names = {body.id: body.name.lower() for body in records.organizations if body.id in units}
    pairs = _adjacent([*_held(records, units, names), *_told(records, units, names)])
    shared = Counter(_adjacent(_sitting(records, units, names)))
    pairs += [pair for pair, count in shared.items() if count >= CIRCLE]
    listed = sorted({unit for pair in pairs for unit in pair})
    number = {unit: n for n, unit in enumerate(listed)}
    unions = Unions(len(listed))
    for left, right in pairs:
        unions.join(number[left], number[right])
    return {listed[n]: listed[group[0]].path for group in unions.groups() for n in group}


def _adjacent(said: Iterable[tuple[Token, Unit]]) -> list[tuple[Unit, Unit]]:
    """Of the units for which the same is said, each with the next."""
    found: dict[Token, set[Unit]] = defaultdict(set)
    for token, unit in said:
        found[token].add(unit)
    return [pair for units in found.values() if len(units) > 1 for pair in pairwise(sorted(units))]


def _held(
    records: Records, units: Mapping[str, Unit], names: Mapping[str, str]
) -> Iterator[tuple[Token, Unit]]:
    """Who holds which post in which body."""
    posts = {post.id: post for post in records.posts if post.organization_id in units}
    for held in records.holdings:
        if post := posts.get(held.post_id):
            body = post.organization_id
            yield (names[body], units[body].level, post.title.lower(), held.person_id), units[body]


def _told(
    records: Records, units: Mapping[str, Unit], names: Mapping[str, str]
) -> Iterator[tuple[Token, Unit]]:
    """Which body of each of its reports held a meeting."""
    of_report = {(unit.path, names[body]): unit for body, unit in units.items()}
    reports = {unit.path for unit in units.values()}
    for source in records.sources:
        if source.host and source.document in reports:
            name = placed_name(source.host, "").lower()
            if unit := of_report.get((source.document, name)):
                yield (name, unit.level, source.meeting_id), unit


def _sitting(
    records: Records, units: Mapping[str, Unit], names: Mapping[str, str]
) -> Iterator[tuple[Token, Unit]]:
    """Who sat at the meetings of which body."""
    hosts = {meeting.id: meeting.host_id for meeting in records.meetings if meeting.host_id in units}
    for row in records.participations:
        if (body := hosts.get(row.meeting_id)) and row.person_id and row.role in PRESENT:
            yield (names[body], units[body].level, row.person_id), units[body]


def _moved(body: Organization, path: str) -> Organization:
    place = f"{UNRESOLVED}{path}"
    return replace(body, id=body_id(body.name, body.level, place), place=place)


def _reseated(post: Post, bodies: Mapping[str, Organization], first: Mapping[Unit, str]) -> Post:
    """The post in the body that its own has become; one of a level without a body is of that level's unit."""
    place = post.place
    if post.organization_id:
        body = bodies[post.organization_id]
        place = body.place if place.startswith(UNRESOLVED) else place
        return replace(post, id=slug(post.title, body.id), organization_id=body.id, place=place)
    if place.startswith(UNRESOLVED):
        unit = Unit(place.removeprefix(UNRESOLVED), level_of(post.title), "")
        place = f"{UNRESOLVED}{first.get(unit, unit.path)}"
    return replace(post, id=slug(post.title, place), place=place) if place != post.place else post


def _by_id(rows: Iterable[Row]) -> tuple[Row, ...]:
    """The rows by id, each once."""
    found: dict[str, Row] = {}
    for row in rows:
        found.setdefault(row.id, row)
    return tuple(found[key] for key in sorted(found))
