"""Tables that a user writes by hand: rows under a header, comments and blank lines passed over, each bad row by its line."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

Problem = tuple[int, str]  # (line in the file, what is wrong with it)


@dataclass(frozen=True, slots=True, kw_only=True)
class HandTable:
    """`header` in lower case; `rows` with their lines, cells stripped; `bad` the lines that are no rows, and why."""

    header: tuple[str, ...] = ()
    rows: tuple[tuple[int, Mapping[str, str]], ...] = ()
    bad: tuple[Problem, ...] = ()


def parse_table(text: str, needed: Sequence[str]) -> HandTable:
    """Read CSV text whose header must have the columns `needed`; whatever cannot be read is told, nothing is raised."""
    reader = csv.reader(io.StringIO(text, newline=""))
    header: tuple[str, ...] = ()
    rows: list[tuple[int, Mapping[str, str]]] = []
    bad: list[Problem] = []
    last = 0
    try:
        for cells in reader:
            line, last = last + 1, reader.line_num
            if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
                continue
            stripped = [cell.strip() for cell in cells]
            if not header:
                header = tuple(cell.lower() for cell in stripped)
                if missing := [name for name in needed if name not in header]:
                    return HandTable(header=header, bad=((line, f"the header lacks {', '.join(missing)}"),))
            elif len(cells) > len(header):
                bad.append((line, f"{len(cells)} cells under {len(header)} columns"))
            else:
                rows.append((line, dict(zip(header, stripped, strict=False))))
    except csv.Error as error:
        bad.append((reader.line_num, f"not CSV: {error}"))
    return HandTable(header=header, rows=tuple(rows), bad=tuple(bad))


def read_text(path: Path) -> str | Problem:
    """The text of a file, or what is wrong with it. Raises OSError where it cannot be opened."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return (1, f"not UTF-8 at byte {error.start}")
