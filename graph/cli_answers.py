"""What the commands that ask a build print."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer

from graph.answer import Answer, QueryError
from graph.cli_show import UNDATED, find_person, open_network
from graph.cli_text import UserError, console, plain, printed
from graph.manifest import EXPORTS, STORE

FORMS = ("table", "csv", "json")
WIDEST = 60
"""Characters of a cell in a table; longer ones are cut with '...': csv and json have them whole."""


@contextmanager
def _said() -> Iterator[None]:
    """Turn what the user can put right into one line."""
    try:
        yield
    except (QueryError, ValueError) as error:
        raise UserError(str(error)) from error
    except KeyError as error:
        raise UserError(str(error.args[0])) from error


def show_query(out: Path, text: str, *, cypher: bool, form: str) -> None:
    """Print what a query answers as a table, as CSV or as a JSON list of objects. Raises UserError."""
    if form not in FORMS:
        raise UserError(f"--format '{form}' is none of {', '.join(FORMS)}")
    with _said():
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


def print_columns(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print rows under their heads, each column as wide as its widest cell."""
    screen = console()
    widths = [max(len(row[n]) for row in (heads, *rows)) for n in range(len(heads))]
    for row in (heads, *rows):
        line = "  ".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        screen.print(printed((line, "bold") if row is heads else line))


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


def show_sentences(out: Path, words: str, *, limit: int) -> None:
    """Print the sentences that hold all of the words, with their reports and whom they are evidence for. Raises UserError."""
    network = open_network(out)
    with _said():
        found = network.search(words, limit=limit)
    screen = console()
    for row in found.itertuples():
        screen.print(printed(f'"{row.sentence}"', (f"  [{row.document}:{row.start}]", "dim")))
        if row.people:
            screen.print(printed(f"    {row.people}  at  {row.meetings}"))
    screen.print(printed(f"{len(found)} sentence{'' if len(found) == 1 else 's'}"))


def show_ways(
    out: Path, a: str, b: str, *, how: str, through: str, limit: int, since: str, until: str
) -> None:
    """Print at most `limit` ways between two people, every step with a meeting (or body) and its sentences. Raises UserError."""
    network = open_network(out)
    first, second = find_person(network, a), find_person(network, b)
    dates = {"since": since or None, "until": until or None} if through == "meetings" else {}
    ways: Callable[..., Any] = network.path
    with _said():
        found = ways(first.id, second.id, how=how, through=through, most=limit, **dates)
    screen = console()
    if found.empty:
        screen.print(printed(f"no way from {first.label} to {second.label} through {through}"))
    for number, steps in found.groupby("path"):
        screen.print(printed((f"way {number}: {len(steps)} steps", "bold underline")))
        for step in steps.to_dict("records"):
            more = len(step[through]) - 1
            others = f" (and {more} more)" if more else ""
            when = f"{step['date'] or UNDATED}  " if through == "meetings" else ""
            screen.print(
                printed((f"  {step['from']} - {step['to']}", "bold"), f"  {when}{step['by']}{others}")
            )
            for side in ("from", "to"):
                sentence, report = step[f"evidence_{side}"], step[f"document_{side}"]
                screen.print(printed((f'      "{sentence}"  [{report}]', "dim")))


def show_missing(out: Path, name: str, *, recent: int, limit: int) -> None:
    """Print who is missing from which body's latest meetings, and how sure that is. Raises UserError."""
    network = open_network(out)
    with _named(name):
        found = network.missing(name or None, recent=recent)
    screen = console()
    for row in found.head(limit).itertuples():
        screen.print(printed((row.person, "bold"), f"  {row.body}: {row.said}; last seen {row.last_seen}"))
    many = "" if len(found) == 1 else "s"
    screen.print(printed(f"{len(found)} absence{many}: from reports, which is not from office"))


