"""Bodies whose name does not say whose they are: 'the Party Committee', 'the Planning Board', 'the Cabinet'."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.common_words import common_words
from extract.post_words import LOCAL_LEVELS, SMALL, level_of

WORDS = re.compile(r"[^\W_][\w'’-]*")
ONE_A_COUNTRY = re.compile(
    r"\b(?:supreme|politburo|political bureau|all-china|red cross|communist party|ministry of|treasury|(?!of )\w+ ministry)\b",
    re.IGNORECASE,
)
CHINAS = re.compile(
    r"\b(?:cpc|cppcc|npc|people['’]s (?:congress|political consultative)|state (?:council|bureau|administration)|leading (?:small )?group"
    r"|central committee|central (?:\w+ ){0,6}commission|politburo|political bureau|central military|supreme people['’]s)\b",
    re.IGNORECASE,
)
"""Bodies that, at the centre, only China has."""
UNSAID = "the report does not say"
"""Why a body has no place where it must be somebody's."""


@lru_cache(maxsize=1 << 14)
def unnamed(body: str) -> bool:
    """Whether a body's name is of common words alone: that of one report need not be that of another.

    >>> unnamed("Planning Board"), unnamed("Harrowby Planning Board")
    (True, False)
    """
    words = WORDS.findall(body)
    return bool(words) and all(word.lower() in SMALL or word.lower() in common_words() for word in words)


@lru_cache(maxsize=1 << 14)
def national(body: str) -> bool:
    """Whether a country has one body of this name: a ministry, the Supreme Court, what is central."""
    return level_of(body) == "central" or ONE_A_COUNTRY.search(body) is not None


def unsaid(body: str, level: str, *, chinese: bool) -> str:
    """Why a body of no stated place is nobody's yet, '' where none need be stated; in a `chinese` report a ministry is China's."""
    mine = level not in LOCAL_LEVELS and bool(body) and unnamed(body)
    known = mine and national(body) and (chinese or CHINAS.search(body) is not None)
    return UNSAID if mine and not known else ""
