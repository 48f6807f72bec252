"""Tables of members with a mark for who came: 'Member  Term  P/A', 'Name | Present | Absent' with an X in one of the columns."""

from __future__ import annotations

import re
from typing import NamedTuple

from corpus.needed import guarded
from extract.list_record import Entry
from extract.roll_columns import Column
from extract.roll_lines import line_parts
from extract.roll_record import trimmed

CELL = re.compile(r"[^\t|\n]+?(?=[ ]{2,}|[ ]*[\t|\n]|$)")
HEAD = guarded(
    r"(?<=\n)[ \t|]*(?:(?:Board |Committee |Commission |Council |Attendee |Voting )?(?:Members?|Names?|MEMBERS?|NAMES?|Attendees?)|Director|Trustee|Senator|Commissioner|Councillor)(?: Names?)?(?:[ ]{2,}|[ ]*[\t|])[^\n]*\b(?:P/A|PRESENT|Present|ABSENT|Absent|Attendance|ATTENDANCE|Attended|In Attendance)\b[^\n]*(?=\n)"
)
"""The row that heads the columns."""
PRESENT = re.compile(
    r"p|present|x|✓|✔|√|☒|☑|y|yes|here|attended|v|virtual|remote|zoom|phone|late|l|\*", re.IGNORECASE
)
ABSENT = re.compile(
    r"a|absent|e|ex|excused|ae|ea|ua|unexcused|n|no|apologies|apology|regrets|o", re.IGNORECASE
)
EITHER = re.compile(r"p/a|attendance|status|roll call", re.IGNORECASE)
FEWEST = 2  # rows of a table


class Cell(NamedTuple):
    """A cell of a row; `number` counts the tabs and strokes before it, `middle` is its place on the line."""

    start: int
    end: int
    number: int
    middle: float


def marked_tables(text: str) -> list[Column]:
    """Find the tables, row by row up to the first that names nobody; people without a plain mark are left out."""
    out: list[Column] = []
    for head in HEAD.finditer(text):
        columns = cells(text, head.start(), head.end())
        rows: dict[str, list[Entry]] = {"attended": [], "absent": []}
        at = end = head.end() + 1
        while at < len(text):
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            if text[at:stop].strip(" |\t-:+="):
                entry = _row(text, columns, cells(text, at, stop))
                if entry is None:
                    break
                rows[entry.status].append(entry) if entry.status else None
                end = stop
            at = stop + 1
        if sum(map(len, rows.values())) >= FEWEST:
            out += [
                (role, "members", head.start(), end, tuple(entries))
                for role, entries in rows.items()
                if entries
            ]
    return out


def cells(text: str, start: int, end: int) -> list[Cell]:
    """The cells of a line, divided by tabs, strokes or two spaces."""
    out = []
    for found in CELL.finditer(text, start, end):
        a, b = found.start() + len(found.group()) - len(found.group().lstrip()), found.end()
        if a < b:
            number = text.count("\t", start, a) + text.count("|", start, a)
            out.append(Cell(a, b, number, (a + b) / 2 - start))
    return out


def _row(text: str, columns: list[Cell], row: list[Cell]) -> Entry | None:
    """The person of a row, with the status that its mark tells: '' where it has none, or not plainly."""
    labelled = len(row) == 1 and ":" in text[row[0].start : row[0].end]  # 'Staff: Ann Low'
    parts = None if labelled else line_parts(text, *trimmed(text, row[0].start, row[0].end))
    names = [name for part in parts or [] for name in part.names]
    if len(names) != 1 or names[0].style == "single":
        return None
    told = {status for cell in row[1:] if (status := _status(text, columns, cell))}
    posts = tuple(p for part in parts or [] for p in part.posts if not p.generic and not p.plural)
    status = told.pop() if len(told) == 1 else ""
    return Entry(start=names[0].start, end=row[0].end, name=names[0], posts=posts, status=status)


def _status(text: str, columns: list[Cell], cell: Cell) -> str:
    """What a cell tells: an X says what the head of its column says, a P or an A speaks for itself."""
    mark = text[cell.start : cell.end].strip(" .")
    if not (PRESENT.fullmatch(mark) or ABSENT.fullmatch(mark)):
        return ""
    ruled = any(column.number for column in columns)
    same = [column for column in columns if ruled and column.number == cell.number]
    column = same[0] if same else min(columns, key=lambda column: abs(column.middle - cell.middle))
    head = text[column.start : column.end].strip().lower()
    if head.startswith(("absent", "excused", "not present")):
        return "" if mark.lower() in ("n", "no", "o") else "absent"
    if head.startswith(("present", "attended", "in attendance")) or EITHER.fullmatch(head):
        return "attended" if PRESENT.fullmatch(mark) else "absent"
    return ""
