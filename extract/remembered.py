"""What the last resolution found, taken again where nothing that it depends on has changed; the same values either way.

Reports and names are taken in pieces (`corpus.pieces`): one report more changes the pieces that it is in. The key of a piece is a
hash of all that its value depends on, so that it makes no difference to any record whether a value was kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Protocol, TypeVar
from zlib import crc32

from msgspec import msgpack

from corpus.pieces import SIZE, cut, digest_of
from corpus.records import Document
from extract.local import Reading

T = TypeVar("T")
NAMES = 8
"""Reports or names in a piece, on average."""
Marks = Mapping[str, bytes]
"""By report or name: a hash of all that its own part of a value depends on."""


class Kept(Protocol):
    """What the last resolution kept, and where this one keeps its own; see `graph.memo.Memo`."""

    def all_of(self, kind: str, form: type[T] | Any) -> dict[str, T]:
        """All values of that kind, each of the type `form`, by key."""

    def keep(self, kind: str, key: str) -> None:
        """Keep what is there under a key."""

    def put(self, kind: str, key: str, value: Any) -> None:
        """Keep a value under a key."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sealed:
    """An encoded value with its check sum. Raises ValueError where one of them was damaged, so that it is made again."""

    sum: int
    data: memoryview

    def __post_init__(self) -> None:
        if crc32(self.data) != self.sum:
            raise ValueError("a damaged value")


def by_pieces(
    kind: str,
    names: Sequence[str],
    marks: Marks,
    form: type[T] | Any,
    make: Callable[[Sequence[str]], T],
    kept: Kept | None,
) -> Iterator[T]:
    """Give for each piece of the sorted `names` what `make` makes of it, or made of it before; all is made where nothing is `kept`."""
    there: dict[str, Sealed] = kept.all_of(kind, Sealed) if kept else {}
    decode = msgpack.Decoder(form).decode
    for part in cut(names, names, NAMES):
        key = sha256(b"".join([marks[name] for name in part])).hexdigest() if kept else ""
        sealed = there.pop(key, None)
        if sealed is None:
            value = make(part)
            if kept:
                with suppress(UnicodeEncodeError):  # half a surrogate pair: made anew each time
                    kept.put(kind, key, sealed_of(value))
            yield value
        elif kept:
            kept.keep(kind, key)
            yield decode(sealed.data)


def sealed_of(value: object) -> Sealed:
    """Encode a value. Raises UnicodeEncodeError where a text in it is no Unicode."""
    data = msgpack.encode(value)
    return Sealed(sum=crc32(data), data=memoryview(data))


def mark(texts: Sequence[str], *digests: bytes) -> bytes:
    """Hash texts that hold no NUL, and the digests behind them."""
    joined = "\0".join(texts).encode("utf-8", "surrogatepass")
    return sha256(b"%d %b%b" % (len(joined), joined, b"".join(digests))).digest()[:SIZE]


def hash_of(text: str) -> bytes:
    """Hash a reading as it is kept."""
    return sha256(text.encode("utf-8", "surrogatepass")).digest()[:SIZE]


def marks_of(
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    read: Mapping[str, Reading],
    known: Mapping[str, bytes],
) -> dict[str, bytes]:
    """Hash of each report what it states: `readings` as decided, `read` as they were read, of which `known` has hashes."""
    marks: dict[str, bytes] = {}
    for path, reading in readings.items():
        document = docs[path]
        own = known.get(path) if reading is read[path] else None
        stated = digest_of(reading) if own is None else own
        marks[path] = mark((path, document.id, document.published or ""), stated)
    return marks


def placed_marks(
    readings: Mapping[str, Reading], meeting_ids: Mapping[tuple[str, str], str], marks: Marks
) -> dict[str, bytes]:
    """Hash of each report what it states, and which meetings those are that it tells of."""
    return {
        path: mark([meeting_ids[path, meeting.key] for meeting in readings[path].meetings], marks[path])
        for path in marks
    }
