"""Who was at earlier meetings of a body and is named at none of its latest: absence from reports, not from office."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from extract.records_meetings import Meeting
from graph.attendance import attendance, counted_meetings

WINDOW = 10
RECENT = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """Somebody who is named at none of the latest meetings of a body.

    `listed` of `window` meetings up to the one at which the person was last seen (`last_seen`, EDTF; `last_meeting`, id); `absent`
    meetings since, the first on `since`; `excused` counts those of them whose reports say that the person was absent.
    `chance` is (1 - listed/window)^absent: how likely so long a row of absences is for somebody who comes as often as before, if
    one meeting does not depend on another. 0 for somebody who was at all of them.
    """

    host_id: str
    person_id: str
    listed: int
    window: int
    last_seen: str
    last_meeting: str
    absent: int
    since: str
    excused: int
    chance: float

    def __str__(self) -> str:
        said = f"listed in {self.listed} of {self.window}, absent from the last {self.absent}, since {self.since}"
        return f"{said} (excused {self.excused} times)" if self.excused else said


def gaps(
    records: Records, *, hosts: Collection[str] | None = None, recent: int = RECENT, window: int = WINDOW
) -> tuple[Gap, ...]:
    """Find who is missing from the latest `recent` meetings of each body (`hosts`: ids), the least likely to be chance first.

    Only meetings with a day count, for the others have no order; bodies with no more than `recent` of them tell nothing.
    `window` is how many meetings before the absence are looked at. Raises ValueError for numbers below 1.
    """
    if recent < 1 or window < 1:
        raise ValueError(f"recent and window must be 1 or more, not {recent} and {window}")
    there = {meeting: frozenset(people) for meeting, people in attendance(records).items()}
    excused: dict[str, set[str]] = defaultdict(set)
    for p in records.participations:
        if p.role == "absent" and p.person_id:
            excused[p.meeting_id].add(p.person_id)
    found = []
    for host, held in sorted(_by_host(records).items()):
        if (hosts is None or host in hosts) and len(held) > recent:
            lately = frozenset().union(*(there.get(m.id, frozenset()) for m in held[-recent:]))
            earlier = frozenset().union(*(there.get(m.id, frozenset()) for m in held[:-recent]))
            for person in sorted(earlier - lately):
                found.append(_gap(host, person, held, there, excused, window))
    return tuple(sorted(found, key=lambda g: (g.chance, -g.listed, g.host_id, g.person_id)))


def _by_host(records: Records) -> dict[str, list[Meeting]]:
    held: dict[str, list[Meeting]] = defaultdict(list)
    for meeting in counted_meetings(records):
        if meeting.host_id and meeting.date and edtf_bounds(meeting.date):
            held[meeting.host_id].append(meeting)
    for meetings in held.values():
        meetings.sort(key=lambda m: (edtf_bounds(m.date or ""), m.id))
    return held


def _gap(
    host: str,
    person: str,
    held: list[Meeting],
    there: dict[str, frozenset[str]],
    excused: dict[str, set[str]],
    window: int,
) -> Gap:
    last = max(n for n, m in enumerate(held) if person in there.get(m.id, ()))
    looked_at = held[max(0, last + 1 - window) : last + 1]
    listed = sum(person in there.get(m.id, ()) for m in looked_at)
    missed = held[last + 1 :]
    return Gap(
        host_id=host,
        person_id=person,
        listed=listed,
        window=len(looked_at),
        last_seen=held[last].date or "",
        last_meeting=held[last].id,
        absent=len(missed),
        since=missed[0].date or "",
        excused=sum(person in excused[m.id] for m in missed),
        chance=(1 - listed / len(looked_at)) ** len(missed),
    )
