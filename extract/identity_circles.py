"""One circle of people at two meetings: whoever of a name is in it both times is one person.

Where the unit of a report is not known (a committee of no place, minutes), a name says nothing of who it is. But that five people of the same
names sit together twice within a term of office, and are a good part of either list, is no chance: it is the same committee, and its
Kohn is its Kohn; so it is of four where hardly anybody else is there. Names that many bear say nothing of the circle, nor are they joined by it; two places or levels are never bridged, which
would make a transfer. Of a family name alone that stands in two bodies there are two, and no bare one is joined.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from extract.deciding_record import Mention
from extract.identity_evidence import PersonFacts
from extract.identity_terms import YEARS_APART
from extract.name_frequency import is_common
from extract.names_lexicon import surnames, syllables

CIRCLE = 5.0
"""Weight of the names that two lists share from which on they are one circle: a full name counts 1, a family name alone a half."""
SHARE = 1 / 3
"""Share of the shorter list that they must be."""
BOARD = 3.0
"""Weight of the names that make a small board of it, where they are nearly all of either list."""
MOST = 2 / 3
"""Share of the longer list that they must be there."""
NEAR = 50
"""Groups of one name that are compared with the next ones, by day."""


def circles(
    groups: Sequence[Sequence[Mention]],
    facts: Mapping[Mention, PersonFacts],
    company: Mapping[Mention, frozenset[str]],
) -> list[tuple[int, int, str]]:
    """Find pairs of groups (positions) of one name that are one person, each with what says so."""
    of_name: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for number, group in enumerate(groups):
        days = [facts[mention].day for mention in group if facts[mention].day]
        if days and telling(group[0][1]):
            of_name[group[0][1]].append((min(days), number))
    found = []
    for name, of in of_name.items():
        numbers = [number for _, number in sorted(of)]
        pairs = [(a, b) for at, a in enumerate(numbers) for b in numbers[at + 1 : at + 1 + NEAR]]
        told = {number: _told(groups[number], facts) for number in numbers} if pairs else {}
        if " " not in name and any(_differ(told[a].bodies, told[b].bodies) for a, b in pairs):
            continue  # there are two of the family name
        for left, right in pairs:
            if _at_odds(told[left], told[right]):
                continue
            if shared := _circle(groups[left], groups[right], facts, company):
                found.append((right, left, f"in one circle: {shared} others of both meetings"))
    return found


def _circle(
    left: Sequence[Mention],
    right: Sequence[Mention],
    facts: Mapping[Mention, PersonFacts],
    company: Mapping[Mention, frozenset[str]],
) -> int:
    """How many others of the same names are with both, where that makes one circle; else 0."""
    heavy = [
        [m for m in group if _weight(company[m]) >= BOARD] for group in (left, right)
    ]  # others cannot share as much
    for a in heavy[0]:
        for b in heavy[1]:
            shared = company[a] & company[b]
            weight = sum(map(telling, shared))
            if _is_circle(weight, _weight(company[a]), _weight(company[b])):
                days = [date.fromisoformat(facts[m].day) for m in (a, b) if facts[m].day]
                if len(days) == len((a, b)) and abs((days[0] - days[1]).days) <= YEARS_APART:
                    return len(shared)
    return 0


def _is_circle(shared: float, one: float, other: float) -> bool:
    """Whether the names that two lists share, of the weights that they have, are the same committee and no chance."""
    many = shared >= CIRCLE and shared >= SHARE * min(one, other)
    return many or (shared >= BOARD and shared >= MOST * max(one, other))


@lru_cache(maxsize=1 << 14)
def _weight(names: frozenset[str]) -> float:
    return sum(map(telling, names))


@lru_cache(maxsize=1 << 16)
def telling(key: str) -> float:
    """How much a folded name says of who is meant: 1 for a full name, a half for a family name alone, 0 where many bear it."""
    words = key.split()
    if len(words) == 1:
        return 0.0 if key in surnames() or key in syllables() else 0.5
    return 0.0 if is_common(key, "provincial") else 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What is told of a group: its reports, its bodies, and the places and levels of its seats and units."""

    paths: frozenset[str]
    bodies: frozenset[str]
    places: frozenset[str]
    levels: frozenset[str]


def _told(group: Sequence[Mention], facts: Mapping[Mention, PersonFacts]) -> _Told:
    seats = {seat for mention in group for seat in facts[mention].seats}
    units = {facts[mention].unit for mention in group}
    return _Told(
        paths=frozenset(path for path, _ in group),
        bodies=frozenset(seat.body for seat in seats) - {""},
        places=frozenset((*(s.place for s in seats if not s.former), *(unit[0] for unit in units))) - {""},
        levels=frozenset((*(s.level for s in seats if not s.former), *(unit[1] for unit in units))) - {""},
    )


def _differ(left: frozenset[str], right: frozenset[str]) -> bool:
    """Whether something is told of both, and nothing in common."""
    return bool(left and right) and left.isdisjoint(right)


def _at_odds(left: _Told, right: _Told) -> bool:
    """Whether two groups stand in one report, or are of two places or levels."""
    return (
        not left.paths.isdisjoint(right.paths)
        or _differ(left.places, right.places)
        or _differ(left.levels, right.levels)
    )
