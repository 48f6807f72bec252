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
        self.data = memoryview(b"")
        self._at: dict[bytes, tuple[int, int]] = {}
        if path is not None and path.is_file():
            data = path.read_bytes()
            self.data = memoryview(data)
            self.digest = sha256(data).hexdigest()
            lying: Lying = found(_kind(path), self.digest, Lying) or (b"", ())
            digests, sizes = lying
            end = 0
            for number, size in enumerate(sizes):
                start, end = end, end + size
                self._at[digests[number * SIZE : (number + 1) * SIZE]] = (start, end)

    def at(self, digest: bytes) -> tuple[int, int] | None:
        """Where the bytes of a piece begin and end, or None where the file has no such piece."""
        return self._at.get(digest)


def write_pieces(
    path: Path, pieces: Iterable[Piece[T]], make: Callable[[Sequence[T]], bytes], before: Written
) -> str:
    """Write the bytes of all pieces, those that were written before as they are, remember where they lie; return the file's digest."""
    pieces, digest, sizes = list(pieces), sha256(), []
    begin = end = 0  # what is to be copied in one go, of pieces that followed one another before
    with path.open("wb") as file:

        def write(data: bytes | memoryview) -> None:
            file.write(data)
            digest.update(data)

        for piece in pieces:
            there = before.at(piece.digest)
            if there is None or there[0] != end:
                write(before.data[begin:end])
                begin = end = there[0] if there is not None else 0
            if there is not None:
                end = there[1]
                sizes.append(end - there[0])
            else:
                made = make(piece.rows)
                write(made)
                sizes.append(len(made))
        write(before.data[begin:end])
    put(_kind(path), digest.hexdigest(), (b"".join(piece.digest for piece in pieces), tuple(sizes)))
    return digest.hexdigest()


def _kind(path: Path) -> str:
    return f"pieces: {path.name}"
