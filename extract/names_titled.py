"""Names behind a title and its portfolio: 'Minister of Public Works Nyoman Sudarsana', 'Ambassador to Fiji Losa Tuilagi'.

The words of the portfolio are known words of bodies, offices and countries, right behind a title, with or without 'of'; the
two to four capitalised words that follow, up to a sign or a small word, are known as neither. A name that is a place counts
for none.
"""

from __future__ import annotations

import re

from extract.names_foreign import name_run
from extract.names_list import listed
from extract.names_scan import Scan, scan
from extract.names_span import NameSpan
from extract.names_words import read_word
from extract.places import find_places
from extract.vocabulary import vocabulary

CLOSED = re.compile(r"\s*(?:$|[,;:.()]|[a-z])")
PORTFOLIO = re.compile(r"(?:[\w&'’-]+,? )+$")
LINKS = frozenset(["and", "of", "the", "for", "&", "at", "to", "in", "charge"])
COUNTRIES = frozenset(["nation", "world", "province", "place"])
REACH = 110


def titled_names(text: str, start: int, end: int) -> tuple[NameSpan, ...]:
    """Find the names behind a title with its portfolio in `text[start:end]`."""
    sentence = scan(text, start, end)
    found = []
    number = 1
    while number < len(sentence.words):
        count = _count(sentence, number)
        if count:
            found.append(listed(sentence, number, count))
        number += max(1, count)
    return tuple(span for span in found if not find_places(text, span.start, span.end))


def _count(sentence: Scan, number: int) -> int:
    """How many words from `number` on are a name, 0 where none begins."""
    word, before = sentence.words[number], sentence.words[number - 1]
    if word.stop or word.initial or not before.stop or not sentence.adjacent(number - 1):
        return 0
    count = name_run(sentence, number, first_free=False)
    if not 2 <= count <= 4 or not CLOSED.match(
        sentence.text, sentence.ends[number + count - 1], sentence.end
    ):
        return 0
    first = sentence.starts[number]
    match = PORTFOLIO.search(sentence.text[max(sentence.start, first - REACH) : first])
    return count if match is not None and _titled(match.group().split()) else 0


def _titled(words: list[str]) -> bool:
    """Whether a title opens the words, with nothing behind it but known words of offices and countries."""
    known = vocabulary()
    for number in range(len(words) - 1, -1, -1):
        word = words[number]
        low = word.strip(",").lower()
        title = known.titles.get((low,))
        if title is not None and word.istitle() and number < len(words) - 1:
            return not word.endswith(",")
        if title is not None or low in LINKS or low in known.body_modifiers or low in known.body_heads:
            continue
        if low in known.title_modifiers or (word[:1].isupper() and read_word(word).kinds & COUNTRIES):
            continue
        return False
    return False
