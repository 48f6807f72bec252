"""Ways between two people through the meetings that they attended, every step with its meetings."""

from __future__ import annotations

from itertools import islice, pairwise
from typing import TYPE_CHECKING, Literal, get_args

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

How = Literal["shortest", "strongest"]
COLUMNS = ["path", "step", "from_id", "to_id", "weight", "meetings"]


def paths(graph: nx.Graph, a: str, b: str, *, how: How = "shortest", most: int = 100) -> pd.DataFrame:
    """List the ways from `a` to `b` (ids) in a co-attendance graph, a row a step, at most `most` ways; empty where none is.

    shortest: all with the fewest steps; strongest: all with the least sum of 1/weight. In sorted order. Raises ValueError
    for another `how`, KeyError for somebody who is not in the graph.
    """
    import networkx as nx
    import pandas as pd

    if how not in get_args(How):
        raise ValueError(f"how must be one of {', '.join(get_args(How))}, not {how!r}")
    for person in (a, b):
        if person not in graph:
            raise KeyError(f"{person} was at none of these meetings")
    if a == b or not nx.has_path(graph, a, b):
        return pd.DataFrame(columns=COLUMNS)
    ordered = nx.Graph()
    ordered.add_nodes_from(sorted(graph))
    for one, other in sorted((*sorted(edge),) for edge in graph.edges):
        ordered.add_edge(one, other, length=1 / graph.edges[one, other]["weight"])
    found = nx.all_shortest_paths(ordered, a, b, weight="length" if how == "strongest" else None)
    rows = []
    for number, way in enumerate(sorted(islice(found, most)), 1):
        for step, (one, other) in enumerate(pairwise(way), 1):
            tie = graph.edges[one, other]
            rows.append((number, step, one, other, tie["weight"], tie["meetings"]))
    return pd.DataFrame(rows, columns=COLUMNS)


def common(graph: nx.Graph, a: str, b: str) -> pd.DataFrame:
    """The people who were at meetings with both: index person id, columns the meetings with `a` and with `b`."""
    import pandas as pd

    both = sorted((set(graph[a]) & set(graph[b])) - {a, b})
    rows = [(graph.edges[a, n]["meetings"], graph.edges[b, n]["meetings"]) for n in both]
    return pd.DataFrame(rows, columns=["with_a", "with_b"], index=pd.Index(both, name="person_id", dtype=str))
