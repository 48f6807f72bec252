"""The network as a Cypher script for Neo4j: `cypher-shell < network.cypher`; plain statements that other Cypher engines take too."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from extract.records import Records
from graph.property_graph import PropertyTable, property_graph

BATCH = 200
ESCAPES = {"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def neo4j_statements(records: Records, *, batch: int = BATCH) -> Iterator[str]:
    """Yield the statements: a key for each label, then nodes, then relationships, `batch` rows a statement.

    What is not known is left out of a node by Neo4j (a property that is null does not exist).
    """
    tables = property_graph(records)
    for table in tables:
        if not table.source:
            yield (
                f"CREATE CONSTRAINT {table.name.lower()}_id IF NOT EXISTS FOR (n:{table.name}) REQUIRE n.id IS UNIQUE"
            )
    for table in tables:
        for rows in _batches(table, batch):
            values = ", ".join(_row(table, row) for row in rows)
            properties = ", ".join(f"{name}: row.{name}" for name, _ in table.columns)
            if table.source:
                ends = f"MATCH (a:{table.source} {{id: row.source_id}}), (b:{table.target} {{id: row.target_id}})"
                yield f"UNWIND [{values}] AS row {ends} CREATE (a)-[:{table.name} {{{properties}}}]->(b)"
            else:
                yield f"UNWIND [{values}] AS row CREATE (:{table.name} {{{properties}}})"


def write_neo4j(records: Records, path: Path) -> None:
    """Write the statements, a line each, closed by ';'."""
    with path.open("w", encoding="utf-8", newline="\n") as file:
        file.writelines(f"{statement};\n" for statement in neo4j_statements(records))


def _batches(table: PropertyTable, size: int) -> Iterator[tuple[tuple[Any, ...], ...]]:
    for start in range(0, len(table.rows), size):
        yield table.rows[start : start + size]


def _row(table: PropertyTable, row: tuple[Any, ...]) -> str:
    ends = ("source_id", "target_id") if table.source else ()
    names = (*ends, *(name for name, _ in table.columns))
    return f"{{{', '.join(f'{name}: {literal(value)}' for name, value in zip(names, row, strict=True))}}}"


def literal(value: Any) -> str:
    """Write a value in Cypher. Controls that no escape names are dropped, so that no text can end its quotes or its line."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, str):
        kept = (
            ESCAPES.get(c, c)
            for c in value
            if c in ESCAPES or (c.isprintable() and not 0xD800 <= ord(c) <= 0xDFFF)
        )
        return f"'{''.join(kept)}'"
    return f"[{', '.join(literal(item) for item in value)}]"
