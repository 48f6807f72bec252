"""Documents and ledger rows as the store keeps them, and back: a round trip changes nothing."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from corpus.records import Document, LedgerRow, PressName, Sentence, Zone

LISTS = {"press": PressName, "zones": Zone, "sentences": Sentence}
COLUMNS = tuple(field.name for field in fields(Document))


def document_to_row(document: Document) -> tuple[Any, ...]:
    """A document as the cells of its row; the lists are JSON."""
    values = asdict(document)
    return tuple(
        _json(values[name]) if name in LISTS or name == "repairs" else values[name] for name in COLUMNS
    )


def document_from_row(row: Sequence[Any]) -> Document:
    """The document of a row. Raises ValueError where a cell is no JSON."""
    values = dict(zip(COLUMNS, row, strict=True))
    for name in (*LISTS, "repairs"):
        values[name] = json.loads(values[name])
    return _document(values)


def document_to_json(documents: Sequence[Document]) -> str:
    """Documents as one JSON text."""
    return _json([asdict(document) for document in documents])


def document_from_json(text: str) -> tuple[Document, ...]:
    """The documents of `document_to_json`."""
    return tuple(_document(values) for values in json.loads(text))


def ledger_to_json(rows: Sequence[LedgerRow]) -> str:
    """Ledger rows as one JSON text."""
    return _json([asdict(row) for row in rows])


def ledger_from_json(text: str) -> tuple[LedgerRow, ...]:
    """The rows of `ledger_to_json`."""
    return tuple(LedgerRow(**values) for values in json.loads(text))


def _document(values: dict[str, Any]) -> Document:
    for name, kind in LISTS.items():
        values[name] = tuple(kind(**item) for item in values[name])
    values["repairs"] = tuple(values["repairs"])
    return Document(**values)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
