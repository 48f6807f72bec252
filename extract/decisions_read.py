"""Read and check a decisions file: bad rows are named by line, and rows that contradict one another are none of them applied."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from extract.contradictions import contradictions
from extract.csv_rows import parse_table, read_text
from extract.decisions import (
    FREE_OBJECT,
    LEVELS,
    NO_OBJECT,
    PAIRS,
    PLACED,
    VERBS,
    BadRow,
    Decision,
    Decisions,
    Reference,
)
from extract.roles import PRESENT


def read_decisions(path: Path) -> Decisions:
    """Read and validate a decisions file; a file that is not there holds none.

    Raises OSError where it cannot be opened. Bytes that are no UTF-8 make the whole file one bad row.
    """
    if not path.exists():
        return Decisions()
    text = read_text(path)
    return parse_decisions(text) if isinstance(text, str) else Decisions(bad=(BadRow(*text),))


def parse_decisions(text: str) -> Decisions:
    """Read decisions from CSV text: bad rows are named, and rows that contradict one another are none of them applied."""
    table = parse_table(text, ("verb", "subject", "object"))
    bad = [BadRow(*problem) for problem in table.bad]
    good: list[Decision] = []
    for line, row in table.rows:
        read = _decision(line, row)
        if isinstance(read, BadRow):
            bad.append(read)
        else:
            good.append(read)
    conflicts = contradictions(good)
    bad += [BadRow(line, problem) for line, problem in conflicts.items()]
    return Decisions(
        good=tuple(decision for decision in good if decision.line not in conflicts),
        bad=tuple(sorted(bad, key=lambda row: (row.line, row.problem))),
    )


def reference(text: str) -> Reference | None:
    """Read `NAME @ DOCUMENT`; None where it is not one."""
    name, sign, document = text.partition(" @ ")
    return Reference(name.strip(), document.strip()) if sign and name.strip() and document.strip() else None


def _decision(line: int, row: Mapping[str, str]) -> Decision | BadRow:
    verb, given = row.get("verb", ""), row.get("object", "")
    subject, other = reference(row.get("subject", "")), reference(given)
    if verb not in VERBS:
        return BadRow(line, f"unknown verb '{verb}'; known: {', '.join(VERBS)}")
    if subject is None:
        return BadRow(line, f"the subject '{row.get('subject', '')}' is not NAME @ DOCUMENT")
    problem = _object_problem(verb, subject, given, other)
    if not problem and verb == "was-present" and not row.get("quote"):
        problem = "was-present needs a quote from the report"
    if problem:
        return BadRow(line, problem)
    return Decision(
        line=line,
        verb=verb,
        subject=subject,
        object=given,
        other=other if verb in PAIRS else None,
        quote=row.get("quote", ""),
        reason=row.get("reason", ""),
        author=row.get("author", ""),
        date=row.get("date", ""),
    )


def _object_problem(verb: str, subject: Reference, given: str, other: Reference | None) -> str:
    if verb in PAIRS:
        if other is None:
            return f"the object '{given}' is not NAME @ DOCUMENT"
        return "subject and object are one mention" if other.key == subject.key else ""
    if verb in NO_OBJECT:
        return f"{verb} takes no object, not '{given}'" if given else ""
    if not given and verb not in FREE_OBJECT:
        return f"{verb} needs an object"
    if verb == "role-is" and given not in PRESENT:
        return f"unknown role '{given}'; known: {', '.join(sorted(PRESENT))}"
    if verb in PLACED and subject.name not in LEVELS:
        return f"unknown level '{subject.name}'; known: {', '.join(sorted(LEVELS))}"
    return ""
