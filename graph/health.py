"""Examine a build: is its store whole, does all evidence resolve, do outputs and store belong together, is there room?"""

from __future__ import annotations

import json
import shutil
import sqlite3
from pathlib import Path

from corpus.store import Store, StoreError, reader_version
from graph.doctor import Finding
from graph.lock import FolderInUse, held
from graph.manifest import GRAPHML, MANIFEST, PAGE, STORE, TABLES, corpus_digest
from graph.outputs import ASIDE
from graph.stored import stored_records
from graph.tables import COLUMNS

ANEW = "remove it and build again: reports and decisions are all that a store is made of"
TIMES = 3
"""A build needs its outputs once more beside the old ones, and the log of the store."""


def examine_build(out: Path) -> list[Finding]:
    """Examine the build in `out`, with what to do where something is wrong. Nothing is changed."""
    if not (out / STORE).is_file():
        return [_bad("store", f"there is no build in '{out}': run `sederunt build REPORTS -o {out}`")]
    return [*_store(out), *_outputs(out), _in_use(out), examine_room(out)]


def _store(out: Path) -> list[Finding]:
    try:
        with Store.look(out / STORE) as store:
            wrong = store.damage()
            if wrong:
                return [_bad("store", f"damaged ({wrong}); {ANEW}")]
            records = stored_records(store)
            texts = {document.path: document.text for document in records.documents}
            read = {d.path: d.text for *_, seen in store.seen_files() for d in seen().documents}
            same = store.about("reader") == reader_version()
    except StoreError as error:
        return [_bad("store", f"{error}; {ANEW}")]
    except (sqlite3.DatabaseError, ValueError, TypeError) as error:
        return [_bad("store", f"holds no build that came to its end ({error}); build again")]
    lost = sum(
        texts.get(p.evidence.document, "")[p.evidence.start : p.evidence.end] != p.evidence.quote
        for p in records.participations
    )
    evidence = f"{len(records.participations):,} participations, each with its sentence"
    found = [
        _good("store", f"whole; {len(records.documents):,} reports"),
        _good("evidence", evidence)
        if not lost
        else _bad("evidence", f"{lost:,} sentences are not where they should be; {ANEW}"),
    ]
    altered = sum(read.get(path, text) != text for path, text in texts.items())
    if altered:  # the next build knows a text by its id, and takes it for what was read
        found.append(_bad("reports", f"{altered:,} texts are not those that were read; {ANEW}"))
    if not same:
        found.append(
            _good("readings", "of other rules or another version: the next build reads all reports anew")
        )
    manifest = out / MANIFEST
    if manifest.is_file():
        try:
            told = json.loads(manifest.read_text(encoding="utf-8")).get("corpus")
        except (ValueError, AttributeError):
            told = None
        agree = told == corpus_digest(records)
        found.append(
            _good("manifest", "of the same corpus as the store")
            if agree
            else _bad("manifest", "of another corpus than the store; build again")
        )
    return found


def _outputs(out: Path) -> list[Finding]:
    names = [PAGE, GRAPHML, MANIFEST, *(f"{TABLES}/{name}.csv" for name in COLUMNS)]
    missing = [name for name in names if not (out / name).is_file()]
    if (out / ASIDE).is_dir():
        return [_bad("outputs", "a build was cut off; the next one, or opening the network, puts them right")]
    if missing:
        return [_bad("outputs", f"missing: {', '.join(missing[:3])}; build again")]
    return [_good("outputs", f"all {len(names)} are there")]


def _in_use(out: Path) -> Finding:
    try:
        with held(out):
            return _good("lock", "no build is at work")
    except FolderInUse as error:
        return _good("lock", str(error))
    except OSError as error:
        return _bad("lock", f"cannot be taken: {error.strerror}")


def examine_room(out: Path) -> Finding:
    """Is there room for the next build?"""
    size = sum(path.stat().st_size for path in out.rglob("*") if path.is_file())
    free = shutil.disk_usage(out).free
    state = f"{free // 2**20:,} MB free; the build takes {-(-size // 2**20):,} MB"
    return (
        _good("disk", state) if free > TIMES * size else _bad("disk", f"{state}: too little for the next one")
    )


def _good(subject: str, state: str) -> Finding:
    return Finding(subject=subject, state=state, good=True)


def _bad(subject: str, state: str) -> Finding:
    return Finding(subject=subject, state=state, good=False)
