"""Is the installation whole: versions, the model and its files, the database with full-text search."""

from __future__ import annotations

import sqlite3
import sys
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version

from graph.manifest import LIBRARIES


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the doctor: what, its state, and whether it is as it should be."""

    what: str
    state: str
    good: bool


def examine() -> list[Finding]:
    """Examine the installation; nothing is changed and nothing is fetched."""
    from extract.model import describe_model, find_model, verify_model

    out = [
        Finding(what="sederunt", state=version("sederunt"), good=True),
        Finding(what="Python", state=sys.version.split()[0], good=(3, 11) <= sys.version_info[:2] <= (3, 13)),
    ]
    for name in LIBRARIES:
        try:
            out.append(Finding(what=name, state=version(name), good=True))
        except PackageNotFoundError:
            out.append(Finding(what=name, state="not installed", good=False))
    out.append(Finding(what="model", state=describe_model(), good=True))
    if find_model(None) is not None:
        wrong = verify_model()
        state = "all files are the official ones" if not wrong else "; ".join(wrong[:5])
        out.append(Finding(what="model files", state=state, good=not wrong))
    with sqlite3.connect(":memory:") as db:
        try:
            db.execute("CREATE VIRTUAL TABLE t USING fts5(x)")
            out.append(
                Finding(what="SQLite", state=f"{sqlite3.sqlite_version} with full-text search", good=True)
            )
        except sqlite3.OperationalError:
            out.append(Finding(what="SQLite", state=f"{sqlite3.sqlite_version} lacks FTS5", good=False))
    return out
