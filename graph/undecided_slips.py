"""Spellings that were taken for slips of a name: joined in the network, and shown so that a reader may part them."""

from __future__ import annotations

from collections.abc import Sequence

from extract.decisions import Decision, Reference
from extract.folding import fold
from extract.records import Records
from extract.records_entities import MentionOf
from graph.undecided_listed import seen_of
from graph.undecided_pair import Undecided


def joined_by_slip(records: Records, decided: Sequence[Decision] = ()) -> tuple[Undecided, ...]:
    """List the spellings that were taken for a slip of a name, each beside that name, without those on which there is a row."""
    told = {frozenset((d.subject.key[0], d.other.key[0])) for d in decided if d.other is not None}
    seen = seen_of(records)
    of: dict[str, list[MentionOf]] = {}
    for mention in records.mentions:
        of.setdefault(mention.person_id, []).append(mention)
    out = []
    for person in records.people:
        mentions = of.get(person.id, [])
        own = [m for m in mentions if fold(m.name) == fold(person.name)]
        spellings = {fold(m.name): m for m in reversed(mentions) if fold(m.name) != fold(person.name)}
        for name, mention in sorted(spellings.items()):
            why = tuple(reason for reason in mention.reasons if "; " in reason)
            if not own or not why or frozenset((name, fold(person.name))) in told:
                continue
            rows = {row.document: row for row in reversed(seen[person.id])}
            out.append(
                Undecided(
                    left=Reference(mention.name, mention.document),
                    right=Reference(person.name, own[0].document),
                    left_id=person.id,
                    right_id=person.id,
                    left_label=mention.name,
                    right_label=person.label,
                    score=0,
                    reasons=why,
                    against=(),
                    left_evidence=rows[mention.document].evidence,
                    right_evidence=rows[own[0].document].evidence,
                    joined=True,
                )
            )
    return tuple(out)
