"""Who sat with whom in all meetings, as tables and page need it: worked out once in a build."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from extract.records import Records
from graph.communities import communities
from graph.memo import shared
from graph.project import Incidence, co_attendance, incidence
from graph.ties import Ties, ties_of

if TYPE_CHECKING:
    import networkx as nx


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Projected:
    """The incidence of all people present, its projection with Newman weights as ties and as a graph, and the communities in that."""

    members: Incidence
    ties: Ties
    graph: nx.Graph
    communities: dict[str, int]


def projected(records: Records) -> Projected:
    """Work out who sat with whom, or take what this build worked out of the same records. Not to be changed."""
    return shared("projected", records, lambda: _projected(records))


def _projected(records: Records) -> Projected:
    members = incidence(records)
    ties, graph = ties_of(members, "newman"), co_attendance(members, "newman")
    return Projected(members=members, ties=ties, graph=graph, communities=communities(ties))
