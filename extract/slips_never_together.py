"""A seat of several in which two or more spellings of one name are seen at a time, and never two of them together.

That another deputy mayor of the same years bears a name one syllable apart is rare, that two do is much rarer, and where reports list
deputies side by side they would soon stand in one list. Spellings are joined where all that is left to chance would befall hardly
one official in a thousand: that so many of the other holders have such names (`extract.name_frequency`), and that none of the lists
has two of them. A pair alone is mostly not that rare, and is suggested; townships, where many are of one family, are left out.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import combinations
from math import exp

from extract.identity_groups import Group
from extract.likeness import likeness, parted
from extract.name_frequency import like_share
from extract.slips_seats import Holders, Seen, Sighting, days_of

CHANCE = 0.001
"""Share of officials of whom chance may make such a family."""
COLLEAGUES = 6
"""Other holders of a seat of several at a time, where the reports do not show more."""


def never_together(groups: Sequence[Group], held: Sequence[Holders]) -> Iterator[tuple[int, int, str]]:
    """Pairs of groups that a seat of several joins, each with what says so."""
    for holders in held:
        if holders.seat.single or holders.seat.level == "township":
            continue
        apart = [pair for pair in holders.pairs if _one_syllable_apart(*pair, groups)]
        seen = holders.seen(groups) if apart else {}
        for centre, *others in _families(apart, seen):
            if _chance(groups[centre].name, (centre, *others), seen) <= CHANCE:
                for other in others:
                    yield other, centre, f"as {holders.seat} at one time, never together"


def _one_syllable_apart(a: int, b: int, groups: Sequence[Group]) -> bool:
    left, right = groups[a].name, groups[b].name
    return likeness(left, right) == "syllable" and bool(parted(left)) and bool(parted(right))


def _chance(name: str, family: Sequence[int], holders: Seen) -> float:
    """How often another holder or more would have names like `name`, and would not be seen together."""
    first, last = _span(family, holders)
    spans = [_span([number], holders) for number in holders if number not in family]
    at_a_time = sum(start <= last and first <= end for start, end in spans)
    each = min(1.0, max(COLLEAGUES, at_a_time) * like_share(name))
    return float(each ** (len(family) - 1) * exp(-_expected(family, holders)))


def _span(family: Sequence[int], holders: Seen) -> tuple[int, int]:
    """The first and the last day on which any of them is seen; of no day, none."""
    days = [day for number in family for day in days_of(holders[number])]
    return (min(days), max(days)) if days else (1, 0)


def _families(pairs: Sequence[tuple[int, int]], holders: Seen) -> list[tuple[int, ...]]:
    """Contemporaries whose names are one syllable apart (`pairs`) from that of the most seen of them, and no two of whom were together."""
    near: dict[int, set[int]] = defaultdict(set)
    for a, b in pairs:
        if _overlap(holders[a], holders[b]):
            near[a].add(b)
            near[b].add(a)
    found = []
    left_over = set(near)
    for centre in sorted(near, key=lambda n: (-len(near[n]), -len(holders[n]), n)):
        family = sorted({centre} | near[centre])
        if centre in left_over and left_over.issuperset(family) and not _met(family, holders):
            found.append((centre, *(n for n in family if n != centre)))
            left_over -= set(family)
    return found


def _overlap(a: Sequence[Sighting], b: Sequence[Sighting]) -> bool:
    """Whether the days of two holders lie across each other."""
    left, right = days_of(a), days_of(b)
    return bool(left and right) and max(left[0], right[0]) <= min(left[-1], right[-1])


def _met(family: Sequence[int], holders: Seen) -> bool:
    at = [{sighting.document for sighting in holders[number]} for number in family]
    return any(a & b for a, b in combinations(at, 2))


def _expected(family: Sequence[int], holders: Seen) -> float:
    """Meetings with several holders at which two of the family would be, if they came as independently as others."""
    first, last = _span(family, holders)
    lists: dict[str, set[int]] = defaultdict(set)
    for number, seen in holders.items():
        for sighting in seen:
            if sighting.day and first <= days_of([sighting])[0] <= last:
                lists[sighting.meeting or sighting.document].add(number)
    several = [there for there in lists.values() if len(there) > 1]
    if not several:
        return 0.0
    counts = [sum(number in there for there in several) for number in family]
    return sum(a * b for a, b in combinations(counts, 2)) / len(several)
