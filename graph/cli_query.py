"""What the command `query` prints: answers to SQL and Cypher, and what can be asked."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import typer

from graph.answer import Answer
from graph.cli_show import open_network
from graph.cli_text import UserError, console, plain, printed
from graph.cli_told import mistakes_told, print_columns
from graph.manifest import STORE

FORMS = ("table", "csv", "json")
WIDEST = 60
"""Characters of a cell in a table; longer ones are cut with '...': csv and json have them whole."""


def show_query(out: Path, text: str, *, cypher: bool, form: str) -> None:
    """Print what a query answers as a table, as CSV or as a JSON list of objects. Raises UserError."""
    if form not in FORMS:
        raise UserError(f"--format '{form}' is none of {', '.join(FORMS)}")
    with mistakes_told():
        answer = _asked(out, text, cypher)
    {"table": _print_table, "csv": _print_csv, "json": _print_json}[form](answer)


def _asked(out: Path, text: str, cypher: bool) -> Answer:
    if cypher:
        from graph.cypher import ask_cypher

        return ask_cypher(open_network(out).records, text)
    from graph.sql import ask

    if not (out / STORE).is_file():
        raise UserError(f"no build in '{out}': run `sederunt build REPORTS -o {out}` first")
    return ask(out / STORE, text)


def show_schema(*, cypher: bool) -> None:
    """Print what a query can read, a line a column or property."""
    screen = console()
    if cypher:
        from graph.property_graph import NODES, RELATIONS

        for name, columns in NODES.items():
            screen.print(printed((f"(:{name})", "bold"), f"  {_typed(columns)}"))
        for name, (source, target, columns) in RELATIONS.items():
            screen.print(printed((f"(:{source})-[:{name}]->(:{target})", "bold"), f"  {_typed(columns)}"))
        return
    from graph.sql import views

    for name, meanings in sorted(views().items()):
        screen.print(printed((name, "bold")))
        for column, meaning in meanings:
            screen.print(printed(f"  {column:<16}{meaning}"))


def _typed(columns: Sequence[tuple[str, str]]) -> str:
    return ", ".join(f"{name} {kind}" for name, kind in columns)


def _print_table(answer: Answer) -> None:
    rows = [[_short(cell) for cell in row] for row in (answer.columns, *answer.rows)]
    print_columns(rows[0], rows[1:])
    count = len(answer.rows)
    console().print(printed(f"{count} row{'' if count == 1 else 's'}"))


def _short(cell: Any) -> str:
    text = plain("" if cell is None else cell if isinstance(cell, str) else _json(cell))
    return text if len(text) <= WIDEST else f"{text[: WIDEST - 3]}..."


def _print_csv(answer: Answer) -> None:
    from graph.tables import csv_line, safe_cell

    for row in (answer.columns, *answer.rows):
        simple = (
            cell if cell is None or isinstance(cell, str | int | float) else _json(cell) for cell in row
        )
        typer.echo(csv_line(safe_cell(cell) for cell in simple), nl=False)


def _print_json(answer: Answer) -> None:
    typer.echo(_json([dict(zip(answer.columns, row, strict=True)) for row in answer.rows], indent=2))


def _json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent, default=str)
