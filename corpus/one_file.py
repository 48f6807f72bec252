"""Read the reports of one file, whatever it is; what cannot be read becomes a row of the ledger, never a crash."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from corpus.decoding import NotTextError
from corpus.formats import FileContent, RawReport, UnreadableError
from corpus.office import read_docx, read_pdf
from corpus.parquet import read_parquet
from corpus.plain import read_markdown, read_plain
from corpus.records import Document, LedgerRow
from corpus.store import SeenFile
from corpus.tabular import read_csv, read_jsonl

FILE_LIMIT = 10 * 1024 * 1024
TABLE_LIMIT = 200 * 1024 * 1024  # a table holds many reports
TEXT_LIMIT = 2_000_000


def read_html(data: bytes) -> FileContent:
    """Read one page (see `corpus.markup`): its parser is loaded when the first one is."""
    from corpus import markup

    return markup.read_html(data)


READERS: Mapping[str, Callable[[bytes], FileContent]] = {
    ".txt": read_plain,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".csv": read_csv,
    ".tsv": read_csv,
    ".jsonl": read_jsonl,
    ".parquet": read_parquet,
    ".docx": read_docx,
    ".pdf": read_pdf,
}
TABLES = frozenset({".csv", ".tsv", ".jsonl", ".parquet"})


def read_file(name: str, path: Path) -> SeenFile:
    """Read the reports of one file; `name` is the path that they will be cited by (`name#row` in tables).

    The hash is empty where the bytes were not read.
    """
    suffix = path.suffix.lower()
    if suffix not in READERS:
        return _not_read(_row(name, "unknown format", f"'{suffix}' is not among {' '.join(READERS)}"))
    limit = TABLE_LIMIT if suffix in TABLES else FILE_LIMIT
    try:
        data = read_bytes(path, limit)
    except OSError as error:
        return _not_read(_row(name, "unreadable file", f"{error.strerror or error}"))
    if len(data) > limit:
        return _not_read(
            _row(name, "too large", f"more than the {limit:,} bytes that a {suffix} file may have")
        )
    documents, ledger = _read(name, suffix, data)
    return SeenFile(
        size=len(data), sha256=sha256(data).hexdigest(), documents=tuple(documents), ledger=tuple(ledger)
    )


def read_bytes(path: Path, limit: int) -> bytes:
    """Read a file up to one byte more than `limit`, whatever size it says it has (in /proc it says 0)."""
    with path.open("rb") as file:
        return file.read(limit + 1)


def _not_read(row: LedgerRow) -> SeenFile:
    return SeenFile(size=0, sha256="", documents=(), ledger=(row,))


def _read(name: str, suffix: str, data: bytes) -> tuple[list[Document], list[LedgerRow]]:
    if not data.strip():
        return [], [_row(name, "empty", "the file is empty")]
    try:
        content = READERS[suffix](data)
    except NotTextError as error:
        return [], [_row(name, "not text", str(error))]
    except UnreadableError as error:
        return [], [_row(name, "unreadable file", " ".join(str(error).split()))]
    documents: list[Document] = []
    ledger = [_row(f"{name}#{row}", "unreadable row", why) for row, why in content.bad_rows]
    for report in content.reports:
        cited = f"{name}#{report.row}" if report.row else name
        document, row = _document(cited, report)
        documents += [document] if document is not None else []
        ledger += [row] if row is not None else []
    if not content.reports and not ledger:
        ledger.append(_row(name, "empty", "no row below the header"))
    return documents, ledger


def _document(cited: str, report: RawReport) -> tuple[Document | None, LedgerRow | None]:
    if len(report.text) > TEXT_LIMIT:
        detail = f"{len(report.text):,} characters; a report may have {TEXT_LIMIT:,}"
        return None, _row(cited, "too large", detail)
    from corpus.document import (
        document_from_text,  # its rules take time to load, and a second build may read nothing
    )

    document = document_from_text(report.text, path=cited, metadata=report.metadata, repairs=report.repairs)
    if document.sentences:
        return document, None
    if document.language == "zh":
        return None, _row(cited, "empty", "no sentence in Latin letters: the report is in Chinese")
    return None, _row(cited, "empty", "no sentence that could be read")


def _row(document: str, reason: str, detail: str) -> LedgerRow:
    return LedgerRow(document=document, reason=reason, detail=detail)
