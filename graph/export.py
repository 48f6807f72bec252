"""One door to all formats: which graph, which format, where to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Literal, get_args

from extract.records import Records

if TYPE_CHECKING:
    import networkx as nx

Format = Literal["graphml", "gexf", "json", "pajek", "csv", "parquet", "ftm", "neo4j"]
Graph = Literal["affiliation", "people", "meetings", "bodies", "backbone"]
FORMATS: tuple[Format, ...] = get_args(Format)
GRAPHS: tuple[Graph, ...] = get_args(Graph)
ENDINGS = {
    "graphml": ".graphml",
    "gexf": ".gexf",
    "json": ".json",
    "pajek": ".net",
    "ftm": ".ftm.json",
    "neo4j": ".cypher",
}
"""Formats that are one file; the others are a folder of tables."""
PLAIN: Graph = "people"
"""What Pajek gets where nobody chooses: it takes no parallel edges."""


def graph_of(records: Records, which: Graph) -> nx.Graph:
    """Make the graph of this name, its nodes with `label`.

    affiliation: everything; people, meetings, bodies: the projections (Newman weights of people, counts of the others);
    backbone: the ties of people that are more than chance (SDSM, Holm, alpha .05). Raises ValueError for another name.
    """
    from graph.affiliation import affiliation_graph
    from graph.backbone import backbone
    from graph.project import co_attendance, incidence
    from graph.projections import body_network, meeting_network

    makers: dict[Graph, Callable[[], nx.Graph]] = {
        "affiliation": lambda: affiliation_graph(records),
        "people": lambda: co_attendance(incidence(records), "newman"),
        "meetings": lambda: meeting_network(incidence(records)),
        "bodies": lambda: body_network(records),
        "backbone": lambda: backbone(incidence(records)),
    }
    if which not in makers:
        raise ValueError(f"unknown graph {which!r}: one of {', '.join(GRAPHS)}")
    graph = makers[which]()
    labels = {**{p.id: p.label for p in records.people}, **{m.id: m.name for m in records.meetings}}
    for node, data in graph.nodes(data=True):
        data.setdefault("label", labels.get(node, node))
    return graph


def export(records: Records, target: Path, form: Format, *, which: Graph | None = None) -> Path:
    """Write `records` in a format to `target`, a file or (csv, parquet) a folder, whose parents are made; returns it.

    `which` chooses the graph for graphml, gexf, json and pajek: affiliation, for Pajek people, without a choice. Raises ValueError
    for an unknown format or graph, a graph for a format that has none, and a target that is a folder instead of a file or the
    other way round.
    """
    if form not in FORMATS:
        raise ValueError(f"unknown format {form!r}: one of {', '.join(FORMATS)}")
    if which is not None and form not in ("graphml", "gexf", "json", "pajek"):
        raise ValueError(f"{form} holds the whole network: no graph can be chosen")
    if target.is_dir() if form in ENDINGS else target.is_file():
        raise ValueError(f"'{target}' is a {'folder' if form in ENDINGS else 'file'}")
    target.parent.mkdir(parents=True, exist_ok=True)
    _writers(records, which or (PLAIN if form == "pajek" else "affiliation"))[form](target)
    return target


def _writers(records: Records, which: Graph) -> dict[Format, Callable[[Path], None]]:
    from graph.export_ftm import write_ftm
    from graph.export_graphs import with_spells, write_gexf, write_json, write_pajek
    from graph.export_neo4j import write_neo4j
    from graph.export_tables import write_csv, write_parquet
    from graph.graphml import write_graphml

    return {
        "graphml": lambda path: write_graphml(graph_of(records, which), path),
        "gexf": lambda path: write_gexf(with_spells(graph_of(records, which), records), path),
        "json": lambda path: write_json(graph_of(records, which), path),
        "pajek": lambda path: write_pajek(graph_of(records, which), path),
        "csv": lambda path: write_csv(records, path),
        "parquet": lambda path: write_parquet(records, path),
        "ftm": lambda path: write_ftm(records, path),
        "neo4j": lambda path: write_neo4j(records, path),
    }
