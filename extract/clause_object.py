"""The gathering that a verb governs, and whether what stands behind the verb can be one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.frame_rows import Frame

OBJECT_WORDS = 14
NOT_GATHERINGS = re.compile(
    r"^(?:\d+|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:-\w+)?|\w+teen|ten|eleven|twelve|none|all|most|every)\b|^[\w-]+ of (?:them|these|those)\b|^(?:the |a |an |his |her )?(?:[\w'’-]+ ){0,3}(?:university|school|college|academy|church|hospital|kindergarten|classes|"
    r"strategy|development|construction|reform|governance|competition|fight|wars?|battles?|uprisings?|expeditions?|fighting|long march|work|cause|revolution|game|race|(?<!dinner )(?<!tea )(?<!garden )party(?!\s*[.;,]))\b",
    re.IGNORECASE,
)


def object_of(chunks: Sequence[Chunk], at: int) -> Chunk | None:
    """The gathering that the verb governs: inside it, or the next one before another verb, within reach."""
    for chunk in chunks[at].inside:
        if chunk.kind == "gathering":
            return chunk
    for number in range(at + 1, min(len(chunks), at + OBJECT_WORDS)):
        if chunks[number].kind == "gathering":
            return chunks[number]
        if chunks[number].kind in ("verb", "semicolon", "name"):
            return None
    return None


def object_fits(frame: Frame, chunks: Sequence[Chunk], at: int, gathering: Chunk | None) -> bool:
    if frame.object != "gathering" or gathering is not None:
        return True
    rest = " ".join(chunk.text for chunk in chunks[at + 1 : at + 8]).strip()
    if (
        not rest
        or rest[:1] in ".,;:)"
        or rest.lower().startswith(("and ", "it", "this", "via ", "by video", "online", "as "))
    ):
        return frame.role in ("attended", "observed")
    if frame.role == "attended":
        return not NOT_GATHERINGS.match(rest)
    return False
