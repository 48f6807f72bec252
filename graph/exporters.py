"""Graphs for other programs. Lists and missing values are flattened here and nowhere else."""

from __future__ import annotations

import re
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
    if isinstance(value, str):
        return value if value.isascii() and value.isprintable() else NOT_XML.sub("", value)
    if isinstance(value, bool | int | float):
        return value
    if value is None:
        return ""
    if isinstance(value, set | frozenset):
        return flat(sorted(value))
    if isinstance(value, tuple | list):
        return "; ".join(str(flat(item)) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{flat(key)}: {flat(item)}" for key, item in sorted(value.items()))
    raise TypeError(f"no flat form for {type(value).__name__}: {value!r}")


def flat_graph(graph: nx.Graph) -> nx.Graph:
    """Copy a graph with flat attributes and node names, in the order of the graph; see `plain_names`."""
    plain = graph.__class__(**attributes(graph.graph))
    names = plain_names(graph)
    plain.add_nodes_from((names[node], attributes(data)) for node, data in graph.nodes(data=True))
    if graph.is_multigraph():
        for a, b, key, data in graph.edges(data=True, keys=True):
            plain.add_edge(names[a], names[b], key=str(flat(key)), **attributes(data))
    else:
        for a, b, data in graph.edges(data=True):
            plain.add_edge(names[a], names[b], **attributes(data))
    return plain


def plain_names(graph: nx.Graph) -> dict[Any, str]:
    """Name the nodes in what XML can hold: where two names differ in nothing else, the later one gets a number."""
    names: dict[Any, str] = {}
    taken: set[str] = set()
    for node in graph:
        name = base = str(flat(node))
        number = 2
        while name in taken:
            name, number = f"{base} ({number})", number + 1
        names[node] = name
        taken.add(name)
    return names


def attributes(data: dict[str, Any]) -> dict[str, Any]:
    """Flatten the attributes of a node, an edge or a graph."""
    return {str(flat(key)): flat(value) for key, value in data.items()}
