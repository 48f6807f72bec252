"""The user's decisions: a CSV file, readable and writable by hand, that every build obeys.

Columns: `verb,subject,object,quote,reason,author,date`. Whoever and whatever is meant is written `NAME @ DOCUMENT`, where DOCUMENT
is the path of a report or the id of its text: both outlive a rebuild, another order of the reports and another reading.

| verb | subject | object |
|---|---|---|
| same, not-same | a person in a report | a person in a report; with not-same the subject is the one who is split off |
| same-meeting, not-same-meeting | a meeting in a report, by its name | a meeting in a report |
| same-body, not-same-body | a body in a report, by its name | a body in a report; the subject is the one that joins or, of two of one name, is split off |
| rename | a person in a report | the name to show |
| drop | a person in a report | nothing: the words are no person there |
| place-is | `LEVEL @ DOCUMENT` (`provincial @ c.txt`) | the place of the bodies of that level that the report does not say |
| place-is-not | `LEVEL @ DOCUMENT` | a place that is not theirs, whatever else in the report seems to say so |
| body-is | `BODY @ DOCUMENT` | the name of the body that is meant |
| is, is-not | a person in a report | the id of an entry of the user's list (`extract.people_list`) |
| was-present | a person in a report | a meeting's name, or nothing where there is one; `quote` proves it |
| was-not-present | a person in a report | a meeting's name, or nothing for all |
| role-is | a person in a report | a role |
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from extract.csv_rows import parse_table, read_text
from extract.folding import fold
from extract.people_list import PeopleList
from extract.records import PRESENT

COLUMNS = ("verb", "subject", "object", "quote", "reason", "author", "date")
SAME = {"same": "not-same", "same-meeting": "not-same-meeting", "same-body": "not-same-body"}
"""Verbs that join two of one kind, each with the verb that parts them."""
PAIRS = frozenset({*SAME, *SAME.values()})
VERBS = (
    *SAME,
    *SAME.values(),
    *("rename", "drop", "place-is", "place-is-not", "body-is", "was-present", "was-not-present", "role-is"),
    *("is", "is-not"),
)
LEVELS = frozenset({"provincial", "municipal", "county", "township"})
PLACED = frozenset({"place-is", "place-is-not"})
NO_OBJECT = frozenset({"drop"})
FREE_OBJECT = frozenset({"was-present", "was-not-present"})


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
    """One row of the file. `line` is its line there; `other` is the object where that is a `NAME @ DOCUMENT` too."""

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
    text = read_text(path)
    return parse_decisions(text) if isinstance(text, str) else Decisions(bad=(BadRow(*text),))


def parse_decisions(text: str) -> Decisions:
    """Read decisions from CSV text: bad rows are named, and rows that contradict one another are none of them applied."""
    from extract.contradictions import contradictions

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
