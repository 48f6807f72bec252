"""Slips of translation: one official under two spellings, recognised by a seat, or by two lists of one meeting.

A like name alone only suggests ('Li Yan' and 'Li Yang' are two), and so does a like name in the same seat: it may be the
successor, or a colleague where several hold the seat. Strong enough to join are: a seat of one person that two spellings hold in
turns (`slips_in_turns`); a seat of several whose holders stand in lists together, but never these two (`slips_never_together`);
and two reports of one meeting that have one of two like names each. Everything else waits for `sederunt review`, with what is
known on either side; what is joined here can be parted there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations

from extract.deciding_record import Mention
from extract.identity_evidence import PersonFacts
from extract.likeness import WORDS, likeness, parted
from extract.slips_alike import akin, alike
from extract.slips_in_turns import in_turns
from extract.slips_never_together import never_together
from extract.slips_seats import Group, held_seats
from extract.unions import Unions

TWO = 2
Fits = Mapping[int, Mapping[int, str]]
"""Rarer group -> the more frequent groups that it may be, with what says so."""


def slips(
    groups: Sequence[Group],
    facts: Mapping[Mention, PersonFacts],
    evidence: Mapping[Mention, frozenset[str]],
) -> list[tuple[int, int, str]]:
    """Find pairs of groups (positions) that are one person, each with what says so; `evidence`: what proves who a mention is.

    A spelling that fits two people joins neither, and of two people of one report that fit a third neither joins it.
    """
    documents = [{path for path, _ in group} for group in groups]
    fits: dict[int, dict[int, str]] = defaultdict(dict)
    for a, b, why in (*_reordered(groups, evidence), *_pairs(groups, facts)):
        if not documents[a] & documents[b]:  # else the report itself tells the two apart
            minor, major = by_size(a, b, groups)
            fits[minor].setdefault(major, why)
    return _agreed(groups, documents, fits)


def by_size(a: int, b: int, groups: Sequence[Group]) -> tuple[int, int]:
    """The rarer of two groups, then the more frequent one."""
    minor, major = sorted((a, b), key=lambda n: (len(groups[n]), -n))
    return minor, major


def _pairs(groups: Sequence[Group], facts: Mapping[Mention, PersonFacts]) -> Iterator[tuple[int, int, str]]:
    held = held_seats(groups, facts)
    yield from in_turns(groups, held, facts)
    yield from never_together(groups, held)
    yield from _by_meeting(groups, facts)


def _reordered(
    groups: Sequence[Group], evidence: Mapping[Mention, frozenset[str]]
) -> Iterator[tuple[int, int, str]]:
    """Pairs of one name in two orders, where only one of them is a Chinese name, that share what would join equal names."""
    of_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        of_words[tuple(sorted(group[0][1].split()))].append(number)
    for numbers in of_words.values():
        for a, b in combinations(numbers, 2):
            names = groups[a][0][1], groups[b][0][1]
            if names[0] != names[1] and sum(bool(parted(name)) for name in names) == 1:
                shared = [frozenset[str]().union(*(evidence[m] for m in groups[n])) for n in (a, b)]
                if both := sorted(shared[0] & shared[1]):
                    yield a, b, both[0]


def _by_meeting(
    groups: Sequence[Group], facts: Mapping[Mention, PersonFacts]
) -> Iterator[tuple[int, int, str]]:
    """Pairs of like names of which two reports of one meeting have one each, or names akin in one seat there."""
    there: dict[str, dict[int, list[Mention]]] = defaultdict(lambda: defaultdict(list))
    for number, group in enumerate(groups):
        for mention in group:
            for meeting in facts[mention].meetings:
                there[meeting][number].append(mention)
    for meeting in sorted(there):
        seen = there[meeting]
        if len({path for mentions in seen.values() for path, _ in mentions}) < TWO:
            continue  # the one report itself tells its people apart
        for a, b in sorted(alike(seen, groups)):
            if likeness(groups[a][0][1], groups[b][0][1]) in ("syllable", "order"):
                yield a, b, "in two reports of one meeting"
            elif akin(groups[a][0][1], groups[b][0][1]) and (
                seats := _seats(seen[a], facts) & _seats(seen[b], facts)
            ):
                yield a, b, f"as {min(seats)} in two reports of one meeting"


def _seats(mentions: Sequence[Mention], facts: Mapping[Mention, PersonFacts]) -> set[str]:
    """The seats of a known place that these mentions have."""
    return {
        str(seat)
        for mention in mentions
        for seat in facts[mention].seats
        if seat.place and seat.known and not seat.former
    }


def _agreed(groups: Sequence[Group], documents: Sequence[set[str]], fits: Fits) -> list[tuple[int, int, str]]:
    """The pairs that no other pair speaks against, the most frequent spellings first."""
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
        words = WORDS[like] if like else akin(groups[minor][0][1], groups[majors[0]][0][1])
        found.append((minor, majors[0], f"{fits[minor][majors[0]]}; {words}"))
        unions.join(left, right)
        told[unions.root(left)] = told[left] | told[right]
    return found
