"""The network as labelled nodes and typed relationships with fixed columns: what Cypher engines read.

The same nodes and edges as `graph.affiliation`, and the ties of co-attendance beside them (MET).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from extract.dates_edtf import edtf_bounds
from extract.records import Records
from graph.affiliation import affiliation_graph
from graph.project import co_attendance, incidence

if TYPE_CHECKING:
    import networkx as nx

Column = tuple[str, str]
"""Name and type: STRING, INT64, DOUBLE, BOOLEAN or STRING[]."""
PROOF: tuple[Column, ...] = (
    ("rule", "STRING"),
    ("document", "STRING"),
    ("start", "INT64"),
    ("stop", "INT64"),
    ("quote", "STRING"),
)
STATED: tuple[Column, ...] = (
    ("role", "STRING"),
    ("position", "INT64"),
    ("qualifiers", "STRING[]"),
    ("confidence", "DOUBLE"),
    *PROOF,
)
NODES: dict[str, tuple[Column, ...]] = {
    "Person": (("id", "STRING"), ("label", "STRING"), ("name", "STRING"), ("aliases", "STRING[]")),
    "Organization": (
        *(("id", "STRING"), ("label", "STRING"), ("name", "STRING")),
        *(("kind", "STRING"), ("level", "STRING"), ("place", "STRING")),
    ),
    "Meeting": (
        *(("id", "STRING"), ("label", "STRING"), ("kind", "STRING"), ("ordinal", "STRING")),
        *(("date", "STRING"), ("first_day", "STRING"), ("last_day", "STRING"), ("cited", "BOOLEAN")),
    ),
    "Place": (("id", "STRING"), ("label", "STRING")),
    "Document": (("id", "STRING"), ("label", "STRING"), ("published", "STRING"), ("source", "STRING")),
}
RELATIONS: dict[str, tuple[str, str, tuple[Column, ...]]] = {
    "ATTENDED": ("Person", "Meeting", STATED),
    "INVOKED": ("Person", "Meeting", STATED),
    "ABSENT": ("Person", "Meeting", STATED),
    "HOLDS": ("Person", "Organization", (("title", "STRING"), ("date", "STRING"), *PROOF)),
    "HOSTED_BY": ("Meeting", "Organization", PROOF),
    "HELD_IN": ("Meeting", "Place", PROOF),
    "REPORTED_IN": ("Meeting", "Document", PROOF),
    "PART_OF": ("Organization", "Organization", (("rule", "STRING"),)),
    "MET": (
        "Person",
        "Person",
        (("count", "INT64"), ("newman", "DOUBLE"), ("meetings", "STRING[]")),
    ),
}
TYPES = {"participated": "ATTENDED"}
"""Types of edges of the affiliation network that have another name here; the others are the same in capitals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PropertyTable:
    """The nodes of a label, or the relationships of a type, whose rows begin with the ids of both ends; sorted.

    `source` and `target` are the labels of the ends, '' for nodes.
    """

    name: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Any, ...], ...]
    source: str = ""
    target: str = ""


def property_graph(records: Records) -> tuple[PropertyTable, ...]:
    """List the tables of nodes, then those of relationships, each of them also where it has no row.

    MET stands once for a pair, from the id that comes first; its weights are `count` and `newman` of
    `graph.project.co_attendance`. What is not known is None.
    """
    graph = affiliation_graph(records)
    nodes: dict[str, list[tuple[Any, ...]]] = {name: [] for name in NODES}
    for node, data in graph.nodes(data=True):
        kind, key = _parts(node)
        values = {**data, "id": key, **_days(data)}
        nodes[kind].append(tuple(_cell(values.get(column), of) for column, of in NODES[kind]))
    ties: dict[str, list[tuple[Any, ...]]] = {name: [] for name in RELATIONS}
    for name, a, b, data in (*_edges(graph), *_met(records)):
        columns = RELATIONS[name][2]
        ties[name].append((a, b, *(_cell(data.get(column), of) for column, of in columns)))
    return (
        *(PropertyTable(name=name, columns=NODES[name], rows=tuple(rows)) for name, rows in nodes.items()),
        *(
            PropertyTable(
                name=name,
                source=RELATIONS[name][0],
                target=RELATIONS[name][1],
                columns=RELATIONS[name][2],
                rows=tuple(rows),
            )
            for name, rows in ties.items()
        ),
    )


def _parts(node: str) -> tuple[str, str]:
    kind, _, key = node.partition(":")
    return kind.capitalize(), key


def _days(data: dict[str, Any]) -> dict[str, str]:
    bounds = edtf_bounds(data["date"]) if data.get("date") else None
    return {} if bounds is None else {"first_day": bounds[0], "last_day": bounds[1]}


def _edges(graph: nx.MultiDiGraph) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for a, b, data in graph.edges(data=True):
        name = TYPES.get(data["type"], data["type"].upper())
        yield name, _parts(a)[1], _parts(b)[1], {**data, "stop": data.get("end")}


def _met(records: Records) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
    for a, b, tie in co_attendance(incidence(records), "newman").edges(data=True):
        first, second = sorted((a, b))
        yield "MET", first, second, {**tie, "newman": tie["weight"]}


def _cell(value: Any, of: str) -> Any:
    if of == "STRING[]":
        return list(value or ())
    return None if value is None else value
