"""Find people's names in a sentence, by grammar: no model, one pass, offsets into the text.

A Chinese name is a surname of a closed list and one or two Mandarin syllables, which is why a grammar finds it
better than a model trained on newspapers (measured on unseen reports: F1 .975 against .86). Foreign names need
a form of address, initials or a known given name; `names_in_list` takes more, because a list of those present
is names to begin with. What a model adds is merged in `extract.names_model` and never overrides the grammar.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from extract.names_addressed import after_title, match_addressed, match_after_title
from extract.names_family_first import match_vietnamese
from extract.names_firms import without_firms
from extract.names_first import match_inside, with_first_words
from extract.names_foreign import match_foreign, match_patronymic
from extract.names_found import Found
from extract.names_initials import COMMON_GIVEN, SHORTENED, match_initials, match_middle_initial
from extract.names_list import list_names
from extract.names_made import span_of
from extract.names_one_word import match_one_word
from extract.names_pinyin import match_pinyin
from extract.names_places import is_told_place, opens_country
from extract.names_printed import names_body
from extract.names_refused import is_pair
from extract.names_romanised import match_romanised
from extract.names_run import is_honorific
from extract.names_scan import Scan, scan
from extract.names_southeast import BURMESE, match_southeast
from extract.names_span import NameSpan
from extract.names_variants import match_given_first, match_glued, match_line_start
from extract.vocabulary import vocabulary

FATHERS = (" bin ", " bint ", " binti ", " ibn ")
"""What shows that the word before is a name, whatever else it can be: 'Said bin Hamood'."""


@lru_cache(maxsize=1 << 12)
def find_names(text: str, start: int, end: int) -> tuple[NameSpan, ...]:
    """Find the names of people in the sentence `text[start:end]`.

    Returns spans in order, none overlapping another; offsets are code points of `text`. A possessive 's stays
    outside. Linear in the length of the sentence.
    """
    return without_firms(text, tuple(_walk(scan(text, start, end))))


def _walk(sentence: Scan) -> Iterable[NameSpan]:
    number, total = 0, len(sentence.words)
    behind = 0  # the first word that no name has taken
    if total:
        opening = match_line_start(sentence)
        if opening:
            yield span_of(sentence.text, opening.start, opening)
            number = behind = opening.after
    while number < total:
        if opens_country(sentence, number):
            number = behind = number + 2  # 'the Ambassador of New Zealand Ann Moss'
            continue
        word = sentence.words[number]
        fathered = sentence.text.startswith(FATHERS, sentence.ends[number])
        if not (word.starts or fathered) and word.stop and word.low not in SHORTENED | COMMON_GIVEN:
            number += 1
            continue
        if number and is_told_place(sentence, number) and after_title(sentence, number):
            number += 1  # 'Deputy Commissioner Sialkot Tahir Farooq'
            continue
        if (word.surname or word.pinyin == 1) and is_pair(sentence, number):
            number += 2
            if number < total and sentence.words[number].low == "dang" and sentence.adjacent(number - 1):
                number += 1  # 'Zhi Gong Dang Ding Shiyong': the party in Mandarin, then whoever speaks for it
            continue
        found = _chinese(sentence, number)
        if found is None and is_honorific(sentence, number) and not _is_no_address(sentence, number):
            whole = match_inside(sentence, number, behind)
            if whole:
                yield span_of(sentence.text, whole.start, whole)
                number = behind = whole.after
                continue
            addressed = match_addressed(sentence, number)
            if addressed:
                for start, name in addressed.names:
                    start = sentence.starts[number + 1] if _ends_office(sentence, number) else start
                    yield span_of(sentence.text, start, name, addressed.honorific.normal)
                number = behind = addressed.after
                continue
        if found is None:
            found = _other(sentence, number)
        if found is None:
            number += 1
            continue
        if found.rule == "given-name":
            found = with_first_words(sentence, number, found, behind)
        yield span_of(sentence.text, found.start, found)
        number = behind = found.after


def _is_no_address(sentence: Scan, number: int) -> bool:
    """'Minister of Justice Le Thanh Long' is of a field of work, and no judge."""
    start = sentence.starts[number]
    return sentence.words[number].low == "justice" and sentence.text.endswith(" of ", 0, start)


def _ends_office(sentence: Scan, number: int) -> bool:
    """Whether a form of address is the end of an office: 'Crown Prince Anwar'."""
    before = number > 0 and sentence.adjacent(number - 1)
    return before and (sentence.words[number - 1].low, sentence.words[number].low) in vocabulary().titles


def _chinese(sentence: Scan, number: int) -> Found | None:
    word = sentence.words[number]
    if BURMESE in word.foreign or word.low == "wan":
        found = match_southeast(sentence, number)
        if found:
            return found
    if word.surname or word.pinyin == 1:
        found = (
            match_vietnamese(sentence, number)
            or match_pinyin(sentence, number)
            or match_romanised(sentence, number)
        )
        if found:
            return found
    return match_glued(sentence, number) if word.glued else None


def _other(sentence: Scan, number: int) -> Found | None:
    word = sentence.words[number]
    if word.foreign or word.surname:
        found = match_foreign(sentence, number)
        if found:
            return found
    if word.initial or word.low in SHORTENED:
        titled = word.initial and after_title(sentence, number)
        return match_initials(sentence, number) or (match_after_title(sentence, number) if titled else None)
    found = match_middle_initial(sentence, number) or match_patronymic(sentence, number)
    if found:
        return found
    if word.pinyin == 2:
        found = match_given_first(sentence, number)
        if found:
            return found
    if word.stop:
        return None
    if word.low and not word.surname and after_title(sentence, number):
        return match_after_title(sentence, number) or match_one_word(sentence, number)
    return None


@lru_cache(maxsize=1 << 12)
def names_in_list(text: str, start: int, end: int) -> tuple[NameSpan, ...]:
    """Find the names in a list of those present, which is names to begin with.

    Besides what `find_names` finds, takes any one to four capitalised words that are no title, body, place or
    common word (rule 'list'): 'Losang Gyaltsen, Peter Harries and Arun Mehta'.
    """
    sentence = scan(text, start, end)
    grammar = find_names(text, start, end)
    found = sorted([*grammar, *list_names(sentence, grammar)], key=lambda span: span.start)
    return without_firms(text, [span for span in found if not any(names_body(span.surface.split()))])
