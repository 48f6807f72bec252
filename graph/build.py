"""From files to outputs: read, extract, resolve, and write everything aside before it takes the old one's place."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.duplicates import duplicates
from corpus.load import read_reports
from corpus.records import Document, LedgerRow
from corpus.store import Store
from extract.codec import to_json
from extract.identity import resolve
from extract.local import Reading
from extract.model import Model, load_model
from extract.reading import fingerprint, read_report, reading_from_json, reading_to_json
from extract.records import Records
from graph.affiliation import affiliation_graph
from graph.exporters import write_graphml
from graph.manifest import manifest_json, manifest_of
from graph.tables import COLUMNS, rows_of, write_tables

STORE = "sederunt.sqlite"
RECORD_TABLES = ("people", "organizations", "posts", "holdings", "meetings", "participations", "press")
OUTPUTS = ("tables", "network.graphml", "manifest.json", "network.html")
Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: its records, its manifest, how many reports were read anew, and where the outputs are."""

    records: Records
    manifest: dict[str, Any]
    read_anew: int
    out: Path


class BuildError(RuntimeError):
    """A build cannot begin; the message is one clear line."""


def build(
    inputs: Sequence[Path], out: Path, *, model: str | None = None, on_progress: Progress | None = None
) -> BuildReport:
    """Build the network of the reports below `inputs` into the folder `out`.

    `on_progress(stage, done, all)` is called as the work goes on. What cannot be read becomes a ledger row.
    Raises FileNotFoundError for a missing input, BuildError where there is nothing to read or `out` is a file.
    """
    if out.exists() and not out.is_dir():
        raise BuildError(f"the output '{out}' is a file; name a folder")
    progress = on_progress or (lambda stage, done, total: None)
    documents, ledger = read_reports(inputs, on_progress=lambda done, total: progress("reading", done, total))
    if not documents and not ledger:
        raise BuildError(f"no reports found in {', '.join(str(path) for path in inputs)}")
    out.mkdir(parents=True, exist_ok=True)
    loaded = load_model(model)
    with Store.open(out / STORE) as store:
        store.put_documents(documents, ledger)
        readings, failed, anew = _read_all(store, documents, loaded, progress)
        records = resolve(documents, readings, duplicate_of=duplicates(documents), ledger=[*ledger, *failed])
        _keep(store, records)
    manifest = manifest_of(
        records,
        model=loaded.name if loaded else "none",
        model_digest=loaded.digest if loaded else "",
        rules=fingerprint(loaded),
    )
    write_outputs(records, manifest, out)
    return BuildReport(records=records, manifest=manifest, read_anew=anew, out=out)


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
            try:
                reading = read_report(document, model)
            except Exception as error:  # noqa: BLE001 -- one report that trips a rule must not lose the others
                detail = f"{type(error).__name__}: {error}"[:300]
                failed.append(LedgerRow(document=document.path, reason="extraction failed", detail=detail))
                continue
            store.save_reading(document.id, mark, reading_to_json(reading))
            readings[document.path] = reading
            anew += 1
            if anew % 200 == 0:
                store.commit()  # a build that is killed goes on from here
        progress("extracting", number, len(documents))
    return readings, failed, anew


def _keep(store: Store, records: Records) -> None:
    """Put the records (losslessly, as JSON) and the tables of the contract into the store."""
    for name in RECORD_TABLES:
        store.replace_table(
            f"record_{name}", ("payload",), [(to_json(record),) for record in getattr(records, name)]
        )
    store.replace_table("record_ledger", ("payload",), [(to_json(row),) for row in records.ledger])
    store.replace_table("record_duplicates", ("path", "repeats"), list(records.duplicate_of))
    for name, rows in rows_of(records).items():
        if name != "documents":
            store.replace_table(f"table_{name}", [_column(c) for c, _ in COLUMNS[name]], rows)


def _column(name: str) -> str:
    return {"end": "stop"}.get(name, name)


def write_outputs(records: Records, manifest: dict[str, Any], out: Path) -> None:
    """Write tables, graph, manifest and page aside, then put them in place of the old ones."""
    from graph.view import render_page

    aside = out / ".writing"
    if aside.exists():
        shutil.rmtree(aside)
    aside.mkdir()
    write_tables(rows_of(records), aside / "tables")
    write_graphml(affiliation_graph(records), aside / "network.graphml")
    (aside / "manifest.json").write_text(manifest_json(manifest), encoding="utf-8", newline="\n")
    (aside / "network.html").write_text(
        render_page(records, manifest=manifest), encoding="utf-8", newline="\n"
    )
    for name in OUTPUTS:
        target = out / name
        if target.is_dir():
            shutil.rmtree(target)
        (aside / name).replace(target)
    aside.rmdir()
