"""What was worked out before, kept in the store under what it depends on: after one more report the rest is taken from there.

A value is a function of its key, so that it makes no difference to any output whether it was kept. Values that a build did not
ask for are forgotten at its end, and all of them where another version wrote them.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from contextlib import contextmanager, suppress
from contextvars import ContextVar
from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any, TypeVar

from msgspec import DecodeError, msgpack

from corpus.store import Store, reader_version
from extract.reading import fingerprint
from extract.remembered import Kept

T = TypeVar("T")
VERSIONS = "remembered"
"""Key under which the store keeps what wrote the values."""
COMPUTES = ("numpy", "scipy", "graspologic-native", "rustworkx", "networkit")


class Memo:
    """The values that one build may take from the store, and those that it found anew."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._asked: set[tuple[str, str]] = set()
        self._shared: dict[tuple[str, int], tuple[object, Any]] = {}
        if store.about(VERSIONS) != versions():
            store.forget_remembered(frozenset())
            store.forget_pieces()
            store.set_about(VERSIONS, versions())

    def kept(self, kind: str, key: str, form: type[T] | Any, make: Callable[[], T]) -> T:
        """The value of that kind under `key`, of the type `form`: kept, or made and kept."""
        self.keep(kind, key)
        there: T | None = self.found(kind, key, form)
        if there is not None:
            return there
        value = make()
        try:
            self._store.remember(kind, key, msgpack.encode(value))
        except UnicodeEncodeError:  # half a surrogate pair: found anew each time
            self._asked.discard((kind, key))
        return value

    def found(self, kind: str, key: str, form: type[T] | Any) -> T | None:
        """The value of that kind under `key`, of the type `form`; None where there is none, or one that is damaged."""
        value = self._store.remembered(kind, key)
        try:
            return None if value is None else _decoder(form).decode(value)  # type: ignore[arg-type]
        except DecodeError:
            return None

    def all_of(self, kind: str, form: type[T] | Any) -> dict[str, T]:
        """All values of that kind, by key, in one go; without those that are damaged."""
        values: dict[str, T] = {}
        decode = msgpack.Decoder(form).decode
        for key, value in self._store.all_remembered(kind).items():
            with suppress(DecodeError):
                values[key] = decode(value)
        return values

    def put(self, kind: str, key: str, value: Any) -> None:
        """Keep a value, whatever was kept under `key`."""
        self.keep(kind, key)
        self._store.remember(kind, key, msgpack.encode(value))

    def keep(self, kind: str, key: str) -> None:
        """Do not forget the value under `key`, if there is one."""
        self._asked.add((kind, key))

    def shared(self, kind: str, of: object, make: Callable[[], T]) -> T:
        """What was made of the same object (records, rows) in this build, or make it."""
        key = (kind, id(of))
        if key not in self._shared:
            self._shared[key] = (of, make())
        found: T = self._shared[key][1]
        return found

    def forget_others(self) -> None:
        """Forget what was not asked for."""
        self._store.forget_remembered(frozenset(self._asked))


@cache
def _decoder(form: Hashable) -> msgpack.Decoder[Any]:
    return msgpack.Decoder(form)


MEMO: ContextVar[Memo | None] = ContextVar("MEMO", default=None)
"""What the build at work remembers; None where nothing is kept."""


@contextmanager
def remembering(store: Store) -> Iterator[Memo]:
    """Let everything inside take values from the store, and keep them there."""
    memo = Memo(store)
    token = MEMO.set(memo)
    try:
        yield memo
    finally:
        MEMO.reset(token)


def kept(kind: str, key: str, form: type[T] | Any, make: Callable[[], T]) -> T:
    """The value of that kind under `key`, from the build's memory if there is one."""
    memo = MEMO.get()
    return make() if memo is None else memo.kept(kind, key, form, make)


def keeper() -> Kept | None:
    """What keeps values for the next build; None where none is at work."""
    return MEMO.get()


def keep(kind: str, keys: Iterable[str]) -> None:
    """Do not forget the values under these keys, though nobody may ask for them in this build."""
    memo = MEMO.get()
    if memo is not None:
        for key in keys:
            memo.keep(kind, key)


def found(kind: str, key: str, form: type[T] | Any) -> T | None:
    """The value of that kind under `key`, if a build is at work and has it."""
    memo = MEMO.get()
    return None if memo is None else memo.found(kind, key, form)


def all_of(kind: str, form: type[T] | Any) -> dict[str, T]:
    """All values of that kind, by key, if a build is at work."""
    memo = MEMO.get()
    return {} if memo is None else memo.all_of(kind, form)


def put(kind: str, key: str, value: Any) -> None:
    """Keep a value for the next build, if one is at work."""
    memo = MEMO.get()
    if memo is not None:
        memo.put(kind, key, value)


def shared(kind: str, of: object, make: Callable[[], T]) -> T:
    """What the build at work made of the same object (records, rows) before, or what `make` makes."""
    memo = MEMO.get()
    return make() if memo is None else memo.shared(kind, of, make)


@cache
def versions() -> str:
    """A hash of all that a value depends on besides its key: the code, the rules, and the libraries that compute."""
    digest = sha256(f"{reader_version()} {fingerprint(None)}".encode())
    for path in sorted(Path(__file__).parent.glob("*.py")):
        digest.update(path.name.encode() + b"\0" + path.read_bytes().replace(b"\r\n", b"\n") + b"\0")
    for name in COMPUTES:
        try:
            digest.update(f"{name} {version(name)}\0".encode())
        except PackageNotFoundError:
            digest.update(f"{name} none\0".encode())
    return digest.hexdigest()[:16]
