"""What a build left in its folder, to compare two of them."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from graph.manifest import STORE


def outputs(out: Path) -> dict[str, bytes]:
    """The bytes of all outputs."""
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file() and path.suffix in {".csv", ".html", ".graphml", ".json"}
    }


def remembered(out: Path) -> list[tuple[str, str, bytes]]:
    """What the store keeps for the next build."""
    db = sqlite3.connect(out / STORE)
    try:
        return db.execute("SELECT kind, key, value FROM remembered ORDER BY kind, key").fetchall()
    finally:
        db.close()
