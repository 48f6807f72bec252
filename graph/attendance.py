"""Which statements make a tie: the one place that says who counts as having been at a meeting, and with what proof.

Everything that speaks of co-attendance (projection, dossier, evidence) asks here.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from extract.confidence import confidence
from extract.records import Records
from extract.records_meetings import Meeting, Participation
from extract.roles import PRESENT, ROLES
from graph.memo import shared

Attendance = dict[str, dict[str, tuple[Participation, ...]]]
"""Meeting id -> person id -> the statements that the person was there, the best proof first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SharedMeeting:
    """A meeting that two people attended: the statements for each, the best proof first, never empty."""

    meeting: Meeting
    first: tuple[Participation, ...]
    second: tuple[Participation, ...]


def counted_meetings(records: Records) -> tuple[Meeting, ...]:
    """List the meetings that can make a tie, in the order of the records.

    Not: meetings that are only cited; and meetings found in a re-published copy alone where the report that it
    copies has meetings of its own (the copy states nothing new, so it must not count twice).
    """
    return shared("counted meetings", records, lambda: _counted(records))


def _counted(records: Records) -> tuple[Meeting, ...]:
    copies = dict(records.duplicate_of)
    reported = {path for meeting in records.meetings if not meeting.cited for path in meeting.documents}

    def repeats(meeting: Meeting) -> bool:
        return bool(meeting.documents) and all(copies.get(path, "") in reported for path in meeting.documents)

    return tuple(meeting for meeting in records.meetings if not meeting.cited and not repeats(meeting))


def attendance(
    records: Records, *, roles: Collection[str] = PRESENT, min_confidence: float = 0.0
) -> Attendance:
    """Gather who was at which counted meeting in one of `roles`; named people only, meetings and people sorted.

    Statements whose rule is trusted less than `min_confidence` (0 to 1, see `extract.confidence`) are left out.

    Raises ValueError for a role that does not mean presence.
    """
    wanted = _present(roles)
    copies = dict(records.duplicate_of)
    found: dict[str, dict[str, list[Participation]]] = {m.id: {} for m in counted_meetings(records)}
    for p in records.participations:
        if not (p.person_id and p.role in wanted and p.meeting_id in found):
            continue
        if not min_confidence or confidence(p) >= min_confidence:
            found[p.meeting_id].setdefault(p.person_id, []).append(p)
    return {
        meeting: {
            person: tuple(sorted(stated, key=lambda p: proof_order(p, copies)))
            for person, stated in sorted(people.items())
        }
        for meeting, people in sorted(found.items())
        if people
    }


def people_present(
    records: Records, *, roles: Collection[str] = PRESENT, min_confidence: float = 0.0, named: bool = False
) -> dict[str, list[str]]:
    """The people of `attendance` at each meeting, sorted; with `named` without those who are placed there by back references alone."""
    wanted = _present(roles)
    found: dict[str, set[str]] = {m.id: set() for m in counted_meetings(records)}
    for p in records.participations:
        if (
            p.person_id
            and p.role in wanted
            and p.meeting_id in found
            and not (named and p.antecedent is not None)
            and (not min_confidence or confidence(p) >= min_confidence)
        ):
            found[p.meeting_id].add(p.person_id)
    return {meeting: sorted(people) for meeting, people in sorted(found.items()) if people}


def _present(roles: Collection[str]) -> frozenset[str]:
    wanted = frozenset(roles)
    if wanted - PRESENT:
        raise ValueError(f"not a role of somebody present: {', '.join(sorted(wanted - PRESENT))}")
    return wanted


def proof_order(p: Participation, copies: Mapping[str, str]) -> tuple[bool, bool, str, int, int, str]:
    """Rank a statement as proof: the original before its copies, a sentence with the name before 'he'; then as printed."""
    return (
        p.document in copies,
        p.antecedent is not None,
        p.document,
        ROLES.index(p.role),
        p.evidence.start,
        p.rule,
    )


def roles_of(stated: Collection[Participation]) -> tuple[str, ...]:
    """The roles that these statements give, each once, in the order of `ROLES`."""
    given = {p.role for p in stated}
    return tuple(role for role in ROLES if role in given)


def shared_meetings(
    records: Records, a: str, b: str, *, there: Attendance | None = None
) -> tuple[SharedMeeting, ...]:
    """Gather the meetings that persons `a` and `b` (ids) both attended, by date, the undated last.

    `there` is `attendance(records)`, for who asks about many pairs.
    """
    meetings = {meeting.id: meeting for meeting in records.meetings}
    shared = []
    for meeting_id, people in (attendance(records) if there is None else there).items():
        if a != b and a in people and b in people:
            first, second = _one_report(people[a], people[b])
            shared.append(SharedMeeting(meeting=meetings[meeting_id], first=first, second=second))
    return tuple(sorted(shared, key=lambda s: by_date(s.meeting)))


def by_date(meeting: Meeting) -> tuple[str, str, str]:
    """Sort key of meetings: by date as written, the undated last, then by name and id."""
    return (meeting.date or "~", meeting.name, meeting.id)


def _one_report(
    a: tuple[Participation, ...], b: tuple[Participation, ...]
) -> tuple[tuple[Participation, ...], tuple[Participation, ...]]:
    """Put the statements of a report that names both first: one page proves the tie alone."""
    in_b = {p.document for p in b}
    both = next((p.document for p in a if p.document in in_b), None)
    if both is None:
        return a, b
    return (
        tuple(sorted(a, key=lambda p: p.document != both)),
        tuple(sorted(b, key=lambda p: p.document != both)),
    )


def company_of(records: Records, person: str) -> dict[str, int]:
    """Count for each person who was ever at a meeting with `person` how many meetings they shared."""
    company: dict[str, int] = defaultdict(int)
    for people in attendance(records).values():
        if person in people:
            for other in people:
                if other != person:
                    company[other] += 1
    return dict(company)
