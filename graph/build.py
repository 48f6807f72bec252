"""From files to outputs: read, extract, resolve, and write everything aside before it takes the old one's place."""

from __future__ import annotations

import re
import shutil
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.duplicates import duplicates
from corpus.load import find_files, read_reports
from corpus.records import Document, LedgerRow
from corpus.store import Store
from extract.answers import settle
from extract.decisions import Decisions, read_decisions
from extract.identity import resolve
from extract.local import Reading
from extract.model import Model, ModelError, is_address, load_model
from extract.reading import fingerprint, is_complete, read_report, reading_from_json, reading_to_json
from extract.records import Records
from graph.affiliation import affiliation_graph
from graph.exporters import write_graphml
from graph.manifest import ANSWERS, GRAPHML, MANIFEST, PAGE, STORE, TABLES, manifest_json, manifest_of
from graph.stored import keep_records
from graph.tables import Tables, rows_of, write_rows
from graph.trusted import trusted

COMMIT_EVERY = 200
"""Reports between two commits: what a build that is killed has to read again, at most."""
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: its records, its manifest, how many reports were read anew, and where the outputs are."""

    records: Records
    manifest: dict[str, Any]
    read_anew: int
    out: Path


class BuildError(RuntimeError):
    """A build cannot be done; the message is one clear line."""


def _silent(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


def build(
    inputs: Sequence[Path],
    out: Path,
    *,
    model: str | None = None,
    decisions: Path | None = None,
    min_confidence: float = 0.0,
    answers: Path | None = None,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Build the network of the reports below `inputs` into the folder `out`.

    Reports that were read before with the same rules and model are taken from the store. What cannot be read becomes a
    ledger row. `on_progress(stage, done, all)` is called as the work goes on. Where the build fails, the outputs of the
    last one stay as they are. The rows of the file `decisions` (see `extract.decisions`) go before all evidence.
    Statements of rules with a measured precision below `min_confidence` go to the ledger (see `graph.trusted`). What a model
    at an address answers is kept in the file `answers`, `answers.jsonl` in `out` if none is given.

    Raises FileNotFoundError for a missing input, model or decisions file, ModelError for a model that cannot be used, BuildError where there is nothing to read, `out` is a file, the
    decisions lie among the reports, or the store is in use, StoreError where the store is not one of ours.
    """
    if out.exists() and not out.is_dir():
        raise BuildError(f"the output '{out}' is a file; name a folder")
    progress = on_progress or _silent
    own = _own_outputs(inputs, out)
    chosen = _chosen(decisions, inputs)
    kept = _beside(answers, inputs) or out / ANSWERS
    loaded = load_model(model, answers=kept)
    out.mkdir(parents=True, exist_ok=True)
    try:
        with Store.open(out / STORE) as store:
            records, anew = _extract(store, inputs, own, loaded, progress, chosen)
            if is_address(model):
                settle(kept)
            records = trusted(records, min_confidence)
            progress("measuring and writing", 0, 1)
            manifest = _manifest(records, loaded)
            tables = rows_of(records)
            aside = _write_aside(records, tables, manifest, out)
            keep_records(store, records, tables)
        _put_in_place(aside, out)
        progress("measuring and writing", 1, 1)
    except sqlite3.OperationalError as error:
        raise BuildError(f"the store in '{out}' cannot be written: {error}") from error
    return BuildReport(records=records, manifest=manifest, read_anew=anew, out=out)


def build_records(
    inputs: Sequence[Path],
    *,
    model: str | None = None,
    decisions: Path | None = None,
    min_confidence: float = 0.0,
    answers: Path | None = None,
    on_progress: Progress | None = None,
) -> tuple[Records, dict[str, Any]]:
    """Do the same without outputs: the records and the manifest of the reports below `inputs`."""
    progress = on_progress or _silent
    own = _own_outputs(inputs, None)
    chosen = _chosen(decisions, inputs)
    loaded = load_model(model, answers=_beside(answers, inputs))
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / STORE) as store:
        records, _ = _extract(store, inputs, own, loaded, progress, chosen)
    if answers is not None and is_address(model):
        settle(answers)
    records = trusted(records, min_confidence)
    return records, _manifest(records, loaded)


def _chosen(decisions: Path | None, inputs: Sequence[Path]) -> Decisions:
    """Read the user's decisions. Raises FileNotFoundError, and BuildError where the file would be read as a report."""
    if decisions is None:
        return Decisions()
    if not decisions.is_file():
        raise FileNotFoundError(f"no decisions file '{decisions}'")
    _beside(decisions, inputs)
    return read_decisions(decisions)


def _beside(file: Path | None, inputs: Sequence[Path]) -> Path | None:
    """Return a file of the user's. Raises BuildError where it would be read as a report."""
    if file is not None and any(
        given.is_dir() and file.resolve().is_relative_to(given.resolve()) for given in inputs
    ):
        raise BuildError(f"'{file}' lies among the reports and would be read as one; keep it beside them")
    return file


