"""Known words of offices: whether a title and its portfolio, a portfolio alone or a country is all that some words say."""

from __future__ import annotations

import re

from extract.names_run import DIRECTIONS
from extract.names_words import read_word
from extract.vocabulary import vocabulary

BETWEEN = re.compile(
    r"\s*(?:[,;]|,? ?and|as well as)\s*(?:and )?(?P<words>(?:[\w&'’-]+,? )*[\w&'’-]+)(?: \([A-Z]\w+\))?,?\s+"
)
LINKS = frozenset(
    [
        "and",
        "of",
        "the",
        "for",
        "&",
        "at",
        "to",
        "in",
        "on",
        "charge",
        "our",
        "lao",
        "this",
        "country",
        "capital",
        "extraordinary",
        "plenipotentiary",
    ]
)
ARTICLES = frozenset(["the", "its", "his", "her", "their"])
COUNTRIES = frozenset(["nation", "world", "province", "place"])


def portfolio_between(between: str) -> bool:
    """Tell whether nothing stands there but a separator and known words of offices: '; Finance, Budget and Planning, '."""
    match = BETWEEN.fullmatch(between)
    return match is not None and all(is_office_word(word) for word in match["words"].split())


def field_between(between: str) -> bool:
    """Tell whether a portfolio alone stands there, and no title: 'Health, Dr. A, and Trade, B'."""
    match = BETWEEN.fullmatch(between)
    if match is None or not between.rstrip().endswith(","):
        return False
    words = match["words"].split()
    return all(
        is_office_word(word) and (word.strip(",").lower(),) not in vocabulary().titles for word in words
    )


def is_titled(words: list[str]) -> bool:
    """Tell whether a title opens the words, with nothing behind it but known words of offices and countries."""
    of_country = len(words) > 2 and words[-2].lower() in ("of", "to") and _is_country(words[-1])
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        title = vocabulary().titles.get((word.strip(",").lower(),))
        owned = number > 0 and (
            words[number - 1].lower() in ARTICLES or words[number - 1].endswith(("'s", "’s"))
        )
        if title is not None and (word[:1].isupper() or owned) and number < len(words) - 1:
            return not word.endswith(",")
        directed = number > 0 and words[number - 1].lower() in DIRECTIONS and word.istitle()
        foreign = of_country and word.istitle() and not word.endswith(",")
        if not (directed or foreign or is_office_word(word)):
            return (
                False  # 'Chairman of the Majlisi Oli of Arcadia': before a country any name of a body will do
            )
    return False


def _is_country(word: str) -> bool:
    return bool(read_word(word).kinds & COUNTRIES)


def is_office_word(word: str) -> bool:
    """Tell whether a word makes offices and bodies, or is a country."""
    known, low = vocabulary(), word.strip(",").lower().rpartition("-")[2]
    if (low,) in known.titles or low in LINKS or low in known.body_modifiers or low in known.body_heads:
        return True
    if (word[:1].isupper() and low in known.portfolios) or (word.isupper() and len(word) > len("UN")):
        return True
    return low in known.title_modifiers or (word[:1].isupper() and bool(read_word(word).kinds & COUNTRIES))
