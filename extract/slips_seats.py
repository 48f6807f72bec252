"""Who is seen in which seat, on which days and at which meetings, spelling by spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from extract.deciding_record import Mention
from extract.identity_evidence import PersonFacts
from extract.seat import Seat

Group = Sequence[Mention]
"""The mentions of one spelling that evidence makes one person."""


@dataclass(frozen=True, slots=True, order=True)
class Sighting:
    """A group in a seat: the day ('' unknown), the report, and the meeting that it tells of ('' none)."""

    day: str
    document: str
    meeting: str


Held = Mapping[Seat, Mapping[int, Sequence[Sighting]]]
"""Seat -> group -> its sightings there, by day."""


def held_seats(groups: Sequence[Group], facts: Mapping[Mention, PersonFacts]) -> Held:
    """Gather the seats of known places that are held in the reports' own time."""
    held: dict[Seat, dict[int, set[Sighting]]] = defaultdict(lambda: defaultdict(set))
    for number, group in enumerate(groups):
        for mention in group:
            told = facts[mention]
            seen = Sighting(told.day, mention[0], min(told.meetings, default=""))
            for seat in told.seats:
                if seat.place and seat.known and not seat.former:
                    held[seat][number].add(seen)
    return {seat: {n: sorted(seen) for n, seen in of.items()} for seat, of in held.items()}


def days_of(seen: Sequence[Sighting]) -> list[int]:
    """The days of sightings that have one, in order, as numbers."""
    return [date.fromisoformat(sighting.day).toordinal() for sighting in seen if sighting.day]
