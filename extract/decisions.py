"""The user's decisions: a CSV file, readable and writable by hand, that every build obeys.

Columns: `verb,subject,object,quote,reason,author,date`. A person is written `NAME @ DOCUMENT`, where DOCUMENT is the
path of a report or the id of its text: both outlive a rebuild, another order of the reports and another reading.

| verb | subject | object |
|---|---|---|
| same, not-same | a person in a report | a person in a report; with not-same the subject is the one who is split off |
| rename | a person in a report | the name to show |
| drop | a person in a report | nothing: the words are no person there |
| place-is | `LEVEL @ DOCUMENT` (`provincial @ c.txt`) | the place of the bodies of that level |
| body-is | `BODY @ DOCUMENT` | the name of the body that is meant |
| is, is-not | a person in a report | the id of an entry of the user's list (`extract.people_list`) |
| was-present | a person in a report | a meeting's name, or nothing where there is one; `quote` proves it |
| was-not-present | a person in a report | a meeting's name, or nothing for all |
| role-is | a person in a report | a role |
"""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from extract.folding import fold
from extract.people_list import PeopleList
from extract.records import PRESENT
from extract.unions import Unions

COLUMNS = ("verb", "subject", "object", "quote", "reason", "author", "date")
VERBS = (
    *("same", "not-same", "rename", "drop", "place-is"),
    *("body-is", "was-present", "was-not-present", "role-is", "is", "is-not"),
)
LEVELS = frozenset({"provincial", "municipal", "county", "township"})
PAIRS = frozenset({"same", "not-same"})
NO_OBJECT = frozenset({"drop"})
FREE_OBJECT = frozenset({"was-present", "was-not-present"})
LISTED = frozenset({"is", "is-not"})
SINGLE = frozenset({"rename", "place-is", "body-is", "role-is", "is"})
"""Verbs that may say one thing only of a subject."""


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """What a decision is about: `name` as printed, in the report `document` (a path or the id of its text)."""

    name: str
    document: str

    def __str__(self) -> str:
        """Write it as the file has it."""
        return f"{self.name} @ {self.document}"

    @property
    def key(self) -> tuple[str, str]:
        """What makes two spellings of one reference equal."""
        return (fold(self.name), self.document)


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """One row of the file. `line` is its line there; `other` is the object where that is a person."""

    line: int
    verb: str
    subject: Reference
    object: str = ""
    other: Reference | None = None
    quote: str = ""
    reason: str = ""
    author: str = ""
    date: str = ""


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row that is not applied: its line in the file, and why."""

    line: int
    problem: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Decisions:
    """The rows that hold, in the order of the file, and those that do not; `listed` is the user's list of people."""

    good: tuple[Decision, ...] = ()
    bad: tuple[BadRow, ...] = ()
    listed: PeopleList = field(default_factory=PeopleList)


def read_decisions(path: Path) -> Decisions:
    """Read and validate a decisions file; a file that is not there holds none.

    Raises OSError where it cannot be opened. Bytes that are no UTF-8 make the whole file one bad row.
    """
    if not path.exists():
        return Decisions()
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Decisions(bad=(BadRow(1, f"not UTF-8 at byte {error.start}"),))
    return parse_decisions(text)


def parse_decisions(text: str) -> Decisions:
    """Read decisions from CSV text: bad rows are named, and rows that contradict one another are none of them applied."""
    rows = csv.reader(io.StringIO(text, newline=""))
    good: list[Decision] = []
    bad: list[BadRow] = []
    header: list[str] = []
    last = 0
    try:
        for cells in rows:
            line, last = last + 1, rows.line_num
            if not any(cell.strip() for cell in cells) or cells[0].startswith("#"):
                continue
            if not header:
                header = [cell.strip().lower() for cell in cells]
                missing = [name for name in ("verb", "subject", "object") if name not in header]
                if missing:
                    return Decisions(bad=(BadRow(line, f"the header lacks {', '.join(missing)}"),))
                continue
            read = _decision(line, header, cells)
            if isinstance(read, BadRow):
                bad.append(read)
            else:
                good.append(read)
    except csv.Error as error:
        bad.append(BadRow(rows.line_num, f"not CSV: {error}"))
    conflicts = _contradictions(good)
    kept = tuple(decision for decision in good if decision.line not in conflicts)
    bad += [BadRow(line, problem) for line, problem in conflicts.items()]
    return Decisions(good=kept, bad=tuple(sorted(bad, key=lambda row: (row.line, row.problem))))


def _decision(line: int, header: Sequence[str], cells: Sequence[str]) -> Decision | BadRow:
    if len(cells) > len(header):
        return BadRow(line, f"{len(cells)} cells under {len(header)} columns")
    row = {name: cell.strip() for name, cell in zip(header, cells, strict=False)}
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
    if verb == "place-is" and subject.name not in LEVELS:
        return f"unknown level '{subject.name}'; known: {', '.join(sorted(LEVELS))}"
    return ""


def reference(text: str) -> Reference | None:
    """Read `NAME @ DOCUMENT`; None where it is not one."""
    name, sign, document = text.partition(" @ ")
    return Reference(name.strip(), document.strip()) if sign and name.strip() and document.strip() else None


def _contradictions(good: Sequence[Decision]) -> dict[int, str]:
    """Every line that takes part in a contradiction, with what it contradicts."""
    return _of_one_subject(good) | _of_pairs(good)


def _of_one_subject(good: Sequence[Decision]) -> dict[int, str]:
    said: dict[tuple[str, str, str], list[Decision]] = {}
    for decision in good:
        name, document = decision.subject.key
        if decision.verb in SINGLE:
            said.setdefault((decision.verb, name, document), []).append(decision)
        if decision.verb in LISTED:
            said.setdefault((f"entry:{decision.object}", name, document), []).append(decision)
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


def _of_pairs(good: Sequence[Decision]) -> dict[int, str]:
    """Rows of `same` that together join what a row of `not-same` parts."""
    keys = sorted({r.key for d in good if d.other for r in (d.subject, d.other)})
    number = {key: n for n, key in enumerate(keys)}
    unions = Unions(len(keys))
    joins = [(d, number[d.subject.key]) for d in good if d.verb == "same" and d.other]
    for decision, left in joins:
        unions.join(left, number[decision.other.key])  # type: ignore[union-attr]
    found: dict[int, str] = {}
    for decision in good:
        if decision.verb != "not-same" or decision.other is None:
            continue
        root = unions.root(number[decision.subject.key])
        if root == unions.root(number[decision.other.key]):
            chain = [d.line for d, left in joins if unions.root(left) == root]
            lines = ", ".join(map(str, chain))
            found[decision.line] = f"contradicts line {lines}: same and not-same"
            for line in chain:
                found.setdefault(line, f"contradicts line {decision.line}: same and not-same")
    return found
