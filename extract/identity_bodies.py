"""Bodies and posts across reports: a body is its name, level and place.

A place that the text does not give stays 'unresolved in DOCUMENT', so that it is shared with no other report.
"""

from __future__ import annotations

import re

from extract.bodies import body_kind, normal_body, own_name
from extract.identity_ids import slug
from extract.local import LocalMeeting, StatedPost
from extract.posts import normal_case
from extract.records import Organization, Post

LOCAL_LEVELS = frozenset({"provincial", "municipal", "county", "township"})


class Bodies:
    """The organizations met so far, keyed by normal name, level and place."""

    def __init__(self) -> None:
        self._found: dict[str, Organization] = {}

    def add(self, path: str, name: str, level: str, place: str, reason: str) -> Organization:
        """Return the body of this name, level and place, entering it and its parent if new."""
        if not place and level in LOCAL_LEVELS:
            place, reason = f"unresolved in {path}", "the report does not say"
        normal = own_name(normal_body(name), place.split(",")[0]) if place else normal_body(name)
        parent = ""
        match = re.match(r"^(.{4,}?) of (?:the )?(.+)$", normal)
        if match and body_kind(match.group(2)) != "other":
            parent = self.add(path, match.group(2), level, place, reason).id
        organization_id = slug(
            normal,
            level if level not in normal.lower() else "",
            place if place.lower() not in normal.lower() else "",
        )
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

    def host_text(self, host: str) -> str:
        """The name of a host as it is shown: in normal case, or nothing."""
        return normal_case(host) if host else ""

    def records(self) -> tuple[Organization, ...]:
        """The organizations, by id."""
        return tuple(self._found[key] for key in sorted(self._found))
