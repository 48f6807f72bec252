"""Folders of reports: what is found, how it is cited, and that a bad file is a row of the ledger and loses nothing else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import pytest

from corpus.document import document_from_text
from corpus.find import find_files
from corpus.load import read_reports
from corpus.one_file import FILE_LIMIT, TEXT_LIMIT
from corpus.records import Document
from corpus.store import Store

REPORT = "The working meeting was held in the county hall on May 8. Mayor Fang Guolin attended and spoke."


def write(root: Path, name: str, data: bytes | str = REPORT) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def test_reports_are_cited_by_their_relative_path(tmp_path: Path) -> None:
    write(tmp_path, "b.txt")
    write(tmp_path, "deep/er/a.md")
    write(tmp_path, "rows.csv", f"title,text\nOne,{REPORT}\nTwo,{REPORT}\n")
    write(tmp_path, ".hidden.txt")
    write(tmp_path, ".git/config.txt")
    write(tmp_path, "decisions.csv", "kind,a,b\n")
    documents, ledger = read_reports([tmp_path])
    assert [d.path for d in documents] == ["b.txt", "deep/er/a.md", "rows.csv#1", "rows.csv#2"]
    assert ledger == ()
    assert [d.path for d in read_reports([tmp_path / "b.txt"])[0]] == ["b.txt"]


@pytest.mark.parametrize(
    ("name", "data", "reason", "detail"),
    [
        ("x.xyz", REPORT, "unknown format", "'.xyz' is not among"),
        ("noext", REPORT, "unknown format", "'' is not among"),
        ("x.txt", b"\x00\x01\x02" * 100, "not text", "a binary file"),
        ("x.txt", b"", "empty", "the file is empty"),
        ("x.txt", b" \n\t\n", "empty", "the file is empty"),
        ("x.txt", "***\n---\n", "empty", "no sentence"),
        ("x.txt", "县委召开会议。王雷主持。", "empty", "in Chinese"),
        ("x.txt", b"a" * (FILE_LIMIT + 1), "too large", "a .txt file may have"),
        ("x.txt", b"a " * (TEXT_LIMIT // 2 + 1), "too large", "a report may have"),
        ("x.docx", b"no package", "unreadable file", "broken .docx"),
        ("x.pdf", b"no pdf", "unreadable file", "broken .pdf"),
        ("x.csv", "name,age\nFang,50\n", "unreadable file", "no text column"),
        ("x.csv", "text\n", "empty", "no row"),
        ("x.jsonl", "{broken\n", "unreadable row", "no JSON"),
    ],
)
def test_a_bad_file_is_a_row_and_loses_nothing_else(
    tmp_path: Path, name: str, data: bytes | str, reason: str, detail: str
) -> None:
    write(tmp_path, name, data)
    write(tmp_path, "good.txt")
    documents, ledger = read_reports([tmp_path])
    assert [d.path for d in documents] == ["good.txt"]
    assert [row.reason for row in ledger] == [reason]
    assert ledger[0].document.partition("#")[0] == name
    assert detail in ledger[0].detail
    assert "\n" not in ledger[0].detail


def test_a_row_that_is_bad_loses_no_other(tmp_path: Path) -> None:
    write(tmp_path, "x.csv", f"text,date\n{REPORT},2022-01-25\n,\n{REPORT},\n")
    documents, ledger = read_reports([tmp_path])
    assert [(d.path, d.published) for d in documents] == [("x.csv#1", "2022-01-25"), ("x.csv#3", None)]
    assert [(row.document, row.reason) for row in ledger] == [("x.csv#2", "unreadable row")]


def test_names_that_other_programs_could_run_are_only_names(tmp_path: Path) -> None:
    for name in ("=cmd.txt", "-rf.txt", "a b.txt", "<script>.txt", "a#1.txt", "ä.txt"):
        write(tmp_path, name)
    assert len(read_reports([tmp_path])[0]) == 6


def test_a_name_that_is_no_utf8_can_be_cited(tmp_path: Path) -> None:
    try:
        with open(os.fsencode(tmp_path) + b"/bad\xff.txt", "wb") as file:  # noqa: PTH123 -- a name in bytes
            file.write(REPORT.encode())
    except OSError:
        pytest.skip("this file system takes only UTF-8 names")
    assert [d.path for d in read_reports([tmp_path])[0]] == ["bad\ufffd.txt"]


def test_links(tmp_path: Path) -> None:
    secret = write(tmp_path, "outside/secret.txt")
    root = tmp_path / "in"
    write(root, "a.txt")
    write(root, "sub/b.txt")
    (root / "out.txt").symlink_to(secret)
    (root / "out").symlink_to(secret.parent)
    (root / "same.txt").symlink_to(root / "a.txt")
    (root / "sub2").symlink_to(root / "sub")
    (root / "loop").symlink_to(root)
    (root / "self.txt").symlink_to(root / "self.txt")
    (root / "gone.txt").symlink_to(root / "nothing.txt")
    files, ledger = find_files([root])
    assert [name for name, _ in files] == ["a.txt", "same.txt", "sub/b.txt"]
    assert [(row.document, row.reason) for row in sorted(ledger, key=lambda row: row.document)] == [
        ("gone.txt", "unreadable file"),
        ("out", "outside the folder"),
        ("out.txt", "outside the folder"),
        ("self.txt", "unreadable file"),
    ]


def test_two_inputs_with_one_name(tmp_path: Path) -> None:
    write(tmp_path, "a/x.txt")
    write(tmp_path, "b/x.txt")
    documents, ledger = read_reports([tmp_path / "a", tmp_path / "b"])
    assert [d.path for d in documents] == ["x.txt"]
    assert [(row.reason, row.detail) for row in ledger] == [
        ("name given twice", "another input has a file of this name; b/x.txt is left out")
    ]
    assert read_reports([tmp_path / "a", tmp_path / "a"])[1] == ()


def test_a_missing_input_is_named(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no such file or folder: .*nothing"):
        read_reports([tmp_path / "nothing"])


def test_an_empty_folder_has_no_reports(tmp_path: Path) -> None:
    assert read_reports([tmp_path]) == ((), ())


def test_progress_counts_files(tmp_path: Path) -> None:
    for name in ("a.txt", "b.txt", "c.xyz"):
        write(tmp_path, name)
    seen: list[tuple[int, int]] = []
    read_reports([tmp_path], on_progress=lambda done, total, words: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_a_second_reading_takes_unchanged_files_from_the_store(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = tmp_path / "in"
    write(root, "a.txt")
    write(root, "b.csv", f"text\n{REPORT}\n\n{REPORT}\n")
    write(root, "c.txt", b"\x00" * 90)
    with Store.open(tmp_path / "s.sqlite") as store:
        first = read_reports([root], store=store)
    assert first == read_reports([root])
    write(root, "a.txt", REPORT.replace("May 8", "May 9"))
    write(root, "d.txt")
    (root / "c.txt").unlink()
    made: list[str] = []

    def counted(text: str, *, path: str, metadata: Mapping[str, str], repairs: tuple[str, ...]) -> Document:
        made.append(path)
        return document_from_text(text, path=path, metadata=metadata, repairs=repairs)

    monkeypatch.setattr("corpus.document.document_from_text", counted)
    with Store.open(tmp_path / "s.sqlite") as store:
        second = read_reports([root], store=store)
        assert store.seen_file("c.txt") is None
    assert made == ["d.txt", "a.txt"]  # what is new before what has changed
    assert second == read_reports([root])


def test_a_note_beside_the_reports_is_no_report(tmp_path: Path) -> None:
    (tmp_path / "README").write_text("These officials are invented.", encoding="utf-8")
    (tmp_path / "a.txt").write_text("The ward held a meeting on May 3, 2023.", encoding="utf-8")
    documents, ledger = read_reports([tmp_path])
    assert ([d.path for d in documents], ledger) == (["a.txt"], ())
