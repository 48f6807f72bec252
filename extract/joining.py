"""Which mentions of a name are one person: united by evidence, parted and joined by the user's decisions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from extract.deciding_record import Mention
from extract.unions import Unions

T = TypeVar("T")
Pair = tuple[Mention, Mention]


@dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """Two mentions that are one person, and why; `line` is that of the decision, 0 where evidence says it."""

    left: Mention
    right: Mention
    reason: str
    line: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """The groups (positions) of each person; the joins that were made; the lines of decisions that others rule out, and why."""

    clusters: tuple[tuple[int, ...], ...]
    made: tuple[Join, ...]
    refused: tuple[tuple[int, str], ...]


def pinned(evidence: Mapping[Mention, frozenset[str]], apart: Sequence[Pair]) -> list[list[Mention]]:
    """Group the mentions of one name by shared evidence; never by the name alone.

    `evidence` has what proves who a mention is: any one shared key unites. The first of each pair in `apart` is split
    off: it goes with the one group that shares evidence with it and holds nobody whom it is not, and stays alone where
    two groups fit.
    """
    mentions = sorted(evidence)
    barred = _barred(apart)
    split = sorted({a for a, b in apart if a in evidence and b in evidence})
    groups = _by_evidence([m for m in mentions if m not in split], evidence)
    for mention in split:
        fits = [
            group
            for group in groups
            if any(evidence[mention] & evidence[other] for other in group)
            and not any(other in barred.get(mention, ()) for other in group)
        ]
        if len(fits) == 1:
            fits[0].append(mention)
            fits[0].sort()
        else:
            groups.append([mention])
    return sorted(groups)


def joined(of: Mapping[Mention, int], size: int, joins: Sequence[Join], apart: Sequence[Pair]) -> Joined:
    """Join groups, decisions first, by line; where `apart` parts two, a decision is refused and evidence is not believed.

    `of` has the group (below `size`) of each mention.
    """
    unions = Unions(size)
    members = {number: [number] for number in range(size)}
    barred = _barred([(of[a], of[b]) for a, b in apart if a in of and b in of])
    refused: list[tuple[int, str]] = []
    made: list[Join] = []
    for join in sorted(joins, key=lambda j: (not j.line, j.line, j.left, j.right)):
        a, b = join.left, join.right
        if a not in of or b not in of:
            refused.append((join.line, "one of the two has no part in any meeting"))
            continue
        left, right = unions.root(of[a]), unions.root(of[b])
        if barred and any(unions.root(other) == right for n in members[left] for other in barred.get(n, ())):
            if join.line:
                refused.append(
                    (join.line, f"'{a[1]}' and '{b[1]}' would join people who are decided to be two")
                )
            continue
        made.append(join)
        if left != right:
            unions.join(left, right)
            less, more = sorted((members.pop(left), members.pop(right)), key=len)
            more += less  # a well known person is joined by many a single mention
            members[unions.root(left)] = more
    return Joined(
        clusters=tuple(tuple(sorted(numbers)) for numbers in members.values()),
        made=tuple(made),
        refused=tuple(refused),
    )


def _by_evidence(
    mentions: Sequence[Mention], evidence: Mapping[Mention, Collection[str]]
) -> list[list[Mention]]:
    unions = Unions(len(mentions))
    first: dict[str, int] = {}
    for number, mention in enumerate(mentions):
        for key in sorted(evidence[mention]):
            if key in first:
                unions.join(first[key], number)
            else:
                first[key] = number
    return [[mentions[n] for n in group] for group in unions.groups()]


def _barred(apart: Sequence[tuple[T, T]]) -> dict[T, set[T]]:
    barred: dict[T, set[T]] = {}
    for a, b in apart:
        barred.setdefault(a, set()).add(b)
        barred.setdefault(b, set()).add(a)
    return barred
