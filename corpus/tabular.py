"""Read .csv, .tsv and .jsonl: one report a row or a line, with its metadata columns.

The text column is the first of `TEXT_COLUMNS` that the table has; rows count from 1 below the header, lines of
.jsonl from 1.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Mapping
from datetime import date

from corpus.decoding import decode
from corpus.formats import FileContent, RawReport, UnreadableError

TEXT_COLUMNS = (
    "text",
    "content",
    "body",
    "article",
    "report",
    "full_text",
    "fulltext",
    "translation",
    "maintext",
)
METADATA = {
    "title": ("title", "headline"),
    "published": (
        "published",
        "date",
        "publish_date",
        "pubdate",
        "date_published",
        "publication_date",
        "time",
    ),
    "source": ("source", "outlet", "newspaper", "publisher", "sitename"),
    "url": ("url", "link"),
    "author": ("author", "reporter", "byline"),
    "language": ("language", "lang"),
}
DELIMITERS = (",", ";", "\t", "|")
LINE_END = re.compile(r"\r\n|\r|\n")
CELL_LIMIT = 8_000_000


def read_csv(data: bytes) -> FileContent:
    """Read a table; commas, semicolons, tabs or bars part its columns.

    Raises UnreadableError where the table is empty, broken, or has no text column.
    """
    decoded = decode(data)
    csv.field_size_limit(CELL_LIMIT)
    header, delimiter = _header(decoded.text)
    reader = csv.reader(io.StringIO(decoded.text, newline=""), delimiter=delimiter)
    records: list[tuple[int, Mapping[str, str]]] = []
    bad: list[tuple[int, str]] = []
    try:
        next(reader)
        for number, row in enumerate((row for row in reader if row), 1):
            if len(row) > len(header):
                bad.append((number, f"{len(row)} cells under {len(header)} columns: is a cell not quoted?"))
            else:
                records.append((number, dict(zip(header, row, strict=False))))
    except csv.Error as error:
        raise UnreadableError(f"line {reader.line_num}: {error}") from error
    return content_of(records, bad, decoded.repairs)


def _header(text: str) -> tuple[list[str], str]:
    """The column names and the delimiter under which one of them is a text column."""
    first = LINE_END.split(text.lstrip("\ufeff"), maxsplit=1)[0]
    for delimiter in DELIMITERS:
        try:
            names = next(csv.reader([first], delimiter=delimiter), [])
        except csv.Error as error:
            raise UnreadableError(f"line 1: {error}") from error
        names = [name.strip().lower().replace(" ", "_") for name in names]
        if any(name in TEXT_COLUMNS for name in names):
            return names, delimiter
    raise UnreadableError(f"no text column ({', '.join(TEXT_COLUMNS)}) in the header '{first[:120]}'")


def read_jsonl(data: bytes) -> FileContent:
    """Read JSON lines. Lines that are no object, or hold no text, are bad rows."""
    decoded = decode(data)
    records: list[tuple[int, Mapping[str, str]]] = []
    bad: list[tuple[int, str]] = []
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            value = json.loads(line)
        except (json.JSONDecodeError, RecursionError) as error:
            bad.append((number, f"no JSON: {error}"[:200]))
            continue
        if isinstance(value, dict):
            records.append((number, {str(key).lower(): cell_text(item) for key, item in value.items()}))
        else:
            bad.append((number, "the line is no JSON object"))
    return content_of(records, bad, decoded.repairs)


def cell_text(value: object) -> str:
    """A cell as text; a list of strings is a list of paragraphs, a day is its date; anything else holds no text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, str):
        return value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n".join(value)
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else ""


def content_of(
    records: list[tuple[int, Mapping[str, str]]], bad: list[tuple[int, str]], repairs: tuple[str, ...]
) -> FileContent:
    """Make reports of records given as (row, cells by column); rows without a text are bad ones."""
    reports: list[RawReport] = []
    for number, record in records:
        text = _first(record, TEXT_COLUMNS)
        if not text:
            bad.append((number, "the row has no text"))
            continue
        metadata = {field: _first(record, names).strip() for field, names in METADATA.items()}
        reports.append(
            RawReport(
                text=text,
                row=number,
                metadata={field: value for field, value in metadata.items() if value},
                repairs=repairs,
            )
        )
    return FileContent(reports=tuple(reports), bad_rows=tuple(sorted(bad)))


def _first(record: Mapping[str, str], names: tuple[str, ...]) -> str:
    return next((record[name] for name in names if record.get(name, "").strip()), "")
