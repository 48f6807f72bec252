"""`sederunt review` typed at in a terminal of its own, and the rows that it kept."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path


def typed(out: Path, decisions: Path, keys: str) -> str:
    """Run the review in a terminal of its own, type `keys`, return what it shows."""
    ours, theirs = pty.openpty()
    code = "import sys; from graph.cli import main; sys.argv[0] = 'sederunt'; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", code, "review", str(out), str(decisions), "--author", "Lin"],
        stdin=theirs, stdout=theirs, stderr=theirs,
    )  # fmt: skip
    os.close(theirs)
    os.write(ours, keys.encode())
    shown = b""
    while True:
        try:
            part = os.read(ours, 4096)
        except OSError:  # the other side of the terminal is closed
            break
        if not part:
            break
        shown += part
    os.close(ours)
    assert process.wait(timeout=60) == 0, shown.decode()
    return shown.decode()


def verbs(path: Path) -> list[str]:
    """The verbs of a decisions file, row by row."""
    return [line.split(",")[0] for line in path.read_text(encoding="utf-8").splitlines()[1:]]
