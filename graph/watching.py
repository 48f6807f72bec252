"""`sederunt watch`: build, then build again whenever the reports change."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path

from corpus.find import root_of
from graph.cli_build import Order, run_build
from graph.cli_text import STOPPED, UserError, console, plain, printed
from graph.eventlog import event, logged
from graph.sources import BuildError, no_address

QUIET_MS = 1600
"""How long changes are gathered, in milliseconds: a folder that is being copied is built once, not file by file."""
Changes = Iterator[set[str]]


def run_watch(
    order: Order, *, quiet: bool, changes: Callable[[Sequence[Path], Path], Changes] | None = None
) -> None:
    """Build now and after each change below the reports, until Ctrl-C. A build that fails is told, and the next change
    is waited for. Raises UserError where the first build cannot be done.
    """
    watched = changes or changed_files
    try:
        paths = no_address(order.reports, "watch")
    except BuildError as error:
        raise UserError(str(error)) from error
    run_build(order, quiet=quiet)
    with suppress(KeyboardInterrupt):
        if not quiet:
            console(stderr=True).print(printed("waiting for changes; Ctrl-C ends"))
        for names in watched([*paths, *filter(None, (order.decisions, order.people))], order.out):
            with logged(order.log):
                event("reports changed", files=sorted(names)[:20], number=len(names))
            try:
                run_build(order, quiet=quiet)
            except UserError as error:
                if error.status == STOPPED:
                    return
                console(stderr=True).print(printed(f"error: {plain(str(error))}"))


def changed_files(inputs: Sequence[Path], out: Path) -> Changes:
    """Yield the paths that changed below `inputs`, some at a time; hidden files and the outputs do not count."""
    from watchfiles import watch

    roots = [root_of(given) for given in inputs]
    folders = [root if root.is_dir() else root.parent for root in roots]
    for found in watch(*folders, debounce=QUIET_MS, raise_interrupt=True):
        names = {path for _, path in found if counts(Path(path), inputs, out)}
        if names:
            yield names


def counts(path: Path, inputs: Sequence[Path], out: Path) -> bool:
    """Say whether a change of `path` can change the network."""
    real = path.resolve()
    if real.is_relative_to(out.resolve()):
        return False
    for given in map(root_of, inputs):
        root = given.resolve()
        if real == root:
            return True
        if given.is_dir() and real.is_relative_to(root):
            return not any(part.startswith(".") for part in real.relative_to(root).parts)
    return False
