"""A store in trouble: another program writes, the file is cut off or foreign, a search is hostile."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.document import document_from_text
from corpus.load import read_reports
from corpus.records import LedgerRow, evidence_of
from corpus.store import VERSION, Store, StoreError

DYKE = document_from_text(
    "Fang Guolin presided. He Min said: “The dyke holds.” Café owners agreed.", path="a.txt"
)
PUMPS = document_from_text("Tian Bo reported on the pumps at Linhe.", path="b.txt")
ROW = LedgerRow(
    document="c.bin", reason="not text", detail="NUL bytes", quote="=cmd|' /c calc'!A1", start=1, end=4
)


def kept(path: Path) -> Path:
    with Store.open(path) as store:
        store.put_documents([PUMPS, DYKE], [ROW])
        store.save_reading(DYKE.id, "rules", "{}")
    return path


@pytest.mark.parametrize(
    "data",
    [b"Fang Guolin presided.", b"SQLite format 3\x00" + b"\x07" * 500, bytes(range(256)) * 20],
    ids=["text", "a head without a body", "noise"],
)
def test_a_file_that_is_no_database_is_refused_and_kept(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "sederunt.sqlite"
    path.write_bytes(data)
    with pytest.raises(StoreError, match=r"sederunt\.sqlite is no readable store"):
        Store.open(path)
    assert path.read_bytes() == data


def test_a_database_of_somebody_else_is_refused_and_kept(tmp_path: Path) -> None:
    path = tmp_path / "sederunt.sqlite"
    with sqlite3.connect(path) as db:
        db.execute("CREATE TABLE letters (words TEXT)")
        db.execute("INSERT INTO letters VALUES ('dear all')")
    db.close()
    with pytest.raises(StoreError, match="no Sederunt store"):
        Store.open(path)
    assert sqlite3.connect(path).execute("SELECT words FROM letters").fetchall() == [("dear all",)]


def test_a_newer_store_is_refused_and_kept(tmp_path: Path) -> None:
    path = kept(tmp_path / "sederunt.sqlite")
    db = sqlite3.connect(path)
    db.execute(f"PRAGMA user_version={VERSION + 1}")
    db.close()
    with pytest.raises(StoreError, match=f"newer version .format {VERSION + 1}, this one knows {VERSION}"):
        Store.open(path)
    assert sqlite3.connect(path).execute("SELECT count(*) FROM documents").fetchone() == (2,)


def test_a_store_that_was_cut_off_is_refused(tmp_path: Path) -> None:
    path = kept(tmp_path / "sederunt.sqlite")
    path.write_bytes(path.read_bytes()[:3000])
    with pytest.raises(StoreError, match="no readable store"):
        Store.open(path)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.open(tmp_path / "nowhere" / "sederunt.sqlite")


def test_a_reader_sees_the_last_whole_state_while_another_writes(tmp_path: Path) -> None:
    path = kept(tmp_path / "sederunt.sqlite")
    with Store.open(path) as writer:
        writer.put_documents([], [])
        with Store.open(path) as reader:
            assert [d.path for d in reader.documents()] == ["a.txt", "b.txt"]
    with Store.open(path) as reader:
        assert reader.documents() == ()


def test_a_failure_in_the_middle_leaves_the_last_state(tmp_path: Path) -> None:
    path = kept(tmp_path / "sederunt.sqlite")
    with pytest.raises(RuntimeError, match="power cut"), Store.open(path) as store:
        store.put_documents([], [])
        store.replace_table("later", ("one",), [(1,)])
        raise RuntimeError("power cut")
    with Store.open(path) as store:
        assert [d.path for d in store.documents()] == ["a.txt", "b.txt"]
        assert store.ledger() == (ROW,)
        assert store.cached_reading(DYKE.id, "rules") == "{}"
        with pytest.raises(sqlite3.OperationalError):
            list(store.rows("later"))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("dyke", ["a.txt"]),
        ("DYKE holds", ["a.txt"]),
        ("holds dyke", ["a.txt"]),  # any order
        ("dyke pumps", []),  # never in one sentence
        ("cafe", ["a.txt"]),  # accents do not matter
        ('"dyke', ["a.txt"]),
        ("dyke*", ["a.txt"]),
        ("dyk*", []),  # no query syntax: a star is no wildcard
        ("dyke OR pumps", []),  # and OR is a word
        ("text:dyke", []),
        ("NEAR(dyke, holds)", []),
        ("'; DROP TABLE documents; --", []),
        ("", []),
        ("-*^\"'", []),
    ],
)
def test_search_has_words_and_no_syntax(tmp_path: Path, words: str, found: list[str]) -> None:
    with Store.open(kept(tmp_path / "s.sqlite")) as store:
        evidence = store.search(words)
        assert [e.document for e in evidence] == found
        assert all(e == evidence_of(DYKE, e.start, e.end) for e in evidence)


@settings(max_examples=60, deadline=None)
@given(st.text())
def test_no_search_fails(tmp_path_factory: pytest.TempPathFactory, words: str) -> None:
    with Store.open(tmp_path_factory.mktemp("any") / "s.sqlite") as store:
        store.put_documents([DYKE, PUMPS], [])
        store.search(words)
        assert len(store.documents()) == 2


def test_the_index_follows_the_documents(tmp_path: Path) -> None:
    with Store.open(kept(tmp_path / "s.sqlite")) as store:
        other = document_from_text("Luo Qing asked for sand.", path="a.txt")
        store.put_documents([other], [])
        assert store.search("dyke") == store.search("pumps") == []
        assert [e.document for e in store.search("sand")] == ["a.txt"]


@pytest.mark.parametrize(
    "name", ["", "a b", "a;b", 'a"b', "A", "é", "a1", "documents", "sqlite_master", "readings", "a--"]
)
def test_names_of_later_tables_are_plain(tmp_path: Path, name: str) -> None:
    with Store.open(tmp_path / "s.sqlite") as store:
        with pytest.raises(ValueError, match="table"):
            store.replace_table(name, ("one",), [])
        assert store.documents() == ()


def test_names_of_columns_are_plain(tmp_path: Path) -> None:
    with (
        Store.open(tmp_path / "s.sqlite") as store,
        pytest.raises(ValueError, match="not a table or column name"),
    ):
        store.replace_table("good", ('x" INTEGER); DROP TABLE documents; --',), [])


def test_reading_with_a_store_is_reading_without_one(tmp_path: Path) -> None:
    """Whatever was kept of earlier states of the folder: changed, renamed, and removed files, bad ones too."""
    folder = tmp_path / "in"
    folder.mkdir()
    with Store.open(tmp_path / "s.sqlite") as store:
        for change in (
            {"a.txt": b"Fang Guolin presided.", "b.csv": b"text\nHe Min spoke.\n\n", "c.bin": b"x"},
            {"a.txt": b"Fang Guolin attended."},  # the same length
            {"d.txt": b"Fang Guolin attended.", "a.txt": None},
            {"b.csv": b"name\nHe Min\n"},
            {"b.csv": b"text\nHe Min spoke.\n", "c.bin": None},
        ):
            for name, data in change.items():
                if data is None:
                    (folder / name).unlink()
                else:
                    (folder / name).write_bytes(data)
            assert read_reports([folder], store=store) == read_reports([folder])
