"""Plain nouns in front of a post or a name: 'the oil company's vice president', 'the welder Feng Shan', ', plant director Tan'.

Behind an article or, in a list, behind a person, a comma and 'and', they belong to the phrase and do not end the list; a
phrase behind a preposition ('in the afternoon Wang Heng ...') is left. Plain nouns between the parts of a body behind a
name ('Tan Heng of the school patrol team') belong to that body.
"""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.side_words import PREPOSITIONS
from extract.word_classes import FUNCTION_WORDS

MOST = 3
ARTICLES = frozenset(["the", "a", "an", "his", "her", "its", "their"])
# adjectives that change who is meant, or when
KEEPS_APART = frozenset(
    ["late", "former", "then", "deceased", "ex", "previous", "ousted", "jailed", "next", "same"]
)
# who serves the meeting and is none of its people
SERVING = frozenset(
    ["interpreter", "translator", "reporter", "correspondent", "journalist", "photographer", "stenographer"]
)
VISITING = frozenset(["visiting", "touring", "attending", "participating"])
# how somebody came to the post behind the article: 'the elected vice president'
COME_TO_OFFICE = frozenset(["elected", "designated", "appointed", "nominated", "retired", "departing"])
# words behind a comma that begin a clause
CLAUSES = frozenset(
    [
        "while",
        "whereas",
        "unlike",
        "like",
        "despite",
        "except",
        "until",
        "unless",
        "per",
        "amid",
        "thus",
        "hence",
        "yet",
        "so",
        "nor",
    ]
)


def _no_building(chunks: Sequence[Chunk], at: int) -> Chunk:
    """'In the new town hall', 'at the town hall of Elm': a house, where 'a town hall on housing' is a gathering."""
    chunk = chunks[at]
    if not at or "town hall" not in chunk.text.lower():
        return chunk
    before = chunks[at - 1].text.lower()
    house = before == "in" or (before in ("at", "outside") and chunk.text.lower().startswith("the "))
    return chunk._replace(kind="title-less") if house else chunk


def plain_nouns(chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Turn such nouns into parts of the article (kind 'det') or of the body."""
    out = _whole_bodies(
        [_no_building(chunks, at) if chunk[0] == "gathering" else chunk for at, chunk in enumerate(chunks)]
    )
    _listed(out)
    for at, chunk in enumerate(out):
        if chunk[0] not in ("det", "word") or chunk[3].lower() not in ARTICLES:
            continue
        if at and out[at - 1].kind == "word" and out[at - 1].text.lower() in PREPOSITIONS:
            continue
        stop = at + 1
        while stop < len(out) and stop - at <= MOST and (_noun(out[stop]) or out[stop].text == "newly"):
            stop += 1
        if stop == at + 1 or stop >= len(out):
            continue
        if out[stop].kind not in ("name", "post") and not (
            out[stop].kind == "body" and out[stop - 1].text in VISITING
        ):
            continue
        for number in range(at, stop):
            out[number] = out[number]._replace(kind="det")
    return tuple(out)


def _listed(out: list[Chunk]) -> None:
    """', plant director Tan Heng and interpreter Liu Wen': one or two nouns behind the person before, in front of the next."""
    if "name" not in [chunk.kind for chunk in out]:
        return
    for at in range(2, len(out) - 1):
        if (
            out[at - 1].kind not in ("comma", "and")
            or not _noun(out[at])
            or out[at].text in CLAUSES | FUNCTION_WORDS
        ):
            continue
        stop = at + 2 if _noun(out[at + 1]) and at + 2 < len(out) else at + 1
        before = out[at - 2] if out[at - 2].kind != "comma" or at < 3 else out[at - 3]
        named = out[stop].kind == "name" or (
            out[stop].kind == "post" and stop + 1 < len(out) and out[stop + 1].kind == "name"
        )
        if named and before.kind in ("name", "post", "affiliation", "close"):
            for number in range(at, stop):
                out[number] = out[number]._replace(kind="det")


def _whole_bodies(chunks: Sequence[Chunk]) -> list[Chunk]:
    if "affiliation" not in [chunk.kind for chunk in chunks]:
        return list(chunks)
    out: list[Chunk] = []
    for chunk in chunks:
        inner = len(out) > 1 and out[-1].kind == "word" and out[-2].kind == "affiliation" and _noun(out[-1])
        if chunk.kind == "body" and inner and out[-1].text not in FUNCTION_WORDS:
            words = f"{out[-2].text} {out[-1].text} {chunk.text}"
            out[-2:] = [out[-2]._replace(end=chunk.end, text=words)]
        else:
            out.append(chunk)
    return out


def _noun(chunk: Chunk) -> bool:
    word = chunk.text
    return (
        chunk.kind == "word"
        and word.isalpha()
        and word.islower()
        and word not in PREPOSITIONS
        and word not in KEEPS_APART
        and word not in SERVING
        and (not word.endswith(("ed", "ing", "ly")) or word in VISITING or word in COME_TO_OFFICE)
    )
