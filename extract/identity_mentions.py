"""The people of every report that took part in something: what is stated of them, and in whose company they were, when it is asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from corpus.records import Document
from extract.deciding_record import Mention
from extract.identity_company import company_of
from extract.identity_evidence import PersonFacts, person_facts
from extract.local import LocalParticipation, LocalPerson, Reading


@dataclass(frozen=True, slots=True)
class _Report:
    """The people of one report by folded name, what each of them takes part in, the days of meetings."""

    people: Mapping[str, LocalPerson]
    rows: Mapping[str, list[LocalParticipation]]
    days: Mapping[str, str | None]


class Mentions:
    """What the reports state of their people; each report is looked through once, each person when asked for."""

    def __init__(
        self,
        docs: Mapping[str, Document],
        readings: Mapping[str, Reading],
        meeting_ids: Mapping[tuple[str, str], str],
    ) -> None:
        self._docs, self.readings, self._meeting_ids = docs, readings, meeting_ids
        self._reports: dict[str, _Report] = {}
        self._facts: dict[Mention, PersonFacts] = {}
        self._company: dict[str, Mapping[str, frozenset[str]]] = {}

    def person(self, mention: Mention) -> LocalPerson:
        """The person as the report has them."""
        return self._report(mention[0]).people[mention[1]]

    def company(self, mention: Mention) -> frozenset[str]:
        """The folded names of those who were at a meeting with them in this report."""
        path, key = mention
        if path not in self._company:
            self._company[path] = company_of(self.readings[path])
        return self._company[path].get(key, frozenset())

    def facts(self, mention: Mention) -> PersonFacts:
        """What the report states of the person."""
        found = self._facts.get(mention)
        if found is None:
            path, key = mention
            report = self._report(path)
            found = self._facts[mention] = person_facts(
                path,
                report.people[key],
                report.rows[key],
                report.days,
                self.readings[path],
                self._meeting_ids,
                self._docs[path].published,
            )
        return found

    def _report(self, path: str) -> _Report:
        found = self._reports.get(path)
        if found is None:
            reading = self.readings[path]
            rows: dict[str, list[LocalParticipation]] = defaultdict(list)
            for row in reading.participations:
                rows[row.person].append(row)
            found = self._reports[path] = _Report(
                people={person.key: person for person in reading.people},
                rows=rows,
                days={meeting.key: meeting.date for meeting in reading.meetings},
            )
        return found
