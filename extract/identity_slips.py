"""Slips of translation: one official under two spellings, recognised by a seat, or by two lists of one meeting.

A like name alone only suggests ('Li Yan' and 'Li Yang' are two), and so does a like name in the same seat: it may be the
successor, or a colleague where several hold the seat. Strong enough to join are: a seat of one person that two spellings hold in
turns (`slips_in_turns`); a seat of several whose holders stand in lists together, but never these two (`slips_never_together`);
and two reports of one meeting that have one of two like names each. Everything else waits for `sederunt review`, with what is
known on either side; what is joined here can be parted there.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from extract.deciding_record import Mention
from extract.identity_groups import Group, evidence_of
from extract.identity_mentions import Mentions
from extract.likeness import WORDS, likeness, parted
from extract.remembered import Kept, Marks
from extract.slips_alike import akin, alike
from extract.slips_in_seats import in_seats
from extract.slips_seats import by_size
from extract.unions import Unions

Meetings = Mapping[str, Sequence[tuple[str, str]]]
"""Meeting -> those of the reports that are it: (path, local key)."""
Fits = Mapping[int, Mapping[int, str]]
"""Rarer group -> the more frequent groups that it may be, with what says so."""


def slips(
    groups: Sequence[Group],
    of: Mapping[Mention, int],
    told: Mentions,
    meetings: Meetings,
    marks: Marks,
    kept: Kept | None,
) -> list[tuple[int, int, str]]:
    """Find pairs of groups (positions) that are one person, each with what says so.

    `of` has the group of each mention; `meetings` are those that several reports tell of; `marks` say what the groups of a name
    depend on. A spelling that fits two people joins neither, and of two people of one report that fit a third neither joins it.
    """
    documents = [frozenset(group.paths) for group in groups]
    fits: dict[int, dict[int, str]] = defaultdict(dict)
    found = (
        *_reordered(groups, told),
        *in_seats(groups, of, marks, kept),
        *_by_meeting(groups, of, told, meetings),
    )
    for a, b, why in found:
        if not documents[a] & documents[b]:  # else the report itself tells the two apart
            minor, major = by_size(a, b, groups)
            fits[minor].setdefault(major, why)
    return _agreed(groups, documents, fits)


def _reordered(groups: Sequence[Group], told: Mentions) -> Iterator[tuple[int, int, str]]:
    """Pairs of one name in two orders, where only one of them is a Chinese name, that share what would join equal names."""
    of_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        of_words[tuple(sorted(group.name.split()))].append(number)
    for numbers in of_words.values():
        for a, b in combinations(numbers, 2):
            names = groups[a].name, groups[b].name
            if names[0] != names[1] and sum(bool(parted(name)) for name in names) == 1:
                shared = [_evidence(groups[n], numbers, groups, told) for n in (a, b)]
                if both := sorted(shared[0] & shared[1]):
                    yield a, b, both[0]


def _evidence(
    group: Group, numbers: Sequence[int], groups: Sequence[Group], told: Mentions
) -> frozenset[str]:
    """What proves who the mentions of a group are; `numbers` has all groups of its name."""
    paths = sorted(path for n in numbers if groups[n].name == group.name for path in groups[n].paths)
    evidence = evidence_of(group.name, paths, told)
    return frozenset[str]().union(*(evidence[path, group.name] for path in group.paths))


def _by_meeting(
    groups: Sequence[Group], of: Mapping[Mention, int], told: Mentions, meetings: Meetings
) -> Iterator[tuple[int, int, str]]:
    """Pairs of like names of which two reports of one meeting have one each, or names akin in one seat there."""
    for meeting in sorted(meetings):
        seen: dict[int, set[Mention]] = defaultdict(set)
        for path, key in meetings[meeting]:
            for row in told.readings[path].participations:
                if (
                    row.meeting == key
                    and row.role != "invoked"
                    and (number := of.get((path, row.person))) is not None
                ):
                    seen[number].add((path, row.person))
        reports = {number: {path for path, _ in mentions} for number, mentions in seen.items()}
        every = frozenset[str]().union(*reports.values())
        some = [number for number, paths in reports.items() if len(paths) < len(every)]
        # a report tells its own people apart: nobody who is in every one is anybody else of the meeting
        for a, b in sorted(alike(some, groups)):
            left, right = groups[a].name, groups[b].name
            if likeness(left, right) in ("syllable", "order"):
                yield a, b, "in two reports of one meeting"
            elif akin(left, right) and (seats := _seats(seen[a], told) & _seats(seen[b], told)):
                yield a, b, f"as {min(seats)} in two reports of one meeting"


def _seats(mentions: Iterable[Mention], told: Mentions) -> set[str]:
    """The seats of a known place that these mentions have."""
    return {
        str(seat)
        for mention in mentions
        for seat in told.facts(mention).seats
        if seat.place and seat.known and not seat.former
    }


def _agreed(
    groups: Sequence[Group], documents: Sequence[frozenset[str]], fits: Fits
) -> list[tuple[int, int, str]]:
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
        like = likeness(groups[minor].name, groups[majors[0]].name)
        words = WORDS[like] if like else akin(groups[minor].name, groups[majors[0]].name)
        found.append((minor, majors[0], f"{fits[minor][majors[0]]}; {words}"))
        unions.join(left, right)
        told[unions.root(left)] = told[left] | told[right]
    return found
