"""What the reports state of people whose ids are known: posts, who was seen in them, who was where in which role."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from corpus.records import Document, Evidence, evidence_of
from extract.identity_bodies import post_id
from extract.local import LocalParticipation, Reading, Span
from extract.records import Holding, Participation

LAST = 10_000
"""Position of those who stand in no list: behind all who do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """Sorted: holdings by id, participations by report, meeting and position."""

    holdings: tuple[Holding, ...]
    participations: tuple[Participation, ...]


def statements_of(
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    people: Mapping[tuple[str, str], str],
    meetings: Mapping[tuple[str, str], str],
) -> Statements:
    """Make the records of what each report states; `people` and `meetings` are ids by (path, local key)."""
    holdings: list[Holding] = []
    participations: list[Participation] = []
    for path in sorted(readings):
        report = _Report(docs[path], readings[path], people, meetings)
        holdings += report.holdings()
        participations += report.participations()
    return Statements(
        holdings=tuple(
            sorted(holdings, key=lambda h: (h.person_id, h.post_id, h.document, h.evidence.start))
        ),
        participations=tuple(participations),
    )


class _Report:
    """One report, with the ids of its people and meetings; each sentence is quoted once."""

    def __init__(
        self,
        document: Document,
        reading: Reading,
        people: Mapping[tuple[str, str], str],
        meetings: Mapping[tuple[str, str], str],
    ) -> None:
        self._document, self._reading, path = document, reading, document.path
        self._meetings = {meeting.key: meetings[path, meeting.key] for meeting in reading.meetings}
        self._seen = {row.person for row in reading.participations}
        self._people = {key: people[path, key] for key in self._seen if key}
        self._quoted: dict[Span, Evidence] = {}

    def holdings(self) -> list[Holding]:
        """Who is stated to hold which post, on the day of the first meeting that has the person; each once."""
        path, days = self._document.path, self._days()
        found: dict[tuple[str, str, Span], Holding] = {}
        for person in self._reading.people:
            if person.key not in self._seen:
                continue
            day = days.get(person.key) or self._document.published
            for stated in person.posts:
                key = (self._people[person.key], post_id(path, stated), stated.at)
                if key not in found:
                    found[key] = Holding(
                        person_id=key[0],
                        post_id=key[1],
                        document=path,
                        date=day,
                        evidence=self._quote(stated.at),
                    )
        return list(found.values())

    def participations(self) -> list[Participation]:
        """Who was where in which role, by meeting and position."""
        texts = {
            person.key: tuple(dict.fromkeys(stated.text for stated in person.posts))
            for person in self._reading.people
            if person.posts
        }
        rows = [self._participation(row, texts) for row in self._reading.participations]
        return sorted(rows, key=_place) if len(rows) > 1 else rows

    def _days(self) -> dict[str, str | None]:
        """The date of the first meeting at which the report has each person."""
        dates = {meeting.key: meeting.date for meeting in self._reading.meetings}
        days: dict[str, str | None] = {}
        for row in self._reading.participations:
            if row.meeting in dates:
                days.setdefault(row.person, dates[row.meeting])
        return days

    def _participation(self, row: LocalParticipation, texts: Mapping[str, tuple[str, ...]]) -> Participation:
        return Participation(
            document=self._document.path,
            meeting_id=self._meetings.get(row.meeting, ""),
            role=row.role,
            rule=row.rule,
            evidence=self._quote(row.at),
            surface=row.surface,
            person_id=self._people[row.person] if row.person else "",
            group=row.group,
            posts=texts.get(row.person, ()),
            position=row.position,
            qualifiers=row.qualifiers,
            antecedent=self._quote(row.antecedent) if row.antecedent else None,
            model=row.model,
        )

    def _quote(self, at: Span) -> Evidence:
        found = self._quoted.get(at)
        if found is None:
            found = self._quoted[at] = evidence_of(self._document, at.start, at.end)
        return found


def _place(row: Participation) -> tuple[str, int, str, str, str, int]:
    position = row.position or LAST
    return (row.meeting_id, position, row.person_id, row.group, row.role, row.evidence.start)
