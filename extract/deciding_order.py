"""In which order decisions are applied, whatever their order in the file."""

from __future__ import annotations

from collections.abc import Sequence

from extract.decisions import Decision

FIRST = {"was-present": 0, "place-is-not": 1, "place-is": 2, "body-is": 2, "not-same-body": 3, "same-body": 4}
"""Who was there is settled first, then which places and bodies are meant, then which bodies are two and which are one."""


def in_order(rows: Sequence[Decision]) -> list[Decision]:
    """Sort the rows: by FIRST, then those of a chain of bodies from its end, then by line."""
    return sorted(rows, key=lambda d: (FIRST.get(d.verb, len(FIRST)), steps(d, rows), d.line))


def steps(decision: Decision, rows: Sequence[Decision]) -> int:
    """How many rows of same-body stand between a body and the one that it becomes in the end: those go first."""
    found, at = 0, decision
    while at.verb == "same-body" and at.other is not None and found < len(rows):
        key = at.other.key
        following = next((row for row in rows if row.verb == "same-body" and row.subject.key == key), None)
        if following is None:
            break
        found, at = found + 1, following
    return found
