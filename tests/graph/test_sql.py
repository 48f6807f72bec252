"""SQL on the store: what it answers, and that nothing but reading the documented views gets through."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from handmade import town_and_county

from corpus.store import Store
from graph import Network
from graph.answer import QueryError
from graph.sql import TEXTS, ask, views
from graph.stored import keep_records
from graph.tables import COLUMNS, rows_of

RECORDS = town_and_county()


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sql") / "sederunt.sqlite"
    with Store.open(path) as opened:
        keep_records(opened, RECORDS, rows_of(RECORDS))
    return path


@pytest.mark.parametrize("name", sorted(views()))
def test_every_view_has_the_columns_that_are_documented(name: str, store: Path) -> None:
    answer = ask(store, f"SELECT * FROM {name} LIMIT 1")
    shown = [column for column, _ in views()[name]]
    assert list(answer.columns) == shown


def test_views_are_the_tables_of_a_build_and_the_texts(store: Path) -> None:
    assert set(views()) == {*COLUMNS, *TEXTS}
    for name in COLUMNS:
        assert ask(store, f"SELECT count(*) FROM {name}").rows == ((len(rows_of(RECORDS)[name]),),)


ANSWERS = [
    # parameters by place and by name
    ("SELECT label FROM people WHERE name = ? ORDER BY 1", ("Luo Qing",), ["Luo Qing (Linhe)", "Luo Qing (Shuixi)"]),
    ("SELECT label FROM people WHERE person_id = :id", {"id": "he-min"}, ["He Min"]),
    # what is not known is NULL and not text
    ("SELECT meeting_id FROM meetings WHERE date IS NULL AND NOT cited", (), ["talks"]),
    # the language as it is: common table expressions, recursion, windows
    ("WITH x AS (SELECT person_id FROM people) SELECT count(*) FROM x", (), [10]),
    ("WITH RECURSIVE t(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM t WHERE n < 4) SELECT sum(n) FROM t", (), [10]),
    ("SELECT r FROM (SELECT person_id, rank() OVER (ORDER BY meetings DESC) r FROM people) WHERE person_id = 'xi-jinping'", (), [9]),
    # the tables of a build and not the store's own of the same name
    ("SELECT document_id FROM documents WHERE document = 'city/plenary.txt'", (), [next(d.id for d in RECORDS.documents if d.path == 'city/plenary.txt')]),
]  # fmt: skip


@pytest.mark.parametrize(("query", "parameters", "expected"), ANSWERS)
def test_answers(query: str, parameters: object, expected: list[object], store: Path) -> None:
    assert [row[0] for row in ask(store, query, parameters).rows] == expected  # type: ignore[arg-type]


def test_the_full_text_index_is_there(store: Path) -> None:
    query = (
        "SELECT s.text FROM sentence_words JOIN sentences s ON s.number = sentence_words.rowid "
        "WHERE sentence_words MATCH 'NEAR(fang chaired)' ORDER BY rank"
    )
    assert all("Fang Guolin chaired" in text for (text,) in ask(store, query).rows)
    assert ask(store, query).rows


HOSTILE = [
    "DELETE FROM table_people",
    "UPDATE people SET name = 'x'",
    "INSERT INTO table_people VALUES (1)",
    "INSERT INTO sentence_words(sentence_words) VALUES ('rebuild')",
    "DROP TABLE table_people",
    "CREATE TABLE x (a)",
    "CREATE TEMP TABLE x (a)",
    "ATTACH '{folder}/other.db' AS other",
    "VACUUM INTO '{folder}/copy.db'",
    "PRAGMA journal_mode = DELETE",
    "PRAGMA writable_schema = ON",
    "SELECT load_extension('x')",
    "BEGIN",
    "SELECT 1; DELETE FROM table_people",
    "SELECT payload FROM record_people",
    "SELECT payload FROM readings",
    "WITH people AS (SELECT payload FROM main.record_people) SELECT * FROM people",  # a name of ours over a table that is not
    "SELECT * FROM (SELECT payload FROM main.readings) AS people",
    "SELECT zones FROM main.documents",
    "SELECT sql FROM sqlite_master",
    "SELECT * FROM pragma_table_info('people')",
    "",
    "nonsense",
]


@pytest.mark.parametrize("query", HOSTILE)
def test_nothing_but_reading_gets_through(query: str, store: Path) -> None:
    before = store.read_bytes()
    with pytest.raises(QueryError):
        ask(store, query.format(folder=store.parent))
    assert store.read_bytes() == before
    assert [path.name for path in store.parent.iterdir()] == [store.name]


def test_a_query_leaves_no_side_file_and_works_where_nobody_may_write(store: Path) -> None:
    assert ask(store, "SELECT 1").rows == ((1,),)
    assert [path.name for path in store.parent.iterdir()] == [store.name]


def test_a_query_while_a_build_writes_sees_what_was_committed(store: Path) -> None:
    with sqlite3.connect(store) as writer:
        writer.execute("CREATE TABLE half_done (a)")
        assert ask(store, "SELECT count(*) FROM people").rows == ((10,),)
        writer.rollback()
    writer.close()


@pytest.mark.parametrize("content", [b"", b"no database at all, but some bytes" * 40])
def test_what_is_no_store_is_refused(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.sqlite").write_bytes(content)
    with pytest.raises(QueryError):
        ask(tmp_path / "x.sqlite", "SELECT 1 FROM people")
    with pytest.raises(FileNotFoundError):
        ask(tmp_path / "none.sqlite", "SELECT 1")


def test_a_network_without_a_folder_can_be_asked_too() -> None:
    net = Network.from_records(RECORDS)
    frame = net.sql("SELECT person_id, meetings FROM people ORDER BY meetings DESC, person_id LIMIT 2")
    assert frame["person_id"].tolist() == ["deng-wenjie", "fang-guolin"]
    assert frame["meetings"].sum() == 4
    found = net.search("Fang Guolin chaired")
    assert list(found.columns) == ["document", "start", "stop", "sentence", "people", "meetings"]
    assert found["people"].tolist()[0] == "Fang Guolin"
    assert net.search("nobody said this").empty


@pytest.mark.parametrize("words", ["", '"*"', "- ^"])
def test_a_search_needs_words(words: str) -> None:
    with pytest.raises(QueryError, match="no word"):
        Network.from_records(RECORDS).search(words)


@pytest.mark.parametrize("words", ["Fang OR nobody", 'Fang" NEAR', "text: Fang", "Fang*"])
def test_operators_are_words_in_a_search(words: str) -> None:
    assert Network.from_records(RECORDS).search(words).empty or "*" in words
