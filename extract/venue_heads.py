"""The nouns with which the name of a venue ends or begins, as `rules/venues.csv` has them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extract.vocabulary import rows

FIRST_RANK = 1  # of a venue where nobody works


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueHead:
    """The last word or words of a venue, or the first (`leads`: Palais Dubois); `alone`: they need no other; `rank` 2: people work there too, and a room goes before it."""

    words: tuple[str, ...]
    leads: bool
    alone: bool
    rank: int


def head_of(folded: list[str]) -> VenueHead | None:
    """The head in which these words end, the longest."""
    ending = _ending()
    return next(
        (ending[end] for size in range(_longest(), 0, -1) if (end := tuple(folded[-size:])) in ending), None
    )


@cache
def _ending() -> dict[tuple[str, ...], VenueHead]:
    """The heads with which a venue ends, by their words; of two rows the first."""
    return {head.words: head for head in reversed(heads()) if not head.leads}


@cache
def _longest() -> int:
    return max(map(len, _ending()))


@cache
def leading() -> frozenset[tuple[str, ...]]:
    """The heads with which a venue begins."""
    return frozenset(head.words for head in heads() if head.leads)


@cache
def heads() -> tuple[VenueHead, ...]:
    """The heads, long ones first."""
    found = [
        VenueHead(
            words=tuple(row["head"].split()),
            leads=row["where"] == "first",
            alone=row["alone"] == "yes",
            rank=int(row["rank"]),
        )
        for row in rows("venues.csv")
    ]
    return tuple(sorted(found, key=lambda head: (-len(head.words), head.words)))
