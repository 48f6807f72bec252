"""One sentence while its verbs are read: its acts so far, and what the next verb may share."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.clause_act import Act, acts_at
from extract.clause_verbless import turn_of
from extract.frames import FrameHit
from extract.list_record import Entry


class ClauseReader:
    """One sentence while its verbs are read from left to right."""

    def __init__(self, text: str, chunks: Sequence[Chunk]) -> None:
        self.text = text
        self.chunks = chunks
        self.acts: list[Act] = turn_of(text, chunks)
        self.pending: tuple[Entry, ...] = ()  # the subject before ', accompanied by X,'
        self.used_until = 0  # a list right of a verb is not the subject of the next one

    def _state(self, at: int, hit: FrameHit, entries: Sequence[Entry], *, carried: bool = False) -> None:
        self.acts += acts_at(self.text, self.chunks, at, hit, entries, carried=carried)
