"""Which files a build reads: not its own outputs, and never the user's decisions."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeAlias

from corpus.find import entries, root_of
from corpus.records import LedgerRow
from corpus.remote import bring, is_address
from extract.decisions import Decisions
from extract.decisions_read import read_decisions
from extract.people_list import read_people_list
from graph.manifest import ANSWERS, EXPORTS, GRAPHML, MANIFEST, PAGE, STORE, TABLES


class BuildError(RuntimeError):
    """A build cannot be done; the message is one clear line."""


REMOTE = ".remote"
"""The hidden folder of a build that holds what was brought from addresses."""
Input: TypeAlias = Path | str
"""A file, a folder, a pattern, or (a text with '://') an address."""


def local_inputs(inputs: Sequence[Input], into: Path) -> tuple[list[Path], list[LedgerRow]]:
    """Bring what lies at addresses into the folder `into`; return what is to be read, and the rows of what could not be brought.

    Raises what `corpus.remote.bring` raises.
    """
    paths: list[Path] = []
    ledger: list[LedgerRow] = []
    for given in inputs:
        if isinstance(given, str) and is_address(given):
            folder, rows = bring(given, into)
            paths.append(folder)
            ledger += rows
        else:
            paths.append(Path(given))
    return paths, ledger


def no_address(inputs: Sequence[Input], what: str) -> list[Path]:
    """The inputs as paths. Raises BuildError where one is an address, which `what` cannot look at."""
    for given in inputs:
        if isinstance(given, str) and is_address(given):
            raise BuildError(f"{what} looks at files and folders, and not at an address: {given}")
    return [Path(given) for given in inputs]


def chosen_decisions(decisions: Path | None, inputs: Sequence[Path], people: Path | None = None) -> Decisions:
    """Read the user's decisions and list of people.

    Raises FileNotFoundError, and BuildError where a file would be read as a report.
    """
    for file, what in ((decisions, "decisions file"), (people, "list of people")):
        if file is not None and not file.is_file():
            raise FileNotFoundError(f"no {what} '{file}'")
        beside(file, inputs)
    chosen = Decisions() if decisions is None else read_decisions(decisions)
    return chosen if people is None else replace(chosen, listed=read_people_list(people))


def beside(file: Path | None, inputs: Sequence[Path]) -> Path | None:
    """Return a file of the user's. Raises BuildError where it would be read as a report."""
    if file is not None and any(
        given.is_dir() and file.resolve().is_relative_to(given.resolve()) for given in map(root_of, inputs)
    ):
        raise BuildError(f"'{file}' lies among the reports and would be read as one; keep it beside them")
    return file


def own_outputs(inputs: Sequence[Path], out: Path | None) -> re.Pattern[str] | None:
    """Match the paths of a build's own outputs among the inputs (`sederunt build . -o out`): they are no reports.

    None where the outputs lie elsewhere. Raises FileNotFoundError for a missing input, BuildError where there is
    nothing to read.
    """
    inside = [
        out.resolve().relative_to(given.resolve())
        for given in map(root_of, inputs)
        if out is not None and out.resolve().is_relative_to(given.resolve())
    ]
    names = [
        f"{re.escape(STORE)}(-wal|-shm)?",
        *map(re.escape, (PAGE, GRAPHML, MANIFEST, ANSWERS)),
        f"({TABLES}|{EXPORTS})/.*",
    ]
    folders = sorted({"" if folder == Path() else re.escape(f"{folder.as_posix()}/") for folder in inside})
    own = re.compile(f"({'|'.join(folders)})({'|'.join(names)})", re.DOTALL) if inside else None
    for given in inputs:
        next(iter(entries([given])), None)  # one that is missing is named before anything is made
    if not any(isinstance(item, LedgerRow) or is_report(item[0], own) for item in entries(inputs)):
        raise BuildError(f"no reports found in {', '.join(str(path) for path in inputs) or 'nothing'}")
    return own


def is_report(path: str, own: re.Pattern[str] | None) -> bool:
    """Say whether a path (or `path#row`) is not one of the outputs that `own` matches."""
    return own is None or not own.fullmatch(path.partition("#")[0])
