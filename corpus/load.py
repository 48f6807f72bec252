"""Read the reports of files and folders, each file once (`corpus.one_file`): what a store has of the same bytes is taken from it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from hashlib import sha256
from pathlib import Path

from corpus.find import Found, find_files
from corpus.one_file import read_file
from corpus.records import Document, LedgerRow
from corpus.store import SeenFile, Store
from corpus.uncollected import uncollected

BINARY: int = getattr(os, "O_BINARY", 0)  # of Windows
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
