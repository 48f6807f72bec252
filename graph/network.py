"""The network in Python: open a build, ask for people, meetings, ties and the sentences behind them."""

from __future__ import annotations

import difflib
import json
import sqlite3
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.store import Store
from extract.dates import edtf_bounds
from extract.folding import fold
from extract.records import Person, Records
from graph.attendance import roles_of, shared_meetings
from graph.dossier import Dossier, dossier_of
from graph.manifest import MANIFEST, STORE
from graph.names import AmbiguousName, UnknownName
from graph.network_analysis import Analysis
from graph.network_identity import Identity
from graph.network_query import Questions
from graph.outputs import SETTLED, finish
from graph.project import Weight, co_attendance, incidence
from graph.stored import stored_records

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.backbone import Model
    from graph.overtime import Partly
    from graph.tails import Correction

__all__ = ["AmbiguousName", "Network", "UnknownName"]
EVIDENCE_COLUMNS = [
    *("meeting_id", "meeting", "date"),
    *("role_a", "evidence_a", "antecedent_a", "document_a"),
    *("role_b", "evidence_b", "antecedent_b", "document_b"),
]


def _keys(person: Person) -> set[str]:
    return {fold(person.name), *map(fold, person.aliases)} - {""}


class Network(Questions, Analysis, Identity):
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
        partly: Partly = "exclude",
        half_life: float | None = None,
        at: str | None = None,
        **filters: Any,
    ) -> nx.Graph:
        """The graph of who sat with whom; nodes are person ids, with `label`.

        See `graph.project` for the weights, and its `incidence` for the filters: `since`, `until`, `kinds`, `roles`,
        `levels`, `places`, `hosts`, `by`, `named`, `min_confidence`. A meeting whose date may lie on either side of a date filter is
        excluded, included, or (weights count and newman) spread: it counts by the share of its possible days within. The
        graph's attributes say so: `partly`, and `undated`, the number of such meetings and of those without a year.

        With `half_life` (days; weights count and newman) a meeting counts half as much for each half-life before `at` (EDTF; the
        last dated meeting if not given): see `graph.projections.decay`.
        """
        members = incidence(self.records, partly="exclude" if partly == "exclude" else "include", **filters)
        scale = None
        if partly != "exclude":
            from graph.overtime import shares_within

            since, until = (filters.get(name) for name in ("since", "until"))
            low = edtf_bounds(since)[0] if since else "0001-01-01"  # type: ignore[index]  # `incidence` has checked them
            high = edtf_bounds(until)[1] if until else "9999-12-31"  # type: ignore[index]
            shares = shares_within(self.records, low, high, partly)
            # without a date filter the undated count whole, as everything does
            scale = shares if partly == "spread" and (since or until) else None
        if half_life is not None:
            from graph.projections import decay, last_day

            ages = decay(self.records, members, half_life=half_life, at=at or last_day(self.records, members))
            scale = {
                meeting: age * (1.0 if scale is None else scale[meeting]) for meeting, age in ages.items()
            }
        graph = self._labelled(co_attendance(members, weight, scale=scale), members.undated)
        graph.graph["partly"] = partly
        return graph

    def backbone(
        self,
        model: Model = "sdsm",
        *,
        alpha: float = 0.05,
        correction: Correction = "holm",
        weight: Weight = "newman",
        **filters: Any,
    ) -> nx.Graph:
        """The ties that are more than chance, with `p` and `p_adjusted`; the graph's `message` says how many, or none.

        See `graph.backbone.backbone` for the null models, `graph.tails.adjusted` for the corrections, and
        `graph.project.incidence` for the filters.
        """
        from graph.backbone import backbone

        members = incidence(self.records, **filters)
        graph = backbone(members, model, alpha=alpha, correction=correction, weight=weight)
        return self._labelled(graph, members.undated)

    def _labelled(self, graph: nx.Graph, undated: int) -> nx.Graph:
        graph.graph["undated"] = undated
        labels = {person.id: person.label for person in self.records.people}
        for node, data in graph.nodes(data=True):
            data["label"] = labels[node]
        return graph

    # -- people and evidence ----------------------------------------------------------------------------------

    def find_person(self, name: str) -> Person:
        """Find the one person of this id or label, or else of this name or alias, folded (spaces, case, accents).

        Raises AmbiguousName where several people have it, UnknownName where nobody has; never takes a near name.
        """
        exact = [p for p in self.records.people if name in (p.id, p.label)]
        if len(exact) == 1:
            return exact[0]
        key = fold(name)
        found = exact or [p for p in self.records.people if key and key in _keys(p)]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(name, sorted(p.label for p in found))
        raise UnknownName(f"nobody in this network is called '{name}'{self._near(key)}")

    def _near(self, key: str) -> str:
        labels: dict[str, set[str]] = {}
        for person in self.records.people:
            for own in _keys(person):
                labels.setdefault(own, set()).add(person.label)
        near = difflib.get_close_matches(key, sorted(labels), n=3, cutoff=0.6)
        suggested = dict.fromkeys(label for own in near for label in sorted(labels[own]))
        return f"; did you mean {' or '.join(suggested)}?" if suggested else ""

    def who(self, name: str) -> Dossier:
        """Everything that the reports state of one person: posts, meetings, company, each with its sentence."""
        return dossier_of(self.records, self.find_person(name))

    def evidence(self, a: str, b: str) -> pd.DataFrame:
        """The meetings that two people attended together, a row a meeting by date, with the sentence for each of them.

        `antecedent_a` and `antecedent_b` are the sentences that name them where the evidence says "he". Empty where
        they never met. Raises what `find_person` raises.
        """
        import pandas as pd

        first, second = self.find_person(a), self.find_person(b)
        rows = []
        for shared in shared_meetings(self.records, first.id, second.id):
            m = shared.meeting
            row: dict[str, str | None] = {"meeting_id": m.id, "meeting": m.name, "date": m.date}
            for side, stated in (("a", shared.first), ("b", shared.second)):
                proof = stated[0]
                row[f"role_{side}"] = ", ".join(roles_of(stated))
                row[f"evidence_{side}"] = proof.evidence.quote
                row[f"antecedent_{side}"] = proof.antecedent.quote if proof.antecedent else None
                row[f"document_{side}"] = proof.evidence.document
            rows.append(row)
        return pd.DataFrame(rows, columns=EVIDENCE_COLUMNS)

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
