"""The store: one SQLite file (WAL) with the documents, their sentences in a full-text index, and what was read of them.

Later stages put their own tables beside these with `replace_table`. Nothing here depends on the clock. What was read by
other code or rules of this stage is forgotten when the store is opened: it is a cache, and the reports are the truth.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Container, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import Any

from corpus.records import Document, Evidence, LedgerRow
from corpus.rowcodec import (
    COLUMNS,
    document_from_json,
    document_from_row,
    document_to_json,
    document_to_row,
    ledger_from_json,
    ledger_to_json,
)

VERSION = 3
SCHEMA = """
CREATE TABLE about (key TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE documents (path TEXT PRIMARY KEY, id TEXT NOT NULL, title TEXT NOT NULL, text TEXT NOT NULL, published TEXT,
  source TEXT NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL, dateline_place TEXT NOT NULL,
  press TEXT NOT NULL, zones TEXT NOT NULL, sentences TEXT NOT NULL, repairs TEXT NOT NULL);
CREATE TABLE sentences (number INTEGER PRIMARY KEY, document TEXT NOT NULL REFERENCES documents(path) ON DELETE CASCADE,
  start INTEGER NOT NULL, stop INTEGER NOT NULL, text TEXT NOT NULL);
CREATE INDEX sentences_of ON sentences(document);
CREATE VIRTUAL TABLE sentence_words USING fts5(text, content='sentences', content_rowid='number');
CREATE TRIGGER sentence_out AFTER DELETE ON sentences BEGIN
  INSERT INTO sentence_words(sentence_words, rowid, text) VALUES ('delete', old.number, old.text); END;
CREATE TABLE ledger (document TEXT NOT NULL, reason TEXT NOT NULL, detail TEXT NOT NULL, quote TEXT NOT NULL,
  start INTEGER NOT NULL, "end" INTEGER NOT NULL);
CREATE TABLE readings (document_id TEXT NOT NULL, fingerprint TEXT NOT NULL, payload TEXT NOT NULL,
  PRIMARY KEY (document_id, fingerprint));
CREATE TABLE files (name TEXT PRIMARY KEY, size INTEGER NOT NULL, sha256 TEXT NOT NULL, documents TEXT NOT NULL,
  ledger TEXT NOT NULL);
CREATE TABLE remembered (kind TEXT NOT NULL, key TEXT NOT NULL, value BLOB NOT NULL, PRIMARY KEY (kind, key)) WITHOUT ROWID;
"""
IDENTIFIER = re.compile(r"[a-z_]+")
OWN = frozenset(
    {"about", "documents", "sentences", "sentence_words", "ledger", "readings", "files", "remembered"}
)
Cell = str | int | float | None


class StoreError(RuntimeError):
    """The store cannot be used as it is; the message says why and what to do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenFile:
    """A file as it was read: its size in bytes, its hash, and what came out of it."""

    size: int
    sha256: str
    documents: tuple[Document, ...]
    ledger: tuple[LedgerRow, ...]


@cache
def reader_version() -> str:
    """A hash of the code and the rules of this stage: with other ones, the same bytes may read otherwise."""
    folder = Path(__file__).parent
    digest = sha256()
    for path in sorted([*folder.glob("*.py"), *folder.glob("rules/*.csv")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:16]


class Store:
    """An open store. Use as a context manager; writes are committed where the block ends well."""

    def __init__(self, connection: sqlite3.Connection, *, older: int = 0) -> None:
        self._db = connection
        self.older = older
        """The format in which an older version left the store, where it was emptied for that; else 0."""

    @classmethod
    def open(cls, path: Path, *, renew: bool = False) -> Store:
        """Open or create the store at `path`.

        A build may `renew` one of an older format: it is emptied, since all in it is read anew anyhow (other code reads otherwise).
        Raises StoreError where the file is no store, or was written by a newer version or, without `renew`, by an older one.
        """
        try:
            db = sqlite3.connect(path)
        except sqlite3.Error as error:
            raise StoreError(f"{path.name} cannot be opened: {error}") from error
        try:
            db.execute("PRAGMA journal_mode=WAL")
            db.execute("PRAGMA foreign_keys=ON")
            older = _prepare(db, path.name, renew=renew)
        except sqlite3.DatabaseError as error:
            db.close()
            raise StoreError(f"{path.name} is no readable store: {error}") from error
        except StoreError:
            db.close()
            raise
        return cls(db, older=older)

    @classmethod
    def look(cls, path: Path) -> Store:
        """Open the store at `path` to look at it: nothing is made, brought up to date or forgotten.

        Raises StoreError where there is no store of this version that can be read.
        """
        try:
            db = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)
            version = db.execute("PRAGMA user_version").fetchone()[0]
        except sqlite3.Error as error:
            raise StoreError(f"{path.name} is no readable store: {error}") from error
        if version != VERSION:
            db.close()
            raise StoreError(f"{path.name} has format {version}, this version writes {VERSION}")
        return cls(db)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            if kind is None:
                self._db.commit()
            else:
                self._db.rollback()
        finally:
            self.close()

    def close(self) -> None:
        """Close the file; the write-ahead log is folded into it, by whoever closes it last."""
        with suppress(sqlite3.OperationalError):  # a full disk: the log is as good, and is folded in later
            self._db.execute("PRAGMA busy_timeout=0")  # a reader does not wait for a build that goes on
            self._db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        self._db.close()

    def commit(self) -> None:
        """Make what was written so far durable."""
        self._db.commit()

    def about(self, key: str) -> str | None:
        """What is kept under `key` about the store as a whole, or None."""
        row = self._db.execute("SELECT value FROM about WHERE key = ?", (key,)).fetchone()
        return None if row is None else str(row[0])

    def set_about(self, key: str, value: str) -> None:
        """Keep `value` under `key`."""
        self._db.execute("INSERT OR REPLACE INTO about VALUES (?, ?)", (key, value))

    def damage(self) -> str:
        """What SQLite finds wrong with the file, in a line; empty where it is whole."""
        told = [str(row[0]) for row in self._db.execute("PRAGMA integrity_check(3)")]
        return "" if told == ["ok"] else "; ".join(told)

    # -- documents --------------------------------------------------------------------------------------------

    def put_documents(self, documents: Sequence[Document], ledger: Sequence[LedgerRow]) -> None:
        """Make the store hold exactly these documents and ledger rows."""
        ordered = sorted(documents, key=lambda document: document.path)
        self.forget_documents_not_in([document.path for document in ordered])
        cells = f"SELECT {', '.join(COLUMNS)} FROM documents WHERE path = ?"
        changed = [
            document
            for document in ordered
            if self._db.execute(cells, (document.path,)).fetchone() != document_to_row(document)
        ]
        self._db.executemany(
            "DELETE FROM documents WHERE path = ?", [(document.path,) for document in changed]
        )
        (known,) = self._db.execute("SELECT coalesce(max(number), 0) FROM sentences").fetchone()
        self._db.executemany(
            f"INSERT INTO documents ({', '.join(COLUMNS)}) VALUES ({', '.join('?' * len(COLUMNS))})",
            map(document_to_row, changed),
        )
        self._db.executemany(
            "INSERT INTO sentences (document, start, stop, text) VALUES (?,?,?,?)",
            (
                (document.path, s.start, s.end, document.text[s.start : s.end])
                for document in changed
                for s in document.sentences
            ),
        )
        # All at once: a trigger for each sentence took six times as long, and more the more there were.
        self._db.execute(
            "INSERT INTO sentence_words(rowid, text) SELECT number, text FROM sentences WHERE number > ?",
            (known,),
        )
        self._db.execute("DELETE FROM ledger")
        self._db.executemany(
            "INSERT INTO ledger VALUES (?,?,?,?,?,?)",
            [(r.document, r.reason, r.detail, r.quote, r.start, r.end) for r in ledger],
        )
        self._db.execute("DELETE FROM readings WHERE document_id NOT IN (SELECT id FROM documents)")

    def forget_documents_not_in(self, paths: Sequence[str]) -> None:
        """Delete the documents at all other paths, with their sentences and readings."""
        wanted = frozenset(paths)
        for (path,) in self._db.execute("SELECT path FROM documents ORDER BY path").fetchall():
            if path not in wanted:
                self._db.execute("DELETE FROM documents WHERE path = ?", (path,))

    def documents(self) -> tuple[Document, ...]:
        """All documents, by path."""
        rows = self._db.execute(f"SELECT {', '.join(COLUMNS)} FROM documents ORDER BY path")
        return tuple(document_from_row(row) for row in rows)

    def ledger(self) -> tuple[LedgerRow, ...]:
        """All ledger rows, in the order in which they were put."""
        return tuple(
            LedgerRow(document=r[0], reason=r[1], detail=r[2], quote=r[3], start=r[4], end=r[5])
            for r in self._db.execute(
                'SELECT document, reason, detail, quote, start, "end" FROM ledger ORDER BY rowid'
            )
        )

    def search(self, words: str, limit: int = 50) -> list[Evidence]:
        """Find sentences that hold all of `words` (any order; no query syntax), best first."""
        terms = re.findall(r"\w+", words)
        if not terms:
            return []
        rows = self._db.execute(
            "SELECT s.document, s.start, s.stop, s.text FROM sentence_words w JOIN sentences s ON s.number = w.rowid "
            "WHERE sentence_words MATCH ? ORDER BY w.rank, s.document, s.start LIMIT ?",
            (" ".join(f'"{term}"' for term in terms), limit),
        )
        return [Evidence(document=r[0], start=r[1], end=r[2], quote=r[3]) for r in rows]

    # -- files ------------------------------------------------------------------------------------------------

    def seen_file(self, name: str) -> SeenFile | None:
        """What came out of the file at this relative path when it was read last, or None."""
        row = self._db.execute(
            "SELECT size, sha256, documents, ledger FROM files WHERE name = ?", (name,)
        ).fetchone()
        if row is None:
            return None
        return SeenFile(
            size=row[0], sha256=row[1], documents=document_from_json(row[2]), ledger=ledger_from_json(row[3])
        )

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

    # -- what was worked out before ---------------------------------------------------------------------------

    def remembered(self, kind: str, key: str) -> bytes | None:
        """The value of that kind under `key`, or None."""
        row = self._db.execute(
            "SELECT value FROM remembered WHERE kind = ? AND key = ?", (kind, key)
        ).fetchone()
        return None if row is None else bytes(row[0])

    def remember(self, kind: str, key: str, value: bytes) -> None:
        """Keep a value."""
        self._db.execute("INSERT OR REPLACE INTO remembered VALUES (?,?,?)", (kind, key, value))

    def forget_remembered(self, wanted: Container[tuple[str, str]]) -> None:
        """Forget all values but those of the `wanted` kinds and keys."""
        known = self._db.execute("SELECT kind, key FROM remembered").fetchall()
        gone = [pair for pair in known if pair not in wanted]
        self._db.executemany("DELETE FROM remembered WHERE kind = ? AND key = ?", gone)

    # -- tables of later stages -------------------------------------------------------------------------------

    def replace_table(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Write a table anew. Raises ValueError for a name that is no plain identifier or one of the store's own."""
        for word in (name, *columns):
            if not IDENTIFIER.fullmatch(word):
                raise ValueError(f"not a table or column name: {word!r}")
        if name in OWN or name.startswith("sqlite_"):
            raise ValueError(f"a table of the store itself: {name!r}")
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


def _prepare(db: sqlite3.Connection, name: str, *, renew: bool) -> int:
    """Create the tables of a new store; empty what an older format or other readers wrote. Returns that format, else 0."""
    version = db.execute("PRAGMA user_version").fetchone()[0]
    if version > VERSION:
        raise StoreError(
            f"{name} was written by a newer version (format {version}, this one knows {VERSION})"
        )
    tables = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    if version == 0 and tables:
        raise StoreError(f"{name} is a database, but no Sederunt store")
    older = version if 0 < version < VERSION else 0
    if older and not renew:
        raise StoreError(
            f"{name} was written by an older version (format {version}, this one writes {VERSION}): build again, "
            "which reads all reports anew"
        )
    if older:
        _empty(db)
    if version < VERSION:
        db.executescript(f"BEGIN; {SCHEMA} PRAGMA user_version={VERSION}; COMMIT;")
    written = db.execute("SELECT value FROM about WHERE key = 'reader'").fetchone()
    if written is None or written[0] != reader_version():
        db.execute("DELETE FROM files")
        db.execute("DELETE FROM readings")
        db.execute("INSERT OR REPLACE INTO about VALUES ('reader', ?)", (reader_version(),))
        db.commit()
    return older


def _empty(db: sqlite3.Connection) -> None:
    """Drop all that an older version made: triggers first, which would fill tables that go."""
    db.execute("PRAGMA foreign_keys=OFF")
    made = db.execute("SELECT type, name FROM sqlite_master WHERE type IN ('trigger', 'table')").fetchall()
    for kind, name in sorted(made, key=lambda one: (one[0] != "trigger", one[1])):
        if kind == "trigger" or not name.startswith(("sqlite_", "sentences_", "sentence_words_")):
            db.execute(f'DROP {kind} IF EXISTS "{name}"')
    db.commit()
    db.execute("PRAGMA foreign_keys=ON")
