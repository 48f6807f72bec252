"""What a build and its worker processes tell each other: eight bytes of length, then JSON, over standard input and output.

Nothing is pickled: what comes from a document is data and stays data.
"""

from __future__ import annotations

import json
from typing import IO, Any

LENGTH = 8
MEMORY, MODEL = "memory", "model"
"""Why nothing came of a task: no memory is left, or the model cannot be used."""


def read_frame(source: IO[bytes]) -> dict[str, Any] | None:
    """Read one message; None where the other side has gone."""
    head = source.read(LENGTH)
    if len(head) < LENGTH:
        return None
    size = int.from_bytes(head, "big")
    data = source.read(size)
    return None if len(data) < size else json.loads(data)


def write_frame(target: IO[bytes], message: dict[str, Any]) -> None:
    """Write one message. Lone surrogates, which file names may hold, are escaped."""
    data = json.dumps(message).encode("ascii")
    target.write(len(data).to_bytes(LENGTH, "big") + data)
    target.flush()
