"""The network in Python: open a build, ask for people, meetings, ties and the sentences behind them."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from corpus.store import Store
from extract.records import Records
from graph.inline import Inline
from graph.manifest import MANIFEST, STORE
from graph.names import AmbiguousName, UnknownName
from graph.network_analysis import Analysis
from graph.network_graphs import Graphs
from graph.network_identity import Identity
from graph.network_people import EVIDENCE_COLUMNS, People
from graph.network_query import Questions
from graph.network_tables import Frames
from graph.outputs import SETTLED, finish
from graph.stored import stored_records

__all__ = ["EVIDENCE_COLUMNS", "AmbiguousName", "Inline", "Network", "UnknownName"]


class Network(People, Frames, Graphs, Questions, Analysis, Identity):
    """A built network. Make one with `open`, `build` or `from_records`."""

    def __init__(self, records: Records, manifest: dict[str, Any] | None = None) -> None:
        self.records = records
        self.manifest = manifest or {}

    @classmethod
    def from_records(cls, records: Records) -> Network:
        """Wrap records that are already resolved."""
        return cls(records)

    @classmethod
    def open(cls, out: str | Path) -> Network:
        """Open the output folder of a build.

        Raises FileNotFoundError where there is none that came to its end, StoreError where its store cannot be read.
        """
        folder = Path(out)
        path = folder / STORE
        if not path.is_file():
            raise FileNotFoundError(f"no build in '{folder}': run `sederunt build REPORTS -o {folder}` first")
        with Store.open(path) as store:
            finish(folder, store.about(SETTLED))
            try:
                records = stored_records(store)
            except sqlite3.OperationalError as error:
                raise FileNotFoundError(
                    f"the build in '{folder}' did not come to its end: run it again"
                ) from error
        manifest = folder / MANIFEST
        network = cls(
            records, json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else None
        )
        network._store = path
        return network

    @classmethod
    def build(
        cls,
        inputs: str | Path | Sequence[str | Path],
        *,
        out: str | Path | None = None,
        model: str | None = None,
        decisions: str | Path | None = None,
        people: str | Path | None = None,
        min_confidence: float = 0.0,
        answers: str | Path | None = None,
    ) -> Network:
        """Build from files and folders; the outputs go to the folder `out`, if one is given; `decisions` is a CSV
        file, `people` your own list of people (CSV).

        `min_confidence` leaves statements of less trusted rules to the ledger. `model` is what `--model` takes, and
        `answers` the file with what a model at an address answered.

        Raises what `graph.build.build` raises.
        """
        from graph.build import build, build_records

        chosen = Path(decisions) if decisions is not None else None
        listed = Path(people) if people is not None else None
        kept = Path(answers) if answers is not None else None
        paths = [inputs] if isinstance(inputs, str | Path) else list(inputs)
        if out is None:
            return cls(
                *build_records(
                    paths,
                    model=model,
                    decisions=chosen,
                    people=listed,
                    min_confidence=min_confidence,
                    answers=kept,
                )
            )
        report = build(
            paths,
            Path(out),
            model=model,
            decisions=chosen,
            people=listed,
            min_confidence=min_confidence,
            answers=kept,
        )
        return cls(report.records, report.manifest)

    @classmethod
    def from_table(cls, source: str | Path | Any, *, name: str = "table") -> Network:
        """Make a network of an attendance table: columns person, meeting and, if wanted, date (EDTF) and role.

        `source` is a CSV file, a pandas data frame, mappings, or the folder of a build's tables. Raises what `graph.table.records_of_table` raises.
        """
        from graph.table import records_of_table

        return cls(records_of_table(source, name=name))

    def page(self, *, title: str = "Sederunt") -> str:
        """The network view as one self-contained HTML page."""
        from graph.view import render_page

        return render_page(self.records, title=title, manifest=self.manifest)

    def show(self, *, height: int = 640) -> Inline:
        """Show the view inline in a notebook."""
        return Inline(self.page(), height)

    def _repr_html_(self) -> str:
        return self.show()._repr_html_()

    def __repr__(self) -> str:
        present = sum(not meeting.cited for meeting in self.records.meetings)
        return f"Network({len(self.records.documents)} documents, {present} meetings, {len(self.records.people)} people)"
