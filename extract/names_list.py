"""Names in a list of those present, where any capitalised words that are no post and no place are a name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.names_made import foreign_found
from extract.names_places import is_told_place
from extract.names_refused import is_pair
from extract.names_run import LONGEST_NAME, is_honorific, name_run, names_force
from extract.names_scan import Scan, within
from extract.names_span import NameSpan
from extract.names_words import read_word
from extract.vocabulary import vocabulary

MONTH_NAMES = frozenset(
    [
        *("january", "april", "may", "june", "august", "sunday", "monday", "friday"),
        *("bill", "will", "dean", "virginia", "georgia", "sydney"),
    ]
)  # and other words that are first names in a list of people
PLACE_BEFORE = re.compile(r"(?<![^\W_])(?:[Ss]t\.?|[Ff]ort|[Mm]ount|of|in|at|from|to|for|on|the|a|an) $")
OPENED = re.compile(r"(?:[,;:\n()•·*/&|–—.]|(?<![^\W_])(?:and|or|with|by)) *$")
ALONE_AFTER = re.compile(r"\s*(?:$|[,;:\n()•·*/&|–—.]|(?:and|or)(?![^\W_]))")
LOWER_WORD = re.compile(r"(?<![^\W_])[a-z]+")
NICKNAME = re.compile(r"[ \u00a0]?(?:\([A-Z][\w.-]+\)|[\"“][A-Z][\w.-]+[\"”]|['‘][A-Z][\w.-]+['’])[ \u00a0]")
NAMED_BEHIND = re.compile(r"\)?\s*\(\s*(?:The |the )?")
"""From a word to a name in brackets: 'Pro Vice-Chancellor (Academic) (Prof. A. Low)', 'Executive Officer, Chancellery (Dr. B. Moss)'."""
RUN_TOGETHER = re.compile(r"(?:Province|City|County|District|Region|Committee|Government|Company|Group)[A-Z]")
"""The end of one line glued to the name that opens the next: 'ProvinceTan Heng'."""
SHORTEST = 3  # letters of a family name in capitals that no list knows
AFTER_OK = re.compile(r"\s*(?:$|[,;:\n()•·*/&|–—.]|and(?![^\W_])|[a-z])")


def list_names(sentence: Scan, taken: tuple[NameSpan, ...]) -> list[NameSpan]:
    """Find the names that the grammar of `find_names` does not know, between the spans that it found.

    A run of one to four capitalised words counts if none is a title, a head or modifier of a body, a place or
    another word that names nobody, if no preposition stands before it and no such word behind it. One word alone
    counts only where it fills its place between two commas or follows a title. A list of places ('Banks of
    Dallas, Cleveland, and Boston') goes on until something else than one word stands between its commas.
    """
    found: list[NameSpan] = []
    number, at, places = 0, 0, False
    while number < len(sentence.words):
        start = sentence.starts[number]
        while at < len(taken) and taken[at].end <= start:
            at += 1
        if at < len(taken) and taken[at].start <= start:
            number, places = number + 1, False
            continue
        if sentence.words[number].pinyin == 1 and is_pair(sentence, number):
            number, places = number + 2, False  # 'Min Meng Fang Guolin': the party for which he speaks
            continue
        if _named_for_a_month(sentence, number):
            count = 3 if sentence.words[number + 1].initial else 2
            found.append(listed(sentence, number, count))
            number += count
            continue
        if (
            sentence.words[number].stop
            or is_honorific(sentence, number)
            or (number and _is_title(sentence.words[number - 1].low) and is_told_place(sentence, number))
            or _is_office_in_capitals(sentence, number)
        ):
            number += 1  # 'Deputy Commissioner Sialkot Rao Tahir'
            continue
        count = min(name_run(sentence, number, first_free=False), LONGEST_NAME)
        while count and at < len(taken) and taken[at].start < sentence.ends[number + count - 1]:
            count -= 1
        if not count:
            number += 1
            continue
        called = _nicknamed(sentence, number) if count == 1 else None
        if called is not None and not (at < len(taken) and taken[at].start < called.end):
            found.append(called)
            number = next(
                (n for n in range(number, len(sentence.words)) if sentence.starts[n] >= called.end),
                len(sentence.words),
            )
            continue
        alone = _alone(sentence, number, count)
        if PLACE_BEFORE.search(sentence.text, max(sentence.start, start - 6), start):
            places = True
        elif (places and count == 1 and alone) or _names_a_field(
            sentence, number + count - 1, taken[at : at + 1]
        ):
            pass
        elif RUN_TOGETHER.match(sentence.text, start) is None and _is_person(sentence, number, count, alone):
            places = False
            found.append(listed(sentence, number, count))
        number += count
    return found


def _is_office_in_capitals(sentence: Scan, number: int) -> bool:
    """'DG Muhammad Shahid', 'CTD Waseem Khan': the letters of an office or a force in front of a name."""
    surface = sentence.surface(number)
    if not surface.isupper() or len(surface) < len("DG"):
        return False
    return _is_title(sentence.words[number].low) or names_force(surface)


def _nicknamed(sentence: Scan, number: int) -> NameSpan | None:
    """'Elizabeth (Betty) Warner', 'William "Bill" Moss': one person, by the given name and the family."""
    called = NICKNAME.match(sentence.text, sentence.ends[number], sentence.end)
    family = number + 2
    if called is None or family >= len(sentence.words) or sentence.starts[family] != called.end():
        return None
    if sentence.words[family].stop or is_honorific(sentence, family):
        return None
    start, end = sentence.starts[number], sentence.ends[family]
    surface = sentence.text[start:end]
    last = sentence.surface(family)
    return NameSpan(
        start=start,
        end=end,
        surface=surface,
        name=f"{sentence.surface(number)} {last}",
        family=last,
        given=sentence.surface(number),
        style="foreign",
        rule="list",
        within=within(sentence.text, end),
    )


def _names_a_field(sentence: Scan, last: int, following: tuple[NameSpan, ...]) -> bool:
    """Whether a name in brackets stands behind these words: then they tell its post."""
    return any(NAMED_BEHIND.fullmatch(sentence.text, sentence.ends[last], name.start) for name in following)


def _named_for_a_month(sentence: Scan, number: int) -> bool:
    """'Marquita Butler, April Graves, and Dan Ryan': a month between commas with a family behind it."""
    word = sentence.words[number]
    if word.low not in MONTH_NAMES or not sentence.adjacent(number, same_line=True):
        return False
    return not sentence.words[number + 1].stop and _alone(sentence, number, 2)


def _alone(sentence: Scan, number: int, count: int) -> bool:
    start = sentence.starts[number]
    opened = start == sentence.start or OPENED.search(sentence.text, max(sentence.start, start - 8), start)
    end = sentence.ends[number + count - 1]
    return bool(opened) and bool(ALONE_AFTER.match(sentence.text, end, sentence.end))


def _is_person(sentence: Scan, number: int, count: int, alone: bool) -> bool:
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
    if sentence.adjacent(last) and words[last + 1].stop and not _is_title(words[last + 1].low):
        return False
    after_title = number > 0 and sentence.adjacent(number - 1) and _is_title(words[number - 1].low)
    if number > 0 and sentence.adjacent(number - 1) and words[number - 1].stop and not after_title:
        return False
    if count == 1:
        surface = sentence.surface(number)
        if surface.removesuffix("s").isupper() or words[number].initial or len(surface) < 3:
            return False
        return (alone or after_title) and sentence.text[sentence.ends[last] : sentence.ends[last] + 1] != ":"
    return sentence.adjacent(last) or bool(AFTER_OK.match(sentence.text, sentence.ends[last], sentence.end))


@lru_cache(maxsize=4)
def lower_words(text: str) -> frozenset[str]:
    """Words that the text also prints in lower case: 'Noted', 'Building Dreams' are no names in it."""
    return frozenset(LOWER_WORD.findall(text))


def printed_small(text: str, low: str) -> bool:
    """Whether the text also prints a word in lower case; most are not even part of one that it does."""
    return low in text and low in lower_words(text)


def names_body(words: Sequence[str]) -> Iterator[bool]:
    """Tell of each word whether it is the letters of a body and can be no name: 'NHS' beside words in small letters, 'GEM CSU'."""
    plain = any(word[1:].islower() for word in words)
    for word in words:
        letters = word.removesuffix("s")
        read = read_word(letters.capitalize())
        shouted = (
            letters.isupper() and letters.isalpha() and not (read.surname or read.foreign or read.pinyin)
        )
        yield shouted and (len(letters) > 2 if plain else len(words) > 1 and 2 < len(letters) <= SHORTEST)


def _is_title(low: str) -> bool:
    return (low,) in vocabulary().titles


def listed(sentence: Scan, number: int, count: int) -> NameSpan:
    """Make a name of the `count` words from `number` on."""
    found = foreign_found(sentence, number, count, "list")
    surface = sentence.text[found.start : found.end]
    return NameSpan(
        start=found.start,
        end=found.end,
        surface=surface,
        name=" ".join(surface.split()),
        family=found.family if count > 1 else "",
        given=found.given,
        style="foreign" if count > 1 else "single",
        rule="list",
        within=within(sentence.text, found.end),
    )
