"""Tables of later stages in the store, written in pieces: those that are there already are left as they are.

The store keeps for every piece its digest and the number of its first row. Between two pieces lie so many free numbers that
others find room there; where they do not, the table is written anew. Rows are read in the order of their numbers.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, TypeVar

from corpus.pieces import Piece

T = TypeVar("T")
Cell = str | int | float | None
IDENTIFIER = re.compile(r"[a-z_]+")
APART = 1 << 32
"""Numbers between the first rows of two pieces, when a table is written for the first time."""
LAST = 1 << 62
Placed = tuple[int, bytes, int]
"""The number of the first row of a piece, its digest, and how many rows it has."""


def checked(name: str, columns: Sequence[str], own: Iterable[str]) -> None:
    """Raise ValueError for a name that is no plain identifier or is one of the store's `own` tables."""
    for word in (name, *columns):
        if not IDENTIFIER.fullmatch(word):
            raise ValueError(f"not a table or column name: {word!r}")
    if name in own or name.startswith("sqlite_"):
        raise ValueError(f"a table of the store itself: {name!r}")


def put_pieces(
    db: sqlite3.Connection,
    name: str,
    columns: Sequence[str],
    pieces: Sequence[Piece[T]],
    row: Callable[[T], Sequence[Cell]],
) -> None:
    """Let the table hold the rows of these pieces, in their order; `row` makes the cells of one."""
    known = _known(db, name, columns)
    places = _places([(piece.digest, len(piece.rows)) for piece in pieces], known)
    if places is None:
        write_anew(db, name, columns)
        known, places = [], [APART * (number + 1) for number in range(len(pieces))]
    there = {(first, digest) for first, digest, _ in known}
    wanted = {(first, piece.digest) for first, piece in zip(places, pieces, strict=True)}
    for first, digest, count in known:
        if (first, digest) not in wanted:
            db.execute(f'DELETE FROM "{name}" WHERE rowid BETWEEN ? AND ?', (first, first + count - 1))
            db.execute('DELETE FROM pieces WHERE "table" = ? AND first = ?', (name, first))
    cells = ", ".join(f'"{column}"' for column in columns)
    insert = f'INSERT INTO "{name}" (rowid, {cells}) VALUES ({", ".join("?" * (len(columns) + 1))})'
    for first, piece in zip(places, pieces, strict=True):
        if (first, piece.digest) not in there:
            db.executemany(insert, ((first + n, *row(one)) for n, one in enumerate(piece.rows)))
            db.execute("INSERT INTO pieces VALUES (?, ?, ?, ?)", (name, first, piece.digest, len(piece.rows)))


def rows_in(db: sqlite3.Connection, name: str) -> Iterator[dict[str, Any]]:
    """The rows of a table as dicts, in their order. Raises ValueError for a name that is no plain identifier."""
    if not IDENTIFIER.fullmatch(name):
        raise ValueError(f"not a table name: {name!r}")
    cursor = db.execute(f'SELECT * FROM "{name}" ORDER BY rowid')
    columns = [item[0] for item in cursor.description]
    for row in cursor:
        yield dict(zip(columns, row, strict=True))


def _known(db: sqlite3.Connection, name: str, columns: Sequence[str]) -> list[Placed]:
    """The pieces that the table has, in order: none where it is not there, has other columns, or not as many rows as it should."""
    if [column[1] for column in db.execute(f'PRAGMA table_info("{name}")')] != list(columns):
        return []
    found = 'SELECT first, digest, count FROM pieces WHERE "table" = ? ORDER BY first'
    known = [(row[0], bytes(row[1]), row[2]) for row in db.execute(found, (name,))]
    (there,) = db.execute(f'SELECT count(*) FROM "{name}"').fetchone()
    return known if there == sum(count for *_, count in known) else []


def write_anew(db: sqlite3.Connection, name: str, columns: Sequence[str]) -> None:
    """Make the table without rows, whatever there was."""
    db.execute(f'DROP TABLE IF EXISTS "{name}"')
    db.execute('DELETE FROM pieces WHERE "table" = ?', (name,))
    db.execute(f'CREATE TABLE "{name}" ({", ".join(f"{chr(34)}{column}{chr(34)}" for column in columns)})')


def _places(wanted: Sequence[tuple[bytes, int]], known: Sequence[Placed]) -> list[int] | None:
    """The number of the first row of each wanted piece; None where the table has to be written anew."""
    if not known:
        return None
    at = {digest: number for number, (_, digest, _) in reversed(list(enumerate(known)))}
    places: list[int] = []
    free, after = 1, 0  # the next free number; the next of the known pieces
    waiting: list[int] = []  # how many rows each of the pieces has that have no place yet
    for digest, count in (*wanted, (b"", 0)):
        number = at.get(digest, -1)
        end = LAST if not digest else known[number][0] if number >= after else -1
        if end < 0:
            waiting.append(count)
            continue
        room = (end - free - sum(waiting)) // (len(waiting) + 1)
        if room < 0:
            return None
        for rows in waiting:
            places.append(free + min(room, APART))
            free = places[-1] + rows
        waiting = []
        if digest:
            places.append(end)
            free, after = end + known[number][2], number + 1
    return places
