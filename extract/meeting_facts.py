"""What is compared of a meeting: its day, host, number, kind, topic and people, as one report states them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from msgspec import Struct

from extract.identity_bodies import host_id
from extract.identity_ids import slug
from extract.local import LocalMeeting, LocalParticipation, Reading
from extract.meeting_host import Convener, body_in_name, convener
from extract.number_words import ORDINALS
from extract.records import PRESENT
from extract.seat import Seat, seat_of
from extract.vocabulary import rows

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NTH = re.compile(r"(\d+)(?:st|nd|rd|th)$")
UNITS = {word: number for number, word in enumerate(ORDINALS[:19], 1)}
TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
CLASSES = {
    "meeting": "sitting",
    "conference": "sitting",
    "congress": "sitting",
    "visit": "visit",
    "inspection": "visit",
}
"""Kinds between which translations waver; every other kind is its own class."""
SMALL = frozenset(
    ["the", "of", "on", "and", "in", "for", "a", "an", "at", "to", "its", "with", "work", "working"]
)


class OwnMeeting(Struct, frozen=True, array_like=True, kw_only=True):
    """What says with which others a meeting is compared, as one report states it.

    `body` is the id of the convening body, `host` the one that it is compared by, `known` whether its place is, `named` the id of a body that only stands in the
    meeting's name; `number` is the ordinal (0: none), `term` the numbers in the host's name ('the 14th Commission'); `sort`: what
    is numbered ('executive meeting'); `day` is '' where the whole date is not known; `people` are those present; `base` begins its id.
    """

    key: str
    cited: bool
    body: str
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
        host=host.id,
        known=host.known,
        named=host.named,
        number=_number(meeting),
        term=tuple(filter(None, map(ordinal_number, words_of(meeting.host)))),
        sort=_sort(meeting.name),
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
        topic=_topic(meeting),
        people=frozenset(own.people),
        chairs=chairs,
        chairs_as=frozenset(seat for key in chairs for seat in seats.get(key, ()) if seat.single),
        homes={key: frozenset(seat.place for seat in held if seat.place) for key, held in seats.items()},
    )


def people_there(meeting: LocalMeeting, reading: Reading) -> list[LocalParticipation]:
    """What a report states of people who were present at one of its meetings."""
    return [s for s in reading.participations if s.meeting == meeting.key and s.role in PRESENT and s.person]


@lru_cache(maxsize=1 << 12)
def ordinal_number(word: str) -> int:
    """Read 'third', '19th' or 'twenty-first' as a number; 0 for any other word.

    >>> ordinal_number("forty-second")
    42
    """
    low = word.lower()
    if match := NTH.match(low):
        return int(match.group(1))
    if low in UNITS:
        return UNITS[low]
    tens, _, unit = low.partition("-")
    if unit in UNITS and UNITS[unit] < 10 and tens.endswith("y") and tens[:-1] in TENS:
        return TENS[tens[:-1]] + UNITS[unit]
    return TENS.get(low.removesuffix("ieth"), 0) if low.endswith("ieth") else 0


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """The words of a name in lower case, hyphens kept."""
    return tuple(re.findall(r"\w[\w'’-]*", text.lower()))


def _number(meeting: LocalMeeting) -> int:
    """The ordinal as a number; a figure that is the day of the date, and not in the name, is no number of a meeting."""
    number = ordinal_number(meeting.ordinal)
    in_name = meeting.ordinal.lower() in words_of(meeting.name)
    if number and not in_name and meeting.date and meeting.date.endswith(f"-{number:02d}"):
        return 0
    return number


@lru_cache(maxsize=1 << 14)
def _sort(name: str) -> str:
    """What is numbered: 'executive meeting', 'plenary session', 'collective study'; without number, topic and host."""
    words = words_of(re.split(r"\s+(?:of|on)\s+", name, maxsplit=1)[0])
    return " ".join(word for word in words if not ordinal_number(word) and word not in ("the", "enlarged"))


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    nouns = {word for row in rows("gatherings.csv") for word in (row["noun"], row["plural"])}
    return frozenset({part for noun in nouns for part in noun.split()}) | {
        row["word"] for row in rows("gathering_modifiers.csv")
    }


def _topic(meeting: LocalMeeting) -> frozenset[str]:
    """The words that say what a meeting is about: those of its name that name neither kind, host, number nor year."""
    host = {*words_of(meeting.host), *words_of(body_in_name(meeting.name))}
    return frozenset(
        word
        for word in words_of(meeting.name)
        if word not in host
        and word not in SMALL
        and word not in _generic()
        and not ordinal_number(word)
        and not word.isdigit()
    )
