"""What may be one and is not joined, and what is joined and may be two: with what speaks for and against, and both sides' sentences.

Nothing here merges or parts. The pairs are for `sederunt review` or a notebook to decide: two people, two meetings, or a person and
an entry of the user's list.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from corpus.records import Evidence
from extract.decisions import Decision, Reference
from extract.folding import fold
from extract.records import MentionOf, Participation, Records

Kind = Literal["people", "entry", "meetings"]
VERBS: Mapping[Kind, tuple[str, str]] = {
    "people": ("same", "not-same"),
    "entry": ("is", "is-not"),
    "meetings": ("same-meeting", "not-same-meeting"),
}
"""The verbs that decide a pair of a kind: that it is one, that it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """Two people or meetings who may be one, or a person and the `entry` of the user's list that it may be, which has no sentence.

    `score` ranks; `reasons` and `against` say why; either side with its sentence. `joined`: they are one in the network, by
    evidence that a reader may see otherwise.
    """

    left: Reference
    right: Reference
    left_id: str
    right_id: str
    left_label: str
    right_label: str
    score: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    left_evidence: Evidence
    right_evidence: Evidence | None
    entry: str = ""
    kind: Kind = "people"
    joined: bool = False


def undecided(records: Records, decided: Sequence[Decision] = ()) -> tuple[Undecided, ...]:
    """List the pairs that may be one, strongest first, without those on which `decided` has a row."""
    from graph.undecided_people import people_pairs

    done = _decided_pairs(records, decided)
    found = [pair for pair in people_pairs(records) if (pair.left_id, pair.right_id) not in done]
    found += _maybe_listed(records, decided)
    found += _maybe_one_meeting(records, decided)
    return tuple(sorted(found, key=lambda pair: (-pair.score, pair.left_id, pair.right_id)))


def joined_by_slip(records: Records, decided: Sequence[Decision] = ()) -> tuple[Undecided, ...]:
    """List the spellings that were taken for a slip of a name, each beside that name, without those on which there is a row."""
    told = {frozenset((d.subject.key[0], d.other.key[0])) for d in decided if d.other is not None}
    seen = _seen(records)
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


def _seen(records: Records) -> dict[str, list[Participation]]:
    seen: dict[str, list[Participation]] = {}
    for row in records.participations:
        if row.person_id:
            seen.setdefault(row.person_id, []).append(row)
    return seen


def _maybe_listed(records: Records, decided: Sequence[Decision]) -> Iterator[Undecided]:
    """Pairs of a person and the entry of the user's list that it may be."""
    told = {(d.subject.key, d.object) for d in decided if d.verb in VERBS["entry"]}
    people, seen = {p.id: p for p in records.people}, _seen(records)
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


def _maybe_one_meeting(records: Records, decided: Sequence[Decision]) -> Iterator[Undecided]:
    """Pairs of meetings that compare as neither one nor two."""
    told = {
        frozenset((d.subject.key, d.other.key)) for d in decided if d.verb in VERBS["meetings"] and d.other
    }
    texts = {document.path: document.id for document in records.documents}
    for doubt in records.maybe_one:
        sides = (doubt.left, doubt.right)
        keys = [{Reference(s.name, d).key for d in (s.document, texts.get(s.document, ""))} for s in sides]
        if any(frozenset((a, b)) in told for a in keys[0] for b in keys[1]):
            continue
        yield Undecided(
            left=Reference(doubt.left.name, doubt.left.document),
            right=Reference(doubt.right.name, doubt.right.document),
            left_id=doubt.left.meeting_id,
            right_id=doubt.right.meeting_id,
            left_label=doubt.left.label,
            right_label=doubt.right.label,
            score=len(doubt.reasons) - len(doubt.against),
            reasons=doubt.reasons,
            against=doubt.against,
            left_evidence=doubt.left.evidence,
            right_evidence=doubt.right.evidence,
            kind="meetings",
        )


def _decided_pairs(records: Records, decided: Sequence[Decision]) -> set[tuple[str, str]]:
    """The pairs of people on whom there is a row, whatever mention of theirs it names."""
    names = {p.id: {fold(p.name), *map(fold, p.aliases)} for p in records.people}
    texts = {document.path: document.id for document in records.documents}
    of: dict[tuple[str, str], str] = {}
    for row in records.participations:
        for name in names.get(row.person_id, ()):
            of[name, row.document] = row.person_id
            of[name, texts.get(row.document, "")] = row.person_id
    pairs = set()
    for decision in decided:
        if decision.verb in VERBS["people"] and decision.other is not None:
            ids = {of.get(decision.subject.key, ""), of.get(decision.other.key, "")}
            if len(ids) == 2:
                a, b = sorted(ids)
                pairs.add((a, b))
    return pairs
