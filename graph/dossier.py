"""What the reports state of one person, and what two people share; always with the sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from corpus.records import Evidence
from extract.records import PRESENT, Participation, Person, Records


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    """A post as stated: its text, the date it was stated for, the sentence."""

    text: str
    date: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting the person attended (or is invoked at, or absent from): roles as stated, with one sentence."""

    meeting_id: str
    name: str
    date: str | None
    roles: tuple[str, ...]
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyLine:
    """Somebody who was at the same meetings."""

    person_id: str
    label: str
    meetings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One person: posts, meetings attended, invocations and absences, company."""

    person: Person
    posts: tuple[PostLine, ...]
    meetings: tuple[MeetingLine, ...]
    elsewhere: tuple[MeetingLine, ...]
    company: tuple[CompanyLine, ...]

    def __str__(self) -> str:
        lines = [self.person.label, ""]
        lines += [
            "posts:",
            *(f"  {p.text}  ({p.date or 'undated'}, {p.evidence.document})" for p in self.posts),
            "",
        ]
        lines += [
            "meetings:",
            *(f"  {m.date or 'undated'}  {m.name}: {', '.join(m.roles)}" for m in self.meetings),
            "",
        ]
        lines += ["company:", *(f"  {c.label}: {c.meetings}" for c in self.company[:15])]
        return "\n".join(lines)


def dossier_of(records: Records, person: Person) -> Dossier:
    """Gather what `records` state of `person`, meetings in the order of their dates, company by number."""
    posts = {post.id: post.text for post in records.posts}
    held = [
        PostLine(text=posts[h.post_id], date=h.date, evidence=h.evidence)
        for h in records.holdings
        if h.person_id == person.id
    ]
    own: dict[str, list[Participation]] = defaultdict(list)
    other: dict[str, list[Participation]] = defaultdict(list)
    for p in records.participations:
        if p.person_id == person.id:
            (own if p.role in PRESENT and p.meeting_id else other)[p.meeting_id or p.document].append(p)
    labels = {q.id: q.label for q in records.people}
    company: dict[str, set[str]] = defaultdict(set)
    for p in records.participations:
        if p.person_id and p.person_id != person.id and p.role in PRESENT and p.meeting_id in own:
            company[p.person_id].add(p.meeting_id)
    return Dossier(
        person=person,
        posts=tuple(sorted(held, key=lambda line: (line.date or "~", line.text, line.evidence.document))),
        meetings=_lines(records, own),
        elsewhere=_lines(records, other),
        company=tuple(
            CompanyLine(person_id=q, label=labels[q], meetings=len(m))
            for q, m in sorted(company.items(), key=lambda item: (-len(item[1]), labels[item[0]], item[0]))
        ),
    )


def _lines(records: Records, parts: dict[str, list[Participation]]) -> tuple[MeetingLine, ...]:
    meetings = {meeting.id: meeting for meeting in records.meetings}
    out = []
    for key, stated in parts.items():
        meeting = meetings.get(key)
        out.append(
            MeetingLine(
                meeting_id=key if meeting else "",
                name=meeting.name if meeting else f"(no meeting) {key}",
                date=meeting.date if meeting else None,
                roles=tuple(dict.fromkeys(p.role for p in stated)),
                evidence=stated[0].evidence,
            )
        )
    return tuple(
        sorted(out, key=lambda line: (line.date or "~", line.name, line.meeting_id, line.evidence.document))
    )


def common_meetings(records: Records, a: str, b: str) -> list[tuple[str | None, ...]]:
    """The meetings that two people attended, by date: id, name, date, then role, sentence and document of each."""
    found: dict[str, dict[str, list[Participation]]] = defaultdict(lambda: defaultdict(list))
    for p in records.participations:
        if p.person_id in (a, b) and p.role in PRESENT and p.meeting_id:
            found[p.meeting_id][p.person_id].append(p)
    meetings = {meeting.id: meeting for meeting in records.meetings}
    rows: list[tuple[str | None, ...]] = []
    for meeting_id, people in found.items():
        if a not in people or b not in people or meetings[meeting_id].cited:
            continue
        meeting = meetings[meeting_id]
        sides = [
            (
                ", ".join(dict.fromkeys(p.role for p in people[x])),
                people[x][0].evidence.quote,
                people[x][0].evidence.document,
            )
            for x in (a, b)
        ]
        rows.append((meeting_id, meeting.name, meeting.date, *sides[0], *sides[1]))
    return sorted(rows, key=lambda row: (row[2] or "~", row[0] or ""))
