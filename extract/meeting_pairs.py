"""Which meetings of two reports are worth comparing, and what the comparisons come to; taken from the last resolution where both are the same."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from extract.comparison import Comparison
from extract.meeting_facts import OwnMeeting
from extract.remembered import Kept, by_pieces, mark

Pair = tuple[int, int]
SHARED = 2
"""People that two reports of one day must share before they are compared at all."""


def worth_comparing(paths: Sequence[str], own: Sequence[OwnMeeting]) -> list[Pair]:
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


def compared(
    pairs: Sequence[Pair],
    paths: Sequence[str],
    mark_of: Callable[[int], bytes],
    compare: Callable[[int, int], Comparison],
    kept: Kept | None,
) -> Mapping[Pair, Comparison]:
    """Compare sorted pairs of meetings; `paths` are those of their reports, `mark_of` hashes all that is compared of one.

    They are kept by pieces of the reports of the first ones.
    """
    of_report: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        of_report[paths[pair[0]]].append(pair)

    def make(part: Sequence[str]) -> tuple[Comparison, ...]:
        return tuple(compare(*pair) for path in part for pair in of_report[path])

    marks = {
        path: mark((path,), *[mark_of(number) for pair in own for number in pair])
        for path, own in (of_report.items() if kept else ())
    }
    pieces = by_pieces("pairs", sorted(of_report), marks, tuple[Comparison, ...], make, kept)
    return dict(zip(pairs, (outcome for piece in pieces for outcome in piece), strict=True))
