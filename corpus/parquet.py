"""Read .parquet: one report a row, with its metadata columns, as in `corpus.tabular`. The extra `parquet` brings pyarrow."""

from __future__ import annotations

from collections.abc import Mapping

from corpus.formats import FileContent, UnreadableError
from corpus.tabular import METADATA, TEXT_COLUMNS, cell_text, content_of

UNPACKED_LIMIT = 1024 * 1024 * 1024
"""Bytes that the columns of one file may unpack to: a small file can hold one text a billion times."""
BATCH = 512


def read_parquet(data: bytes) -> FileContent:
    """Read the text and the metadata columns of a table.

    Raises UnreadableError where pyarrow is missing, the file is damaged, unpacks to too much, or has no text column.
    """
    try:
        import pyarrow
        from pyarrow import parquet
    except ImportError as error:
        raise UnreadableError("reading .parquet needs pyarrow: pip install 'sederunt[parquet]'") from error
    try:
        file = parquet.ParquetFile(pyarrow.BufferReader(data))
        columns = {name.strip().lower().replace(" ", "_"): name for name in file.schema_arrow.names}
        wanted = [
            name
            for name in (*TEXT_COLUMNS, *(n for names in METADATA.values() for n in names))
            if name in columns
        ]
        if not any(name in TEXT_COLUMNS for name in wanted):
            raise UnreadableError(
                f"no text column ({', '.join(TEXT_COLUMNS)}) among {', '.join(columns)[:120]}"
            )
        return content_of(_records(file, {name: columns[name] for name in wanted}), [], ())
    except (pyarrow.ArrowException, OSError, ValueError) as error:
        if isinstance(error, UnreadableError):
            raise
        raise UnreadableError(f"no readable Parquet file: {str(error)[:200]}") from error


def _records(file: object, columns: Mapping[str, str]) -> list[tuple[int, Mapping[str, str]]]:
    records: list[tuple[int, Mapping[str, str]]] = []
    unpacked = 0
    for batch in file.iter_batches(batch_size=BATCH, columns=list(columns.values())):  # type: ignore[attr-defined]
        unpacked += batch.nbytes
        if unpacked > UNPACKED_LIMIT:
            raise UnreadableError(f"unpacks to more than {UNPACKED_LIMIT:,} bytes")
        for row in batch.to_pylist():
            cells = {name: cell_text(row[printed]) for name, printed in columns.items()}
            records.append((len(records) + 1, cells))
    return records
