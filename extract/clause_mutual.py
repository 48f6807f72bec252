"""Verbs with people on both sides: 'X met with Y', 'X and Y met'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.chunk_record import Chunk
from extract.clause_verbless import APPEAL
from extract.delegations import called_by_delegation, receives_delegation
from extract.frame_rows import Frame
from extract.frames import FrameHit
from extract.list_record import Entry
from extract.side_after import list_after
from extract.side_where import circumstances
from extract.side_words import BETWEEN

TOGETHER = (
    "engaged",
    "met",
    "meet",
    "held",
    "holds",
    "had",
    "conferred",
    "discussed",
    "spoke",
    "talked",
    "exchanged",
)  # 'X and Y met in Apia'
PAID_VISIT = re.compile(r"(?:paid|made) an? (?:\w+ )?visit", re.IGNORECASE)
SPEAK = Frame(id="speak", role="spoke", voice="active", strength="strong", object="none")
VISIT = Frame(id="inspect", role="led", voice="active", strength="visit", object="none")
WITH_FRAMES = frozenset(["take-chair", "present", "at-head"])
"""'With the Mayor in the chair', 'with X in attendance'."""


def both_sides(
    text: str, chunks: Sequence[Chunk], at: int, hit: FrameHit, entries: tuple[Entry, ...], *, adjacent: bool
) -> tuple[FrameHit, tuple[Entry, ...], int | None]:
    """Read who met: the frame that tells it, the people, and where a list behind the verb ends, if it belongs to the verb."""
    words = chunks[at].text.lower()
    others, behind = list_after(text, chunks, at, where=True)
    reached: int | None = behind
    if _belongs_to_chair(chunks, behind):
        others, reached = (), None  # 'met on Saturday with the Mayor in the chair'
    if entries and not others and words.startswith("called"):
        return replace(hit, frame=APPEAL), entries, reached  # 'called on the bureaus to act'
    if entries and not others and PAID_VISIT.match(words):
        return replace(hit, frame=VISIT), entries, reached
    unnamed = receives_delegation(chunks, at) or "with" in words or _with_guests(text, chunks, at)
    if _alone(entries) and not others and words.startswith("spoke"):
        return replace(hit, frame=SPEAK), entries, reached  # 'X spoke via video link' to those who sat there
    unnamed = unnamed or words.endswith(("cabinet", "ministers"))  # 'met his cabinet'
    guests = others or unnamed or words.startswith(("paid", "accept"))
    together = words.startswith(TOGETHER) and sum(bool(e.name) for e in entries) > 1
    met = adjacent or called_by_delegation(chunks, at)
    stated = (entries or (met and others)) and (guests or together)
    return hit, (*entries, *others) if stated else (), reached


def _alone(entries: tuple[Entry, ...]) -> bool:
    return sum(bool(entry.name) for entry in entries) == 1


def _with_guests(text: str, chunks: Sequence[Chunk], at: int) -> bool:
    """'met Thursday evening with a delegation from B': guests behind the place and the time, nobody of them named."""
    first = circumstances(text, chunks, at + 1)
    return first > at + 1 and chunks[first].text.lower() == "with" and receives_delegation(chunks, first)


def _belongs_to_chair(chunks: Sequence[Chunk], reached: int) -> bool:
    passed = (*BETWEEN, "comma")
    following = next((c for c in chunks if c.start >= reached and c.kind not in passed), None)
    return following is not None and following.frame is not None and following.frame.frame.id in WITH_FRAMES
