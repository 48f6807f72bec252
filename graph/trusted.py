"""Cut the records at a confidence: what is trusted less goes to the ledger, with its sentence, and nothing is lost."""

from __future__ import annotations

from dataclasses import replace

from corpus.records import LedgerRow
from extract.confidence import confidence
from extract.records import Records
from extract.records_meetings import Participation


def trusted(records: Records, threshold: float) -> Records:
    """Leave out the statements whose rule has a measured precision below `threshold` (0 to 1).

    They become ledger rows `low confidence`; people of whom nothing else is stated go with them. Raises ValueError for a
    threshold outside 0 to 1.
    """
    if not 0 <= threshold <= 1:
        raise ValueError(f"a confidence is from 0 to 1, not {threshold}")
    if threshold <= 0:
        return records
    kept = tuple(p for p in records.participations if p.group or confidence(p) >= threshold)
    cut = [p for p in records.participations if not (p.group or confidence(p) >= threshold)]
    if not cut:
        return records
    stated = {p.person_id for p in kept} | {h.person_id for h in records.holdings}
    rows = (*records.ledger, *map(_row, cut))
    return replace(
        records,
        participations=kept,
        people=tuple(person for person in records.people if person.id in stated),
        ledger=tuple(
            sorted(rows, key=lambda row: (row.document, row.start, row.end, row.reason, row.detail))
        ),
    )


def _row(p: Participation) -> LedgerRow:
    return LedgerRow(
        document=p.document,
        reason="low confidence",
        detail=f"{p.surface}: {p.role}, by the rule {p.rule} ({confidence(p):.2f})",
        quote=p.evidence.quote,
        start=p.evidence.start,
        end=p.evidence.end,
    )
