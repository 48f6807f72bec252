"""Names that are not Chinese by their parts: a known given name, a father named behind, two Tibetan words."""

from __future__ import annotations

import re

from extract.names_family_first import match_family_first
from extract.names_made import foreign_found, surname_first
from extract.names_pinyin import Found
from extract.names_run import name_run
from extract.names_scan import Scan

MINORITIES = frozenset(["tibetan", "uygur", "mongolian"])
PATRONYMIC = re.compile(r"[ \u00a0](?:bin|bint|binti|ibn)[ \u00a0](?:[ae]l-?[ \u00a0]?)?(?=[A-Z])")


def match_patronymic(sentence: Scan, number: int) -> Found | None:
    """Match an unknown given name by the father's behind it: 'Hamad bin Khalifa al-Thani'."""
    word = sentence.words[number]
    if word.initial or not PATRONYMIC.match(sentence.text, sentence.ends[number], sentence.end):
        return None
    count = name_run(sentence, number, first_free=True)
    return foreign_found(sentence, number, count, "patronymic") if count > 1 else None


def match_foreign(sentence: Scan, number: int) -> Found | None:
    """Match a name by its parts: a known given name, a Korean or Vietnamese family, two Tibetan words."""
    word = sentence.words[number]
    kinds = word.foreign
    if "korean-family" in kinds or "vietnamese-family" in kinds or "cantonese" in word.surname:
        found = match_family_first(sentence, number)
        if found:
            return found
    if kinds & MINORITIES:
        count = name_run(sentence, number, first_free=False)
        if count > 1 and sentence.words[number + 1].foreign & kinds:
            return foreign_found(sentence, number, count, "minority")
    minority_next = (
        sentence.adjacent(number, same_line=True) and sentence.words[number + 1].foreign & MINORITIES
    )
    if minority_next and word.surname & {"common", "known"}:
        return surname_first(sentence, number, 2, "minority-surname")
    if "single" in kinds:
        start, end = sentence.starts[number], sentence.ends[number]
        return Found(start, number + 1, end, "", sentence.surface(number), "minority-single")
    if "given" in kinds:
        count = name_run(sentence, number, first_free=False)
        while count and sentence.words[number + count - 1].initial:
            count -= 1
        if count > 1:
            return foreign_found(sentence, number, count, "given-name")
    return None
