"""The analyses that a `Network` offers in one line: measures, lists, and here communities, circles and other projections."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from graph.project import Weight, co_attendance
from graph.ties import ties_of

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.communities import Stability
from graph.network_measures import Measures
from graph.network_protocol import Protocol


class Analysis(Measures, Protocol):
    """Questions to the records; mixed into `Network`."""

    def communities(self, *, resolution: float = 1.0, seed: int = 7, **filters: Any) -> dict[str, int]:
        """Communities of the co-attendance graph (Newman weights): person id -> number, the largest community first."""
        from graph.communities import communities

        return communities(ties_of(self.incidence(**filters)), resolution=resolution, seed=seed)

    def stability(self, *, resolution: float = 1.0, seeds: int = 10, **filters: Any) -> Stability:
        """How far the communities found with so many seeds agree; see `graph.communities.stability`."""
        from graph.communities import stability

        members = self.incidence(**filters)
        return stability(ties_of(members), resolution=resolution, seeds=range(1, seeds + 1))

    def brokerage(self, groups: Mapping[str, str] | None = None, **filters: Any) -> pd.DataFrame:
        """Gould and Fernandez's brokerage between bodies, a row a person: coordinator, itinerant, gatekeeper, liaison.

        `groups` is person id -> group; without it, the body of the post in which a person is stated most often (of equal ones the
        first by id). See `graph.holes.brokerage`.
        """
        import pandas as pd

        from graph.holes import BROKERS, brokerage
        from graph.projections import main_bodies

        own = main_bodies(self.records) if groups is None else groups
        found = brokerage(co_attendance(self.incidence(**filters)), own)
        labels = self._labels()
        rows = [
            (labels[person], own.get(person, ""), *(kinds[k] for k in BROKERS))
            for person, kinds in found.items()
        ]
        index = pd.Index(list(found), name="person_id", dtype=str)
        return pd.DataFrame(rows, columns=["person", "group", *BROKERS], index=index)

    def core_periphery(self, **filters: Any) -> tuple[list[str], float]:
        """The core (labels, sorted), and the share of pairs that fit a core and a periphery; see `graph.holes.core_periphery`."""
        from graph.holes import core_periphery

        core, fit = core_periphery(co_attendance(self.incidence(**filters)))
        labels = self._labels()
        return sorted(labels[person] for person in core), fit

    def pair_over_time(self, a: str, b: str, **windows: Any) -> pd.DataFrame:
        """The company that two people keep, window by window; see `graph.overtime.pair_over_time`."""
        from graph.overtime import pair_over_time

        return pair_over_time(self.records, self.find_person(a).id, self.find_person(b).id, **windows)

    def sightings(self) -> pd.DataFrame:
        """When each person was first and last seen at a meeting; see `graph.overtime.sightings`."""
        from graph.overtime import sightings

        return sightings(self.records)

    def interlocks(self, weight: Weight = "count", **filters: Any) -> nx.Graph:
        """Bodies tied by the people who hold posts in both; see `graph.projections.body_network`.

        With filters, those of `co_attendance`, by posts that reports of these meetings state, and at these meetings.
        """
        from graph.projections import body_network

        return body_network(self.records, weight, self.incidence(**filters) if filters else None)

    def meeting_network(self, weight: Weight = "count", **filters: Any) -> nx.Graph:
        """Meetings tied by the people who were at both; see `graph.projections.meeting_network`."""
        from graph.projections import meeting_network

        return meeting_network(self.incidence(**filters), weight)

    def invocations(self) -> pd.DataFrame:
        """Who is invoked where, with the sentence; see `graph.invocations.invocations`."""
        from graph.invocations import invocations

        return invocations(self.records)

    def invocation_network(self) -> nx.DiGraph:
        """Who invokes whom: speakers and bodies -> people, with the sentences; see `graph.invocations.invocation_graph`."""
        from graph.invocations import invocation_graph

        return invocation_graph(self.records)
