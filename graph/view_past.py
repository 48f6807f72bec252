"""What of the drawings and communities stays as the meetings grow: see `graph.memo` and `graph.drawn`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from functools import cache
from hashlib import sha256

import numpy as np
from scipy.sparse import csr_array

from extract.dates_edtf import edtf_bounds
from extract.records_meetings import Meeting
from graph.communities import communities
from graph.layout import stages
from graph.memo import keep, kept
from graph.project import Incidence
from graph.projected import Projected
from graph.ties import Ties, ties_of
from graph.webs import Past


def past_of(
    person_at: dict[str, int],
    meeting_at: dict[str, int],
    body_at: dict[str, int],
    meetings: tuple[Meeting, ...],
    company: Projected,
) -> Past:
    """Lasting names of the nodes, the ranks of the meetings by first possible day (those without a year last), past communities."""
    kinds = (("p", person_at), ("m", meeting_at), ("b", body_at))
    ids = [f"{kind}:{key}" for kind, at in kinds for key in sorted(at, key=at.__getitem__)]
    places = np.empty(len(ids), dtype=np.int64)
    places[sorted(range(len(ids)), key=ids.__getitem__)] = np.arange(len(ids))
    days = [(edtf_bounds(m.date) if m.date else None) or ("~", "~") for m in meetings]
    order = sorted(range(len(meetings)), key=lambda n: (days[n][0], meetings[n].id))
    ranks = np.empty(len(meetings), dtype=np.int64)
    ranks[order] = np.arange(len(meetings))
    members = company.members
    marks = _marks([meetings[number] for number in order], members)
    newest = max((int(ranks[meeting_at[meeting]]) for meeting in members.meetings), default=-1)
    keep("communities", [marks(until) for until in stages(len(order))])

    @cache
    def communities_of(oldest: int) -> dict[int, int]:
        def found() -> dict[str, int]:
            return communities_among(members, {meetings[number].id for number in order[:oldest]})

        if oldest > newest:  # all of them
            known = of_company(company.communities, company.ties)
        else:
            known = kept("communities", marks(oldest), dict[str, int], found)
        return {person_at[person]: group for person, group in known.items()}

    return Past(
        names=[f"{kind}{number}" for kind, at in kinds for number in range(len(at))],
        ids=ids,
        places=places,
        first_meeting=len(person_at),
        first_body=len(person_at) + len(meeting_at),
        ranks=ranks,
        communities=communities_of,
        marks=marks,
    )


def communities_among(members: Incidence, meetings: Collection[str]) -> dict[str, int]:
    """Person -> community in these meetings."""
    columns = [number for number, key in enumerate(members.meetings) if key in meetings]
    part = replace(
        members,
        meetings=tuple(members.meetings[n] for n in columns),
        matrix=csr_array(members.matrix.tocsc()[:, columns]),
    )
    ties = ties_of(part, "newman")
    return of_company(communities(ties), ties)


def of_company(groups: Mapping[str, int], ties: Ties) -> dict[str, int]:
    """Leave out who has met nobody: of no community, not of one of his own."""
    met = {ties.nodes[number] for number in np.flatnonzero(ties.degrees())}
    return {person: group for person, group in groups.items() if person in met}


def _marks(ordered: Sequence[Meeting], members: Incidence) -> Callable[[int], str]:
    """What hashes the n oldest meetings, their people and their hosts."""
    by_meeting = members.matrix.tocsc()
    by_meeting.sort_indices()
    rows, ends = by_meeting.indices.tolist(), by_meeting.indptr.tolist()
    there = {meeting: rows[ends[n] : ends[n + 1]] for n, meeting in enumerate(members.meetings)}
    told = [
        "\0".join([m.id, m.host_id, *(members.people[row] for row in there.get(m.id, ())), "\n"])
        for m in ordered
    ]
    return cache(lambda n: sha256("".join(told[:n]).encode("utf-8", "surrogatepass")).hexdigest())
