"""The command line. Libraries that take long to load are imported where they are used: --help answers at once."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

if TYPE_CHECKING:
    from rich.console import Console

    from graph.network import Network

app = typer.Typer(
    name="sederunt",
    help="Read reports of official meetings into the network of who sat with whom, with the sentence behind every edge.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
)
CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
Out = Annotated[Path, typer.Argument(help="The output folder of a build.", show_default=False)]


class Failure(Exception):  # noqa: N818 -- never leaves this module
    """A user's error: one clear line, exit status 2."""


def console(*, stderr: bool = False) -> Console:
    """A console for text or errors; no wrapping where the output is no terminal."""
    from rich.console import Console

    return Console(stderr=stderr, highlight=False, soft_wrap=not sys.stdout.isatty())


def plain(text: str) -> str:
    """Make a document's text safe for a terminal: no control characters, no markup."""
    from rich.markup import escape

    return escape(CONTROL.sub(" ", text).replace("\n", " "))


def fail(message: str) -> NoReturn:
    """Stop with one clear line."""
    raise Failure(message)


def opened(out: Path) -> Network:
    """Open a build or stop with a clear line."""
    from corpus.store import StoreError
    from graph.network import Network

    try:
        return Network.open(out)
    except (FileNotFoundError, StoreError) as error:
        fail(str(error))


