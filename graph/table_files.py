"""The tables of a build as CSV files, in pieces: those whose rows are as they were are copied from the files of the last build."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from operator import itemgetter
from pathlib import Path

from corpus.pieces import Piece, digest_of, pieces_of
from graph.cells import cell_writer
from graph.columns import COLUMNS
from graph.memo import shared
from graph.pieced import Written, write_pieces
from graph.row_order import Row


def write_rows(
    tables: Mapping[str, Sequence[Row]], folder: Path, before: Path | None = None
) -> dict[str, str]:
    """Write the rows of every table as CSV files into `folder`, copy what those in the folder `before` have; return the files' digests."""
    folder.mkdir(parents=True, exist_ok=True)
    digests: dict[str, str] = {}
    for name, columns in COLUMNS.items():
        head: Row = tuple(column for column, _ in columns)
        pieces: list[Piece[Row]] = [Piece(digest=digest_of(head), rows=[head]), *row_pieces(tables[name])]
        file = f"{name}.csv"
        digests[file] = write_pieces(
            folder / file, pieces, _lines, Written(before / file if before else None)
        )
    return digests


def row_pieces(rows: Sequence[Row]) -> list[Piece[Row]]:
    """The rows of a table in pieces, cut by what stands in their first column."""
    return shared("pieces", rows, lambda: pieces_of(rows, itemgetter(0)))


def _lines(rows: Sequence[Row]) -> bytes:
    cells = [map(cell_writer(column), column) for column in zip(*rows, strict=True)]
    return "".join(f"{line}\n" for line in map(",".join, zip(*cells, strict=True))).encode("utf-8")
