"""Read what a check compares out of the tables of a build."""

from __future__ import annotations

import csv
from pathlib import Path

from graph.gold import file_name


def read_participations(out: Path) -> list[dict[str, str]]:
    """Read `tables/participations.csv` of a build, the rows of a report once more for each copy of it.

    Each row has the venue and the ordinal of its meeting besides. Raises FileNotFoundError where `out` is no build.
    """
    held = {meeting["meeting_id"]: meeting for meeting in _read_table(out, "meetings")}
    rows = [
        {
            **row,
            **{column: held.get(row["meeting_id"], {}).get(column, "") for column in ("venue", "ordinal")},
        }
        for row in _read_table(out, "participations")
    ]
    copies = {d["document"]: d["duplicate_of"] for d in _read_table(out, "documents") if d["duplicate_of"]}
    return rows + [
        {**row, "document": copy}
        for copy, origin in copies.items()
        for row in rows
        if row["document"] == origin
    ]


def read_paths(out: Path) -> set[str]:
    """Return the file names of the reports that a build has read. Raises FileNotFoundError where it is no build."""
    return {file_name(row["document"]) for row in _read_table(out, "documents")}


def _read_table(out: Path, name: str) -> list[dict[str, str]]:
    from graph.tables import read_cell

    path = out / "tables" / f"{name}.csv"
    if not path.is_file():
        raise FileNotFoundError(f"no build in '{out}': {path} is missing")
    with path.open(encoding="utf-8", newline="") as file:
        return [{column: read_cell(cell) for column, cell in row.items()} for row in csv.DictReader(file)]
