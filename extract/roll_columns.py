"""Lists in columns: 'PRESENT:' and 'ABSENT:' side by side, or 'Present:' in the right half of the head of minutes."""

from __future__ import annotations

import re

from corpus.starts import matches_at, starts
from extract.list_record import Entry
from extract.roll_lines import line_parts
from extract.roll_record import trimmed

HEADS = re.compile(
    r"(?:(?<=\n)|(?<=^))[ \t]*(?P<left>(?:members |board |also )?present)[ \t]*:?[ \t]{3,}(?P<right>(?:members |also )?(?:absent|excused))[ \t]*:?[ \t]*(?=\n)",
    re.IGNORECASE,
)
RIGHT = re.compile(
    r"(?:(?<=\n)|(?<=^))(?P<left>[^\n:]{3,60}?)[ \t]{3,}(?P<right>(?:Members )?(?:Present|PRESENT|In Attendance|Attending|Attendees))[ \t]*:[ \t]+(?=\S)"
)
"""'Board of Selectmen        Present:   Ann Low': the list goes down the right half, the body, the day and the place down the left."""
GAP = re.compile(r"[ \t]{3,}")
Column = tuple[str, str, int, int, tuple[Entry, ...]]
"""The role and the heading of a column, where it starts and ends, and its entries."""


def _has_columns(text: str) -> bool:
    """Whether anything stands as far from what is before it as a column does."""
    return "   " in text or "\t" in text


def side_by_side(text: str) -> list[Column]:
    """Find the lists that stand beside each other, row by row up to the first cell that is no person."""
    out: list[Column] = []
    if not _has_columns(text):
        return out
    for head in matches_at(HEADS, text, starts(text)):
        left: list[Entry] = []
        right: list[Entry] = []
        middle = head.start("right") - (text.rfind("\n", 0, head.start("right")) + 1)
        at = end = head.end() + 1
        while at < len(text):
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            row = _row(text, at, stop, middle)
            if row is None:
                break
            left, right = left + row[0], right + row[1]
            at, end = stop + 1, stop
        if left:
            out.append(("attended", head["left"], head.start("left"), end, tuple(left)))
        if right:
            out.append(("absent", head["right"], head.start("left"), end, tuple(right)))
    return out


def right_half(text: str) -> list[Column]:
    """Find the list that stands in the right half of lines, a person a line, up to the first line without one there."""
    out: list[Column] = []
    if not _has_columns(text):
        return out
    for head in RIGHT.finditer(text):
        entries: list[Entry] = []
        edge = head.start("right") - head.start()
        at, end = head.end(), head.end()
        while at < len(text):
            stop = text.find("\n", at)
            stop = len(text) if stop < 0 else stop
            parts = line_parts(text, *trimmed(text, at, stop)) or []
            names = [name for part in parts for name in part.names]
            if len(names) != 1:
                break
            posts = tuple(p for part in parts for p in part.posts if not p.generic and not p.plural)
            entries.append(Entry(start=names[0].start, end=stop, name=names[0], posts=posts))
            end = stop
            cell = _right_cell(text, stop + 1, edge)
            if cell < 0:
                break
            at = cell
        if len(entries) > 1:
            out.append(("attended", head["right"], head.start("right"), end, tuple(entries)))
    return out


def _right_cell(text: str, start: int, edge: int) -> int:
    """Where the cell of the right half opens on the line at `start`; -1 where the line has none."""
    stop = text.find("\n", start)
    line = text[start : len(text) if stop < 0 else stop]
    gaps = [gap.end() for gap in GAP.finditer(line) if gap.end() < len(line)]
    return start + gaps[-1] if gaps and gaps[-1] >= edge else -1


def _row(text: str, start: int, stop: int, middle: int) -> tuple[list[Entry], list[Entry]] | None:
    """The people of one row, those of the left and those of the right; None where a cell is no person."""
    sides: tuple[list[Entry], list[Entry]] = ([], [])
    at = start
    cells = [(gap.start(), gap.end()) for gap in GAP.finditer(text, start, stop)]
    for a, b in [*cells, (stop, stop)]:
        first, last = trimmed(text, at, a)
        side = 1 if at - start >= middle * 2 // 3 else 0
        at = b
        if first >= last:
            continue
        parts = line_parts(text, first, last) or []
        names = [name for part in parts for name in part.names]
        if len(names) != 1:
            return None
        posts = tuple(p for part in parts for p in part.posts if not p.generic and not p.plural)
        sides[side].append(Entry(start=first, end=last, name=names[0], posts=posts))
    return sides if any(sides) else None
