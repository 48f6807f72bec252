"""Printed lists as partial rankings: who stands in one list of a body, in which order, and by what the order goes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from extract.records_meetings import Participation
from graph.attendance import counted_meetings
from graph.listorder import Order, cut

ROLES = frozenset({"chaired", "attended", "observed", "led", "accompanied"})
"""Lists of those who were there. Who spoke and reported is printed in the order of the agenda."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedList:
    """The people (ids) of one printed list, in its order; `order` is by what they stand, `rank` or what is left out of rankings."""

    document: str
    meeting_id: str
    host_id: str
    year: str
    people: tuple[str, ...]
    order: Order


def printed_lists(records: Records) -> tuple[PrintedList, ...]:
    """Gather the lists of two or more people at dated meetings of known hosts, in the order of document and text.

    A list is cut where another order begins (`graph.listorder.cut`); a list that a second report of the meeting prints alike
    counts once, re-published copies not at all. Meetings whose date leaves the year open are in none.
    """
    held = {
        m.id: (m.host_id, bounds[0][:4])
        for m in counted_meetings(records)
        if m.host_id and m.date and (bounds := edtf_bounds(m.date)) and bounds[0][:4] == bounds[1][:4]
    }
    copies = dict(records.duplicate_of)
    names = {person.id: person.name for person in records.people}
    found: dict[tuple[str, tuple[str, ...], Order], PrintedList] = {}
    stated = [
        p
        for p in records.participations
        if p.position
        and p.person_id
        and p.role in ROLES
        and p.meeting_id in held
        and p.document not in copies
    ]
    for own in _runs(sorted(stated, key=lambda p: (p.document, p.meeting_id, p.evidence.start, p.position))):
        at = cut([names[p.person_id] for p in own], " ".join(dict.fromkeys(p.evidence.quote for p in own)))
        for people, order in ((own[: at.ranked], "rank"), (own[at.ranked :], at.rest)):
            if len(people) > 1:
                ids = tuple(p.person_id for p in people)
                host, year = held[own[0].meeting_id]
                listed = PrintedList(
                    document=own[0].document,
                    meeting_id=own[0].meeting_id,
                    host_id=host,
                    year=year,
                    people=ids,
                    order=order,  # type: ignore[arg-type]
                )
                found.setdefault((listed.meeting_id, ids, listed.order), listed)
    return tuple(found.values())


def _runs(stated: Sequence[Participation]) -> Iterator[list[Participation]]:
    """Cut statements into lists: positions count from 1 in each, and nobody stands twice in one."""
    run: list[Participation] = []
    for p in stated:
        if run and (
            (p.document, p.meeting_id) != (run[-1].document, run[-1].meeting_id)
            or p.position <= run[-1].position
        ):
            yield run
            run = []
        if p.person_id not in {other.person_id for other in run}:
            run.append(p)
    if run:
        yield run
