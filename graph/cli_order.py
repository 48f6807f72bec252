"""What `build` and `watch` take: the arguments and options of a build, declared once, and gathered into one order."""

from __future__ import annotations

import inspect
import os
from collections.abc import Callable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_type_hints

import typer

if TYPE_CHECKING:
    from graph.cli_build import Order

CORES = min(os.cpu_count() or 1, 8)
Reports = Annotated[
    list[str],
    typer.Argument(
        metavar="REPORTS",
        help="Files, folders or patterns of reports, or addresses (s3://...).",
        show_default=False,
    ),
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
ClusterAddress = Annotated[
    str | None,
    typer.Option(
        metavar="ADDRESS",
        help="Read on the Dask cluster of this scheduler; 'local' starts one of --jobs workers here.",
        show_default=False,
    ),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print nothing but errors.")]


def ordered(
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
    cluster: ClusterAddress = None,
    log: LogFile = None,
) -> Order:
    """Gather arguments and options into an order."""
    from corpus.remote import is_address
    from graph.cli_build import Order

    return Order(
        reports=[given if is_address(given) else Path(given) for given in reports],
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


def takes_order(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command, whose first parameter is an order, the arguments and options of one on the command line."""
    shared = inspect.signature(ordered).parameters
    own = list(inspect.signature(command).parameters.values())[1:]
    hints = {
        **get_type_hints(ordered, {**globals(), "Order": object}, include_extras=True),
        **get_type_hints(command, {**command.__globals__, "Order": object}, include_extras=True),
    }
    parameters = [each.replace(annotation=hints[each.name]) for each in (*shared.values(), *own)]

    @wraps(command)
    def run(**given: object) -> None:
        command(ordered(**{name: given.pop(name) for name in shared}), **given)  # type: ignore[arg-type]

    run.__signature__ = inspect.Signature(parameters)  # type: ignore[attr-defined]
    run.__annotations__ = {each.name: each.annotation for each in parameters}
    return run
