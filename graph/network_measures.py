"""Measures that a `Network` offers in one line: of people, with intervals, over time, of people and meetings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from graph.network_base import Asked
from graph.project import Weight
from graph.ranked import rank_key
from graph.uncertainty import DRAWS, NEVER_ALONE, bootstrap, warnings_of

if TYPE_CHECKING:
    import pandas as pd

    from graph.overtime import Partly
    from graph.ranked import Ranked


class Measures(Asked):
    """Measures of the records; mixed into `Network`."""

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
