"""Lines that open a part of the talk: 'PUBLIC COMMENT', 'Approval of minutes'; no list of people goes on behind one."""

from __future__ import annotations

import re
from functools import cache

from corpus.textrules import rule_rows

LINE = re.compile(
    r"\n[ \t]*(?:(?:\d{1,2}|[A-Z]|[IVX]{1,4})[.)][ \t]+)?(?P<words>[A-Z][^\n:;,.()\d]{4,50}?)[ \t]*[:.]?[ \t]*(?=\n)"
)
SMALL = frozenset(["OF", "TO", "AND", "THE", "FOR", "ON", "FROM", "&", "/", "-"])
LISTS = frozenset(
    [
        "RE",
        "PRESENT",
        "ABSENT",
        "ATTENDANCE",
        "EXCUSED",
        "GUESTS",
        "REGRETS",
        "VISITORS",
        "OBSERVERS",
        "PRESIDING",
        "APOLOGIES",
        "ROLL",
        "QUORUM",
    ]
)
"""Agenda words that head a list of people themselves."""


def agenda_line(text: str, start: int, limit: int) -> int:
    """Where the first such line behind `start` begins; `limit` where none does."""
    for line in LINE.finditer(text, start, limit):
        words = line["words"].upper().replace("’", "'").split()
        if all(word in SMALL or word in _agenda() or word in _beside() for word in words) and any(
            word in _agenda() and word not in LISTS for word in words
        ):
            return line.start()
    return limit


@cache
def _agenda() -> frozenset[str]:
    return _of_kind("agenda")


@cache
def _beside() -> frozenset[str]:
    return _of_kind("beside")


def _of_kind(kind: str) -> frozenset[str]:
    return frozenset(
        word for row in rule_rows("agenda.csv") if row["kind"] == kind for word in row["words"].split()
    )
