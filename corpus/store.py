"""The store: one SQLite file (WAL) with the documents, their sentences in a full-text index, and what was read of them.

Later stages put their own tables beside these with `replace_table`. Nothing here depends on the clock.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from pathlib import Path
from types import TracebackType
from typing import Any

from corpus.records import Document, Evidence, LedgerRow, PressName, Sentence, Zone

VERSION = 1
SCHEMA = """
CREATE TABLE documents (path TEXT PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, published TEXT,
  source TEXT NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL, dateline_place TEXT NOT NULL,
  press TEXT NOT NULL, zones TEXT NOT NULL, sentences TEXT NOT NULL, repairs TEXT NOT NULL);
CREATE TABLE ledger (document TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, quote TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL);
CREATE TABLE readings (document_id TEXT NOT NULL, fingerprint TEXT NOT NULL, payload TEXT NOT NULL,
  PRIMARY KEY (document_id, fingerprint));
CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER NOT NULL, sha256 TEXT NOT NULL, reader TEXT NOT NULL);
CREATE VIRTUAL TABLE sentences USING fts5(text, document UNINDEXED, start UNINDEXED, stop UNINDEXED);
"""
IDENTIFIER = re.compile(r"[a-z][a-z_]*")
Cell = str | int | float | None


class StoreError(RuntimeError):
    """The store cannot be used as it is; the message says why and what to do."""


class Store:
    """An open store. Use as a context manager; writes are committed where the block ends well."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self._db = connection

    @classmethod
    def open(cls, path: Path) -> Store:
        """Open or create the store at `path`.

        Raises StoreError where the file is no store, or was written by a newer version.
        """
        db = sqlite3.connect(path)
        try:
            db.execute("PRAGMA journal_mode=WAL")
            version = db.execute("PRAGMA user_version").fetchone()[0]
            if version > VERSION:
                raise StoreError(
                    f"{path.name} was written by a newer version (format {version}, this one knows {VERSION})"
                )
            if version == 0:
                if db.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]:
                    raise StoreError(f"{path.name} is a database, but no Sederunt store")
                db.executescript(SCHEMA)
                db.execute(f"PRAGMA user_version={VERSION}")
                db.commit()
        except sqlite3.DatabaseError as error:
            db.close()
            raise StoreError(f"{path.name} is no readable store: {error}") from error
        except StoreError:
            db.close()
            raise
        return cls(db)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None:
            self._db.commit()
        else:
            self._db.rollback()
        self.close()

    def close(self) -> None:
        """Close the file; the write-ahead log is folded into it."""
        self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()

    # -- documents --------------------------------------------------------------------------------------------

    def put_documents(self, documents: Sequence[Document], ledger: Sequence[LedgerRow]) -> None:
        """Make the store hold exactly these documents and ledger rows."""
        kept = {row[0]: row[1] for row in self._db.execute("SELECT path, id FROM documents")}
        wanted = {document.path: document.id for document in documents}
        for path in sorted(set(kept) - set(wanted)) + sorted(
            p for p in wanted if kept.get(p, wanted[p]) != wanted[p]
        ):
            self._db.execute("DELETE FROM documents WHERE path = ?", (path,))
            self._db.execute("DELETE FROM sentences WHERE document = ?", (path,))
        for document in documents:
            if kept.get(document.path) == document.id:
                continue
            self._db.execute(
                "INSERT INTO documents VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    document.path,
                    document.id,
                    document.title,
                    document.text,
                    document.published,
                    document.source,
                    document.url,
                    document.language,
                    document.dateline_place,
                    _json(document.press),
                    _json(document.zones),
                    _json(document.sentences),
                    json.dumps(list(document.repairs)),
                ),
            )
            self._db.executemany(
                "INSERT INTO sentences (text, document, start, stop) VALUES (?,?,?,?)",
                [(document.text[s.start : s.end], document.path, s.start, s.end) for s in document.sentences],
            )
        self._db.execute("DELETE FROM ledger")
        self._db.executemany(
            "INSERT INTO ledger VALUES (?,?,?,?,?,?)",
            [(r.document, r.reason, r.detail, r.quote, r.start, r.end) for r in ledger],
        )
        self._db.execute("DELETE FROM readings WHERE document_id NOT IN (SELECT id FROM documents)")

    def documents(self) -> tuple[Document, ...]:
        """All documents, by path."""
        out = []
        for row in self._db.execute(
            "SELECT path, id, title, text, published, source, url, language, dateline_place, press, zones, sentences, repairs "
            "FROM documents ORDER BY path"
        ):
            out.append(
                Document(
                    path=row[0],
                    id=row[1],
                    title=row[2],
                    text=row[3],
                    published=row[4],
                    source=row[5],
                    url=row[6],
                    language=row[7],
                    dateline_place=row[8],
                    press=tuple(PressName(**item) for item in json.loads(row[9])),
                    zones=tuple(Zone(**item) for item in json.loads(row[10])),
                    sentences=tuple(Sentence(**item) for item in json.loads(row[11])),
                    repairs=tuple(json.loads(row[12])),
                )
            )
        return tuple(out)

    def ledger(self) -> tuple[LedgerRow, ...]:
        """All ledger rows, in the order in which they were put."""
        return tuple(
            LedgerRow(document=r[0], reason=r[1], detail=r[2], quote=r[3], start=r[4], end=r[5])
            for r in self._db.execute(
                'SELECT document, reason, detail, quote, start, "end" FROM ledger ORDER BY rowid'
            )
        )

    def search(self, words: str, limit: int = 50) -> tuple[Evidence, ...]:
        """Find sentences that hold all of `words` (any order; no query syntax), best first."""
        terms = re.findall(r"\w+", words)
        if not terms:
            return ()
        query = " ".join(f'"{term}"' for term in terms)
        rows = self._db.execute(
            "SELECT document, start, stop, text FROM sentences WHERE sentences MATCH ? ORDER BY rank, document, start LIMIT ?",
            (query, limit),
        )
        return tuple(Evidence(document=r[0], start=int(r[1]), end=int(r[2]), quote=r[3]) for r in rows)

    # -- readings ---------------------------------------------------------------------------------------------

    def cached_reading(self, document_id: str, fingerprint: str) -> str | None:
        """What was read of this document with the same rules and model, or None."""
        row = self._db.execute(
            "SELECT payload FROM readings WHERE document_id = ? AND fingerprint = ?",
            (document_id, fingerprint),
        ).fetchone()
        return None if row is None else str(row[0])

    def save_reading(self, document_id: str, fingerprint: str, payload: str) -> None:
        """Keep what was read of a document; readings with other rules or models are forgotten."""
        self._db.execute("DELETE FROM readings WHERE document_id = ?", (document_id,))
        self._db.execute("INSERT INTO readings VALUES (?,?,?)", (document_id, fingerprint, payload))

    def commit(self) -> None:
        """Make what was written so far durable."""
        self._db.commit()

    # -- tables of later stages -------------------------------------------------------------------------------

    def replace_table(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Write a table anew. Raises ValueError for a name that is no plain identifier."""
        for word in (name, *columns):
            if not IDENTIFIER.fullmatch(word):
                raise ValueError(f"not a table or column name: {word!r}")
        quoted = ", ".join(f'"{column}"' for column in columns)
        self._db.execute(f'DROP TABLE IF EXISTS "{name}"')
        self._db.execute(f'CREATE TABLE "{name}" ({quoted})')
        self._db.executemany(
            f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(columns))})', [tuple(row) for row in rows]
        )

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of a table as dicts, in the order in which they were written."""
        if not IDENTIFIER.fullmatch(name):
            raise ValueError(f"not a table name: {name!r}")
        cursor = self._db.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
        columns = [item[0] for item in cursor.description]
        for row in cursor:
            yield dict(zip(columns, row, strict=True))


def _json(records: Sequence[Any]) -> str:
    return json.dumps([asdict(record) for record in records], ensure_ascii=False, separators=(",", ":"))
