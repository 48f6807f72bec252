"""The rarer spellings of Chinese names: glued, given name first, surname in lower case."""

from __future__ import annotations

import re

from extract.names_found import Found, capitalised, normal_family, normal_given
from extract.names_lexicon import lexicon
from extract.names_scan import Scan
from extract.names_words import pinyin_syllables

LINE_START = re.compile(r"(?:(?<=\n)|)([a-z]{2,9}) (?=[A-Z])")
LONGEST_START = 10
NO_LINE_START = frozenset(
    [
        "an",
        "a",
        "so",
        "to",
        "or",
        "long",
        "you",
        "she",
        "man",
        "can",
        "do",
        "me",
        "die",
        "fan",
        "pan",
        "ban",
        "song",
        "sun",
        "la",
        "sang",
    ]
)


def match_glued(sentence: Scan, number: int) -> Found | None:
    """Match a surname and a given name printed as one word: 'XiaFengjian'; 'FangMing Wang' is Wang Fangming."""
    glued = sentence.words[number].glued
    if glued is None:
        return None
    if pinyin_syllables(f"{glued[0]}{glued[1]}".lower()) == 2 and _family_behind(sentence, number):
        return _given_before_family(sentence, number, normal_given("".join(glued), join=True))
    return Found(
        sentence.starts[number],
        number + 1,
        sentence.ends[number],
        glued[0],
        capitalised(glued[1]),
        "pinyin-glued",
    )


def match_given_first(sentence: Scan, number: int) -> Found | None:
    """Match Western order where it cannot be read otherwise: 'Cigui Liu', never before a name of its own."""
    words = sentence.words
    given = words[number]
    if given.pinyin != 2 or given.surname or given.kinds or given.stop or given.foreign:
        return None
    if not _family_behind(sentence, number):
        return None
    return _given_before_family(sentence, number, normal_given(sentence.surface(number), join=True))


def _family_behind(sentence: Scan, number: int) -> bool:
    """Whether a common surname, and no name of its own, stands behind word `number`."""
    if not sentence.adjacent(number, same_line=True):
        return False
    family = sentence.words[number + 1]
    if "common" not in family.surname or "word" in family.surname:
        return False
    behind = number + 2
    return not (
        behind < len(sentence.words) and sentence.adjacent(number + 1) and sentence.words[behind].pinyin
    )


def _given_before_family(sentence: Scan, number: int, given: str) -> Found:
    return Found(
        sentence.starts[number],
        number + 2,
        sentence.ends[number + 1],
        normal_family(sentence.surface(number + 1)),
        given,
        "given-first",
    )


def match_line_start(sentence: Scan) -> Found | None:
    """Match a surname in lower case at the start of a line: 'he Angang'."""
    if not sentence.words or not sentence.start < sentence.starts[0] <= sentence.start + LONGEST_START:
        return None
    found = LINE_START.match(sentence.text, sentence.start, sentence.end)
    if not found or sentence.starts[0] != found.end():
        return None
    family, given = found.group(1), sentence.words[0]
    flags = lexicon().surnames.get(family, frozenset())
    if "pinyin" not in flags or family in NO_LINE_START:
        return None
    if given.pinyin != 2 or given.kinds or given.stop or given.surname:
        return None
    surface = sentence.surface(0)
    given_name = normal_given(surface, join=True)
    return Found(found.start(), 1, sentence.ends[0], capitalised(family), given_name, "line-start")
