"""Whose a local body is by its own name: 'Thornley Town Council' is Thornley's, whether or not a gazetteer knows Thornley."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile

from extract.common_words import common_words
from extract.names_words import is_long_pinyin
from extract.post_words import SMALL, normal_case

UNIT = (
    r"(?:Town(?:ship)?|Village|City|Municipal(?:ity)?|County|District|Provinc(?:e|ial)|Parish|Borough|Shire)"
)
CAPITALS = r"[A-Z][\w'’.-]*(?:\s+[A-Z][\w'’.-]*){0,3}"
OF_UNIT = re.compile(rf"\b{UNIT}\s+of\s+({CAPITALS})")
BEFORE_UNIT = re.compile(rf"\b({CAPITALS}?)\s+{UNIT}(?![\w'’-])")
WORD = re.compile(r"[A-Z][^\W\d_]*(?:['’.-](?!s$)[^\W\d_]+)*\.?")
STATE = re.compile(r"\s+(?:State|Province|City|County|Region)$")
IN_FRONT = frozenset(
    [
        "cpc",
        "former",
        "minutes",
        "draft",
        "joint",
        "special",
        "regular",
        "annual",
        "ordinary",
        "extraordinary",
        "emergency",
        "monthly",
        "public",
        "full",
    ]
)
"""What may stand before a place in a body's name; 'Democratic Progressive Municipal Committee' is of no Progressive."""
SEATS = frozenset(
    ["mayor", "governor", "magistrate", "chief minister", "ruler", "emir", "amir", "crown prince"]
)
"""Posts of a place and of nothing else."""


@lru_cache(maxsize=1 << 14)
def named_after(body: str) -> str:
    """The town, city, county or province that stands in a body's name as its own; '' for 'the County Board'.

    >>> named_after("Board of Commissioners of Harrowby County"), named_after("City of Norwell Planning Commission")
    ('Harrowby', 'Norwell')
    """
    for match in OF_UNIT.finditer(body):
        if own := _leading(match[1].split()):
            return own
    for match in BEFORE_UNIT.finditer(body):
        before = body[: match.end(1)].split()[::-1]
        own = _leading(before, back=True)
        rest = before[len(own.split()) :]
        behind = _leading(body[match.end() :].split()[:1])  # 'Healthwatch County Durham'
        if own and (not rest or rest[0].lower() in SMALL | IN_FRONT):
            return behind or own
    return ""


def unit_in_heading(line: str) -> str:
    """The unit that a line of a heading names and nothing else: 'TOWN OF MILBURY', 'City of Norwell, Meravia'; '' for none."""
    words = line.strip().rstrip(".")
    titled = normal_case(words.lower()) if words.isupper() else words
    return titled if OF_UNIT.fullmatch(titled.partition(",")[0]) else ""


@lru_cache(maxsize=1 << 12)
def place_of_seat(title: str, body: str) -> str:
    """The place in the body's stead of a post that only a place has: 'Mayor of Arlesheim', 'Chief Minister, Assam'."""
    if not any(title.lower().endswith(seat) for seat in SEATS) or len(body.split()) > 3:
        return ""
    own = STATE.sub("", body)
    return own if _leading(own.split()) == own else ""


def is_pinyin(place: str) -> bool:
    """Whether a place's name may be Chinese: a unit of that name that the gazetteer lacks may lie in any county."""
    return all(word.isalpha() and is_long_pinyin(word.lower()) for word in re.split(r"[\s'’-]+", place))


def _leading(words: Sequence[str], *, back: bool = False) -> str:
    """The proper words at the beginning of `words`, which `back` gives from the last to the first."""
    kept = list(takewhile(lambda word: WORD.fullmatch(word) and word.lower() not in common_words(), words))
    return " ".join(reversed(kept) if back else kept)
