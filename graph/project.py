"""The two-mode incidence of people and meetings, and its one-mode projection on people (co-attendance)."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from contextvars import ContextVar
from dataclasses import dataclass
from itertools import pairwise
from operator import matmul
from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np
from scipy import sparse

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from extract.records_meetings import Meeting
from extract.roles import PRESENT
from graph.attendance import counted_meetings, people_present
from graph.selection import meeting_filter

if TYPE_CHECKING:
    import networkx as nx

Weight = Literal["count", "newman", "jaccard", "cosine", "overlap"]
WEIGHTS: tuple[Weight, ...] = get_args(Weight)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Incidence:
    """Who was at which meeting: `matrix` is people x meetings (0/1, CSR), `people` and `meetings` name its axes, sorted.

    `undated` counts the meetings that a date filter left out because their date does not say on which side they are.
    """

    people: tuple[str, ...]
    meetings: tuple[str, ...]
    matrix: sparse.csr_array
    undated: int = 0

    def present_counts(self) -> dict[str, int]:
        """Meeting -> number of people present."""
        return dict(zip(self.meetings, self.matrix.sum(axis=0).tolist(), strict=True))

    def meeting_counts(self) -> dict[str, int]:
        """Person -> number of meetings attended."""
        return dict(zip(self.people, self.matrix.sum(axis=1).tolist(), strict=True))


def incidence(
    records: Records,
    *,
    since: str | None = None,
    until: str | None = None,
    kinds: Collection[str] | None = None,
    roles: Collection[str] | None = None,
    levels: Collection[str] | None = None,
    places: Collection[str] | None = None,
    hosts: Collection[str] | None = None,
    by: str | None = None,
    named: bool = False,
    min_confidence: float = 0.0,
    partly: Literal["exclude", "include"] = "exclude",
) -> Incidence:
    """Build the incidence of all people present, at meetings that a report states as held.

    Several roles, sentences or reports of one person at one meeting count once. `since` and `until` are EDTF dates
    (2022 means from its first or to its last day): a meeting is in where its whole possible interval is, a meeting of
    several days where one of them is; the others whose date cannot say are counted in `undated`: excluded, or with `partly`
    include in wherever their interval touches, if they have a year. `kinds` and `roles`
    narrow to these kinds of meetings and these roles; `levels`, `places`, `hosts` and `by` as
    `graph.selection.meeting_filter` has them. `named` leaves out who is placed at a meeting by back references ("he") alone, `min_confidence` statements of
    rules with a lower measured precision.

    Raises ValueError for a role that does not mean presence, and for a date that is no EDTF or has no year.
    """
    low, high = _bound(since, 0), _bound(until, 1)
    passes = meeting_filter(records, kinds=kinds, levels=levels, places=places, hosts=hosts, by=by)
    if partly not in ("exclude", "include"):
        raise ValueError(f"partly must be exclude or include, not {partly!r}")
    held = [m for m in counted_meetings(records) if passes(m)]
    sides = {m.id: _inside(m, low, high) for m in held}
    undated = sum(side is None for side in sides.values())
    if partly == "include":
        sides |= {m.id: True for m in held if sides[m.id] is None and m.date and edtf_bounds(m.date)}
    there = people_present(
        records, roles=PRESENT if roles is None else roles, min_confidence=min_confidence, named=named
    )
    present = {meeting: people for meeting, people in there.items() if sides.get(meeting)}
    meetings = tuple(sorted(present))
    people = tuple(sorted({person for members in present.values() for person in members}))
    row = {person: number for number, person in enumerate(people)}
    rows = [row[person] for meeting in meetings for person in present[meeting]]
    columns = [number for number, meeting in enumerate(meetings) for _ in present[meeting]]
    matrix = sparse.csr_array(
        (
            np.ones(len(rows), dtype=np.int64),
            (np.array(rows, dtype=np.int64), np.array(columns, dtype=np.int64)),
        ),
        shape=(len(people), len(meetings)),
    )
    matrix.sort_indices()
    return Incidence(people=people, meetings=meetings, matrix=matrix, undated=undated)


def _bound(value: str | None, side: int) -> str:
    if not value:
        return ""
    bounds = edtf_bounds(value)
    if bounds is None:
        raise ValueError(f"not an EDTF date with a year: {value!r}")
    return bounds[side]


def _inside(meeting: Meeting, low: str, high: str) -> bool | None:
    """Is the meeting between `low` and `high` (ISO days, '' for open)? None where its date cannot say."""
    if not low and not high:
        return True
    bounds = edtf_bounds(meeting.date) if meeting.date else None
    if bounds is None:
        return None
    first, last = bounds
    if (low and last < low) or (high and first > high):
        return False
    whole = (not low or first >= low) and (not high or last <= high)
    return True if whole or "/" in (meeting.date or "") else None


JOIN: ContextVar[Callable[[Any, Any], Any]] = ContextVar("JOIN", default=matmul)
"""How the product behind all ties is computed: here, or row by row on a cluster (`graph.cluster`), with the same sums."""


def co_attendance(
    members: Incidence, weight: Weight = "count", *, scale: Mapping[str, float] | None = None
) -> nx.Graph:
    """Project the incidence on people: a tie where two people attended a meeting together.

    With A the incidence (people x meetings, 0/1), k the numbers of people at the meetings and n the numbers of
    meetings of the people, the weight of the tie of i and j is

    - count: c_ij = (A A^T)_ij, the number of common meetings;
    - newman: (A diag(1/(k-1)) A^T)_ij, each meeting shared out among the others who were there, so that the strength
      of a person is the number of meetings attended in company (Newman 2001);
    - jaccard: c_ij / (n_i + n_j - c_ij), from 0 to 1;
    - cosine: c_ij / sqrt(n_i n_j), from 0 to 1;
    - overlap: c_ij / min(n_i, n_j), from 0 to 1 (Szymkiewicz and Simpson).

    Every edge carries `weight`, `count` (c_ij) and `meetings` (sorted ids). Nodes are all people of the incidence;
    nodes and edges are added in sorted order. The graph's attribute `weight` names the weight.

    `scale` (meeting -> factor) makes meetings count for more or less in the weights count and newman, say by their age
    (`graph.projections.decay`). Raises ValueError for an unknown weight, and for a scale with another weight.

    References: M. E. J. Newman, Scientific collaboration networks. II. Shortest paths, weighted networks, and
    centrality, Physical Review E 64, 016132 (2001). P. Jaccard, Bulletin de la Societe vaudoise des sciences
    naturelles 37, 547 (1901). G. Salton and M. J. McGill, Introduction to Modern Information Retrieval (1983).
    """
    import networkx as nx

    graph = nx.Graph(weight=weight)
    graph.add_nodes_from(members.people)
    first, second, counts = tied_pairs(members)
    weights = tie_weights(members, weight, first, second, counts, scale).tolist()
    names, meetings = members.people, members.meetings
    for i, j, value, count, shared in zip(
        first.tolist(), second.tolist(), weights, counts.tolist(), shared_by_pair(members), strict=True
    ):
        if value:  # 0 where every common meeting is scaled to nothing
            common = tuple([meetings[n] for n in shared])
            graph.add_edge(names[i], names[j], weight=value, count=count, meetings=common)
    return graph


def tied_pairs(members: Incidence) -> tuple[Any, Any, Any]:
    """The tied pairs as three arrays: row numbers, column numbers (greater), numbers of common meetings; sorted."""
    return _upper(members.matrix, np.ones(len(members.meetings), dtype=np.int64))


def _upper(matrix: sparse.csr_array, scale: Any) -> tuple[Any, Any, Any]:
    """The entries of A diag(scale) A^T above the diagonal, by row and column: row numbers, column numbers, values."""
    product = sparse.triu(JOIN.get()(sparse.csr_array(matrix * scale), matrix.T), k=1).tocsr()
    product.sort_indices()
    entries = product.tocoo()
    return entries.row, entries.col, entries.data


def tie_weights(
    members: Incidence,
    weight: Weight,
    first: Any,
    second: Any,
    counts: Any,
    scale: Mapping[str, float] | None = None,
) -> Any:
    """The weights of the pairs that `tied_pairs` found, in their order; see `co_attendance`. Raises ValueError as it does."""
    if weight not in WEIGHTS:
        raise ValueError(f"unknown weight {weight!r}: one of {', '.join(WEIGHTS)}")
    if scale is not None and weight not in ("count", "newman"):
        raise ValueError(f"meetings can be scaled in the weights count and newman, not in {weight}")
    own = members.matrix.sum(axis=1)
    factor = np.array([1.0 if scale is None else scale[meeting] for meeting in members.meetings])
    if weight == "newman":
        sizes = members.matrix.sum(axis=0)
        # a meeting of one person makes no tie: its share is never used, and must not divide by zero
        return _scaled(members.matrix, factor / np.maximum(sizes - 1, 1), first, second)
    if weight == "jaccard":
        return counts / (own[first] + own[second] - counts)
    if weight == "cosine":
        return counts / np.sqrt(own[first] * own[second])
    if weight == "overlap":
        return counts / np.minimum(own[first], own[second])
    return counts if scale is None else _scaled(members.matrix, factor, first, second)


def _scaled(matrix: sparse.csr_array, factor: Any, first: Any, second: Any) -> Any:
    """Entries of A diag(factor) A^T at these pairs, those that a factor of 0 leaves empty included."""
    if (factor > 0).all():
        return _upper(matrix, factor)[2]
    product = (sparse.csr_array(matrix * factor) @ matrix.T).tocsr()
    return np.asarray(product[first, second]).ravel()


def shared_by_pair(members: Incidence) -> list[list[int]]:
    """The common meetings of every tied pair, by their places in `members.meetings`, in the order of the pairs (by row, then column)."""
    by_meeting = members.matrix.tocsc()
    by_meeting.sort_indices()
    sizes = np.diff(by_meeting.indptr)
    pairs, meetings = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.int64)]
    for size in np.unique(sizes[sizes > 1]).tolist():  # meetings of as many people at once
        columns = np.flatnonzero(sizes == size)
        there = by_meeting.indices[by_meeting.indptr[columns][:, None] + np.arange(size)].astype(np.int64)
        one, other = np.triu_indices(size, k=1)
        pairs.append((there[:, one] * len(members.people) + there[:, other]).ravel())
        meetings.append(np.repeat(columns, len(one)))
    pair, meeting = np.concatenate(pairs), np.concatenate(meetings)
    order = np.lexsort((meeting, pair))
    ends = [*(np.flatnonzero(np.diff(pair[order])) + 1).tolist(), len(pair)]
    found = meeting[order].tolist()
    return [found[begin:end] for begin, end in pairwise([0, *ends]) if begin < end]
