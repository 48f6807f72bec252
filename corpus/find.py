"""Find the files of a corpus below the folders given; what is passed over for a reason becomes a row of the ledger."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

from corpus.records import LedgerRow

# The user's decisions and a note on the collection lie beside the reports and are no reports.
WILD = frozenset("*?[")
NO_REPORTS = frozenset({"decisions.csv", "README", "LICENSE"})
Entry: TypeAlias = tuple[str, Path] | LedgerRow
"""A file under its path below the folder given, or why something there is none."""

Found: TypeAlias = tuple[list[tuple[str, Path]], list[LedgerRow]]
"""What lies below the inputs: the files, each under its path below the folder given, and the rows of what is left out."""


def find_files(inputs: Sequence[Path]) -> Found:
    """List the files below `inputs` as (path relative to its folder, file), sorted, and what is left out.

    Hidden files and folders, and a README, LICENSE or decisions.csv, are passed over. A link to a folder is not followed, a link to a file only where it
    stays in the folder given. A pattern (`reports/**/2024-*.txt`) gives the files that it matches, under their paths below its folder (`root_of`).
    Raises FileNotFoundError for an input that does not exist, or a pattern that nothing matches.
    """
    found: dict[str, Path] = {}
    ledger: list[LedgerRow] = []
    for item in entries(inputs):
        if isinstance(item, LedgerRow):
            ledger.append(item)
        else:
            _enter(found, ledger, *item)
    return sorted(found.items()), ledger


def entries(inputs: Sequence[Path]) -> Iterator[Entry]:
    """What lies below `inputs`, one by one, a file of one name in two inputs twice. Raises FileNotFoundError as `find_files` does."""
    for given in inputs:
        if not os.path.lexists(given):
            yield from _matched(given)
        elif given.is_dir():
            yield from _walk(given)
        elif given.is_file():
            yield _cited(given.name), given
        else:
            yield _row(_cited(given.name), "unreadable file", "neither a file nor a folder (a broken link?)")


def root_of(given: Path) -> Path:
    """The folder below which an input lies: of a pattern, all before its first part with a wildcard; else the input itself."""
    if os.path.lexists(given):
        return given
    wild = next((n for n, part in enumerate(given.parts) if WILD.intersection(part)), None)
    return given if wild is None else Path(*given.parts[:wild])


def _matched(given: Path) -> Iterator[Entry]:
    root = root_of(given)
    pattern = given.relative_to(root).as_posix() if root != given else ""
    matched = sorted(root.glob(pattern)) if pattern and root.is_dir() else []
    if not matched:
        raise FileNotFoundError(f"no such file or folder: {given}")
    chosen = {path.relative_to(root).as_posix() for path in matched}
    for item in _walk(root):
        parts = (item.document if isinstance(item, LedgerRow) else item[0]).split("/")
        if any("/".join(parts[: n + 1]) in chosen for n in range(len(parts))):
            yield item


def _walk(root: Path) -> Iterator[Entry]:
    """All below a folder, the files of a folder before the folders in it; a path object for each file alone, since they cost most."""
    real = root.resolve()
    waiting = [(str(root), "")]
    while waiting:
        folder, front = waiting.pop()
        try:
            with os.scandir(folder) as listed:
                below = sorted(listed, key=lambda entry: entry.name)
        except OSError as error:
            yield _row(_cited(front.rstrip("/")), "unreadable file", f"folder: {error.strerror}")
            continue
        folders = []
        for entry in below:
            if entry.name.startswith("."):
                continue
            if _is_folder(entry) and not entry.is_symlink():
                folders.append((entry.path, f"{front}{entry.name}/"))
            elif (item := _entry(entry, f"{front}{entry.name}", real)) is not None:
                yield item
        waiting += reversed(folders)


def _entry(entry: os.DirEntry[str], name: str, real: Path) -> Entry | None:
    """A file, or the row that says why something is none; nothing for what is no report, or is read where it stands."""
    if entry.name in NO_REPORTS:
        return None
    if entry.is_symlink() and not _stays(Path(entry.path), real):
        return _row(_cited(name), "outside the folder", "a link that leads out of the folder is not followed")
    if _is_folder(entry):
        return None
    try:
        if entry.is_file():
            return _cited(name), Path(entry.path)
    except OSError:  # a link that leads to itself
        pass
    return _row(_cited(name), "unreadable file", "not a file (a device, a pipe or a broken link)")


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:  # a link that leads to itself
        return False


def _stays(path: Path, root: Path) -> bool:
    try:
        return path.resolve().is_relative_to(root)
    except (OSError, RuntimeError):  # a link that leads to itself
        return True


def _cited(name: str) -> str:
    """The name as it can be written anywhere: bytes that are no UTF-8 show as the replacement character."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _enter(found: dict[str, Path], ledger: list[LedgerRow], name: str, path: Path) -> None:
    if name in found and found[name].resolve() != path.resolve():
        ledger.append(
            _row(
                name,
                "name given twice",
                f"another input has a file of this name; {path.parent.name}/{_cited(path.name)} is left out",
            )
        )
    else:
        found.setdefault(name, path)


def _row(document: str, reason: str, detail: str) -> LedgerRow:
    return LedgerRow(document=document, reason=reason, detail=detail)
