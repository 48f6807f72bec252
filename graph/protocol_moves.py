"""What became of people in the protocol order of a body from one year to the next."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from graph.protocol import Place, ProtocolOrder

What = Literal["rises", "falls", "stays", "new", "gone", "apart"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """What became of somebody between one year of a body and the next that has lists.

    Places are ranks among the people whom both years compare, so that who comes or goes moves nobody. `change` is how many of
    them the person rose; None for new, gone, and `apart` (in both years, but in no common part).
    """

    host_id: str
    person_id: str
    year_before: str
    year: str
    what: What
    place_before: int | None = None
    place: int | None = None
    change: int | None = None


def moves(orders: Sequence[ProtocolOrder]) -> tuple[Move, ...]:
    """Compare each year of a body with the one before, by body, year and place; `orders` as `protocol_orders` gives them."""
    found = []
    for before, after in pairwise(orders):
        if before.host_id == after.host_id:
            found += _moves(before, after)
    return tuple(found)


def _moves(before: ProtocolOrder, after: ProtocolOrder) -> list[Move]:
    old = {p.person_id: p for p in before.places if p.part == 1}
    new = {p.person_id: p for p in after.places if p.part == 1}
    common = old.keys() & new.keys()
    rank_old, rank_new = (_among(own, common) for own in (old, new))
    were, are = ({p.person_id for p in order.places} for order in (before, after))
    found = []
    for person in [*(p.person_id for p in after.places), *sorted(were - are)]:
        ends = (before.host_id, person, before.year, after.year)
        if person in common:
            found.append(_moved(*ends, rank_old[person], rank_new[person]))
        else:
            what: What = "apart" if person in were & are else "new" if person in are else "gone"
            found.append(
                Move(host_id=ends[0], person_id=person, year_before=ends[2], year=ends[3], what=what)
            )
    return found


def _among(places: dict[str, Place], people: Collection[str]) -> dict[str, int]:
    return {person: n for n, person in enumerate(sorted(people, key=lambda key: places[key].place), 1)}


def _moved(host: str, person: str, year_before: str, year: str, old: int, new: int) -> Move:
    return Move(
        host_id=host,
        person_id=person,
        year_before=year_before,
        year=year,
        what="rises" if new < old else "falls" if new > old else "stays",
        place_before=old,
        place=new,
        change=old - new,
    )
