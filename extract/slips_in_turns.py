"""A seat of one person that two spellings hold in turns: it would have changed hands twice and come back.

Some seats are of one person by their title, others by what the reports show: their holders follow one another, and never overlap.

Where the reports have 'Zhou Zhiheng' as mayor before and after 'Zhou Yuheng', with nobody else in between, it is one mayor. Names that
are one syllable apart, or in another order, need no more than that. Names that share no more than the surname or the given name
(two misreadings of one name may) take a well known mayor, and spellings that alternate again and again: one stray report may be of a
deputy of that surname whose title was cut.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise

from extract.identity_groups import Group
from extract.likeness import likeness
from extract.slips_alike import akin, may_be
from extract.slips_seats import Holders, by_size, days_of
from extract.unions import Unions

GAP = 730
"""Days without a sighting of either after which the seat may have changed hands in between."""
WELL_KNOWN = 3
"""Reports of a spelling from which on one that shares the surname alone may be a slip of it."""
HOLDERS = 4
"""Well known holders who follow one another, none beside another, from which on a seat is seen to be of one person."""
SWITCHES = 4
"""Changes from one spelling to the other and back that are more than a stray report of a former holder."""


def in_turns(groups: Sequence[Group], held: Sequence[Holders]) -> Iterator[tuple[int, int, str]]:
    """Pairs of groups that a seat of one person joins, each with what says so."""
    for holders in held:
        seat = holders.seat
        likely = [pair for pair in holders.pairs if _likely(*pair, groups)]
        if not likely:
            continue
        days = {number: days_of(seen) for number, seen in holders.seen(groups).items()}
        kin = _families(groups, holders)
        if not seat.single and not _one_at_a_time(days, kin):
            continue
        for a, b in likely:
            minor, major = by_size(a, b, groups)
            if not {*groups[minor].places} <= {*groups[major].places, seat.place}:
                continue
            if not days[minor] or not days[major]:
                continue
            others = sorted(day for n in days if kin[n] != kin[a] and kin[n] != kin[b] for day in days[n])
            if not _turns(days[minor], days[major], others) and not _turns(days[major], days[minor], others):
                continue
            if _one_slip(a, b, groups) or _alternate(days[minor], days[major]):
                yield a, b, f"in turns as {seat}"


def _likely(a: int, b: int, groups: Sequence[Group]) -> bool:
    """Whether two names in turns may prove one holder, at least where they alternate."""
    return _one_slip(a, b, groups) or (
        max(len(groups[a]), len(groups[b])) >= WELL_KNOWN and bool(akin(groups[a].name, groups[b].name))
    )


def _one_slip(a: int, b: int, groups: Sequence[Group]) -> bool:
    """Whether two names are one syllable apart, or in another order."""
    return likeness(groups[a].name, groups[b].name) in ("syllable", "order")


def _families(groups: Sequence[Group], holders: Holders) -> dict[int, int]:
    """Which holders of a seat may be spellings of one name, directly or by way of others: the same number."""
    numbers = sorted(holders.mentions)
    at = {number: n for n, number in enumerate(numbers)}
    unions = Unions(len(numbers))
    for a, b in holders.pairs:
        if may_be(groups[a].name, groups[b].name):
            unions.join(at[a], at[b])
    return {number: unions.root(at[number]) for number in numbers}


def _one_at_a_time(days: Mapping[int, Sequence[int]], kin: Mapping[int, int]) -> bool:
    """Whether several holders of a seat are seen in it again and again, and none of them while another is."""
    families: dict[int, list[int]] = defaultdict(list)
    for number, seen in days.items():
        families[kin[number]] += seen
    spans = sorted((min(seen), max(seen)) for seen in families.values() if seen)
    often = sum(len(seen) >= WELL_KNOWN for seen in families.values())
    return often >= HOLDERS and all(before[1] < after[0] for before, after in pairwise(spans))


def _turns(ours: Sequence[int], theirs: Sequence[int], others: Sequence[int]) -> bool:
    """Whether one spelling is seen between sightings of the other, and nobody of another name there; all days in order."""
    for day in ours:
        before, after = bisect_right(theirs, day), bisect_left(theirs, day)
        if before and after < len(theirs) and theirs[after] - theirs[before - 1] <= GAP:
            other = bisect_left(others, theirs[before - 1])
            return other == len(others) or others[other] > theirs[after]
    return False


def _alternate(ours: Sequence[int], theirs: Sequence[int]) -> bool:
    """Whether two spellings change places again and again."""
    order = [which for _, which in sorted([*((day, 0) for day in ours), *((day, 1) for day in theirs)])]
    return sum(a != b for a, b in pairwise(order)) >= SWITCHES
