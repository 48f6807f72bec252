"""What the name of a gathering says: the name without its article, and its ordinal."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.chunk_acronyms import without_acronyms
from extract.host_words import ORDINAL
from extract.post_words import strip_article

STUDIED = re.compile(r"(\b[A-Z][\w’'-]*) and (?:study|visit|survey)$")
"""'the plenum of the Central Committee and study': what was to be done with it is no part of it."""
DAYTIME = re.compile(r" (?:on|in) the (?:early |late )?(?:morning|afternoon|evening)(?: of)?$", re.IGNORECASE)
"""'The study meeting on the afternoon of, February 1': when it was is no part of its name."""


@lru_cache(maxsize=1 << 12)
def gathering_name(words: str) -> str:
    """Return the gathering's name without the article, white space folded."""
    name = without_acronyms(strip_article(" ".join(words.split())))
    name = re.sub(r"^(?:draft )?minutes of (?:the |a )?", "", name, flags=re.IGNORECASE)
    name = STUDIED.sub(r"\1", name)
    name = DAYTIME.sub("", name)
    return re.split(r"\s+(?:which was |was )?held (?:on|at|in)\b", name)[0]


@lru_cache(maxsize=1 << 12)
def ordinal_of(words: str) -> str:
    """Return the first ordinal of a gathering's name, as printed, or ''."""
    match = ORDINAL.search(words)
    return match.group(1) if match else ""
