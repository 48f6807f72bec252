"""Who is seen in which seat, on which days and at which meetings, spelling by spelling."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import NamedTuple

from extract.identity_groups import Group
from extract.seat import Seat
from extract.slips_alike import alike


class Sighting(NamedTuple):
    """A group in a seat: the day ('' unknown), the report, and the meeting that it tells of ('' none)."""

    day: str
    document: str
    meeting: str


SeatParts = tuple[str, str, str, str]
"""Title, body, level and place."""
Seen = Mapping[int, Sequence[Sighting]]
"""Group (position) -> its sightings in a seat, by day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holders:
    """The groups that hold a seat, by position, with their mentions in it; and the pairs of them whose names are alike."""

    seat: Seat
    mentions: Mapping[int, Sequence[int]]
    pairs: Sequence[tuple[int, int]]

    def seen(self, groups: Sequence[Group]) -> Seen:
        """All sightings in the seat."""
        return {
            number: sorted(
                Sighting(groups[number].days[at], groups[number].paths[at], groups[number].meetings[at])
                for at in mentions
            )
            for number, mentions in self.mentions.items()
        }


def held_seats(groups: Sequence[Group]) -> dict[str, tuple[SeatParts, dict[int, Sequence[int]]]]:
    """Gather the seats of known places that several hold in the reports' own time, by what sorts them: which groups, by which mentions."""
    held: dict[SeatParts, dict[int, Sequence[int]]] = defaultdict(dict)
    for number, group in enumerate(groups):
        for title, body, level, place, mentions in group.seats:
            held[title, body, level, place][number] = mentions
    return {"\0".join(seat): (seat, of) for seat, of in held.items() if len(of) > 1}


def holders_of(seat: SeatParts, mentions: Mapping[int, Sequence[int]], groups: Sequence[Group]) -> Holders:
    """The holders of a seat, and those of them whose names are alike."""
    return Holders(seat=Seat(*seat), mentions=mentions, pairs=sorted(alike(mentions, groups)))


def days_of(seen: Sequence[Sighting]) -> list[int]:
    """The days of sightings that have one, in order, as numbers."""
    return [number_of(sighting.day) for sighting in seen if sighting.day]


@lru_cache(maxsize=1 << 14)
def number_of(day: str) -> int:
    """Number a day."""
    return date.fromisoformat(day).toordinal()


def by_size(a: int, b: int, groups: Sequence[Group]) -> tuple[int, int]:
    """The rarer of two groups, then the more frequent one."""
    minor, major = sorted((a, b), key=lambda n: (len(groups[n]), -n))
    return minor, major
