"""Find and read the reports of files and folders; what cannot be read becomes a row of the ledger, never a crash."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from corpus.decoding import NotTextError, decode
from corpus.document import document_from_text
from corpus.formats import RawReport, UnreadableError
from corpus.markup import read_html
from corpus.office import read_docx, read_pdf
from corpus.records import Document, LedgerRow
from corpus.tabular import read_csv, read_jsonl

FILE_LIMIT = 10 * 1024 * 1024
TEXT_LIMIT = 2_000_000
FORMATS = (".txt", ".md", ".html", ".htm", ".csv", ".jsonl", ".docx", ".pdf")


def find_files(inputs: Sequence[Path]) -> tuple[list[tuple[str, Path]], list[LedgerRow]]:
    """List the files below `inputs` as (path relative to its folder, file), sorted, and what is left out.

    Hidden files are passed over. Raises FileNotFoundError for an input that does not exist.
    """
    found: dict[str, Path] = {}
    ledger: list[LedgerRow] = []
    for given in inputs:
        if not given.exists():
            raise FileNotFoundError(f"no such file or folder: {given}")
        if given.is_dir():
            root = given.resolve()
            for path in sorted(given.rglob("*")):
                relative = path.relative_to(given)
                if any(part.startswith(".") for part in relative.parts) or path.is_dir():
                    continue
                name = relative.as_posix()
                if not path.resolve().is_relative_to(root):
                    ledger.append(
                        _row(
                            name, "outside the folder", "a link that leads out of the folder is not followed"
                        )
                    )
                elif not path.is_file():
                    ledger.append(
                        _row(
                            name,
                            "unreadable file",
                            "neither a file nor a folder (a device, a pipe or a broken link)",
                        )
                    )
                else:
                    _enter(found, ledger, name, path)
        elif given.is_file():
            _enter(found, ledger, given.name, given)
        else:
            ledger.append(
                _row(given.name, "unreadable file", "neither a file nor a folder (a device or a pipe)")
            )
    return sorted(found.items()), ledger


def _enter(found: dict[str, Path], ledger: list[LedgerRow], name: str, path: Path) -> None:
    if name in found and found[name].resolve() != path.resolve():
        ledger.append(
            _row(
                name,
                "name given twice",
                f"another input has a file of this name; {path.parent.name}/{path.name} is left out",
            )
        )
    else:
        found.setdefault(name, path)


def read_reports(
    inputs: Sequence[Path], *, on_progress: Callable[[int, int], None] | None = None
) -> tuple[tuple[Document, ...], tuple[LedgerRow, ...]]:
    """Read all reports below `inputs`, sorted by path, and the ledger rows of what could not be read.

    `on_progress(done, all)` is called after each file.
    """
    files, ledger = find_files(inputs)
    documents: list[Document] = []
    for number, (name, path) in enumerate(files, 1):
        read, rows = read_file(name, path)
        documents += read
        ledger += rows
        if on_progress is not None:
            on_progress(number, len(files))
    documents.sort(key=lambda document: document.path)
    ledger.sort(key=lambda row: (row.document, row.reason, row.detail))
    return tuple(documents), tuple(ledger)


def read_file(name: str, path: Path) -> tuple[list[Document], list[LedgerRow]]:
    """Read the reports of one file; `name` is the path that they will be cited by."""
    if path.suffix.lower() not in FORMATS:
        return [], [_row(name, "unknown format", f"'{path.suffix}' is not among {' '.join(FORMATS)}")]
    try:
        size = path.stat().st_size
        if size > FILE_LIMIT:
            return [], [_row(name, "too large", f"{size:,} bytes; a file may have {FILE_LIMIT:,}")]
        data = path.read_bytes()
    except OSError as error:
        return [], [_row(name, "unreadable file", f"{error.strerror or error}")]
    if not data.strip():
        return [], [_row(name, "empty", "the file is empty")]
    try:
        reports, bad = _reports(path.suffix.lower(), data)
    except NotTextError as error:
        return [], [_row(name, "not text", str(error))]
    except UnreadableError as error:
        return [], [_row(name, "unreadable file", str(error))]
    documents: list[Document] = []
    ledger = [_row(f"{name}#{row}", "unreadable row", why) for row, why in bad]
    for report in reports:
        cited = f"{name}#{report.row}" if report.row else name
        if len(report.text) > TEXT_LIMIT:
            ledger.append(
                _row(cited, "too large", f"{len(report.text):,} characters; a report may have {TEXT_LIMIT:,}")
            )
            continue
        document = document_from_text(
            report.text, path=cited, metadata=report.metadata, repairs=report.repairs
        )
        if document.sentences:
            documents.append(document)
        else:
            ledger.append(_row(cited, "empty", "no sentence that could be read"))
    return documents, ledger


def _reports(suffix: str, data: bytes) -> tuple[list[RawReport], list[tuple[int, str]]]:
    if suffix in (".txt", ".md"):
        decoded = decode(data)
        return [RawReport(text=decoded.text, repairs=decoded.repairs)], []
    if suffix in (".html", ".htm"):
        return read_html(data), []
    if suffix == ".csv":
        return read_csv(data)
    if suffix == ".jsonl":
        return read_jsonl(data)
    if suffix == ".docx":
        return read_docx(data), []
    return read_pdf(data), []


def _row(document: str, reason: str, detail: str) -> LedgerRow:
    return LedgerRow(document=document, reason=reason, detail=detail)
