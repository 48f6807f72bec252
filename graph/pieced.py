"""Output files in pieces: what the last build wrote of the same rows is copied from its file, not made again.

The build's memory has where each piece lies in a file, and a hash of its bytes. A piece whose bytes are not those that a build wrote
is made again, as are all where there is no file, or one of another size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from corpus.pieces import SIZE, Piece
from graph.memo import found, put

T = TypeVar("T")
Lying = tuple[bytes, bytes, tuple[int, ...]]
"""The digests of the pieces of a file, one behind the other, the hashes of their bytes, and how many bytes each piece has."""


class Place(NamedTuple):
    """Where the bytes of a piece begin and end in a file, and their hash."""

    start: int
    end: int
    content: bytes


class Written:
    """The pieces of a file of the last build, by digest; `digest` is that of the file, if it is as it was."""

    def __init__(self, path: Path | None) -> None:
        self.digest = ""
        self.data = memoryview(b"")
        self._at: dict[bytes, Place] = {}
        if path is not None and path.is_file():
            self.data = memoryview(path.read_bytes())
            lying: Lying = found(_kind(path), str(len(self.data)), Lying) or (b"", b"", ())
            digests, contents, sizes = lying
            self.digest = sha256(contents).hexdigest()
            end = 0
            for at, size in zip(range(0, len(digests), SIZE), sizes, strict=False):
                start, end = end, end + size
                self._at[digests[at : at + SIZE]] = Place(start, end, contents[at : at + SIZE])

    def at(self, digest: bytes) -> Place | None:
        """Where a piece lies, or None where the file has it not, or not as it was written."""
        place = self._at.get(digest)
        return place if place and _hash(self.data[place.start : place.end]) == place.content else None


def write_pieces(
    path: Path, pieces: Iterable[Piece[T]], make: Callable[[Sequence[T]], bytes], before: Written
) -> str:
    """Write the bytes of all pieces, those that were written before as they are, remember where they lie; return the file's digest."""
    pieces, contents, sizes = list(pieces), [], []
    begin = end = 0  # what is to be copied in one go, of pieces that followed one another before
    with path.open("wb") as file:
        for piece in pieces:
            there = before.at(piece.digest)
            if there is None or there.start != end:
                file.write(before.data[begin:end])
                begin = end = there.start if there is not None else 0
            if there is not None:
                end = there.end
                sizes.append(end - there.start)
                contents.append(there.content)
            else:
                made = make(piece.rows)
                file.write(made)
                sizes.append(len(made))
                contents.append(_hash(made))
        file.write(before.data[begin:end])
    all_contents = b"".join(contents)
    lying: Lying = (b"".join(piece.digest for piece in pieces), all_contents, tuple(sizes))
    put(_kind(path), str(sum(sizes)), lying)
    return sha256(all_contents).hexdigest()


def _hash(data: bytes | memoryview) -> bytes:
    return sha256(data).digest()[:SIZE]


def _kind(path: Path) -> str:
    return f"pieces: {path.name}"
