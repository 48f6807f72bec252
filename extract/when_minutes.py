"""The day at the head of minutes: the one full date of the lines above the list of those present."""

from __future__ import annotations

import re

from corpus.records import Document
from extract.dates_find import find_dates
from extract.heading_words import headings_of

HEAD = 700  # letters in which minutes say when they were taken
LINES = 12
NEAR = 40  # letters before a date that can tell what it is the day of
LONG = 160  # letters of 'Minutes of the meeting of the ... held on'
LINE = 240  # letters of a heading
ELSE = re.compile(
    r"(?:\b|(?<=[a-z]))(?:[Aa]pproved?|adopted|draft|drafted|posted|published|updated|previous|last (?:meeting|updated)|next meeting|minutes of (?:the )?\d|corrected|revised|"
    r"printed|distributed|submitted|uploaded)\b",
    re.IGNORECASE,
)
"""What dates of a heading besides the meeting's own tell."""

BEFORE_PASSED = re.compile(
    r"\b(?:[Mm]inutes|MINUTES) (?:of|from|for)(?: the| our)?(?: last)?(?: meeting(?: of| held(?: on)?)?)? ?$"
)
PASSED = re.compile(
    r"[^\n]{0,60}\b(?:approved?|accepted|adopted|amended|corrected|read|were|was|circulated)\b"
)
"""'Minutes of the 2 May meeting were approved' tells the day of an earlier one."""
LABEL = re.compile(
    r"(?:^|\n)[ \t]*(?:(?:Meeting )?Date(?: of (?:the )?[Mm]eeting)?|DATE|Held(?: on)?|Date/Time|Date and [Tt]ime)[ \t]*:[ \t]*(?:[A-Z][a-z]+day,? )?$"
)

HELD = re.compile(
    r"\b(?:Minutes|MINUTES) (?:of|OF) (?:the |a |THE |A )?[^\n.;:]{0,60}\b(?:[Mm]eeting|MEETING)\b[^\n.;:]{0,60}\b(?:held|HELD)(?: at \d{1,2}[.:]\d\d ?[ap]\.?m\.?)?(?: on| ON)?(?: the| THE)?(?: [A-Za-z]+day,?)? $"
)
"""'24 June 2015 ... Minutes of the meeting of the Committee held on 12 March 2015': which of several days it was."""


def full_day_of(document: Document, day: str) -> str:
    """'2004-01-05' for 'XXXX-01-05' where the head of the page states that day once in full; '' else."""
    dates = find_dates(document.text, 0, min(len(document.text), 2 * HEAD))
    full = {date.edtf for date in dates if date.kind == "full" and date.edtf[4:] == day[4:]}
    return full.pop() if len(full) == 1 and day.startswith("XXXX-") else ""


def day_at_head(document: Document) -> str:
    """The EDTF day of the heading, '' where none or several stand there."""
    text = document.text
    headings = headings_of(text[: 4 * HEAD])
    stop = min(HEAD, headings[0].at) if headings else HEAD
    found: dict[str, None] = {}
    at = 0
    for line in text[:stop].split("\n")[:LINES]:
        for date in find_dates(text, at, at + len(line)) if len(line) <= LINE else ():
            told = ELSE.search(text, max(at, date.start - NEAR), date.start)
            if (
                date.kind == "full"
                and date.edtf
                and told is None
                and not of_earlier(text, date.start, date.end)
            ):
                found[date.edtf] = None
        at += len(line) + 1
    return next(iter(found)) if len(found) == 1 else ""


def of_earlier(text: str, start: int, end: int) -> bool:
    """Whether the date at `start:end` is that of an earlier meeting, whose minutes this one approved."""
    named = BEFORE_PASSED.search(text, max(0, start - NEAR), start)
    return named is not None and PASSED.match(text, end) is not None


def day_held(document: Document) -> str:
    """The one day that the head of minutes calls the day of the meeting: 'Minutes of the meeting of the Board held on 3 May 2020'; '' else."""
    text = document.text
    held = {
        date.edtf
        for date in find_dates(text, 0, min(len(text), HEAD))
        if date.kind == "full" and date.edtf and HELD.search(text, max(0, date.start - LONG), date.start)
    } or {
        date.edtf
        for date in find_dates(text, 0, min(len(text), HEAD))
        if date.kind == "full" and date.edtf and LABEL.search(text, max(0, date.start - NEAR), date.start)
    }
    return held.pop() if len(held) == 1 else ""
