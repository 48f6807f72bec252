"""What can be the name of a body: words that a list, a heading or a slip put round it are taken off, what is none is dropped.

'Minutes of Elm Town Council' is the council, 'Water Bureau and Ruler' the bureau, 'Foreign Office Kwame Adjei' the office, and
'Tan Sri', 'and Asiedu' or 'in' are no body at all.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from functools import lru_cache

from extract.countries import country_of
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
JOINED = re.compile(r"(?:,|\band|&)(?: the)?\s*$")
WORD = re.compile(r"[^\s,;]+")
GOES_ON = re.compile(r"\s*(?:$|,| and\b| of\b| for\b| to\b)")
"""What stands behind the title of a post, and behind no title that is a word of a body: 'Secretary General Office'."""
INSIDE = re.compile(r"(?:\b(?:of|for|to)(?: the(?: [A-Z]\w+)?)?|['’]s) $")
"""What makes a title part of a body: 'Office of the Prime Minister', 'the Council of the Chief Executive'."""
SHORT = re.compile(r"[A-Z][A-Z&]+|[A-Z][a-z]*[A-Z]\w*")
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
        trimmed = _without_people(_trimmed(words))
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


def _without_people(words: str) -> str:
    """The words up to the first title or form of address that is no part of the body's name."""
    for match in WORD.finditer(words):
        word, before = match.group(), words[: match.start()]
        if word.rstrip(".") in _addresses():
            return before.rstrip(" ,")
        if _is_title(low(word)) and GOES_ON.match(words, match.end()):
            front = _before_title(before)
            if JOINED.search(front) or not (INSIDE.search(front) or words.startswith("Ministry ")):
                return JOINED.sub("", front) if JOINED.search(front) else _if_body(front)
    return words


def _is_title(word: str) -> bool:
    title = vocabulary().titles.get((word.removeprefix("co-").removeprefix("pro-"),))
    posts = title is not None and not title.plural and not title.generic and "rank" not in title.flags
    return posts and word not in vocabulary().fields  # 'Justice' is a field as well


def _before_title(before: str) -> str:
    """The words without those that qualify the title behind them: 'Office of the Prime', 'and Zimbabwean'."""
    known = vocabulary()
    words = before.rstrip()
    while words:
        last = words.split()[-1]
        if not (
            low(last) in known.title_modifiers
            or (low(last),) in known.titles
            or low(last) == "prime"
            or country_of(last)
        ):
            break
        words = words[: -len(last)].rstrip()
    return f"{words} "


def _if_body(words: str) -> str:
    kept = words.strip(" ,")
    return kept if has_head(kept) or SHORT.fullmatch(kept) or country_of(kept) else ""


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
def _addresses() -> frozenset[str]:
    """Forms of address that stand in front of a person, in no body: 'Dr', 'Datuk'."""
    kept = frozenset(
        [
            "Mr",
            "Mrs",
            "Ms",
            "Miss",
            "Dr",
            "Prof",
            "Hon",
            "Messrs",
            "Datuk",
            "Dato",
            "Dato'",
            "Datin",
            "Tun",
            "Shri",
            "Smt",
            "Sheikh",
            "Shaikh",
            "Alhaji",
            "Cllr",
            "Engr",
            "Mme",
            "Madam",
            "Lyonpo",
            "Dasho",
            "Samdech",
            "Senator",
            "Councillor",
        ]
    )
    return kept & {form.rstrip(".") for form in honorifics()} | {"Senator", "Hon", "H.E"}


@lru_cache(maxsize=1)
def _address_words() -> frozenset[str]:
    return frozenset(word.lower().rstrip(".") for form in honorifics() for word in form.split())
