"""What tells people of one name apart in their labels: 'Wang Wei (Lanzhou)' and 'Wang Wei (Hebei)'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Protocol


class Labelled(Protocol):
    """What is told of some mentions of a person; see `extract.identity_groups.Group`."""

    @property
    def first(self) -> tuple[str, str]: ...
    @property
    def central(self) -> bool: ...
    @property
    def places(self) -> tuple[str, ...]: ...
    @property
    def homes(self) -> tuple[str, ...]: ...
    @property
    def body(self) -> str: ...
    @property
    def titles(self) -> dict[str, int]: ...


Cluster = Sequence[Labelled]


def contexts_of(clusters: Sequence[Cluster]) -> list[str]:
    """Say of each of several people of a name what keeps them apart: the place; with the post, and the report, if need be."""
    found = [_context(cluster) for cluster in clusters]
    for add in (_post, _report) if len(found) > 1 else ():
        counts = Counter(found)
        found = [
            context if counts[context] == 1 else "; ".join(filter(None, (context, add(cluster))))
            for context, cluster in zip(found, clusters, strict=True)
        ]
    return found


def _context(cluster: Cluster) -> str:
    """The level, the places, a body, or the report."""
    if any(group.central for group in cluster):
        return "Central"
    if told := {p for g in cluster for p in g.places} or {h for g in cluster for h in g.homes}:
        return ", ".join(sorted(told))
    bodies = {group.body for group in cluster} - {""}
    return min(bodies) if bodies else f"in {_report(cluster)}"


def _post(cluster: Cluster) -> str:
    """The title that most reports state, in lower case; '' for none."""
    titles: Counter[str] = Counter()
    for group in cluster:
        titles.update(group.titles)
    return max(sorted(titles), key=lambda title: titles[title], default="")


def _report(cluster: Cluster) -> str:
    return min(group.first for group in cluster)[0]
