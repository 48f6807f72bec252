"""The tables of a build for other programs: CSV as in `tables/`, and Parquet with typed columns."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.kept_tables import Cell
from extract.records import Records
from graph.tables import COLUMNS, rows_of, write_tables


def write_csv(records: Records, folder: Path) -> None:
    """Write the tables as CSV files into a folder, the same as a build does."""
    write_tables(records, folder)


def write_parquet(records: Records, folder: Path) -> None:
    """Write the tables as Parquet files into a folder: text, whole numbers and floats; what is not known is null.

    Text is what it is here: no apostrophe before a formula, which only a spreadsheet needs. Raises ImportError without pyarrow.
    """
    import pyarrow
    from pyarrow import parquet

    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in rows_of(records).items():
        columns = [column for column, _ in COLUMNS[name]]
        cells = [[row[n] for row in rows] for n in range(len(columns))]
        schema = pyarrow.schema([(column, _type(own)) for column, own in zip(columns, cells, strict=True)])
        arrays = [pyarrow.array(own, field.type) for own, field in zip(cells, schema, strict=True)]
        table = pyarrow.Table.from_arrays(arrays, schema=schema)
        parquet.write_table(table, folder / f"{name}.parquet")


def _type(cells: Sequence[Cell]) -> Any:
    import pyarrow

    known = [cell for cell in cells if cell is not None]
    if any(isinstance(cell, str) for cell in known) or not known:
        return pyarrow.string()
    return pyarrow.float64() if any(isinstance(cell, float) for cell in known) else pyarrow.int64()
