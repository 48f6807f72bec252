"""What may stand between a role verb and the list beside it, and what ends one."""

from __future__ import annotations

import re

BETWEEN = frozenset({"adverb", "auxiliary"})
PREPOSITIONS = frozenset(
    [
        "of",
        "at",
        "in",
        "for",
        "from",
        "to",
        "by",
        "with",
        "on",
        "under",
        "behalf",
        "about",
        "than",
        "against",
        "via",
        "through",
        "by's",
    ]
)
BEFORE_LIST = frozenset(
    [
        "with",
        "from",
        "by",
        "including",
        "visiting",
        "namely",
        "his",
        "her",
        "its",
        "their",
        "elected",
        "appointed",
    ]
)
APART = frozenset({"verb", "semicolon", "gathering", "colon"})
SEPARATORS = frozenset({"comma", "semicolon", "and"})
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY_BETWEEN = re.compile(
    rf"(?:here )?(?:,? ?(?:on|in) the (?:morning|afternoon|evening)|this (?:morning|afternoon|evening)|(?:on )?(?:the )?(?:\w+day|yesterday|today|recently|"
    rf"(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?(?:,? \d{{4}})?|\d{{1,2}}(?:st|nd|rd|th)?(?: {MONTH}(?:,? \d{{4}})?)?))(?: (?:morning|afternoon|evening))?)"
    rf"(?: (?:of|on) (?:the )?(?:\w+day|(?:{MONTH} )?\d{{1,2}}(?:st|nd|rd|th)?(?: {MONTH})?))?",
    re.IGNORECASE,
)
ASIDE_CHUNKS = 40  # an apposition longer than this is a clause
