"""Rows of a decisions file that contradict one another: none of them is applied, and each names the others."""

from __future__ import annotations

from collections.abc import Sequence

from extract.decisions import FREE_OBJECT, PLACED, SAME, Decision
from extract.unions import Unions

LISTED = frozenset({"is", "is-not"})
SINGLE = frozenset({"rename", "place-is", "body-is", "role-is", "is"})
"""Verbs that may say one thing only of a subject."""


def contradictions(good: Sequence[Decision]) -> dict[int, str]:
    """Every line that takes part in a contradiction, with what it contradicts."""
    found = _of_one_subject(good)
    for same, apart in SAME.items():
        found |= _of_pairs([d for d in good if d.verb in (same, apart)], same)
    return found


def _of_one_subject(good: Sequence[Decision]) -> dict[int, str]:
    said: dict[tuple[str, str, str], list[Decision]] = {}
    for decision in good:
        name, document = decision.subject.key
        if decision.verb in SINGLE:
            said.setdefault((decision.verb, name, document), []).append(decision)
        if decision.verb in LISTED or decision.verb in PLACED:
            what = "entry" if decision.verb in LISTED else "place"
            said.setdefault((f"{what}:{decision.object}", name, document), []).append(decision)
        elif decision.verb in FREE_OBJECT:
            said.setdefault((f"presence:{decision.object.lower()}", name, document), []).append(decision)
    found: dict[int, str] = {}
    for (what, _, _), rows in said.items():
        claims = {row.object if what in SINGLE else row.verb for row in rows}
        if len(claims) > 1:
            for row in rows:
                rest = ", ".join(str(other.line) for other in rows if other is not row)
                found[row.line] = f"contradicts line {rest}: {row.verb} of '{row.subject}'"
    return found


def _of_pairs(pairs: Sequence[Decision], same: str) -> dict[int, str]:
    """Rows of the verb `same` that together join what a row of its opposite parts."""
    keys = sorted({r.key for d in pairs if d.other for r in (d.subject, d.other)})
    number = {key: n for n, key in enumerate(keys)}
    unions = Unions(len(keys))
    joins = [(d, number[d.subject.key]) for d in pairs if d.verb == same and d.other]
    for decision, left in joins:
        unions.join(left, number[decision.other.key])  # type: ignore[union-attr]
    found: dict[int, str] = {}
    for decision in pairs:
        if decision.verb == same or decision.other is None:
            continue
        root = unions.root(number[decision.subject.key])
        if root == unions.root(number[decision.other.key]):
            chain = [d.line for d, left in joins if unions.root(left) == root]
            lines = ", ".join(map(str, chain))
            found[decision.line] = f"contradicts line {lines}: {same} and {decision.verb}"
            for line in chain:
                found.setdefault(line, f"contradicts line {decision.line}: {same} and {decision.verb}")
    return found
