"""What each report states by itself of bodies, seats, meetings and people, before anything is compared across reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from msgspec import Struct

from extract.identity_bodies import OwnPost, host_of, post_of
from extract.local import Reading
from extract.meeting_facts import OwnMeeting, own_meeting
from extract.records_entities import Organization
from extract.remembered import Kept, Marks, by_pieces

HeldPost = tuple[str, str, str, int, int]
"""The folded name of a person, the id and the text of a post that a report states of them, and where its sentence begins and ends."""


class Told(Struct, frozen=True, array_like=True, kw_only=True):
    """Of some reports: the bodies that convened, and those of posts, each once and as it is first stated; the posts, each as it
    is last stated; by report the meetings, the folded names of those who took part in something, and the posts that they held."""

    paths: tuple[str, ...]
    hosts: tuple[Organization, ...]
    seated: tuple[Organization, ...]
    posts: tuple[OwnPost, ...]
    meetings: tuple[tuple[OwnMeeting, ...], ...]
    names: tuple[tuple[str, ...], ...]
    held: tuple[tuple[HeldPost, ...], ...]


def told_of(readings: Mapping[str, Reading], marks: Marks, kept: Kept | None) -> list[Told]:
    """Gather it of all reports, in pieces of their sorted paths."""

    def make(paths: Sequence[str]) -> Told:
        return _told({path: readings[path] for path in paths})

    return list(by_pieces("told", sorted(readings), marks, Told, make, kept))


def _told(readings: Mapping[str, Reading]) -> Told:
    hosts: dict[str, Organization] = {}
    seated: dict[str, Organization] = {}
    posts: dict[str, OwnPost] = {}
    meetings, names, held = [], [], []
    for path, reading in readings.items():
        for meeting in reading.meetings:
            for body in reversed(host_of(path, meeting)):
                hosts.setdefault(body.id, body)
        meetings.append(tuple(own_meeting(path, meeting, reading) for meeting in reading.meetings))
        seen = {row.person for row in reading.participations}
        there = sorted((p for p in reading.people if p.key in seen), key=lambda p: p.key)
        names.append(tuple(dict.fromkeys(p.key for p in there if p.key)))
        seats: list[HeldPost] = []
        for person in there:
            for stated in person.posts:
                post, bodies = post_of(path, stated)
                posts[post.id] = post
                seats.append((person.key, post.id, post.text, stated.at.start, stated.at.end))
                for body in reversed(bodies):
                    seated.setdefault(body.id, body)
        held.append(tuple(seats))
    return Told(
        paths=tuple(readings),
        hosts=tuple(hosts.values()),
        seated=tuple(seated.values()),
        posts=tuple(posts.values()),
        meetings=tuple(meetings),
        names=tuple(names),
        held=tuple(held),
    )
