"""The day at the head of minutes: the one full date of the lines above the list of those present."""

from __future__ import annotations

import re

from corpus.records import Document
from extract.dates_find import find_dates
from extract.heading_words import headings_of

HEAD = 700  # letters in which minutes say when they were taken
LINES = 12
LINE = 170  # letters of a heading
ELSE = re.compile(
    r"\b(?:approved?|adopted|draft|drafted|posted|published|updated|previous|last (?:meeting|updated)|next meeting|minutes of (?:the )?\d|corrected|revised|"
    r"printed|distributed|submitted|uploaded)\b",
    re.IGNORECASE,
)
"""What dates of a heading besides the meeting's own tell."""


def day_at_head(document: Document) -> str:
    """The EDTF day of the heading, '' where none or several stand there."""
    text = document.text
    headings = headings_of(text[: 4 * HEAD])
    stop = min(HEAD, headings[0].at) if headings else HEAD
    found: dict[str, None] = {}
    at = 0
    for line in text[:stop].split("\n")[:LINES]:
        if len(line) <= LINE and not ELSE.search(line):
            found |= {
                date.edtf: None
                for date in find_dates(text, at, at + len(line))
                if date.kind == "full" and date.edtf
            }
        at += len(line) + 1
    return next(iter(found)) if len(found) == 1 else ""
