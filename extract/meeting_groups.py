"""Which meetings of a corpus are one gathering: pairs that compare as the same, joined where nothing is left to guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass

from extract.comparison import Comparison
from extract.meeting_pairs import Pair
from extract.unions import Unions


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingGroups:
    """Groups of positions, sorted; `doubtful` are the pairs that were not joined and may be one, with the comparison; `refused`
    are `known` pairs that others rule out."""

    groups: tuple[tuple[int, ...], ...]
    doubtful: tuple[tuple[int, int, Comparison], ...]
    refused: tuple[Pair, ...] = ()


def group_meetings(
    paths: Sequence[str],
    people: Sequence[Collection[str]],
    compared: Mapping[Pair, Comparison],
    compare: Callable[[int, int], Comparison],
    known: Sequence[Pair] = (),
    apart: Sequence[Pair] = (),
) -> MeetingGroups:
    """Group meetings by their positions; `known` pairs are one whatever they look like, pairs `apart` never.

    `paths` are those of their reports, `people` who was there; `compared` has the pairs that are worth it, any other is compared where a
    group asks for it.

    A meeting that fits two meetings of one other report joins neither, and no group holds two meetings that compare as
    different.
    """

    def fit(left: set[int], right: set[int]) -> bool:
        return all(
            (compared.get((a, b)) or compare(a, b)).outcome != "different" for a in left for b in right
        )

    def shared(pair: Pair) -> int:
        return len({*people[pair[0]]} & {*people[pair[1]]})

    same = [pair for pair, outcome in compared.items() if outcome.outcome == "same"]
    fits: Counter[tuple[int, str]] = Counter()
    for a, b in same:
        fits[a, paths[b]] += 1
        fits[b, paths[a]] += 1
    clear = [(a, b) for a, b in same if fits[a, paths[b]] == fits[b, paths[a]] == 1]
    unions = Unions(len(paths))
    members = {n: {n} for n in range(len(paths))}
    barred = {frozenset(pair) for pair in apart}
    refused = []
    for a, b in [
        *known,
        *sorted(clear, key=lambda pair: (-shared(pair), pair)),
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
