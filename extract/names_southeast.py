"""Names of South-East Asia whose first words could be Chinese: 'Min Zaw Oo' of Myanmar, 'Wan Zaidi Wan Abdullah' of Malaysia."""

from __future__ import annotations

from extract.names_found import Found
from extract.names_made import foreign_found
from extract.names_run import FATHER, LONGEST_NAME, name_run
from extract.names_scan import Scan

BURMESE = "burmese"


def match_southeast(sentence: Scan, number: int) -> Found | None:
    """Match a Burmese name of two to four words, or a Malay one that opens with 'Wan'."""
    if not sentence.adjacent(number, same_line=True):
        return None
    if BURMESE in sentence.words[number].foreign:
        count = _burmese_words(sentence, number)
        return foreign_found(sentence, number, count, "given-name") if count else None
    if sentence.words[number].low == "wan" and _is_malay(sentence, number):
        return foreign_found(sentence, number, name_run(sentence, number, first_free=True), "given-name")
    return None


def _burmese_words(sentence: Scan, number: int) -> int:
    """Count the words of a Burmese name, 0 where none can be nothing else: 'Min Lin' may be a Chinese."""
    words = sentence.words
    if words[number].stop and not (number and words[number - 1].office and sentence.adjacent(number - 1)):
        return 0  # 'Than Myint' only behind an office
    count, sure = 1, int(_is_sure(sentence, number))
    while count < LONGEST_NAME and sentence.adjacent(number + count - 1, same_line=True):
        word = words[number + count]
        if BURMESE not in word.foreign:
            break
        sure += _is_sure(sentence, number + count)
        count += 1
    last = number + count - 1
    longer = sentence.adjacent(last, same_line=True) and not words[last + 1].stop
    return count if count > 1 and sure and not longer else 0


def _is_sure(sentence: Scan, number: int) -> bool:
    word = sentence.words[number]
    return not (word.pinyin or word.surname or word.stop or word.kinds)


def _is_malay(sentence: Scan, number: int) -> bool:
    """Whether the third word shows that 'Wan' is no Chinese family: 'Wan Zaidi Wan Abdullah', 'Wan Junaidi bin Jaafar'."""
    if FATHER.match(sentence.text, sentence.ends[number + 1], sentence.end):
        return True
    if not sentence.adjacent(number + 1, same_line=True):
        return False
    third = sentence.words[number + 2]
    return third.low in ("wan", "tuanku") or (
        "given" in third.foreign and not (third.pinyin or third.surname)
    )
