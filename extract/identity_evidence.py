"""What proves that two mentions of one name are one person: shared seats, units, meetings.

Conservative (Fegley and Torvik 2013: lumping two people ruins a network, splitting one barely matters). Two mentions in
different reports are one person only if the folded names are equal and the reports give compatible evidence: the same
seat, the same meeting, or the same unit at the same level; and the unit only where the name is so rare that another official
of that unit will hardly bear it (`extract.name_frequency`). Each piece of evidence is a phrase that says what it is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.local import LocalParticipation, LocalPerson, Reading
from extract.meeting_facts import DAY
from extract.name_frequency import is_common
from extract.seat import Seat, seat_of

CENTRAL_SEATS = re.compile(
    r"\b(?:cpc central committee|central committee of the (?:communist party of china|cpc)|politburo|political bureau|state council|"
    r"central military commission|national people's congress|central commission|central national security|"
    r"general secretary|national committee of the (?:cppcc|chinese people's))\b",
    re.IGNORECASE,
)
NATIONAL_RULES = frozenset({"invoked:doctrine", "invoked:core-before", "invoked:core-after"})
"""Doctrine and 'the core' are said of one national leader only; other invocations unite nobody by themselves."""
CENTRAL = "central office"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonFacts:
    """What one report states of a person; `day` is its meeting's, else the page's ('' where it is not whole); `unit` is
    where a person without a post is seen; `meetings` are ids of those where the person was."""

    name: str
    day: str
    seats: frozenset[Seat]
    meetings: frozenset[str]
    central: bool
    national: bool
    unit: tuple[str, str]


@lru_cache(maxsize=1 << 14)
def is_central(title: str, body: str) -> bool:
    """Whether a seat is one of the central organs."""
    return CENTRAL_SEATS.search(f"{title}, {body}") is not None


def person_facts(
    path: str,
    person: LocalPerson,
    own: Sequence[LocalParticipation],
    dates: Mapping[str, str | None],
    reading: Reading,
    meeting_ids: Mapping[tuple[str, str], str],
    published: str | None,
) -> PersonFacts:
    """Gather what the report at `path` states of one of its people, who takes part in `own`; `dates` are those of its meetings."""
    there = [s for s in own if s.role != "invoked"]
    days = [day for s in own if (day := dates.get(s.meeting))]
    day = days[0] if days else published
    seats = frozenset([seat_of(post) for post in person.posts])
    central = known = False
    for seat in seats:
        central = central or is_central(seat.title, seat.body) or bool(seat.level == "central" and seat.body)
        known = known or seat.known
    return PersonFacts(
        name=person.name,
        day=day if day and DAY.fullmatch(day) else "",
        seats=seats,
        meetings=frozenset([meeting_ids[path, s.meeting] for s in there if s.meeting]),
        central=central,
        national=bool([s for s in own if s.national or s.rule in NATIONAL_RULES]),
        unit=_unit_of(there[0].meeting, reading) if there and not central and not known else ("", ""),
    )


def is_family(key: str) -> bool:
    """Whether a folded name is a family name alone, which others of a place bear after a while."""
    return " " not in key


def keys_of(path: str, key: str, facts: PersonFacts) -> frozenset[str]:
    """What proves who a mention of the folded name `key` is, besides its seats: any one shared phrase unites.

    A family name alone is not of one person in a unit, however rare it may be: it takes a seat, a meeting or a circle.
    """
    keys = {f"report {path}", *(f"meeting {meeting}" for meeting in facts.meetings)}
    if facts.national or (facts.central and not is_family(key) and not is_common(key, "central")):
        keys.add(CENTRAL)
    if is_family(key):
        return frozenset(keys)
    units = {(s.place, s.level) for s in facts.seats if s.place and s.level and not s.former} | {facts.unit}
    for place, level in units:
        if level == "central" and not is_common(key, "central"):
            keys.add(CENTRAL)
        elif place and not is_common(key, level):
            keys.add(f"office in {place}, {level}")
    return frozenset(keys)


def _unit_of(meeting_key: str, reading: Reading) -> tuple[str, str]:
    """A bare name belongs where its meeting does: to the host's level and place, else to the report's own unit."""
    meeting = next((m for m in reading.meetings if m.key == meeting_key), None)
    if meeting is not None and meeting.host_level == "central":
        return ("", "central")
    if meeting is not None and meeting.host_level and meeting.host_place:
        return (meeting.host_place, meeting.host_level)
    if meeting is not None and meeting.host:
        return ("", "")  # a host whose place is unknown: the report's own place need not be its place
    for name, level in (
        (reading.county, "county"),
        (reading.prefecture, "municipal"),
        (reading.province, "provincial"),
    ):
        if name:
            return (name, level)
    return ("", "")
