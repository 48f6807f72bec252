"""Chinese names in pinyin: a surname and one or two syllables, in every spelling that reports use."""

from __future__ import annotations

import re

from extract.names_found import Found, capitalised, normal_family, normal_given
from extract.names_lexicon import lexicon, plain
from extract.names_refused import in_list, is_pair, is_refused
from extract.names_romanised import match_romanised
from extract.names_scan import Scan
from extract.names_words import NEVER_GIVEN, Word, is_long_pinyin, pinyin_syllables

LOWER_SYLLABLE = re.compile(r"[ \u00a0]([a-z]{1,6})(?![^\W_]|['’-])")
STRAY_SYLLABLE = re.compile(r" ['’‘]((?:ang?|eng?|ai|ao|ou|er?|a|o))(?![^\W_])")
PLACE_BEFORE = re.compile(r"(?<![^\W_])(?:in|to|from|at|near|across|throughout|into) $")


def _is_name_start(sentence: Scan, number: int) -> bool:
    """Tell whether a word is a surname followed by a given name of its own."""
    words = sentence.words
    if not sentence.adjacent(number) or "pinyin" not in words[number].surname:
        return False
    given = words[number + 1]
    return bool(given.pinyin) and not given.kinds & NEVER_GIVEN


def _second_syllable(sentence: Scan, number: int) -> tuple[int, int, str] | None:
    """Read the second half of a split given name after word `number`: (next word, end, letters)."""
    words, end = sentence.words, sentence.ends[number]
    if sentence.adjacent(number, same_line=True):
        word = words[number + 1]
        if word.pinyin == 1 and not word.hyphenated and not _is_name_start(sentence, number + 1):
            if word.kinds & {"function", "syllable-word"} and sentence.is_headline():
                return None
            if word.low == "can" or word.low == "men":
                return None
            return number + 2, sentence.ends[number + 1], sentence.surface(number + 1)
        return None
    for pattern in (LOWER_SYLLABLE, STRAY_SYLLABLE):
        found = pattern.match(sentence.text, end, sentence.end)
        if not found or pinyin_syllables(found.group(1)) != 1:
            continue
        kinds = lexicon().kinds.get(found.group(1), frozenset())
        if pattern is STRAY_SYLLABLE or not kinds & {"function", "syllable-word", "word"}:
            return number + 1, found.end(), found.group(1)
    return None


def _family_at(sentence: Scan, number: int) -> tuple[int, str, Word] | None:
    """Read the surname at a word: (number of its last word, normal form, the word that judges it)."""
    word = sentence.words[number]
    if sentence.adjacent(number, same_line=True) and word.pinyin == 1 and number + 2 < len(sentence.words):
        second = sentence.words[number + 1]
        joined = word.low + second.low
        if joined in lexicon().split_surnames and second.pinyin == 1 and sentence.adjacent(number + 1):
            third = sentence.words[number + 2]
            if third.pinyin and not third.kinds & NEVER_GIVEN:
                return number + 1, capitalised(joined), word
    if not word.surname:
        return None
    return number, normal_family(sentence.surface(number)), word


def match_pinyin(sentence: Scan, number: int) -> Found | None:
    """Match a Chinese name that begins with its surname at word `number`."""
    start = _family_at(sentence, number)
    if start is None or not sentence.adjacent(start[0]):
        return None
    last, family, word = start
    given = sentence.words[last + 1]
    if _is_long_given(sentence, last, word, given):
        name = normal_given(sentence.surface(last + 1), join=True)
        return Found(sentence.starts[number], last + 2, sentence.ends[last + 1], family, name, "pinyin-long")
    if not given.pinyin or (word.surname and "pinyin" not in word.surname):
        return match_romanised(sentence, number)
    if last == number and (is_pair(sentence, number) or is_refused(sentence, word, last + 1)):
        return None
    if PLACE_BEFORE.search(
        sentence.text, max(sentence.start, sentence.starts[number] - 12), sentence.starts[number]
    ) and ("place" in lexicon().kinds.get(word.low + given.low, frozenset())):
        return None
    surface = sentence.surface(last + 1)
    if given.pinyin == 1:
        second = _second_syllable(sentence, last + 1)
        if second is not None:
            after, end, letters = second
            if f"{word.low} {given.low}{plain(letters)}" in lexicon().pairs:
                return None
            vowel = letters[:1].lower() in "aeo"
            joined = f"{capitalised(surface)}{chr(39) if vowel else ''}{letters.lower()}"
            return Found(sentence.starts[number], after, end, family, joined, "pinyin-split")
    rule = "pinyin" if last == number else "pinyin-double"
    given_name = normal_given(surface, join=True)
    return Found(sentence.starts[number], last + 2, sentence.ends[last + 1], family, given_name, rule)


def _is_long_given(sentence: Scan, number: int, family: Word, given: Word) -> bool:
    """Tell whether a given name has three or four syllables: 'Hu Dagula', a Mongolian name."""
    if given.pinyin or given.hyphenated or given.stop or given.kinds or given.foreign:
        return False
    if "pinyin" not in family.surname or sentence.is_headline():
        return False
    return is_long_pinyin(given.low) and ("word" not in family.surname or in_list(sentence, number))
