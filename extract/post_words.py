"""The words of posts and bodies: how they are capitalised, and which level they say."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.common_words import common_words
from extract.vocabulary import vocabulary

SPACE = re.compile(r"\s+")
ARTICLE = re.compile(r"^(?:(?:the|a|an|its|his|her|their|our|this|that|comrades?)\s+)+", re.IGNORECASE)
SMALL = frozenset(["of", "the", "and", "for", "to", "at", "in", "on", "with", "a", "an"])
UPPER = frozenset(
    ["cpc", "cppcc", "npc", "ccdi", "ceo", "mp", "hk", "sar", "ccp", "usa", "uk", "un", "eu", "asean", "pla"]
)
LEVEL_WORDS = (
    ("central", "central"),
    ("national", "central"),
    ("state", "central"),
    ("provincial", "provincial"),
    ("province", "provincial"),
    ("autonomous region", "provincial"),
    ("regional", "provincial"),
    ("municipal", "municipal"),
    ("city", "municipal"),
    ("prefectural", "municipal"),
    ("prefecture", "municipal"),
    ("league", "municipal"),
    ("county", "county"),
    ("district", "county"),
    ("banner", "county"),
    ("township", "township"),
    ("town", "township"),
    ("village", "township"),
    ("subdistrict", "township"),
)
STATE = re.compile(r"(?<= )(\S+) state (?!council)")
LEAGUE = re.compile(
    r"(?:youth|democratic|taiwan|self-govern\w+) league |league (?!party|committee|administrat|government|commission|cppcc|people)"
)
LOCAL_LEVELS = frozenset({"provincial", "municipal", "county", "township"})
SEAT_LEVELS = {"governor": "provincial", "mayor": "municipal", "magistrate": "county"}


LONGEST_SHORT = 4  # letters of a word in capitals that is always kept: 'CCTV'


def _is_name(word: str, pieces: list[str]) -> bool:
    """Whether a long word in capitals is a short name: alone or among words in small letters, and no word of bodies ('ECOWAS Commission')."""
    known, low = vocabulary(), word.lower().strip(".,")
    common = low in known.fields or low in known.body_heads or (low,) in known.titles
    alone = len(pieces) == 1 or any(piece[:1].isupper() and not piece.isupper() for piece in pieces)
    return alone and not common


@lru_cache(maxsize=1 << 14)
def normal_case(words: str) -> str:
    """Capitalise as a title is printed: small words low, the rest with a capital, abbreviations kept."""
    out = []
    pieces = SPACE.sub(" ", words.strip()).split(" ")
    for number, word in enumerate(pieces):
        low = word.lower()
        if low in UPPER:
            out.append(word.upper())
        elif low in SMALL and number:
            out.append(low)
        elif word[:1].islower() or (
            word.isupper() and len(word) > LONGEST_SHORT and not _is_name(word, pieces)
        ):
            parts = [p if p.lower() in SMALL else p[:1].upper() + p[1:].lower() for p in word.split("-")]
            out.append("-".join(parts))
        else:
            out.append(word)
    return " ".join(out)


@lru_cache(maxsize=1 << 14)
def strip_article(words: str) -> str:
    """Drop an article, a possessive determiner or 'Comrade' in front."""
    return ARTICLE.sub("", words.strip())


def low(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").strip(".,")


@lru_cache(maxsize=1 << 12)
def level_of(words: str) -> str:
    """The level that the words of a body or a seat say: central, provincial, municipal, county, township or ''.

    What a body is for says no level: a 'Municipal Leading Group for Village Clinics' is municipal.
    """
    low = _of_levels(f" {words.lower()} ")
    for part in (f"{low.partition(' for ')[0]} ", low):
        hits = [(part.rfind(f" {word} "), level) for word, level in LEVEL_WORDS if f" {word} " in part]
        if hits:
            return max(hits)[1]
    for seat, level in SEAT_LEVELS.items():
        if f" {seat} " in low or low.rstrip().endswith(seat):
            return level
    return ""


def _of_levels(low: str) -> str:
    """Drop the states and leagues that are no level: 'Kaduna State' is one of a federation, the Youth League no prefecture."""
    if " state " in low:
        low = STATE.sub(lambda found: found[0] if _central(found[1]) else f"{found[1]} ", low)
    return LEAGUE.sub(" ", low) if " league " in low else low


def _central(before: str) -> bool:
    """Whether a 'state' behind the word is the whole country: 'the state', 'China's State Railway', 'Central and State Organs'."""
    return before in SMALL or before in common_words() or before.endswith(("'s", "’s"))
