"""Read .csv and .jsonl: one report a row or a line, with its metadata columns."""

from __future__ import annotations

import csv
import io
import json

from corpus.decoding import decode
from corpus.formats import RawReport, UnreadableError

TEXT_COLUMNS = ("text", "content", "body", "article", "report", "full_text", "translation")
NAMES = {
    "title": ("title", "headline"),
    "date": ("date", "published", "publish_date", "pubdate", "time"),
    "source": ("source", "outlet", "newspaper", "publisher"),
    "url": ("url", "link"),
    "author": ("author", "reporter"),
    "language": ("language", "lang"),
}
CELL_LIMIT = 8_000_000


def read_csv(data: bytes) -> tuple[list[RawReport], list[tuple[int, str]]]:
    """Read a table: the reports and the rows that hold none, with the reason.

    Raises UnreadableError where the table has no text column.
    """
    decoded = decode(data)
    csv.field_size_limit(CELL_LIMIT)
    reader = csv.reader(io.StringIO(decoded.text))
    try:
        table = list(reader)
    except csv.Error as error:
        raise UnreadableError(f"line {reader.line_num}: {error}") from error
    if not table:
        raise UnreadableError("the table is empty")
    header = [name.strip().lower() for name in table[0]]
    if not any(name in TEXT_COLUMNS for name in header):
        raise UnreadableError(
            f"no text column: expected one of {', '.join(TEXT_COLUMNS)}, found {', '.join(header)[:200]}"
        )
    records = [dict(zip(header, row, strict=False)) for row in table[1:]]
    return _reports(list(enumerate(records, 1)), decoded.repairs)


def read_jsonl(data: bytes) -> tuple[list[RawReport], list[tuple[int, str]]]:
    """Read JSON lines: the reports and the lines that hold none, with the reason."""
    decoded = decode(data)
    records: list[tuple[int, dict[str, str]]] = []
    bad: list[tuple[int, str]] = []
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            bad.append((number, f"no JSON: {error}"[:200]))
            continue
        if not isinstance(value, dict):
            bad.append((number, "the line is no JSON object"))
            continue
        records.append(
            (number, {str(k).lower(): str(v) for k, v in value.items() if isinstance(v, str | int | float)})
        )
    reports, empty = _reports(records, decoded.repairs)
    return reports, sorted(bad + empty)


def _reports(
    records: list[tuple[int, dict[str, str]]], repairs: tuple[str, ...]
) -> tuple[list[RawReport], list[tuple[int, str]]]:
    reports: list[RawReport] = []
    bad: list[tuple[int, str]] = []
    for number, record in records:
        text = next((record[name] for name in TEXT_COLUMNS if record.get(name, "").strip()), "")
        if not text:
            bad.append((number, "the row has no text"))
            continue
        metadata = {
            field: next((record[name].strip() for name in names if record.get(name, "").strip()), "")
            for field, names in NAMES.items()
        }
        reports.append(
            RawReport(
                text=text, row=number, metadata={k: v for k, v in metadata.items() if v}, repairs=repairs
            )
        )
    return reports, bad
