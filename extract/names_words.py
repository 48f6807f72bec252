"""What a capitalised word can be in a name: asked once per spelling of all the rule files."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extract.names_lexicon import Lexicon, honorific_heads, lexicon, plain

GLUED = re.compile(r"([A-Z][a-z]{1,8})([A-Z][a-z]{1,11}(?:[A-Z][a-z]{1,5})?)")
JOINTS = re.compile(r"[-'’‘ʼ´`]")
ARTICLE = re.compile(r"(?:Al|El|Ad|An|Ar|As|Ash|At|Az)-[A-Z]")
LONGEST_SYLLABLE = 6
LONGEST_GIVEN = 4
CROWD_BEHIND = re.compile(
    r" (?:(?:city|municipal|county|party|government|local|senior) ){0,2}(?:officials?|officers|authorit(?:y|ies)|leaders|cadres|residents|people|citizens|delegates|representatives|staff|aides|employees|councillors|departments?)\b",
    re.IGNORECASE,
)
"""Behind a place, not a person: 'Mayor Linhe officials' lost its 'and' or 'of'."""
NEVER_GIVEN = frozenset(["function", "word", "province", "world", "nation", "calendar", "thing", "english"])


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """What a capitalised word can be. `pinyin`: number of Mandarin syllables, 0 if it is not one or two.

    `romanised`: its hyphenated parts are syllables of some romanisation. `glued`: surname and given name
    printed as one word. `surname`: flags of the surname (scheme and class), empty if it is none. `stop`: no word of a foreign name; `office`: because it makes a post,
    a body or a gathering. `starts`: a name may begin with it. `article`: an Arabic article opens it ('Al-Sabah').
    """

    low: str
    surname: frozenset[str]
    pinyin: int
    hyphenated: bool
    romanised: bool
    glued: tuple[str, str] | None
    kinds: frozenset[str]
    foreign: frozenset[str]
    stop: bool
    office: bool
    initial: bool
    starts: bool
    article: bool = False


@lru_cache(maxsize=1 << 15)
def pinyin_syllables(low: str) -> int:
    """Count the Mandarin syllables of a lower-case word: 1, 2, or 0 where it is neither."""
    syllables = lexicon().syllables
    if "pinyin" in syllables.get(low, ()):
        return 1
    for cut in range(1, min(LONGEST_SYLLABLE, len(low) - 1) + 1):
        if "pinyin" in syllables.get(low[:cut], ()) and "pinyin" in syllables.get(low[cut:], ()):
            return 2
    return 0


@lru_cache(maxsize=1 << 12)
def is_long_pinyin(low: str, most: int = LONGEST_GIVEN) -> bool:
    """Tell whether a word is up to four syllables: a Mongolian name in Chinese spelling ('Dagula')."""
    if pinyin_syllables(low):
        return True
    syllables = lexicon().syllables
    return most > 1 and any(
        "pinyin" in syllables.get(low[:cut], ()) and is_long_pinyin(low[cut:], most - 1)
        for cut in range(1, min(LONGEST_SYLLABLE, len(low) - 1) + 1)
    )


@lru_cache(maxsize=1 << 12)
def only_split(low: str) -> tuple[str, str] | None:
    """Split a name printed as one word ('zhengxin') into surname and given name, if there is one way only."""
    known = lexicon()
    splits = [
        (low[:cut], low[cut:])
        for cut in range(2, len(low))
        if known.surnames.get(low[:cut], frozenset()) & {"common", "known", "double"}
        and "pinyin" in known.surnames[low[:cut]]
        and pinyin_syllables(low[cut:])
    ]
    return splits[0] if len(splits) == 1 else None


def _given_syllables(word: str) -> int:
    parts = [plain(part) for part in JOINTS.split(word)]
    if len(parts) == 1:
        return pinyin_syllables(parts[0])
    return 2 if len(parts) == 2 and all(pinyin_syllables(part) == 1 for part in parts) else 0


def _glued(word: str, known: Lexicon) -> tuple[str, str] | None:
    found = GLUED.fullmatch(word)
    if not found:
        return None
    family, given = found.group(1), found.group(2)
    flags = known.surnames.get(family.lower(), frozenset())
    enough = 1 if "common" in flags else 2
    if "pinyin" not in flags or "rare" in flags or pinyin_syllables(given.lower()) < enough:
        return None
    if known.kinds.get(given.lower(), frozenset()) & NEVER_GIVEN:
        return None
    joined = (family + given).lower()
    if joined in known.kinds or f"{family} {given}".lower() in known.pairs:
        return None
    return family, given


@lru_cache(maxsize=1 << 16)
def read_word(word: str) -> Word:
    """Look a capitalised word up in all lists at once."""
    known = lexicon()
    low = plain(word)
    parts = JOINTS.split(word)
    surname = known.surnames.get(low, frozenset()) if len(parts) == 1 else frozenset()
    kinds = known.kinds.get(low, frozenset())
    foreign = known.foreign.get(low, frozenset())
    glued = _glued(word, known)
    pinyin = _given_syllables(word)
    # 'Vice-President' is an office; 'Bishop-Cole' is none
    office = (
        low in known.offices
        or word.lower() in known.offices
        or (len(parts) > 1 and all(plain(part) in known.offices for part in parts))
    )
    romanised = len(parts) in (2, 3) and all(plain(part) in known.syllables for part in parts)
    return Word(
        low=low,
        surname=surname,
        pinyin=pinyin,
        hyphenated=len(parts) > 1,
        romanised=romanised,
        glued=glued,
        kinds=kinds,
        foreign=foreign,
        stop=low in known.stops or office,
        office=office,
        initial=len(word) == 1,
        article=ARTICLE.match(word) is not None,
        starts=bool(surname or glued or foreign or pinyin == 2 or len(word) == 1 or low in honorific_heads()),
    )
