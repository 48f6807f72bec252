"""The words of a gathering's name: which part is a gathering, which a body, which only says of what sort or number it is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.number_words import ORDINALS
from extract.vocabulary import vocabulary

ORDINAL = re.compile(
    rf"\b(\d+(?:st|nd|rd|th)|{'|'.join(ORDINALS)}|thirtieth|(?:twenty|thirty|forty)-\w+)\b", re.IGNORECASE
)
COUNCILS = frozenset(
    [
        "cabinet",
        "council",
        "committee",
        "commission",
        "board",
        "parliament",
        "senate",
        "presidium",
        "politburo",
        "panel",
        "vestry",
    ]
)
# words before a gathering's noun that are no part of the body's name, besides rules/gathering_modifiers.csv
QUALITIES = frozenset(
    [
        "a",
        "an",
        "the",
        "important",
        "special",
        "joint",
        "work",
        "working",
        "study",
        "field",
        "launch",
        "conference",
        "teleconference",
    ]
)
LINKS = frozenset(["of", "the", "and", "for", "on", "with", "in", "by"])
OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)


def single_word(word: str) -> str:
    return word.lower().strip(",").removesuffix("'s").removesuffix("’s")


def gathers(part: str) -> bool:
    """Whether a part of a name is a gathering: 'fifth plenary meeting', 'first session', but no 'People's Congress'."""
    words = re.split(r"\s(?:for|on)\s", part.lower())[0].split()
    known = vocabulary().gatherings
    return bool(words) and any(tuple(words[-width:]) in known for width in (1, 2)) and not _congress(words)


def _congress(words: Sequence[str]) -> bool:
    return words[-1] in ("congress", "conference") and any(
        w.startswith(("people", "consultative", "npc")) for w in words
    )


def is_body(words: str) -> bool:
    vocab = vocabulary()
    lows = [single_word(word) for word in words.split()]
    return any(low in vocab.body_heads and low not in vocab.place_words for low in lows)


def of_people(part: str) -> bool:
    """Whether 'a meeting of the secretaries of ...' is one of people, no body's."""
    vocab = vocabulary()
    words = [word.lower() for word in part.split()]
    return any((word,) in vocab.titles and word.endswith(("s", "men")) for word in words) or (
        (words[-1],) in vocab.titles  # 'an office meeting of the first secretary of ...'
    )


def qualifies(word: str) -> bool:
    low = word.lower().strip(",")
    vocab = vocabulary()
    return (
        low in vocab.gathering_modifiers
        or (low,) in vocab.gatherings
        or low in QUALITIES
        or bool(ORDINAL.fullmatch(low))
    )


def closes_body(tokens: Sequence[str], name: str) -> bool:
    """Whether the last of `tokens` is a body's: 'Leading Group' before 'Meeting', but not 'group' before 'study'."""
    low = single_word(tokens[-1])
    if low in COUNCILS:
        return True
    return low == "group" and not re.search(rf"\b{re.escape(tokens[-1])} stud(?:y|ies)\b", name)


def without_topic(name: str) -> str:
    """The name without what the gathering was about: 'Council meeting on drains'."""
    about = re.search(r"\s(?:on|to|about|regarding)\s", name)
    return name[: about.start()] if about is not None and gathers(name[: about.start()]) else name
