"""Shared seats as evidence of identity, in time: a common name in a seat after more than a term is another person."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import pairwise

from extract.identity_evidence import PersonFacts, is_family
from extract.name_frequency import is_common
from extract.seat import Seat

YEARS_APART = 5 * 366
"""Days between two sightings of a common name in one seat from which on they may be two people: a term of office."""


def seat_keys(key: str, mentions: Mapping[tuple[str, str], PersonFacts]) -> dict[tuple[str, str], set[str]]:
    """The seats that unite mentions of the folded name `key`, as phrases.

    A common name, or a family name alone, in one seat after more than YEARS_APART is another person: its sightings fall into eras, and one
    without a day belongs to none where there are several.
    """
    common = is_common(key, "provincial")
    found: dict[tuple[str, str], set[str]] = {mention: set() for mention in mentions}
    holders: dict[Seat, list[tuple[str, str]]] = {}
    for mention, facts in mentions.items():
        for seat in facts.seats:
            if seat.known and (seat.place or seat.level == "central" or not common):
                now = Seat(seat.title, seat.body, seat.level, seat.place)
                holders.setdefault(now, []).append(mention)
    for seat, held in holders.items():
        eras = _eras([mentions[m].day for m in held]) if common or is_family(key) else [0] * len(held)
        for mention, era in zip(held, eras, strict=True):
            if era is not None:
                found[mention].add(f"post {seat}" + (f", term {era + 1}" if era else ""))
    return found


def _eras(days: Sequence[str]) -> list[int | None]:
    """Number the days by eras with a long gap between them; '' is in the only era, or in none."""
    known = sorted({day for day in days if day})
    era = dict.fromkeys(known[:1], 0)
    for before, day in pairwise(known):
        apart = (date.fromisoformat(day) - date.fromisoformat(before)).days
        era[day] = era[before] + (apart > YEARS_APART)
    several = len(set(era.values())) > 1
    return [era[day] if day else None if several else 0 for day in days]
