"""Whether two names of gatherings can mean one: by their words, and not by the word for a gathering alone."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.vocabulary import vocabulary

WORD = re.compile(r"[a-z0-9]+")
WORD_AS_PRINTED = re.compile(r"[A-Za-z0-9]+")
SMALL = frozenset({"the", "of", "a", "an", "and", "on", "for", "in"})
BESIDES = frozenset(["invitation", "site", "spot", "behalf", "special", "same", "whole", "day", "today", "morning", "afternoon", "evening", "time", "video"])  # fmt: skip
"""Words behind a gathering that are not what it is about: 'attended the meeting on invitation'."""
GENERIC = re.compile(
    r"^(?:this|that|these|those|the|a|an|its|above|whole|entire|important|special|such|same|today's|said|relevant|following|video|plenary)?\s*"
    r"(?:\w+\s+)?(?:meetings?|conferences?|sessions?|symposiums?|activit(?:y|ies)|events?|visits?|inspections?|surveys?|study|forums?|ceremony|"
    r"teleconference|investigations?|class|talks|discussions?|debate|call|summit)$",
    re.IGNORECASE,
)
ENDS = ("opening", "closing")


def is_generic(name: str) -> bool:
    """Whether a name says no more than 'the meeting'."""
    return bool(GENERIC.match(name.strip()))


def one_host(a: str, b: str) -> bool:
    """Whether two gatherings can have one host: one of the two names is unsaid, or a part of the other."""
    one, other = tokens(a), tokens(b)
    return not (one and other) or one <= other or other <= one or len(one & other) * 4 >= len(one | other) * 3


def tokens(name: str) -> frozenset[str]:
    return frozenset(WORD.findall(name.lower())) - SMALL


def opposed(one: frozenset[str], other: frozenset[str]) -> bool:
    """'The opening ceremony' and 'the closing ceremony' are two."""
    return any({a, b} <= one ^ other and a in one for a, b in (ENDS, ENDS[::-1]))


@lru_cache(maxsize=1 << 12)
def told_apart(one: str, other: str) -> bool:
    """'Water Forum' and 'Grain Forum' share the word for a gathering alone; 'the review of the Linhe delegation' has a name that the other lacks, and so has the other."""
    if is_generic(one) or is_generic(other):
        return of_two_topics(one, other)
    a, b = (tokens(name) - _kinds() - BESIDES for name in (one, other))
    if a and b and not a & b:
        return True
    own, others = (_proper(name) for name in (one, other))
    return bool(own - tokens(other)) and bool(others - tokens(one))


def of_two_topics(one: str, other: str) -> bool:
    """'The Water Forum' and 'the Grain Forum': a capitalised word in each, and none in both."""
    own, others = (
        frozenset(word.lower() for word in WORD_AS_PRINTED.findall(name) if word.istitle()) - _kinds()
        for name in (one, other)
    )
    return bool(own and others) and not own & others


def _proper(name: str) -> frozenset[str]:
    """The words of a name that are printed with a capital and are no words of bodies and posts."""
    return frozenset(
        low
        for word in WORD_AS_PRINTED.findall(name)
        if word.istitle() and (low := word.lower()) not in _common()
    )


@lru_cache(maxsize=1)
def _common() -> frozenset[str]:
    """Words of bodies, posts, fields of work and gatherings."""
    words = vocabulary()
    known = words.body_heads.keys() | words.body_modifiers | words.place_words | words.title_modifiers
    return frozenset(known) | _kinds() | SMALL | words.fields


@lru_cache(maxsize=1)
def _kinds() -> frozenset[str]:
    """Words that say what kind of gathering one is, and not which."""
    words = vocabulary()
    return frozenset(word for key in words.gatherings for word in key) | words.gathering_modifiers
