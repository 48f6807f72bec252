"""Documents and ledger rows as the store keeps them, and back: a round trip changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import fields
from operator import attrgetter
from typing import Any, TypeVar

from msgspec import DecodeError
from msgspec.json import Decoder, Encoder

from corpus.records import Document, LedgerRow, PressName, Sentence, Zone

T = TypeVar("T")
COLUMNS = tuple(field.name for field in fields(Document))
LISTS: dict[str, Decoder[Any]] = {
    "press": Decoder(tuple[PressName, ...]),
    "zones": Decoder(tuple[Zone, ...]),
    "sentences": Decoder(tuple[Sentence, ...]),
    "repairs": Decoder(tuple[str, ...]),
}
CELLS = attrgetter(*COLUMNS)
AS_JSON = tuple(COLUMNS.index(name) for name in LISTS)
DOCUMENTS = Decoder(tuple[Document, ...])
LEDGER = Decoder(tuple[LedgerRow, ...])
ENCODER = Encoder()


def document_to_row(document: Document) -> tuple[Any, ...]:
    """A document as the cells of its row; the lists are JSON."""
    cells = list(CELLS(document))
    for at in AS_JSON:
        cells[at] = _json(cells[at]) if cells[at] else "[]"
    return tuple(cells)


def document_from_row(row: Sequence[Any]) -> Document:
    """The document of a row. Raises ValueError where a cell is no JSON."""
    values = dict(zip(COLUMNS, row, strict=True))
    for name, decoder in LISTS.items():
        values[name] = _read(decoder, values[name])
    return Document(**values)


def document_to_json(documents: Sequence[Document]) -> str:
    """Documents as one JSON text."""
    return _json(documents)


def document_from_json(text: str) -> tuple[Document, ...]:
    """The documents of `document_to_json`."""
    return _read(DOCUMENTS, text)


def ledger_to_json(rows: Sequence[LedgerRow]) -> str:
    """Ledger rows as one JSON text."""
    return _json(rows)


def ledger_from_json(text: str) -> tuple[LedgerRow, ...]:
    """The rows of `ledger_to_json`."""
    return _read(LEDGER, text)


def _read(decoder: Decoder[T], text: str) -> T:
    try:
        return decoder.decode(text)
    except DecodeError as error:
        raise ValueError(f"no JSON of ours: {error}") from error


def _json(value: object) -> str:
    return ENCODER.encode(value).decode("utf-8")
