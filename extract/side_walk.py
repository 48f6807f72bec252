"""The chunks of a list from its first on: what is stepped over, what goes round in an aside, and where it ends."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.list_record import LIST_KINDS
from extract.side_asides import owned
from extract.side_words import APART, ASIDE_CHUNKS, SEPARATORS
from extract.stand_ins import represented

JOINING = frozenset(["including", "namely", "with", "well", "as", "together", "along", "from", "who", "such"])


def walk_on(chunks: Sequence[Chunk], first: int) -> list[Chunk]:
    """The chunks of a list from `first` on, appositions that are no posts left out."""
    window: list[Chunk] = []
    away = represented(chunks)
    number = first
    while number < len(chunks):
        chunk = chunks[number]
        if number in away:
            number += 1
        elif chunk.kind == "open":
            close = (n for n in range(number, min(len(chunks), number + 12)) if chunks[n].kind == "close")
            end = next(close, number)
            window += chunks[number : end + 1] if end > number else []
            number = end + 1
        elif chunk.kind in LIST_KINDS:
            window.append(chunk)
            number += 1
        elif chunk.kind == "colon" and window and window[-1].plural:
            number += 1  # 'the executive chairpersons of the presidium: A, B and C'
        elif _who_is(chunks, number):
            number += 1  # 'chaired by Premier A, who is also secretary of the leading group'
        elif chunk.text.lower() == "like" and window and window[-1].kind == "post":
            number += 1  # 'attended by leaders like A and B'
        elif _in_a_field(chunk, window) or (
            chunk.kind == "word" and (chunk.text.lower() in JOINING or owned(chunks, number))
        ):
            number += 1
        else:
            resumed = _aside_end(chunks, number, window)
            if resumed is None:
                break
            number = resumed
    return window


def _aside_end(chunks: Sequence[Chunk], at: int, window: list[Chunk]) -> int | None:
    """The comma after the apposition around `at`, if a person follows it; what of it was taken is given back."""
    if chunks[at].text.lower() == "by" and chunks[at - 1].kind == "and":
        return None  # 'by X and by Y': the next agent
    comma = max((n for n, c in enumerate(window) if c.kind in SEPARATORS), default=None)
    if comma is None or not any(c.kind == "name" for c in window[:comma]):
        return None
    segment = window[comma + 1 :]
    named = any(c.kind == "name" for c in segment)
    relative = chunks[at - 1].kind == "comma" and chunks[at].kind == "who"
    for number in range(at, min(len(chunks), at + ASIDE_CHUNKS)):
        verb = chunks[number].kind == "verb"
        if chunks[number].kind in APART and chunks[number].kind != "semicolon" and not (verb and relative):
            return None
        if chunks[number].kind in ("comma", "semicolon"):
            following = [c.kind for c in chunks[number + 1 : number + 5] if c.kind not in ("and", "det")]
            if not following or following[0] not in ("name", "post", "body", "others"):
                return None
            if not named and not any(c.kind == "post" for c in segment):
                del window[comma + 1 :]
            return number
    return None


def _who_is(chunks: Sequence[Chunk], at: int) -> bool:
    """The 'who', 'is' or 'also' of 'A, who is also a member of the committee': a post of A's follows."""
    first = last = at
    while first and chunks[first].kind in ("auxiliary", "adverb"):
        first -= 1
    if chunks[first].kind != "who" or first + 1 >= len(chunks):
        return False
    if chunks[first + 1].text.lower() not in ("is", "was"):
        return False
    while last + 1 < len(chunks) and chunks[last].kind in ("who", "auxiliary", "adverb", "det"):
        last += 1
    return chunks[last].kind == "post"


def _in_a_field(chunk: Chunk, window: Sequence[Chunk]) -> bool:
    """'his counterparts in Water Resources, A, and Information, B': the fields of those who are named behind them."""
    return chunk.text.lower() == "in" and bool(window) and window[-1].head.startswith("counterpart")
