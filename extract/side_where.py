"""The places and times that come between a role verb and its list."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.side_words import BEFORE_LIST, DAY_BETWEEN

MOMENTS = frozenset(["here", "there", "yesterday", "today", "separately", "tonight"])
PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night"])
MOST_IN_PLACE = 3  # chunks of a place: 'at the Seif Palace in the capital'


def circumstances(text: str, chunks: Sequence[Chunk], first: int) -> int:
    """The position behind the places and times that open at `first`; `first` where nothing follows them."""
    at = first
    while at < len(chunks):
        chunk, low = chunks[at], chunks[at].text.lower()
        comma = chunk.kind == "comma"
        begin = at + 1 if comma else at
        day = max(
            (n for n in range(begin, min(len(chunks), begin + 5)) if _is_day(text, chunks, begin, n)),
            default=-1,
        )
        place = _place_end(chunks, begin)
        if day >= 0:
            at = day + 1
        elif place > begin:
            at = place
        elif low in MOMENTS and not comma:
            at += 1
        elif low in ("this", "yesterday", "today") and at + 1 < len(chunks):
            if chunks[at + 1].text.lower() not in PARTS_OF_DAY:
                break
            at += 2
        else:
            break
    if at > first and at < len(chunks) and chunks[at].kind == "comma":
        at += 1
    if at < len(chunks) and chunks[at].kind == "and":
        return first  # 'met on May 9, 2023, and X presided'
    return at if at < len(chunks) else first


def _is_day(text: str, chunks: Sequence[Chunk], first: int, last: int) -> bool:
    return bool(DAY_BETWEEN.fullmatch(text[chunks[first].start : chunks[last].end]))


def _place_end(chunks: Sequence[Chunk], first: int) -> int:
    """The position behind 'at Seif Palace' or 'in his office'; `first` where no place opens there."""
    if first >= len(chunks) or chunks[first].text.lower() not in ("at", "in"):
        return first
    at = first + 1
    while at < len(chunks) and (chunks[at].kind == "det" or chunks[at].text.lower() in BEFORE_LIST):
        at += 1
    taken = at
    while taken < len(chunks) and taken - at < MOST_IN_PLACE and chunks[taken].kind in ("title-less", "body"):
        taken += 1
    return taken if taken > at else first
