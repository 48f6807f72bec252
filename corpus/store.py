"""The store: one SQLite file (WAL) with the documents, their sentences in a full-text index, and what was read of them.

Later stages put their own tables beside these with `replace_table` or `put_pieces`. Nothing here depends on the clock. What was read by
other code or rules of this stage is forgotten when the store is opened: it is a cache, and the reports are the truth.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, TypeVar

from corpus.kept_tables import Cell, checked, put_pieces, rows_in, write_anew
from corpus.pieces import Piece
from corpus.store_caches import Caches, SeenFile
from corpus.store_documents import DocumentRows
from corpus.store_schema import OWN, VERSION, StoreError, prepare, reader_version

__all__ = ["VERSION", "Cell", "SeenFile", "Store", "StoreError", "reader_version"]
T = TypeVar("T")


class Store(DocumentRows, Caches):
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
            older = prepare(db, path.name, renew=renew)
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

    def replace_table(self, name: str, columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> None:
        """Write a table anew. Raises ValueError for a name that is no plain identifier or one of the store's own."""
        checked(name, columns, OWN)
        write_anew(self._db, name, columns)
        self._db.executemany(
            f'INSERT INTO "{name}" VALUES ({", ".join("?" * len(columns))})', [tuple(row) for row in rows]
        )

    def put_pieces(
        self,
        name: str,
        columns: Sequence[str],
        pieces: Sequence[Piece[T]],
        row: Callable[[T], Sequence[Cell]],
    ) -> None:
        """Let a table hold the rows of these pieces; those that it has are left. Raises ValueError as `replace_table` does."""
        checked(name, columns, OWN)
        put_pieces(self._db, name, columns, pieces, row)

    def rows(self, name: str) -> Iterator[dict[str, Any]]:
        """The rows of a table as dicts, in the order in which they were written."""
        return rows_in(self._db, name)
