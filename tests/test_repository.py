"""The repository around the code: what a fresh clone must hold, and what must never be in it."""

from __future__ import annotations

import csv
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
RULES = sorted(ROOT.glob("*/rules/*.csv"))
TEXT_SUFFIXES = {
    ".py",
    ".md",
    ".toml",
    ".csv",
    ".json",
    ".ipynb",
    ".cff",
    ".sh",
    ".yml",
    ".html",
    ".js",
    ".css",
    "",
}
# Written in parts, so that this file does not hold what it looks for.
FORBIDDEN = re.compile(
    r"(?<![\w.])/(?:wo" + r"rk|ho" + r"me/\w+|ro" + r"ot|Us" + r"ers/\w+)/"
    r"|file:" + r"///(?:op|wo|ro|ho)|pypi\.or" + r"g/simple|--(?:extra-)?index-u" + r"rl|\.h-see" + r"d-",
    re.IGNORECASE,
)


def tracked_files() -> list[Path]:
    """List the files under version control; skip where this is no git checkout (an unpacked archive)."""
    if not (ROOT / ".git").exists():
        pytest.skip("no git checkout")
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True
    ).stdout
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize(
    "name",
    [
        "LICENSE",
        "README.md",
        "CHANGELOG.md",
        "CONTRIBUTING.md",
        "CITATION.cff",
        "Makefile",
        ".ci/run",
        "docs/RESPONSIBLE_USE.md",
        "docs/LEDGER.md",
        "corpus/py.typed",
        "extract/py.typed",
        "graph/py.typed",
    ],
)
def test_the_file_is_there(name: str) -> None:
    assert (ROOT / name).is_file()


def test_the_licence_is_mit_everywhere() -> None:
    assert PROJECT["license"] == "MIT"
    assert (ROOT / "LICENSE").read_text(encoding="utf-8").startswith("MIT License")
    assert "\nlicense: MIT\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


def test_the_citation_has_the_version_of_the_package() -> None:
    assert f"\nversion: {PROJECT['version']}\n" in (ROOT / "CITATION.cff").read_text(encoding="utf-8")


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_every_dependency_has_a_floor_and_a_ceiling(requirement: str) -> None:
    assert re.fullmatch(r"[a-z0-9-]+(==[\d.]+|>=[\d.]+,<[\d.]+)", requirement), requirement


@pytest.mark.parametrize("requirement", PROJECT["dependencies"])
def test_every_dependency_has_its_reason_in_the_changelog(requirement: str) -> None:
    name = re.split(r"[<>=]", requirement)[0]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.search(rf"^\s*- `{re.escape(name)}`[^:]*: \w+", changelog, re.MULTILINE), name


@pytest.mark.parametrize(
    ("text", "forbidden"),
    [
        ("open /wo" + "rk/main/out", True),
        ("see file:" + "///opt/x", True),
        ("file:" + "///etc/passwd in a hostile document", False),
        ("the /ro" + "ot/notes", True),
        ("pip install --index-u" + "rl x", True),
        ("net/work/main", False),  # a folder inside another one
        ("https://spdx.org/licenses/MIT", False),
    ],
)
def test_what_counts_as_a_machine_path(text: str, forbidden: bool) -> None:
    assert bool(FORBIDDEN.search(text)) is forbidden


def test_no_machine_path_and_no_package_index_in_any_tracked_file() -> None:
    found = []
    for path in tracked_files():
        if path.suffix in TEXT_SUFFIXES:
            lines = path.read_text(encoding="utf-8").splitlines()
            found += [
                f"{path.relative_to(ROOT)}:{n}" for n, line in enumerate(lines, 1) if FORBIDDEN.search(line)
            ]
    assert found == []


def test_there_are_rules() -> None:
    assert len(RULES) > 10


@pytest.mark.parametrize("path", RULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_every_rule_has_an_example_or_a_source(path: Path) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        table = csv.DictReader(file)
        columns = {"example", "source"} & set(table.fieldnames or ())
        rows = list(table)
    assert columns, f"{path.name} has neither a column 'example' nor 'source'"
    assert rows
    empty = [n for n, row in enumerate(rows, 2) if not any((row[column] or "").strip() for column in columns)]
    assert empty == [], f"{path.name}: lines without an example or a source"
    ragged = [n for n, row in enumerate(rows, 2) if None in row or None in row.values()]
    assert ragged == [], f"{path.name}: lines with too many or too few cells"
