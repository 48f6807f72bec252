"""What a verb says: people in a role, and how (by video, on behalf of another)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.needed import guarded, small
from extract.chunk_record import Chunk
from extract.clause_object import object_fits, object_of
from extract.frames import FrameHit
from extract.list_fields import with_fields
from extract.list_record import Entry

OBSERVED = guarded(
    r"\bas (?:a |an )?(?:non-?\s?voting|observer)|\bwithout (?:the right to )?vot|\bsat in\b(?! the (?:main|sub|branch|front|first|second|third|back|middle|audience|hall|rows?|chair))|\bas observers\b|\bnon-?voting (?:delegate|participant|attende|capacity)",
    re.IGNORECASE,
)
VIDEO = guarded(
    r"\b(?:by|via|through|over|on) (?:the )?(?:video|telephone|phone|zoom|teams|webex|conference call)\b|\bonline\b|\bremotely\b|\bvirtually\b",
    re.IGNORECASE,
)
BEHALF = guarded(r"\bon behalf of\b|\brepresenting\b|\bentrusted by\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """People in a role, as one clause says it. `gathering` is the gathering named as the verb's object, if any."""

    role: str
    strength: str
    rule: str
    entries: tuple[Entry, ...]
    start: int
    end: int
    gathering: Chunk | None = None
    carried: bool = False
    perfect: bool = False
    qualifiers: tuple[str, ...] = ()


def acts_at(
    text: str, chunks: Sequence[Chunk], at: int, hit: FrameHit, entries: Sequence[Entry], *, carried: bool
) -> list[Act]:
    if not entries:
        return []
    verb = chunks[at]
    gathering = object_of(chunks, at)
    if not object_fits(hit.frame, chunks, at, gathering):
        return []
    tail = tail_of(text, chunks, at)
    low = small(tail)
    observed = OBSERVED.found_in(tail, low)
    role = "observed" if observed and hit.frame.role == "attended" else hit.frame.role
    qualifiers = []
    if VIDEO.found_in(tail, low):
        qualifiers.append("by video")
    if BEHALF.found_in(tail, low):
        qualifiers.append("on behalf of another")
    also = ("observed",) if observed and role in ("reported", "spoke") else ()
    return [
        Act(
            role=each,
            strength=hit.frame.strength,
            rule=hit.frame.id,
            entries=with_fields(text, chunks[0].start, entries),
            start=verb.start,
            end=verb.end,
            gathering=gathering,
            carried=carried,
            perfect=hit.perfect or _background(chunks, at, hit),
            qualifiers=tuple(qualifiers),
        )
        for each in (role, *also)
    ]


def _background(chunks: Sequence[Chunk], at: int, hit: FrameHit) -> bool:
    """'who are attending a training class': what the people were doing besides, not what is reported."""
    before = [chunk.kind for chunk in chunks[max(0, at - 3) : at]]
    return hit.gerund and "who" in before and "auxiliary" in before


def tail_of(text: str, chunks: Sequence[Chunk], at: int) -> str:
    stop = next(
        (n for n in range(at + 1, len(chunks)) if chunks[n].kind in ("verb", "semicolon")), len(chunks)
    )
    return text[chunks[at].start : chunks[stop - 1].end]
