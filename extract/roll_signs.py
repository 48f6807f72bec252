"""The signs that divide a line of an attendance list."""

from __future__ import annotations

import re

from extract.names_firms import in_firm
from extract.names_suffix import SUFFIX
from extract.roll_couples import couple_at
from extract.roll_parts import part_at
from extract.roll_record import trimmed

SIGN = re.compile(r"[;,]\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+|\.\s+Also(?: present)?:\s+")


def signs_in(text: str, start: int, end: int, kinds: str) -> list[tuple[int, int]]:
    """Find where the signs of `kinds` divide a line, outside brackets and not before 'Jr.'; 'and' only between people."""
    out: list[tuple[int, int]] = []
    depth = 0
    at = start
    for sign in SIGN.finditer(text, start, end):
        between = text[at : sign.start()]
        opened, closed = between.count("(") + between.count("["), between.count(")") + between.count("]")
        depth = max(0, depth + opened - closed)
        at = sign.start()
        if (
            depth
            or sign.group().strip()[0] not in kinds
            or SUFFIX.match(text, sign.start(), end)
            or in_firm(text, sign.start(), sign.start() + 1)
        ):
            continue
        if sign.group().strip() in ("and", "&") and not _joins(text, sign.start(), sign.end(), start, end):
            continue
        out.append((sign.start(), sign.end()))
    return out


def _joins(text: str, left: int, right: int, start: int, end: int) -> bool:
    """Whether 'and' stands between people and not inside a post: 'Ann Low and Carl Moss', not 'Clerk and Treasurer'."""
    before = max(text.rfind(",", start, left), text.rfind(";", start, left), start - 1) + 1
    stops = [n for n in (text.find(",", right, end), text.find(";", right, end)) if n >= 0]
    if couple_at(text, *trimmed(text, before, min([*stops, end]))):
        return False
    first = part_at(text, *trimmed(text, before, left))
    second = part_at(text, *trimmed(text, right, min([*stops, end])))
    if first is None or second is None or not second.names:
        return False
    held = bool(first.posts) and not first.plural and first.names and first.names[-1].style != "single"
    return not held or second.names[-1].style != "single"  # 'Ann Low, Director of Strategy and Delivery'
