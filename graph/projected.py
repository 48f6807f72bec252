"""Who sat with whom in all meetings, as tables and page need it: worked out once in a build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from extract.records import Records
from graph.communities import communities
from graph.memo import shared
from graph.project import Incidence, incidence, shared_by_pair, tied_pairs
from graph.ties import Ties, ties_among


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projected:
    """The incidence of all people present, its projection with Newman weights, and the communities in that.

    `counts` and `meetings` are the number of common meetings of each tie, and these by their places in the incidence.
    """

    members: Incidence
    ties: Ties
    counts: Any
    meetings: list[list[int]]
    communities: dict[str, int]


def projected(records: Records) -> Projected:
    """Work out who sat with whom, or take what this build worked out of the same records. Not to be changed."""
    return shared("projected", records, lambda: _projected(records))


def _projected(records: Records) -> Projected:
    members = incidence(records)
    pairs = tied_pairs(members)
    ties = ties_among(members, "newman", *pairs)
    return Projected(
        members=members,
        ties=ties,
        counts=pairs[2],
        meetings=shared_by_pair(members),
        communities=communities(ties),
    )
