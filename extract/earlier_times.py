"""What a sentence's own words say of when: a gathering told of besides, earlier than the one that is reported.

'In May 2019, X attended the meeting of the bureau' in the report of one in June 2021; 'last month', 'two weeks earlier' behind
the news of a gathering. A time counts where it opens the sentence, or stands behind what was done with nothing between but
people, places and gatherings.
"""

from __future__ import annotations

import re
from datetime import date

from corpus.needed import guarded
from extract.dates_edtf import edtf_bounds
from extract.dates_find import find_dates
from extract.dates_words import DateMention

APART = 40  # days between two gatherings of which the report of the later one tells the earlier
CLAUSE = 90  # letters behind a verb in which its time stands
OPENING = re.compile(
    r"\W*(?:(?:back|early|earlier|late|later|only),? )?(?:in |on |at the (?:start|end|beginning) of )?(?:early |late |mid[- ])?(?:the )?",
    re.IGNORECASE,
)
COUNT = r"(?:(?:an?|one|two|three|four|five|six|several|some|many|just|only|few|couple of|\d{1,2}) ){0,3}"
GOES_BACK = guarded(
    r"(?:(?:early|earlier|late|later|in|over|during|only|just) )?(?:the )?(?:last|past|previous|preceding) (?:week|fortnight|month|year)\b|"
    r"(?:earlier|late|early) (?:this|in the|last) (?:week|month|year)\b|"
    rf"{COUNT}(?:week|fortnight|month|year)s? (?:ago|earlier|before|previously)\b|"
    rf"{COUNT}days (?:earlier|before)\b(?! [a-z]+ing\b)",
    re.IGNORECASE,
)
"""Goes back behind the gathering at hand."""
YEAR_ALONE = re.compile(
    r"\W*(?:(?:back|early|late|on this day|as early as),? )?in (?P<year>(?:1[89]|20)\d\d)(?:,| (?!(?:year|work|municipal|provincial|city|county|government|annual)\b)[a-z]+ )?(?![^.;]{0,200}\b(?:in|on) (?:\d{1,2} )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b)",
    re.IGNORECASE,
)
"""'In 1972, X met Y': news of a gathering has its day, or its month."""
FIRST_MET = re.compile(
    r"first (?:met|visited|attended)\b[^.;]{0,80}?(?: (?:when|while) (?:both|they|he|she)\b| in (?:1[89]|20)\d\d\b)",
    re.IGNORECASE,
)
COUNTED = re.compile(r"\b(?:on|of|to|with|and|in) $", re.IGNORECASE)
"""'briefed the conference on the past year': what is told about, not when."""
SMALL = frozenset(
    ["in", "at", "on", "with", "of", "to", "and", "the", "a", "an", "his", "her", "its", "their", "during", "back", "early", "late",
     "summit", "meeting", "talks", "forum", "conference", "congress", "session", "ceremony", "visit", "counterpart", "president",
     "minister", "prime", "leader", "annual", "here", "there"]
)  # fmt: skip
"""Words that may stand, beside names and places, between a verb and its time."""


def goes_back(text: str, start: int, done: int, end: int) -> bool:
    """Whether the sentence opens with 'last month' or 'two weeks earlier', or has it behind the verb that ends at `done`."""
    for found in GOES_BACK.finditer(text, start, end):
        if text[start : found.start()].strip(" \n\t\"“'") == "":
            return True
        if done <= found.start() <= done + CLAUSE:
            between = text[done : found.start()]
            return _between(between) and not COUNTED.search(between)
    return False


def year_alone(text: str, start: int, end: int) -> str:
    """The year that opens the sentence with no day or month; '' where none does."""
    match = YEAR_ALONE.match(text, start, end)
    return match["year"] if match is not None else ""


def time_of(text: str, start: int, done: int, end: int) -> DateMention | None:
    """The month or day, with its year, that opens a sentence or stands behind the verb that ends at `done`."""
    dates = [found for found in find_dates(text, start, end) if found.kind in ("full", "month")]
    if not dates:
        return None
    opening = OPENING.match(text, start, end)
    if opening is not None and dates[0].start <= opening.end():
        return dates[0]
    behind = len(dates) == 1 and done <= dates[0].start <= done + CLAUSE
    return dates[0] if behind and _between(text[done : dates[0].start]) else None


def is_before(value: str, day: str) -> bool:
    """Whether a time is well before a day: by more than a month, both with their years."""
    told, reported = edtf_bounds(value), edtf_bounds(day)
    if told is None or reported is None:
        return False
    return (date.fromisoformat(reported[0]) - date.fromisoformat(told[1])).days >= APART


def _between(words: str) -> bool:
    """Whether these are no words but names, places and gatherings."""
    return all(word[:1].isupper() or word.strip(",").lower() in SMALL for word in words.split())
