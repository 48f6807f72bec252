"""Those between whom a gathering is told to have been: 'The talks between X and Y ended on Monday', 'at a meeting between X and Y'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.clause_act import Act
from extract.list_record import Entry
from extract.side_after import list_after

RULE = "meet"
TOOK_PLACE = re.compile(
    r"[^.;]{0,90}?(?<!not )\b(?:took place|(?:was|were) (?:also )?(?:held|convened)|ended|concluded|opened|began|started|lasted|kicked off|got under ?way|wrapped up|closed)\b",
    re.IGNORECASE,
)
WAS_HELD = re.compile(
    r"(?: (?:was|were) (?:also )?(?:held|convened)| took place)\b[^.;]{0,90}$", re.IGNORECASE
)
DURING = re.compile(
    r"\b(?:at|during|in the course of) (?:the |an? |their |today['’]s )?(?:[a-z-]+ ){0,2}$", re.IGNORECASE
)
AFTER = re.compile(
    r"\b(?:after|following) (?:the |an? |their |today['’]s )?(?:[a-z-]+ ){0,2}$", re.IGNORECASE
)
NEWS = re.compile(r"\b(?:today|yesterday|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)\b")
UNMET = re.compile(
    r"\b(?:will|would|to be|should|may|might|could|cancell?ed|postponed|planned|scheduled|possible|no|since|the (?:last|previous|first|earlier|next))\b",
    re.IGNORECASE,
)
REACH = 60  # letters in front of a gathering
SIDES = 2  # people between whom something can be


def met_between(text: str, chunks: Sequence[Chunk], acts: Sequence[Act]) -> list[Act]:
    """Return an act for the two sides of a gathering that the sentence tells to have been held."""
    if not chunks or "between" not in text[chunks[0].start : chunks[-1].end].lower():
        return []
    taken = {entry.start for act in acts for entry in act.entries}
    out: list[Act] = []
    for at, chunk in enumerate(chunks):
        if chunk.text.lower() != "between":
            continue
        gathering = next((c for c in reversed(chunks[:at]) if c.kind in ("gathering", "name", "verb")), None)
        if gathering is None or gathering.kind != "gathering":
            continue
        entries, stop = list_after(text, chunks, at)
        people = tuple(entry for entry in entries if entry.name)
        if len(people) < SIDES or any(entry.start in taken for entry in people):
            continue
        if _happened(text, chunks, gathering, chunk, stop):
            out.append(_act(gathering, people))
    return out


def _act(gathering: Chunk, people: tuple[Entry, ...]) -> Act:
    return Act(
        role="attended",
        strength="strong",
        rule=RULE,
        entries=people,
        start=gathering.start,
        end=gathering.end,
        gathering=gathering,
    )


def _happened(text: str, chunks: Sequence[Chunk], gathering: Chunk, between: Chunk, stop: int) -> bool:
    """Whether the sentence says so: 'ended', 'was held', 'at the meeting between', 'after talks between ... on Friday'."""
    first, last = chunks[0].start, chunks[-1].end
    clause = max(first, gathering.start - REACH)
    clause = max(clause, text.rfind(", ", clause, gathering.start))
    comma = text.find(", ", stop, last)
    if UNMET.search(text, clause, comma if comma > 0 else last):
        return False
    if WAS_HELD.match(text, gathering.end, between.start):
        return True
    if gathering.end + 1 < between.start:
        return False
    if TOOK_PLACE.match(text, stop, last):
        return True
    before = text[max(first, gathering.start - REACH) : gathering.start]
    if DURING.search(before):
        return True
    return AFTER.search(before) is not None and NEWS.search(text, first, last) is not None
