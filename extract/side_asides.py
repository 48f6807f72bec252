"""Where an apposition begins that stands in a list and is no part of it, walking back from a role verb."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.side_words import APART, ASIDE_CHUNKS

# words that open a clause of its own: 'A was appointed minister, while B was sworn in'
NEAR = 20  # chunks that brackets may hold
PARTIES = frozenset(["Congress", "the Congress"])  # of MLAs who belong to it, no gathering
CLAUSES = frozenset(["while", "whereas", "but"])
CIRCUMSTANCES = frozenset(
    [
        "who is on",
        "who was on",
        "who is paying",
        "during",
        "as part of",
        "in the course of",
        "within the framework of",
        "on the sidelines of",
    ]
)
"""How an aside opens that may name another gathering: ', during a visit to Rabat, met with'."""


def aside_start(chunks: Sequence[Chunk], at: int, used_until: int) -> int | None:
    """The comma that opens the apposition around `at`: right behind a person, no verb of ours inside."""
    elsewhere = False
    for number in range(at, max(-1, at - ASIDE_CHUNKS), -1):
        chunk = chunks[number]
        elsewhere = elsewhere or chunk.kind == "gathering"
        ends = chunk.kind in APART and chunk.kind != "gathering"
        if chunk.start < used_until or ends or chunk.text.lower() in CLAUSES:
            return None
        if chunk.kind == "and" and number and chunks[number - 1].kind in ("name", "close"):
            return None  # 'B and the comrades responsible for ...': the many beside B, no apposition
        if chunk.kind == "comma":
            fits = not elsewhere or _circumstance(chunks, number + 1)
            return number if number and fits and ends_person(chunks, number - 1) else None
    return None


def _circumstance(chunks: Sequence[Chunk], first: int) -> bool:
    """Whether an aside opens with the occasion of what the verb tells."""
    words = " ".join(chunk.text.lower() for chunk in chunks[first : first + 4])
    return any(words.startswith(f"{opening} ") for opening in CIRCUMSTANCES)


def crowd_start(chunks: Sequence[Chunk], at: int, used_until: int) -> int | None:
    """'X, doctors, nurses, and staff from the wards': where the unnamed many begin, right behind a person."""
    for number in range(at, max(0, at - ASIDE_CHUNKS), -1):
        chunk = chunks[number]
        if chunk.start < used_until:
            return None
        if chunk.kind in ("comma", "and"):
            if ends_person(chunks, number - 1):
                return number
        elif chunk.kind == "word":
            dotted = chunk.text == "." and number > 0 and "." in chunks[number - 1].text
            plain = chunk.text.isalpha() and chunk.text.islower() and chunk.text not in CLAUSES
            if not (dotted or plain):
                return None
        elif chunk.kind == "gathering" and chunk.text in PARTIES:
            continue
        elif chunk.kind not in ("post", "body", "title-less", "det", "others", "adverb", "open", "close"):
            return None
    return None


def ends_person(chunks: Sequence[Chunk], at: int) -> bool:
    kind = chunks[at].kind
    if kind == "close":
        at = opening(chunks, at) - 1
        kind = chunks[at].kind if at >= 0 else "word"
    return kind in ("name", "affiliation", "post")


def opening(chunks: Sequence[Chunk], close: int) -> int:
    """The position of the parenthesis that `close` closes; `close` itself where none is near."""
    depth = 1
    for number in range(close - 1, max(-1, close - NEAR), -1):
        depth += {"close": 1, "open": -1}.get(chunks[number].kind, 0)
        if not depth:
            return number
    return close


def owned(chunks: Sequence[Chunk], at: int) -> bool:
    """'X and his counterpart Y', 'X; Y, his chief economist': a possessive before an office, behind 'and' or a comma."""
    return (
        0 < at < len(chunks) - 1
        and chunks[at].text.lower() in ("his", "her", "their", "its")
        and chunks[at + 1].kind == "post"
        and chunks[at - 1].kind in ("and", "comma", "semicolon")
    )
