"""Where a gathering's name ends: 'a forum on the rule of law took place on May 3' is about the rule of law."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk

INTRANSITIVE = frozenset(
    [
        "opened",
        "opens",
        "kicked",
        "concluded",
        "concludes",
        "closed",
        "closes",
        "began",
        "begins",
        "started",
        "starts",
        "took",
        "ended",
        "adjourned",
        "completed",
    ]
)
STOPPERS = frozenset(
    ["in", "at", "by", "to", "with", "from", "during", "which", "that", "was", "were", "will", "and", "held"]
)
STOPPING_KINDS = frozenset(
    ["comma", "semicolon", "verb", "auxiliary", "open", "colon", "name", "possessed", "who"]
)
LINKS = frozenset(["on", "of", "for", "the", "a", "an", "its", "their"])
"""Words that go on to something: what ends a name stands behind them."""
DATE = re.compile(
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mon|tue|wed|thu|fri|sat|sun)(?:\w*day|\w*uary|ch|il|e|y|ust|t\w*|\w*ber)?$|\d"
)
MOST_WORDS = 8


def name_end(chunks: Sequence[Chunk], at: int) -> int:
    """Return the offset where the name of the gathering at `at` ends: behind what it was about, at most eight words."""
    for ahead in range(at + 2, min(len(chunks), at + 5)):
        between = chunks[at + 1 : ahead]
        if chunks[ahead].kind == "gathering" and " of " in chunks[at].text:
            if all(c.kind == "word" and c.text.islower() and c.text not in STOPPERS for c in between):
                return chunks[ahead].end  # 'the opening ceremony of the Anxi autumn tea fair'
            break
    end, words = chunks[at].end, 0
    if at + 1 >= len(chunks) or chunks[at + 1].text.lower() != "on":
        return end
    for chunk in chunks[at + 2 :]:
        words += len(chunk.text.split())
        if words > MOST_WORDS or _stops(chunk):
            break
        if chunk.text.lower() not in LINKS:
            end = chunk.end
    return end


def _stops(chunk: Chunk) -> bool:
    low = chunk.text.lower()
    return (
        chunk.kind in STOPPING_KINDS
        or low in STOPPERS
        or not any(letter.isalnum() for letter in low)
        or low in INTRANSITIVE
        or DATE.match(low) is not None
    )
