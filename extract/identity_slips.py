"""Slips of translation: one official under two spellings, recognised by a seat that one person holds at a time.

A like name alone only suggests ('Li Yan' and 'Li Yang' are two), and so does a like name in the same seat: it may be the
successor, or a colleague where several hold the seat. Two things are strong enough to join. Where the reports have 'Zhou
Zhiheng' as mayor before and after 'Zhou Yuheng', with nobody else in between, the one-person seat would have changed hands
twice and come back; of a name of one syllable a slip leaves the surname alone, so that it takes a well known mayor. And where two reports of one meeting have the two in one seat, their lists say that it is one. Everything
else waits for `sederunt review`, with what is known on either side; what is joined here can be parted there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

WELL_KNOWN = 3
"""Reports of a spelling from which on one that shares the surname alone may be a slip of it."""


def slips(groups: Sequence[Group], facts: Mapping[Mention, PersonFacts]) -> list[tuple[int, int, str]]:
    """Find pairs of groups (positions) that are one person, each with what says so.

    A spelling that fits two people joins neither, and of two people of one report that fit a third neither joins it.
    """
    held = _held(groups, facts)
    documents = [{path for path, _ in group} for group in groups]
    fits: dict[int, dict[int, str]] = defaultdict(dict)
    for a, b, why in (*_by_seat(groups, held, facts), *_by_meeting(groups, facts)):
        if documents[a] & documents[b]:
            continue  # the report itself tells the two apart
        minor, major = sorted((a, b), key=lambda n: (len(groups[n]), -n))
        fits[minor].setdefault(major, why)
    fitting: dict[int, list[int]] = defaultdict(list)
    for minor in sorted(fits):
        for major in fits[minor]:
            fitting[major].append(minor)
    told = dict(enumerate(documents))
    unions = Unions(len(groups))
    found = []
    for minor in sorted(fits, key=lambda n: (-len(groups[n]), n)):
        majors = sorted(fits[minor], key=lambda n: (-len(groups[n]), n))
        rivals = {n for major in majors for n in fitting[major]} - {minor}
        roots = {unions.root(major) for major in majors}
        left, right = unions.root(minor), min(roots)
        if len(roots) > 1 or any(documents[minor] & documents[n] for n in rivals) or told[left] & told[right]:
            continue
        like = likeness(groups[minor][0][1], groups[majors[0]][0][1])
        words = WORDS[like] if like else "the surname is the same"
        found.append((minor, majors[0], f"{fits[minor][majors[0]]}; {words}"))
        unions.join(left, right)
        told[unions.root(left)] = told[left] | told[right]
    return found


def _by_seat(
    groups: Sequence[Group], held: Held, facts: Mapping[Mention, PersonFacts]
) -> Iterator[tuple[int, int, str]]:
    """Pairs that a seat joins: of one person in turns, or any in two reports of one meeting."""
    for a, b, seat in _candidates(groups, held):
        minor, major = sorted((a, b), key=lambda n: (len(groups[n]), -n))
        if not _places(groups[minor], facts) <= _places(groups[major], facts) | {seat.place}:
            continue
        turns = _in_turns(minor, major, groups, held[seat]) or _in_turns(major, minor, groups, held[seat])
        short = short_names(groups[minor][0][1], groups[major][0][1])
        if seat.single and turns and (not short or len(groups[major]) >= WELL_KNOWN):
            yield a, b, f"in turns as {seat}"
        elif _meetings(groups[minor], seat, facts) & _meetings(groups[major], seat, facts):
            yield a, b, f"as {seat} in two reports of one meeting"


def _by_meeting(
    groups: Sequence[Group], facts: Mapping[Mention, PersonFacts]
) -> Iterator[tuple[int, int, str]]:
    """Pairs of like names of which two reports of one meeting have one each."""
    there: dict[str, set[int]] = defaultdict(set)
    for number, group in enumerate(groups):
        for mention in group:
            for meeting in facts[mention].meetings:
                there[meeting].add(number)
    for meeting in sorted(there):
        for a, b in sorted(_alike(there[meeting], groups)):
            if likeness(groups[a][0][1], groups[b][0][1]) in ("syllable", "order"):
                yield a, b, "in two reports of one meeting"


def _alike(numbers: Iterable[int], groups: Sequence[Group]) -> set[tuple[int, int]]:
    """Pairs of the groups at `numbers` that share a block of likeness or the surname, the lower first."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number in sorted(numbers):
        name = groups[number][0][1]
        for block in blocks_of(name):
            if not block.startswith("letters:"):
                blocks[block].append(number)
        blocks[f"surname:{name.split()[0]}"].append(number)
    return {(a, b) for members in blocks.values() for a in members for b in members if a < b}


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
        for a, b in sorted(_alike(held[seat], groups)):
            if _may_be(groups[a][0][1], groups[b][0][1]):
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


def _places(group: Group, facts: Mapping[Mention, PersonFacts]) -> set[str]:
    return {seat.place for mention in group for seat in facts[mention].seats if seat.place}


def _meetings(group: Group, seat: Seat, facts: Mapping[Mention, PersonFacts]) -> set[str]:
    return {meeting for m in group if seat in facts[m].seats for meeting in facts[m].meetings}


def _in_turns(minor: int, major: int, groups: Sequence[Group], held: Mapping[int, list[str]]) -> bool:
    """Whether a spelling is seen in a seat between sightings of the other, and nobody of a third name near it."""
    ours, theirs = ([day for day in held[n] if day] for n in (minor, major))
    for day in ours:
        before = [other for other in theirs if other <= day]
        after = [other for other in theirs if other >= day]
        if before and after and _days(after[0]) - _days(before[-1]) <= GAP:
            return not any(
                before[-1] <= other <= after[0]
                for number, days in held.items()
                if number not in (minor, major) and not _may_be(groups[number][0][1], groups[major][0][1])
                for other in days
                if other
            )
    return False


def _days(day: str) -> int:
    return date.fromisoformat(day).toordinal()
