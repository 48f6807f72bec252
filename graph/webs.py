"""What the two drawings show, as arrays: edges by the numbers of their ends, and the meetings that they stand for.

Nodes are numbered people first, then meetings, then bodies (`Past`); a Python object for each of them in each stage of a drawing
took as long as placing them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray

Ints = NDArray[np.int64]
Rows = Sequence[Sequence[Any]]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Past:
    """What makes a drawing stable: the rank of each meeting, the oldest 0, `communities(n)`, person -> community in the n oldest meetings,
    and `marks(n)`, a hash of the n oldest meetings, their people and hosts.

    Of each node, by number: its name on the page ("p12"), its lasting id ("p:cai-qi"), and the place of that among all ids, sorted.
    The numbers of meetings and bodies begin at `first_meeting` and `first_body`.
    """

    names: Sequence[str]
    ids: Sequence[str]
    places: Ints
    first_meeting: int
    first_body: int
    ranks: Ints
    communities: Callable[[int], Mapping[int, int]]
    marks: Callable[[int], str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Web:
    """Edges by the numbers of their ends; `rank[k]` is the rank of one of the meetings that `edge[k]` stands for."""

    first: Ints
    second: Ints
    edge: Ints
    rank: Ints

    def worth(self, until: int) -> Ints:
        """For how many of the `until` oldest meetings each edge stands."""
        return np.bincount(self.edge[self.rank < until], minlength=len(self.first))

    def values(self, worth: Ints, count: int) -> Ints:
        """The sum of what its edges are worth, for each of `count` nodes."""
        ends = np.concatenate([self.first, self.second])
        return np.bincount(ends, np.concatenate([worth, worth]), count).astype(np.int64)

    def meetings(self) -> int:
        """How many of the oldest meetings it takes for every edge to be there."""
        oldest = np.full(len(self.first), np.iinfo(np.int64).max)
        np.minimum.at(oldest, self.edge, self.rank)
        return int(oldest.max(initial=-1)) + 1


def affiliation_web(seats: Rows, hosts: Rows, past: Past) -> tuple[Web, Ints]:
    """Who was where, and whose meeting it was: `seats` are (person, meeting ...), `hosts` (meeting, body); and the edge of each seat."""
    people, rooms, count = _column(seats, 0), _column(seats, 1), len(past.ids)
    both, seat = np.unique(people * count + rooms, return_inverse=True)
    met, hosted = both % count, _column(hosts, 0)
    web = Web(
        first=np.concatenate([both // count, hosted + past.first_meeting]),
        second=np.concatenate([met + past.first_meeting, _column(hosts, 1) + past.first_body]),
        edge=np.arange(len(both) + len(hosted)),
        rank=past.ranks[np.concatenate([met, hosted])],
    )
    return web, seat


def company_web(ties: Rows, past: Past) -> Web:
    """Who sat with whom: `ties` are (person, person, common meetings, weight, meetings, ...)."""
    many = np.fromiter((len(tie[4]) for tie in ties), dtype=np.int64, count=len(ties))
    shared = np.fromiter(chain.from_iterable(tie[4] for tie in ties), dtype=np.int64)
    return Web(
        first=_column(ties, 0),
        second=_column(ties, 1),
        edge=np.repeat(np.arange(len(ties)), many),
        rank=past.ranks[shared],
    )


def _column(rows: Rows, number: int) -> Ints:
    return np.fromiter((row[number] for row in rows), dtype=np.int64, count=len(rows))


def spread(web: Web, until: int, past: Past) -> dict[int, int]:
    """Node -> community in the `until` oldest meetings of a web of affiliation, as the page has them.

    A meeting has that of most of its people, a body that of most people at its meetings.
    """
    known = past.communities(until)
    community = np.full(len(past.ids), -1)
    community[list(known)] = list(known.values())
    to_body = web.second >= past.first_body
    host_of = np.full(len(past.ids), -1)
    host_of[web.first[to_body]] = web.second[to_body]
    seats = np.flatnonzero((web.rank < until) & ~to_body & (community[web.first] >= 0))
    groups, rooms = community[web.first[seats]], web.second[seats]
    hosts = host_of[rooms]
    told = np.concatenate([rooms, hosts[hosts >= 0]])
    size = int(community.max(initial=0)) + 1
    votes, many = np.unique(told * size + np.concatenate([groups, groups[hosts >= 0]]), return_counts=True)
    votes = votes[np.lexsort((votes % size, -many, votes // size))]
    best = votes[np.diff(votes // size, prepend=-1) > 0]
    return {**known, **dict(zip((best // size).tolist(), (best % size).tolist(), strict=True))}
