"""Rows in pieces: the table holds what it was given, whatever it held, and what is there already is not written again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.kept_tables import APART
from corpus.pieces import cut, digest_of, pieces_of
from corpus.store import Store

Rows = list[tuple[str, int]]
COLUMNS = ("name", "n")
ROWS = st.lists(
    st.tuples(st.sampled_from([f"person {n}" for n in range(90)]), st.integers(0, 3)), max_size=60
)


def put(store: Store, rows: Rows) -> int:
    """Put the rows as a table; return how many rows of it and of its list of pieces were written or deleted."""
    before = store._db.total_changes
    store.put_pieces("people", COLUMNS, pieces_of(rows, lambda row: row[0]), lambda row: row)
    return store._db.total_changes - before


def held(store: Store) -> Rows:
    return [(row["name"], row["n"]) for row in store.rows("people")]


@pytest.fixture
def store() -> Iterator[Store]:
    with Store.open(Path(":memory:")) as opened:
        yield opened


@given(tables=st.lists(ROWS, min_size=1, max_size=6), ordered=st.booleans())
def test_a_table_holds_what_it_was_given_last(tables: list[Rows], ordered: bool) -> None:
    with Store.open(Path(":memory:")) as store:
        for given_rows in tables:
            rows = sorted(given_rows) if ordered else given_rows
            put(store, rows)
            assert held(store) == rows


@given(rows=ROWS, more=st.tuples(st.sampled_from([f"person {n}" for n in range(90)]), st.integers(0, 3)))
def test_one_row_more_changes_the_pieces_beside_it_alone(rows: Rows, more: tuple[str, int]) -> None:
    parts = pieces_of(sorted(rows), lambda row: row[0])
    after = {piece.digest for piece in pieces_of(sorted([*rows, more]), lambda row: row[0])}
    assert sum(piece.digest not in after for piece in parts) <= 1


def test_what_is_there_is_not_written_again(store: Store) -> None:
    rows = [(f"person {n:03}", n % 4) for n in range(400)]
    assert put(store, rows) >= len(rows)
    assert put(store, rows) == 0
    assert put(store, [*rows[:200], ("person 199b", 1), *rows[200:]]) < 120
    assert held(store) == [*rows[:200], ("person 199b", 1), *rows[200:]]


def test_a_table_without_room_between_two_pieces_is_written_anew(store: Store) -> None:
    names = [f"person {n}" for n in range(40)]
    parts = cut(names, names)
    first, last = parts[0], parts[-1]
    put(store, [(name, 1) for name in (*first, *last)])
    store._db.execute("UPDATE people SET rowid = rowid - ? WHERE rowid >= ?", (APART - len(first), 2 * APART))
    store._db.execute("UPDATE pieces SET first = first - ? WHERE first = ?", (APART - len(first), 2 * APART))
    rows = [(name, 1) for name in names]
    put(store, rows)
    assert held(store) == rows


@pytest.mark.parametrize(
    "harm",
    [
        pytest.param("DELETE FROM people WHERE n = 1", id="rows are missing"),
        pytest.param("DROP TABLE people", id="the table is missing"),
        pytest.param("DELETE FROM pieces", id="the list of pieces is missing"),
        pytest.param("ALTER TABLE people RENAME COLUMN n TO m", id="the columns are others"),
    ],
)
def test_a_damaged_table_is_written_anew(store: Store, harm: str) -> None:
    rows = [(name, number) for number in range(3) for name in ("a", "b")]
    put(store, rows)
    store._db.execute(harm)
    put(store, rows)
    assert held(store) == rows


def test_a_table_that_was_written_whole_in_between_is_not_taken_for_the_old_one(store: Store) -> None:
    put(store, [("a", 1), ("b", 2)])
    store.replace_table("people", COLUMNS, [("b", 2), ("c", 3)])
    put(store, [("a", 1), ("b", 2)])
    assert held(store) == [("a", 1), ("b", 2)]


def test_a_write_that_is_cut_off_leaves_the_old_rows(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        put(store, [("a", 1)])

    def fail(row: tuple[str, int]) -> tuple[str, int]:
        raise RuntimeError("no room")

    with pytest.raises(RuntimeError, match="no room"), Store.open(tmp_path / "s.sqlite") as store:
        store.put_documents((), ())  # opens the transaction, as a build does
        store.put_pieces("people", COLUMNS, pieces_of([("b", 2)], lambda row: row[0]), fail)
    with Store.open(tmp_path / "s.sqlite") as store:
        assert held(store) == [("a", 1)]


def test_rows_of_one_name_stay_together() -> None:
    names = [f"person {n // 5}" for n in range(300)]
    parts = cut(names, names)
    assert [name for part in parts for name in part] == names
    ends = [(next(iter(part)), part[-1]) for part in parts]
    assert len(ends) > 1
    assert len([*groupby(names)]) == sum(len([*groupby(part)]) for part in parts)


@pytest.mark.parametrize(
    ("one", "other"),
    [((1,), (1.0,)), ((1,), ("1",)), ((None,), ("",)), (("a", "b"), ("ab",)), ((True,), (1,)), (("\ud800",), ("\ud801",))],
)  # fmt: skip
def test_other_rows_have_another_digest(one: object, other: object) -> None:
    assert digest_of(one) != digest_of(other)


def test_the_first_format_of_the_rows_is_refused_by_name(store: Store) -> None:
    for name in ("pieces", "sqlite_x", "no good"):
        with pytest.raises(ValueError, match="table"):
            store.put_pieces(name, COLUMNS, [], lambda row: row)
    assert isinstance(store._db, sqlite3.Connection)
