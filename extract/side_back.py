"""The way back through a list from its end: what belongs to it, what is stepped over, and where it begins."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.list_record import LIST_KINDS
from extract.side_asides import aside_start, crowd_start, opening, owned
from extract.side_steps import (
    besides,
    counts,
    describes,
    labels,
    of_collective,
    of_each,
    seated_in,
    such_as,
    whole,
)
from extract.side_words import SEPARATORS

# words of a list that point at its members and are no part of it
POINTERS = frozenset(["including", "namely", "notably", "representing", "such"])


def walk_back(
    chunks: Sequence[Chunk], stop: int, used_until: int
) -> tuple[int, frozenset[int], frozenset[int]]:
    """Where the list that ends at `stop` begins, the positions that it steps over, and the commas that open asides."""
    first = stop
    asides: set[int] = set()
    opened: set[int] = set()
    while first > 0 and chunks[first - 1].start >= used_until:
        chunk = chunks[first - 1]
        if chunk.kind == "close":
            first = opening(chunks, first - 1)
        elif chunk.kind in LIST_KINDS or besides(chunks, first - 1):
            first -= 1
        elif (
            (
                chunk.kind == "word"
                and (
                    chunk.text.lower() in POINTERS
                    or such_as(chunks, first - 1)
                    or counts(chunks, first - 1)
                    or owned(chunks, first - 1)
                )
            )
            or describes(chunks, first - 1)
            or whole(chunks, first - 1)
            or labels(chunks, first - 1)
        ):
            asides.add(first - 1)
            first -= 1
        elif seated_in(chunks, first - 1):
            asides.update((first - 1, first))
            first -= 1
        elif chunk.kind == "adverb" and first > 1 and chunks[first - 2].kind == "and":
            break  # 'met first and subsequently X joined': a clause of its own
        elif each := of_each(chunks, first - 1):
            asides.update(range(each, first))
            first = each
        elif of_collective(chunks, first - 1):
            end = next((n for n in range(first, stop) if chunks[n].kind in SEPARATORS), stop)
            asides.update(range(first - 1, end))
            first -= 1
        else:
            comma = aside_start(chunks, first - 1, used_until)
            crowd = crowd_start(chunks, first - 1, used_until) if comma is None else None
            if crowd is not None:
                end = next((n for n in range(first, stop) if chunks[n].kind in SEPARATORS), stop)
                asides.update(range(crowd, end))
                first = crowd
                continue
            if comma is None:
                break
            end = next((n for n in range(first, stop) if chunks[n].kind in ("comma", "semicolon")), stop)
            begin = comma + 1
            while begin < end and (
                chunks[begin].kind in ("who", "auxiliary", "adverb", "respectively")
                or chunks[begin].text == "as"
            ):
                begin += 1  # 'who has been mayor since May', 'as the secretary of the committee'
            while begin < end and chunks[begin].kind == "and":
                begin += 1
            kept = begin
            while kept < end and chunks[kept].kind in ("post", "det", "body", "and"):
                kept += 1
            while kept > begin and chunks[kept - 1].kind == "and":
                kept -= 1
            if any(chunks[n].kind == "post" for n in range(begin, kept)):
                dropped = (*range(comma + 1, begin), *range(kept, end))
                asides.update(n for n in dropped if chunks[n].kind != "respectively")
            else:
                asides.update(range(comma, end))
            opened.add(comma)
            first = comma
    return first, frozenset(asides), frozenset(opened)
