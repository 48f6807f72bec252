"""Output files in pieces: what the last build wrote of the same rows is copied from its file, not made again.

The build's memory has, under the digest of a file, where each piece of it lies. A file that is not there, or is not byte for byte
the one that a build wrote, gives nothing, and every piece is made.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import TypeVar

from corpus.pieces import SIZE, Piece
from graph.memo import found, put

T = TypeVar("T")
Lying = tuple[bytes, tuple[int, ...]]
"""The digests of the pieces of a file, one behind the other, and how many bytes each piece has."""


class Written:
    """The pieces of a file of the last build, by digest."""

    def __init__(self, path: Path | None) -> None:
        self.digest = ""
        self._data = memoryview(b"")
        self._at: dict[bytes, tuple[int, int]] = {}
        if path is not None and path.is_file():
            data = path.read_bytes()
            self._data = memoryview(data)
            self.digest = sha256(data).hexdigest()
            lying: Lying = found(_kind(path), self.digest, Lying) or (b"", ())
            digests, sizes = lying
            end = 0
            for number, size in enumerate(sizes):
                start, end = end, end + size
                self._at[digests[number * SIZE : (number + 1) * SIZE]] = (start, end)

    def get(self, digest: bytes) -> memoryview | None:
        """The bytes of a piece, or None where the file has no such piece."""
        at = self._at.get(digest)
        return None if at is None else self._data[at[0] : at[1]]


def write_pieces(
    path: Path, pieces: Iterable[Piece[T]], make: Callable[[Sequence[T]], bytes], before: Written
) -> str:
    """Write the bytes of all pieces, those that were written before as they are, remember where they lie; return the file's digest."""
    pieces, digest, sizes = list(pieces), sha256(), []
    with path.open("wb") as file:
        for piece in pieces:
            data = before.get(piece.digest)
            if data is None:
                data = memoryview(make(piece.rows))
            file.write(data)
            digest.update(data)
            sizes.append(len(data))
    put(_kind(path), digest.hexdigest(), (b"".join(piece.digest for piece in pieces), tuple(sizes)))
    return digest.hexdigest()


def _kind(path: Path) -> str:
    return f"pieces: {path.name}"
