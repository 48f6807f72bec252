"""Bodies and posts across reports: a body is its name, level and place.

A place that the text does not give stays 'unresolved in DOCUMENT', so that it is shared with no other report.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from msgspec import Struct

from extract.bodies import body_kind, kind_at, normal_body, own_name
from extract.field_words import has_head
from extract.identity_ids import slug
from extract.local import LocalMeeting, StatedPost
from extract.post_words import LOCAL_LEVELS, level_of
from extract.records_entities import Organization, Post
from extract.unnamed import UNSAID

UNRESOLVED = "unresolved in "
"""Before the report in the place of a body of which the report does not say where it is."""
PART = re.compile(r"^(.{4,}?) of (the )?(.+)$")


@lru_cache(maxsize=1 << 14)
def placed_name(name: str, place: str) -> str:
    """The normal name of a body of `place` ('' unknown), without the place in it, nor in that of the body it is part of.

    >>> placed_name("Standing Committee of Lishui Municipal Party Committee", "Lishui")
    'Standing Committee of the Municipal Party Committee'
    """
    normal = normal_body(name)
    own = own_name(normal, place.split(",")[0]) if place else normal
    match = part_of(own)
    if match is None:
        return own
    whole = placed_name(match.group(3), place)
    article = match.group(2) or ("the " if whole != match.group(3) else "")
    return f"{match.group(1)} of {article}{whole}"


def part_of(normal: str) -> re.Match[str] | None:
    """'Standing Committee of the State Council' is a part of another body; 'Ministry of Cabinet Affairs' is none."""
    match = PART.match(normal)
    if match is None or match.group(1) == "Ministry" or not has_head(match.group(3)):
        return None
    return match if body_kind(match.group(3)) != "other" else None


def body_id(normal: str, level: str, place: str) -> str:
    """The id of a body of this normal name, level and place; an article inside the name does not count."""
    low = normal.lower()
    return slug(
        normal.replace(" of the ", " of "),
        level if level not in low else "",
        place if place.lower() not in low else "",
    )


def bodies_of(path: str, name: str, level: str, place: str, reason: str) -> tuple[Organization, ...]:
    """The body of this name, level and place as the report at `path` states it, and those that it is part of, the innermost first.

    A body whose own words say a province, a city or a county is of that level, whatever it is part of or is told with: no
    two reports share a 'Provincial Party Committee' of no province.
    """
    known = _placed_bodies(name, level, place, reason)
    return _bodies(path, name, level, place, reason) if known is None else known


@lru_cache(maxsize=1 << 15)
def _placed_bodies(name: str, level: str, place: str, reason: str) -> tuple[Organization, ...] | None:
    """The same for all reports; None where a place is not known, which makes a body the report's own."""
    found = _bodies("", name, level, place, reason)
    return None if any(body.place == _unresolved("") for body in found) else found


def _bodies(path: str, name: str, level: str, place: str, reason: str) -> tuple[Organization, ...]:
    said = level_of(name)
    if said in LOCAL_LEVELS and level != said:
        level, place, reason = said, "", ""
    if not place and (level in LOCAL_LEVELS or reason == UNSAID):
        place, reason = _unresolved(path), UNSAID
    normal = placed_name(name, place)
    match = part_of(normal)
    wholes = _bodies(path, match.group(3), level, place, reason) if match else ()
    organization_id = body_id(normal, level, place)
    parent = wholes[0].id if wholes else ""
    body = Organization(
        id=organization_id,
        name=normal,
        kind=kind_at(normal, place),
        level=level,
        place=place,
        place_reason=reason,
        parent=parent if parent != organization_id else "",
    )
    return (body, *wholes)


def _unresolved(path: str) -> str:
    return f"{UNRESOLVED}{path}"


def host_of(path: str, meeting: LocalMeeting) -> tuple[Organization, ...]:
    """The convening body of a meeting as a report states it, and those that it is part of; none where the report names none."""
    if not meeting.host:
        return ()
    return bodies_of(path, meeting.host, meeting.host_level, meeting.host_place, meeting.host_place_reason)


def host_id(path: str, meeting: LocalMeeting) -> str:
    """The id of the convening body, '' where the report names none."""
    found = host_of(path, meeting)
    return found[0].id if found else ""


def host_said(path: str, meeting: LocalMeeting) -> str:
    """The id of the convening body as two reports can agree on it: that of no known place without the report that has it."""
    found = host_of(path, meeting)[:1]
    return next((body_id(b.name, b.level, "") if b.place.startswith(UNRESOLVED) else b.id for b in found), "")


class OwnPost(Struct, frozen=True, array_like=True, kw_only=True):
    """A seat as one report states it: of which body, the place that it is told with, and that of a local seat that has none."""

    id: str
    title: str
    text: str
    body: str
    place: str
    unresolved: str


def post_of(path: str, stated: StatedPost) -> tuple[OwnPost, tuple[Organization, ...]]:
    """The seat that a report states, and its body with those that this is part of."""
    bodies = (
        bodies_of(path, stated.body, stated.level, stated.place, stated.place_reason) if stated.body else ()
    )
    unresolved = _unresolved(path) if stated.level in LOCAL_LEVELS else ""
    return OwnPost(
        id=slug(stated.title, bodies[0].id if bodies else stated.place or unresolved),
        title=stated.title,
        text=stated.text,
        body=bodies[0].id if bodies else "",
        place=stated.place,
        unresolved=unresolved,
    ), bodies


class Bodies:
    """The organizations of all reports, by id, each as the first report has it that was entered."""

    def __init__(self, bodies: Iterable[Organization] = ()) -> None:
        self._found: dict[str, Organization] = {}
        for body in bodies:
            self._found.setdefault(body.id, body)

    def post(self, own: OwnPost) -> Post:
        """The seat that a report states; where it says no place, that of its body."""
        place = own.place or (self._found[own.body].place if own.body else "") or own.unresolved
        return Post(id=own.id, title=own.title, text=own.text, organization_id=own.body, place=place)

    def wholes(self, body_id: str) -> frozenset[str]:
        """The ids of the bodies that a body is part of, at any remove; none for one that is nobody's."""
        found: set[str] = set()
        at = self._found[body_id].parent if body_id in self._found else ""
        while at and at not in found:
            found.add(at)
            at = self._found[at].parent
        return frozenset(found)

    def records(self) -> tuple[Organization, ...]:
        """The organizations, by id."""
        return tuple(self._found[key] for key in sorted(self._found))
