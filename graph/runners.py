"""Who reads: this process, worker processes (`graph.pool`) or a cluster (`graph.cluster`); the result is the same.

A runner reads files into documents and reports into readings, in any order. The functions that do it are here, and they
are the same everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from corpus.one_file import read_file
from corpus.records import Document, LedgerRow
from corpus.store import SeenFile
from extract.model import Model, ModelError
from extract.reading import read_report, reading_to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file or report may cost in a worker process; None is no limit.

    `seconds` of time on the clock, and megabytes (2**20 bytes) of memory above what the worker needs by itself. Files
    get as much again for each `PER_BYTES` that they are long, since a table may hold thousands of reports.
    """

    seconds: float | None = 120.0
    megabytes: int | None = 1024


PER_BYTES = 2 * 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportRead:
    """What came of one report: its reading as JSON, or the ledger row that says why there is none.

    `over` is the limit that was hit ('time' or 'memory'), if one was.
    """

    document: Document
    payload: str = ""
    failed: LedgerRow | None = None
    over: str = ""


class ClusterError(RuntimeError):
    """There is no cluster to read on; the message says why."""


class Runner(Protocol):
    """Reads files and reports; every one that is given comes back, in any order.

    `prepare` says that something will be given: what takes long to start may start.
    """

    def prepare(self) -> None: ...

    def files(self, files: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, SeenFile]]: ...

    def reports(self, documents: Iterable[Document]) -> Iterator[ReportRead]: ...


class Here:
    """Read in this process, one after another, without limits."""

    def __init__(self, model: Model | None) -> None:
        self._model = model

    def prepare(self) -> None:
        """Nothing has to start."""

    def files(self, files: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, SeenFile]]:
        """Read each file."""
        for name, path in files:
            yield name, file_or_row(name, path)

    def reports(self, documents: Iterable[Document]) -> Iterator[ReportRead]:
        """Read each report."""
        for document in documents:
            yield report_or_row(document, self._model)


def file_or_row(name: str, path: Path) -> SeenFile:
    """Read one file; where a reader trips over it, return the ledger row that says so."""
    try:
        return read_file(name, path)
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 -- one file that trips a reader must not lose the others; the ledger has it
        row = LedgerRow(document=name, reason="unreadable file", detail=f"the reader failed: {told(error)}")
        return SeenFile(size=0, sha256="", documents=(), ledger=(row,))


def report_or_row(document: Document, model: Model | None) -> ReportRead:
    """Read one report; where a rule trips over it, return the ledger row that says so."""
    try:
        return ReportRead(document=document, payload=reading_to_json(read_report(document, model)))
    except (MemoryError, ModelError):  # no report can be read with this model
        raise
    except Exception as error:  # noqa: BLE001 -- one report that trips a rule must not lose the others; the ledger has it
        return ReportRead(document=document, failed=failure(document.path, told(error)))


def failure(path: str, detail: str) -> LedgerRow:
    """The ledger row of a report that was not read."""
    return LedgerRow(document=path, reason="extraction failed", detail=detail)


def told(error: BaseException) -> str:
    """An error in one line."""
    return " ".join(f"{type(error).__name__}: {error}".split())[:300]
