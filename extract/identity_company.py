"""A common name without a post among the colleagues of the one official of that name: joined by unit, time and company.

'Wang Wei' alone says little. Where the report is of a meeting of Lanzhou, the reports have one Wang Wei in a post there within a year
before and within a year after, no other one within a year, and at least three of those beside him are people who sit with that one, it
is he.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from extract.deciding_record import Mention
from extract.identity_evidence import PersonFacts
from extract.local import Reading
from extract.name_frequency import is_common
from extract.records import PRESENT

A_YEAR = 366
COLLEAGUES = 3


def company_of(reading: Reading) -> dict[str, frozenset[str]]:
    """Local person -> the folded names of those who were at a meeting with them, as one report has it."""
    there: dict[str, set[str]] = defaultdict(set)
    for row in reading.participations:
        if row.person and row.meeting and row.role in PRESENT:
            there[row.meeting].add(row.person)
    found: dict[str, set[str]] = defaultdict(set)
    for people in there.values():
        for person in people:
            found[person] |= people - {person}
    return {person: frozenset(others) for person, others in found.items()}


def colleagues(
    groups: Sequence[Sequence[Mention]],
    facts: Mapping[Mention, PersonFacts],
    company: Mapping[Mention, frozenset[str]],
) -> list[tuple[int, int, str]]:
    """Find pairs of groups (positions) that are one person, each with what says so; `company`: the folded names beside a mention."""
    of_name: dict[str, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        of_name[group[0][1]].append(number)
    found = []
    for name, numbers in of_name.items():
        for bare in numbers if len(numbers) > 1 else ():
            place, level = facts[groups[bare][0]].unit
            if len(groups[bare]) > 1 or not place or not is_common(name, level):
                continue
            day, path = facts[groups[bare][0]].day, groups[bare][0][0]
            seated = [
                other
                for other in numbers
                if other != bare
                and day
                and _in_unit(groups[other], facts, place, level)
                and any(abs(days) <= A_YEAR for days in _apart(day, groups[other], facts))
            ]
            if len(seated) == 1 and _around(day, path, groups[seated[0]], facts):
                beside = frozenset[str]().union(*(company[mention] for mention in groups[seated[0]]))
                shared = sorted(company[groups[bare][0]] & beside)
                if len(shared) >= COLLEAGUES:
                    why = f"in {place}, {level}, between sightings in office there; shared company: {len(shared)}"
                    found.append((bare, seated[0], why))
    return found


def _in_unit(group: Sequence[Mention], facts: Mapping[Mention, PersonFacts], place: str, level: str) -> bool:
    seats = (seat for mention in group for seat in facts[mention].seats if not seat.former)
    return any((seat.place, seat.level) == (place, level) for seat in seats)


def _around(day: str, path: str, group: Sequence[Mention], facts: Mapping[Mention, PersonFacts]) -> bool:
    """Whether the others are seen within a year before and within a year after, and in no report that has the name twice."""
    apart = _apart(day, group, facts)
    return (
        all(other != path for other, _ in group)
        and any(-A_YEAR <= days <= 0 for days in apart)
        and any(0 <= days <= A_YEAR for days in apart)
    )


def _apart(day: str, group: Sequence[Mention], facts: Mapping[Mention, PersonFacts]) -> list[int]:
    """How many days after `day` each of the group is seen."""
    return [(date.fromisoformat(facts[m].day) - date.fromisoformat(day)).days for m in group if facts[m].day]
