"""The command line: what each command takes (those that ask a build: `cli_ask`). What it does stands in `cli_build` and `cli_show`.

Everything that is slow to load is imported inside the commands, so that `--help` answers at once.
"""

from __future__ import annotations

import errno
import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from graph.cli_ask import COMMANDS, Out
from graph.cli_text import MISTAKE, NO_ROOM, UserError, plain

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


CORES = min(os.cpu_count() or 1, 8)
Reports = Annotated[
    list[Path], typer.Argument(metavar="REPORTS", help="Files or folders of reports.", show_default=False)
]
Target = Annotated[Path, typer.Option("--out", "-o", help="The folder to write.")]
ModelName = Annotated[
    str | None,
    typer.Option(
        help="A spaCy pipeline by name or folder, a GLiNER folder, the address of an LLM (URL#MODEL), or 'none'.",
        show_default=False,
    ),
]
AnswersFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Keep an LLM's answers there; else in answers.jsonl of OUT.", show_default=False
    ),
]
DecisionsFile = Annotated[
    Path | None,
    typer.Option(
        metavar="FILE", help="Your decisions (CSV): who is whom, who was there.", show_default=False
    ),
]
PeopleFile = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Your own list of people (CSV), with their ids.", show_default=False),
]
Confidence = Annotated[
    float,
    typer.Option(
        metavar="P",
        min=0,
        max=1,
        help="Leave to the ledger what rules of a lower measured precision read (0 to 1).",
        show_default=False,
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        metavar="N",
        min=0,
        help="Worker processes that read; 0 reads in this one, without limits. One a core, at most 8, if not given.",
        show_default=False,
    ),
]
TimeLimit = Annotated[
    float, typer.Option(metavar="SECONDS", min=0.1, help="What one report may take in a worker.")
]
MemoryLimit = Annotated[
    int, typer.Option(metavar="MB", min=16, help="What one report may need in a worker (Linux).")
]
Wait = Annotated[
    float, typer.Option(metavar="SECONDS", min=0, help="Wait so long for another build in the same folder.")
]
LogFile = Annotated[
    Path | None,
    typer.Option(metavar="FILE", help="Add what happens to FILE, a JSON line each.", show_default=False),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]


@app.command(epilog="Example: sederunt build my-reports -o my-network --decisions decisions.csv")
def build(
    reports: Reports,
    out: Target = Path("out"),
    model: ModelName = None,
    answers: AnswersFile = None,
    decisions: DecisionsFile = None,
    people: PeopleFile = None,
    min_confidence: Confidence = 0.0,
    jobs: Jobs = CORES,
    time_limit: TimeLimit = 120.0,
    memory_limit: MemoryLimit = 1024,
    wait: Wait = 0.0,
    cluster: Annotated[
        str | None,
        typer.Option(
            metavar="ADDRESS",
            help="Read on the Dask cluster of this scheduler; 'local' starts one of --jobs workers here.",
            show_default=False,
        ),
    ] = None,
    dry_run: Annotated[
        bool, typer.Option("--dry-run", help="Say what would be read, and write nothing.")
    ] = False,
    log: LogFile = None,
    quiet: Quiet = False,
) -> None:
    """Read reports and write the network.

    Writes the page, the tables, the graph and the store. A second run reads only what changed.
    """
    from graph.cli_build import Order, run_build, run_plan

    order = Order(
        reports=reports,
        out=out,
        model=model,
        answers=answers,
        decisions=decisions,
        people=people,
        min_confidence=min_confidence,
        jobs=jobs,
        cluster=cluster,
        seconds=time_limit,
        megabytes=memory_limit,
        wait=wait,
        log=log,
    )
    if dry_run:
        run_plan(order)
    else:
        run_build(order, quiet=quiet)


@app.command(epilog="Example: sederunt watch my-reports -o my-network")
def watch(
    reports: Reports,
    out: Target = Path("out"),
    model: ModelName = None,
    answers: AnswersFile = None,
    decisions: DecisionsFile = None,
    people: PeopleFile = None,
    min_confidence: Confidence = 0.0,
    jobs: Jobs = CORES,
    log: LogFile = None,
    quiet: Quiet = False,
) -> None:
    """Build, and build again whenever the reports or the decisions change.

    Ctrl-C ends it. A build that fails is told, and the next change is waited for.
    """
    from graph.cli_build import Order
    from graph.watching import run_watch

    order = Order(
        reports=reports,
        out=out,
        model=model,
        answers=answers,
        decisions=decisions,
        people=people,
        min_confidence=min_confidence,
        jobs=jobs,
        log=log,
    )
    run_watch(order, quiet=quiet)


@app.command("open", epilog="Example: sederunt open my-network")
def open_page(out: Out = Path("out")) -> None:
    """Open the network in the browser.

    Prints its path in any case, and nothing else where there is no display.
    """
    from graph.cli_build import open_view

    open_view(out)


@app.command()
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


@app.command()
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


@app.command()
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


@app.command()
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


@app.command()
def review(
    out: Out,
    decisions: Annotated[
        Path,
        typer.Argument(metavar="FILE", help="The decisions file (CSV); made if new.", show_default=False),
    ],
    author: Annotated[str, typer.Option(help="Your name, kept with each decision.")] = "",
) -> None:
    """Decide who is whom: pairs of people of one name or a like name, strongest first.

    Keys: s same, d different, enter later, u undo, q quit. Go on where you stopped at any time, then build again.
    """
    from graph.cli_review import run_review

    run_review(out, decisions, author=author)


@app.command(epilog="Example: sederunt doctor my-network")
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
    app.command()(ask)


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
