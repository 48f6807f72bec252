"""What follows a preposition is no subject: 'In the hall of the city government, Wang A ...'."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.side_borders import behind_holder, made_up
from extract.side_words import PREPOSITIONS

OCCASIONS = frozenset(["at", "during", "in", "before", "after", "following"])


def after_preposition(chunks: Sequence[Chunk], first: int, stop: int) -> int:
    """'In the hall of the city government, Wang A ...': what follows a preposition is no subject, up to its comma."""
    if first == 0 or chunks[first - 1].kind not in ("word", "verb", "gathering", "possessed"):
        return first
    before = chunks[first - 1]
    if before.kind == "verb" and chunks[first].kind in ("semicolon", "comma", "and"):
        return first  # a clause of its own
    if first < stop and chunks[first].kind == "semicolon":
        return first
    if before.kind == "gathering" and chunks[first].kind == "and" and _object(chunks, first - 1):
        return first  # 'X presided over the meeting and Y, the clerk, and Z attended'
    said = before.frame is not None and before.frame.frame.strength == "soft"
    if said and [chunk.kind for chunk in chunks[first : first + 3]] == ["post", "comma", "name"]:
        return first  # 'She said the Commissioner, X, had informed the council'
    if (before.kind == "word" and before.text.lower() not in PREPOSITIONS) or made_up(chunks, first):
        return first
    if (
        before.kind == "gathering"
        and chunks[first].kind in ("name", "post")
        and _opens_with(chunks, first - 1)
    ):
        return first  # 'At the meeting X, on behalf of the council, ...'
    if before.text.lower() == "at" and [chunk.kind for chunk in chunks[first:stop]] == ["post", "name"]:
        return first  # 'At Huaye Moulds chairman X showed ...': the place is that of the post
    for number in range(first, stop):
        if chunks[number].kind in ("comma", "semicolon"):
            return behind_holder(chunks, first, number, stop)
        if chunks[number].kind == "name" and number > first and chunks[number - 1].kind == "body":
            return number  # 'On behalf of the council Fang Guolin read': a body in front of a name is not its post
    return first if before.kind in ("gathering", "possessed") else stop


def _object(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the gathering at `at` is what the verb right before it is about."""
    ahead = [chunk.kind for chunk in chunks[max(0, at - 3) : at] if chunk.kind != "det"]
    return ahead[-1:] == ["verb"]


def _opens_with(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the sentence begins with a preposition and the gathering at `at`."""
    return 0 < at <= 2 and chunks[0].text.lower() in OCCASIONS and chunks[at].kind == "gathering"
