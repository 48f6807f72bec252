"""Which meetings of a corpus are one gathering: pairs that compare as the same, joined where nothing is left to guess."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from extract.comparison import Comparison
from extract.meeting_compare import compare_meetings
from extract.meeting_facts import MeetingFacts, OwnMeeting
from extract.unions import Unions

Pair = tuple[int, int]
SHARED = 2
"""People that two reports of one day must share before they are compared at all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingGroups:
    """Groups of positions, sorted; `doubtful` are the pairs that were not joined and may be one, with the comparison; `refused`
    are `known` pairs that others rule out."""

    groups: tuple[tuple[int, ...], ...]
    doubtful: tuple[tuple[int, int, Comparison], ...]
    refused: tuple[Pair, ...] = ()


def group_meetings(
    paths: Sequence[str],
    own: Sequence[OwnMeeting],
    facts_of: Callable[[int], MeetingFacts],
    known: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
) -> MeetingGroups:
    """Group the meetings at their positions in `own`; `known` pairs are one whatever they look like, pairs `apart` never.

    `paths` are those of their reports; `facts_of` gathers the rest of what is compared, where two are compared.

    A meeting that fits two meetings of one other report joins neither, and no group holds two meetings that compare as
    different.
    """

    def compare(a: int, b: int) -> Comparison:
        return compare_meetings(facts_of(a), facts_of(b))

    def fit(left: set[int], right: set[int]) -> bool:
        return all(compare(a, b).outcome != "different" for a in left for b in right)

    compared = {pair: compare(*pair) for pair in _candidates(paths, own)}
    same = [pair for pair, outcome in compared.items() if outcome.outcome == "same"]
    fits: Counter[tuple[int, str]] = Counter()
    for a, b in same:
        fits[a, paths[b]] += 1
        fits[b, paths[a]] += 1
    clear = [(a, b) for a, b in same if fits[a, paths[b]] == fits[b, paths[a]] == 1]
    unions = Unions(len(own))
    members = {n: {n} for n in range(len(own))}
    barred = {frozenset(pair) for pair in apart}
    refused = []
    for a, b in [
        *known,
        *sorted(clear, key=lambda p: (-len(facts_of(p[0]).people & facts_of(p[1]).people), p)),
    ]:
        left, right = unions.root(a), unions.root(b)
        if left == right:
            continue
        if any(frozenset((x, y)) in barred for x in members[left] for y in members[right]):
            refused += [(a, b)] if (a, b) in known else []
            continue
        if (a, b) not in known and not fit(members[left], members[right]):
            continue
        unions.join(left, right)
        members[unions.root(a)] = members.pop(left) | members.pop(right)
    doubtful = [
        (a, b, outcome)
        for (a, b), outcome in sorted(compared.items())
        if outcome.outcome != "different" and unions.root(a) != unions.root(b)
        if frozenset((a, b)) not in barred
    ]
    return MeetingGroups(
        groups=tuple(map(tuple, unions.groups())), doubtful=tuple(doubtful), refused=tuple(refused)
    )


def _candidates(paths: Sequence[str], own: Sequence[OwnMeeting]) -> list[Pair]:
    """Pairs worth comparing: those of one day that share people or the host, and those of one host and number."""
    blocks: dict[tuple[str, str], list[int]] = defaultdict(list)
    of_day: dict[str, list[int]] = defaultdict(list)
    for number, meeting in enumerate(own):
        for host in (meeting.host, meeting.named):
            if host and meeting.number:
                blocks[host, str(meeting.number)].append(number)
            if host and meeting.day:
                blocks[host, meeting.day].append(number)
        if meeting.day and meeting.people:
            of_day[meeting.day].append(number)
    found = {pair for members in blocks.values() if len(members) > 1 for pair in combinations(members, 2)}
    for members in of_day.values():
        found.update(_sharing(members, own) if len(members) > 1 else ())
    return sorted((a, b) for a, b in found if paths[a] != paths[b])


def _sharing(numbers: Sequence[int], own: Sequence[OwnMeeting]) -> Iterator[Pair]:
    """Pairs of the meetings of a day that share people."""
    there: dict[str, list[int]] = defaultdict(list)
    for number in numbers:
        for person in own[number].people:
            there[person].append(number)
    shared = Counter(
        pair for members in there.values() if len(members) > 1 for pair in combinations(members, 2)
    )
    return (pair for pair, count in shared.items() if count >= SHARED)
