"""What each report states by itself of bodies, seats, meetings and people, before anything is compared across reports."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from extract.identity_bodies import OwnPost, host_of, post_of
from extract.local import Reading
from extract.meeting_facts import OwnMeeting, own_meeting
from extract.records import Organization
from extract.remembered import Kept, Marks, by_pieces


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Of some reports: the bodies that convened, and those of posts, each once and as it is first stated; the posts, each as it
    is last stated; by report the meetings, and the folded names of those who took part in something."""

    paths: tuple[str, ...]
    hosts: tuple[Organization, ...]
    seated: tuple[Organization, ...]
    posts: tuple[OwnPost, ...]
    meetings: tuple[tuple[OwnMeeting, ...], ...]
    names: tuple[tuple[str, ...], ...]


def told_of(readings: Mapping[str, Reading], marks: Marks, kept: Kept | None) -> list[Told]:
    """Gather it of all reports, in pieces of their sorted paths."""

    def make(paths: Sequence[str]) -> Told:
        return _told({path: readings[path] for path in paths})

    return list(by_pieces("told", sorted(readings), marks, Told, make, kept))


def _told(readings: Mapping[str, Reading]) -> Told:
    hosts: dict[str, Organization] = {}
    seated: dict[str, Organization] = {}
    posts: dict[str, OwnPost] = {}
    meetings, names = [], []
    for path, reading in readings.items():
        for meeting in reading.meetings:
            for body in reversed(host_of(path, meeting)):
                hosts.setdefault(body.id, body)
        meetings.append(tuple(own_meeting(path, meeting, reading) for meeting in reading.meetings))
        seen = {row.person for row in reading.participations}
        there = sorted((p for p in reading.people if p.key in seen), key=lambda p: p.key)
        names.append(tuple(dict.fromkeys(p.key for p in there if p.key)))
        for person in there:
            for stated in person.posts:
                post, bodies = post_of(path, stated)
                posts[post.id] = post
                for body in reversed(bodies):
                    seated.setdefault(body.id, body)
    return Told(
        paths=tuple(readings),
        hosts=tuple(hosts.values()),
        seated=tuple(seated.values()),
        posts=tuple(posts.values()),
        meetings=tuple(meetings),
        names=tuple(names),
    )
