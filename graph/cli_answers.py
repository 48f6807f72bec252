"""What the commands print that ask for sentences, ways and absences; and where an export went."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from graph.cli_show import UNDATED, find_person, open_network
from graph.cli_text import UserError, console, printed
from graph.cli_told import mistakes_told, names_told
from graph.manifest import EXPORTS


def show_sentences(out: Path, words: str, *, limit: int) -> None:
    """Print the sentences that hold all of the words, with their reports and whom they are evidence for. Raises UserError."""
    network = open_network(out)
    with mistakes_told():
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
    with mistakes_told():
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
    with names_told(name):
        found = network.missing(name or None, recent=recent)
    screen = console()
    for row in found.head(limit).itertuples():
        screen.print(printed((row.person, "bold"), f"  {row.body}: {row.said}; last seen {row.last_seen}"))
    many = "" if len(found) == 1 else "s"
    screen.print(printed(f"{len(found)} absence{many}: from reports, which is not from office"))


def write_export(out: Path, form: str, *, graph: str, to: Path | None) -> None:
    """Write the network in a format, and print where. Raises UserError."""
    from graph.export import ENDINGS, PLAIN

    network = open_network(out)
    name = graph or (PLAIN if form == "pajek" else "network")
    write: Callable[..., Path] = network.export
    try:
        with mistakes_told():
            target = to or out / EXPORTS / (f"{name}{ENDINGS[form]}" if form in ENDINGS else form)
            written = write(target, form, graph=graph or None)
    except ImportError as error:
        raise UserError(f"{form} needs the package {error.name}: pip install '.[parquet]'") from error
    console().print(printed(str(written)))
