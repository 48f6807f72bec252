"""Decisions on bodies: which place or which body is meant, and which bodies of two reports are one, or two."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from extract.deciding_refs import NotThereError
from extract.decisions import Decision, Reference
from extract.folding import fold
from extract.identity_bodies import LOCAL_LEVELS, placed_name
from extract.local import LocalMeeting, Reading, StatedPost


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedBody:
    """A body as a report states it: in a post, or as the host of a meeting."""

    name: str
    level: str
    place: str

    @property
    def key(self) -> tuple[str, str, str]:
        """What makes two mentions of a report one body: the name without the place, the level, the place."""
        return (fold(placed_name(self.name, self.place)), self.level, self.place)


def change_bodies(decision: Decision, reading: Reading) -> Reading:
    """Apply place-is or body-is to the reading of the report that is meant."""
    found = _body_of(decision.subject, reading) if decision.verb == "body-is" else None

    def changed(body: StatedBody) -> StatedBody | None:
        if found is not None:
            return replace(body, name=decision.object) if body.name and body.key == found.key else None
        meant = body.level == decision.subject.name and not body.place
        return replace(body, place=decision.object) if meant else None

    out = _rewritten(reading, changed, decision.subject)
    if decision.verb == "place-is":
        ending = f"of which {decision.subject.name} unit"
        rest = (r for r in reading.ledger if not (r.reason == "unknown place" and r.detail.endswith(ending)))
        out = replace(out, ledger=tuple(rest))
    return out


def body_joined_to(reference: Reference, there: str, reading: Reading) -> StatedBody:
    """What a body becomes that is joined to the one that is meant, in the report at `there`: its name, level and place.

    Where that report does not say of which place its body is, both are of the place that is unresolved there.
    """
    found = _body_of(reference, reading)
    unknown = not found.place and found.level in LOCAL_LEVELS
    return replace(found, place=f"unresolved in {there}") if unknown else found


def join_bodies(subject: Reference, reading: Reading, joined: StatedBody) -> Reading:
    """Apply same-body: the subject's body becomes the other one wherever its report has it."""
    return _rewritten(reading, _becoming(joined, _body_of(subject, reading)), subject)


def part_bodies(
    subject: Reference, reading: Reading, path: str, object_: Reference, other: Reading
) -> Reading:
    """Apply not-same-body: the subject's body is no longer of the place that its report at `path` seems to say."""
    _body_of(object_, other)
    found = _body_of(subject, reading)
    place = "" if found.level in LOCAL_LEVELS else f"unresolved in {path}"
    return _rewritten(reading, _becoming(replace(found, place=place), found), subject)


def _becoming(new: StatedBody, old: StatedBody) -> Callable[[StatedBody], StatedBody | None]:
    return lambda stated: new if stated.name and stated.key == old.key else None


def _body_of(reference: Reference, reading: Reading) -> StatedBody:
    """The body of a name in a report, with the place where one of its mentions has it."""
    hosts = [StatedBody(name=m.host, level=m.host_level, place=m.host_place) for m in reading.meetings]
    stated = [
        StatedBody(name=p.body, level=p.level, place=p.place) for who in reading.people for p in who.posts
    ]
    named = [body for body in (*hosts, *stated) if body.name]
    fits = [body for body in named if fold(body.name) == fold(reference.name)] or [
        body for body in named if fold(placed_name(body.name, body.place)) == fold(reference.name)
    ]
    if not fits:
        raise NotThereError(f"no such body in '{reference.document}': {reference.name}")
    return next((body for body in fits if body.place), fits[0])


def _rewritten(
    reading: Reading, changed: Callable[[StatedBody], StatedBody | None], subject: Reference
) -> Reading:
    """Change every body of a reading that `changed` answers for. Raises NotThereError where it is none."""
    hits = 0

    def of_post(post: StatedPost) -> StatedPost:
        nonlocal hits
        body = changed(StatedBody(name=post.body, level=post.level, place=post.place))
        if body is None:
            return post
        hits += 1
        reason = post.place_reason if body.place == post.place else "decided"
        return replace(post, body=body.name, level=body.level, place=body.place, place_reason=reason)

    def of_meeting(meeting: LocalMeeting) -> LocalMeeting:
        nonlocal hits
        body = changed(StatedBody(name=meeting.host, level=meeting.host_level, place=meeting.host_place))
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
