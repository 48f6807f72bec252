"""The bodies of a report as it states them, in posts and as hosts: found by what a decision calls them, and changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from extract.deciding_refs import NotThereError
from extract.decisions import Reference
from extract.folding import fold
from extract.identity_bodies import placed_name
from extract.local import LocalMeeting, Reading, StatedPost


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedBody:
    """A body as a report states it: in a post, or as the host of a meeting; `reason` says how its place was known."""

    name: str
    level: str
    place: str
    reason: str = ""

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two mentions of a report one body: the name without the place, the level, the place."""
        return (fold(placed_name(self.name, self.place)), self.level, self.place)


Change = Callable[[StatedBody], StatedBody | None]
"""What becomes of a body that is stated; None where it is not meant."""


def body_of(reference: Reference, reading: Reading) -> StatedBody:
    """The body of a name in a report, with the place where one of its mentions has it."""
    hosts = [
        StatedBody(name=m.host, level=m.host_level, place=m.host_place, reason=m.host_place_reason)
        for m in reading.meetings
    ]
    stated = [
        StatedBody(name=p.body, level=p.level, place=p.place, reason=p.place_reason)
        for who in reading.people
        for p in who.posts
    ]
    named = [body for body in (*hosts, *stated) if body.name]
    wanted = fold(reference.name)
    for name in _NAMES_OF_BODY:
        fits = [body for body in named if fold(name(body)) == wanted]
        if fits:
            return next((body for body in fits if body.place), fits[0])
    raise NotThereError(f"no such body in '{reference.document}': {reference.name}")


_NAMES_OF_BODY: tuple[Callable[[StatedBody], str], ...] = (
    lambda body: body.name,
    lambda body: f"{body.place} {placed_name(body.name, body.place)}",
    lambda body: placed_name(body.name, body.place),
)
"""What a body may be called in a decision: as printed, by its place and normal name, by its normal name."""


def rewritten(reading: Reading, changed: Change, subject: Reference) -> Reading:
    """Change every body of a reading that `changed` answers for. Raises NotThereError where it is none."""
    hits = 0

    def of_post(post: StatedPost) -> StatedPost:
        nonlocal hits
        stated = StatedBody(name=post.body, level=post.level, place=post.place, reason=post.place_reason)
        body = changed(stated)
        if body is None:
            return post
        hits += 1
        reason = post.place_reason if body.place == post.place else "decided"
        return replace(post, body=body.name, level=body.level, place=body.place, place_reason=reason)

    def of_meeting(meeting: LocalMeeting) -> LocalMeeting:
        nonlocal hits
        stated = StatedBody(
            name=meeting.host,
            level=meeting.host_level,
            place=meeting.host_place,
            reason=meeting.host_place_reason,
        )
        body = changed(stated)
        if body is None:
            return meeting
        hits += 1
        reason = meeting.host_place_reason if body.place == meeting.host_place else "decided"
        return replace(
            meeting,
            host=body.name,
            host_level=body.level,
            host_place=body.place,
            host_place_reason=reason,
        )

    people = tuple(replace(p, posts=tuple(map(of_post, p.posts))) for p in reading.people)
    meetings = tuple(map(of_meeting, reading.meetings))
    if not hits:
        raise NotThereError(f"no such body in '{subject.document}': {subject.name}")
    return replace(reading, people=people, meetings=meetings)
