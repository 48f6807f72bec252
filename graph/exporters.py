"""Write graphs for other programs. Lists and missing values are flattened here and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

# XML 1.0 cannot hold these (production [2] Char of the recommendation).
NOT_XML = re.compile(r"[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def flat(value: Any) -> str | int | float | bool:
    """Flatten an attribute: sequences joined by '; ', None to '', characters that XML cannot hold dropped."""
    if isinstance(value, bool | int | float):
        return value
    if value is None:
        return ""
    if isinstance(value, tuple | list | set | frozenset):
        return "; ".join(
            str(flat(item)) for item in (sorted(value) if isinstance(value, set | frozenset) else value)
        )
    return NOT_XML.sub("", str(value))


def write_graphml(graph: nx.Graph, path: Path) -> None:
    """Write GraphML with flattened attributes; the order of nodes and edges is the graph's."""
    import networkx as nx

    plain = nx.MultiDiGraph() if graph.is_directed() else nx.Graph()
    for node, data in graph.nodes(data=True):
        plain.add_node(flat(node), **{key: flat(value) for key, value in data.items()})
    for edge in graph.edges(data=True, keys=True) if graph.is_multigraph() else graph.edges(data=True):
        data = {key: flat(value) for key, value in edge[-1].items()}
        if graph.is_multigraph():
            plain.add_edge(flat(edge[0]), flat(edge[1]), key=flat(edge[2]), **data)
        else:
            plain.add_edge(flat(edge[0]), flat(edge[1]), **data)
    nx.write_graphml_lxml(plain, path, encoding="utf-8", prettyprint=True, named_key_ids=True)
