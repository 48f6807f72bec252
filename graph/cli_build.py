"""`sederunt build` and `sederunt open`: progress while it works, then what was read, what was left out, and why."""

from __future__ import annotations

import logging
import os
import sys
import webbrowser
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from corpus.records import LedgerRow
from corpus.remote import RemoteError
from corpus.store import StoreError
from extract.model import ModelError, describe_model, is_address
from extract.records import Records
from graph.build import BuildReport, DiskFull, build
from graph.cli_progress import shown_progress
from graph.cli_text import IN_USE, NO_ROOM, STOPPED, UserError, console, printed
from graph.eventlog import event, logged
from graph.lock import FolderInUse
from graph.outputs import OutputError
from graph.plan import plan_of
from graph.pool import WorkerError
from graph.runners import ClusterError, Limits
from graph.sources import BuildError, Input

SHOWN = 10
"""Files that are named one by one; the ledger holds them all."""
ALWAYS = frozenset({"documents", "people", "meetings", "participations"})
"""Counts that are printed where they are 0 too."""
NOT_READ = frozenset({"name given twice", "extraction failed", "over the limit"})
"""Reasons for leaving out a file although a report of its path is in the store."""
COUNTS = (
    ("documents", "reports read"),
    ("republished", "of these re-published copies"),
    ("people", "people"),
    ("organizations", "bodies"),
    ("meetings", "meetings held"),
    ("cited_meetings", "meetings only referred to"),
    ("participations", "participations"),
    ("collectives", "collectives without names"),
    ("press", "press credits set aside"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What a build is asked for: the arguments and options of the command line."""

    reports: Sequence[Input]
    out: Path
    model: str | None = None
    answers: Path | None = None
    decisions: Path | None = None
    people: Path | None = None
    min_confidence: float = 0.0
    jobs: int = 0
    cluster: str | None = None
    seconds: float = 120.0
    megabytes: int = 1024
    wait: float = 0.0
    log: Path | None = None


def run_build(order: Order, *, quiet: bool) -> None:
    """Build with a progress bar on standard error, then print the summary. Raises UserError."""
    try:
        told = describe_model(order.model)  # a model that is not there is said before anything is read
        if is_address(order.model) and not quiet:
            console(stderr=True).print(printed(f"sentences of the reports are sent to {told}"))
        with logged(order.log):
            report = _build_logged(order, quiet)
    except FolderInUse as error:
        raise UserError(str(error), status=IN_USE) from error
    except DiskFull as error:
        raise UserError(str(error), status=NO_ROOM) from error
    except (
        FileNotFoundError,
        ModelError,
        BuildError,
        OutputError,
        StoreError,
        WorkerError,
        ClusterError,
        RemoteError,
    ) as error:
        raise UserError(str(error)) from error
    except KeyboardInterrupt as error:
        raise UserError(
            "stopped; what was read is kept, and the next build goes on from there", status=STOPPED
        ) from error
    if not quiet:
        print_summary(report)
    if not report.records.documents:
        console(stderr=True).print(printed("warning: no report could be read; the network is empty"))


def _build_logged(order: Order, quiet: bool) -> BuildReport:
    event("build started", out=str(order.out), reports=[str(path) for path in order.reports], jobs=order.jobs)
    try:
        report = _build_with_progress(order, quiet)
    except BaseException as error:
        event("build failed", logging.ERROR, error=type(error).__name__, detail=str(error))
        raise
    for row in left_out(report.records):
        event("left out", logging.WARNING, document=row.document, reason=row.reason, detail=row.detail)
    event("build finished", read_anew=report.read_anew, **report.manifest["counts"])
    return report


def _build_with_progress(order: Order, quiet: bool) -> BuildReport:
    with shown_progress(quiet=quiet) as on_progress:
        return build(
            order.reports,
            order.out,
            model=order.model,
            decisions=order.decisions,
            people=order.people,
            min_confidence=order.min_confidence,
            answers=order.answers,
            wait=order.wait,
            jobs=order.jobs,
            cluster=order.cluster,
            limits=Limits(seconds=order.seconds, megabytes=order.megabytes),
            on_progress=on_progress,
        )


def run_plan(order: Order) -> None:
    """Print what a build would read. Raises UserError."""
    try:
        plan = plan_of(order.reports, order.out, model=order.model)
    except (FileNotFoundError, BuildError, StoreError) as error:
        raise UserError(str(error)) from error
    screen = console()
    for number, label in (
        (len(plan.new), "files new"),
        (len(plan.changed), "files changed"),
        (len(plan.gone), "files gone"),
        (plan.unchanged, "files as they were"),
        (plan.again, "reports of these to be read anew: other rules or another model"),
    ):
        screen.print(printed((f"{number:>8,}", "bold"), f"  {label}"))
    named = [("new", name) for name in plan.new] + [("changed", name) for name in plan.changed]
    named += [("gone", name) for name in plan.gone]
    for state, name in named[:SHOWN]:
        screen.print(printed(f"  {state}: ", (name, "bold")))
    if len(named) > SHOWN:
        screen.print(printed(f"  ... and {len(named) - SHOWN:,} more"))
    screen.print(printed("nothing was written"))


def left_out(records: Records) -> list[LedgerRow]:
    """Return the ledger rows about files and rows of which nothing was read."""
    read = {document.path for document in records.documents}
    return [row for row in records.ledger if row.document not in read or row.reason in NOT_READ]


def print_summary(report: BuildReport) -> None:
    """Print the counts, what was left out and why, what stayed unresolved, and where the outputs are."""
    screen = console()
    counts = report.manifest["counts"]
    omitted = left_out(report.records)
    lines = [(counts[key], label) for key, label in COUNTS if counts[key] or key in ALWAYS]
    lines[0] = (lines[0][0], f"{lines[0][1]}, {report.read_anew:,} of them anew")
    lines += [
        (len(omitted), "files and rows left out"),
        (len(report.records.ledger) - len(omitted), "statements read and not believed"),
    ]
    width = max(len(f"{number:,}") for number, _ in lines)
    for number, label in lines:
        screen.print(printed((f"{number:>{width},}", "bold"), f"  {label}"))
    _print_reasons("left out", omitted, screen.print)
    for row in omitted[:SHOWN]:
        screen.print(printed("  ", (row.document, "bold"), f": {row.detail}"))
    if len(omitted) > SHOWN:
        screen.print(
            printed(f"  ... and {len(omitted) - SHOWN} more in {report.out / 'tables' / 'unresolved.csv'}")
        )
    dropped = set(omitted)
    _print_reasons("not believed", [row for row in report.records.ledger if row not in dropped], screen.print)
    if report.older:
        screen.print(
            printed(f"the store was of an older format ({report.older}): all reports were read anew")
        )
    screen.print(printed(f"the network: {report.out / 'network.html'}"))


def _print_reasons(heading: str, rows: Collection[LedgerRow], write: Callable[[object], None]) -> None:
    if rows:
        reasons = Counter(row.reason for row in rows)
        ranked = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
        write(printed((f"{heading}: ", "bold"), ", ".join(f"{reason} {number}" for reason, number in ranked)))


def open_view(out: Path) -> None:
    """Open the page of a build where there is a display, and print its path in any case. Raises UserError."""
    page = out / "network.html"
    if not page.is_file():
        raise UserError(f"no network in '{out}'; first run: sederunt build REPORTS -o {out}")
    path = page.resolve()
    if has_display():
        webbrowser.open(path.as_uri())
    console().print(printed(str(path)))


def has_display() -> bool:
    """Say whether a browser could show a window here."""
    return sys.platform in ("darwin", "win32") or any(
        os.environ.get(n) for n in ("DISPLAY", "WAYLAND_DISPLAY")
    )
