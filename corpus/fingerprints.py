"""What is compared of two reports: their shingles, names and numbers; and the sketch of these that finds what is worth comparing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.records import Document

SHINGLE = 5
BINS, ROWS = 48, 3
"""Ranges of shingles whose least ones are compared, and how many of these have to agree to look closer."""
BAND = np.dtype("<u8")
SHORTEST = 25  # words: shorter texts must be equal to be duplicates
WORD = re.compile(r"\w+")
DIGITS = re.compile(r"\d+")
WEIGHT = np.uint64(0x9E3779B97F4A7C15)
STIR = (
    (np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)),
    (np.uint64(27), np.uint64(0x94D049BB133111EB)),
    (np.uint64(31), np.uint64(1)),
)
HALF, EMPTY = np.uint64(32), np.uint64(2**32)
EDGES = np.linspace(0, 2**32, BINS + 1).astype(np.uint64)
Hashes: TypeAlias = NDArray[np.uint32] | NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fingerprint:
    """What is compared of a report: its shingles (sorted, each once), and the capitalised words and the numbers in it."""

    shingles: Hashes
    names: Hashes
    numbers: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Sketch:
    """What tells that two reports cannot be copies: they share none of the `bands` (BAND each), or each has a number that the other has not.

    It is plain data, the same on every machine.
    """

    bands: bytes
    numbers: tuple[str, ...]


def fingerprint(document: Document) -> Fingerprint:
    """Take the shingles, the names and the numbers of a report's body."""
    words: list[str] = []
    for sentence in document.sentences:
        if sentence.zone == "body":
            words += WORD.findall(document.text[sentence.start : sentence.end])
    once = set(words)
    size = SHINGLE if len(words) >= SHORTEST else max(1, len(words))
    return Fingerprint(
        shingles=_shingles(words, size),
        names=np.unique(np.array([_hash(word) for word in once if word[0].isupper()], dtype=np.uint64)),
        numbers=frozenset(digits for word in once if not word.isalpha() for digits in DIGITS.findall(word)),
    )


def sketch(own: Fingerprint) -> Sketch:
    """The sketch of a fingerprint: of its shingles the least of each of BINS ranges (Li et al. 2012), ROWS at a time, in one number.

    At a similarity of .9 a band is shared with .9**ROWS, and none of the sixteen with less than one in a million. Ranges without a
    shingle say nothing by themselves.
    """
    first = np.searchsorted(own.shingles, EDGES[:-1])
    least = np.append(own.shingles.astype(np.uint64), EMPTY)[first]
    rows = np.where(least < EDGES[1:], least, EMPTY).reshape(-1, ROWS)
    mixed = np.arange(len(rows), dtype=np.uint64)
    for column in rows.T:
        mixed = mixed * WEIGHT + column
    bands = _stirred(mixed)[(rows != EMPTY).any(axis=1)]
    return Sketch(bands=bands.astype(BAND).tobytes(), numbers=tuple(sorted(own.numbers)))


Packed: TypeAlias = tuple[bytes, bytes, tuple[str, ...]]


def pack(own: Fingerprint) -> Packed:
    """A fingerprint as plain data, the same on every machine."""
    return (
        own.shingles.astype("<u4").tobytes(),
        own.names.astype("<u8").tobytes(),
        tuple(sorted(own.numbers)),
    )


def unpack(data: Packed) -> Fingerprint:
    """The fingerprint that `pack` wrote."""
    shingles, names, numbers = data
    return Fingerprint(
        shingles=np.frombuffer(shingles, "<u4"),
        names=np.frombuffer(names, "<u8"),
        numbers=frozenset(numbers),
    )


def _shingles(words: list[str], size: int) -> Hashes:
    """Hash every run of `size` words, whatever their case: their hashes, weighted by their places, stirred (Steele et al. 2014)."""
    hashes = np.array([*map(_small_hash, words)] or [_hash("")], dtype=np.uint64)
    runs = max(1, len(hashes) - size + 1)
    mixed = np.zeros(runs, dtype=np.uint64)
    for place in range(min(size, len(hashes))):
        mixed = mixed * WEIGHT + hashes[place : place + runs]
    return np.unique((_stirred(mixed) >> HALF).astype(np.uint32))


def _stirred(mixed: NDArray[np.uint64]) -> NDArray[np.uint64]:
    for shift, factor in STIR:
        mixed = (mixed ^ (mixed >> shift)) * factor
    return mixed


@lru_cache(maxsize=1 << 16)
def _small_hash(word: str) -> int:
    return _hash(word.lower())


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    # blake2b and not hash(): the same in every process
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
