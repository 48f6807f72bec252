"""The people of every report that took part in something: what is stated of them, and in whose company they were."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.records import Document
from extract.deciding_record import Mention
from extract.identity_company import company_of
from extract.identity_evidence import PersonFacts, person_facts
from extract.local import LocalParticipation, LocalPerson, Reading


@dataclass(frozen=True, slots=True)
class Mentions:
    """By mention: the person as the report has them, what it states of them, and the folded names beside them; mentions by folded name."""

    own: dict[Mention, LocalPerson] = field(default_factory=dict)
    facts: dict[Mention, PersonFacts] = field(default_factory=dict)
    company: dict[Mention, frozenset[str]] = field(default_factory=dict)
    of_name: dict[str, list[Mention]] = field(default_factory=lambda: defaultdict(list))


def mentions_of(
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    meeting_ids: Mapping[tuple[str, str], str],
) -> Mentions:
    """Gather the mentions of all reports; `meeting_ids` by (path, local key)."""
    told = Mentions()
    for path, reading in readings.items():
        there = company_of(reading)
        own: dict[str, list[LocalParticipation]] = defaultdict(list)
        for row in reading.participations:
            own[row.person].append(row)
        for person in reading.people:
            if person.key and person.key in own:
                mention = (path, person.key)
                told.of_name[person.key].append(mention)
                told.own[mention] = person
                told.company[mention] = there.get(person.key, frozenset())
                told.facts[mention] = person_facts(
                    path, person, own[person.key], reading, meeting_ids, docs[path].published
                )
    return told
