"""Words of a body, a field of work or an office: which of them some words are.

A 'Bureau of Finance' is a body, 'Nursing and Quality' a field of work, 'Deputy High Commissioner' one person's office.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.countries import country_of
from extract.names_run import FAMILY_WORDS
from extract.names_span import NameSpan
from extract.names_words import read_word
from extract.post_words import LEVEL_WORDS, SMALL, low
from extract.vocabulary import rows, vocabulary

PARTS = re.compile(r"\s+(?:of|for|on|at|in|and|under)\s+(?:the\s+)?|,\s*|\s*\(")
BRACKETS = re.compile(r"\s*\([^()]*\)")
WORD = re.compile(r"[^\s,;&/()]+")


@lru_cache(maxsize=1 << 13)
def has_head(words: str) -> bool:
    """Whether a part of the words ends with the head noun of a body: 'Bureau of Finance', but no 'Cabinet Affairs'."""
    vocab = vocabulary()
    parts = [part.strip(" ).,") for part in PARTS.split(words)]
    lasts = [low(part.split()[-1]) for part in parts if part]
    heads = any(last in vocab.body_heads and last not in vocab.place_words for last in lasts)
    return heads or any(f" {part.lower()}".endswith(_named()) for part in parts)


@lru_cache(maxsize=1 << 13)
def is_field_of_work(words: str) -> bool:
    """Whether the words name a field of work and no body: 'Nursing and Quality', 'Chief Finance', 'Cabinet Affairs'."""
    vocab = vocabulary()
    lows = [low(word) for word in WORD.findall(BRACKETS.sub("", words))]
    big = [word for word in lows if word not in SMALL]
    if (
        not big
        or big[-1] in vocab.body_heads
        or ((big[-1],) in vocab.titles and big[-1] not in vocab.fields)
        or set(big) <= levels()
        or f" {words.lower()}".endswith(_named())
    ):
        return False
    known = vocab.fields | vocab.title_modifiers | vocab.body_heads.keys()
    return all(word in known or (word,) in vocab.titles for word in big) and any(
        word in vocab.fields for word in big
    )


def is_field_alone(name: NameSpan) -> bool:
    """Whether one word of a list is what an office is for, and no family: 'Executive Director, Customer'."""
    if name.style != "single" or name.honorific or " " in name.name:
        return False
    return low(name.name) in vocabulary().fields and not read_word(name.name).foreign & FAMILY_WORDS


def is_known(words: str) -> bool:
    """Whether any of the words makes a body, a field of work, an office or a country."""
    vocab = vocabulary()
    lows = [low(word) for word in WORD.findall(words)]
    return bool(country_of(words)) or any(
        word in vocab.fields
        or word in vocab.body_heads
        or word in vocab.title_modifiers
        or (word,) in vocab.titles
        for word in lows
    )


def is_proper(words: str) -> bool:
    """Whether words name a body of their own, and do not go on a list of fields: 'Elm Association', but no 'Radio and Television Bureau'."""
    vocab = vocabulary()
    lows = [low(word) for word in WORD.findall(words)]
    return any(word not in SMALL | vocab.fields and word not in vocab.body_heads for word in lows)


def is_holder(words: str) -> bool:
    """Whether the words are the title of one person."""
    vocab = vocabulary()
    lows = [low(word) for word in words.split()]
    title = vocab.titles.get(tuple(lows[-2:])) or vocab.titles.get(tuple(lows[-1:]))
    one = title is not None and not title.plural and not title.generic
    return one and all(word in vocab.title_modifiers or (word,) in vocab.titles for word in lows[:-2])


def is_state(words: str) -> bool:
    """'The Kingdom's ambassador', 'President of the Republic': a state that is not named."""
    return low(words.strip()) in ("kingdom", "country", "republic", "state", "nation", "")


@lru_cache(maxsize=1)
def levels() -> frozenset[str]:
    """The words that say a level, and the Party's: no field of work by themselves."""
    return frozenset(word for word, _ in LEVEL_WORDS) | {"party", "autonomous", "people's"}


@lru_cache(maxsize=1)
def _named() -> tuple[str, ...]:
    """Bodies whose names end with no head noun: 'Federal Reserve'."""
    return tuple(f" {row['name']}" for row in rows("named_bodies.csv"))
