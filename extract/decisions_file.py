"""Add a row to a decisions file and take the last one back; every other byte of the file stays as the user wrote it."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from extract.decisions import COLUMNS, PAIRS, PLACED
from extract.decisions_read import parse_decisions


def row_text(header: list[str], **cells: str) -> str:
    """Write one CSV row under `header`."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\n").writerow([cells.get(name, "") for name in header])
    return line.getvalue()


def add_decision(path: Path, **cells: str) -> None:
    """Append a row (`verb`, `subject`, `object`, `reason` ...); the file is made with its header where it is new.

    Raises ValueError where the row would not be valid, or where the file has another header than a decisions file.
    """
    text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    rows = [row for row in csv.reader(io.StringIO(text)) if any(row) and not row[0].startswith("#")]
    header = [cell.strip().lower() for cell in rows[0]] if rows else list(COLUMNS)
    added = row_text(header, **cells)
    alone = parse_decisions(row_text(header, **{name: name for name in header}) + added)
    if alone.bad:
        raise ValueError(alone.bad[0].problem)
    if not rows:
        text += row_text(header, **{name: name for name in header})
    text += "" if not text or text.endswith("\n") else "\n"
    path.write_text(text + added, encoding="utf-8", newline="")


def undo_decision(path: Path, added: str) -> bool:
    """Take the last row back where it is `added`, as `row_text` wrote it; say whether it was."""
    text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    if not added or not text.endswith(added):
        return False
    path.write_text(text[: -len(added)], encoding="utf-8", newline="")
    return True


def last_row(path: Path) -> str:
    """The last line of the file as written, where it decides a pair as a review does; '' where it does not."""
    text = path.read_bytes().decode("utf-8-sig") if path.exists() else ""
    line = text.rstrip("\n").rpartition("\n")[2] + "\n"
    verb = line.partition(",")[0]
    return line if verb in (*PAIRS, *PLACED, "is", "is-not") and text.endswith(line) else ""
