"""Countries in the words of a post: 'Russian Foreign', 'Kuwait's', 'Foreign Affairs of the Kingdom of Thailand'."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.vocabulary import rows

FORMAL = re.compile(
    r"(?:(?:the )?(?:(?:Federal|Federative|Democratic|Islamic|Socialist|People['’]s|United|Arab|Hashemite|Cooperative|Co-operative|Bolivarian|Plurinational"
    r"|Oriental|Sisterly|Brotherly) )*(?:Republic|Kingdom|State|Sultanate|Commonwealth|Emirate|Union|Federation|Principality|Government) of )?(?:the )?",
    re.IGNORECASE,
)
"""What may stand in front of a country's name: 'the Socialist Republic of'."""
REPUBLIC = re.compile(
    r" (?:(?:People['’]s|Democratic|Arab|Islamic|Socialist) )*(?:Republic|Kingdom)$", re.IGNORECASE
)
"""What may stand behind it: 'Lao People's Democratic Republic', 'Argentine Republic'."""
JOINT = re.compile(r",? of (?:the )?|, ?| ")
LONGEST = 7  # words of a country's full name


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    known: dict[str, str] = {}
    for row in rows("countries.csv"):
        for word in (row["name"], *row["aliases"].split(";"), *row["demonym"].split(";")):
            if word:
                known.setdefault(word.lower(), row["name"])
    return known


@lru_cache(maxsize=1 << 12)
def country_of(words: str) -> str:
    """The country that the words are and nothing else: its name, its full name or its adjective; '' for anything else.

    >>> country_of("Kuwait's"), country_of("the Socialist Republic of Vietnam"), country_of("Chinese"), country_of("China Railway")
    ('Kuwait', 'Vietnam', 'China', '')
    """
    plain = re.sub(r"['’]s?$", "", " ".join(words.split()).strip(" ,"))
    if plain == "US":
        return "United States"
    for form in (plain, plain.replace(" of ", " of the "), REPUBLIC.sub("", plain)):
        start = FORMAL.match(form)
        for name in (form, form[start.end() :] if start else ""):
            found = _known().get(name.lower())
            if found:
                return found
    return ""


@lru_cache(maxsize=1 << 12)
def country_first(words: str) -> tuple[str, str]:
    """The country that opens the words, and the rest: 'Russian Foreign' is ('Russia', 'Foreign'); ('', words) where none does."""
    pieces = words.split()
    for count in range(min(LONGEST, len(pieces)), 0, -1):
        country = country_of(" ".join(pieces[:count]))
        if country:
            return country, " ".join(pieces[count:])
    return "", words


@lru_cache(maxsize=1 << 12)
def country_last(words: str) -> tuple[str, str]:
    """What stands before the country that ends the words, and the country: 'Trade, Uganda' is ('Trade', 'Uganda')."""
    if whole := country_of(words):
        return "", whole
    for joint in JOINT.finditer(words):
        country = country_of(words[joint.end() :])
        if country:
            return words[: joint.start()].strip(" ,"), country
    return words, ""
