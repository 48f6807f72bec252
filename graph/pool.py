"""Worker processes that read for a build: each loads the model once, and one that hangs, bloats or dies costs one report.

A thread for each worker sends it a task and waits for the answer.
"""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from queue import SimpleQueue
from types import TracebackType
from typing import Any, Generic, TypeVar

from corpus.records import Document, LedgerRow
from corpus.rowcodec import document_from_json, document_to_json, ledger_from_json
from corpus.store import SeenFile
from extract.model import ModelError
from graph.messages import MEMORY, MODEL
from graph.runners import PER_BYTES, Limits, ReportRead, failure
from graph.worker_process import BROKEN, DIED, TIME, WorkerProcess

T = TypeVar("T")
AHEAD = 3
"""Tasks given out for each worker: enough that none waits, and few enough that memory stays bounded."""
ENOUGH = 24
"""Tasks that are worth another worker: it costs its start, about as much as so many reports."""


class WorkerError(RuntimeError):
    """Workers cannot be started at all: the build cannot go on; the message has the status."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Task(Generic[T]):
    """Something to read: what it is, the message for the worker, and how many times the limits it may take."""

    what: T
    message: dict[str, Any]
    share: int = 1


class Pool:
    """Up to `jobs` workers, started as they are needed. Use as a context manager."""

    def __init__(
        self,
        jobs: int,
        *,
        model: str | None = None,
        limits: Limits | None = None,
        answers: Path | None = None,
    ) -> None:
        if jobs < 1:
            raise ValueError(f"a pool needs at least one worker, not {jobs}")
        self._jobs = jobs
        self._model = model
        self._answers = str(answers.absolute()) if answers is not None else None
        self._limits = limits or Limits()
        self._waiting: SimpleQueue[Task[Any] | None] = SimpleQueue()
        self._done: SimpleQueue[tuple[Task[Any], dict[str, Any]]] = SimpleQueue()
        self._threads: list[threading.Thread] = []
        self._workers: set[WorkerProcess] = set()
        self._closed = False

    def __enter__(self) -> Pool:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._closed = True
        for _ in self._threads:
            self._waiting.put(None)
        for worker in list(self._workers):
            worker.kill()
        for thread in self._threads:
            thread.join()

    def prepare(self) -> None:
        """Start the first worker now: there will be something to read."""
        if not self._threads:
            self._engage()

    def files(self, files: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, SeenFile]]:
        """Read each file in a worker; one that is over a limit is a ledger row."""
        for (name, _), answer in self._run(_file_task(name, path) for name, path in files):
            if "sha256" in answer:
                yield (
                    name,
                    SeenFile(
                        size=answer["size"],
                        sha256=answer["sha256"],
                        documents=document_from_json(answer["documents"]),
                        ledger=ledger_from_json(answer["ledger"]),
                    ),
                )
            else:
                row = LedgerRow(document=name, reason="over the limit", detail=self._why(answer))
                yield name, SeenFile(size=0, sha256="", documents=(), ledger=(row,))

    def reports(self, documents: Iterable[Document]) -> Iterator[ReportRead]:
        """Read each report in a worker; one that is over a limit is a ledger row."""
        tasks = (
            Task(what=document, message={"report": document_to_json([document])}) for document in documents
        )
        for document, answer in self._run(tasks):
            if answer.get("payload"):
                yield ReportRead(document=document, payload=answer["payload"])
            elif answer.get("failed"):
                yield ReportRead(document=document, failed=failure(document.path, answer["failed"]))
            else:
                row = LedgerRow(document=document.path, reason="over the limit", detail=self._why(answer))
                yield ReportRead(document=document, failed=row, over=answer["over"])

    def _run(self, tasks: Iterable[Task[T]]) -> Iterator[tuple[T, dict[str, Any]]]:
        """Give out the tasks, never more than `AHEAD` for each worker, and pass on the answers as they come."""
        out = 0
        for given, task in enumerate(tasks, 1):
            if len(self._threads) < min(self._jobs, 1 + given // ENOUGH):
                self._engage()
            self._waiting.put(task)
            out += 1
            while out >= AHEAD * self._jobs:
                yield self._next()
                out -= 1
        for _ in range(out):
            yield self._next()

    def _engage(self) -> None:
        self._threads.append(threading.Thread(target=self._serve, daemon=True))
        self._threads[-1].start()

    def _next(self) -> tuple[Any, dict[str, Any]]:
        task, answer = self._done.get()
        if answer.get("over") == BROKEN:
            raise WorkerError(f"a worker process does not start (status {answer['status']})")
        if answer.get("over") == MODEL:
            raise ModelError(answer["why"])
        return task.what, {**answer, "share": task.share}

    def _serve(self) -> None:
        """Work for one worker: hand it tasks until there are none; start another one where it has died."""
        worker: WorkerProcess | None = self._start()
        while (task := self._waiting.get()) is not None and not self._closed:
            answer: dict[str, Any] = {"over": DIED}
            for _ in range(2):  # a worker that was killed from outside is not the report's fault: once more
                if worker is None:
                    worker = self._start()
                answer = worker.ask(task.message, *self._allowed(task.share))
                if "over" in answer:
                    self._stop(worker)
                    worker = None
                if answer.get("over") != DIED or self._closed:
                    break
            self._done.put((task, answer))
        if worker is not None:
            self._stop(worker)

    def _allowed(self, share: int) -> tuple[float | None, int | None]:
        seconds, megabytes = self._limits.seconds, self._limits.megabytes
        return (
            None if seconds is None else seconds * share,
            None if megabytes is None else megabytes * share,
        )

    def _why(self, answer: dict[str, Any]) -> str:
        seconds, megabytes = self._allowed(answer["share"])
        if answer["over"] == TIME:
            return f"not read within {seconds:g} seconds"
        if answer["over"] == MEMORY:
            return f"needs more than {megabytes:,} MB of memory"
        return f"the process that read it died twice (status {answer.get('status')})"

    def _start(self) -> WorkerProcess:
        worker = WorkerProcess(self._model, self._answers)
        self._workers.add(worker)
        if self._closed:
            worker.kill()
        return worker

    def _stop(self, worker: WorkerProcess) -> None:
        worker.end()
        self._workers.discard(worker)


def _file_task(name: str, path: Path) -> Task[tuple[str, Path]]:
    try:
        size = path.stat().st_size
    except OSError:
        size = 0
    message = {"file": str(path.absolute()), "name": name}
    return Task(what=(name, path), message=message, share=1 + size // PER_BYTES)
