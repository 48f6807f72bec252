"""Reports that repeat another report: the same text, or the same report re-published with small changes.

Two reports are near-duplicates where the Jaccard similarity of their five-word shingles (Broder 1997) is .9 or more and
they name the same people and the same days. Only the body counts: headline, credits and footer differ from page to page.
Independent translations of one report stay below .45 (measured on 34 pairs), sister systems of one team reach .85: they
are different documents. Pages made from one template, with other names or another day, are told apart by the second test.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b

from corpus.records import Document

SHINGLE = 5
THRESHOLD = 0.9
NAMES_THRESHOLD = 0.9
SKETCH = 24  # the smallest shingles of each report make candidate pairs (bottom-k sketch)
SHARED = 8  # at a similarity of .9 fewer shared ones than this have a chance below one in a million
SHORTEST = 25  # words: shorter texts must be equal to be duplicates
WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fingerprint:
    """What is compared of a report: its shingles, and the capitalised words and the numbers in it."""

    shingles: frozenset[int]
    names: frozenset[str]
    numbers: frozenset[str]


def duplicates(documents: Sequence[Document]) -> dict[str, str]:
    """Map the path of each repeated report to the path of the report that it repeats: the shortest path, the first of these.

    So a copy that is put beside a report ('x.txt', 'x-copy.txt', 'old/x.txt') does not take its place.
    """
    ordered = sorted(documents, key=lambda document: (len(document.path), document.path))
    prints: list[Fingerprint] = []
    index: dict[int, list[int]] = defaultdict(list)
    out: dict[str, str] = {}
    for number, document in enumerate(ordered):
        own = fingerprint(document)
        prints.append(own)
        sketch = sorted(own.shingles)[:SKETCH]
        shared = Counter(other for key in sketch for other in index[key])
        needed = min(SHARED, len(sketch))
        original = next(
            (other for other in sorted(shared) if shared[other] >= needed and is_copy(own, prints[other])),
            None,
        )
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
    small = [word.lower() for word in words]
    size = SHINGLE if len(small) >= SHORTEST else max(1, len(small))
    return Fingerprint(
        shingles=frozenset(_hash(small[n : n + size]) for n in range(max(1, len(small) - size + 1))),
        names=frozenset(word for word in words if word[0].isupper()),
        numbers=frozenset(digits for word in words for digits in re.findall(r"\d+", word)),
    )


def is_copy(a: Fingerprint, b: Fingerprint) -> bool:
    """True where two reports are one: like words, the same names, and no number against another."""
    if similarity(a.shingles, b.shingles) < THRESHOLD or similarity(a.names, b.names) < NAMES_THRESHOLD:
        return False
    return a.numbers <= b.numbers or b.numbers <= a.numbers


def similarity(a: frozenset[int] | frozenset[str], b: frozenset[int] | frozenset[str]) -> float:
    """The Jaccard similarity of two sets, from 0 to 1; two empty sets are alike."""
    if not a and not b:
        return 1.0
    common = len(a & b)
    return common / (len(a) + len(b) - common)


def _hash(words: list[str]) -> int:
    # blake2b and not hash(): the same shingles in every process
    return int.from_bytes(blake2b(" ".join(words).encode(), digest_size=8).digest(), "big")
