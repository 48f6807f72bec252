"""From files to records: read, extract and resolve, with each step kept in the store as soon as it is done."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corpus.duplicates import duplicates
from corpus.find import Found
from corpus.load import read_found
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
from graph.progress import Progress, told
from graph.runners import Runner
from graph.sources import is_report

COMMIT_EVERY = 25
"""Reports between two commits: what a build that is killed has to read again, at most."""


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
    found: Found,
    own: re.Pattern[str] | None,
    mark: str,
    runner: Runner,
    progress: Progress,
    decisions: Decisions | None = None,
    missing: Sequence[LedgerRow] = (),
) -> tuple[Records, int]:
    """Read what was found but for `own`, extract, resolve; return the records and how many reports were read anew.

    `mark` names the rules and the model: readings that were kept under it are taken as they are. `missing` are the rows of what
    could not be brought from an address.
    """
    keep = _Keeper(store)

    def on_file(done: int, total: int, words: int) -> None:
        keep.step()
        progress("reading", done, total, words)

    before = _kept_readings(store, mark)  # a worker that was started before is ready by then
    documents, ledger = read_found(
        found,
        on_progress=on_file,
        store=None if own else store,  # or the store would keep a copy of its own page
        read_files=runner.files,
    )
    documents = tuple(document for document in documents if is_report(document.path, own))
    ledger = tuple(row for row in ledger if is_report(row.document, own))
    store.commit()
    hashes: dict[str, bytes] = {}
    readings, failed, anew = _read_all(store, documents, mark, before, runner, progress, hashes)
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


def _kept_readings(store: Store, mark: str) -> dict[str, tuple[Reading, bytes]]:
    """What was read with the same rules and model before, and a hash of it, by the id of the text."""
    with uncollected():
        return {key: (reading_from_json(read), hash_of(read)) for key, read in store.cached_readings(mark)}


def _read_all(
    store: Store,
    documents: Sequence[Document],
    mark: str,
    before: Mapping[str, tuple[Reading, bytes]],
    runner: Runner,
    progress: Progress,
    hashes: dict[str, bytes],
) -> tuple[dict[str, Reading], list[LedgerRow], int]:
    """Read each document, or take what was read of the same text `before`; put hashes of it into `hashes`."""
    readings: dict[str, Reading] = {}
    failed: list[LedgerRow] = []
    fresh: dict[str, list[Document]] = {}
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
