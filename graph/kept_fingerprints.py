"""Fingerprints of reports from the build's memory: the sketches of all at once, the rest of those alone that are compared."""

from __future__ import annotations

from corpus.duplicates import Taken
from corpus.fingerprints import Fingerprint, Packed, Sketch, fingerprint, pack, sketch, unpack
from corpus.records import Document
from graph.memo import all_of, keep, kept, put

WHOLE, SKETCHED, COMPARED = "fingerprint", "sketch", "copy"


class KeptFingerprints(Taken):
    """What was taken of the same text before, or is taken now and kept; and whether two reports are one, by their ids."""

    def __init__(self) -> None:
        super().__init__()
        self._sketches: dict[str, Sketch] = all_of(SKETCHED, Sketch)
        self._copies: dict[str, bool] = all_of(COMPARED, bool)

    def fingerprint(self, document: Document) -> Fingerprint:
        """What is compared of a report."""
        if document.id not in self._known:
            packed = kept(WHOLE, document.id, Packed, lambda: pack(fingerprint(document)))
            self._known[document.id] = unpack(packed)
        return self._known[document.id]

    def sketch(self, document: Document) -> Sketch:
        """What tells whether it is worth comparing."""
        found = self._sketches.get(document.id)
        if found is None:
            found = self._sketches[document.id] = sketch(self.fingerprint(document))
            put(SKETCHED, document.id, found)
        keep(WHOLE, [document.id])
        keep(SKETCHED, [document.id])
        return found

    def is_copy(self, one: Document, other: Document) -> bool:
        """Whether two reports that are worth it are one."""
        key = f"{one.id} {other.id}"
        if key not in self._copies:
            self._copies[key] = super().is_copy(one, other)
            put(COMPARED, key, self._copies[key])
        keep(COMPARED, [key])
        return self._copies[key]
