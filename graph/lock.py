"""One build at a time in one folder: a lock of the operating system, which ends with the process that holds it."""

from __future__ import annotations

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOCK = ".lock"
HOLDER = ".building"


class FolderInUse(RuntimeError):  # noqa: N818 -- reads as what it says: the folder is in use
    """Another build works in the folder; the message says which process on which machine."""


@contextmanager
def held(out: Path, *, wait: float = 0.0) -> Iterator[None]:
    """Hold the lock of the folder `out`; wait up to `wait` seconds for it.

    A process that dies gives its lock back. Raises FolderInUse where another one still has it then.
    """
    from filelock import FileLock, Timeout

    try:
        lock = FileLock(out / LOCK).acquire(timeout=max(0.0, wait))
    except Timeout as error:
        raise FolderInUse(f"another build is writing into '{out}': {holder(out)}") from error
    with lock:
        note = out / HOLDER
        note.write_text(
            json.dumps({"process": os.getpid(), "machine": socket.gethostname()}), encoding="utf-8"
        )
        try:
            yield
        finally:
            note.unlink(missing_ok=True)


def holder(out: Path) -> str:
    """Say who holds the lock of `out`, as far as the holder wrote it down."""
    try:
        told = json.loads((out / HOLDER).read_text(encoding="utf-8"))
        return f"process {int(told['process'])} on {str(told['machine'])[:80]}"
    except (OSError, ValueError, TypeError, KeyError):
        return "an unknown process"
