"""Bodies and posts across reports: a body is its name, level and place.

A place that the text does not give stays 'unresolved in DOCUMENT', so that it is shared with no other report.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.bodies import body_kind, normal_body, own_name
from extract.identity_ids import slug
from extract.local import LocalMeeting, StatedPost
from extract.post_words import level_of, normal_case
from extract.records import Organization, Post

LOCAL_LEVELS = frozenset({"provincial", "municipal", "county", "township"})
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
    """'Standing Committee of the State Council' is a part of another body; 'Ministry of Education' is none."""
    match = PART.match(normal)
    return match if match is not None and body_kind(match.group(3)) != "other" else None


def body_id(normal: str, level: str, place: str) -> str:
    """The id of a body of this normal name, level and place; an article inside the name does not count."""
    low = normal.lower()
    return slug(
        normal.replace(" of the ", " of "),
        level if level not in low else "",
        place if place.lower() not in low else "",
    )


class Bodies:
    """The organizations met so far, keyed by normal name, level and place."""

    def __init__(self) -> None:
        self._found: dict[str, Organization] = {}

    def add(self, path: str, name: str, level: str, place: str, reason: str) -> Organization:
        """Return the body of this name, level and place, entering it and its parent if new.

        A body whose own words say a province, a city or a county is of that level, whatever it is part of or is told with: no
        two reports share a 'Provincial Party Committee' of no province.
        """
        said = level_of(name)
        if said in LOCAL_LEVELS and level != said:
            level, place, reason = said, "", ""
        if not place and level in LOCAL_LEVELS:
            place, reason = f"unresolved in {path}", "the report does not say"
        normal = placed_name(name, place)
        parent = ""
        if match := part_of(normal):
            parent = self.add(path, match.group(3), level, place, reason).id
        organization_id = body_id(normal, level, place)
        known = self._found.get(organization_id)
        if known is not None:
            return known
        body = Organization(
            id=organization_id,
            name=normal,
            kind=body_kind(normal),
            level=level,
            place=place,
            place_reason=reason,
            parent=parent if parent != organization_id else "",
        )
        self._found[organization_id] = body
        return body

    def post(self, path: str, stated: StatedPost) -> Post:
        """The seat that a report states."""
        organization = (
            self.add(path, stated.body, stated.level, stated.place, stated.place_reason)
            if stated.body
            else None
        )
        place = stated.place or (organization.place if organization else "")
        if not place and stated.level in LOCAL_LEVELS:
            place = f"unresolved in {path}"
        post_id = slug(stated.title, organization.id if organization else place)
        return Post(
            id=post_id,
            title=stated.title,
            text=stated.text,
            organization_id=organization.id if organization else "",
            place=place,
        )

    def host(self, path: str, meeting: LocalMeeting) -> str:
        """The id of the convening body of a meeting as a report states it, '' where it names none."""
        if not meeting.host:
            return ""
        return self.add(
            path, meeting.host, meeting.host_level, meeting.host_place, meeting.host_place_reason
        ).id

    def wholes(self, body_id: str) -> frozenset[str]:
        """The ids of the bodies that a body is part of, at any remove."""
        found: set[str] = set()
        at = self._found[body_id].parent if body_id else ""
        while at and at not in found:
            found.add(at)
            at = self._found[at].parent
        return frozenset(found)

    def host_text(self, host: str) -> str:
        """The name of a host as it is shown: in normal case, or nothing."""
        return normal_case(host) if host else ""

    def records(self) -> tuple[Organization, ...]:
        """The organizations, by id."""
        return tuple(self._found[key] for key in sorted(self._found))
