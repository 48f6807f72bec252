"""Reports that repeat another report: the same text, or the same report re-published with small changes.

Two reports are near-duplicates where the Jaccard similarity of their five-word shingles (Broder 1997) is .9 or more and
they name the same people and the same days. Only the body counts: headline, credits and footer differ from page to page.
Independent translations of one report stay below .45 (measured on 34 pairs), sister systems of one team reach .85: they
are different documents. Pages made from one template, with other names or another day, are told apart by the second test.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
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
SKETCH = 24  # the smallest shingles of each report make candidate pairs (bottom-k sketch)
SHARED = 8  # at a similarity of .9 fewer shared ones than this have a chance below one in a million
SHORTEST = 25  # words: shorter texts must be equal to be duplicates
WORD = re.compile(r"\w+")
DIGITS = re.compile(r"\d+")
WEIGHT = np.uint64(0x9E3779B97F4A7C15)
STIR = (
    (np.uint64(30), np.uint64(0xBF58476D1CE4E5B9)),
    (np.uint64(27), np.uint64(0x94D049BB133111EB)),
    (np.uint64(31), np.uint64(1)),
)
Shingles: TypeAlias = NDArray[np.uint64]


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Fingerprint:
    """What is compared of a report: its shingles (sorted, each once), and the capitalised words and the numbers in it."""

    shingles: Shingles
    names: frozenset[str]
    numbers: frozenset[str]


def duplicates(documents: Sequence[Document]) -> dict[str, str]:
    """Map the path of each repeated report to the path of the report that it repeats: the shortest path, the first of these.

    So a copy that is put beside a report ('x.txt', 'x-copy.txt', 'old/x.txt') does not take its place.
    """
    ordered = sorted(documents, key=lambda document: (len(document.path), document.path))
    prints: list[Fingerprint] = []
    sketches: list[frozenset[int]] = []
    index: dict[int, list[int]] = defaultdict(list)
    out: dict[str, str] = {}
    for number, document in enumerate(ordered):
        own = fingerprint(document)
        prints.append(own)
        sketch: list[int] = own.shingles[:SKETCH].tolist()
        needed = min(SHARED, len(sketch))
        # who shares so many has at least one of the others: the most common ones, on every page of a site, need no look
        lists = sorted((index.get(key, ()) for key in sketch), key=len)[: len(sketch) - needed + 1]
        size = len(own.shingles)
        near = [
            other
            for other in sorted(set().union(*lists))
            if size * THRESHOLD <= len(prints[other].shingles) <= size / THRESHOLD
            and len(sketches[other].intersection(sketch)) >= needed
        ]
        sketches.append(frozenset(sketch))
        original = next((other for other in near if is_copy(own, prints[other])), None)
        if original is not None:
            # a copy adds nothing that a later copy would not share with the original
            out[document.path] = ordered[original].path
            continue
        for key in sketch:
            index[key].append(number)
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
        names=frozenset(word for word in once if word[0].isupper()),
        numbers=frozenset(digits for word in once if not word.isalpha() for digits in DIGITS.findall(word)),
    )


def is_copy(a: Fingerprint, b: Fingerprint) -> bool:
    """True where two reports are one: like words, the same names, and no number against another."""
    if similarity(a.shingles, b.shingles) < THRESHOLD or similarity(a.names, b.names) < NAMES_THRESHOLD:
        return False
    return a.numbers <= b.numbers or b.numbers <= a.numbers


def similarity(a: Shingles | frozenset[str], b: Shingles | frozenset[str]) -> float:
    """The Jaccard similarity of two sets, from 0 to 1; two empty sets are alike."""
    if len(a) == len(b) == 0:
        return 1.0
    if isinstance(a, frozenset):
        common = len(a.intersection(b))
    else:
        assert not isinstance(b, frozenset)
        common = len(np.intersect1d(a, b, assume_unique=True))
    return common / (len(a) + len(b) - common)


def _shingles(words: list[str], size: int) -> Shingles:
    """Hash every run of `size` words, whatever their case, to 64 bits: the hashes of its words, weighted by their places, stirred (Steele et al. 2014)."""
    hashes = np.array(list(map(_hash, words)) or [_hash("")], dtype=np.uint64)
    runs = max(1, len(hashes) - size + 1)
    mixed = np.zeros(runs, dtype=np.uint64)
    for place in range(min(size, len(hashes))):
        mixed = mixed * WEIGHT + hashes[place : place + runs]
    for shift, factor in STIR:
        mixed = (mixed ^ (mixed >> shift)) * factor
    return np.unique(mixed)


@lru_cache(maxsize=1 << 16)
def _hash(word: str) -> int:
    # blake2b and not hash(): the same in every process
    return int.from_bytes(blake2b(word.lower().encode(), digest_size=8).digest(), "big")
