"""The words and signs of a sentence, each with what it can be in a post, a body or a gathering."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from extract.chunk_record import ChunkKind
from extract.vocabulary import TitleWord, Vocabulary, vocabulary
from extract.word_classes import (
    ADVERBS,
    AUXILIARIES,
    FUNCTION_WORDS,
    JOINER_STARTS,
    JOINERS,
    POST_JOINTS,
    PRONOUNS,
)

TOKEN = re.compile(
    r"[A-Z][a-z]+ \([A-Z][a-z]+\)(?= [A-Z][a-z])|(?:H\.E|S\.E|Hon|Dr|Prof|Engr?|Mr|Mrs|Ms)\.(?=,? [A-Z])|(?:St|Co|Ltd|Inc|Corp|Pvt|No|Bhd|Sdn)\.(?=[\s,;)])|[^\W_]+(?:[’'‘\-.&](?=[^\W\d_])[^\W_]+)*|\S"
)

# 'warmly', 'earnestly'; not 'family', 'supply'
# 'warmly', 'earnestly'; not 'family', 'supply'
MANNER = re.compile(
    r"(?!respectively|family|supply|reply|assembly|monopoly|anomaly|only|early|daily|weekly|monthly|yearly|elderly)[a-z]{3,}ly"
)


ADDRESS = frozenset(["h.e.", "s.e.", "hon.", "dr.", "prof.", "eng.", "engr.", "mr.", "mrs.", "ms."])
"""Forms of address that stand before a post: 'H.E. Deputy Prime Minister Tep Ratanak'."""


class Token(NamedTuple):
    start: int
    end: int
    text: str
    low: str
    kind: str  # T title, M title modifier, B body head, b body modifier, C capitalised, N number, K joint, W other
    title: TitleWord | None = None
    gathering: str = ""


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    words = vocabulary()
    raw = [(*m.span(), m.group()) for m in TOKEN.finditer(text, start, end)]
    alone = [_alone(surface) for _, _, surface in raw]
    lows = [low for low, _, _ in alone]
    tokens: list[Token] = []
    at = 0
    while at < len(raw):
        first, last, surface = raw[at]
        low, kind, opens = alone[at]
        if not opens:
            tokens.append(Token(first, last, surface, low, kind))
            at += 1
            continue
        joiner: tuple[str, ...] = ()
        if low in JOINER_STARTS:
            joiner = next((j for j in JOINERS if tuple(lows[at : at + len(j)]) == j), ())
        if joiner:
            last = raw[at + len(joiner) - 1][1]
            tokens.append(Token(first, last, text[first:last], "and", "K"))
            at += len(joiner)
            continue
        title, gathering, width = _heads(words, raw, lows, at)
        last = raw[at + width - 1][1]
        whole = text[first:last]
        tokens.append(
            Token(first, last, whole, low, _kind(words, low, surface, title, gathering), title, gathering)
        )
        at += width
    return tokens


@lru_cache(maxsize=50_000)
def _alone(surface: str) -> tuple[str, str, bool]:
    """What a word is by itself: its plain form, its kind, and whether it may open a title, a gathering or a joiner."""
    low = surface.lower().replace("’", "'").replace("‘", "'")
    low = low.removesuffix("'s").removesuffix("'")
    words = vocabulary()
    return low, _kind(words, low, surface, None, ""), low in JOINER_STARTS or low in words.starts


def _heads(
    words: Vocabulary, raw: list[tuple[int, int, str]], lows: list[str], at: int
) -> tuple[TitleWord | None, str, int]:
    if lows[at] not in words.starts:
        return None, "", 1
    for width in (3, 2, 1):
        key = tuple(lows[at : at + width])
        if len(key) < width:
            continue
        title = words.titles.get(key)
        if title is not None and "capitals" in title.flags and not raw[at][2][:2].isupper():
            title = None  # '7 pm' and '9 cm' are no offices
        if title is not None and not raw[at + width - 1][2].lower().endswith(("'s", "’s")):
            return title, "", width
        if key in words.gatherings:
            return None, words.gatherings[key], width
    return None, "", 1


def _kind(words: Vocabulary, low: str, surface: str, title: TitleWord | None, gathering: str) -> str:
    if low in ADDRESS:
        return "W"
    if title is not None:
        return "T"
    if gathering:
        return "G"
    if low in words.title_modifiers:
        return "M"
    if low in words.body_heads:
        return "B"
    if low in words.body_modifiers or (low in ("people", "peoples") and surface != low):
        return "b"
    if low in words.gathering_modifiers:
        return "g"
    if low in FUNCTION_WORDS:
        return "K" if low in POST_JOINTS or low in ("and", "the") else "W"
    if surface == "&":
        return "K"
    if surface[:1].isdigit():
        return "N"
    if surface[:1].isupper():
        return "C"
    return "W"


@lru_cache(maxsize=50_000)
def plain_kind(text: str, low: str) -> ChunkKind:
    kind: ChunkKind = "word"
    if text in (",", "、", "，"):
        kind = "comma"
    elif text in (";", "；"):
        kind = "semicolon"
    elif text in (":", "："):
        kind = "colon"
    elif text in ("(", "[", "（"):
        kind = "open"
    elif text in (")", "]", "）"):
        kind = "close"
    elif low in ("and", "&"):
        kind = "and"
    elif low in ("other", "others", "etc", "among", "further"):
        kind = "others"
    elif low in ("the", "a", "an", "several", "various", "some") or low in ADDRESS:
        kind = "det"
    elif low in AUXILIARIES:
        kind = "auxiliary"
    elif low in ADVERBS or MANNER.fullmatch(text):
        kind = "adverb"
    elif low in ("who", "whom"):
        kind = "who"
    elif low in PRONOUNS:
        kind = "pronoun"
    elif low == "respectively":
        kind = "respectively"
    return kind
