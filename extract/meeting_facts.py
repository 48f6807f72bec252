"""What is compared of a meeting: its day, host, number, kind, topic and people, as one report states them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from msgspec import Struct

from extract.identity_bodies import host_id, host_said
from extract.identity_ids import slug
from extract.local import LocalMeeting, LocalParticipation, Reading
from extract.meeting_host import Convener, convener
from extract.meeting_words import number_of, sort_of, topic_of, words_of
from extract.ordinal_numbers import ordinal_number
from extract.roles import PRESENT
from extract.seat import Seat, seat_of

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
CLASSES = {
    "meeting": "sitting",
    "conference": "sitting",
    "congress": "sitting",
    "visit": "visit",
    "inspection": "visit",
}
"""Kinds between which translations waver; every other kind is its own class."""


class OwnMeeting(Struct, frozen=True, array_like=True, kw_only=True):
    """What says with which others a meeting is compared, as one report states it.

    `body` is the id of the convening body, `said` the one that two reports can agree on, `host` the one that it is compared by, `known` whether its place is, `named` the id of a body that only stands in the
    meeting's name; `number` is the ordinal (0: none), `term` the numbers in the host's name ('the 14th Commission'); `sort`: what
    is numbered ('executive meeting'); `day` is '' where the whole date is not known; `people` are those present; `base` begins its id.
    """

    key: str
    cited: bool
    body: str
    said: str
    host: str
    known: bool
    named: str
    number: int
    term: tuple[int, ...]
    sort: str
    day: str
    people: tuple[str, ...]
    base: str


def own_meeting(path: str, meeting: LocalMeeting, reading: Reading) -> OwnMeeting:
    """Gather what is compared first of a meeting of the report at `path`."""
    body = host_id(path, meeting)
    host = convener(path, meeting, body)
    return OwnMeeting(
        key=meeting.key,
        cited=meeting.cited,
        body=body,
        said=host_said(path, meeting),
        host=host.id,
        known=host.known,
        named=host.named,
        number=number_of(meeting),
        term=tuple(filter(None, map(ordinal_number, words_of(meeting.host)))),
        sort=sort_of(meeting.name),
        day=meeting.date if meeting.date and DAY.fullmatch(meeting.date) else "",
        people=tuple(sorted({s.person for s in people_there(meeting, reading)})),
        base=meeting_base(meeting, meeting.date or ""),
    )


def meeting_base(meeting: LocalMeeting, date: str) -> str:
    """What the id of a meeting of that date begins with."""
    return slug("cited", meeting.name) if meeting.cited else slug(date or "undated", meeting.name)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """`host` is the convening body; `number`, `term` and `sort` are those of `OwnMeeting`; `people` and `chairs` are folded names
    of those present, `chairs_as` the one-person seats of those in the chair, `homes` the places of the posts of all."""

    path: str
    key: str
    name: str
    kind: str
    date: str | None
    day: str
    place: str
    host: Convener
    number: int
    term: tuple[int, ...]
    sort: str
    topic: frozenset[str]
    people: frozenset[str]
    chairs: frozenset[str]
    chairs_as: frozenset[Seat]
    homes: Mapping[str, frozenset[str]]


def meeting_facts(
    path: str, own: OwnMeeting, meeting: LocalMeeting, reading: Reading, wholes: frozenset[str]
) -> MeetingFacts:
    """Gather what one report states of one of its meetings; `wholes` are the bodies that its host is part of."""
    chairs = frozenset(s.person for s in people_there(meeting, reading) if s.role == "chaired")
    seats = {p.key: frozenset(map(seat_of, p.posts)) for p in reading.people}
    return MeetingFacts(
        path=path,
        key=meeting.key,
        name=meeting.name,
        kind=CLASSES.get(meeting.kind, meeting.kind),
        date=meeting.date,
        day=own.day,
        place=meeting.place,
        host=convener(path, meeting, own.body, wholes),
        number=own.number,
        term=own.term,
        sort=own.sort,
        topic=topic_of(meeting),
        people=frozenset(own.people),
        chairs=chairs,
        chairs_as=frozenset(seat for key in chairs for seat in seats.get(key, ()) if seat.single),
        homes={key: frozenset(seat.place for seat in held if seat.place) for key, held in seats.items()},
    )


def people_there(meeting: LocalMeeting, reading: Reading) -> list[LocalParticipation]:
    """What a report states of people who were present at one of its meetings."""
    return [s for s in reading.participations if s.meeting == meeting.key and s.role in PRESENT and s.person]
