"""The analyses that a `Network` offers in one line: intervals, time, other projections, single measures."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extract.records import Person, Records
from graph.project import Weight, co_attendance, incidence

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.overtime import Partly
    from graph.paths import How
    from graph.project import Incidence
    from graph.ranked import Ranked

BETWEENNESS = frozenset({"betweenness", "weighted_betweenness"})


class Analysis:
    """Questions to the records; mixed into `Network`."""

    records: Records

    def find_person(self, name: str) -> Person:
        """Find one person by id, label or name."""
        raise NotImplementedError

    def _labels(self) -> dict[str, str]:
        return {person.id: person.label for person in self.records.people}

    def incidence(self, **filters: Any) -> Incidence:
        """People x meetings, narrowed by the filters of `graph.project.incidence`."""
        return incidence(self.records, **filters)

    def measure(self, name: str, *, weight: Weight = "newman", **filters: Any) -> Ranked:
        """One measure of the co-attendance graph: a mapping of person id to value with `top`, `asdict`, `aspandas`.

        `warnings` says what the data may not carry; betweenness has no ranking without `intervals`, and says so.
        """
        from graph.measure import centrality
        from graph.ranked import Ranked
        from graph.uncertainty import warnings_of

        members = self.incidence(**filters)
        values = centrality(co_attendance(members, weight), [name])[name]
        warnings = warnings_of(members, name)
        if name in BETWEENNESS:
            warnings = (*warnings, f"unstable under resampling: show it with intervals({name!r}) alone")
        return Ranked(measure=name, values_=values, labels=self._labels(), warnings=warnings)

    def intervals(
        self,
        measure: str = "strength",
        *,
        draws: int = 200,
        level: float = 0.95,
        seed: int = 7,
        **filters: Any,
    ) -> pd.DataFrame:
        """A measure with intervals and rank ranges by resampling meetings; see `graph.uncertainty.bootstrap`."""
        from graph.uncertainty import bootstrap

        frame = bootstrap(self.incidence(**filters), measure, draws=draws, level=level, seed=seed)
        frame.insert(0, "person", [self._labels()[person] for person in frame.index])
        return frame

    def over_time(
        self,
        measure: str = "strength",
        *,
        window: str = "1Y",
        step: str = "3M",
        cumulative: bool = False,
        partly: Partly = "exclude",
    ) -> pd.DataFrame:
        """A measure in moving or cumulative windows, with ranks and their change; see `graph.overtime.over_time`."""
        from graph.overtime import over_time

        return over_time(
            self.records, measure, window=window, step=step, cumulative=cumulative, partly=partly
        )

    def sightings(self) -> pd.DataFrame:
        """When each person was first and last seen at a meeting; see `graph.overtime.sightings`."""
        from graph.overtime import sightings

        return sightings(self.records)

    def interlocks(self, weight: Weight = "count") -> nx.Graph:
        """Bodies tied by the people who hold posts in both; see `graph.projections.body_network`."""
        from graph.projections import body_network

        return body_network(self.records, weight)

    def meeting_network(self, weight: Weight = "count", **filters: Any) -> nx.Graph:
        """Meetings tied by the people who were at both; see `graph.projections.meeting_network`."""
        from graph.projections import meeting_network

        return meeting_network(self.incidence(**filters), weight)

    def path(self, a: str, b: str, *, how: How = "shortest", **filters: Any) -> pd.DataFrame:
        """The ways from one person to another, a row a step with its meetings; see `graph.paths.paths`."""
        from graph.paths import paths

        first, second = self.find_person(a).id, self.find_person(b).id
        return paths(co_attendance(self.incidence(**filters), "newman"), first, second, how=how)

    def common(self, a: str, b: str, **filters: Any) -> pd.DataFrame:
        """The people who were at meetings with both, and these meetings; see `graph.paths.common`."""
        from graph.paths import common

        first, second = self.find_person(a).id, self.find_person(b).id
        return common(co_attendance(self.incidence(**filters), "newman"), first, second)

    def invocations(self) -> pd.DataFrame:
        """Who is invoked where, with the sentence; see `graph.invocations.invocations`."""
        from graph.invocations import invocations

        return invocations(self.records)
