"""What the store keeps so that it need not be done again: files as they were read, readings, and what later stages remember."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Container, Iterator, Sequence
from dataclasses import dataclass
from functools import partial

from corpus.records import Document, LedgerRow
from corpus.rowcodec import document_from_json, document_to_json, ledger_from_json, ledger_to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFile:
    """A file as it was read: its size in bytes, its hash, and what came out of it."""

    size: int
    sha256: str
    documents: tuple[Document, ...]
    ledger: tuple[LedgerRow, ...]


class Caches:
    """Files, readings and remembered values; mixed into `Store`."""

    _db: sqlite3.Connection

    def seen_files(self) -> Iterator[tuple[str, int, str, Callable[[], SeenFile]]]:
        """All files that were read: path, size and hash, and what gives all that came out of it."""
        for name, size, digest, documents, ledger in self._db.execute(
            "SELECT name, size, sha256, documents, ledger FROM files"
        ):
            yield name, size, digest, partial(_seen, size, digest, documents, ledger)

    def seen_file(self, name: str) -> SeenFile | None:
        """What came out of the file at this relative path when it was read last, or None."""
        row = self._db.execute(
            "SELECT size, sha256, documents, ledger FROM files WHERE name = ?", (name,)
        ).fetchone()
        if row is None:
            return None
        return _seen(*row)

    def save_file(self, name: str, seen: SeenFile) -> None:
        """Keep what came out of a file."""
        self._db.execute(
            "INSERT OR REPLACE INTO files VALUES (?,?,?,?,?)",
            (name, seen.size, seen.sha256, document_to_json(seen.documents), ledger_to_json(seen.ledger)),
        )

    def file_names(self) -> list[str]:
        """The relative paths of all files that were read, sorted."""
        return [row[0] for row in self._db.execute("SELECT name FROM files ORDER BY name")]

    def forget_files_not_in(self, names: Sequence[str]) -> None:
        """Forget the files at all other relative paths."""
        wanted = frozenset(names)
        for (name,) in self._db.execute("SELECT name FROM files ORDER BY name").fetchall():
            if name not in wanted:
                self._db.execute("DELETE FROM files WHERE name = ?", (name,))

    def cached_reading(self, document_id: str, fingerprint: str) -> str | None:
        """What was read of this document with the same rules and model, or None."""
        row = self._db.execute(
            "SELECT payload FROM readings WHERE document_id = ? AND fingerprint = ?",
            (document_id, fingerprint),
        ).fetchone()
        return None if row is None else str(row[0])

    def cached_readings(self, fingerprint: str) -> Iterator[tuple[str, str]]:
        """What was read of all documents with these rules and this model, by the id of the document."""
        yield from self._db.execute(
            "SELECT document_id, payload FROM readings WHERE fingerprint = ?", (fingerprint,)
        )

    def save_reading(self, document_id: str, fingerprint: str, payload: str) -> None:
        """Keep what was read of a document; readings with other rules or models are forgotten."""
        self._db.execute("DELETE FROM readings WHERE document_id = ?", (document_id,))
        self._db.execute("INSERT INTO readings VALUES (?,?,?)", (document_id, fingerprint, payload))

    def remembered(self, kind: str, key: str) -> bytes | None:
        """The value of that kind under `key`, or None."""
        row = self._db.execute(
            "SELECT value FROM remembered WHERE kind = ? AND key = ?", (kind, key)
        ).fetchone()
        return None if row is None else bytes(row[0])

    def all_remembered(self, kind: str) -> dict[str, bytes]:
        """All values of that kind, by key."""
        return dict(self._db.execute("SELECT key, value FROM remembered WHERE kind = ?", (kind,)))

    def remember(self, kind: str, key: str, value: bytes) -> None:
        """Keep a value."""
        self._db.execute("INSERT OR REPLACE INTO remembered VALUES (?,?,?)", (kind, key, value))

    def forget_remembered(self, wanted: Container[tuple[str, str]]) -> None:
        """Forget all values but those of the `wanted` kinds and keys."""
        known = self._db.execute("SELECT kind, key FROM remembered").fetchall()
        gone = [pair for pair in known if pair not in wanted]
        self._db.executemany("DELETE FROM remembered WHERE kind = ? AND key = ?", gone)

    def forget_pieces(self) -> None:
        """Forget of what the tables are made up, so that they are written anew."""
        self._db.execute("DELETE FROM pieces")


def _seen(size: int, digest: str, documents: str, ledger: str) -> SeenFile:
    return SeenFile(
        size=size, sha256=digest, documents=document_from_json(documents), ledger=ledger_from_json(ledger)
    )
