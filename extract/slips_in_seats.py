"""Spellings that a seat proves to be one official, seat by seat; taken from the last resolution where its holders are the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from msgspec import Struct

from extract.deciding_record import Mention
from extract.identity_groups import Group
from extract.remembered import Kept, Marks, by_pieces, mark
from extract.slips_in_turns import in_turns
from extract.slips_never_together import never_together
from extract.slips_seats import held_seats, holders_of

Proof = tuple[Mention, Mention, str]
"""The first mentions of two groups, and what says that they are one person."""


class Proven(Struct, frozen=True, array_like=True, kw_only=True):
    """What some seats prove: by spellings in turns, and by spellings that are never together."""

    turns: tuple[Proof, ...]
    never_together: tuple[Proof, ...]


def in_seats(
    groups: Sequence[Group], of: Mapping[Mention, int], marks: Marks, kept: Kept | None
) -> Iterator[tuple[int, int, str]]:
    """Pairs of groups, first those in turns; `of` has the group of each mention, `marks` say what the groups of a name depend on."""
    held = held_seats(groups)

    def make(seats: Sequence[str]) -> Proven:
        holders = [found for seat in seats if (found := holders_of(*held[seat], groups)).pairs]
        return Proven(
            turns=tuple(_named(in_turns(groups, holders), groups)),
            never_together=tuple(_named(never_together(groups, holders), groups)),
        )

    own = {
        seat: mark((seat,), *[marks[groups[number].name] for number in mentions])
        for seat, (_, mentions) in (held.items() if kept else ())
    }
    found = list(by_pieces("seats", sorted(held), own, Proven, make, kept))
    for proofs in (*(proven.turns for proven in found), *(proven.never_together for proven in found)):
        for left, right, why in proofs:
            yield of[left], of[right], why


def _named(pairs: Iterable[tuple[int, int, str]], groups: Sequence[Group]) -> Iterator[Proof]:
    return ((groups[a].first, groups[b].first, why) for a, b, why in pairs)
