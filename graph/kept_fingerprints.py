"""Fingerprints of reports from the build's memory: the sketches of all at once, the rest of those alone that are compared."""

from __future__ import annotations

from corpus.duplicates import Taken
from corpus.fingerprints import (
    Fingerprint,
    Packed,
    PackedSketch,
    Sketch,
    fingerprint,
    pack,
    pack_sketch,
    sketch,
    unpack,
    unpack_sketch,
)
from corpus.records import Document
from graph.memo import all_of, keep, kept, put

WHOLE, SKETCHED = "fingerprint", "sketch"


class KeptFingerprints(Taken):
    """What was taken of the same text before, or is taken now and kept."""

    def __init__(self) -> None:
        super().__init__()
        self._sketches: dict[str, PackedSketch] = all_of(SKETCHED, PackedSketch)

    def fingerprint(self, document: Document) -> Fingerprint:
        """What is compared of a report."""
        if document.id not in self._known:
            packed = kept(WHOLE, document.id, Packed, lambda: pack(fingerprint(document)))
            self._known[document.id] = unpack(packed)
        return self._known[document.id]

    def sketch(self, document: Document) -> Sketch:
        """What tells whether it is worth comparing."""
        packed = self._sketches.get(document.id)
        if packed is None:
            packed = self._sketches[document.id] = pack_sketch(sketch(self.fingerprint(document)))
            put(SKETCHED, document.id, packed)
        keep(WHOLE, [document.id])
        keep(SKETCHED, [document.id])
        return unpack_sketch(packed)
