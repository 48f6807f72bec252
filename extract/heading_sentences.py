"""Sentences that bring in a list as a heading does: 'Those who answered the roll were', 'Present were'."""

from __future__ import annotations

import re

from corpus.needed import guarded
from corpus.starts import CLAUSE
from extract.heading_record import HOW, Heading, tried_behind

TOLD = guarded(
    r"(?:(?<=\n)|(?<=^)|(?<=[.:;] ))[ \t]*(?P<words>(?:also |others? |members |those |staff |trustees |guests |visitors |senators |commissioners |councill?ors |directors |supervisors |representatives )?(?P<how>present|in attendance|attending|absent|excused)"
    r"(?: (?:during|for|at|by|via|on|from|in) [^\n.:;,]{1,60}?)? (?:were|was|included?))(?: the following)?:? ",
    re.IGNORECASE,
)
"""'Also present during the meeting were A, B; C, D': a sentence whose list may be read as one under a heading."""
ROLLED = guarded(
    r"\b(?:(?:a|the) (?P<words>(?:roll|role)[- ]call)(?: of (?:the )?\w+)?: |(?P<called>called (?:the )?roll)[.:;] {1,3})(?=[A-Z])"
)
"""'The Chair opened the meeting, followed by a roll call: A, B and C.'"""
UNSIGNED = guarded(
    r"(?:(?<=\n)|(?<=^))[ \t*]*(?P<words>(?:Board [Mm]embers|Members|Directors|Trustees|Commissioners|Attendees|Participants|Guests|Present|PRESENT|In attendance|Attending)(?: [Pp]resent)?)(?: ?[\[(][^\])\n]{1,40}[\])])?[ \t]+(?!Present|Absent|Excused|In [Aa]ttendance)(?=[A-Z][a-z])"
)
"""'Board Members Ann Low, Carl Moss, Ida Fell' on a line of their own, without a sign; whether it is a list, the list shows."""


def told_lists(text: str) -> list[Heading]:
    """Find the sentences that bring in a list as a heading does; whether they do, the list shows."""
    return (
        [
            Heading(m.start(), m.start("words"), m.end(), m["words"], HOW[m["how"].lower()])
            for m in tried_behind(TOLD, text, CLAUSE)
        ]
        + [
            Heading(m.start(), m.start("words"), m.end(), m["words"], "attended")
            for m in tried_behind(UNSIGNED, text)
        ]
        + [
            Heading(m.start(), m.start(m.lastgroup), m.end(), m[m.lastgroup], "attended")
            for m in ROLLED.finditer(text)
            if m.lastgroup is not None
        ]
    )
