"""Find the files of a corpus below the folders given; what is passed over for a reason becomes a row of the ledger."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from corpus.records import LedgerRow

# The user's decisions and a note on the collection lie beside the reports and are no reports.
NO_REPORTS = frozenset({"decisions.csv", "README", "LICENSE"})


def find_files(inputs: Sequence[Path]) -> tuple[list[tuple[str, Path]], list[LedgerRow]]:
    """List the files below `inputs` as (path relative to its folder, file), sorted, and what is left out.

    Hidden files and folders, and a README, LICENSE or decisions.csv, are passed over. A link to a folder is not followed, a link to a file only where it
    stays in the folder given. Raises FileNotFoundError for an input that does not exist.
    """
    found: dict[str, Path] = {}
    ledger: list[LedgerRow] = []
    for given in inputs:
        if not os.path.lexists(given):
            raise FileNotFoundError(f"no such file or folder: {given}")
        if given.is_dir():
            _walk(given, found, ledger)
        elif given.is_file():
            _enter(found, ledger, _cited(given.name), given)
        else:
            ledger.append(
                _row(_cited(given.name), "unreadable file", "neither a file nor a folder (a broken link?)")
            )
    return sorted(found.items()), ledger


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
