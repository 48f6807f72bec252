"""The tables of a store's file: made in a new one, emptied where an older version or other readers wrote them."""

from __future__ import annotations

import sqlite3
from functools import cache
from hashlib import sha256
from pathlib import Path

VERSION = 4
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
CREATE TABLE pieces ("table" TEXT NOT NULL, first INTEGER NOT NULL, digest BLOB NOT NULL, count INTEGER NOT NULL,
  PRIMARY KEY ("table", first)) WITHOUT ROWID;
"""
OWN = frozenset(
    {
        "about",
        "documents",
        "sentences",
        "sentence_words",
        "ledger",
        "readings",
        "files",
        "remembered",
        "pieces",
    }
)


class StoreError(RuntimeError):
    """The store cannot be used as it is; the message says why and what to do."""


@cache
def reader_version() -> str:
    """A hash of the code and the rules of this stage: with other ones, the same bytes may read otherwise."""
    folder = Path(__file__).parent
    digest = sha256()
    for path in sorted([*folder.glob("*.py"), *folder.glob("rules/*.csv")]):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    return digest.hexdigest()[:16]


def prepare(db: sqlite3.Connection, name: str, *, renew: bool) -> int:
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
