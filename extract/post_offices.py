"""Offices of a Party committee that a translation names by their field alone: 'organization minister', 'discipline secretary'."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.post_words import LEVEL_WORDS
from extract.vocabulary import rows

LEVELS = "|".join(word for word, _ in LEVEL_WORDS)
LEAD = re.compile(
    rf"(?:(?-i:[A-Z])\w+ ?)?(?:(?:{LEVELS})(?: |$))*", re.IGNORECASE
)  # 'Hongtong', 'Linhe Municipal'
OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)


@lru_cache(maxsize=1)
def _offices() -> dict[tuple[str, str], str]:
    return {
        (title, words): row["office"]
        for row in rows("party_offices.csv")
        for title in row["titles"].split(";")
        for words in row["words"].split(";")
    }


@lru_cache(maxsize=1)
def _fields() -> frozenset[str]:
    return frozenset(words for _, words in _offices())


def is_field(words: str) -> bool:
    """Whether words are the field of a Party office: 'discipline'."""
    return words.lower() in _fields()


def office(body: str, head: str) -> str:
    """Write a body that is nothing but such a field, with or without a place and a level, as the office.

    'Municipal Propaganda' of a minister is the 'Municipal Propaganda Department'; 'Water' of a minister is no Party office.
    """
    own, *of = OF.split(body, maxsplit=1)
    words = own.split()
    for cut in range(len(words)):
        named = _offices().get((head, " ".join(words[cut:]).lower().replace("’", "'")))
        if named is not None and LEAD.fullmatch(" ".join(words[:cut])):
            return " of the ".join([" ".join([*words[:cut], named]), *of])
    return body
