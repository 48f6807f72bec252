"""Places that one report tells to be such, and names behind them: 'Deputy Commissioner Sialkot Tahir Farooq'."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names_scan import SAME_LINE, Scan
from extract.places import find_places
from extract.places_gazetteer import demonyms, gazetteer, places_named
from extract.places_words import may_be_place

DATELINE = re.compile(r"(?:^|\n)[ \t]*(?:date [\d-]+ )?([A-Z]{4,})(?=,|:| \(| [-–—])")
INSIDE = ("in ", "at ", "from ")
UNITS = tuple(f" {letter}" for letter in "dDtTpPcCsS")
LONGEST_REST = 40  # letters of a country behind the words that look like a name
LOCATED = re.compile(
    r"(?<![^\W_])(?:(?:in|at|from) (?P<in>[A-Z][a-z]{3,})(?= [a-z]|[.,;)]|$)"
    r"|(?P<unit>[A-Z][a-z]{3,}) (?:[Dd]istrict|[Dd]ivision|[Tt]ehsil|[Pp]rovince|[Cc]ounty|[Tt]aluka?|[Ss]tate|[Ss]ub-?[Dd]ivision)(?![^\W_]))"
)


@lru_cache(maxsize=4)
def told_places(text: str) -> frozenset[str]:
    """The words that a report tells to be places: its dateline, what stands behind 'in', and before 'district'."""
    found = {match[1].capitalize() for match in DATELINE.finditer(text)}
    found.update(match["in"] or match["unit"] for match in LOCATED.finditer(text))
    return frozenset(found)


def _can_be_told(text: str, word: str) -> bool:
    """Whether LOCATED or DATELINE may find the word, by what stands beside it: a hundredth of the cost of `told_places`."""
    if word.upper() in text:
        return True
    at = text.find(word)
    while at >= 0:
        if text.endswith(INSIDE, 0, at) or text.startswith(UNITS, at + len(word)):
            return True
        at = text.find(word, at + 1)
    return False


def is_told(text: str, word: str) -> bool:
    """Whether a report tells a word to be a place."""
    return _can_be_told(text, word) and word in told_places(text)


def is_told_place(sentence: Scan, number: int) -> bool:
    """Whether a word is such a place and two words of a name follow it on its line."""
    words, gaps = sentence.words, sentence.gaps
    return (
        number + 2 < len(words)
        and gaps[number] == gaps[number + 1] == SAME_LINE
        and not words[number + 1].stop
        and not words[number + 2].stop
        and is_told(sentence.text, sentence.surface(number))
    )


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    """The first words of countries and peoples of two words."""
    names = [*demonyms(), *(name for name, places in gazetteer().items() if places[0].level == "country")]
    return frozenset(words[0] for name in names if len(words := name.split()) == 2)


def opens_country(sentence: Scan, number: int) -> bool:
    """Whether a country or its people begin at a word, and nobody who is addressed: 'Sri Lanka', 'Sri Lankan'."""
    if sentence.words[number].low not in _first_words() or not sentence.adjacent(number, same_line=True):
        return False
    words = f"{sentence.surface(number)} {sentence.surface(number + 1)}"
    return words.lower() in demonyms() or any(place.level == "country" for place in places_named(words))


def goes_on_as_place(text: str, start: int, end: int) -> bool:
    """Whether the words are the beginning of a country's name: 'St Kitts' of 'St Kitts and Nevis'."""
    return may_be_place(text, start) and any(
        place.start == start and place.end > end
        for place in find_places(text, start, min(len(text), end + LONGEST_REST))
    )
