"""Graphs in the formats of other programs: GEXF with its timeline (Gephi), node-link JSON (d3), Pajek."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from graph.exporters import flat, flat_graph

if TYPE_CHECKING:
    import networkx as nx

RENAMED = {
    "start": "first_character",
    "end": "last_character",
    "type": "relation",
    "id": "own_id",
    "pid": "own_pid",
}
"""Attributes that mean something else in GEXF: the times of an element, whether an edge has a direction."""
CLOCK = re.compile(r' lastmodifieddate="[^"]*"')

Days = tuple[str, str]


def with_spells(graph: nx.Graph, records: Records) -> nx.Graph:
    """Copy a graph with `spells`: when each thing was, as (first, last) ISO days, from the intervals that EDTF dates are.

    Of the affiliation network: meetings, what is stated of people at them, and posts on the date of the statement. Of
    co-attendance: a spell for each common meeting, by date. What has no dated meeting has no spell, and is shown at all times.
    """
    days = {m.id: edtf_bounds(m.date) for m in records.meetings if m.date}
    timed = graph.copy()
    for node, data in timed.nodes(data=True):
        own = days.get(node.partition(":")[2] if data.get("type") == "meeting" else node)
        _add(data, [own])
    for a, b, data in timed.edges(data=True):
        if "meetings" in data:
            _add(data, [days.get(meeting) for meeting in data["meetings"]])
        elif data.get("date"):
            _add(data, [edtf_bounds(data["date"])])
        else:
            ends = (end.partition(":")[2] for end in (a, b) if end.startswith("meeting:"))
            _add(data, [days.get(end) for end in ends])
    return timed


def _add(data: dict[str, Any], spells: list[Days | None]) -> None:
    known = sorted({spell for spell in spells if spell is not None})
    if known:
        data["spells"] = known


def write_gexf(graph: nx.Graph, path: Path) -> None:
    """Write GEXF 1.2 (UTF-8): flat attributes, renamed where GEXF has its own meaning for a name (`RENAMED`), spells as a timeline.

    No clock time is written, so that the same graph gives the same bytes.
    """
    import networkx as nx

    lines = nx.generate_gexf(_for_gexf(graph), encoding="utf-8", prettyprint=True, version="1.2draft")
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.write('<?xml version="1.0" encoding="UTF-8"?>\n')
        file.writelines(f"{CLOCK.sub('', line)}\n" for line in lines)


def _for_gexf(graph: nx.Graph) -> nx.Graph:
    """A copy with flat attributes under names that GEXF leaves alone; spells stay lists, which `flat` would join."""
    bare = graph.__class__(**{k: v for k, v in graph.graph.items() if k != "mode"})
    nodes = list(graph.nodes(data=True))
    bare.add_nodes_from((node, _without_spells(data)) for node, data in nodes)
    edges = list(graph.edges(data=True, keys=True)) if graph.is_multigraph() else list(graph.edges(data=True))
    bare.add_edges_from((*edge[:-1], _without_spells(edge[-1])) for edge in edges)
    plain = flat_graph(bare)
    for data, (_, own) in zip((d for _, d in plain.nodes(data=True)), nodes, strict=True):
        _renamed(data, own)
    for data, edge in zip((e[-1] for e in plain.edges(data=True)), edges, strict=True):
        _renamed(data, edge[-1])
    return plain


def _without_spells(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if key != "spells"}


def _renamed(data: dict[str, Any], own: Mapping[str, Any]) -> None:
    for name in RENAMED:
        if name in data:
            data[RENAMED[name]] = data.pop(name)
    if own.get("spells"):
        data["spells"] = list(own["spells"])


def write_json(graph: nx.Graph, path: Path) -> None:
    """Write node-link JSON (UTF-8), as `networkx.node_link_graph(..., edges="edges")` reads it; tuples become lists, None null."""
    import networkx as nx

    data = nx.node_link_data(graph, edges="edges")
    text = json.dumps(data, ensure_ascii=True, indent=1, default=_listed)
    path.write_text(f"{text}\n", encoding="utf-8", newline="\n")


def _listed(value: Any) -> Any:
    if isinstance(value, set | frozenset):
        return sorted(value)
    raise TypeError(f"no JSON for {type(value).__name__}: {value!r}")


def write_pajek(graph: nx.Graph, path: Path) -> None:
    """Write Pajek's .net (UTF-8): vertices by label, made unique with the id where two are alike; edges with their weight.

    Pajek's quoted text knows no escapes: quotes and backslashes become ' and /. Raises ValueError for a graph with parallel edges.
    """
    if graph.is_multigraph():
        raise ValueError("Pajek takes a graph without parallel edges: people, meetings, bodies or backbone")
    names = pajek_names(graph)
    number = {node: n for n, node in enumerate(graph, 1)}
    lines = [f"*vertices {len(graph)}", *(f'{number[node]} "{names[node]}"' for node in graph)]
    lines.append("*arcs" if graph.is_directed() else "*edges")
    lines += [f"{number[a]} {number[b]} {weight!r}" for a, b, weight in graph.edges(data="weight", default=1)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def pajek_names(graph: nx.Graph) -> dict[Any, str]:
    """Node -> the name by which the Pajek file knows it."""
    names: dict[Any, str] = {}
    taken: set[str] = set()
    for node, data in graph.nodes(data=True):
        label, key = (_quotable(value) for value in (data.get("label") or node, node))
        name, n = label, 2
        while name in taken:
            name, n = (
                (f"{label} [{key}]", 2) if n == 2 and name == label else (f"{label} [{key}] ({n})", n + 1)
            )
        taken.add(name)
        names[node] = name
    return names


def _quotable(value: Any) -> str:
    text = " ".join(str(flat(str(value))).split())
    return text.replace('"', "'").replace("\\", "/") or "?"
