"""`sederunt review`: the undecided pairs of people, meetings and bodies, with both sides' sentences; each key is kept at once."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import typer

from corpus.store import StoreError
from extract.decisions import Reference
from extract.decisions_file import last_row, undo_decision
from extract.decisions_read import read_decisions
from graph.cli_text import UserError, plain
from graph.network import Network
from graph.undecided import Undecided, undecided
from graph.undecided_slips import joined_by_slip

KEYS = "s same, d different, enter later, u undo, q quit"


def run_review(out: Path, decisions: Path, *, author: str) -> None:
    """Ask about each pair on which `decisions` has no row, until the last one or q. Raises UserError."""
    try:
        records = Network.open(out).records
    except (FileNotFoundError, StoreError, sqlite3.DatabaseError) as error:
        raise UserError(str(error)) from error
    later: set[tuple[Reference, Reference]] = set()
    while True:
        read = read_decisions(decisions)
        for bad in read.bad:
            typer.echo(f"{plain(str(decisions))}, line {bad.line}: {plain(bad.problem)}", err=True)
        pairs = (*undecided(records, read.good), *joined_by_slip(records, read.good))
        rest = [pair for pair in pairs if (pair.left, pair.right) not in later]
        if not rest:
            typer.echo("nothing is left to decide; build again with --decisions to see the result")
            if not last_row(decisions) or _ask("u undo the last one, enter or q quit") != "u":
                return
            _undo(decisions)
            continue
        pair = rest[0]
        _show(pair, len(rest))
        answer = _ask()
        if answer == "q":
            typer.echo("stopped; the next review goes on here")
            return
        if answer == "u":
            _undo(decisions)
        elif answer == "":
            later.add((pair.left, pair.right))
        else:
            _keep(decisions, pair, one=answer == "s", author=author)


def _undo(decisions: Path) -> None:
    typer.echo("undone" if undo_decision(decisions, last_row(decisions)) else "nothing to undo")


def _ask(keys: str = KEYS) -> str:
    while True:
        try:
            answer = input(f"{keys}: ").strip().lower()
        except EOFError:
            return "q"
        if answer in ("s", "d", "u", "q", ""):
            return answer
        typer.echo(f"'{plain(answer)}' is none of: {keys}")


def _show(pair: Undecided, left: int) -> None:
    typer.echo(f"\n{left} to decide: {plain(pair.left_label)}  |  {plain(pair.right_label)}")
    if pair.joined:
        typer.echo("  joined as one: s to confirm, d to part")
    if pair.kind == "place":
        typer.echo(
            f"  s: the {plain(pair.left.name)} bodies of that report are of {plain(pair.entry)}, d: they are not"
        )
    for reference, evidence in ((pair.left, pair.left_evidence), (pair.right, pair.right_evidence)):
        typer.echo(f"  {plain(str(reference))}")
        if evidence is not None:
            typer.echo(f"    {plain(evidence.quote)}")
    for mark, reasons in (("for", pair.reasons), ("against", pair.against)):
        for reason in reasons:
            typer.echo(f"  {mark}: {plain(reason)}")


def _keep(decisions: Path, pair: Undecided, *, one: bool, author: str) -> None:
    try:
        Network.decide(decisions, pair, one=one, author=author)
    except ValueError as error:
        raise UserError(f"{decisions}: {error}") from error
