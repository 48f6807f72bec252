"""The outputs as one set: written aside, made durable, and moved over the old ones once the store has taken their digest.

The commit of the store is the moment in which a build counts as done. A set that was cut off before it is dropped, one that
was cut off after it is moved to its place by whoever comes next (`settle`): old and new outputs are never left mixed.
"""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
from collections.abc import Iterable, Mapping
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from graph.lock import FolderInUse, held

ASIDE = ".writing"
SEAL = "set"
SETTLED = "outputs"
"""Key under which the store keeps the digest of the last set."""
FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class OutputError(RuntimeError):
    """An output cannot be moved to its place; the message says which and why."""


def begin(out: Path) -> Path:
    """Make an empty hidden folder for a new set in `out`, and return it."""
    aside = out / ASIDE
    if aside.exists():
        shutil.rmtree(aside)
    aside.mkdir(parents=True)
    return aside


def seal(aside: Path, digests: Mapping[str, str] | None = None) -> str:
    """Make everything in `aside` durable, write the digest of the set beside it, and return the digest.

    `digests` stand for files that are known from writing them (a hash of their bytes, or of the hashes of their pieces), by their paths in `aside`.
    """
    known = digests or {}
    digest = sha256()
    for path in _files(aside):
        name = path.relative_to(aside).as_posix()
        own = bytes.fromhex(known[name]) if name in known else sha256(path.read_bytes()).digest()
        digest.update(f"{name}\0".encode() + own)
        _sync(path)
    (aside / SEAL).write_text(digest.hexdigest(), encoding="ascii")
    _sync(aside / SEAL)
    for folder in sorted({aside, *(path.parent for path in _files(aside))}):
        _sync(folder)
    return digest.hexdigest()


def put_in_place(aside: Path, out: Path) -> None:
    """Move every file of a set over the old one. Raises OutputError where another program holds one of them open."""
    for path in _files(aside):
        target = out / path.relative_to(aside)
        target.parent.mkdir(parents=True, exist_ok=True)
        try:
            path.replace(target)
        except PermissionError as error:
            raise OutputError(f"'{target}' cannot be replaced ({error.strerror}): is it open?") from error
    for folder in sorted({out, *(path.parent for path in _files(aside))}):
        _sync(folder)
    shutil.rmtree(aside)


def settle(out: Path, committed: str | None) -> bool:
    """Finish or drop the set that a build left in `out`; `committed` is the digest that the store holds.

    Returns whether a set was moved to its place. Call it under the lock of `out`.
    """
    aside = out / ASIDE
    if not aside.is_dir():
        return False
    sealed = aside / SEAL
    if committed and sealed.is_file() and sealed.read_text(encoding="ascii") == committed:
        put_in_place(aside, out)
        return True
    shutil.rmtree(aside)
    return False


def finish(out: Path, committed: str | None) -> None:
    """Do the same for somebody who only looks: not where a build is at work, nor where nothing may be written."""
    if (out / ASIDE).is_dir():
        with suppress(FolderInUse, OutputError, OSError), held(out):
            settle(out, committed)


def drop(aside: Path) -> None:
    """Remove a set that is not going to be used; what cannot be removed now is removed by the next build."""
    shutil.rmtree(aside, ignore_errors=True)


def is_full(error: OSError | sqlite3.Error) -> bool:
    """Does an error say that there is no room: on the disk, under a quota, or under a limit for the size of a file?"""
    if isinstance(error, OSError):
        return error.errno in FULL
    # a store that may not grow fails in its write, which SQLite calls a disk I/O error
    return getattr(error, "sqlite_errorname", "") in ("SQLITE_FULL", "SQLITE_IOERR_WRITE")


def _files(aside: Path) -> list[Path]:
    """The outputs of a set: the page last, since it is what people look at."""
    found: Iterable[Path] = (path for path in aside.rglob("*") if path.is_file() and path != aside / SEAL)
    return sorted(found, key=lambda path: (path.suffix == ".html", path.as_posix()))


def _sync(path: Path) -> None:
    """Have the system write a file or a folder to the disk; folders cannot be opened on Windows, and need it not."""
    if path.is_dir() and os.name == "nt":
        return
    handle = os.open(path, os.O_RDONLY if path.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
