"""What a build would do, without doing it: which files are new, changed or gone, and which reports would be read anew."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from corpus.find import find_files
from corpus.one_file import READERS, TABLE_LIMIT, read_bytes
from corpus.store import SeenFile, Store, reader_version
from extract.model import load_model
from extract.reading import fingerprint
from graph.manifest import STORE
from graph.sources import Input, is_report, no_address, own_outputs


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """The files that a build would read (`new`, `changed`), forget (`gone`), and leave as they are (`unchanged`).

    `again` counts the reports of unchanged files that other rules or another model would read anew.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    gone: tuple[str, ...]
    unchanged: int
    again: int


def plan_of(inputs: Sequence[Input], out: Path, *, model: str | None = None) -> Plan:
    """Compare the files below `inputs` with the store of `out`; nothing is changed, and nothing need be there.

    Raises FileNotFoundError for a missing input or model, BuildError where there is nothing to read, StoreError where the
    store cannot be read.
    """
    paths = no_address(inputs, "--dry-run")
    own = own_outputs(paths, out)
    files = [(name, path) for name, path in find_files(paths)[0] if is_report(name, own)]
    mark = fingerprint(load_model(model))
    if own or not (out / STORE).is_file():
        readable = [name for name, path in files if path.suffix.lower() in READERS]
        return Plan(new=tuple(readable), changed=(), gone=(), unchanged=0, again=0)
    new: list[str] = []
    changed: list[str] = []
    unchanged = again = 0
    with Store.look(out / STORE) as store:
        usable = store.about("reader") == reader_version()
        known = set(store.file_names())
        for name, path in files:
            if path.suffix.lower() not in READERS:
                continue
            seen = store.seen_file(name)
            if seen is None:
                new.append(name)
            elif not usable or not _same(path, seen):
                changed.append(name)
            else:
                unchanged += 1
                again += sum(store.cached_reading(document.id, mark) is None for document in seen.documents)
    return Plan(
        new=tuple(new),
        changed=tuple(changed),
        gone=tuple(sorted(known - {name for name, _ in files})),
        unchanged=unchanged,
        again=again,
    )


def _same(path: Path, seen: SeenFile) -> bool:
    try:
        return sha256(read_bytes(path, TABLE_LIMIT)).hexdigest() == seen.sha256
    except OSError:
        return False
