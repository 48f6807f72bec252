"""Which mentions of a name are one person: united by evidence, parted and joined by the user's decisions."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from extract.deciding import Mention
from extract.unions import Unions

Pair = tuple[Mention, Mention]


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


def joined(
    groups: Sequence[Sequence[Mention]], same: Sequence[tuple[Mention, Mention, int]], apart: Sequence[Pair]
) -> tuple[list[list[Mention]], list[tuple[int, str]]]:
    """Join groups by the pairs of `same` (each with its line); also return the lines that `apart` rules out, and why."""
    found = [list(group) for group in groups]
    of = {mention: number for number, group in enumerate(found) for mention in group}
    unions = Unions(len(found))
    barred = _barred(apart)
    refused: list[tuple[int, str]] = []
    for a, b, line in sorted(same, key=lambda row: row[2]):
        if a not in of or b not in of:
            refused.append((line, "one of the two has no part in any meeting"))
            continue
        left, right = (
            {m for m in of if unions.root(of[m]) == root} for root in (unions.root(of[a]), unions.root(of[b]))
        )
        if any(other in barred.get(mention, ()) for mention in left for other in right):
            refused.append((line, f"'{a[1]}' and '{b[1]}' would join people who are decided to be two"))
            continue
        unions.join(of[a], of[b])
    return sorted(sorted(m for n in set_ for m in found[n]) for set_ in unions.groups()), refused


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


def _barred(apart: Sequence[Pair]) -> dict[Mention, set[Mention]]:
    barred: dict[Mention, set[Mention]] = {}
    for a, b in apart:
        barred.setdefault(a, set()).add(b)
        barred.setdefault(b, set()).add(a)
    return barred