@contextmanager
def _named(name: str) -> Iterator[None]:
    """Turn a name that nobody has, or several, into one line, with the candidates."""
    from graph.names import AmbiguousName, UnknownName

    try:
        yield
    except AmbiguousName as error:
        raise UserError("\n".join([f"'{name}' is several; say which:", *error.labels])) from error
    except UnknownName as error:
        raise UserError(str(error)) from error


def show_protocol(out: Path, body: str, *, year: str) -> None:
    """Print the orders of a body's lists by year, with the moves since the year before. Raises UserError."""
    network = open_network(out)
    with _named(body):
        frame, moved = network.protocol(body or None, year=year or None), network.protocol_moves(body or None)
    what = {(m.host_id, m.year, m.person_id): m for m in moved.itertuples()}
    screen = console()
    for (host, own_year), order in frame.groupby(["host_id", "year"]):
        first = order.iloc[0]
        tau = f"Kendall's tau {first['order_agreement']:.2f}"
        title = f"{first['body']} {own_year}"
        screen.print(printed((title, "bold underline"), f"  {first['lists']} lists, {tau}"))
        for row in order.itertuples():
            move = what.get((host, own_year, row.person_id))
            change = "" if move is None else f"  {move.what}{_by(move.change)} since {move.year_before}"
            part = "" if row.part == 1 else f" (part {row.part}: in no common list with the others)"
            screen.print(
                printed(f"  {row.place:>3}  ", (row.person, "bold"), f"  in {row.listed}{change}{part}")
            )
        gone = moved[(moved["host_id"] == host) & (moved["year"] == own_year) & (moved["what"] == "gone")]
        if len(gone):
            screen.print(printed(f"  gone since {gone['year_before'].iloc[0]}: {', '.join(gone['person'])}"))
    left_out = frame.attrs["left_out"]
    screen.print(printed(f"{len(left_out)} list{'' if len(left_out) == 1 else 's'} not by rank left out"))


def _by(change: Any) -> str:
    import pandas as pd

    return "" if pd.isna(change) or not change else f" by {abs(change)}"


def show_centrality(
    out: Path,
    measures: Sequence[str],
    *,
    intervals: bool,
    draws: int,
    weight: str,
    limit: int,
    since: str,
    until: str,
) -> None:
    """Print the highest people of a measure, others beside it, and what the data may not carry. Raises UserError."""
    from graph.uncertainty import NEVER_ALONE

    network = open_network(out)
    wanted = draws if intervals or NEVER_ALONE & set(measures) else 0
    values: Callable[..., Any] = network.centrality
    with _said():
        frame = values(measures, weight=weight, intervals=wanted, since=since or None, until=until or None)
    heads = ["", "person"]
    cells: list[list[str]] = [[str(n), plain(person)] for n, person in enumerate(frame["person"][:limit], 1)]
    for name in measures:
        heads.append(name)
        for row, value in zip(cells, frame[name], strict=False):
            row.append(f"{value:.4g}")
        if wanted:
            heads.append("95 % interval")
            ends = zip(frame[f"{name}_low"], frame[f"{name}_high"], strict=True)
            for row, (low, high) in zip(cells, ends, strict=False):
                row.append(f"{low:.4g} to {high:.4g}")
    print_columns(heads, cells)
    for warning in frame.attrs["warnings"]:
        console(stderr=True).print(printed(f"note: {warning}"))


def write_export(out: Path, form: str, *, graph: str, to: Path | None) -> None:
    """Write the network in a format, and print where. Raises UserError."""
    from graph.export import ENDINGS, PLAIN

    network = open_network(out)
    name = graph or (PLAIN if form == "pajek" else "network")
    write: Callable[..., Path] = network.export
    try:
        with _said():
            target = to or out / EXPORTS / (f"{name}{ENDINGS[form]}" if form in ENDINGS else form)
            written = write(target, form, graph=graph or None)
    except ImportError as error:
        raise UserError(f"{form} needs the package {error.name}: pip install '.[parquet]'") from error
    console().print(printed(str(written)))
