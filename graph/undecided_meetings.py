"""Which two meetings may be one: those that compare as neither one nor two."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.decisions import Decision, Reference
from extract.records import Records
from graph.undecided_pair import VERBS, Undecided


def meeting_pairs(records: Records, decided: Sequence[Decision]) -> Iterator[Undecided]:
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
