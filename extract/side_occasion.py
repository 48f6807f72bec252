"""The occasion between a subject and its verb, in the order of translated news: 'Luo Ping at the symposium pointed out'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk

PREPOSITIONS = frozenset(["at", "in", "during", "to", "on"])
SPEECH = re.compile(
    r"in (?:the|his|her|their) (?:[a-z]+ ){0,2}?(?:words?|speech|remarks|address|statement)", re.IGNORECASE
)
MOST = 7  # chunks of an occasion: 'in her opening words'


def before_occasion(text: str, chunks: Sequence[Chunk], stop: int) -> int:
    """The position behind the person before whose verb, at `stop`, an occasion stands; `stop` where none does."""
    if not stop:
        return stop
    if chunks[stop - 1].kind == "gathering":
        first = stop - 2 if stop > 1 and chunks[stop - 2].kind == "det" else stop - 1
        told = first > 0 and chunks[first - 1].text.lower() in PREPOSITIONS
        return first - 1 if told and first > 1 and chunks[first - 2].kind in ("name", "pronoun") else stop
    for first in range(max(1, stop - MOST), stop - 1):
        if chunks[first - 1].kind in ("name", "pronoun") and SPEECH.fullmatch(
            text, chunks[first].start, chunks[stop - 1].end
        ):
            return first
    return stop
