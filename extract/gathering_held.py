"""Whether a sentence tells of a gathering as held: by a verb behind it, in front of it, or a participle that opens the sentence."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.gathering_extent import INTRANSITIVE
from extract.hosts import host_before

HELD = frozenset([
    "held", "convened", "opened", "staged", "launched", "concluded", "closed", "kicked", "took", "organised",
    "organized", "called", "summoned", "began", "started", "ended", "inaugurated", "hosted", "met", "gathered",
    "conducted", "presided", "holds", "opens", "convenes", "closes", "begins", "arranged", "had", "has",
])  # fmt: skip
TRANSITIVE = frozenset([
    "held", "holds", "hold", "holding", "convened", "convenes", "organised", "organized", "staged", "called",
    "summoned", "hosted", "opened", "launched", "conducted", "gave", "saw", "sees", "wound", "wrapped",
])  # fmt: skip
FUTURE = re.compile(r"\b(?:will|shall|would|to|should|must|can|going to)(?: be)?\s*$", re.IGNORECASE)
PERFECT = frozenset(["had", "has", "have"])
BEHIND = 16  # chunks of what a gathering is about, before it 'was held'
AHEAD = 14  # chunks of a place and a day behind a participle


def held_by(text: str, chunks: Sequence[Chunk], at: int) -> tuple[bool, str]:
    """Tell whether the gathering at chunk `at` was held, and who in front of the verb held it, ''."""
    if _opened_with(chunks, at):
        return True, ""
    right = chunks[at + 1 : at + 1 + BEHIND]
    for number, chunk in enumerate(right):
        if chunk.kind in ("comma", "semicolon", "name") and number > 2:
            break
        low = chunk.text.lower()
        if chunk.kind == "auxiliary":
            following = [c.text.lower() for c in right[number + 1 : number + 4]]
            if any(word in HELD or word.split(" ")[0] in ("convened", "hosted") for word in following):
                return not FUTURE.search(text[chunks[0].start : chunk.start]), ""
        elif low in INTRANSITIVE and (chunk.kind == "word" or _came_to_an_end(right, number)):
            return not FUTURE.search(text[chunks[0].start : chunk.start]), ""
    for number in range(at - 1, max(-1, at - 8), -1):
        chunk = chunks[number]
        low = chunk.text.lower().split(" ")[0]
        own = low in ("took", "carried") and any(
            c.text.lower() == "its" for c in chunks[number + 1 : number + 3]
        )
        if chunk.kind in ("word", "verb") and (low in TRANSITIVE or own):
            if FUTURE.search(text[chunks[0].start : chunk.start]):
                return False, ""
            before = chunks[number - 1] if number else None
            was = before is not None and before.kind == "auxiliary" and before.text.lower() not in PERFECT
            was = was and low != "holding"
            return not was, "" if was else host_before(chunks, number)
        if chunk.kind in ("comma", "semicolon", "gathering"):
            break
    return False, ""


def _came_to_an_end(right: Sequence[Chunk], at: int) -> bool:
    """'The conference concluded in Linhe on May 9', where 'the conference concluded that' is what it found."""
    ahead = right[at + 1].text.lower() if at + 1 < len(right) else ""
    return right[at].text.lower() == "concluded" and ahead in (
        "",
        ".",
        "in",
        "on",
        "at",
        "here",
        "today",
        "yesterday",
    )


def _opened_with(chunks: Sequence[Chunk], at: int) -> bool:
    """'Convened on the evening of the 3rd, the teleconference ...': a participle that opens the sentence tells of it."""
    before = [chunk for chunk in chunks[:at] if chunk.kind != "det"]
    if not 2 <= len(before) <= AHEAD or before[-1].kind != "comma" or before[0].kind not in ("word", "verb"):
        return False
    told = before[0].text.lower() in ("convened", "held", "opened", "hosted", "organized", "organised")
    return told and all(chunk.kind in ("word", "det", "adverb") for chunk in before[1:-1])
