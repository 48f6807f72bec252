"""Who is only represented: 'Tan Heng, representing Mayor Liu Wen', 'who sat for the Comptroller, Peter Tarfa'."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.stood_for import stood_for

PHRASES = frozenset(
    [
        "representing",
        "represented",
        "represents",
        "on behalf of",
        "in place of",
        "in lieu of",
        "instead of",
        "sat for",
        "sat in for",
        "sitting in for",
        "stood in for",
        "standing in for",
        "filled in for",
        "filling in for",
        "deputised for",
        "deputized for",
        "deputising for",
        "deputizing for",
        "substituted for",
        "substituting for",
        "appeared for",
        "acting for",
        "in the absence of",
        "in absence of",
    ]
)
MISSING = frozenset(["in", "in the absence of", "in the absence", "in absence of"])
"""'In the absence of Dr Low, Ms Moss presented the report': said of nobody in front."""
LONGEST = 4  # words of a phrase
BEGINNINGS = frozenset(phrase[:at] for phrase in PHRASES for at, sign in enumerate(phrase) if sign == " ")
FIRST = frozenset(phrase.split()[0] for phrase in PHRASES)
OPENING = frozenset(["comma", "who", "open"])  # 'A, representing B': the phrase is said of who stands before
PASSED = frozenset(["det", "post", "body", "title-less", "possessed"])


def represented(chunks: Sequence[Chunk]) -> frozenset[int]:
    """Find the positions of the phrases that say that somebody came for another, and of those others."""
    found: set[int] = set()
    for first, stop in stood_for(chunks):
        found.update(range(first, stop))
    for at in range(len(chunks)):
        words = chunks[at].text
        missing = words[:2] in ("in", "In", "IN") and words.lower() in MISSING
        if not missing and (at == 0 or chunks[at - 1].kind not in OPENING):
            continue
        size = _phrase(chunks, at)
        if size and (stop := _named(chunks, at + size)):
            found.update(range(at, stop))
    return frozenset(found)


def _phrase(chunks: Sequence[Chunk], at: int) -> int:
    """How many chunks from `at` on are a phrase of standing in; 0 where none opens there."""
    words = chunks[at].text.lower()
    if words.split(" ", 1)[0] not in FIRST:
        return 0
    for size, following in enumerate(chunks[at + 1 : at + LONGEST], 1):
        if words in PHRASES:
            return size
        if words not in BEGINNINGS:
            return 0
        words = f"{words} {following.text.lower()}"
    return min(LONGEST, len(chunks) - at) if words in PHRASES else 0


def _named(chunks: Sequence[Chunk], at: int) -> int:
    """The position behind the first person named from `at` on; 0 where a body or nobody is represented."""
    for number in range(at, len(chunks)):
        chunk = chunks[number]
        if chunk.kind == "name":
            return number + 1
        office = number > at and chunks[number - 1].kind == "post" and not chunks[number - 1].plural
        dotted = chunk.text == "." and number > at and len(chunks[number - 1].text) <= LONGEST  # 'Sr. Moss'
        dotted = dotted or (chunk.text in ("-", "–", "—") and number > at)  # 'the Chair - Dr Low'
        if chunk.kind not in PASSED and not dotted and not (chunk.kind == "comma" and office):
            return 0
    return 0
