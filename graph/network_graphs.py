"""The graphs that a `Network` makes of its records: all with evidence, who sat with whom, and the ties beyond chance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from graph.project import Weight, co_attendance, incidence

if TYPE_CHECKING:
    import networkx as nx

    from graph.backbone import Model
    from graph.overtime import Partly
    from graph.tails import Correction


class Graphs:
    """Graphs of the records; mixed into `Network`."""

    records: Records

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
