"""Which entry of the user's list a person may be, where the name alone says so."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.decisions import Decision, Reference
from extract.records import Records
from extract.records_meetings import Participation
from graph.undecided_pair import VERBS, Undecided


def seen_of(records: Records) -> dict[str, list[Participation]]:
    """Where each person is seen, by id."""
    seen: dict[str, list[Participation]] = {}
    for row in records.participations:
        if row.person_id:
            seen.setdefault(row.person_id, []).append(row)
    return seen


def listed_pairs(records: Records, decided: Sequence[Decision]) -> Iterator[Undecided]:
    """Pairs of a person and the entry of the user's list that it may be."""
    told = {(d.subject.key, d.object) for d in decided if d.verb in VERBS["entry"]}
    people, seen = {p.id: p for p in records.people}, seen_of(records)
    for doubt in records.maybe_listed:
        if doubt.person_id not in seen:
            continue
        person, row = people[doubt.person_id], seen[doubt.person_id][0]
        names = {person.name, *person.aliases}
        documents = {r.document for r in seen[doubt.person_id]}
        if any((Reference(n, d).key, doubt.entry) in told for n in names for d in documents):
            continue
        yield Undecided(
            left=Reference(person.name, row.document),
            right=Reference(doubt.text, "your list"),
            left_id=person.id,
            right_id=doubt.entry,
            left_label=person.label,
            right_label=doubt.text,
            score=4,
            reasons=("the name is that of the entry",),
            against=("no post in the reports is one of the entry's",),
            left_evidence=row.evidence,
            right_evidence=None,
            entry=doubt.entry,
            kind="entry",
        )
