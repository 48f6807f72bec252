"""Read the reports of files and folders; what cannot be read becomes a row of the ledger, never a crash."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from corpus.decoding import NotTextError
from corpus.find import Found, find_files
from corpus.formats import FileContent, RawReport, UnreadableError
from corpus.office import read_docx, read_pdf
from corpus.parquet import read_parquet
from corpus.plain import read_markdown, read_plain
from corpus.records import Document, LedgerRow
from corpus.store import SeenFile, Store
from corpus.tabular import read_csv, read_jsonl
from corpus.uncollected import uncollected

__all__ = [
    "FILE_LIMIT",
    "READERS",
    "TABLES",
    "TABLE_LIMIT",
    "TEXT_LIMIT",
    "find_files",
    "read_each",
    "read_file",
    "read_found",
    "read_reports",
]

FILE_LIMIT = 10 * 1024 * 1024
TABLE_LIMIT = 200 * 1024 * 1024  # a table holds many reports
TEXT_LIMIT = 2_000_000
BINARY: int = getattr(os, "O_BINARY", 0)  # of Windows


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
Progress = Callable[[int, int, int], None]
ReadFiles = Callable[[Iterable[tuple[str, Path]]], Iterable[tuple[str, SeenFile]]]


def read_reports(
    inputs: Sequence[Path],
    *,
    on_progress: Progress | None = None,
    store: Store | None = None,
    read_files: ReadFiles | None = None,
) -> tuple[tuple[Document, ...], tuple[LedgerRow, ...]]:
    """Read all reports below `inputs`, sorted by path, and the ledger rows of what could not be read.

    `on_progress(done, all, words)` is called after each file that is read, and where the store has all of them once, with the words read anew so far. With a `store`, a file whose
    bytes were read before by the same readers and rules is taken from there: the result is the same. `read_files` reads
    files in another way, in any order (see `graph.runners`). Raises FileNotFoundError for an input that does not exist.
    """
    return read_found(find_files(inputs), on_progress=on_progress, store=store, read_files=read_files)


def read_found(
    found: Found,
    *,
    on_progress: Progress | None = None,
    store: Store | None = None,
    read_files: ReadFiles | None = None,
) -> tuple[tuple[Document, ...], tuple[LedgerRow, ...]]:
    """Read what `find_files` found, as `read_reports` does."""
    files, ledger = found[0], list(found[1])
    documents: list[Document] = []
    kept: dict[str, SeenFile] = {}
    number, words = 0, 0
    for number, (name, seen) in enumerate((read_files or read_each)(_to_read(files, store, kept)), 1):
        documents += seen.documents
        ledger += seen.ledger
        if store is not None and seen.sha256:
            store.save_file(name, seen)
        if on_progress is not None:
            words += sum(len(document.text.split()) for document in seen.documents)
            on_progress(len(kept) + number, len(files), words)
    for seen in kept.values():
        documents += seen.documents
        ledger += seen.ledger
    if kept and not number and on_progress is not None:
        on_progress(len(kept), len(files), 0)
    if store is not None:
        store.forget_files_not_in([name for name, _ in files])
    documents.sort(key=lambda document: document.path)
    ledger.sort(key=lambda row: (row.document, row.reason, row.detail))
    return tuple(documents), tuple(ledger)


def read_each(files: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, SeenFile]]:
    """Read files one after another."""
    for name, path in files:
        yield name, read_file(name, path)


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


def _to_read(
    files: Sequence[tuple[str, Path]], store: Store | None, kept: dict[str, SeenFile]
) -> Iterator[tuple[str, Path]]:
    """Give the files that are to be read; put into `kept` what the store has of those whose bytes are still the same.

    Those that the store does not know come first, so that workers start while the bytes of all others are looked at.
    """
    known = frozenset(store.file_names() if store is not None else ())
    yield from ((name, path) for name, path in files if name not in known)
    if store is None or not known:
        return
    paths = {name: path for name, path in files if name in known}
    with uncollected():
        for name, size, digest, seen in store.seen_files():
            if name in paths and _is_still(paths[name], size, digest):
                kept[name] = seen()
    yield from ((name, path) for name, path in paths.items() if name not in kept)


def _is_still(path: Path, size: int, digest: str) -> bool:
    try:
        file = os.open(
            path, os.O_RDONLY | BINARY
        )  # thousands of files: a file object for each takes as long again
        try:
            data = os.read(file, size + 1)
        finally:
            os.close(file)
    except OSError:
        return False
    return len(data) == size and sha256(data).hexdigest() == digest


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
