"""What a comparison of two things comes to: the same, different or undecided, with the reasons as data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Outcome = Literal["same", "different", "undecided"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """`reasons` speak for one, `against` for two; each is a short phrase that names what is shared or differs."""

    outcome: Outcome
    reasons: tuple[str, ...] = ()
    against: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Write the reasons in one line, those against behind 'against'."""
        told = "; ".join(self.reasons)
        return f"{told}; against: {'; '.join(self.against)}" if self.against else told
