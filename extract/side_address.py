"""The address between a speaker and the verb: 'Ann Low, 12 Mill Rd., Elmdale, spoke against the plan'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk

ADDRESS = re.compile(
    r",? ?\(?(?:of |at |from |residing at |who lives at )?(?:\d{1,5}[A-Za-z]?|P\.?O\.? Box \d{1,5},?|Lot \d{1,4},?) [A-Z0-9][^,;:()]{2,40}(?:, [A-Z][A-Za-z .]{1,25})?\)?,?"
)
MOST = 12  # chunks of an address
DIGIT = re.compile(r"\d")


def before_address(text: str, chunks: Sequence[Chunk], stop: int) -> int:
    """The position behind the person before whose verb, at `stop`, an address stands; `stop` where none does."""
    begin = max(1, stop - MOST)
    if stop <= begin or DIGIT.search(text, chunks[begin].start, chunks[stop - 1].end) is None:
        return stop
    for first in range(begin, stop):
        if chunks[first - 1].kind == "name" and ADDRESS.fullmatch(
            text, chunks[first - 1].end, chunks[stop - 1].end
        ):
            return first
    return stop
