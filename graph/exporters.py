"""Write graphs for other programs. Lists and missing values are flattened here and nowhere else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

# XML 1.0 cannot hold these (production [2] Char of the recommendation); a carriage return it can, but not through a
# round trip: readers turn it into a line feed.
NOT_XML = re.compile(r"[^\t\n\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def flat(value: Any) -> str | int | float | bool:
    """Flatten an attribute: sequences joined by '; ', None to '', characters that XML cannot hold dropped.

    Raises TypeError for anything else: an attribute without a flat form must not slip through as its repr.
    """
    if isinstance(value, bool | int | float):
        return value
    if value is None:
        return ""
    if isinstance(value, str):
        return NOT_XML.sub("", value)
    if isinstance(value, set | frozenset):
        return flat(sorted(value))
    if isinstance(value, tuple | list):
        return "; ".join(str(flat(item)) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{flat(key)}: {flat(item)}" for key, item in sorted(value.items()))
    raise TypeError(f"no flat form for {type(value).__name__}: {value!r}")


def flat_graph(graph: nx.Graph) -> nx.Graph:
    """Copy a graph with flat attributes and node names, in the order of the graph.

    Nodes whose names differ only in what XML cannot hold stay apart: the later one gets a number.
    """
    plain = graph.__class__(**_attributes(graph.graph))
    names: dict[Any, str] = {}
    for node, data in graph.nodes(data=True):
        name = base = str(flat(node))
        number = 2
        while name in plain:
            name, number = f"{base} ({number})", number + 1
        names[node] = name
        plain.add_node(name, **_attributes(data))
    if graph.is_multigraph():
        for a, b, key, data in graph.edges(data=True, keys=True):
            plain.add_edge(names[a], names[b], key=str(flat(key)), **_attributes(data))
    else:
        for a, b, data in graph.edges(data=True):
            plain.add_edge(names[a], names[b], **_attributes(data))
    return plain


def write_graphml(graph: nx.Graph, path: Path) -> None:
    """Write GraphML (UTF-8) with flattened attributes; the order of nodes and edges is the graph's."""
    import networkx as nx

    lines = nx.generate_graphml(flat_graph(graph), encoding="utf-8", prettyprint=True)
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        file.writelines(f"{line}\n" for line in lines)


def _attributes(data: dict[str, Any]) -> dict[str, Any]:
    return {str(flat(key)): flat(value) for key, value in data.items()}
