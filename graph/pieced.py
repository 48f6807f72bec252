"""Output files in pieces: what the last build wrote of the same rows is copied from its file, not made again.

The build's memory has where each piece lies in a file, and a hash of its bytes. A piece whose bytes are not those that a build wrote
is made again, as are all where there is no file, or one of another size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, TypeVar

from corpus.pieces import SIZE, Piece
from graph.memo import found, put

T = TypeVar("T")
BUFFER = 1 << 18
Lying = tuple[bytes, bytes, tuple[int, ...]]
"""The digests of the pieces of a file, one behind the other, the hashes of their bytes, and how many bytes each piece has."""
Hashed = tuple[bytes, bytes]
"""The bytes of a piece, and their hash."""


class Place(NamedTuple):
    """Where the bytes of a piece begin in a file, how many they are, and their hash."""

    start: int
    size: int
    content: bytes


class Written:
    """The pieces of a file of the last build, by digest; `digest` is that of the file, if it is as it was."""

    def __init__(self, path: Path | None) -> None:
        self.digest = ""
        self._path = path
        self._at: dict[bytes, Place] = {}
        if path is not None and path.is_file():
            lying: Lying = found(_kind(path), str(path.stat().st_size), Lying) or (b"", b"", ())
            digests, contents, sizes = lying
            self.digest = sha256(contents).hexdigest()
            start = 0
            for at, size in zip(range(0, len(digests), SIZE), sizes, strict=False):
                self._at[digests[at : at + SIZE]] = Place(start, size, contents[at : at + SIZE])
                start += size

    @contextmanager
    def opened(self) -> Iterator[Callable[[bytes], Hashed | None]]:
        """Give what reads the bytes of a piece: None where the file has it not, or not as it was written."""
        if self._path is None or not self._at:
            yield lambda _: None
            return
        with self._path.open("rb", buffering=0) as file:

            def read(digest: bytes) -> Hashed | None:
                place = self._at.get(digest)
                if place is None:
                    return None
                file.seek(place.start)
                hashed = _hashed(file.read(place.size))
                return hashed if hashed[1] == place.content else None

            yield read


def write_pieces(
    path: Path, pieces: Iterable[Piece[T]], make: Callable[[Sequence[T]], bytes], before: Written
) -> str:
    """Write the bytes of all pieces, those that were written before as they are, remember where they lie; return the file's digest."""
    digests, contents, sizes = [], [], []
    with path.open("wb", buffering=BUFFER) as file, before.opened() as read:
        for piece in pieces:
            data, content = read(piece.digest) or _hashed(make(piece.rows))
            file.write(data)
            digests.append(piece.digest)
            contents.append(content)
            sizes.append(len(data))
    lying: Lying = (b"".join(digests), b"".join(contents), tuple(sizes))
    put(_kind(path), str(sum(sizes)), lying)
    return sha256(lying[1]).hexdigest()


def _hashed(data: bytes) -> Hashed:
    return data, sha256(data).digest()[:SIZE]


def _kind(path: Path) -> str:
    return f"pieces: {path.name}"
