"""Acts of sentences without a verb of their own: a list that goes on, a speaker's turn."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.clause_act import Act
from extract.frames import Frame
from extract.list_fields import with_fields
from extract.list_record import LIST_KINDS
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
    return [
        Act(
            role=GOES_ON.role,
            strength=GOES_ON.strength,
            rule=GOES_ON.id,
            entries=entries,
            start=chunks[0].start,
            end=chunks[0].start,
        )
    ]


def turn_of(text: str, chunks: Sequence[Chunk]) -> list[Act]:
    """Read a speaker's turn, whose name opens the line before a colon and a sentence: 'Mr. Moss: They will break down.'."""
    if len(chunks) < TURN_WORDS or chunks[0].kind != "name" or chunks[1].kind != "colon":
        return []
    entries = read_list(text, [chunks[0]])
    return [
        Act(
            role=APPEAL.role,
            strength=APPEAL.strength,
            rule=APPEAL.id,
            entries=entries,
            start=chunks[1].start,
            end=chunks[1].end,
        )
    ]
