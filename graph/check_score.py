"""The counts of a check against gold documents, and the shares that they give."""

from __future__ import annotations

from dataclasses import dataclass, field

from graph.check_meetings import FACTS, FactCount
from graph.check_ties import TieCount


@dataclass(slots=True, kw_only=True)
class RoleCount:
    """How often one role was right, wrong and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 1 where the role neither stands in the gold nor was found."""
        return f1_of(self.right, self.wrong, self.missed)


@dataclass(slots=True, kw_only=True)
class Score:
    """Counts over documents; the shares are properties. `mistakes` says each one in a line."""

    documents: int = 0
    right: int = 0
    wrong: int = 0
    missed: int = 0
    roles_right: int = 0
    roles_wrong: int = 0
    roles_missed: int = 0
    whole_lists: int = 0
    posts: int = 0
    posts_right: int = 0
    dates: int = 0
    dates_right: int = 0
    facts: dict[str, FactCount] = field(default_factory=lambda: {fact: FactCount() for fact in FACTS})
    ties: TieCount = field(default_factory=TieCount)
    by_role: dict[str, RoleCount] = field(default_factory=dict)
    press: int = 0
    invoked: int = 0
    absent: int = 0
    without_meeting: int = 0
    mistakes: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """Right / (right + wrong) over pairs of document and person; 1 where nobody was found."""
        return share(self.right, self.right + self.wrong)

    @property
    def recall(self) -> float:
        """Right / (right + missed) over pairs of document and person; 1 where nobody was expected."""
        return share(self.right, self.right + self.missed)

    @property
    def f1(self) -> float:
        """Harmonic mean of `precision` and `recall`."""
        return f1_of(self.right, self.wrong, self.missed)

    @property
    def role_f1(self) -> float:
        """The same over triples of document, person and role; `attended` counts only where it stands alone."""
        return f1_of(self.roles_right, self.roles_wrong, self.roles_missed)

    def table(self) -> dict[str, float]:
        """Return the figures by name, shares rounded to three digits."""
        shares = {
            "precision": self.precision,
            "recall": self.recall,
            "F1": self.f1,
            "role F1": self.role_f1,
            "ties right": share(self.ties.right, self.ties.right + self.ties.wrong),
            "ties found": share(self.ties.right, self.ties.right + self.ties.missed),
            "whole lists right": self.whole_lists / max(1, self.documents),
            "posts found": self.posts_right / max(1, self.posts),
            "dates right": self.dates_right / max(1, self.dates),
            **{f"{fact}s right": count.share for fact, count in self.facts.items()},
        }
        return {
            "documents": self.documents,
            "people expected": self.right + self.missed,
            **{name: round(share, 3) for name, share in shares.items()},
            "press let in": self.press,
            "invoked let in": self.invoked,
            "absent let in": self.absent,
            "found where nothing met": self.without_meeting,
        }


def share(part: int, whole: int) -> float:
    """`part` of `whole`; 1 of nothing."""
    return part / whole if whole else 1.0


def f1_of(right: int, wrong: int, missed: int) -> float:
    """Harmonic mean of precision and recall."""
    precision, recall = share(right, right + wrong), share(right, right + missed)
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
