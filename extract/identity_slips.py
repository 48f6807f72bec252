"""Slips of translation: one official under two spellings, recognised by a seat that one person holds at a time.

A like name alone only suggests ('Li Yan' and 'Li Yang' are two). But where the reports have 'Zhou Zhiheng' and 'Zhou
Yuheng' as the mayor of one city in turns, with nobody else in between, the seat says that it is one person. The same holds
where two reports of one meeting have the two in one seat. In a seat that several hold (deputy mayor), a spelling seen once
or twice, in no other seat, between sightings of a well known holder, is that holder: one slot in eight is misread, while of
two colleagues in a thousand pairs the names are that alike. Of a name of one syllable a slip leaves the surname alone: there
it takes both, a seat of one person and sightings before and after.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from extract.deciding import Mention
from extract.identity_evidence import PersonFacts
from extract.likeness import WORDS, blocks_of, likeness
from extract.names_lexicon import lexicon
from extract.seat import Seat
from extract.unions import Unions

Group = Sequence[Mention]
Held = Mapping[Seat, Mapping[int, list[str]]]
"""Seat -> group -> the days on which the group is seen in it, sorted; '' where a report has no day."""
GAP = 730
"""Days without a sighting of either after which the seat may have changed hands in between."""
A_YEAR = 366
WELL_KNOWN = 3
"""Reports from which on a spelling is no mere slip: two such spellings must take turns in the seat to be one person."""


def slips(groups: Sequence[Group], facts: Mapping[Mention, PersonFacts]) -> list[tuple[int, int, str]]:
    """Find pairs of groups (positions) that are one person, each with what says so.

    A spelling that fits two people joins neither.
    """
    held = _held(groups, facts)
    documents = [{path for path, _ in group} for group in groups]
    fits: dict[int, dict[int, str]] = defaultdict(dict)
    for a, b, seat in _candidates(groups, held):
        if documents[a] & documents[b]:
            continue  # the report itself tells the two apart
        minor, major = sorted((a, b), key=lambda n: (len(groups[n]), -n))
        if not _places(groups[minor], facts) <= _places(groups[major], facts) | {seat.place}:
            continue
        short = short_names(groups[minor][0][1], groups[major][0][1])
        between = _between(minor, major, groups, held)
        if seat.single and _in_turns(minor, major, groups, held[seat]) and (between or not short):
            fits[minor][major] = f"in turns as {seat}"
        elif between and not short:
            fits[minor][major] = f"between sightings as {seat}"
        elif _meetings(groups[minor], seat, facts) & _meetings(groups[major], seat, facts):
            fits[minor][major] = f"as {seat} in two reports of one meeting"
    unions = Unions(len(groups))
    found = []
    for minor in sorted(fits, key=lambda n: (-len(groups[n]), n)):
        majors = sorted(fits[minor], key=lambda n: (-len(groups[n]), n))
        if len({unions.root(major) for major in majors}) == 1:
            like = likeness(groups[minor][0][1], groups[majors[0]][0][1])
            told = WORDS[like] if like else "the surname is the same"
            found.append((minor, majors[0], f"{fits[minor][majors[0]]}; {told}"))
            unions.join(minor, majors[0])
    return found


def _held(groups: Sequence[Group], facts: Mapping[Mention, PersonFacts]) -> Held:
    held: dict[Seat, dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    for number, group in enumerate(groups):
        for mention in group:
            for seat in facts[mention].seats:
                if seat.place and seat.known and not seat.former:
                    held[seat][number].append(facts[mention].day)
    for of_group in held.values():
        for days in of_group.values():
            days.sort()
    return held


def _candidates(groups: Sequence[Group], held: Held) -> Iterator[tuple[int, int, Seat]]:
    """Pairs of groups that are seen in one seat under names that one slip makes of each other."""
    for seat in sorted(held):
        blocks: dict[str, list[int]] = defaultdict(list)
        for number in sorted(held[seat]):
            name = groups[number][0][1]
            for block in blocks_of(name):
                if not block.startswith("letters:"):
                    blocks[block].append(number)
            blocks[f"surname:{name.split()[0]}"].append(number)
        pairs = {(a, b) for members in blocks.values() for a in members for b in members if a < b}
        for a, b in sorted(pairs):
            left, right = groups[a][0][1], groups[b][0][1]
            if _may_be(left, right):
                yield a, b, seat


def _may_be(a: str, b: str) -> bool:
    return short_names(a, b) or likeness(a, b) in ("syllable", "order")


def short_names(a: str, b: str) -> bool:
    """Whether two folded names share the surname and have a given name of one syllable each."""
    known = lexicon().syllables
    (left, *given), (right, *other) = a.split(), b.split()
    return (
        left == right
        and len(given) == len(other) == 1
        and all("pinyin" in known.get(word, ()) for word in (*given, *other))
    )


def _between(minor: int, major: int, groups: Sequence[Group], held: Held) -> bool:
    """Whether a group is seen in one seat only, each time within a year of a well known holder before and after."""
    seats = [seat for seat, of_group in held.items() if minor in of_group]
    if len(groups[major]) < WELL_KNOWN or len(groups[minor]) >= WELL_KNOWN or len(seats) != 1:
        return False
    theirs = [_days(day) for day in held[seats[0]].get(major, ()) if day]
    ours = [_days(day) for day in held[seats[0]][minor] if day]
    return all(
        any(0 <= day - other <= A_YEAR for other in theirs)
        and any(0 <= other - day <= A_YEAR for other in theirs)
        for day in ours
    )


def _places(group: Group, facts: Mapping[Mention, PersonFacts]) -> set[str]:
    return {seat.place for mention in group for seat in facts[mention].seats if seat.place}


def _meetings(group: Group, seat: Seat, facts: Mapping[Mention, PersonFacts]) -> set[str]:
    return {meeting for m in group if seat in facts[m].seats for meeting in facts[m].meetings}


def _in_turns(minor: int, major: int, groups: Sequence[Group], held: Mapping[int, list[str]]) -> bool:
    """Whether two groups are seen in a seat close to each other, and nobody of another name in between."""
    ours, theirs = ([day for day in held[n] if day] for n in (minor, major))
    if not ours or not theirs:
        return False
    if len(groups[minor]) >= WELL_KNOWN and (ours[-1] < theirs[0] or theirs[-1] < ours[0]):
        return False  # one well known name after another: a successor
    apart, first, last = min((abs(_days(x) - _days(y)), min(x, y), max(x, y)) for x in ours for y in theirs)
    if apart > GAP:
        return False
    return not any(
        first <= day <= last
        for number, days in held.items()
        if number not in (minor, major) and not _may_be(groups[number][0][1], groups[major][0][1])
        for day in days
        if day
    )


def _days(day: str) -> int:
    return date.fromisoformat(day).toordinal()
