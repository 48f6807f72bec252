"""The command line: what each command takes (those that ask a build: `cli_ask`). What it does stands in `cli_build` and `cli_show`.

Everything that is slow to load is imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import errno
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from graph.cli_ask import COMMANDS, Out
from graph.cli_examples import example
from graph.cli_order import Quiet, takes_order
from graph.cli_text import MISTAKE, NO_ROOM, UserError, plain

if TYPE_CHECKING:
    from graph.cli_build import Order

app = typer.Typer(
    name="sederunt",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,  # loading the decorated help takes twice as long as the whole command line
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        from importlib.metadata import version

        typer.echo(f"sederunt {version('sederunt')}")
        raise typer.Exit


@app.callback()
def sederunt(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Read reports of official meetings into the network of who sat with whom, with the sentence behind every edge."""


@app.command(epilog=example("build"))
@takes_order
def build(
    order: Order,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be read, and write nothing.")
    ] = False,
    quiet: Quiet = False,
) -> None:
    """Read reports and write the network.

    Writes the page, the tables, the graph and the store. A second run reads only what changed.
    """
    from graph.cli_build import run_build, run_plan

    if dry_run:
        run_plan(order)
    else:
        run_build(order, quiet=quiet)


@app.command(epilog=example("watch"))
@takes_order
def watch(order: Order, quiet: Quiet = False) -> None:
    """Build, and build again whenever the reports or the decisions change.

    Ctrl-C ends it. A build that fails is told, and the next change is waited for.
    """
    from graph.watching import run_watch

    run_watch(order, quiet=quiet)


@app.command("open", epilog=example("open"))
def open_page(out: Out = Path("out")) -> None:
    """Open the network in the browser.

    Prints its path in any case, and nothing else where there is no display.
    """
    from graph.cli_build import open_view

    open_view(out)


@app.command(epilog=example("who"))
def who(
    out: Out,
    name: Annotated[
        str,
        typer.Argument(
            metavar="NAME", help="A name, another printed form of it, or a label.", show_default=False
        ),
    ],
    limit: Annotated[int, typer.Option(min=1, help="Lines to print of each part.")] = 20,
) -> None:
    """Print one person: posts, meetings, company.

    Each with the sentence that states it. Where several people have the name, lists them and stops.
    """
    from graph.cli_show import show_person

    show_person(out, name, limit=limit)


@app.command(epilog=example("meetings"))
def meetings(
    out: Out,
    host: Annotated[
        str, typer.Option(metavar="TEXT", help="Only where the host or the name holds TEXT.")
    ] = "",
    after: Annotated[
        str, typer.Option(metavar="DATE", help="Only on or after DATE: 2023, 2023-05, 2023-05-17.")
    ] = "",
    before: Annotated[str, typer.Option(metavar="DATE", help="Only on or before DATE.")] = "",
    person: Annotated[str, typer.Option(metavar="NAME", help="Only those that NAME attended.")] = "",
) -> None:
    """List the meetings by date.

    With --after or --before, meetings whose date does not tell the year are left out and counted.
    """
    from graph.cli_show import show_meetings

    show_meetings(out, host=host, after=after, before=before, person=person)


@app.command(epilog=example("check"))
def check(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="A gold file (JSON), or a folder of them.", show_default=False),
    ],
    out: Out,
    errors: Annotated[bool, typer.Option("--errors", help="Print each mistake before the figures.")] = False,
) -> None:
    """Score a build against hand-made answers.

    People present, their roles and posts, dates, and who was let in wrongly.
    """
    from graph.cli_show import show_score

    show_score(gold, out, errors=errors)


@app.command(epilog=example("labels"))
def labels(
    gold: Annotated[
        Path,
        typer.Argument(metavar="GOLD", help="A gold file (JSON), or a folder of them.", show_default=False),
    ],
    reports: Annotated[
        list[Path],
        typer.Argument(metavar="REPORTS", help="The reports that the answers are about.", show_default=False),
    ],
) -> None:
    """Validate hand-made answers before anything is measured by them.

    Fields, roles, dates, names that do not stand in the report, people twice or present and absent. Exit status 1 if
    something is wrong.
    """
    from graph.cli_show import show_label_errors

    if not show_label_errors(gold, reports):
        raise typer.Exit(1)


@app.command(epilog=example("review"))
def review(
    out: Out,
    decisions: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="The decisions file (CSV); made if new.", show_default=False),
    ],
    author: Annotated[str, typer.Option(help="Your name, kept with each decision.")] = "",
) -> None:
    """Decide who is whom: people, meetings and bodies that may be one, and places of bodies, strongest first.

    Keys: s same, d different, enter later, u undo, q quit. Go on where you stopped at any time, then build again.
    """
    from graph.cli_review import run_review

    run_review(out, decisions, author=author)


@app.command(epilog=example("doctor"))
def doctor(
    out: Annotated[
        Path | None,
        typer.Argument(metavar="OUT", help="A build to examine as well.", show_default=False),
    ] = None,
) -> None:
    """Examine the installation, and a build if one is given.

    Versions, the model and its files, the database; the build's store, evidence, outputs, lock and free disk, with what
    to do where something is wrong. Exit status 1 if something is.
    """
    from graph.cli_show import show_health

    if not show_health(out):
        raise typer.Exit(1)


for ask in COMMANDS:
    app.command(epilog=example(ask.__name__))(ask)


def main() -> None:
    """Run the command line. What goes wrong is one line on standard error and an exit status (see `graph.cli_text`)."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")  # a terminal that cannot print a letter prints '?'
    try:
        app()
    except UserError as error:
        first, *more = str(error).splitlines()
        typer.echo("\n".join([f"error: {plain(first)}", *(f"  {plain(line)}" for line in more)]), err=True)
        sys.exit(error.status)
    except OSError as error:
        where = f"{error.filename}: " if error.filename else ""
        typer.echo(f"error: {plain(f'{where}{error.strerror or error}')}", err=True)
        sys.exit(NO_ROOM if error.errno == errno.ENOSPC else MISTAKE)


if __name__ == "__main__":
    main()
