"""The other projections: bodies tied by the officials they share, meetings tied by the people they share; decay."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from typing import TYPE_CHECKING

import numpy as np
from scipy import sparse

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from graph.project import Incidence, Weight, co_attendance, incidence

if TYPE_CHECKING:
    import networkx as nx


def meeting_network(members: Incidence, weight: Weight = "count") -> nx.Graph:
    """Tie meetings that the same people attended: the projection of the other side, A^T A.

    Weights as in `co_attendance` with people and meetings exchanged. Edges carry `people` (sorted ids) and `count`.
    """
    turned = Incidence(
        people=members.meetings, meetings=members.people, matrix=sparse.csr_array(members.matrix.T.tocsr())
    )
    return _renamed(co_attendance(turned, weight))


def body_incidence(records: Records, documents: Collection[str] | None = None) -> Incidence:
    """Who is stated to hold a post in which body: `people` are bodies and `meetings` are people, to project on bodies.

    `documents` narrows to what these reports state.
    """
    body_of = {post.id: post.organization_id for post in records.posts if post.organization_id}
    held = {
        (body_of[h.post_id], h.person_id)
        for h in records.holdings
        if h.post_id in body_of and (documents is None or h.document in documents)
    }
    bodies = sorted({body for body, _ in held})
    people = sorted({person for _, person in held})
    row = {body: number for number, body in enumerate(bodies)}
    column = {person: number for number, person in enumerate(people)}
    pairs = sorted((row[body], column[person]) for body, person in held)
    matrix = sparse.csr_array(
        (np.ones(len(pairs), dtype=np.int64), ([a for a, _ in pairs], [b for _, b in pairs])),
        shape=(len(bodies), len(people)),
    )
    matrix.sort_indices()
    return Incidence(people=tuple(bodies), meetings=tuple(people), matrix=matrix)


def body_network(records: Records, weight: Weight = "count", within: Incidence | None = None) -> nx.Graph:
    """Tie bodies in which the same person holds a post (interlocks).

    Edges carry `people` (sorted ids), `count`, and `meetings`: person -> the meetings at which that person was present,
    where the tie was alive. Posts may have been held one after the other: look at the dates of the holdings. `within`
    narrows to posts that reports of its meetings state, and to these meetings.
    """
    members = within or incidence(records)
    documents = None if within is None else _reports_of(records, within)
    graph = _renamed(co_attendance(body_incidence(records, documents), weight))
    attended: dict[str, set[str]] = defaultdict(set)
    entries = members.matrix.tocoo()
    for row, column in zip(entries.row.tolist(), entries.col.tolist(), strict=True):
        attended[members.people[row]].add(members.meetings[column])
    labels = {o.id: f"{o.name} ({o.place})" if o.place else o.name for o in records.organizations}
    for node, data in graph.nodes(data=True):
        data["label"] = labels.get(node, node)
    for _, _, data in graph.edges(data=True):
        data["meetings"] = {person: tuple(sorted(attended[person])) for person in data["people"]}
    return graph


def _reports_of(records: Records, members: Incidence) -> set[str]:
    there = set(members.meetings)
    return {document for meeting in records.meetings if meeting.id in there for document in meeting.documents}


def main_bodies(records: Records) -> dict[str, str]:
    """Person id -> the body of the post that the person is most often stated to hold; of equal ones the first by id."""
    body_of = {post.id: post.organization_id for post in records.posts if post.organization_id}
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for h in records.holdings:
        if h.post_id in body_of:
            counts[h.person_id][body_of[h.post_id]] += 1
    return {person: min(own, key=lambda body: (-own[body], body)) for person, own in sorted(counts.items())}


def colleagues(records: Records, weight: Weight = "newman") -> nx.Graph:
    """Tie people who are stated to hold posts in the same body; edges carry `bodies` (sorted ids) and `count`.

    A tie says that both belong to it, at whatever time: not that they met. Weights as in `co_attendance`, a body for a meeting.
    """
    bodies = body_incidence(records)
    turned = Incidence(
        people=bodies.meetings, meetings=bodies.people, matrix=sparse.csr_array(bodies.matrix.T.tocsr())
    )
    return _renamed(co_attendance(turned, weight), "bodies")


def decay(records: Records, members: Incidence, *, half_life: float, at: str) -> dict[str, float]:
    """Weigh each meeting by its age on day `at` (EDTF): 2^(-days / half_life), half_life in days.

    For the argument `scale` of `co_attendance`. The age is to the middle of the interval that the date can mean; meetings
    after `at` and without a year weigh 0. Raises ValueError for a half-life that is not positive, or a bad `at`.
    """
    bounds = edtf_bounds(at)
    if bounds is None:
        raise ValueError(f"not an EDTF date with a year: {at!r}")
    if not half_life > 0:
        raise ValueError(f"half_life must be above 0, not {half_life}")
    end = date.fromisoformat(bounds[1]).toordinal()
    dates = {m.id: edtf_bounds(m.date) if m.date else None for m in records.meetings}
    return {meeting: _decayed(dates.get(meeting), end, half_life) for meeting in members.meetings}


def last_day(records: Records, members: Incidence) -> str:
    """The last day on which one of these meetings can have been. Raises ValueError where none has a date with a year."""
    there = set(members.meetings)
    bounds = [edtf_bounds(m.date) for m in records.meetings if m.id in there and m.date]
    days = [last for _, last in filter(None, bounds)]
    if not days:
        raise ValueError("no meeting has a date with a year: say at which day (at=)")
    return max(days)


def _decayed(bounds: tuple[str, str] | None, end: int, half_life: float) -> float:
    if bounds is None:
        return 0.0
    first, last = (date.fromisoformat(day).toordinal() for day in bounds)
    age = end - (first + last) / 2
    return 2.0 ** (-age / half_life) if age >= 0 else 0.0


def _renamed(graph: nx.Graph, name: str = "people") -> nx.Graph:
    shared: Mapping[tuple[str, str], tuple[str, ...]] = {
        (a, b): d.pop("meetings") for a, b, d in graph.edges(data=True)
    }
    for (a, b), ids in shared.items():
        graph.edges[a, b][name] = ids
    return graph
