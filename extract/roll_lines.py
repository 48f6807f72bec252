"""A line of an attendance list, read where each part of it is understood."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.names_firms import firm_at
from extract.roll_order import in_order
from extract.roll_parts import part_at
from extract.roll_posts import post_at
from extract.roll_record import Part, trimmed
from extract.roll_runs import by_address
from extract.roll_segments import name_and_post, segment_parts, with_affiliation
from extract.roll_signs import signs_in

NOBODY = re.compile(
    r"\W*(?:none|nil|n/?a|-+|no one|nobody|no apologies|no (?:working )?(?:rep|representative|member|cc|quorum)s?|vacant|vacancy)\W*",
    re.IGNORECASE,
)
LABEL = re.compile(r"[A-Z][^:;\n]{1,60}:[ \t]+(?=\S)")
MANY = 3  # semicolons of a line whose every segment is a person
MARK = re.compile(r"(?:(?<=\s)|(?<=^))[xX✓✔☒☑] (?=[A-Za-z])")
CALLED = re.compile(r",\s*(here|present|absent|excused)$", re.IGNORECASE)
"""What somebody answered, or did not, when the roll was called."""
ITEM = re.compile(r"\s*(?:(?:Present|PRESENT)[ \t]+[-–][ \t]+)?(?:\d{1,2}[.)]|[a-z][.)]|[*•·●▪–-])?\s*")


def line_parts(text: str, start: int, end: int) -> list[Part] | None:
    """Read the parts of one line; None where one of them is not understood."""
    item = ITEM.match(text, start, end)
    start = item.end() if item else start
    if NOBODY.fullmatch(text, start, end):
        return [Part(start, end)]
    parts = _parted(text, start, end)
    if parts is None:
        parts = marked(text, start, end) or by_address(text, start, end)
    if parts is None and (label := LABEL.match(text, start, end)):
        # 'Select Board: Ann Low, Carl Moss', 'Elm Ward: no one'
        empty = NOBODY.fullmatch(text, label.end(), end) is not None
        parts = [Part(start, end)] if empty else _parted(text, label.end(), end)
        office = post_at(
            text, label.start(), label.end() - len(label.group().lstrip("\n").partition(":")[2]) - 1
        )
        if parts and office is not None and office.end - office.start > 3:
            parts = [
                replace(part, posts=[replace(office, plural=False)])
                if part.names and not part.posts
                else part
                for part in parts
            ]
    return parts


def marked(text: str, start: int, end: int) -> list[Part] | None:
    """Read 'x Mayor Low x Council Member Carl Moss': a mark before each of those who are there."""
    marks = [match.end() for match in MARK.finditer(text, start, end)]
    if not marks or text[start : marks[0]].strip(" xX✓✔☒☑"):
        return None
    parts: list[Part] = []
    for at, stop in zip(marks, [*marks[1:], end], strict=True):
        part = part_at(text, *trimmed(text, at, len(text[:stop].rstrip(" xX✓✔☒☑")) if stop < end else end))
        if part is not None and len(part.names) == 1:
            parts.append(part)
    return parts or None


def _parted(text: str, start: int, end: int) -> list[Part] | None:
    """The parts of a line between its semicolons and commas."""
    parts: list[Part] = []
    at = start
    signs = signs_in(text, start, end, ";.")
    for stop, following in [*signs, (end, end)]:
        a, b = trimmed(text, at, stop)
        at = following
        if a >= b:
            continue
        if ((firm := firm_at(text, a, b)) and not text[firm:b].strip(" ,.")) or (
            firm and post_at(text, firm, b)
        ):
            parts.append(Part(a, b, aside=True))
            continue
        if signs and (called := CALLED.search(text, a, b)):
            # 'Mrs. Moss, here; Mr. Low, absent'
            person = segment_parts(text, *trimmed(text, a, called.start()))
            if person is not None and sum(len(part.names) for part in person) == 1:
                told = "attended" if called.group(1).lower() in ("here", "present") else "absent"
                parts += [
                    replace(part, status=part.status or told) if part.names else part for part in person
                ]
                continue
        segment = name_and_post(text, a, b) if len(signs) >= MANY else None
        segment = segment or segment_parts(text, a, b) or (with_affiliation(text, a, b) if signs else None)
        if segment is None:
            return None
        parts += segment
    return in_order(parts)


def post_alone(text: str, start: int, end: int) -> list[Part] | None:
    """Read a line that holds the post of whoever stands on the line above, and nothing else."""
    comma = text.find(",", start, end)
    opening = part_at(text, *trimmed(text, start, comma)) if comma > 0 else None
    part = part_at(text, *trimmed(text, start, end))
    if opening is not None and opening.names:
        return None
    alone = part is not None and not part.names and bool(part.posts) and not part.plural
    return [part] if part is not None and alone else None
