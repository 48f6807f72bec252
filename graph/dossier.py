"""What the reports state of one person: posts, meetings, company; always with the sentence."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass

from corpus.records import Evidence
from extract.records import Records
from extract.records_entities import Person
from extract.records_meetings import Participation
from extract.roles import PRESENT
from graph.attendance import attendance, by_date, company_of, proof_order, roles_of


@dataclass(frozen=True, slots=True, kw_only=True)
class PostLine:
    """A post as stated: its text, the date it was stated for, the sentence."""

    text: str
    date: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingLine:
    """A meeting the person attended (or is invoked at, or absent from): roles as stated, with the best sentence.

    `meeting_id` is "" for a report without a meeting. `antecedent` names the person where the sentence says "he".
    """

    meeting_id: str
    name: str
    date: str | None
    roles: tuple[str, ...]
    evidence: Evidence
    antecedent: Evidence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyLine:
    """Somebody who was at the same meetings, and at how many."""

    person_id: str
    label: str
    meetings: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One person: posts, meetings attended, invocations and absences (`elsewhere`), company."""

    person: Person
    posts: tuple[PostLine, ...]
    meetings: tuple[MeetingLine, ...]
    elsewhere: tuple[MeetingLine, ...]
    company: tuple[CompanyLine, ...]

    def __str__(self) -> str:
        parts = [
            ("posts", [f"{p.text}  ({p.date or 'undated'}, {p.evidence.document})" for p in self.posts]),
            ("meetings", [_line(m) for m in self.meetings]),
            ("named, not there", [_line(m) for m in self.elsewhere]),
            ("company", [f"{c.label}: {c.meetings}" for c in self.company]),
        ]
        blocks = [
            "\n".join([f"{title}:", *(f"  {line}" for line in lines)]) for title, lines in parts if lines
        ]
        return "\n\n".join([self.person.label, *blocks])


def _line(meeting: MeetingLine) -> str:
    return f"{meeting.date or 'undated'}  {meeting.name}: {', '.join(meeting.roles)}"


def dossier_of(records: Records, person: Person) -> Dossier:
    """Gather what `records` state of `person`: meetings by date, company by number of shared meetings.

    What does not make a tie (invocations, absences, meetings that a report only cites) stands in `elsewhere`.
    """
    posts = {post.id: post.text for post in records.posts}
    held = [
        PostLine(text=posts[h.post_id], date=h.date, evidence=h.evidence)
        for h in records.holdings
        if h.person_id == person.id
    ]
    attended = {m: people[person.id] for m, people in attendance(records).items() if person.id in people}
    counted = {p for stated in attended.values() for p in stated}
    copies = dict(records.duplicate_of)
    other: dict[tuple[str, str], list[Participation]] = defaultdict(list)
    for p in records.participations:
        repeated = p.role in PRESENT and p.document in copies  # a copy states nothing new
        if p.person_id == person.id and p not in counted and not repeated:
            other[p.meeting_id, "" if p.meeting_id else p.document].append(p)
    labels = {q.id: q.label for q in records.people}
    company = sorted(
        company_of(records, person.id).items(), key=lambda item: (-item[1], labels[item[0]], item[0])
    )
    return Dossier(
        person=person,
        posts=tuple(
            sorted(held, key=lambda h: (h.date or "~", h.text, h.evidence.document, h.evidence.start))
        ),
        meetings=_lines(records, {(m, ""): list(stated) for m, stated in attended.items()}),
        elsewhere=_lines(records, other),
        company=tuple(CompanyLine(person_id=q, label=labels[q], meetings=n) for q, n in company),
    )


def _lines(records: Records, parts: dict[tuple[str, str], list[Participation]]) -> tuple[MeetingLine, ...]:
    meetings = {meeting.id: meeting for meeting in records.meetings}
    copies = dict(records.duplicate_of)
    lines = []
    for (meeting_id, document), stated in parts.items():
        best = min(stated, key=lambda p: proof_order(p, copies))
        meeting = meetings.get(meeting_id)
        name = meeting.name if meeting else f"(no meeting) {document or meeting_id}"
        line = MeetingLine(
            meeting_id=meeting_id,
            name=name,
            date=meeting.date if meeting else None,
            roles=roles_of(stated),
            evidence=best.evidence,
            antecedent=best.antecedent,
        )
        key = by_date(meeting) if meeting else ("~", name, "")
        lines.append((key, best.evidence.document, best.evidence.start, line))
    return tuple(line for *_, line in sorted(lines, key=lambda item: item[:3]))
