"""What the reports state of people whose ids are known: posts, who was seen in them, who was where in which role.

There are some twenty records in a report. They are made out of their fields by msgspec, which holds these against the annotations, for half of what the
constructors of frozen records take.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import attrgetter
from typing import Any

from msgspec import convert

from corpus.records import Document, Evidence, evidence_of
from extract.identity_people import Known
from extract.identity_told import HeldPost
from extract.local import LocalParticipation, Reading
from extract.records_entities import Holding, MentionOf
from extract.records_meetings import Participation

Fields = dict[str, Any]
"""The fields of a record by their names."""
LAST = 10_000
"""Position of those who stand in no list: behind all who do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stated:
    """Sorted: mentions by report and name, holdings by id, participations by report, meeting and position."""

    mentions: list[MentionOf]
    holdings: list[Holding]
    participations: list[Participation]


def statements_of(
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    mentions: Mapping[str, Sequence[Known]],
    held: Mapping[str, Sequence[HeldPost]],
    meetings: Mapping[tuple[str, str], str],
) -> Stated:
    """Make the records of what each report states, holdings sorted by id.

    `mentions` are the people of each report, `held` their posts, `meetings` are ids by (path, local key).
    """
    found = Stated(mentions=[], holdings=[], participations=[])
    for path in sorted(readings):
        report = _Report(docs[path], readings[path], mentions.get(path, ()), held[path], meetings)
        found.mentions.extend(convert(report.mentions(), list[MentionOf]))
        found.holdings.extend(convert(report.holdings(), list[Holding]))
        found.participations.extend(convert(report.participations(), list[Participation]))
    found.holdings.sort(key=attrgetter("person_id", "post_id", "document", "evidence.start"))
    return found


class _Report:
    """One report, with the ids of its people and meetings; each sentence is quoted once."""

    def __init__(
        self,
        document: Document,
        reading: Reading,
        mentions: Sequence[Known],
        held: Sequence[HeldPost],
        meetings: Mapping[tuple[str, str], str],
    ) -> None:
        self._document, self._reading, path = document, reading, document.path
        self._known, self._held = mentions, held
        self._meetings = {meeting.key: meetings[path, meeting.key] for meeting in reading.meetings}
        self._people = {key: person_id for key, person_id, _, _ in mentions}
        self._quoted: dict[tuple[int, int], Evidence] = {}

    def mentions(self) -> list[Fields]:
        """Who the people of the report are, and why."""
        path = self._document.path
        return [
            {"person_id": person_id, "document": path, "name": name, "reasons": why}
            for _, person_id, name, why in self._known
        ]

    def holdings(self) -> list[Fields]:
        """Who is stated to hold which post, on the day of the first meeting that has the person; each once."""
        days = self._days() if self._held else {}
        found: dict[tuple[str, str, int, int], Fields] = {}
        for person, post_id, _, start, end in self._held:
            key = (person_id := self._people[person], post_id, start, end)
            if key not in found:
                found[key] = {
                    "person_id": person_id,
                    "post_id": post_id,
                    "document": self._document.path,
                    "date": days.get(person) or self._document.published,
                    "evidence": self._quote(start, end),
                }
        return list(found.values())

    def participations(self) -> list[Fields]:
        """Who was where in which role, by meeting and position."""
        texts: dict[str, dict[str, None]] = {}
        for person, _, text, _, _ in self._held:
            texts.setdefault(person, {})[text] = None
        posts = {person: tuple(of) for person, of in texts.items()}
        rows = sorted(self._reading.participations, key=self._place)
        return [self._participation(row, posts) for row in rows]

    def _days(self) -> dict[str, str | None]:
        """The date of the first meeting at which the report has each person."""
        dates = {meeting.key: meeting.date for meeting in self._reading.meetings}
        days: dict[str, str | None] = {}
        for row in self._reading.participations:
            if row.meeting in dates and row.person not in days:
                days[row.person] = dates[row.meeting]
        return days

    def _place(self, row: LocalParticipation) -> tuple[str, int, str, str, str, int]:
        """What a row is sorted by, before its place in the report: its meeting, position, person, group, role and sentence."""
        return (
            self._meetings.get(row.meeting, ""),
            row.position or LAST,
            self._people[row.person] if row.person else "",
            row.group,
            row.role,
            row.at.start,
        )

    def _participation(self, row: LocalParticipation, posts: Mapping[str, tuple[str, ...]]) -> Fields:
        at, behind, person = row.at, row.antecedent, row.person
        return {
            "document": self._document.path,
            "meeting_id": self._meetings.get(row.meeting, ""),
            "role": row.role,
            "rule": row.rule,
            "evidence": self._quote(at.start, at.end),
            "surface": row.surface,
            "person_id": self._people[person] if person else "",
            "group": row.group,
            "posts": posts.get(person, ()),
            "position": row.position,
            "qualifiers": row.qualifiers,
            "antecedent": self._quote(behind.start, behind.end) if behind else None,
            "model": row.model,
        }

    def _quote(self, start: int, end: int) -> Evidence:
        found = self._quoted.get((start, end))
        if found is None:
            found = self._quoted[start, end] = evidence_of(self._document, start, end)
        return found
