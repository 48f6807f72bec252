"""Write all outputs of a build aside, and what the store keeps; then put them into the place of the last ones."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from corpus.store import Store
from extract.records import Records
from graph.affiliation_file import write_affiliation
from graph.manifest import GRAPHML, MANIFEST, PAGE, TABLES, manifest_json
from graph.memo import Memo
from graph.outputs import SETTLED, begin, drop, put_in_place, seal
from graph.progress import Progress, told
from graph.stored import keep_records
from graph.tables import Tables, rows_of, write_rows


def write_set(
    store: Store, memo: Memo, records: Records, manifest: dict[str, Any], out: Path, progress: Progress
) -> None:
    """Write all outputs and the store's own copy, so that both hold or neither does."""
    with told(progress, "measuring"):
        tables = rows_of(records)
    aside = begin(out)
    try:
        digests = _write_aside(records, tables, manifest, aside, progress)
        with told(progress, "keeping"):
            keep_records(store, records, tables)
            memo.forget_others()
            store.set_about(SETTLED, seal(aside, digests))
            store.commit()  # from here on this build is the one that is opened
    except BaseException:
        drop(aside)  # a full disk needs the room
        raise
    put_in_place(aside, out)


def _write_aside(
    records: Records, tables: Tables, manifest: dict[str, Any], aside: Path, progress: Progress
) -> dict[str, str]:
    """Write tables, graph, manifest and page into the folder `aside`; return the digests of the files that are known from writing them."""
    from graph.view import render_page

    with told(progress, "writing tables"):
        written = write_rows(tables, aside / TABLES, aside.parent / TABLES)
        digests = {f"{TABLES}/{name}": digest for name, digest in written.items()}
    with told(progress, "writing the graph"):
        digests[GRAPHML] = write_affiliation(records, aside / GRAPHML, aside.parent / GRAPHML)
    with told(progress, "drawing the page"):
        page = render_page(records, title="Sederunt", manifest=manifest)
        for name, text in ((MANIFEST, manifest_json(manifest)), (PAGE, page)):
            (aside / name).write_text(text, encoding="utf-8", newline="\n")
    return digests
