"""Ledger rows of the resolution: what each report left open, what may be one, decisions that others rule out."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from corpus.records import Document, LedgerRow
from extract.comparison import Comparison
from extract.local import Reading
from extract.records_entities import MaybeListed
from extract.records_meetings import MaybeOne


def refused_rows(refused: Sequence[tuple[int, str]], source: str) -> Iterator[LedgerRow]:
    """Decisions of the file `source` that were not applied: (line, why)."""
    for line, why in sorted(refused):
        yield LedgerRow(document=source, reason="decision not applied", detail=f"line {line}: {why}")


def doubtful_meetings(doubts: Sequence[MaybeOne]) -> Iterator[LedgerRow]:
    """Meetings that may be one, with what speaks for it and against."""
    for doubt in doubts:
        why = Comparison(outcome="undecided", reasons=doubt.reasons, against=doubt.against)
        yield LedgerRow(
            document=doubt.left.document,
            reason="perhaps one meeting",
            detail=f"{doubt.left.label}; and {doubt.right.label} in {doubt.right.document}: {why}",
        )


def doubtful_entries(doubts: Sequence[MaybeListed]) -> Iterator[LedgerRow]:
    """People who may be an entry of the user's list."""
    for doubt in doubts:
        yield LedgerRow(
            document=doubt.document,
            reason="perhaps on the list",
            detail=f"{doubt.person_id} may be {doubt.text}: the name is the same, no post proves it",
        )


def own_rows(docs: Mapping[str, Document], readings: Mapping[str, Reading]) -> Iterator[LedgerRow]:
    """What each report left open, with the words."""
    for path, reading in readings.items():
        for row in reading.ledger:
            start, end = (row.at.start, row.at.end) if row.at else (0, 0)
            yield LedgerRow(
                document=path,
                reason=row.reason,
                detail=row.detail,
                quote=docs[path].text[start:end],
                start=start,
                end=end,
            )
