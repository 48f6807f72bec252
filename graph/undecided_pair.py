"""Two things that may be one, for a user to decide: the verbs, both sides, what speaks for and against."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from corpus.records import Evidence
from extract.decisions import Reference

Kind = Literal["people", "entry", "meetings", "bodies", "place"]
VERBS: Mapping[Kind, tuple[str, str]] = {
    "people": ("same", "not-same"),
    "entry": ("is", "is-not"),
    "meetings": ("same-meeting", "not-same-meeting"),
    "bodies": ("same-body", "not-same-body"),
    "place": ("place-is", "place-is-not"),
}
"""The verbs that decide a pair of a kind: that it is one, that it is not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """Two people, meetings or bodies that may be one; a person and an entry of the user's list; the bodies of a level and a place.

    `entry` is the id of the entry, or the place. `score` ranks; `reasons` and `against` say why; either side with its sentence, where it
    has one. `joined`: they are one in the network, by evidence that a reader may see otherwise.
    """

    left: Reference
    right: Reference
    left_id: str
    right_id: str
    left_label: str
    right_label: str
    score: int
    reasons: tuple[str, ...]
    against: tuple[str, ...]
    left_evidence: Evidence
    right_evidence: Evidence | None
    entry: str = ""
    kind: Kind = "people"
    joined: bool = False

    @property
    def object(self) -> str:
        """What a decision says of the left side."""
        return self.entry or str(self.right)