def version_wanted(value: bool) -> None:
    """Print the version and stop."""
    if value:
        from importlib.metadata import version

        typer.echo(f"sederunt {version('sederunt')}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", callback=version_wanted, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read reports of official meetings into the network of who sat with whom."""


@app.command()
def build(
    reports: Annotated[list[Path], typer.Argument(help="Files or folders of reports.", show_default=False)],
    out: Annotated[Path, typer.Option("--out", "-o", help="The output folder.")] = Path("out"),
    model: Annotated[
        str | None,
        typer.Option(
            "--model",
            help="A spaCy pipeline by name or path, or 'none' for the grammars alone.",
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")] = False,
) -> None:
    """Build the network of all reports below the given files and folders.

    A second run reads only what has changed.
    """
    from corpus.store import StoreError
    from graph.build import BuildError, BuildReport
    from graph.build import build as run

    try:
        if quiet:
            run(reports, out, model=model)
            return
        report: BuildReport = _with_progress(lambda tell: run(reports, out, model=model, on_progress=tell))
    except (FileNotFoundError, BuildError, StoreError, ModuleNotFoundError, ValueError) as error:
        fail(str(error))
    _summary(report)


def _with_progress(work: Any) -> Any:
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    with Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(),
        console=console(stderr=True), transient=True,
    ) as bars:  # fmt: skip
        tasks: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total)
            bars.update(tasks[stage], completed=done, total=total)

        return work(tell)


def _summary(report: Any) -> None:
    from rich.table import Table

    counts = report.manifest["counts"]
    screen = console()
    table = Table(show_header=False, box=None, padding=(0, 2, 0, 0))
    for label, key in (
        ("reports", "documents"),
        ("re-published copies", "republished"),
        ("meetings", "meetings"),
        ("people", "people"),
        ("participations", "participations"),
        ("bodies", "organizations"),
        ("press set aside", "press"),
    ):
        table.add_row(label, str(counts[key]))
    screen.print(table)
    files = [
        row for row in report.records.ledger if not row.quote and row.document not in _read_paths(report)
    ]
    if files:
        screen.print(f"\n[bold]left out ({len(files)}):[/bold]")
        for row in files[:20]:
            screen.print(f"  {plain(row.document)}: {plain(row.reason)}: {plain(row.detail)}")
        if len(files) > 20:
            screen.print(f"  ... and {len(files) - 20} more in tables/unresolved.csv")
    rest = len(report.records.ledger) - len(files)
    screen.print(f"\nread and not believed: {rest} (tables/unresolved.csv)")
    screen.print(
        f"written to {plain(str(report.out))}: network.html, tables/, network.graphml, sederunt.sqlite, manifest.json"
    )


def _read_paths(report: Any) -> set[str]:
    return {document.path for document in report.records.documents}


@app.command(name="open")
def open_view(out: Out = Path("out")) -> None:
    """Open the network view in a browser, or print its path where there is no display."""
    import os
    import webbrowser

    page = out / "network.html"
    if not page.is_file():
        fail(f"no network view in '{out}': run `sederunt build REPORTS -o {out}` first")
    display = (
        sys.platform in ("win32", "darwin") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")
    )
    if not (display and webbrowser.open(page.resolve().as_uri())):
        typer.echo(str(page.resolve()))


@app.command()
def who(
    out: Out,
    name: Annotated[str, typer.Argument(help="A person's name, alias or label.", show_default=False)],
    limit: Annotated[int, typer.Option("--limit", help="How many lines of each part to print.")] = 15,
) -> None:
    """Print what the reports state of one person: posts, meetings, company, each with its sentence."""
    from graph.network import AmbiguousName, UnknownName

    network = opened(out)
    try:
        dossier = network.who(name)
    except (AmbiguousName, UnknownName) as error:
        fail(str(error))
    screen = console()
    screen.print(f"[bold]{plain(dossier.person.label)}[/bold]  {plain(dossier.person.context)}")
    if dossier.posts:
        screen.print("\n[bold]posts[/bold]")
    for post in dossier.posts[:limit]:
        screen.print(
            f"  {plain(post.text)}  [dim]{post.date or 'undated'}, {plain(post.evidence.document)}[/dim]"
        )
    for title, lines in (("meetings", dossier.meetings), ("named, not there", dossier.elsewhere)):
        if lines:
            screen.print(f"\n[bold]{title}[/bold]")
        for line in lines[:limit]:
            screen.print(f"  {line.date or 'undated'}  {plain(line.name)}: {', '.join(line.roles)}")
            screen.print(f"    [dim]“{plain(line.evidence.quote)}” ({plain(line.evidence.document)})[/dim]")
    if dossier.company:
        screen.print("\n[bold]company[/bold]")
    for other in dossier.company[:limit]:
        screen.print(f"  {other.meetings}  {plain(other.label)}")


@app.command()
def meetings(
    out: Out,
    host: Annotated[
        str, typer.Option("--host", help="Only meetings whose host or name holds these words.")
    ] = "",
    after: Annotated[
        str, typer.Option("--after", help="Only meetings on or after this EDTF date (2023, 2023-05 ...).")
    ] = "",
    before: Annotated[str, typer.Option("--before", help="Only meetings on or before this EDTF date.")] = "",
    person: Annotated[str, typer.Option("--person", help="Only meetings that this person attended.")] = "",
) -> None:
    """List the meetings, by date, with their hosts and numbers of people."""
    from extract.dates import edtf_bounds
    from graph.network import AmbiguousName, UnknownName

    network = opened(out)
    limits = {}
    for option, value in (("--after", after), ("--before", before)):
        limits[option] = edtf_bounds(value) if value else None
        if value and limits[option] is None:
            fail(f"{option} {value}: not an EDTF date with a year")
    own: set[str] | None = None
    if person:
        try:
            own = {line.meeting_id for line in network.who(person).meetings}
        except (AmbiguousName, UnknownName) as error:
            fail(str(error))
    frame = network.meetings()
    screen = console()
    shown = undated = 0
    for row in (
        frame[frame["cited"] == 0].sort_values(["date", "meeting_id"], na_position="last").itertuples()
    ):
        if host and host.lower() not in f"{row.host} {row.name}".lower():
            continue
        if own is not None and row.meeting_id not in own:
            continue
        day = row.date if isinstance(row.date, str) else ""
        bounds = edtf_bounds(day)
        if (after or before) and bounds is None:
            undated += 1
            continue
        if bounds and (
            (limits["--after"] and bounds[1] < limits["--after"][0])
            or (limits["--before"] and bounds[0] > limits["--before"][1])
        ):
            continue
        shown += 1
        by = f", {plain(row.host)}" if row.host and row.host.lower() not in row.name.lower() else ""
        screen.print(
            f"{day or 'undated':<22}{plain(row.name)}{by}  [dim]{row.people} people, {plain(row.documents)}[/dim]"
        )
    tail = f"; {undated} without a usable date left out" if undated else ""
    screen.print(f"\n{shown} meetings{tail}")


@app.command()
def check(
    gold: Annotated[Path, typer.Argument(help="A gold file (JSON).", show_default=False)],
    out: Out,
    errors: Annotated[bool, typer.Option("--errors", help="Print every mistake.")] = False,
) -> None:
    """Score a build against hand-made labels: precision, recall, roles, posts, dates."""
    from graph.check import score

    table = out / "tables" / "participations.csv"
    for path in (gold, table):
        if not path.is_file():
            fail(f"no such file: {path}")
    try:
        result = score(table, gold)
    except ValueError as error:
        fail(str(error))
    screen = console()
    if errors:
        for line in result.mistakes:
            screen.print(plain(line))
    for name in result.__slots__:
        if name != "mistakes":
            value = getattr(result, name)
            screen.print(f"{name:<14}{value:.3f}" if isinstance(value, float) else f"{name:<14}{value}")


@app.command()
def doctor() -> None:
    """Say whether the installation is whole: versions, model and its files, database."""
    from graph.doctor import examine

    findings = examine()
    screen = console()
    for finding in findings:
        mark = "[green]ok[/green]  " if finding.good else "[red]bad[/red] "
        screen.print(f"{mark}{finding.what:<14}{plain(finding.state)}")
    if not all(finding.good for finding in findings):
        raise typer.Exit(1)


def main() -> None:
    """Run the command line; a user's error is one line and exit status 2."""
    try:
        app()
    except Failure as failure:
        console(stderr=True).print(f"[red]error:[/red] {plain(str(failure))}")
        sys.exit(2)
    except BrokenPipeError:
        sys.exit(0)
