"""The two-mode incidence of people and meetings, and its one-mode projection on people (co-attendance)."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np
from scipy import sparse

from extract.dates import edtf_bounds
from extract.records import PRESENT, Records

if TYPE_CHECKING:
    import networkx as nx

Weight = Literal["count", "newman", "jaccard", "cosine"]
WEIGHTS: tuple[Weight, ...] = ("count", "newman", "jaccard", "cosine")


@dataclass(frozen=True, slots=True, kw_only=True)
class Incidence:
    """Who was at which meeting: `matrix` is people x meetings (0/1), `people` and `meetings` name its axes, sorted.

    `undated` counts the meetings that a date filter left out because their date is not known well enough.
    """

    people: tuple[str, ...]
    meetings: tuple[str, ...]
    matrix: sparse.csr_array
    undated: int = 0

    def present_counts(self) -> dict[str, int]:
        """Meeting -> number of people present."""
        return {
            m: int(n) for m, n in zip(self.meetings, np.asarray(self.matrix.sum(axis=0)).ravel(), strict=True)
        }

    def meeting_counts(self) -> dict[str, int]:
        """Person -> number of meetings attended."""
        return {
            p: int(n) for p, n in zip(self.people, np.asarray(self.matrix.sum(axis=1)).ravel(), strict=True)
        }


def incidence(
    records: Records,
    *,
    since: str | None = None,
    until: str | None = None,
    kinds: Collection[str] | None = None,
    roles: Collection[str] | None = None,
) -> Incidence:
    """Build the incidence of all people present.

    Only participations in a present role of a reported (not cited) meeting count; several roles or reports of one
    meeting count once. `since` and `until` are EDTF dates: a meeting is in where its whole possible interval is.
    `kinds` and `roles` narrow to these kinds of meetings and roles. Raises ValueError for an unknown role or a
    date that is no EDTF with a year.
    """
    wanted = frozenset(PRESENT if roles is None else roles)
    if wanted - PRESENT:
        raise ValueError(f"not a role of somebody present: {sorted(wanted - PRESENT)}")
    low, high = _bound(since, 0), _bound(until, 1)
    chosen: set[str] = set()
    undated = 0
    for meeting in records.meetings:
        if meeting.cited or (kinds is not None and meeting.kind not in kinds):
            continue
        if low or high:
            bounds = edtf_bounds(meeting.date) if meeting.date else None
            if bounds is None:
                undated += 1
                continue
            if (low and bounds[0] < low) or (high and bounds[1] > high):
                continue
        chosen.add(meeting.id)
    pairs = sorted(
        {
            (p.person_id, p.meeting_id)
            for p in records.participations
            if p.person_id and p.role in wanted and p.meeting_id in chosen
        }
    )
    people = tuple(sorted({person for person, _ in pairs}))
    meetings = tuple(sorted({meeting for _, meeting in pairs}))
    row = {person: number for number, person in enumerate(people)}
    column = {meeting: number for number, meeting in enumerate(meetings)}
    matrix = sparse.csr_array(
        (
            np.ones(len(pairs), dtype=np.int64),
            (
                np.array([row[person] for person, _ in pairs], dtype=np.int64),
                np.array([column[meeting] for _, meeting in pairs], dtype=np.int64),
            ),
        ),
        shape=(len(people), len(meetings)),
    )
    return Incidence(people=people, meetings=meetings, matrix=matrix, undated=undated)


def _bound(value: str | None, side: int) -> str | None:
    if not value:
        return None
    bounds = edtf_bounds(value)
    if bounds is None:
        raise ValueError(f"not an EDTF date with a year: {value!r}")
    return bounds[side]


def co_attendance(members: Incidence, weight: Weight = "count") -> nx.Graph:
    """Project the incidence on people: a tie where two people attended a meeting together.

    With A the incidence (people x meetings) and k the meeting sizes, `weight` is
    count: (A A^T)_ij, the number of common meetings;
    newman: (A diag(1/(k-1)) A^T)_ij, each meeting's weight shared among the others present (Newman 2001);
    jaccard: common / (n_i + n_j - common), n the meetings of each;
    cosine: common / sqrt(n_i n_j).
    Every edge carries `weight`, `count` and `meetings` (sorted ids). Nodes and edges are added in sorted order.

    Raises ValueError for an unknown weight.

    References: M. E. J. Newman, Scientific collaboration networks II, Physical Review E 64, 016132 (2001).
    """
    import networkx as nx

    if weight not in WEIGHTS:
        raise ValueError(f"unknown weight {weight!r}: one of {', '.join(WEIGHTS)}")
    graph = nx.Graph(weight=weight)
    graph.add_nodes_from(members.people)
    if not members.people:
        return graph
    a = members.matrix.astype(np.float64)
    sizes = np.asarray(a.sum(axis=0)).ravel()
    own = np.asarray(a.sum(axis=1)).ravel()
    shares = np.divide(1.0, sizes - 1, out=np.zeros_like(sizes), where=sizes > 1)
    counts = sparse.triu(sparse.coo_array(a @ a.T), k=1).tocsr()
    newman = sparse.csr_array((a * shares) @ a.T) if weight == "newman" else None
    counts.sort_indices()
    indptr, indices, data = counts.indptr, counts.indices, counts.data
    meetings_of = [
        frozenset(members.matrix.indices[members.matrix.indptr[n] : members.matrix.indptr[n + 1]])
        for n in range(len(members.people))
    ]
    for i in range(len(members.people)):
        for j, common in zip(
            indices[indptr[i] : indptr[i + 1]], data[indptr[i] : indptr[i + 1]], strict=True
        ):
            if weight == "newman":
                assert newman is not None
                value = float(newman[i, j])
            elif weight == "jaccard":
                value = float(common / (own[i] + own[j] - common))
            elif weight == "cosine":
                value = float(common / np.sqrt(own[i] * own[j]))
            else:
                value = int(common)
            shared = tuple(members.meetings[m] for m in sorted(meetings_of[i] & meetings_of[j]))
            graph.add_edge(
                members.people[i], members.people[j], weight=value, count=int(common), meetings=shared
            )
    return graph
