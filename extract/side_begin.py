"""Where the list behind a role verb begins: behind place and time, order, crowd and plain nouns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.side_where import circumstances
from extract.side_words import BEFORE_LIST, PREPOSITIONS

ORDER = re.compile(
    r",? ?\(?in (?:the )?(?:[\w’']+ ){0,2}order(?: of [\w’']+(?: [\w’']+){0,4} ?)?\)?[,:]", re.IGNORECASE
)
CROWD = re.compile(
    r"(?:(?:several|many|some|various|(?:a )?number of)(?: [\w-]+){0,3}? (?:officials|dignitaries|leaders|figures|ministers|personalities)|"
    r"(?:all )?(?:school|university|college|hospital|company|group|city|county|district|provincial|municipal|town) leaders)"
    r"(?:,? (?:such as|including|among them|namely)|:)\s",
    re.IGNORECASE,
)
"""A collective of which the list names some: 'included several high-ranking officials such as A and B'."""


def first_of_list(text: str, chunks: Sequence[Chunk], at: int, *, where: bool) -> int:
    """The position of the list's first chunk behind the verb at `at`."""
    first = circumstances(text, chunks, at + 1) if where else at + 1
    crowd = CROWD.match(text, chunks[first].start) if first < len(chunks) else None
    if crowd:
        first = next((n for n in range(first, len(chunks)) if chunks[n].start >= crowd.end()), first)
    while first < len(chunks) and (
        chunks[first].kind in ("adverb", "colon", "auxiliary", "det")
        or chunks[first].text in ("—", "–", "-", ";")
        or (chunks[first].kind == "word" and chunks[first].text.lower() in BEFORE_LIST)
    ):
        first += 1
    ordered = ORDER.match(text, chunks[at].end)
    if ordered:
        first = next((n for n in range(at, len(chunks)) if chunks[n].start >= ordered.end()), first)
    return plain_noun(chunks, first)


def plain_noun(chunks: Sequence[Chunk], first: int) -> int:
    """Step over up to two plain nouns that touch a name or own an office.

    'received by headmaster X', 'hosted by the shop owner X', 'accompanied by the island country's Minister X'.
    """
    for stop in range(first + 1, min(len(chunks), first + 3)):
        words = [chunk.text for chunk in chunks[first:stop] if chunk.kind == "word"]
        plain = [re.sub(r"['’]s$", "", word) for word in words]
        if len(words) < stop - first or not all(
            w.isalpha() and w.islower() and w not in PREPOSITIONS for w in plain
        ):
            return first
        owns = words[-1] != plain[-1]
        if chunks[stop].kind == "name" or (owns and chunks[stop].kind == "post"):
            return stop
    return first
