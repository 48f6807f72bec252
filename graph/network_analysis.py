"""The analyses that a `Network` offers in one line: intervals, time, other projections, single measures."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from extract.records import Organization, Person, Records
from graph.project import Weight, co_attendance, incidence
from graph.ranked import rank_key
from graph.ties import ties_of
from graph.uncertainty import DRAWS, NEVER_ALONE, bootstrap, warnings_of

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

    from graph.communities import Stability
    from graph.overtime import Partly
    from graph.project import Incidence
    from graph.ranked import Ranked


class Analysis:
    """Questions to the records; mixed into `Network`."""

    records: Records

    def find_person(self, name: str) -> Person:
        """Find one person by id, label or name."""
        raise NotImplementedError

    def find_body(self, name: str) -> Organization:
        """Find one body by id or name."""
        raise NotImplementedError

    def _labels(self) -> dict[str, str]:
        return {person.id: person.label for person in self.records.people}

    def incidence(self, **filters: Any) -> Incidence:
        """People x meetings, narrowed by the filters of `graph.project.incidence`."""
        return incidence(self.records, **filters)

    def centrality(
        self,
        measures: str | Sequence[str] = ("degree", "strength"),
        *,
        weight: Weight = "newman",
        intervals: int = 0,
        **filters: Any,
    ) -> pd.DataFrame:
        """Measures of the co-attendance graph, a row a person (index: person id), the highest of the first measure first.

        The column `person` is the label. `intervals` is how many times the meetings are drawn anew for the columns MEASURE_low
        and MEASURE_high; betweenness has them in any case (`graph.uncertainty.DRAWS` draws without a number). `attrs["warnings"]`
        says what the data may not carry. See `graph.measure.MEASURES` and, for the filters, `graph.project.incidence`; raises
        ValueError for another measure, or for none.
        """
        import pandas as pd

        from graph.measure import MEASURES, centrality

        names = [measures] if isinstance(measures, str) else list(measures)
        if not names:
            raise ValueError(f"name a measure: one of {', '.join(MEASURES)}")
        members = self.incidence(**filters)
        values = centrality(members, names, weight=weight)
        people = sorted(members.people, key=lambda node: rank_key((node, values[names[0]][node])))
        labels = self._labels()
        columns: dict[str, list[Any]] = {"person": [labels[node] for node in people]}
        for name in names:
            columns[name] = [values[name][node] for node in people]
            if intervals or name in NEVER_ALONE:
                drawn = bootstrap(members, name, weight=weight, draws=intervals or DRAWS).loc[people]
                columns |= {f"{name}_low": drawn["low"].tolist(), f"{name}_high": drawn["high"].tolist()}
        frame = pd.DataFrame(columns, index=pd.Index(people, name="person_id", dtype=str))
        said = (w for name in names for w in warnings_of(members, name))
        frame.attrs["warnings"] = tuple(dict.fromkeys(said))
        return frame

    def measure(self, name: str, *, weight: Weight = "newman", intervals: int = 0, **filters: Any) -> Ranked:
        """One measure of the co-attendance graph: a mapping of person id to value with `top`, `asdict`, `aspandas`.

        `intervals` and what the measure never goes without, as in `centrality`; they are the mapping's `ranges`. `warnings` says
        what the data may not carry.
        """
        from graph.ranked import Ranked

        frame = self.centrality([name], weight=weight, intervals=intervals, **filters)
        ranges = (
            dict(zip(frame.index, zip(frame[f"{name}_low"], frame[f"{name}_high"], strict=True), strict=True))
            if f"{name}_low" in frame
            else {}
        )
        return Ranked(
            measure=name,
            values_=dict(sorted(frame[name].items())),
            labels=self._labels(),
            warnings=frame.attrs["warnings"],
            ranges=ranges,
        )

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

    def two_mode(self, measure: str, **filters: Any) -> pd.DataFrame:
        """A measure of people and meetings in the network of both: degree, closeness, betweenness; see `graph.twomode`.

        Columns `mode` (people, meetings), `id`, `name`, `value`, the highest first. Raises ValueError for another measure.
        """
        import pandas as pd

        from graph.twomode import two_mode_betweenness, two_mode_closeness, two_mode_degree

        known = {
            "degree": two_mode_degree,
            "closeness": two_mode_closeness,
            "betweenness": two_mode_betweenness,
        }
        if measure not in known:
            raise ValueError(f"unknown measure {measure!r}: one of {', '.join(known)}")
        names = {"people": self._labels(), "meetings": {m.id: m.name for m in self.records.meetings}}
        rows = [
            (mode, node, names[mode][node], value)
            for mode, values in known[measure](self.incidence(**filters)).items()
            for node, value in sorted(values.items(), key=rank_key)
        ]
        return pd.DataFrame(rows, columns=["mode", "id", "name", "value"])

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
        intervals: int = 0,
    ) -> pd.DataFrame:
        """A measure in moving or cumulative windows, with ranks and their change; see `graph.overtime.over_time`.

        Betweenness has its interval in any case.
        """
        from graph.overtime import over_time

        return over_time(
            self.records,
            measure,
            window=window,
            step=step,
            cumulative=cumulative,
            partly=partly,
            intervals=intervals,
        )

    def jackknife(self, measure: str = "strength") -> pd.DataFrame:
        """The range of a measure when each outlet in turn is left out; see `graph.uncertainty.jackknife`."""
        from graph.uncertainty import jackknife

        frame = jackknife(self.records, measure)
        frame.insert(0, "person", [self._labels()[person] for person in frame.index])
        return frame

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

    def protocol(self, body: str | None = None, *, year: str | None = None) -> pd.DataFrame:
        """The order in which people are printed, per body and year, a row a person; see `graph.protocol.protocol_orders`.

        Columns `body`, `year`, `place`, `person`, `lists` (of the body and year), `listed` (those with the person), `agreement`
        (Kendall's tau of the pairs with the person), `order_agreement` (of all pairs), `part`, `person_id`, `host_id`.
        `attrs["left_out"]` has the lists that are not by rank: document, meeting, order (strokes, alphabet), people.
        """
        from graph.protocol import protocol_orders
        from graph.protocol_lists import printed_lists

        hosts = {self.find_body(body).id} if body else None
        labels, names = self._labels(), {o.id: o.name for o in self.records.organizations}
        rows = [
            (names.get(order.host_id, order.host_id), order.year, p.place, labels[p.person_id], order.lists, p.lists,
             p.agreement, order.agreement, p.part, p.person_id, order.host_id)
            for order in protocol_orders(self.records, hosts=hosts)
            if year in (None, order.year)
            for p in order.places
        ]  # fmt: skip
        columns = ["body", "year", "place", "person", "lists", "listed", "agreement", "order_agreement", "part", "person_id", "host_id"]  # fmt: skip
        frame = self._frame_of(rows, columns)
        frame.attrs["left_out"] = tuple(
            (own.document, own.meeting_id, own.order, len(own.people))
            for own in printed_lists(self.records)
            if own.order != "rank" and (hosts is None or own.host_id in hosts)
        )
        return frame

    def protocol_moves(self, body: str | None = None) -> pd.DataFrame:
        """Who rises, falls, stays, is new or gone between the years of a body's lists; see `graph.protocol_moves.moves`."""
        from graph.protocol import protocol_orders
        from graph.protocol_moves import moves

        hosts = {self.find_body(body).id} if body else None
        labels, names = self._labels(), {o.id: o.name for o in self.records.organizations}
        rows = [
            (names.get(m.host_id, m.host_id), m.year_before, m.year, labels[m.person_id], m.what, m.place_before, m.place,
             m.change, m.person_id, m.host_id)
            for m in moves(protocol_orders(self.records, hosts=hosts))
        ]  # fmt: skip
        columns = ["body", "year_before", "year", "person", "what", "place_before", "place", "change", "person_id", "host_id"]  # fmt: skip
        whole = ["place_before", "place", "change"]
        return self._frame_of(rows, columns).astype(dict.fromkeys(whole, "Int64"))

    @staticmethod
    def _frame_of(rows: list[tuple[Any, ...]], columns: list[str]) -> pd.DataFrame:
        import pandas as pd

        return pd.DataFrame(rows, columns=columns)

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
