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
    r"[a-z]++(?![\w’'‘\-&]|\.[^\W\d_])|"  # most words: said first, they pass the rest by
    r"[A-Z][a-z]+ \([A-Z][a-z]+\)(?= [A-Z][a-z])|(?:H\.E|S\.E|Hon|Dr|Prof|Engr?|Mr|Mrs|Ms)\.(?=,? [A-Z])|\((?:[Ee]nlarged|[Ee]xpanded|[Ee]xtended)\)(?= [A-Za-z])|(?:St|Co|Ltd|Inc|Corp|Pvt|No|Bhd|Sdn)\.(?=[\s,;)])|U\.[SKN]\.(?=\s[\w])|[^\W_]+(?:[’'‘\-.&](?=[^\W\d_])[^\W_]+)*|\S"
)

# 'warmly', 'earnestly'; not 'family', 'supply'
MANNER = re.compile(
    r"(?!respectively|family|supply|reply|assembly|monopoly|anomaly|only|early|daily|weekly|monthly|yearly|elderly)[a-z]{3,}ly"
)

MOST_WORDS = 3  # of a title or a gathering
LONGEST_JOINER = max(3, *(len(joiner) for joiner in JOINERS))


ADDRESS = frozenset(["h.e.", "s.e.", "hon.", "dr.", "prof.", "eng.", "engr.", "mr.", "mrs.", "ms."])
"""Forms of address that stand before a post: 'H.E. Deputy Prime Minister Tep Ratanak'."""


HIGHNESSES = frozenset(["HE", "HH", "HRH", "HM", "HHE"])


class Token(NamedTuple):
    """A word or sign, or several words that are one title, gathering or joint; `plain` is the kind of chunk that it makes by itself."""

    start: int
    end: int
    text: str
    low: str
    kind: str  # T title, M title modifier, B body head, b body modifier, C capitalised, N number, K joint, W other
    title: TitleWord | None = None
    gathering: str = ""
    plain: ChunkKind = "word"


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """Cut `text[start:end]` into tokens. A token is made for every word: most of what it holds is looked up, not made."""
    new = tuple.__new__
    raw = [new(Token, match.span() + _alone(match.group())) for match in TOKEN.finditer(text, start, end)]
    openers = _openers()
    opening = [at for at, token in enumerate(raw) if token[3] in openers]
    if not opening:
        return raw
    tokens: list[Token] = []
    done = 0
    for at in opening:
        if at < done:
            continue
        tokens += raw[done:at]
        token, width = _joined(text, raw, at)
        tokens.append(token)
        done = at + width
    return tokens + raw[done:]


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """The words, in their plain form, that may open a title, a gathering or a joiner."""
    return frozenset(JOINER_STARTS) | frozenset(vocabulary().starts)


def _joined(text: str, raw: list[Token], at: int) -> tuple[Token, int]:
    """The token that begins at `at`, and of how many words it is."""
    lows = [token[3] for token in raw[at : at + LONGEST_JOINER]]
    first, low = raw[at].start, lows[0]
    if low in JOINER_STARTS:
        joiner = next((j for j in JOINERS if tuple(lows[: len(j)]) == j), ())
        if joiner:
            last = raw[at + len(joiner) - 1].end
            words = text[first:last]
            return Token(first, last, words, "and", "K", plain=plain_kind(words, "and")), len(joiner)
    title, gathering, width = _heads(vocabulary(), raw, lows, at)
    if title is None and not gathering:
        return raw[at], 1
    last = raw[at + width - 1].end
    kind = _kind(vocabulary(), low, raw[at].text, title, gathering)
    words = text[first:last]
    return Token(first, last, words, low, kind, title, gathering, plain_kind(words, low)), width


@lru_cache(maxsize=50_000)
def _alone(surface: str) -> tuple[str, str, str, None, str, ChunkKind]:
    """What a word is by itself: the fields of its token behind its place."""
    low = surface.lower().replace("’", "'").replace("‘", "'")
    low = low.removesuffix("'s").removesuffix("'")
    if low[:1] == "(" and low[-1:] == ")" and len(low) > 2:
        low = low[1:-1]  # 'the fifth (enlarged) meeting'
    return surface, low, _kind(vocabulary(), low, surface, None, ""), None, "", plain_kind(surface, low)


def _heads(
    words: Vocabulary, raw: list[Token], lows: list[str], at: int
) -> tuple[TitleWord | None, str, int]:
    for width in range(min(_longest_head().get(lows[0], 0), len(lows)), 0, -1):
        key = tuple(lows[:width])
        title = words.titles.get(key)
        if title is not None and "capitals" in title.flags and not raw[at].text[:2].isupper():
            title = None  # '7 pm' and '9 cm' are no offices
        if title is not None and not raw[at + width - 1].text.lower().endswith(("'s", "’s")):
            return title, "", width
        if key in words.gatherings:
            return None, words.gatherings[key], width
    return None, "", 1


@lru_cache(maxsize=1)
def _longest_head() -> dict[str, int]:
    """How many words the longest title or gathering has that begins with a word."""
    longest: dict[str, int] = {}
    for head in (*vocabulary().titles, *vocabulary().gatherings):
        longest[head[0]] = max(longest.get(head[0], 0), min(len(head), MOST_WORDS))
    return longest


def _kind(words: Vocabulary, low: str, surface: str, title: TitleWord | None, gathering: str) -> str:
    if low in ADDRESS or surface in HIGHNESSES:
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
    elif low in ("the", "a", "an", "several", "various", "some") or low in ADDRESS or text in HIGHNESSES:
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
