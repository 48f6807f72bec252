"""Decisions on who was there: somebody put at a meeting, taken away from it, or given another role."""

from __future__ import annotations

from dataclasses import replace

from corpus.records import Document
from extract.deciding_refs import NotThereError, person_of
from extract.decisions import Decision
from extract.folding import fold
from extract.local import LocalParticipation, LocalPerson, Reading, Span
from extract.roles import PRESENT, Role


def add_presence(decision: Decision, document: Document, reading: Reading) -> Reading:
    """Put somebody at a meeting, on the words of the report that the user quotes."""
    meetings = _meetings(decision, reading)
    if len(meetings) != 1:
        raise NotThereError(f"{len(meetings)} meetings of '{document.path}' fit '{decision.object}'")
    start = document.text.find(decision.quote)
    if start < 0 or document.text.find(decision.quote, start + 1) >= 0:
        raise NotThereError(f"the quote does not stand exactly once in '{document.path}'")
    people = reading.people
    try:
        key = person_of(decision.subject, reading, reading)
    except NotThereError:
        key = fold(decision.subject.name)
        if decision.subject.name not in decision.quote:
            raise
        people = tuple(
            sorted((*people, LocalPerson(key=key, name=decision.subject.name)), key=lambda p: p.key)
        )
    known = {n for p in people if p.key == key for n in (p.name, *p.aliases, decision.subject.name)}
    named = sorted((n for n in known if n in decision.quote), key=lambda n: (-len(n), n))
    if not named:
        raise NotThereError(f"the quote does not name {decision.subject.name}")
    if any(
        s.person == key and s.meeting == meetings[0] and s.role in PRESENT for s in reading.participations
    ):
        return reading
    others = tuple(
        s for s in reading.participations if not (s.person == key and s.role in ("absent", "invoked"))
    )
    row = LocalParticipation(
        role="attended",
        rule="decision",
        at=Span(start=start, end=start + len(decision.quote)),
        surface=named[0],
        meeting=meetings[0],
        person=key,
    )
    return replace(reading, people=people, participations=(*others, row))


def change_presence(decision: Decision, key: str, reading: Reading) -> Reading:
    meetings = set(_meetings(decision, reading))
    out: list[LocalParticipation] = []
    hits = 0
    for row in reading.participations:
        meant = row.person == key and (
            decision.verb == "drop" or (row.role in PRESENT and row.meeting in meetings)
        )
        hits += meant
        if meant and decision.verb == "role-is":
            role: Role = decision.object  # type: ignore[assignment]
            out.append(replace(row, role=role, rule="decision"))
        elif not meant:
            out.append(row)
    if not hits:
        raise NotThereError(f"'{decision.subject}' has no such part in a meeting")
    if decision.verb == "role-is":
        out = [r for n, r in enumerate(out) if not _told_before(r, key, out[:n])]
    return replace(reading, participations=tuple(out))


def _told_before(row: LocalParticipation, key: str, before: list[LocalParticipation]) -> bool:
    return row.person == key and any(
        (r.person, r.meeting, r.role, r.rule) == (key, row.meeting, row.role, "decision") for r in before
    )


def _meetings(decision: Decision, reading: Reading) -> list[str]:
    """The keys of the meetings that are meant: those of the object's name, or all where it names none."""
    wanted = "" if decision.verb == "role-is" else fold(decision.object)
    return [m.key for m in reading.meetings if not m.cited and (not wanted or fold(m.name) == wanted)]
