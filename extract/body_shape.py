"""What can be the name of a body: words that a list, a heading or a slip put round it are taken off, what is none is dropped.

'Minutes of Elm Town Council' is the council, 'Water Bureau and Ruler' the bureau, 'Foreign Office Kwame Adjei' the office, and
'Tan Sri', 'and Asiedu' or 'in' are no body at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from extract.body_people import SHORT, without_people
from extract.field_words import has_head
from extract.names_lexicon import honorifics
from extract.places import find_places
from extract.post_words import SMALL, low
from extract.vocabulary import vocabulary

BEFORE = re.compile(
    r"(?:[^\w(]+|\(?\d{1,2}\)?\d?(?![\w-])|\d{4}(?:[-–/]\d{2,4})?(?= )"
    r"|(?:of|in|at|from|by|with|as|to|on|its|his|her|their|our|the|former|said|various|several|draft|approved|full|whole|entire)\b(?= )"
    r"|(?:minutes|proceedings|meetings?|sessions?|record|agenda) of\b"
    r"|(?:\d+(?:st|nd|rd|th) )?(?:(?:regular|annual|special|ordinary|extraordinary|ministerial|plenary) )*(?:meeting|session) of\b"
    r"|(?:meeting|minutes)(?=[A-Z]))\s*",
    re.IGNORECASE,
)
"""What stands before the name of a body and is no part of it; 'MeetingCity Council' is a slip of the page."""
BEHIND = re.compile(
    r"(?:[^\w).]+|\s+\(\d{1,2}\)\d?|\s*\((?!.*\))[^()]*"
    r"|,?\s+(?:mins|minutes|conducted|held|met|convened|meetings?|of|and|or|for|in|at|to|from|by|on|the|was|is|has|who|agenda)(?=$))$",
    re.IGNORECASE,
)
GATHERING = re.compile(r"\b(?:meetings?|session|summit)$", re.IGNORECASE)
COMPANY = re.compile(r"(?:co|ltd|limited|inc|plc|llc|corp)\.?", re.IGNORECASE)
ROUNDS = 6
LONGEST = 6  # words of a body that has no head noun: 'Universiti Sains Malaysia'
AND = re.compile(r"(?:and|&|or)\s")
NOT_BODIES = frozenset(
    [
        "conference",
        "meeting",
        "session",
        "assembly-hall",
        "press",
        "public",
        "ceremony",
        "event",
        "forum",
        "symposium",
        "reports",
        "part",
        "afterwards",
        "excellency",
        "majesty",
        "highness",
    ]
)


def shaped(body: str, names: Collection[str] = ()) -> str:
    """The name of the body in `body`, '' where none is there; `names` are the people whom the report names in full."""
    for name in names:
        if name in body:
            body = _without_name(body, name)
    return _shaped(body)


def _without_name(body: str, name: str) -> str:
    """A person's name ends a body: 'Foreign Office Kwame Adjei'; in front of one it goes: 'Kwame Adjei Town Council', not 'Kwame Adjei Trust'."""
    before, _, after = body.partition(name)
    if after[:1].isalnum() or before[-1:].isalnum():
        return body
    if before.strip():
        return before
    rest = _shaped(after.strip())
    return rest if " " in rest else body if rest else ""


@lru_cache(maxsize=1 << 13)
def _shaped(body: str) -> str:
    words = body
    if AND.match(words):
        return ""  # what stands behind 'and' is of somebody else
    for _ in range(ROUNDS):
        gathering = GATHERING.search(words)
        trimmed = without_people(_trimmed(words))
        if gathering and not has_head(trimmed):
            return ""  # 'the Senior Officials Meeting'
        if trimmed == words:
            break
        words = trimmed
    return words if _may_be(words) else ""


def _trimmed(words: str) -> str:
    start = 0
    while (before := BEFORE.match(words, start)) is not None and before.end() > start:
        start = before.end()
    words = words[start:]
    while (behind := BEHIND.search(words)) is not None and behind.group():
        words = words[: behind.start()]
    return words


def _may_be(words: str) -> bool:
    """Whether words may name a body: not forms of address, small words, parts of a meeting or a crowd alone."""
    lows = [low(word) for word in words.split()]
    if COMPANY.fullmatch(words):
        return False
    if has_head(words):
        return True
    if not words[:1].isalnum() and not words.startswith("("):
        return False
    if len(lows) > LONGEST or ("," in words and not find_places(words, 0, len(words))):
        return False  # without a head noun
    common = NOT_BODIES | SMALL
    titles = vocabulary().titles
    return not all(
        word in common or (word,) in titles or word.removeprefix("al-") in _address_words() for word in lows
    ) and not (len(words) <= 2 and not SHORT.fullmatch(words))


@lru_cache(maxsize=1)
def _address_words() -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for form in honorifics() for word in form.split())
