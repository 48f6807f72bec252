"""`sederunt build` and `sederunt open`: progress while it works, then what was read, what was left out, and why."""

from __future__ import annotations

import os
import sys
import webbrowser
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from pathlib import Path

from corpus.records import LedgerRow
from corpus.store import StoreError
from extract.model import ModelError, describe_model, is_address
from extract.records import Records
from graph.build import BuildError, BuildReport, build
from graph.cli_text import UserError, console, printed

SHOWN = 10
"""Files that are named one by one; the ledger holds them all."""
ALWAYS = frozenset({"documents", "people", "meetings", "participations"})
"""Counts that are printed where they are 0 too."""
NOT_READ = frozenset({"name given twice", "extraction failed"})
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


def run_build(
    reports: Sequence[Path],
    out: Path,
    *,
    model: str | None,
    quiet: bool,
    decisions: Path | None = None,
    min_confidence: float = 0.0,
    answers: Path | None = None,
) -> None:
    """Build with a progress bar on standard error, then print the summary. Raises UserError."""
    try:
        told = describe_model(model)  # a model that is not there is said before anything is read
        if is_address(model) and not quiet:
            console(stderr=True).print(printed(f"sentences of the reports are sent to {told}"))
        report = _build_with_progress(reports, out, model, quiet, decisions, min_confidence, answers)
    except (FileNotFoundError, ModelError, BuildError, StoreError) as error:
        raise UserError(str(error)) from error
    if not quiet:
        print_summary(report)
    if not report.records.documents:
        console(stderr=True).print(printed("warning: no report could be read; the network is empty"))


def _build_with_progress(
    reports: Sequence[Path],
    out: Path,
    model: str | None,
    quiet: bool,
    decisions: Path | None,
    min_confidence: float,
    answers: Path | None,
) -> BuildReport:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    hidden = quiet or not sys.stderr.isatty()
    with Progress(*columns, console=console(stderr=True), transient=True, disable=hidden) as bars:
        tasks = {}

        def on_progress(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        return build(
            reports,
            out,
            model=model,
            decisions=decisions,
            min_confidence=min_confidence,
            answers=answers,
            on_progress=on_progress,
        )


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
