"""Acronyms in brackets inside one phrase: 'the Water Council (WC) meeting', 'the Isles Community (IC) Council of Ministers'.

The acronym belongs to what stands before it; the phrase goes on behind it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk

ACRONYM = re.compile(r"[A-Z][A-Za-z]{0,2}[A-Z][A-Za-z-]{0,8}|[A-Z]{2,10}|[A-Z][a-z]{2,7}")
IN_BRACKETS = re.compile(r" ?\([A-Z][A-Za-z&-]{1,10}\)(?= [\w])")
OPENS = frozenset({"body", "gathering"})


def without_acronyms(words: str) -> str:
    """The phrase without the acronyms in it: 'Water Council (WC) meeting' is 'Water Council meeting'."""
    return IN_BRACKETS.sub("", words) if "(" in words else words


def with_acronyms(text: str, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Join what stands before and behind the acronym of a body."""
    if "open" not in [chunk.kind for chunk in chunks]:
        return tuple(chunks)
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        while _goes_on(text, chunks, at, chunk):
            behind = chunks[at + 4]
            head = behind if behind.kind == "gathering" or chunk.kind == "body" else chunk
            chunk = head._replace(start=chunk.start, end=behind.end, text=f"{chunk.text} {behind.text}")
            at += 4
        out.append(chunk)
        at += 1
    return tuple(out)


def _goes_on(text: str, chunks: Sequence[Chunk], at: int, before: Chunk) -> bool:
    """Whether a body, an acronym in brackets and the rest of its phrase stand side by side from `at` on."""
    if at + 4 >= len(chunks) or before.kind not in OPENS or before.plural:
        return False
    opened, acronym, closed, behind = chunks[at + 1 : at + 5]
    return (
        opened.text == "("
        and closed.text == ")"
        and ACRONYM.fullmatch(acronym.text) is not None
        and behind.kind in OPENS
        and (behind.kind == "gathering" or before.kind == "gathering" or behind.text[:1].isupper())
        and text[closed.end : behind.start] == " "
        and not behind.text.lower().startswith("the ")
    )
