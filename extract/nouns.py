"""Plain nouns between an article and a post or a name: 'the oil company's vice president', 'the welder Feng Shan'.

They belong to the phrase and do not end a list; a phrase behind a preposition ('in the afternoon Wang Heng ...') is left.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.chunks import Chunk
from extract.sides import PREPOSITIONS

MOST = 3
ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their"])
# adjectives that change who is meant, or when
KEEPS_APART = frozenset(
    ["late", "former", "then", "deceased", "ex", "previous", "ousted", "jailed", "next", "same"]
)


def plain_nouns(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Turn such nouns into parts of the article (kind 'det')."""
    out = list(chunks)
    for at, chunk in enumerate(out):
        if chunk.text.lower() not in ARTICLES or chunk.kind not in ("det", "word"):
            continue
        if at and out[at - 1].kind == "word" and out[at - 1].text.lower() in PREPOSITIONS:
            continue
        stop = at + 1
        while stop < len(out) and stop - at <= MOST and _noun(out[stop]):
            stop += 1
        if stop == at + 1 or stop >= len(out) or out[stop].kind not in ("name", "post"):
            continue
        for number in range(at, stop):
            out[number] = replace(out[number], kind="det")
    return tuple(out)


def _noun(chunk: Chunk) -> bool:
    word = chunk.text
    return (
        chunk.kind == "word"
        and word.isalpha()
        and word.islower()
        and word not in PREPOSITIONS
        and word not in KEEPS_APART
        and not word.endswith(("ed", "ing", "ly"))
    )
