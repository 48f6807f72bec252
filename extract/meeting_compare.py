"""Whether two reports tell of one gathering: by day, host, number, kind, topic, and by who was there.

A false merge would seat people beside each other who never met, so two reports are of one gathering only where day and
host agree (or number, host and day), nothing speaks against it, and the people overlap.
"""

from __future__ import annotations

from datetime import date

from extract.comparison import Comparison
from extract.likeness import likeness
from extract.meeting_facts import DAY, MeetingFacts
from extract.meeting_host import agreement

NEAR_DAYS = 3
"""Days between the dates of two reports of one numbered meeting: a dateline or a slip, kept as a conflict."""
HALF = 0.5
MOST = 0.8


def compare_meetings(a: MeetingFacts, b: MeetingFacts) -> Comparison:
    """Compare what two reports state of a gathering each. Symmetric."""
    barred = _barred(a, b)
    reasons, against = _agreeing(a, b), [*barred, *_differing(a, b)]
    if barred:
        return Comparison(outcome="different", reasons=tuple(reasons), against=tuple(against))
    if _same(a, b, against):
        return Comparison(outcome="same", reasons=tuple(reasons), against=tuple(against))
    shared = len(a.people & b.people)
    numbered = "same number" in reasons and "same host" in reasons
    likely = ("same day" in reasons and shared >= 2) or numbered
    return Comparison(
        outcome="undecided" if likely else "different", reasons=tuple(reasons), against=tuple(against)
    )


def _same(a: MeetingFacts, b: MeetingFacts, against: list[str]) -> bool:
    shared, part = len(a.people & b.people), _containment(a.people, b.people)
    same_day = bool(a.day) and a.day == b.day
    hosts = agreement(a.host, b.host)
    same_host = hosts == "same"
    same_number = bool(a.number) and a.number == b.number and same_host and a.term == b.term
    if same_number:
        nothing_missing = same_day or (_days_fit(a.date, b.date) and not against)
        return (nothing_missing and (shared > 0 or not a.people or not b.people)) or (
            shared >= 3 and part >= HALF and _days_apart(a, b) <= NEAR_DAYS
        )
    if not same_day or against:
        return False
    if same_host:
        if a.topic and b.topic:
            return bool(shared >= 2 and part >= HALF) or bool(a.chairs & b.chairs)
        if not a.topic and not b.topic:
            return shared >= 2 and part >= HALF
        return shared >= 4 and part >= MOST and bool(a.chairs & b.chairs)
    return hosts == "open" and bool(a.topic & b.topic) and shared >= 3 and part >= MOST


def _barred(a: MeetingFacts, b: MeetingFacts) -> list[str]:
    """What rules one gathering out."""
    found = []
    if a.path == b.path:
        found.append("one report tells of both")
    if a.kind != b.kind:
        found.append(f"kinds: {a.kind} and {b.kind}")
    if a.number and b.number and a.number != b.number:
        found.append(f"numbers: {a.number} and {b.number}")
    if a.term and b.term and a.term != b.term:
        found.append("terms of the host")
    if a.host.place and b.host.place and a.host.place != b.host.place:
        found.append(f"hosts of two places: {a.host.place} and {b.host.place}")
    if not _days_fit(a.date, b.date) and _days_apart(a, b) > NEAR_DAYS:
        found.append(f"dates: {a.date} and {b.date}")
    return found


def _differing(a: MeetingFacts, b: MeetingFacts) -> list[str]:
    """What speaks against one gathering without ruling it out."""
    found = []
    if not _days_fit(a.date, b.date) and _days_apart(a, b) <= NEAR_DAYS:
        found.append(f"dates: {a.date} and {b.date}")
    if agreement(a.host, b.host) == "different":
        found.append(f"hosts: {a.host.name} and {b.host.name}")
    if a.chairs and b.chairs and not _one_chair(a, b):
        found.append("chairs: " + " and ".join(sorted({min(a.chairs), min(b.chairs)})))
    if a.topic and b.topic and not a.topic & b.topic:
        found.append(f"topics: {' '.join(sorted(a.topic))} and {' '.join(sorted(b.topic))}")
    for person in sorted(a.people & b.people):
        here, there = a.homes.get(person, frozenset()), b.homes.get(person, frozenset())
        if here and there and not here & there:
            found.append(f"{person}: {', '.join(sorted(here))} and {', '.join(sorted(there))}")
    if a.place and b.place and a.place != b.place:
        found.append(f"places: {a.place} and {b.place}")
    return found


def _one_chair(a: MeetingFacts, b: MeetingFacts) -> bool:
    """Whether one person was in the chair: by a like name, or by a seat that one person holds."""
    return bool(a.chairs_as & b.chairs_as) or any(likeness(x, y) for x in a.chairs for y in b.chairs)


def _agreeing(a: MeetingFacts, b: MeetingFacts) -> list[str]:
    found = []
    if a.day and a.day == b.day:
        found.append("same day")
    if agreement(a.host, b.host) == "same":
        found.append("same host")
    if a.number and a.number == b.number:
        found.append("same number")
    if a.chairs & b.chairs:
        found.append("same chair")
    if a.topic & b.topic:
        found.append(f"shared topic: {' '.join(sorted(a.topic & b.topic))}")
    if shared := sorted(a.people & b.people):
        found.append(f"shared people: {len(shared)}")
    return found


def _containment(a: frozenset[str], b: frozenset[str]) -> float:
    """Shared people as a share of the shorter list, 0 to 1."""
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0


def _days_fit(a: str | None, b: str | None) -> bool:
    """Whether two dates can be one: digits that are not known (X), or a whole date that is not, fit anything."""
    if not a or not b or "/" in a or "/" in b:
        return not (a and b) or a == b or a in b.split("/") or b in a.split("/")
    return all(x == y or "X" in (x, y) for x, y in zip(a, b, strict=False))


def _days_apart(a: MeetingFacts, b: MeetingFacts) -> int:
    """Days between two whole dates; more than any limit where one is not whole."""
    if not (a.day and b.day):
        return NEAR_DAYS + 1 if not _days_fit(a.date, b.date) else 0
    return abs((_date(a.day) - _date(b.day)).days)


def _date(day: str) -> date:
    assert DAY.fullmatch(day)
    return date.fromisoformat(day)
