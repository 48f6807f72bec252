"""Reports at addresses: what is brought, what is left out and why, and that nothing is brought twice."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest

import corpus.remote
from corpus.load import read_reports
from corpus.remote import RemoteError, bring, is_address

REPORT = "The county government met on May 3, 2023. Mayor Fang Guolin presided over the meeting.\n"


@pytest.fixture
def memory() -> Iterator[Any]:
    """An empty store in memory that holds a few files below /reports."""
    system = fsspec.filesystem("memory")
    system.store.clear()
    system.pseudo_dirs[:] = [""]
    for name in ("a.txt", "2023/b.txt", "2023/.hidden.txt", "README"):
        system.pipe(f"/reports/{name}", REPORT.encode())
    yield system
    system.store.clear()


@pytest.mark.parametrize(
    ("given", "yes"),
    [
        ("s3://bucket/x", True),
        ("memory://reports", True),
        ("reports", False),
        ("C:\\reports", False),
        ("://x", False),
    ],
)
def test_what_is_an_address(given: str, yes: bool) -> None:
    assert is_address(given) is yes


@pytest.mark.parametrize(
    ("address", "names"),
    [
        ("memory://reports", ["2023/b.txt", "a.txt"]),  # a folder, without what is hidden and no report
        ("memory://reports/a.txt", ["a.txt"]),  # a file
        ("memory://reports/*/*.txt", ["2023/b.txt"]),  # a pattern, from its folder on
    ],
)
def test_what_lies_there_is_brought(memory: Any, tmp_path: Path, address: str, names: list[str]) -> None:
    folder, ledger = bring(address, tmp_path)
    documents, _ = read_reports([folder])
    assert [document.path for document in documents] == names
    assert not ledger


def test_a_folder_of_this_machine_has_an_address_too(tmp_path: Path) -> None:
    source = tmp_path / "source"
    source.mkdir()
    (source / "a.txt").write_text(REPORT, encoding="utf-8")
    folder, _ = bring(source.as_uri(), tmp_path / "kept")
    assert (folder / "a.txt").read_text(encoding="utf-8") == REPORT


def test_only_what_changed_is_brought_again(
    memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fetched: list[str] = []
    fetch = corpus.remote._fetch

    def noted(system: Any, path: str, target: Path) -> str:
        fetched.append(target.name)
        return fetch(system, path, target)

    monkeypatch.setattr(corpus.remote, "_fetch", noted)
    folder, _ = bring("memory://reports", tmp_path)
    memory.pipe("/reports/a.txt", REPORT.replace("Fang", "Zhang").encode())
    memory.rm("/reports/2023/b.txt")
    memory.pipe("/reports/c.txt", REPORT.encode())
    again, _ = bring("memory://reports", tmp_path)
    assert again == folder
    assert fetched == ["b.txt", "a.txt", "a.txt", "c.txt"]
    assert sorted(path.name for path in folder.rglob("*.txt")) == ["a.txt", "c.txt"]
    assert "Zhang" in (folder / "a.txt").read_text(encoding="utf-8")


def test_what_cannot_be_brought_is_a_row_of_the_ledger(
    memory: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory.pipe("/reports/big.txt", b"x" * 300)
    memory.pipe("/reports/x\\..\\y.txt", REPORT.encode())
    memory.pipe("/reports/2023/B.txt", REPORT.encode())
    monkeypatch.setattr(corpus.remote, "LIMIT", 200)
    opened = memory.open

    def broken(path: str, mode: str) -> Any:
        if path.endswith("a.txt"):
            raise PermissionError("access denied")
        return opened(path, mode)

    monkeypatch.setattr(type(memory), "open", lambda _, path, mode: broken(path, mode))
    folder, ledger = bring("memory://reports", tmp_path)
    assert {(row.document, row.reason) for row in ledger} == {
        ("a.txt", "unreadable file"),
        ("big.txt", "too large"),
        ("x\\..\\y.txt", "outside the folder"),
        (
            "2023/b.txt",
            "name given twice",
        ),  # the first by the alphabet stays: one file where capitals do not count
    }
    assert [path.name for path in folder.rglob("*.txt")] == ["B.txt"]


@pytest.mark.parametrize(
    ("name", "fits"),
    [
        ("2023/a.txt", True),
        ("../a.txt", False),
        ("a/../../b.txt", False),
        ("/etc/passwd", False),
        ("..\\a.txt", False),
        ("a\0.txt", False),
        (corpus.remote.INDEX, False),
        ("", False),
    ],
)
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str, fits: bool) -> None:
    assert (corpus.remote._place(tmp_path, name) is not None) is fits


@pytest.mark.parametrize(
    ("address", "error", "told"),
    [
        ("memory://nowhere", FileNotFoundError, "no such file or folder: memory://nowhere"),
        ("nosuchstore://x", RemoteError, "nothing can be read at 'nosuchstore://x'"),
    ],
)
def test_an_address_with_nothing_behind_it_is_told(
    memory: Any, tmp_path: Path, address: str, error: type[Exception], told: str
) -> None:
    with pytest.raises(error, match=told):
        bring(address, tmp_path)
