"""Reports that repeat another report: the same text, or the same report re-published with small changes.

Two reports are near-duplicates where the Jaccard similarity of their five-word shingles (Broder 1997) is .9 or more and
they name the same people and the same days. Only the body counts: headline, credits and footer differ from page to page.
Independent translations of one report stay below .45 (measured on 34 pairs), sister systems of one team reach .85: they
are different documents. Pages made from one template, with other names or another day, are told apart by the second test.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

import numpy as np

from corpus.fingerprints import BAND, Fingerprint, Hashes, Sketch, fingerprint, sketch
from corpus.records import Document

THRESHOLD = 0.9
NAMES_THRESHOLD = 0.9


class Taken:
    """The fingerprints and sketches of reports: each is taken once, where it is asked for."""

    def __init__(self) -> None:
        self._known: dict[str, Fingerprint] = {}

    def fingerprint(self, document: Document) -> Fingerprint:
        """What is compared of a report."""
        if document.path not in self._known:
            self._known[document.path] = fingerprint(document)
        return self._known[document.path]

    def sketch(self, document: Document) -> Sketch:
        """What tells whether it is worth comparing."""
        return sketch(self.fingerprint(document))

    def is_copy(self, one: Document, other: Document) -> bool:
        """Whether two reports that are worth it are one."""
        return is_copy(self.fingerprint(one), self.fingerprint(other))


def duplicates(documents: Sequence[Document], taken: Taken | None = None) -> dict[str, str]:
    """Map the path of each repeated report to the path of the report that it repeats: the shortest path, the first of these.

    So a copy that is put beside a report ('x.txt', 'x-copy.txt', 'old/x.txt') does not take its place. `taken` gives the
    fingerprints and sketches of reports and what comparing them came to, where somebody has kept them.
    """
    taken = taken or Taken()
    ordered = sorted(documents, key=lambda document: (len(document.path), document.path))
    sketches = [taken.sketch(document) for document in ordered]
    index: dict[int, list[int]] = defaultdict(list)
    out: dict[str, str] = {}
    for number, bands in _with_company([own.bands for own in sketches]):
        near = sorted({other for band in bands for other in index[band]})
        document, numbers = ordered[number], frozenset(sketches[number].numbers)
        original = next(
            (
                other
                for other in near
                if _no_other_number(numbers, frozenset(sketches[other].numbers))
                and taken.is_copy(document, ordered[other])
            ),
            None,
        )
        if original is not None:
            # a copy adds nothing that a later copy would not share with the original
            out[document.path] = ordered[original].path
            continue
        for band in bands:
            index[band].append(number)
    return out


def _with_company(bands: Sequence[bytes]) -> list[tuple[int, list[int]]]:
    """Of each report that shares a band with another, in order: its number, and these bands."""
    owners = np.repeat(np.arange(len(bands)), [len(own) // BAND.itemsize for own in bands])
    _, at, count = np.unique(np.frombuffer(b"".join(bands), BAND), return_inverse=True, return_counts=True)
    shared = np.flatnonzero(count[at] > 1)
    found: dict[int, list[int]] = defaultdict(list)
    for owner, band in zip(owners[shared].tolist(), at[shared].tolist(), strict=True):
        found[owner].append(band)
    return list(found.items())


def _no_other_number(a: frozenset[str], b: frozenset[str]) -> bool:
    return a <= b or b <= a


def is_copy(a: Fingerprint, b: Fingerprint) -> bool:
    """True where two reports are one: like words, the same names, and no number against another. The cheapest is asked first."""
    return (
        _no_other_number(a.numbers, b.numbers)
        and similarity(a.names, b.names) >= NAMES_THRESHOLD
        and similarity(a.shingles, b.shingles) >= THRESHOLD
    )


def similarity(a: Hashes, b: Hashes) -> float:
    """The Jaccard similarity of two sets, from 0 to 1; two empty sets are alike."""
    if not len(a) and not len(b):
        return 1.0
    common = len(np.intersect1d(a, b, assume_unique=True))
    return common / (len(a) + len(b) - common)
