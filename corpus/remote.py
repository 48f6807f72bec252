"""Reports at an address (s3://, gs://, https://, memory:// ...): brought into a folder through fsspec, then read like any other.

What a build reads is on disk, so that workers, limits and the second build treat it as they treat local files. What the
address still has under the same name, size and mark (etag, time of change) is not brought again; what it no longer has is
dropped. The extra `remote` brings fsspec; the library of the store itself (s3fs, gcsfs) is the user's choice.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import Any

from corpus.find import NO_REPORTS
from corpus.records import LedgerRow

INDEX = ".index.json"
WILD = frozenset("*?[")
LIMIT = 200 * 1024 * 1024
"""Bytes of one file: as many as a table may have."""


class RemoteError(RuntimeError):
    """Nothing can be brought from an address; the message says why."""


def is_address(given: str) -> bool:
    """Whether an input is an address and no path: 's3://bucket/reports'."""
    scheme, mark, _ = given.partition("://")
    return bool(mark) and scheme.replace("+", "").isalnum()


def bring(address: str, into: Path) -> tuple[Path, list[LedgerRow]]:
    """Bring the files below `address` (a file, a folder, or a pattern) into a folder of its own in `into`.

    Returns that folder and the ledger rows of what could not be brought. Raises RemoteError where fsspec or the library of
    this kind of store is missing or nobody answers, FileNotFoundError where nothing is there.
    """
    try:
        import fsspec
    except ImportError as error:
        raise RemoteError("an address needs the extra 'remote': pip install 'sederunt[remote]'") from error
    try:
        system, root = fsspec.core.url_to_fs(address)
        listed = dict(_listed(system, root))
    except FileNotFoundError:
        listed = {}
    except (ImportError, OSError, ValueError, RuntimeError) as error:
        raise RemoteError(
            f"nothing can be read at '{address}': {' '.join(str(error).split())[:200]}"
        ) from error
    if not listed:
        raise FileNotFoundError(f"no such file or folder: {address}")
    folder = into / sha256(address.encode()).hexdigest()[:16]
    return folder, _mirror(system, listed, folder)


def _listed(system: Any, root: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """(name below the address, what the store says of it) of each file that is no hidden one."""
    wild = bool(WILD.intersection(root))
    found = system.glob(root, detail=True) if wild else system.find(root, detail=True)
    base = root.rstrip("/")
    if wild:
        parts = root.split("/")
        base = "/".join(parts[: next(n for n, part in enumerate(parts) if WILD.intersection(part))])
    for path, info in sorted(found.items()):
        if info.get("type") == "directory":
            continue
        name = path.removeprefix(base).lstrip("/") or path.rsplit("/", 1)[-1]
        parts = name.split("/")
        if not any(part.startswith(".") for part in parts) and parts[-1] not in NO_REPORTS:
            yield name, info


def _mirror(system: Any, listed: dict[str, dict[str, Any]], folder: Path) -> list[LedgerRow]:
    folder.mkdir(parents=True, exist_ok=True)
    index = folder / INDEX
    known: dict[str, str] = json.loads(index.read_text(encoding="utf-8")) if index.is_file() else {}
    ledger: list[LedgerRow] = []
    kept: dict[str, str] = {}
    folded: dict[str, str] = {}
    for name, info in listed.items():
        mark = _mark(info)
        target = _place(folder, name)
        if (twin := folded.setdefault(name.casefold(), name)) != name:
            # one file on Windows and macOS: the same reports are read everywhere
            ledger.append(_row(name, "name given twice", f"differs from '{twin}' in capitals alone"))
        elif target is None:
            ledger.append(
                _row(name, "outside the folder", "the name leads out of the folder, or is no file name here")
            )
        elif (info.get("size") or 0) > LIMIT:
            ledger.append(_row(name, "too large", f"more than the {LIMIT:,} bytes that a file may have"))
        elif known.get(name) == mark and target.is_file():
            kept[name] = mark
        elif why := _fetch(system, str(info["name"]), target):
            ledger.append(_row(name, "unreadable file", why))
        else:
            kept[name] = mark
    wanted = {_place(folder, name) for name in kept} | {index}
    for path in sorted(folder.rglob("*"), reverse=True):
        if path.is_file() and path not in wanted:
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
    index.write_text(json.dumps(kept, sort_keys=True), encoding="utf-8")
    return ledger


def _mark(info: dict[str, Any]) -> str:
    """What changes with a file: its size and what the store says of its version."""
    said = [
        info.get(key)
        for key in ("size", "ETag", "etag", "md5", "mtime", "LastModified", "last_modified", "created")
    ]
    return "|".join("" if value is None else str(value) for value in said)


def _place(folder: Path, name: str) -> Path | None:
    """Where a file of this name goes; None for names that lead elsewhere or cannot be written."""
    parts = PurePosixPath(name).parts
    if not parts or any(part in ("..", "/") or "\\" in part or "\0" in part for part in parts):
        return None
    place = folder.joinpath(*parts)
    return place if place.is_relative_to(folder) and place != folder / INDEX else None


def _fetch(system: Any, path: str, target: Path) -> str:
    """Bring one file; the reason where that fails."""
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with system.open(path, "rb") as file:
            data = file.read(LIMIT + 1)
        target.write_bytes(data)
    except Exception as error:  # noqa: BLE001 -- every store has errors of its own; one file must not lose the others
        return " ".join(f"{type(error).__name__}: {error}".split())[:200]
    return ""


def _row(name: str, reason: str, detail: str) -> LedgerRow:
    return LedgerRow(document=name, reason=reason, detail=detail)
