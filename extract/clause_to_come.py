"""Role verbs that tell of no deed done yet, or done elsewhere: what is planned, whom somebody sends, where somebody has gone."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.frames import FrameHit
from extract.list_record import Entry

PLANNED = re.compile(
    r"\b(?:scheduled|planned|expected|slated|due|set)\b[^.;]{0,80}\bto (?:hold|convene|host|meet|organi[sz]e)\b|"
    r"\bwill (?:hold|convene|host|organi[sz]e)\b",
    re.IGNORECASE,
)
LEAVE = re.compile(
    r"\b(?:approv|allow|permit|authori[sz]|nominat|invit|select|appoint|urg|direct|instruct|want)(?:ed|s|ing)? (?:the )?$",
    re.IGNORECASE,
)
AWAY = re.compile(
    r"\b(?:away|absent|absence|abroad|out of (?:the )?(?:country|town|station)|on leave|standing[- ]in for|left for|leaves for|flew to|travel\w* to)\b",
    re.IGNORECASE,
)
TO_COME = re.compile(r"\b(?:will|shall|would)\b", re.IGNORECASE)
SET_TO = re.compile(
    r"^[^.;]*?, (?:will|shall|(?:is|are|was|were) (?:\w+ )?(?:scheduled|expected|set|due|slated|planned) to)\b",
    re.IGNORECASE,
)
"""Behind an aside that opens the clause: 'X, accompanied by Y, is scheduled to leave'."""
INVITED = re.compile(
    r"\b(?:invitations? (?:to|for)|(?:to|will|would|shall) (?:send|dispatch|welcome|receive|invite)|hop\w+ (?:to|that)|look\w* forward to)\b[^.;,]*$",
    re.IGNORECASE,
)
AHEAD = 160
REACH = 60  # letters in front of a name
AFTER_ABOVE = re.compile(
    r"\b(?:after|following) (?:the )?(?:national|central|state|provincial|regional|municipal|city['’]s|province['’]s) (?:[\w'’-]+ ){1,8}$",
    re.IGNORECASE,
)
"""In front of who chaired it: the meeting of those above, after which the one reported was held."""


def planned(text: str, chunks: Sequence[Chunk], at: int) -> bool:
    """'The council is scheduled to hold a meeting on Monday chaired by X': it has not been held."""
    return PLANNED.search(text, chunks[0].start, chunks[at].start) is not None


def held_elsewhere(text: str, chunks: Sequence[Chunk], at: int) -> bool:
    """'X is away to attend the summit hosted by Y', 'after the provincial meeting chaired by Y': not the gathering reported."""
    if AFTER_ABOVE.search(text, chunks[0].start, chunks[at].start):
        return True
    going = next((c for c in reversed(chunks[:at]) if c.kind == "verb"), None)
    if going is None or going.frame is None or not (going.frame.infinitive or going.frame.gerund):
        return False
    return AWAY.search(text, chunks[0].start, going.start) is not None


def given_leave(text: str, chunks: Sequence[Chunk], entries: Sequence[Entry], hit: FrameHit) -> bool:
    """'The cabinet approved X, secretary of the ministry, to attend the forum': X is to go there, and has not been."""
    if not hit.infinitive or not entries:
        return False
    first = min(entry.start for entry in entries)
    return LEAVE.search(text, max(chunks[0].start, first - REACH), first) is not None


def to_come(text: str, chunks: Sequence[Chunk], at: int) -> bool:
    """'Tomorrow the guest will go to the shrine, accompanied by X': nothing that has happened."""
    first = next((c.end for c in reversed(chunks[:at]) if c.kind in ("verb", "semicolon")), chunks[0].start)
    if SET_TO.search(text, chunks[at].end, min(chunks[-1].end, chunks[at].end + AHEAD)):
        return True
    return TO_COME.search(text, first, chunks[at].start) is not None


def is_invited(text: str, chunks: Sequence[Chunk], at: int) -> bool:
    """'an invitation to a delegation headed by X', 'plans to send a team led by X': nobody has come yet."""
    start = max(chunks[0].start, chunks[at].start - AHEAD)
    return INVITED.search(text, start, chunks[at].start) is not None
