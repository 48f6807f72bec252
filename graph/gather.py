"""From files to records: read, extract and resolve, with each step kept in the store as soon as it is done."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from corpus.duplicates import duplicates
from corpus.load import read_reports
from corpus.records import Document, LedgerRow
from corpus.store import Store
from corpus.uncollected import collect_young, uncollected
from extract.decisions import Decisions
from extract.identity import resolve
from extract.local import Reading
from extract.reading import is_complete, reading_from_json
from extract.records import Records
from extract.remembered import hash_of
from graph.kept_fingerprints import KeptFingerprints
from graph.memo import keeper
from graph.runners import Runner
from graph.sources import is_report

COMMIT_EVERY = 25
"""Reports between two commits: what a build that is killed has to read again, at most."""
Progress = Callable[[str, int, int, int], None]
"""Told of a stage, how much of it is done, of how much, and the words read in it so far."""


@contextmanager
def told(progress: Progress, stage: str) -> Iterator[None]:
    """Tell of a stage that is done at once."""
    progress(stage, 0, 1, 0)
    yield
    progress(stage, 1, 1, 0)


class _Keeper:
    """Commits what was read every so many steps: what a build that is killed has to read again, at most."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._steps = 0

    def step(self) -> None:
        self._steps += 1
        if self._steps % COMMIT_EVERY == 0:
            self._store.commit()
            collect_young()


def gather(
    store: Store,
    inputs: Sequence[Path],
    own: re.Pattern[str] | None,
    mark: str,
    runner: Runner,
    progress: Progress,
    decisions: Decisions | None = None,
    missing: Sequence[LedgerRow] = (),
) -> tuple[Records, int]:
    """Read the inputs but for `own`, extract, resolve; return the records and how many reports were read anew.

    `mark` names the rules and the model: readings that were kept under it are taken as they are. `missing` are the rows of what
    could not be brought from an address.
    """
    keep = _Keeper(store)

    def on_file(done: int, total: int, words: int) -> None:
        keep.step()
        progress("reading", done, total, words)

    documents, ledger = read_reports(
        inputs,
        on_progress=on_file,
        store=None if own else store,  # or the store would keep a copy of its own page
        read_files=runner.files,
    )
    documents = tuple(document for document in documents if is_report(document.path, own))
    ledger = tuple(row for row in ledger if is_report(row.document, own))
    store.commit()
    hashes: dict[str, bytes] = {}
    readings, failed, anew = _read_all(store, documents, mark, runner, progress, hashes)
    store.commit()
    with uncollected():
        with told(progress, "finding copies"):
            copies = duplicates(documents, KeptFingerprints())
        rows = [*missing, *ledger, *failed]
        with told(progress, "resolving"):
            records = resolve(
                documents,
                readings,
                duplicate_of=copies,
                ledger=rows,
                decisions=decisions,
                hashes=hashes,
                kept=keeper(),
            )
    return records, anew


def _read_all(
    store: Store,
    documents: Sequence[Document],
    mark: str,
    runner: Runner,
    progress: Progress,
    hashes: dict[str, bytes],
) -> tuple[dict[str, Reading], list[LedgerRow], int]:
    """Read each document, or take what was read of the same text with the same rules and model before; put hashes of it into `hashes`."""
    readings: dict[str, Reading] = {}
    failed: list[LedgerRow] = []
    fresh: dict[str, list[Document]] = {}
    wanted = {document.id for document in documents}
    with uncollected():
        before = {
            key: (reading_from_json(read), hash_of(read))
            for key, read in store.cached_readings(mark)
            if key in wanted
        }
    for document in documents:
        if document.id in before:
            readings[document.path], hashes[document.path] = before[document.id]
        else:
            fresh.setdefault(document.id, []).append(document)
    done, words = len(readings), 0
    progress("extracting", done, len(documents), words)
    keep = _Keeper(store)
    with uncollected():
        for read in runner.reports(same[0] for same in fresh.values()):
            same = fresh[read.document.id]
            if read.failed is None:
                reading = reading_from_json(read.payload)
                if is_complete(reading):
                    store.save_reading(read.document.id, mark, read.payload)
                keep.step()
            for document in same:
                if read.failed is None:
                    readings[document.path] = reading
                    hashes[document.path] = hash_of(read.payload)
                else:
                    failed.append(replace(read.failed, document=document.path))
            done, words = done + len(same), words + sum(len(document.text.split()) for document in same)
            progress("extracting", done, len(documents), words)
    return readings, failed, len(fresh) - len({row.document for row in failed})
