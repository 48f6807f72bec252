"""Reports that repeat another report: the same text, or the same report re-published with small changes.

Two reports are near-duplicates where the Jaccard similarity of their five-word shingles (Broder 1997) is .9 or more and
they name the same people and the same days. Only the body counts: headline, credits and footer differ from page to page.
Independent translations of one report stay below .45 (measured on 34 pairs), sister systems of one team reach .85: they
are different documents. Pages made from one template, with other names or another day, are told apart by the second test.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from corpus.records import Document

SHINGLE = 5
THRESHOLD = 0.9
NAMES_THRESHOLD = 0.9
BINS, ROWS = 48, 3
"""Ranges of shingles whose least ones are compared, and how many of these have to agree to look closer."""
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


def duplicates(
    documents: Sequence[Document], taken: Callable[[Document], Fingerprint] | None = None
) -> dict[str, str]:
    """Map the path of each repeated report to the path of the report that it repeats: the shortest path, the first of these.

    So a copy that is put beside a report ('x.txt', 'x-copy.txt', 'old/x.txt') does not take its place. `taken` gives the
    fingerprint of a report, where somebody has kept it.
    """
    taken = taken or fingerprint
    ordered = sorted(documents, key=lambda document: (len(document.path), document.path))
    originals: list[tuple[str, Fingerprint]] = []
    index: dict[bytes, list[int]] = defaultdict(list)
    out: dict[str, str] = {}
    for document in ordered:
        own = taken(document)
        bands = _bands(own.shingles)
        near = sorted({number for band in bands for number in index.get(band, ())})
        original = next(
            (path for path, other in map(originals.__getitem__, near) if is_copy(own, other)), None
        )
        if original is not None:
            # a copy adds nothing that a later copy would not share with the original
            out[document.path] = original
            continue
        for band in bands:
            index[band].append(len(originals))
        originals.append((document.path, own))
    return out


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


def is_copy(a: Fingerprint, b: Fingerprint) -> bool:
    """True where two reports are one: like words, the same names, and no number against another. The cheapest is asked first."""
    if not (a.numbers <= b.numbers or b.numbers <= a.numbers):
        return False
    return similarity(a.names, b.names) >= NAMES_THRESHOLD and similarity(a.shingles, b.shingles) >= THRESHOLD


def similarity(a: Hashes, b: Hashes) -> float:
    """The Jaccard similarity of two sets, from 0 to 1; two empty sets are alike."""
    if not len(a) and not len(b):
        return 1.0
    common = len(np.intersect1d(a, b, assume_unique=True))
    return common / (len(a) + len(b) - common)


def _shingles(words: list[str], size: int) -> Hashes:
    """Hash every run of `size` words, whatever their case: their hashes, weighted by their places, stirred (Steele et al. 2014)."""
    hashes = np.array([*map(_small_hash, words)] or [_hash("")], dtype=np.uint64)
    runs = max(1, len(hashes) - size + 1)
    mixed = np.zeros(runs, dtype=np.uint64)
    for place in range(min(size, len(hashes))):
        mixed = mixed * WEIGHT + hashes[place : place + runs]
    for shift, factor in STIR:
        mixed = (mixed ^ (mixed >> shift)) * factor
    return np.unique((mixed >> HALF).astype(np.uint32))


def _bands(shingles: Hashes) -> list[bytes]:
    """What reports have in common that can be copies: the least shingle of each of BINS ranges (Li et al. 2012), ROWS at a time.

    At a similarity of .9 a band is shared with .9**ROWS, and none of the sixteen with less than one in a million. Ranges without a
    shingle say nothing by themselves.
    """
    first = np.searchsorted(shingles, EDGES[:-1])
    least = np.append(shingles.astype(np.uint64), EMPTY)[first]
    rows = np.where(least < EDGES[1:], least, EMPTY).reshape(-1, ROWS)
    told = np.flatnonzero((rows != EMPTY).any(axis=1)).tolist()
    return [band.to_bytes(1, "big") + rows[band].tobytes() for band in told]


@lru_cache(maxsize=1 << 16)
def _small_hash(word: str) -> int:
    return _hash(word.lower())


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    # blake2b and not hash(): the same in every process
    return int.from_bytes(blake2b(word.encode(), digest_size=8).digest(), "big")
