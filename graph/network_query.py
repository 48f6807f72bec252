"""The questions that a `Network` answers: SQL, Cypher, words in sentences, ways, what is around somebody, who is missing."""

from __future__ import annotations

import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.store import Store
from extract.folding import fold
from extract.records import Records
from extract.records_entities import Organization, Person
from graph.names import AmbiguousName, UnknownName
from graph.project import co_attendance, incidence

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.cypher import CypherNetwork
    from graph.export import Format, Graph
    from graph.paths import How, Through

FOUND = """
SELECT s.document, s.start, s.stop, s.text AS sentence, group_concat(DISTINCT p.person) AS people,
  group_concat(DISTINCT p.meeting) AS meetings
FROM sentence_words JOIN sentences s ON s.number = sentence_words.rowid
LEFT JOIN participations p ON p.document = s.document AND p.start <= s.start AND p.stop >= s.stop
WHERE sentence_words MATCH ? GROUP BY s.number ORDER BY sentence_words.rank, s.document, s.start LIMIT ?
"""


class Questions:
    """Questions to the records and to their store; mixed into `Network`."""

    records: Records
    _store: Path | None = None
    _folder: tempfile.TemporaryDirectory[str] | None = None
    _cypher: CypherNetwork | None = None

    def find_person(self, name: str) -> Person:
        """Find one person by id, label or name."""
        raise NotImplementedError

    def find_body(self, name: str) -> Organization:
        """Find the one body of this id, or else of this name, with or without its place in brackets, folded.

        Raises AmbiguousName where several have it, UnknownName where none has.
        """
        bodies = self.records.organizations
        key = fold(name)
        found = [o for o in bodies if o.id == name] or [
            o for o in bodies if key and key in (fold(o.name), fold(f"{o.name} ({o.place})"))
        ]
        if len(found) == 1:
            return found[0]
        if found:
            raise AmbiguousName(name, sorted(f"{o.name} ({o.place})" for o in found), "bodies")
        raise UnknownName(f"no body in this network is called '{name}'")

    # -- languages --------------------------------------------------------------------------------------------

    def sql(self, query: str, parameters: Sequence[Any] | Mapping[str, Any] = ()) -> pd.DataFrame:
        """Ask the store with one SELECT, read only; views and columns as in `graph.sql.views`. Raises QueryError."""
        from graph.sql import ask

        return ask(self._stored(), query, parameters).aspandas()

    def cypher(self, query: str, parameters: Mapping[str, Any] | None = None) -> pd.DataFrame:
        """Ask the network in Cypher, read only; labels, types and properties as in `graph.property_graph`. Raises QueryError.

        The network is loaded into the engine once, at the first query.
        """
        from graph.cypher import CypherNetwork

        if self._cypher is None:
            self._cypher = CypherNetwork(self.records)
        return self._cypher.ask(query, parameters).aspandas()

    def search(self, words: str, *, limit: int = 50) -> pd.DataFrame:
        """Find the sentences that hold all of `words` (any order), best first, with whom and which meetings they are evidence for.

        Columns `document`, `start`, `stop`, `sentence`, `people`, `meetings`; empty where nothing is found. No query syntax.
        """
        from graph.sql import ask, words_pattern

        pattern = words_pattern(words)
        return ask(self._stored(), FOUND, (pattern, limit)).aspandas()

    def _stored(self) -> Path:
        """The store that was opened, or one made of the records, which goes away with this network."""
        if self._store is None:
            from graph.stored import keep_records
            from graph.tables import rows_of

            self._folder = tempfile.TemporaryDirectory(prefix="sederunt-")
            path = Path(self._folder.name) / "records.sqlite"
            with Store.open(path) as store:
                keep_records(store, self.records, rows_of(self.records))
            self._store = path
        return self._store

    # -- ways and surroundings --------------------------------------------------------------------------------

    def path(
        self,
        a: str,
        b: str,
        *,
        through: Through = "meetings",
        how: How = "shortest",
        most: int = 100,
        **filters: Any,
    ) -> pd.DataFrame:
        """The ways from one person to another, a row a step with its meetings and a sentence for either end.

        `how`: shortest lists all with the fewest steps (`most=1`: one of them), strongest those with the least sum of
        1/weight (Newman weights). `through` meetings or bodies (posts in the same body, at whatever time). Filters as
        `graph.project.incidence`, for meetings. See `graph.paths`; raises what `find_person` raises.
        """
        from graph.paths import paths, prove

        first, second = self.find_person(a).id, self.find_person(b).id
        if through == "bodies":
            from graph.projections import colleagues

            if filters:
                raise TypeError(f"filters are about meetings, not bodies: {', '.join(sorted(filters))}")
            graph = colleagues(self.records)
        else:
            graph = self._ties(**filters)
        return prove(self.records, paths(graph, first, second, how=how, through=through, most=most))

    def common(self, a: str, b: str, **filters: Any) -> pd.DataFrame:
        """The people who were at meetings with both, and these meetings; see `graph.paths.common`."""
        from graph.paths import common

        first, second = self.find_person(a).id, self.find_person(b).id
        frame = common(self._ties(**filters), first, second)
        labels = {person.id: person.label for person in self.records.people}
        frame.insert(0, "person", [labels[key] for key in frame.index])
        return frame

    def ego(self, name: str, radius: int = 1, **filters: Any) -> nx.Graph:
        """The people within `radius` ties of one person, and all ties among them, each with its meetings.

        Nodes carry `label` and `distance` (0 for the person). Raises what `find_person` raises, ValueError for a radius below 1,
        KeyError for somebody who was at none of the meetings.
        """
        import networkx as nx

        if radius < 1:
            raise ValueError(f"radius must be 1 or more, not {radius}")
        middle = self.find_person(name).id
        graph = self._ties(**filters)
        if middle not in graph:
            raise KeyError(f"{middle} was at none of these meetings")
        labels = {person.id: person.label for person in self.records.people}
        far = nx.single_source_shortest_path_length(graph, middle, cutoff=radius)
        near = graph.subgraph(far).copy()
        for node, data in near.nodes(data=True):
            data.update(label=labels[node], distance=far[node])
        return near

    def missing(self, name: str | None = None, *, recent: int = 3, window: int = 10) -> pd.DataFrame:
        """Who is named at none of the latest `recent` meetings of a body and was at earlier ones; a row a person and body.

        `name` is a body, or a person (then: the bodies from which that person is missing), or nothing: everybody. Columns `person`,
        `body`, those of `graph.missing.Gap`, and `said` ("listed in 9 of 10, absent from the last 3, since ...").
        Raises AmbiguousName, and UnknownName where it is neither.
        """
        from dataclasses import asdict, fields

        import pandas as pd

        from graph.missing import Gap, gaps

        person, body = self._person_or_body(name) if name else (None, None)
        labels = {p.id: p.label for p in self.records.people}
        names = {o.id: o.name for o in self.records.organizations}
        rows = [
            {
                "person": labels[gap.person_id],
                "body": names.get(gap.host_id, gap.host_id),
                **asdict(gap),
                "said": str(gap),
            }
            for gap in gaps(self.records, hosts={body} if body else None, recent=recent, window=window)
            if person in (None, gap.person_id)
        ]
        return pd.DataFrame(rows, columns=["person", "body", *(f.name for f in fields(Gap)), "said"])

    def export(self, path: str | Path, form: Format, *, graph: Graph | None = None) -> Path:
        """Write the network in a format of other programs to a file or (csv, parquet) a folder; see `graph.export.export`."""
        from graph.export import export

        return export(self.records, Path(path), form, which=graph)

    def _person_or_body(self, name: str) -> tuple[str | None, str | None]:
        try:
            return None, self.find_body(name).id
        except UnknownName:
            return self.find_person(name).id, None

    def _ties(self, **filters: Any) -> nx.Graph:
        return co_attendance(incidence(self.records, **filters), "newman")
