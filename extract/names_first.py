"""First words of a name that no list knows, before one that is known: 'Malik Umar Farooq', 'AHM Mustafa Kamal'.

They belong to the name where they open an item of a list or stand right behind a title; no common word, office or
place does.
"""

from __future__ import annotations

import re

from extract.names_addressed import after_title
from extract.names_found import Found
from extract.names_made import foreign_found
from extract.names_places import told_places
from extract.names_printed import lower_words
from extract.names_run import (
    FORCES,
    INSIDE_NAMES,
    LONGEST_NAME,
    is_acronym,
    is_honorific,
    name_run,
    names_force,
)
from extract.names_scan import Scan
from extract.names_titled import behind_office
from extract.places import find_places
from extract.vocabulary import vocabulary

OPENED = re.compile(r"(?:^|[,;:(]|(?<![^\W_])(?:and|or|with|by)) ?$")
MOST = 2
LONGEST_INITIALS = 3


def with_first_words(sentence: Scan, number: int, found: Found, behind: int) -> Found:
    """Take up to two words before word `number` into the name that begins there; words before `behind` are taken."""
    first = number
    while first > max(behind, number - MOST) and _fits(sentence, first - 1):
        first -= 1
    while first < number and is_acronym(sentence.surface(first)) and not _opens(sentence, first):
        first += 1  # 'Secretary of ERD Shahriar Kader Siddiky'
    count = found.after - first
    if first == number or count > LONGEST_NAME or sentence.is_headline() or not _opens(sentence, first):
        return found
    if find_places(sentence.text, sentence.starts[first], sentence.ends[number - 1]):
        return found
    return foreign_found(sentence, first, count, found.rule)


def match_inside(sentence: Scan, number: int, behind: int) -> Found | None:
    """Match a name round a form of address inside it: 'Awat Sheikh Janab', behind a title or opening an item."""
    if number <= behind or sentence.words[number].low not in INSIDE_NAMES or not _fits(sentence, number - 1):
        return None
    known = sentence.words[number - 1]
    start = sentence.starts[number - 1]
    opened = OPENED.search(sentence.text[max(sentence.start, start - 5) : start]) is not None
    if known.office or known.article or not (opened or after_title(sentence, number - 1)):
        return None  # 'the Chairman of Al-Shura Sheikh Abdullah', 'of Saudi Arabia Sheikh Sabah'
    if is_acronym(sentence.surface(number - 1)):
        return None
    count = name_run(sentence, number - 1, first_free=False)
    return foreign_found(sentence, number - 1, count, "after-title") if count > 2 else None


def _fits(sentence: Scan, number: int) -> bool:
    word, surface = sentence.words[number], sentence.surface(number)
    if (
        word.stop
        or word.initial
        or word.low in vocabulary().portfolios
        or word.low in FORCES
        or not sentence.adjacent(number, same_line=True)
    ):
        return False
    if surface in told_places(sentence.text) or word.low in lower_words(sentence.text):
        return False
    return not is_honorific(sentence, number)


def _opens(sentence: Scan, number: int) -> bool:
    titled = after_title(sentence, number) or behind_office(sentence, number)
    surface = sentence.surface(number)
    if is_acronym(surface):
        return titled and len(surface) <= LONGEST_INITIALS and not names_force(surface)
    start = sentence.starts[number]
    return titled or OPENED.search(sentence.text[max(sentence.start, start - 5) : start]) is not None
