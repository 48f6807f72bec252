"""SQL on the store: read only, on views with documented columns, whatever the query tries.

Three walls, each enough alone: the file is opened read only, an authorizer lets nothing pass but reading the views below, and
SQLite takes one statement at a time.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

from graph.answer import Answer, QueryError
from graph.stored import stored_column
from graph.tables import COLUMNS

TEXTS: dict[str, tuple[tuple[str, str], ...]] = {
    "texts": (("document", "path of the report"), ("text", "its text, to which every offset points")),
    "sentences": (
        ("number", "key of the sentence in sentence_words (rowid)"),
        ("document", "path of the report"),
        ("start", "where the sentence begins"),
        ("stop", "where it ends"),
        ("text", "the sentence"),
    ),
    "sentence_words": (("text", "full-text index: WHERE sentence_words MATCH 'NEAR(flood control)'"),),
}
"""What is there beside the tables of a build."""
STEPS = 200_000
"""Steps of SQLite's machine between two looks whether the user wants to stop: some milliseconds."""


def views() -> dict[str, tuple[tuple[str, str], ...]]:
    """The views that a query can read: name -> (column, meaning); the tables of a build, where `end` is called `stop`."""
    own = {
        name: tuple((stored_column(column), meaning) for column, meaning in columns)
        for name, columns in COLUMNS.items()
    }
    return {**own, **TEXTS}


VIEWS = frozenset(views())


def ask(store: Path, query: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> Answer:
    """Run one SELECT on the store of a build; `parameters` fill its `?` or `:name`.

    Raises QueryError for a query that is wrong, or does anything but read the `views`; FileNotFoundError where there is no store.
    """
    with _reading(store) as database:
        try:
            cursor = database.execute(query, parameters)
            rows = tuple(cursor.fetchall())
        except (sqlite3.Error, sqlite3.Warning, OverflowError) as error:
            raise QueryError(_said(error)) from error
    if cursor.description is None:
        raise QueryError("the query asks for nothing: write SELECT ...")
    return Answer(columns=tuple(column[0] for column in cursor.description), rows=rows)


def words_pattern(words: str) -> str:
    """The full-text query for sentences that hold all of `words`: each word quoted, so that none is an operator.

    Raises QueryError where there is no word.
    """
    terms = re.findall(r"\w+", words)
    if not terms:
        raise QueryError(f"no word to search for in {words!r}")
    return " ".join(f'"{term}"' for term in terms)


@contextmanager
def _reading(store: Path) -> Iterator[sqlite3.Connection]:
    if not store.is_file():
        raise FileNotFoundError(f"no store '{store}'")
    database = _opened(store)
    try:
        _make_views(database)
        database.set_authorizer(_allowed)
        database.set_progress_handler(_go_on, STEPS)
        yield database
    finally:
        database.close()
        _tidy(store)


def _opened(store: Path) -> sqlite3.Connection:
    """Open read only; in a folder in which nobody may write SQLite needs to hear that the file cannot change."""
    where = store.resolve().as_uri()
    for mode in ("mode=ro", "mode=ro&immutable=1"):
        database = sqlite3.connect(f"{where}?{mode}", uri=True)
        try:
            database.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.OperationalError:
            database.close()
        except sqlite3.DatabaseError as error:
            database.close()
            raise QueryError(f"{store.name} is no readable store: {error}") from error
        else:
            return database
    raise QueryError(f"{store.name} cannot be opened for reading")


def _make_views(database: sqlite3.Connection) -> None:
    """Temporary views, which live beside the file and not in it, hide the store's own tables of the same name."""
    try:
        for name, columns in COLUMNS.items():
            listed = ", ".join(f'"{stored_column(column)}"' for column, _ in columns)
            database.execute(f'CREATE TEMP VIEW "{name}" AS SELECT {listed} FROM main."table_{name}"')
            database.execute(f'SELECT 1 FROM temp."{name}" LIMIT 0')
        database.execute("CREATE TEMP VIEW texts AS SELECT path AS document, text FROM main.documents")
        database.execute(
            "SELECT 1 FROM sentence_words LIMIT 0"
        )  # makes its tables known before the wall goes up
    except sqlite3.Error as error:
        raise QueryError(
            f"the store is not that of a build that came to its end with this version: {error}"
        ) from error


def _allowed(
    action: int, first: str | None, second: str | None, database: str | None, view: str | None
) -> int:
    """Let pass reading a view, and what SQLite itself reads below it; everything else is refused."""
    reads = action == sqlite3.SQLITE_READ and _readable(first or "", second or "", database)
    harmless = action == sqlite3.SQLITE_FUNCTION and second != "load_extension"
    # the full-text index asks whether somebody wrote meanwhile
    asks = action == sqlite3.SQLITE_PRAGMA and first == "data_version" and second is None
    plain = action in (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_RECURSIVE)
    return sqlite3.SQLITE_OK if reads or harmless or asks or plain else sqlite3.SQLITE_DENY


def _readable(table: str, column: str, database: str | None) -> bool:
    """Not by the name of the view through which a table is read: a WITH clause can give itself that name."""
    if database == "temp":
        return table in VIEWS
    if table == "documents":
        return column in ("", "path", "text")
    return not table or table.startswith(("table_", "sentences", "sentence_words")) or table in VIEWS


def _go_on() -> int:
    """Nothing to do: Python looks here whether Ctrl-C was pressed, and a query that never ends can be left."""
    return 0


def _said(error: Exception) -> str:
    text = " ".join(str(error).split())
    if "not authorized" in text or "prohibited" in text:
        return f"a query may only read the views ({', '.join(sorted(VIEWS))}): {text}"
    return text


def _tidy(store: Path) -> None:
    """Let SQLite remove the side files of its log, which a reader cannot; where nobody may write there are none."""
    try:
        with closing(sqlite3.connect(store, timeout=0)) as database:
            database.execute("PRAGMA user_version")
    except sqlite3.Error:
        return
