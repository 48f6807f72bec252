"""Examine the installation: versions, the model and its files, the database, a place to write. Nothing is changed."""

from __future__ import annotations

import re
import sqlite3
import sys
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, requires, version
from pathlib import Path

REQUIREMENT = re.compile(r"([A-Za-z0-9._-]+)(.*)")
BOUND = re.compile(r"(==|>=|<)([\d.]+)")
PYTHONS = ((3, 11), (3, 13))


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing examined, its state in a line, and whether it is as it should be."""

    subject: str
    state: str
    good: bool


def examine(folder: Path) -> list[Finding]:
    """Examine everything that a build into `folder` needs."""
    return [
        examine_python(sys.version_info[:3]),
        Finding(subject="sederunt", state=version("sederunt"), good=True),
        *(examine_package(line) for line in sorted(requires("sederunt") or ()) if "extra ==" not in line),
        *examine_model(),
        examine_database(),
        examine_folder(folder),
    ]


def examine_python(running: tuple[int, ...]) -> Finding:
    """Is the interpreter one that the tests run on?"""
    good = PYTHONS[0] <= running[:2] <= PYTHONS[1]
    wanted = "" if good else "; 3.11, 3.12 or 3.13 is needed"
    return Finding(subject="Python", state=".".join(map(str, running)) + wanted, good=good)


def examine_package(requirement: str) -> Finding:
    """Is a dependency (`name>=floor,<ceiling` or `name==version`) installed, in its range?"""
    match = REQUIREMENT.fullmatch(requirement)
    if match is None:
        return Finding(subject=requirement, state="a requirement that cannot be read", good=False)
    name, bounds = match.groups()
    try:
        found = version(name)
    except PackageNotFoundError:
        return Finding(subject=name, state=f"not installed; {bounds} is needed", good=False)
    good = in_range(found, BOUND.findall(bounds))
    return Finding(subject=name, state=found if good else f"{found}; {bounds} is needed", good=good)


def in_range(found: str, bounds: Iterable[tuple[str, str]]) -> bool:
    """Compare a version with bounds such as ('>=', '3.8'), number by number, as far as the bound goes."""
    numbers = _numbers(found)
    for sign, text in bounds:
        bound = _numbers(text)
        padded = (*numbers, *([0] * (len(bound) - len(numbers))))
        head = padded[: len(bound)]
        if (
            (sign == ">=" and head < bound)
            or (sign == "<" and head >= bound)
            or (sign == "==" and head != bound)
        ):
            return False
    return True


def _numbers(text: str) -> tuple[int, ...]:
    leading = re.match(r"\d+(?:\.\d+)*", text)
    return tuple(int(part) for part in leading.group().split(".")) if leading else ()


def examine_model() -> list[Finding]:
    """Which model would be used, and are the files of the pinned one the official files?"""
    from extract.model import ModelError, describe_model
    from extract.model_spacy import PINNED, find_model, verify_model

    try:
        chosen = Finding(subject="model", state=describe_model(), good=True)
    except (FileNotFoundError, ModelError) as error:
        chosen = Finding(subject="model", state=str(error), good=False)
    pinned = find_model(None)
    wrong = verify_model(pinned)
    state = f"{PINNED}: " + ("; ".join(wrong[:3]) if wrong else "the official files, by their SHA-256")
    return [chosen, Finding(subject="model files", state=state, good=not wrong)]


def examine_database() -> Finding:
    """Has this SQLite the full-text search (FTS5) that the store needs?"""
    db = sqlite3.connect(":memory:")
    try:
        db.execute("CREATE VIRTUAL TABLE trial USING fts5(text)")
    except sqlite3.OperationalError as error:
        return Finding(
            subject="SQLite", state=f"{sqlite3.sqlite_version} without full-text search: {error}", good=False
        )
    finally:
        db.close()
    return Finding(subject="SQLite", state=f"{sqlite3.sqlite_version} with full-text search", good=True)


def examine_folder(folder: Path) -> Finding:
    """Can a build write into `folder`?"""
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as error:
        return Finding(subject="folder", state=f"{folder} cannot be written: {error.strerror}", good=False)
    return Finding(subject="folder", state=f"{folder} can be written", good=True)
