"""Names that are not Chinese by their parts: a known given name, a father named behind, two Tibetan words."""

from __future__ import annotations

import re

from extract.names_addressed import after_title
from extract.names_apposed import SEATED
from extract.names_family_first import match_family_first
from extract.names_found import Found
from extract.names_made import foreign_found, surname_first
from extract.names_run import name_run
from extract.names_scan import Scan
from extract.names_words import read_word

MINORITIES = frozenset(["tibetan", "uygur", "mongolian"])
NEXT = re.compile(r"(?:,|,? and) (?=[A-Z][a-z]+[ ,])")
BEFORE_LAST = re.compile(r"(\w+),? and $")
LAST = re.compile(r",? [a-z]+(?:ed|ere|as|poke|ut|ave|ade|ook)\b|[.;]")
PATRONYMIC = re.compile(r"[ \u00a0](?:bin|bint|binti|ibn)[ \u00a0](?:[ae]l-?[ \u00a0]?)?(?=[A-Z])")


def match_patronymic(sentence: Scan, number: int) -> Found | None:
    """Match an unknown given name by the father's behind it: 'Hamad bin Khalifa al-Thani'."""
    word = sentence.words[number]
    end = sentence.ends[number]
    if word.initial or sentence.gaps[number] or not PATRONYMIC.match(sentence.text, end, sentence.end):
        return None
    count = name_run(sentence, number, first_free=True)
    return foreign_found(sentence, number, count, "patronymic") if count > 1 else None


def _stands_as_one(sentence: Scan, number: int) -> bool:
    """Whether a Tibetan, Uygur or Mongolian word alone is somebody: 'Members Erdeni and ...', 'Penpa, director of the bureau'.

    Behind a title, before a comma and a title, before another name in a list, or last in a list of two such names and more.
    """
    if sentence.adjacent(number) and not sentence.words[number + 1].stop:
        return False
    if number and sentence.adjacent(number - 1) and not sentence.words[number - 1].stop:
        return False
    before = BEFORE_LAST.search(
        sentence.text, max(sentence.start, sentence.starts[number] - 40), sentence.starts[number]
    )
    last = before is not None and bool(read_word(before[1]).foreign & MINORITIES)
    following = sentence.words[number + 1 : number + 2]
    opens = (
        (number == 0 or not sentence.adjacent(number - 1))
        and NEXT.match(sentence.text, sentence.ends[number], sentence.end) is not None
        and any(word.foreign & MINORITIES or word.surname for word in following)
    )
    seated = SEATED.match(sentence.text, sentence.ends[number], sentence.end) is not None
    return (
        seated
        or opens
        or after_title(sentence, number)
        or (last and LAST.match(sentence.text, sentence.ends[number], sentence.end) is not None)
    )


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
    if "single" in kinds or (kinds & MINORITIES and _stands_as_one(sentence, number)):
        start, end = sentence.starts[number], sentence.ends[number]
        return Found(start, number + 1, end, "", sentence.surface(number), "minority-single")
    if "given" in kinds:
        count = name_run(sentence, number, first_free=False)
        while count and sentence.words[number + count - 1].initial:
            count -= 1
        if count > 1:
            return foreign_found(sentence, number, count, "given-name")
    return None
