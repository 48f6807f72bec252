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

from dataclasses import dataclass, field

from extract.folding import fold
from extract.people_list import PeopleList

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
