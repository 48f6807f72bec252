"""Numbered sittings of one body in order, and cited meetings linked to the reports of them: where only one fits."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extract.identity_ids import slug
from extract.meeting_facts import OwnMeeting

A_YEAR = timedelta(days=400)
"""Time in which the sitting before is looked for where numbers begin anew each year, with some slack."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """By meeting id: the series that it belongs to, the sitting before it, and (cited ones) the meeting that it is."""

    series: Mapping[str, str]
    previous: Mapping[str, str]
    reported_as: Mapping[str, str]


def link_series(meetings: Mapping[str, Sequence[OwnMeeting]], cited: Mapping[str, OwnMeeting]) -> Links:
    """Link `meetings` (id -> what its reports state) and `cited` ones (id -> what the reference states)."""
    numbered: dict[tuple[str, tuple[int, ...]], dict[int, list[str]]] = defaultdict(lambda: defaultdict(list))
    first: dict[str, OwnMeeting] = {}
    for meeting_id, stated in meetings.items():
        known = [fact for fact in stated if fact.number and fact.known]
        if known and len({fact.number for fact in known}) == 1:
            first[meeting_id] = known[0]
            numbered[known[0].host, known[0].term][known[0].number].append(meeting_id)
    days = {
        meeting_id: next((fact.day for fact in meetings[meeting_id] if fact.day), "") for meeting_id in first
    }
    series: dict[str, str] = {}
    previous: dict[str, str] = {}
    for meeting_id, fact in first.items():
        series[meeting_id] = slug(fact.sort, fact.host, " ".join(map(str, fact.term)))
        before = [
            other
            for other in numbered[fact.host, fact.term].get(fact.number - 1, ())
            if first[other].sort == fact.sort and _before(days[other], days[meeting_id])
        ]
        if len(before) == 1:
            previous[meeting_id] = before[0]
    reported_as: dict[str, str] = {}
    for meeting_id, fact in cited.items():
        fits = numbered.get((fact.host, fact.term), {}).get(fact.number, []) if fact.known else []
        exact = [other for other in fits if first[other].sort == fact.sort] or fits
        if fact.number and len(exact) == 1:
            reported_as[meeting_id] = exact[0]
    return Links(series=series, previous=previous, reported_as=reported_as)


def _before(day: str, later: str) -> bool:
    """Whether a sitting can be the one before: within a year where both days are known."""
    if not (day and later):
        return True
    return timedelta(0) <= date.fromisoformat(later) - date.fromisoformat(day) <= A_YEAR
