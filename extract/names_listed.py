"""Whether capitalised words in a list are a person: by what they are, by what stands beside them, or alone in their place."""

from __future__ import annotations

import re

from extract.names_printed import names_body, printed_small
from extract.names_run import names_force
from extract.names_scan import Scan
from extract.vocabulary import vocabulary

MONTH_NAMES = frozenset(
    [
        *("january", "april", "may", "june", "august", "sunday", "monday", "friday"),
        *("bill", "will", "dean", "virginia", "georgia", "sydney"),
    ]
)  # and other words that are first names in a list of people
OPENED = re.compile(r"(?:[,;:\n()•·*/&|–—.]|(?<![^\W_])(?:and|or|with|by)) *$")
ALONE_AFTER = re.compile(r"\s*(?:$|[,;:\n()•·*/&|–—.]|(?:and|or)(?![^\W_]))")
AFTER_OK = re.compile(r"\s*(?:$|[,;:\n()•·*/&|–—.]|and(?![^\W_])|[a-z])")


def is_office_in_capitals(sentence: Scan, number: int) -> bool:
    """Tell whether a word is the letters of an office or a force in front of a name: 'DG Muhammad Shahid', 'CTD Waseem Khan'."""
    surface = sentence.surface(number)
    if not surface.isupper() or len(surface) < len("DG"):
        return False
    return is_title(sentence.words[number].low) or names_force(surface)


def is_named_for_month(sentence: Scan, number: int) -> bool:
    """Tell whether a first name is a month between commas, with a family behind it: 'Marquita Butler, April Graves, and Dan Ryan'."""
    word = sentence.words[number]
    if word.low not in MONTH_NAMES or not sentence.adjacent(number, same_line=True):
        return False
    return not sentence.words[number + 1].stop and is_alone(sentence, number, 2)


def is_alone(sentence: Scan, number: int, count: int) -> bool:
    """Tell whether the `count` words from `number` on fill their place between two signs or small words."""
    start = sentence.starts[number]
    opened = start == sentence.start or OPENED.search(sentence.text, max(sentence.start, start - 8), start)
    end = sentence.ends[number + count - 1]
    return bool(opened) and bool(ALONE_AFTER.match(sentence.text, end, sentence.end))


def is_person(sentence: Scan, number: int, count: int, alone: bool) -> bool:
    """Tell whether the `count` words from `number` on are a person; `alone` where they fill their place."""
    words, last = sentence.words, number + count - 1
    if all(word.initial for word in words[number : last + 1]):
        return False
    if all(printed_small(sentence.text, word.low) for word in words[number : last + 1]):
        return False
    if count > 1 and any(names_body([sentence.surface(n) for n in range(number, last + 1)])):
        return False  # 'Elm CCG', 'NHS Moor'
    if tuple(word.low for word in words[number : last + 1]) in vocabulary().titles:
        return False  # 'Prince Salman bin Hamad, Crown Prince'
    if any(word.kinds & {"word", "addressed"} for word in words[number : last + 1]) and count == 1:
        return False
    if sentence.adjacent(last) and words[last + 1].stop and not is_title(words[last + 1].low):
        return False
    after_title = number > 0 and sentence.adjacent(number - 1) and is_title(words[number - 1].low)
    if number > 0 and sentence.adjacent(number - 1) and words[number - 1].stop and not after_title:
        return False
    if count == 1:
        surface = sentence.surface(number)
        if surface.removesuffix("s").isupper() or words[number].initial or len(surface) < 3:
            return False
        return (alone or after_title) and sentence.text[sentence.ends[last] : sentence.ends[last] + 1] != ":"
    return sentence.adjacent(last) or bool(AFTER_OK.match(sentence.text, sentence.ends[last], sentence.end))


def is_title(low: str) -> bool:
    """Tell whether a word in small letters is a title."""
    return (low,) in vocabulary().titles