def _own_outputs(inputs: Sequence[Path], out: Path | None) -> re.Pattern[str] | None:
    """Match the paths of a build's own outputs among the inputs (`sederunt build . -o out`): they are no reports.

    None where the outputs lie elsewhere. Raises FileNotFoundError for a missing input, BuildError where there is
    nothing to read.
    """
    inside = [
        out.resolve().relative_to(given.resolve())
        for given in inputs
        if out is not None and out.resolve().is_relative_to(given.resolve())
    ]
    names = [
        f"{re.escape(STORE)}(-wal|-shm)?",
        *map(re.escape, (PAGE, GRAPHML, MANIFEST, ANSWERS)),
        f"{TABLES}/.*",
    ]
    folders = sorted({"" if folder == Path() else re.escape(f"{folder.as_posix()}/") for folder in inside})
    own = re.compile(f"({'|'.join(folders)})({'|'.join(names)})", re.DOTALL) if inside else None
    files, left_out = find_files(inputs)
    if not left_out and not any(_is_report(name, own) for name, _ in files):
        raise BuildError(f"no reports found in {', '.join(str(path) for path in inputs) or 'nothing'}")
    return own


def _is_report(path: str, own: re.Pattern[str] | None) -> bool:
    return own is None or not own.fullmatch(path.partition("#")[0])


def _extract(
    store: Store,
    inputs: Sequence[Path],
    own: re.Pattern[str] | None,
    model: Model | None,
    progress: Progress,
    decisions: Decisions | None = None,
) -> tuple[Records, int]:
    """Read the inputs but for `own`, extract, resolve; each step is kept in the store as soon as it is done."""
    documents, ledger = read_reports(
        inputs,
        on_progress=lambda done, total: progress("reading", done, total),
        store=None if own else store,  # or the store would keep a copy of its own page
    )
    documents = tuple(document for document in documents if _is_report(document.path, own))
    ledger = tuple(row for row in ledger if _is_report(row.document, own))
    store.commit()
    readings, failed, anew = _read_all(store, documents, model, progress)
    store.commit()
    copies = duplicates(documents)
    records = resolve(
        documents, readings, duplicate_of=copies, ledger=[*ledger, *failed], decisions=decisions
    )
    return records, anew


def _manifest(records: Records, model: Model | None) -> dict[str, Any]:
    name, digest = (model.name, model.digest) if model is not None else ("none", "")
    return manifest_of(records, model=name, model_digest=digest, rules=fingerprint(model))


def _read_all(
    store: Store, documents: Sequence[Document], model: Model | None, progress: Progress
) -> tuple[dict[str, Reading], list[LedgerRow], int]:
    """Read each document, or take what was read of the same text with the same rules and model before."""
    mark = fingerprint(model)
    readings: dict[str, Reading] = {}
    failed: list[LedgerRow] = []
    anew = 0
    for number, document in enumerate(documents, 1):
        kept = store.cached_reading(document.id, mark)
        if kept is not None:
            readings[document.path] = reading_from_json(kept)
        else:
            reading = _read_or_fail(document, model, failed)
            if reading is not None:
                if is_complete(reading):
                    store.save_reading(document.id, mark, reading_to_json(reading))
                readings[document.path] = reading
                anew += 1
                if anew % COMMIT_EVERY == 0:
                    store.commit()
        progress("extracting", number, len(documents))
    return readings, failed, anew


def _read_or_fail(document: Document, model: Model | None, failed: list[LedgerRow]) -> Reading | None:
    try:
        return read_report(document, model)
    except ModelError:  # no report can be read with this model
        raise
    except Exception as error:  # noqa: BLE001 -- one report that trips a rule must not lose the others; the ledger has it
        detail = " ".join(f"{type(error).__name__}: {error}".split())[:300]
        failed.append(LedgerRow(document=document.path, reason="extraction failed", detail=detail))
        return None


def _write_aside(records: Records, tables: Tables, manifest: dict[str, Any], out: Path) -> Path:
    """Write tables, graph, manifest and page into a hidden folder beside the outputs, and return it."""
    from graph.view import render_page

    aside = out / ".writing"
    if aside.exists():
        shutil.rmtree(aside)
    aside.mkdir()
    write_rows(tables, aside / TABLES)
    write_graphml(affiliation_graph(records), aside / GRAPHML)
    page = render_page(records, title="Sederunt", manifest=manifest)
    for name, text in ((MANIFEST, manifest_json(manifest)), (PAGE, page)):
        (aside / name).write_text(text, encoding="utf-8", newline="\n")
    return aside


def _put_in_place(aside: Path, out: Path) -> None:
    """Move every file that was written aside over the old one; there is no moment without one of them."""
    for path in sorted(aside.rglob("*")):
        target = out / path.relative_to(aside)
        if path.is_dir():
            target.mkdir(exist_ok=True)
        else:
            path.replace(target)
    shutil.rmtree(aside)
