"""The network in Python: open a build, ask for people, meetings, ties and the sentences behind them."""

from __future__ import annotations

import difflib
import tempfile
from collections.abc import Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.records import LedgerRow
from corpus.store import Store
from extract.codec import from_json
from extract.folding import fold
from extract.records import (
    Holding,
    Meeting,
    Organization,
    Participation,
    Person,
    Post,
    PressCredit,
    Records,
)
from graph.dossier import Dossier, common_meetings, dossier_of
from graph.project import Weight, co_attendance, incidence

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

KINDS: dict[str, type] = {
    "people": Person,
    "organizations": Organization,
    "posts": Post,
    "holdings": Holding,
    "meetings": Meeting,
    "participations": Participation,
    "press": PressCredit,
}


class UnknownName(LookupError):  # noqa: N818 -- reads as what it says: an unknown name
    """Nobody in the network has this name; the message suggests the nearest ones."""


class AmbiguousName(LookupError):  # noqa: N818 -- reads as what it says: an ambiguous name
    """Several people have this name; `labels` tells them apart."""

    def __init__(self, name: str, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        super().__init__(f"'{name}' is {len(self.labels)} people: {'; '.join(self.labels)}")


class Network:
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
        """Open the output folder of a build. Raises FileNotFoundError where there is none."""
        import json

        folder = Path(out)
        path = folder / "sederunt.sqlite"
        if not path.is_file():
            raise FileNotFoundError(f"no build in '{folder}': run `sederunt build REPORTS -o {folder}` first")
        with Store.open(path) as store:
            parts: dict[str, Any] = {
                name: tuple(from_json(kind, row["payload"]) for row in store.rows(f"record_{name}"))
                for name, kind in KINDS.items()
            }
            records = Records(
                documents=store.documents(),
                ledger=tuple(from_json(LedgerRow, row["payload"]) for row in store.rows("record_ledger")),
                duplicate_of=tuple((row["path"], row["repeats"]) for row in store.rows("record_duplicates")),
                **parts,
            )
        manifest = folder / "manifest.json"
        return cls(records, json.loads(manifest.read_text(encoding="utf-8")) if manifest.is_file() else None)

    @classmethod
    def build(
        cls, inputs: Sequence[str | Path], *, out: str | Path | None = None, model: str | None = None
    ) -> Network:
        """Build from files and folders; the outputs go to `out`, or to a temporary folder that is removed."""
        from graph.build import build

        paths = [Path(path) for path in inputs]
        if out is not None:
            report = build(paths, Path(out), model=model)
            return cls(report.records, report.manifest)
        with tempfile.TemporaryDirectory() as folder:
            report = build(paths, Path(folder), model=model)
        return cls(report.records, report.manifest)

    # -- tables -----------------------------------------------------------------------------------------------

    def _frame(self, table: str) -> pd.DataFrame:
        import pandas as pd

        from graph.tables import COLUMNS, rows_of

        return pd.DataFrame(rows_of(self.records)[table], columns=[column for column, _ in COLUMNS[table]])

    def people(self) -> pd.DataFrame:
        """People with their labels and numbers of meetings (columns of people.csv)."""
        return self._frame("people")

    def meetings(self) -> pd.DataFrame:
        """Meetings with dates, hosts and numbers of people (columns of meetings.csv)."""
        return self._frame("meetings")

    def organizations(self) -> pd.DataFrame:
        """Bodies with kind, level and place (columns of organizations.csv)."""
        return self._frame("organizations")

    def posts(self) -> pd.DataFrame:
        """Seats (columns of posts.csv)."""
        return self._frame("posts")

    def participations(self) -> pd.DataFrame:
        """Who was at which meeting in which role, with the sentence (columns of participations.csv)."""
        return self._frame("participations")

    def ledger(self) -> pd.DataFrame:
        """What was read and not believed, and why (columns of unresolved.csv)."""
        return self._frame("unresolved")

    # -- graphs -----------------------------------------------------------------------------------------------

    def affiliation(self) -> nx.MultiDiGraph:
        """The typed graph of people, bodies, meetings, places and documents, with evidence on its edges."""
        from graph.affiliation import affiliation_graph

        return affiliation_graph(self.records)

    def co_attendance(
        self,
        weight: Weight = "newman",
        *,
        since: str | None = None,
        until: str | None = None,
        kinds: Collection[str] | None = None,
    ) -> nx.Graph:
        """The graph of who sat with whom; see `graph.project.co_attendance` for the weights.

        `since` and `until` are EDTF dates. The graph attribute `undated` counts meetings that a date filter left out.
        """
        members = incidence(self.records, since=since, until=until, kinds=kinds)
        graph = co_attendance(members, weight)
        graph.graph["undated"] = members.undated
        return graph

    def centrality(
        self, measures: Sequence[str] = ("degree", "strength"), *, weight: Weight = "newman"
    ) -> pd.DataFrame:
        """Measures of the co-attendance graph, a row a person (index: person id), with the label, strongest first."""
        import pandas as pd

        from graph.measure import measure

        values = measure(self.co_attendance(weight), measures)
        labels = {person.id: person.label for person in self.records.people}
        frame = pd.DataFrame(values, columns=list(measures))
        frame.index.name = "person_id"
        frame.insert(0, "person", [labels[i] for i in frame.index])
        frame = frame.rename_axis("person_id").reset_index()
        return frame.sort_values([measures[0], "person_id"], ascending=[False, True]).set_index("person_id")

    def communities(self, *, resolution: float = 1.0) -> dict[str, int]:
        """Communities of the co-attendance graph: person id -> number, the largest first."""
        from graph.communities import communities

        return communities(self.co_attendance("newman"), resolution=resolution)

    # -- people and evidence ----------------------------------------------------------------------------------

    def find_person(self, name: str) -> Person:
        """Find the one person of this name, alias, label or id.

        Raises AmbiguousName where several people have it, UnknownName where nobody has.
        """
        exact = [p for p in self.records.people if name in (p.id, p.label)]
        if len(exact) == 1:
            return exact[0]
        key = fold(name)
        found = [p for p in self.records.people if key and key in {fold(p.name), *map(fold, p.aliases)}]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(name, [p.label for p in found])
        near = difflib.get_close_matches(
            name, sorted({p.label for p in self.records.people}), n=3, cutoff=0.6
        )
        hint = f"; did you mean {' or '.join(near)}?" if near else ""
        raise UnknownName(f"nobody in this network is called '{name}'{hint}")

    def who(self, name: str) -> Dossier:
        """Everything that the reports state of one person: posts, meetings, company, each with its sentence."""
        return dossier_of(self.records, self.find_person(name))

    def evidence(self, a: str, b: str) -> pd.DataFrame:
        """The meetings that two people attended together, with the sentence for each of them."""
        import pandas as pd

        first, second = self.find_person(a), self.find_person(b)
        rows = common_meetings(self.records, first.id, second.id)
        columns = [
            "meeting_id",
            "meeting",
            "date",
            "role_a",
            "evidence_a",
            "document_a",
            "role_b",
            "evidence_b",
            "document_b",
        ]
        return pd.DataFrame(rows, columns=columns)

    # -- view -------------------------------------------------------------------------------------------------

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


class Inline:
    """A page in a frame of its own, so that several views in one notebook do not disturb one another."""

    def __init__(self, page: str, height: int) -> None:
        self._page = page
        self._height = int(height)

    def _repr_html_(self) -> str:
        from html import escape

        return (
            f'<iframe srcdoc="{escape(self._page, quote=True)}" sandbox="allow-scripts allow-downloads" '
            f'style="width:100%;height:{self._height}px;border:1px solid #ccc;border-radius:6px" title="Sederunt"></iframe>'
        )
