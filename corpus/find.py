"""Find the files of a corpus below the folders given; what is passed over for a reason becomes a row of the ledger."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from corpus.records import LedgerRow

# The user's decisions and a note on the collection lie beside the reports and are no reports.
WILD = frozenset("*?[")
NO_REPORTS = frozenset({"decisions.csv", "README", "LICENSE"})


def find_files(inputs: Sequence[Path]) -> tuple[list[tuple[str, Path]], list[LedgerRow]]:
    """List the files below `inputs` as (path relative to its folder, file), sorted, and what is left out.

    Hidden files and folders, and a README, LICENSE or decisions.csv, are passed over. A link to a folder is not followed, a link to a file only where it
    stays in the folder given. A pattern (`reports/**/2024-*.txt`) gives the files that it matches, under their paths below its folder (`root_of`).
    Raises FileNotFoundError for an input that does not exist, or a pattern that nothing matches.
    """
    found: dict[str, Path] = {}
    ledger: list[LedgerRow] = []
    for given in inputs:
        if not os.path.lexists(given):
            _match(given, found, ledger)
        elif given.is_dir():
            _walk(given, found, ledger)
        elif given.is_file():
            _enter(found, ledger, _cited(given.name), given)
        else:
            ledger.append(
                _row(_cited(given.name), "unreadable file", "neither a file nor a folder (a broken link?)")
            )
    return sorted(found.items()), ledger


def root_of(given: Path) -> Path:
    """The folder below which an input lies: of a pattern, all before its first part with a wildcard; else the input itself."""
    if os.path.lexists(given):
        return given
    wild = next((n for n, part in enumerate(given.parts) if WILD.intersection(part)), None)
    return given if wild is None else Path(*given.parts[:wild])


def _match(given: Path, found: dict[str, Path], ledger: list[LedgerRow]) -> None:
    root = root_of(given)
    pattern = given.relative_to(root).as_posix() if root != given else ""
    matched = sorted(root.glob(pattern)) if pattern and root.is_dir() else []
    inside: dict[str, Path] = {}
    rows: list[LedgerRow] = []
    if matched:
        _walk(root, inside, rows)
    chosen = {path.relative_to(root).as_posix() for path in matched}

    def is_chosen(name: str) -> bool:
        parts = name.split("/")
        return any("/".join(parts[: n + 1]) in chosen for n in range(len(parts)))

    ledger += [row for row in rows if is_chosen(row.document)]
    for name, path in sorted(inside.items()):
        if is_chosen(name):
            _enter(found, ledger, name, path)
    if not matched:
        raise FileNotFoundError(f"no such file or folder: {given}")


def _walk(root: Path, found: dict[str, Path], ledger: list[LedgerRow]) -> None:
    real = root.resolve()

    def unreadable(error: OSError) -> None:
        name = Path(str(error.filename)).relative_to(root).as_posix()
        ledger.append(_row(_cited(name), "unreadable file", f"folder: {error.strerror}"))

    for folder, folders, files in os.walk(root, onerror=unreadable):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        linked = [name for name in folders if (Path(folder) / name).is_symlink()]
        for name in sorted([*files, *linked]):
            if name.startswith(".") or name in NO_REPORTS:
                continue
            path = Path(folder) / name
            cited = _cited(path.relative_to(root).as_posix())
            if path.is_symlink() and not _stays(path, real):
                ledger.append(
                    _row(cited, "outside the folder", "a link that leads out of the folder is not followed")
                )
            elif name in linked:
                continue  # the folder that it leads to is read where it stands
            elif not path.is_file():
                ledger.append(
                    _row(cited, "unreadable file", "not a file (a device, a pipe or a broken link)")
                )
            else:
                _enter(found, ledger, cited, path)


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
