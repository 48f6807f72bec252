"""Reports that repeat another report: the same text, or the same report re-published with small changes.

Two reports are near-duplicates where the Jaccard similarity of their five-word shingles is .8 or more (Broder 1997):
measured on pairs of machine translations of one report, which are different documents, it stays below .5; a page
re-published with another headline, byline and footer stays above .85.
"""

from __future__ import annotations

import re
import zlib
from collections import defaultdict
from collections.abc import Sequence

from corpus.records import Document

SHINGLE = 5
THRESHOLD = 0.8
SAMPLE = 16  # shingles whose hash is 0 modulo this make candidate pairs
SHORTEST = 25  # words: shorter texts must be equal to be duplicates


def duplicates(documents: Sequence[Document]) -> dict[str, str]:
    """Map the path of each repeated report to the path, first in sorted order, of the report that it repeats."""
    ordered = sorted(documents, key=lambda document: document.path)
    shingles = [_shingles(document) for document in ordered]
    index: dict[int, list[int]] = defaultdict(list)
    out: dict[str, str] = {}
    for number, own in enumerate(shingles):
        candidates: set[int] = set()
        for key in sorted(_keys(own)):
            candidates.update(index[key])
            index[key].append(number)
        for other in sorted(candidates):
            if ordered[other].path in out:
                continue
            if _similar(own, shingles[other]):
                out[ordered[number].path] = ordered[other].path
                break
    return out


def _shingles(document: Document) -> frozenset[int]:
    words: list[str] = []
    for sentence in document.sentences:
        if sentence.zone == "body":
            words += re.findall(r"\w+", document.text[sentence.start : sentence.end].lower())
    if len(words) < SHORTEST:
        return frozenset({zlib.crc32(" ".join(words).encode())})
    # crc32 and not hash(): the same shingles in every process
    return frozenset(
        zlib.crc32(" ".join(words[n : n + SHINGLE]).encode()) for n in range(len(words) - SHINGLE + 1)
    )


def _keys(shingles: frozenset[int]) -> frozenset[int]:
    sampled = frozenset(key for key in shingles if key % SAMPLE == 0)
    return sampled or frozenset(sorted(shingles)[:4])


def _similar(a: frozenset[int], b: frozenset[int]) -> bool:
    if min(len(a), len(b)) < THRESHOLD * max(len(a), len(b)):
        return False
    common = len(a & b)
    return common >= THRESHOLD * (len(a) + len(b) - common)
