"""What the reports state of people whose ids are known: posts, who was seen in them, who was where in which role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.records import Document, evidence_of
from extract.identity_bodies import Bodies
from extract.local import LocalParticipation, Reading
from extract.records import Holding, Participation, Post

LAST = 10_000
"""Position of those who stand in no list: behind all who do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """Sorted: posts and holdings by id, participations by report, meeting and position."""

    posts: tuple[Post, ...]
    holdings: tuple[Holding, ...]
    participations: tuple[Participation, ...]


def statements_of(
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    bodies: Bodies,
    people: Mapping[tuple[str, str], str],
    meetings: Mapping[tuple[str, str], str],
) -> Statements:
    """Make the records of what each report states; `people` and `meetings` are ids by (path, local key)."""
    posts: dict[str, Post] = {}
    holdings: set[Holding] = set()
    participations: list[Participation] = []
    for path, reading in readings.items():
        document = docs[path]
        texts: dict[str, tuple[str, ...]] = {}
        seen = {row.person for row in reading.participations}
        for person in sorted(reading.people, key=lambda p: p.key):
            if person.key not in seen:
                continue
            held = [(bodies.post(path, stated), stated.at) for stated in person.posts]
            posts.update((post.id, post) for post, _ in held)
            texts[person.key] = tuple(dict.fromkeys(post.text for post, _ in held))
            day = _day(person.key, reading) or document.published
            holdings.update(
                Holding(
                    person_id=people[path, person.key],
                    post_id=post.id,
                    document=path,
                    date=day,
                    evidence=evidence_of(document, at.start, at.end),
                )
                for post, at in held
            )
        participations += [
            _participation(document, row, texts.get(row.person, ()), people, meetings)
            for row in reading.participations
        ]
    return Statements(
        posts=tuple(posts[key] for key in sorted(posts)),
        holdings=tuple(
            sorted(holdings, key=lambda h: (h.person_id, h.post_id, h.document, h.evidence.start))
        ),
        participations=tuple(sorted(participations, key=_place)),
    )


def _day(person: str, reading: Reading) -> str | None:
    """The date of the first meeting at which a report has the person."""
    dates = {meeting.key: meeting.date for meeting in reading.meetings}
    own = (s.meeting for s in reading.participations if s.person == person and s.meeting in dates)
    first = next(own, None)
    return dates[first] if first is not None else None


def _participation(
    document: Document,
    row: LocalParticipation,
    posts: tuple[str, ...],
    people: Mapping[tuple[str, str], str],
    meetings: Mapping[tuple[str, str], str],
) -> Participation:
    behind = row.antecedent
    return Participation(
        document=document.path,
        meeting_id=meetings.get((document.path, row.meeting), ""),
        role=row.role,
        rule=row.rule,
        evidence=evidence_of(document, row.at.start, row.at.end),
        surface=row.surface,
        person_id=people[document.path, row.person] if row.person else "",
        group=row.group,
        posts=posts,
        position=row.position,
        qualifiers=row.qualifiers,
        antecedent=evidence_of(document, behind.start, behind.end) if behind else None,
        model=row.model,
    )


def _place(row: Participation) -> tuple[str, str, int, str, str, str, int]:
    position = row.position or LAST
    return (row.document, row.meeting_id, position, row.person_id, row.group, row.role, row.evidence.start)
