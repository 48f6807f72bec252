"""Sorted rows in pieces that lie in the same place whatever stands before them, each known by a digest of what is in it.

A new piece begins where the name of a row (its report, its person) hashes to a certain value, not after so many rows: one row
more changes the piece that it is in, and no other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from itertools import pairwise
from typing import Any, Generic, TypeVar
from zlib import crc32

from msgspec.msgpack import Encoder

T = TypeVar("T")
NAMES = 16
"""Names in a piece, on average: fewer make a longer list of pieces, more make one new row cost more."""
SIZE = 16
ENCODER = Encoder()


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece(Generic[T]):
    """Some rows that follow one another, and the digest of what is in them."""

    digest: bytes
    rows: Sequence[T]


def pieces_of(rows: Sequence[T], name: Callable[[T], Any]) -> list[Piece[T]]:
    """Cut rows into pieces; rows of one name that follow one another stay together."""
    return [Piece(digest=digest_of(part), rows=part) for part in cut(rows, map(name, rows))]


def cut(rows: Sequence[T], names: Iterable[Any], apart: int = NAMES) -> list[Sequence[T]]:
    """Cut rows before one name in `apart`, those that hash to 0; `names` are theirs, in their order."""
    cuts, before = [0], None
    for number, name in enumerate(names):
        if name != before:
            before = name
            if not crc32(str(name).encode("utf-8", "surrogatepass")) % apart:
                cuts.append(number)
    cuts.append(len(rows))
    return [rows[a:b] for a, b in pairwise(cuts) if a < b]


def digest_of(value: Any) -> bytes:
    """Hash plain data or records: equal only where all that is in them is equal, and of the same types."""
    try:
        data = ENCODER.encode(value)
    except UnicodeEncodeError:  # half a surrogate pair
        data = repr(value).encode("utf-8", "surrogatepass")
    return sha256(data).digest()[:SIZE]
