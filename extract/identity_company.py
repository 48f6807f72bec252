"""A common name without a post among the colleagues of the one official of that name: joined by unit, time and company.

'Wang Wei' alone says little. Where the report is of a meeting of Lanzhou, the reports have one Wang Wei in a post there within a year
before and within a year after, no other one within a year, and at least three of those beside him are people who sit with that one, it
is he.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date

from extract.deciding_record import Mention
from extract.identity_evidence import PersonFacts
from extract.local import Reading
from extract.name_frequency import is_common
from extract.roles import PRESENT

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
        lone = [n for n in numbers if len(groups[n]) == 1 and facts[groups[n][0]].unit[0]]
        if not lone or len(numbers) == 1:
            continue
        units = {number: _units(groups[number], facts) for number in numbers}
        days = {number: _days(groups[number], facts) for number in numbers}
        for bare in lone:
            place, level = facts[groups[bare][0]].unit
            if not days[bare] or not is_common(name, level):
                continue
            day, path = days[bare][0], groups[bare][0][0]
            seated = [
                other
                for other in numbers
                if other != bare and (place, level) in units[other] and _near(days[other], day)
            ]
            if (
                len(seated) == 1
                and _around(days[seated[0]], day)
                and all(p != path for p, _ in groups[seated[0]])
            ):
                beside = frozenset[str]().union(*(company[mention] for mention in groups[seated[0]]))
                shared = sorted(company[groups[bare][0]] & beside)
                if len(shared) >= COLLEAGUES:
                    why = f"in {place}, {level}, between sightings in office there; shared company: {len(shared)}"
                    found.append((bare, seated[0], why))
    return found


def _units(group: Sequence[Mention], facts: Mapping[Mention, PersonFacts]) -> set[tuple[str, str]]:
    """The units, (place, level), in which a group is seen in office."""
    return {(seat.place, seat.level) for m in group for seat in facts[m].seats if not seat.former}


def _days(group: Sequence[Mention], facts: Mapping[Mention, PersonFacts]) -> list[int]:
    """The days on which a group is seen, in order, as numbers."""
    return sorted({date.fromisoformat(facts[m].day).toordinal() for m in group if facts[m].day})


def _near(days: Sequence[int], day: int) -> bool:
    """Whether any of the sorted days lies within a year of `day`."""
    at = bisect_left(days, day - A_YEAR)
    return at < len(days) and days[at] <= day + A_YEAR


def _around(days: Sequence[int], day: int) -> bool:
    """Whether one of the sorted days lies within the year before, and one within the year after."""
    before, after = bisect_right(days, day), bisect_left(days, day)
    return (
        before > 0 and days[before - 1] >= day - A_YEAR and after < len(days) and days[after] <= day + A_YEAR
    )
