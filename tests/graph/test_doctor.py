"""The doctor: each thing it examines can be found wrong."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from graph.doctor import examine, examine_folder, examine_model, examine_package, examine_python, in_range


def test_this_installation_is_whole(tmp_path: Path) -> None:
    assert [finding for finding in examine(tmp_path) if not finding.good] == []


def test_every_dependency_is_examined(tmp_path: Path) -> None:
    subjects = {finding.subject for finding in examine(tmp_path)}
    assert {"Python", "sederunt", "spacy", "networkx", "model", "model files", "SQLite", "folder"} <= subjects
    assert "pytest" not in subjects  # an extra


@pytest.mark.parametrize(
    ("running", "good"), [((3, 10, 14), False), ((3, 11, 0), True), ((3, 13, 9), True), ((3, 14, 0), False)]
)
def test_python_versions(running: tuple[int, ...], good: bool) -> None:
    assert examine_python(running).good is good


@pytest.mark.parametrize(
    ("found", "bounds", "inside"),
    [
        ("3.8.18", [(">=", "3.8"), ("<", "3.9")], True),
        ("3.9.0", [(">=", "3.8"), ("<", "3.9")], False),
        ("3.10", [(">=", "3.9")], True),  # ten is more than nine
        ("3.8.0", [("==", "3.8.0")], True),
        ("3.8.1", [("==", "3.8.0")], False),
        ("999.9.9", [("<", "4")], False),
        ("4", [(">=", "4.0.1")], False),  # shorter than the bound
        ("2.0rc1", [(">=", "2")], True),
    ],
)
def test_versions_are_compared_by_number(found: str, bounds: list[tuple[str, str]], inside: bool) -> None:
    assert in_range(found, bounds) is inside


@pytest.mark.parametrize(
    ("requirement", "words"),
    [
        ("no-such-package-here>=1,<2", "not installed"),
        ("typer>=999,<1000", ">=999,<1000 is needed"),
        (">=1", "cannot be read"),
    ],
)
def test_a_package_that_is_wrong_is_named(requirement: str, words: str) -> None:
    finding = examine_package(requirement)
    assert not finding.good
    assert words in finding.state


def test_a_model_that_is_not_there_is_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SEDERUNT_MODEL", "no_such_model")
    chosen = examine_model()[0]
    assert not chosen.good
    assert "no_such_model" in chosen.state


def test_a_folder_that_is_not_there_cannot_be_written(tmp_path: Path) -> None:
    assert not examine_folder(tmp_path / "gone").good


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    assert not examine_folder(tmp_path).good
