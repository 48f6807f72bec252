"""Leaders whom a report calls by one word alone: 'President Orsel', 'Prime Minister Havik', 'King Aldo'.

The titles are of offices abroad, whose holders agencies name without the given name. The one word behind is known as no place,
office, nation or common word, and nowhere in the report stands beside a given name: who is named in full is read from there.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.names_found import Found
from extract.names_made import foreign_found
from extract.names_run import is_acronym
from extract.names_scan import Scan
from extract.names_words import read_word
from extract.vocabulary import vocabulary

TITLE = re.compile(
    r"(?<![\w-])(?:(?P<portfolio>[A-Z][a-z]+) )?(?P<title>President|Premier|Chancellor|King|Queen|Emir|Sultan|Minister) $"
)
OF_MINISTERS = frozenset(["prime", "foreign", "chief", "first"])
FATHERS = frozenset(["bin", "bint", "ibn", "al"])
ENDED = re.compile(r"[.”\"']\s*$")
"""A sentence, and no headline, whose capitals prove nothing."""
REACH = 40
SHORTEST = 3


def match_leader(sentence: Scan, number: int) -> tuple[str, Found] | None:
    """Match one word behind a leader's title; return the title and the name."""
    word = sentence.words[number]
    if word.stop or word.initial or word.hyphenated or word.surname or word.kinds:
        return None
    surface, text = sentence.surface(number), sentence.text
    if (
        len(surface) < SHORTEST
        or is_acronym(surface)
        or not ENDED.search(text, sentence.end - 4, sentence.end)
    ):
        return None
    if sentence.adjacent(number) and not sentence.words[number + 1].stop:
        return None
    first = sentence.starts[number]
    title = TITLE.search(text, max(sentence.start, first - REACH), first)
    if title is None or (title["title"] == "Minister" and not _of_ministers(title["portfolio"])):
        return None
    if _in_full(text, surface):
        return None
    return title["title"], foreign_found(sentence, number, 1, "honorific")


def _of_ministers(portfolio: str | None) -> bool:
    low = (portfolio or "").lower()
    return low in OF_MINISTERS or low in vocabulary().portfolios


@lru_cache(maxsize=64)
def _in_full(text: str, surface: str) -> bool:
    """Whether the word stands anywhere beside another that can be of the same name: 'Musa Bihi Abdi', 'King Hamad bin Eisa'."""
    beside = re.compile(
        rf"(?:(?<![\w-])([A-Z][\w'’-]+) )?(?<![\w-]){re.escape(surface)}(?![\w-])(?: ([\w'’-]+))?"
    )
    for before, behind in beside.findall(text):
        if behind.lower() in FATHERS or any(_can_be_name(form) for form in (before, behind) if form):
            return True
    return False


def _can_be_name(form: str) -> bool:
    word = read_word(form)
    return (
        form[:1].isupper() and not word.stop and not word.kinds and (form.lower(),) not in vocabulary().titles
    )
