"""The store: round trips, search without syntax, refusals, and that a store is only a cache."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus import store_schema
from corpus.document import document_from_text
from corpus.records import Document, LedgerRow
from corpus.rowcodec import document_from_json, document_from_row, document_to_json, document_to_row
from corpus.store import VERSION, Store, StoreError

PAGE = "County meets\n(Reporter: Lin Yue) Mayor Fang Guolin chaired the talks. Wang Lei’s plan was read.\nEditor: He Bo"


def page(path: str, text: str = PAGE) -> Document:
    return document_from_text(text, path=path, metadata={"url": "http://a.example/1"})


def test_documents_and_ledger_come_back(tmp_path: Path) -> None:
    documents = (page("a.txt"), page("b.txt", "Li Na spoke."))
    ledger = (
        LedgerRow(document="c.txt", reason="empty", detail="the file is empty", quote="x", start=1, end=2),
    )
    with Store.open(tmp_path / "s.sqlite") as store:
        store.put_documents(tuple(reversed(documents)), ledger)
    with Store.open(tmp_path / "s.sqlite") as store:
        assert store.documents() == documents
        assert store.ledger() == ledger
        store.put_documents(documents[1:], ())
        assert store.documents() == documents[1:]
        assert store.search("Fang") == []
        assert [found.document for found in store.search("spoke")] == ["b.txt"]


def test_a_changed_document_takes_the_place_of_the_old(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        store.put_documents([page("a.txt")], [])
        store.put_documents([page("a.txt", "Li Na spoke.")], [])
        assert store.search("Fang") == []
        assert [found.quote for found in store.search("Li")] == ["Li Na spoke."]


@pytest.mark.parametrize(
    ("harm", "written"),
    [
        pytest.param("", {"30.txt"}, id="one has changed"),
        pytest.param(
            "DELETE FROM documents WHERE path = '07.txt'", {"07.txt", "30.txt"}, id="another one is gone"
        ),
        pytest.param("DELETE FROM pieces", {"30.txt"}, id="what was noted of them is gone"),
        pytest.param("UPDATE pieces SET digest = x'00'", {"30.txt"}, id="and is damaged"),
    ],
)
def test_only_documents_that_are_not_as_they_were_are_written(
    tmp_path: Path, harm: str, written: set[str]
) -> None:
    names = [f"{number:02}.txt" for number in range(60)]
    with Store.open(tmp_path / "s.sqlite") as store:
        store.put_documents([page(name) for name in names], [])
        numbers = dict(store._db.execute("SELECT document, max(number) FROM sentences GROUP BY document"))
        store._db.execute(harm)
        after = [replace(page(name), title="New" if name == "30.txt" else page(name).title) for name in names]
        store.put_documents(after, [])
        assert store.documents() == tuple(after)
        now = dict(store._db.execute("SELECT document, max(number) FROM sentences GROUP BY document"))
        assert {name for name in names if now[name] != numbers[name]} == written


@pytest.mark.parametrize(
    ("words", "quotes"),
    [
        ("Fang Guolin", ["Mayor Fang Guolin chaired the talks."]),
        ("guolin FANG", ["Mayor Fang Guolin chaired the talks."]),
        ("Wang Lei's", ["Wang Lei’s plan was read."]),
        ('"Fang" OR plan', []),  # no query syntax: OR is a word
        ("text: Fang", []),
        ("NEAR(Fang talks)", []),
        ("fa*", []),
        ("'; DROP TABLE documents; --", []),
        ("Lin Yue", []),  # a credit is no sentence
        ("", []),
        ("***", []),
    ],
)
def test_search(tmp_path: Path, words: str, quotes: list[str]) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        store.put_documents([page("a.txt")], [])
        found = store.search(words)
        assert [evidence.quote for evidence in found] == quotes
        text = store.documents()[0].text
        assert all(text[evidence.start : evidence.end] == evidence.quote for evidence in found)


def test_search_is_limited(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        store.put_documents([page(f"{n}.txt") for n in range(9)], [])
        assert len(store.search("Fang", limit=4)) == 4


@given(st.text(max_size=30))
def test_no_words_break_the_search(words: str) -> None:
    with Store.open(Path(":memory:")) as store:
        store.put_documents([page("a.txt")], [])
        assert isinstance(store.search(words), list)


@given(st.text(max_size=120))
def test_a_document_comes_back_from_its_row_and_from_json(text: str) -> None:
    document = page("a.txt", text)
    assert document_from_row(document_to_row(document)) == document
    assert document_from_json(document_to_json([document])) == (document,)


def test_readings_are_kept_for_documents_that_are_there(tmp_path: Path) -> None:
    document = page("a.txt")
    with Store.open(tmp_path / "s.sqlite") as store:
        store.put_documents([document], [])
        store.save_reading(document.id, "rules-1", "one")
        assert store.cached_reading(document.id, "rules-1") == "one"
        assert store.cached_reading(document.id, "rules-2") is None
        store.save_reading(document.id, "rules-2", "two")
        assert store.cached_reading(document.id, "rules-1") is None
        store.put_documents([], [])
        assert store.cached_reading(document.id, "rules-2") is None


def test_what_other_readers_wrote_is_forgotten(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = page("a.txt")
    with Store.open(tmp_path / "s.sqlite") as store:
        store.put_documents([document], [])
        store.save_reading(document.id, "rules", "payload")
    with Store.open(tmp_path / "s.sqlite") as store:
        assert store.cached_reading(document.id, "rules") == "payload"
    monkeypatch.setattr(store_schema, "reader_version", lambda: "other")
    with Store.open(tmp_path / "s.sqlite") as store:
        assert store.cached_reading(document.id, "rules") is None
        assert store.documents() == (document,)


def test_a_block_that_fails_writes_nothing(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="stop"), Store.open(tmp_path / "s.sqlite") as store:
        store.put_documents([page("a.txt")], [])
        raise RuntimeError("stop")
    with Store.open(tmp_path / "s.sqlite") as store:
        assert store.documents() == ()


def test_tables_of_later_stages(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        store.replace_table("people", ("name", "n"), [("Fang", 1), ("Wang", None)])
        store.replace_table("people", ("name",), [("Li",)])
        assert list(store.rows("people")) == [{"name": "Li"}]


@pytest.mark.parametrize(
    "name", ["", "People", "a b", 'a"; DROP TABLE x', "1a", "documents", "files", "sqlite_master"]
)
def test_table_names_are_plain_and_not_the_stores_own(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        with pytest.raises(ValueError, match=r"not a table|of the store itself"):
            store.replace_table(name, ("x",), [])
        with pytest.raises(ValueError, match="not a table or column"):
            store.replace_table("people", ("x y",), [])


def test_refusals(tmp_path: Path) -> None:
    newer, other, text = tmp_path / "newer.sqlite", tmp_path / "other.sqlite", tmp_path / "text.sqlite"
    for path, sql in ((newer, f"PRAGMA user_version={VERSION + 1}"), (other, "CREATE TABLE mine (x)")):
        connection = sqlite3.connect(path)
        connection.execute(sql)
        connection.commit()
        connection.close()
    text.write_text("no database " * 200, encoding="utf-8")
    for path, complaint in (
        (newer, "written by a newer version"),
        (other, "is a database, but no Sederunt store"),
        (text, "is no readable store"),
        (tmp_path / "missing" / "s.sqlite", "cannot be opened"),
    ):
        with pytest.raises(StoreError, match=complaint):
            Store.open(path)


def test_an_older_format_is_emptied_by_a_build_alone(tmp_path: Path) -> None:
    path = tmp_path / "s.sqlite"
    connection = sqlite3.connect(path)
    connection.executescript(
        "CREATE TABLE documents (path TEXT); INSERT INTO documents VALUES ('a.txt');"
        "CREATE VIRTUAL TABLE sentences USING fts5(text); CREATE TABLE record_people (payload);"
        "PRAGMA user_version=1"
    )
    connection.close()
    with pytest.raises(
        StoreError, match=rf"older version \(format 1, this one writes {VERSION}\): build again"
    ):
        Store.open(path)
    assert sqlite3.connect(path).execute("SELECT path FROM documents").fetchall() == [("a.txt",)]
    with Store.open(path, renew=True) as store:
        assert store.older == 1
        assert store.documents() == ()
        store.put_documents([page("a.txt")], [])
        assert len(store.search("Fang")) == 1
    with Store.open(path) as store:
        assert store.older == 0


def test_the_store_is_written_ahead(tmp_path: Path) -> None:
    with Store.open(tmp_path / "s.sqlite"):
        connection = sqlite3.connect(tmp_path / "s.sqlite")
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        connection.close()
