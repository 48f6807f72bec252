"""How far a build is: a bar for each stage on a terminal's standard error, and the events of the log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from graph.cli_text import console
from graph.eventlog import event
from graph.progress import Progress

if TYPE_CHECKING:
    from rich.progress import Progress as Bars
    from rich.progress import TaskID

Show = Callable[[str, int, int, str], None]
"""Told of a stage, how much of it is done, of how much, and at what speed."""


@contextmanager
def shown_progress(*, quiet: bool) -> Iterator[Progress]:
    """Give what a build tells of its stages: it writes the log, and draws bars unless it is `quiet` or nobody looks on."""
    if quiet or not sys.stderr.isatty():
        yield _logging(lambda stage, done, total, speed: None)
        return
    with _bars() as bars:
        tasks: dict[str, TaskID] = {}

        def show(stage: str, done: int, total: int, speed: str) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(stage, total=total, speed="")
            bars.update(tasks[stage], completed=done, total=total, speed=speed)

        yield _logging(show)


def _bars() -> Bars:
    # loaded where bars are drawn: it takes a tenth of the time in which a small build is done
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    return Bars(
        *(TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()),
        *(TextColumn("{task.fields[speed]}"), TimeRemainingColumn()),
        console=console(stderr=True),
        transient=True,
    )


def _logging(show: Show) -> Progress:
    started: dict[str, float] = {}

    def on_progress(stage: str, done: int, total: int, words: int) -> None:
        now = time.monotonic()
        if stage not in started:
            started[stage] = now
            event("stage started", stage=stage, total=total)
        show(stage, done, total, speed_text(words, now - started[stage]))
        if done == total:
            cpu = round(time.process_time(), 2)
            event("stage finished", stage=stage, total=total, words=words, cpu_so_far=cpu)

    return on_progress


def speed_text(words: int, seconds: float) -> str:
    """Say how many words a second were read; nothing before there is something to say."""
    return f"{words / seconds:,.0f} words/s" if words and seconds > 0 else ""
