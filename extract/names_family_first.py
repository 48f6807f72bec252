"""Names whose family comes first: Korean, Vietnamese, and any before a hyphenated given name."""

from __future__ import annotations

import re

from extract.names_found import Found
from extract.names_lexicon import lexicon
from extract.names_made import surname_first
from extract.names_run import LONGEST_NAME
from extract.names_scan import Scan

# a syllable of Vietnamese without its accents
VIETNAMESE = re.compile(
    r"(?:ngh?|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnprstvx])?[aeiouy]{1,3}(?:ng|nh|ch|[cmnpt])?"
)


def match_family_first(sentence: Scan, number: int) -> Found | None:
    """Match Korean and Vietnamese names, and any surname before a hyphenated given name."""
    word = sentence.words[number]
    if not sentence.adjacent(number, same_line=True):
        return None
    if word.low == "to" and _of_vietnam(sentence, number):
        return surname_first(sentence, number, 2, "vietnamese")
    if word.low == "to" and (word.surname or sentence.starts[number] == sentence.start or not number):
        return None  # 'To Long An by train'
    second = sentence.words[number + 1]
    if second.hyphenated and second.romanised and ("korean-family" in word.foreign or word.surname):
        return surname_first(sentence, number, 2, "romanised")
    if "vietnamese-family" in word.foreign:
        count = _vietnamese_words(sentence, number)
        if count > 1:
            return surname_first(sentence, number, count, "vietnamese")
    if "korean-family" in word.foreign and sentence.adjacent(number + 1, same_line=True):
        given = (sentence.words[number + 1], sentence.words[number + 2])
        north = "korean-north" in word.foreign
        schemes = (lexicon().syllables.get(part.low, frozenset()) for part in given)
        if all(found and (north or "korean" in found) for found in schemes):
            return surname_first(sentence, number, 3, "korean")
    return None


def _of_vietnam(sentence: Scan, number: int) -> bool:
    """'General Secretary To Lam' of a report on Vietnam: behind an office or the country, before a Vietnamese given name."""
    if not number or not sentence.adjacent(number - 1) or not sentence.words[number - 1].stop:
        return False
    return "vietnamese-given" in sentence.words[number + 1].foreign and "Viet" in sentence.text


def match_vietnamese(sentence: Scan, number: int) -> Found | None:
    """Match a Vietnamese name of three words or more whose first two could be a Chinese one: 'Mai Xuan Thuc'."""
    word = sentence.words[number]
    if "vietnamese-family" not in word.foreign or not sentence.adjacent(number, same_line=True):
        return None
    count = _vietnamese_words(sentence, number)
    if count < 3 or sentence.words[number + count - 1].pinyin:
        return None  # its last word could be Chinese too: 'Ly Van Minh' is left to the other rules
    return surname_first(sentence, number, count, "vietnamese")


def _vietnamese_words(sentence: Scan, number: int) -> int:
    """Count the words of a Vietnamese name: 'Pham Minh Chinh', 'Luong Cuong', 'Tô Lâm'.

    Two words are enough where the family is Vietnamese only, or where the name is printed with its accents.
    """
    family, count, accents = sentence.words[number], 1, not sentence.surface(number).isascii()
    distinctive, sure = "vietnamese-distinctive" in family.foreign, False
    native_all = distinctive
    while count < LONGEST_NAME and sentence.adjacent(number + count - 1, same_line=True):
        word = sentence.words[number + count]
        known = "vietnamese-given" in word.foreign
        native = count > 1 and sure and VIETNAMESE.fullmatch(word.low) is not None
        if not known and (word.stop or not (native or (distinctive and len(word.low) <= 6))):
            break
        accents = accents or not sentence.surface(number + count).isascii()
        sure = sure or known
        native_all = native_all and (known or VIETNAMESE.fullmatch(word.low) is not None)
        count += 1
    enough = count > 2 or (count == 2 and (distinctive or accents))
    return count if enough and (sure or accents or (native_all and count > 2)) else 0
