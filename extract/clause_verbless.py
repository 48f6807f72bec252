"""Acts of sentences without a verb of their own: a list that goes on, a speaker's turn."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.clause_act import Act
from extract.frame_rows import Frame
from extract.list_fields import with_fields
from extract.list_record import LIST_KINDS, Entry
from extract.lists import read_list

GOES_ON = Frame(id="others-inverted", role="attended", voice="inverted", strength="weak", object="none")
APPEAL = Frame(id="say", role="spoke", voice="active", strength="soft", object="none")
LISTED_ON = 2  # people whom a sentence without a verb names at least, if it goes on a list
TURN_WORDS = 5  # chunks: fewer are a line of a table


def list_goes_on(text: str, chunks: Sequence[Chunk]) -> list[Act]:
    """Read more of those present behind a list of them: 'Ann Bell (Health), Peter Lund (Trade) and Musa Moss.'."""
    names = [chunk for chunk in chunks if chunk.kind == "name"]
    if len(names) < LISTED_ON or chunks[0].kind not in ("name", "post") or chunks[-1].text != ".":
        return []
    if any(chunk.kind not in LIST_KINDS for chunk in chunks[:-1]) or "comma" not in [c.kind for c in chunks]:
        return []
    entries = with_fields(text, chunks[0].start, read_list(text, chunks[:-1]))
    return [_act(GOES_ON, entries, chunks[0].start, chunks[0].start)]


def turn_of(text: str, chunks: Sequence[Chunk]) -> list[Act]:
    """Read a speaker's turn, whose name opens the line before a colon and a sentence: 'Mr. Moss: They will break down.'."""
    if len(chunks) < TURN_WORDS or chunks[0].kind != "name" or chunks[1].kind != "colon":
        return []
    entries = read_list(text, [chunks[0]])
    return [_act(APPEAL, entries, chunks[1].start, chunks[1].end)]


def _act(frame: Frame, entries: tuple[Entry, ...], start: int, end: int) -> Act:
    return Act(role=frame.role, strength=frame.strength, rule=frame.id, entries=entries, start=start, end=end)
