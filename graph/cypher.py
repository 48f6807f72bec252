"""Cypher on the network, in an embedded engine (LadybugDB, MIT): the whole openCypher query language, in memory, read only.

grand-cypher, which runs on networkx graphs directly, was tried: it drops groups where an aggregate meets LIMIT without ORDER BY,
and finds nothing for patterns without a direction. Wrong answers about people are worse than one more package.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from extract.records import Records
from graph.answer import Answer, QueryError
from graph.property_graph import PropertyTable, property_graph

MEMORY = 2**30
"""Bytes that the engine may use; its own default is four fifths of the machine."""
OPENING = frozenset({"MATCH", "OPTIONAL", "UNWIND", "WITH", "RETURN"})
REFUSED = frozenset(
    [
        "ALTER",
        "ANALYZE",
        "ATTACH",
        "BEGIN",
        "CALL",
        "CHECKPOINT",
        "COMMENT",
        "COMMIT",
        "COPY",
        "CREATE",
        "DELETE",
        "DETACH",
        "DROP",
        "EXPORT",
        "FORCE",
        "IMPORT",
        "INSTALL",
        "LOAD",
        "MACRO",
        "MERGE",
        "PROJECT",
        "REMOVE",
        "ROLLBACK",
        "SET",
        "UNINSTALL",
        "UPDATE",
        "USE",
    ]
)
"""Words that open a clause that writes, or that reaches for files, settings, extensions and so for the network."""
# quoted text and comments go first, so that a word inside them is no word of the language; so do names behind '.', ':' and '$'
TOKENS = re.compile(
    r"'(?:\\.|[^'\\])*'|\"(?:\\.|[^\"\\])*\"|`[^`]*`|//[^\n]*|/\*.*?\*/|[.:|]\s*\w+|\$(?P<parameter>\w+)|(?P<word>\w+)|(?P<end>;)",
    re.DOTALL,
)
INTERNAL = frozenset({"_ID", "_SRC", "_DST", "_id", "_src", "_dst"})


class CypherNetwork:
    """The records in the engine, loaded once, to be asked many times. Use as a context manager, or `close` it."""

    def __init__(self, records: Records) -> None:
        try:
            import ladybug
        except ImportError as error:
            raise QueryError("Cypher needs the package ladybug: pip install '.[cypher]'") from error
        self._database = ladybug.Database(":memory:", buffer_pool_size=MEMORY, max_num_threads=1)
        self._connection = ladybug.Connection(self._database, num_threads=1)
        for table in property_graph(records):
            _load(self._connection, table)

    def __enter__(self) -> CypherNetwork:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Give back the engine's memory."""
        self._connection.close()
        self._database.close()

    def ask(self, query: str, parameters: Mapping[str, Any] | None = None) -> Answer:
        """Run one query; `parameters` fill its `$name`. Nodes and relationships come as dicts with `_LABEL`.

        Labels, types and properties are those of `graph.property_graph`. Raises QueryError for a query that is wrong, or that is
        no query but a command.
        """
        _refuse_commands(query)
        given = dict(parameters or {})
        unknown = sorted({t["parameter"] for t in TOKENS.finditer(query) if t["parameter"]} - set(given))
        if unknown:  # the engine would take them for NULL, and answer nothing
            raise QueryError(f"no value for {', '.join(f'${name}' for name in unknown)}")
        try:
            result = self._connection.execute(query, given)
        except RuntimeError as error:
            raise QueryError(" ".join(str(error).split())) from error
        rows = []
        while result.has_next():
            rows.append(tuple(_plain(value) for value in result.get_next()))
        return Answer(columns=tuple(result.get_column_names()), rows=tuple(rows))


def ask_cypher(records: Records, query: str, parameters: Mapping[str, Any] | None = None) -> Answer:
    """Load the records and run one query; see `CypherNetwork.ask`."""
    _refuse_commands(query)
    with CypherNetwork(records) as network:
        return network.ask(query, parameters)


def _refuse_commands(query: str) -> None:
    words = []
    for token in TOKENS.finditer(query):
        if token["end"] and query[token.end() :].strip():
            raise QueryError("one query at a time: there is text behind ';'")
        if token["word"]:
            words.append(token["word"].upper())
    if not words or words[0] not in OPENING:
        raise QueryError("a query begins with MATCH, OPTIONAL MATCH, UNWIND, WITH or RETURN")
    commands = sorted(REFUSED & set(words))
    if commands:
        raise QueryError(
            f"a query may only read: {', '.join(commands)} is not allowed (write `name` in backquotes)"
        )


def _load(connection: Any, table: PropertyTable) -> None:
    import pandas as pd

    declared = ", ".join(f"`{name}` {kind}" for name, kind in table.columns)
    ends = ["from", "to"] if table.source else []
    if table.source:
        connection.execute(
            f"CREATE REL TABLE {table.name} (FROM {table.source} TO {table.target}, {declared})"
        )
    else:
        connection.execute(f"CREATE NODE TABLE {table.name} ({declared}, PRIMARY KEY (id))")
    if table.rows:
        columns = [*ends, *(name for name, _ in table.columns)]
        rows = pd.DataFrame([list(row) for row in table.rows], columns=columns, dtype=object)
        connection.execute(f"COPY {table.name} FROM $rows", {"rows": rows})


def _plain(value: Any) -> Any:
    """A value without the engine's own row numbers."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items() if key not in INTERNAL}
    return [_plain(item) for item in value] if isinstance(value, list) else value
