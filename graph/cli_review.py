"""`sederunt review`: the undecided pairs one after another, with both sides' sentences; each key is kept at once."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import typer

from corpus.store import StoreError
from extract.decisions import read_decisions
from extract.decisions_file import add_decision, last_pair, undo_decision
from graph.cli_text import UserError, plain
from graph.network import Network
from graph.undecided import Undecided, undecided

KEYS = "s same, d different, enter later, u undo, q quit"


def run_review(out: Path, decisions: Path, *, author: str) -> None:
    """Ask about each pair on which `decisions` has no row, until the last one or q. Raises UserError."""
    try:
        records = Network.open(out).records
    except (FileNotFoundError, StoreError, sqlite3.DatabaseError) as error:
        raise UserError(str(error)) from error
    later: set[tuple[str, str]] = set()
    while True:
        read = read_decisions(decisions)
        for bad in read.bad:
            typer.echo(f"{plain(str(decisions))}, line {bad.line}: {plain(bad.problem)}", err=True)
        rest = [p for p in undecided(records, read.good) if (p.left_id, p.right_id) not in later]
        if not rest:
            typer.echo("nothing is left to decide; build again with --decisions to see the result")
            return
        pair = rest[0]
        _show(pair, len(rest))
        answer = _ask()
        if answer == "q":
            typer.echo("stopped; the next review goes on here")
            return
        if answer == "u":
            typer.echo("undone" if undo_decision(decisions, last_pair(decisions)) else "nothing to undo")
        elif answer == "":
            later.add((pair.left_id, pair.right_id))
        else:
            verbs = ("is", "is-not") if pair.entry else ("same", "not-same")
            _keep(decisions, verbs[answer == "d"], pair, author)


def _ask() -> str:
    while True:
        try:
            answer = input(f"{KEYS}: ").strip().lower()
        except EOFError:
            return "q"
        if answer in ("s", "d", "u", "q", ""):
            return answer
        typer.echo(f"'{plain(answer)}' is none of: {KEYS}")


def _show(pair: Undecided, left: int) -> None:
    typer.echo(f"\n{left} to decide: {plain(pair.left_label)}  |  {plain(pair.right_label)}")
    for reference, evidence in ((pair.left, pair.left_evidence), (pair.right, pair.right_evidence)):
        typer.echo(f"  {plain(str(reference))}")
        if evidence is not None:
            typer.echo(f"    {plain(evidence.quote)}")
    for mark, reasons in (("for", pair.reasons), ("against", pair.against)):
        for reason in reasons:
            typer.echo(f"  {mark}: {plain(reason)}")


def _keep(decisions: Path, verb: str, pair: Undecided, author: str) -> None:
    try:
        add_decision(
            decisions,
            verb=verb,
            subject=str(pair.left),
            object=pair.entry or str(pair.right),
            reason="; ".join((*pair.reasons, *(f"against: {text}" for text in pair.against))),
            author=author,
            date=date.today().isoformat(),
        )
    except ValueError as error:
        raise UserError(f"{decisions}: {error}") from error
