"""Names behind a form of address ('Mr. Stowe', 'Messrs. Stowe and Bell') or behind a title ('Finance Minister ...')."""

from __future__ import annotations

import re
from dataclasses import dataclass

from extract.names_found import Found
from extract.names_initials import COMMON_GIVEN, SHORTENED, match_initials
from extract.names_lexicon import Honorific, honorific_pattern, honorifics, lexicon
from extract.names_made import foreign_found
from extract.names_pinyin import match_pinyin
from extract.names_places import is_told_place
from extract.names_romanised import match_romanised
from extract.names_run import FAMILY_WORDS, FATHER, FORCES, is_acronym, is_honorific, name_run
from extract.names_scan import Scan
from extract.names_variants import match_given_first
from extract.vocabulary import vocabulary

TITLE_BEFORE = re.compile(
    r"(?<![^\W_])([A-Za-z]+(?:-[A-Za-z]+)?)(?: \((?:(?i:retd|rtd|ret|r)\.?|[A-Z][A-Za-z&/]+(?:(?: and|,)? [A-Z][A-Za-z&/]+){0,3})\))? $"
)
MOST_STACKED = 4
NOT_BEFORE_NAMES = frozenset(
    ["member", "delegate", "deputy", "staff", "host", "guest", "leader of the house"]
)
RETIRED = re.compile(r"\s*\(.*\)\.?$")
ALSO_GIVEN = frozenset(["Nana"])
LIST_GAP = re.compile(r",?\s+(?:and|&)\s+|,\s*")


@dataclass(frozen=True, slots=True)
class Addressed:
    """A form of address with its names: the word after them, and the start of each span with its name.

    The first span begins at the form of address; names that only share it begin where they begin.
    """

    after: int
    honorific: Honorific
    names: tuple[tuple[int, Found], ...]


def match_addressed(sentence: Scan, number: int, *, stacked: int = 0) -> Addressed | None:
    """Match a form of address and its name, or, if it is plural, the list of names that share it.

    Forms of address may be stacked ('Hon Mrs Dr'); the last one counts. The list ends with the name after 'and', at another form of address, or before a word that is no name.
    """
    found = honorific_pattern().match(sentence.text, sentence.starts[number], sentence.end)
    if not found:
        return None
    honorific = _honorific(found.group())
    if honorific is None:
        return None
    at = number
    while at < len(sentence.words) and sentence.starts[at] < found.end():
        at += 1
    if at >= len(sentence.words) or sentence.starts[at] != found.end():
        return None
    if (honorific.form.lower(),) not in vocabulary().titles and _titled(sentence, at):
        at += 1  # 'Mr. Justice Pell', 'Mr. Churchwarden Niblock'
    if sentence.words[at].low in FORCES and sentence.adjacent(at, same_line=True):
        at += 1  # 'IGP Police Akbar Khan'
    if is_honorific(sentence, at):
        inner = match_addressed(sentence, at, stacked=stacked + 1) if stacked < MOST_STACKED else None
        if inner is None:
            return None
        names = ((sentence.starts[number], inner.names[0][1]), *inner.names[1:])
        return Addressed(inner.after, inner.honorific, names)
    name = _addressed_name(sentence, at, honorific)
    if name is not None and honorific.form in ALSO_GIVEN and name.after == at + 1:
        return None  # 'President Nana Akufo-Addo': no chief, a given name
    if name is None or _given_first(honorific, sentence.text[found.end() : name.end]):
        return None
    if honorific.form == "Sri" and name.after == at + 1:
        return None  # 'Sri Wahyuni': half of a name in Indonesia
    shared = [(sentence.starts[number], name)]
    while honorific.plural:
        step = LIST_GAP.match(sentence.text, name.end, sentence.end)
        if not step or name.after >= len(sentence.words) or sentence.starts[name.after] != step.end():
            break
        following = _addressed_name(sentence, name.after, honorific)
        if following is None or _ends_list(sentence, name.after):
            break
        shared.append((sentence.starts[name.after], following))
        name = following
        if "and" in step.group() or "&" in step.group():
            break
    return Addressed(name.after, honorific, tuple(shared))


def _given_first(honorific: Honorific, name: str) -> bool:
    """'Nana Yang' is Yang Nana, given name first, a syllable said twice; 'Nana Kofi Asare' is a chief."""
    form = honorific.form.lower()
    twice = form == form[: len(form) // 2] * 2
    return twice and "pinyin" in lexicon().syllables.get(name.strip().lower(), ())


def _titled(sentence: Scan, number: int) -> bool:
    """Tell whether a title stands between a form of address and a surname: 'Mr. Justice Pell', but not 'Mr. Bishop'."""
    if not sentence.adjacent(number, same_line=True) or sentence.words[number + 1].stop:
        return False
    if sentence.words[number].low in COMMON_GIVEN:
        return False  # 'Hon. Dean Barlow'
    if sentence.adjacent(number + 1, same_line=True) and not sentence.words[number + 2].stop:
        return False  # 'Hon. Minister Grace Okello': a post and a whole name
    title = vocabulary().titles.get((sentence.words[number].low,))
    return title is not None and not title.plural and not title.generic


def _ends_list(sentence: Scan, number: int) -> bool:
    """Tell whether a word cannot be a bare surname in a list: 'Presidents', 'Boston'; but 'Small' and 'Bridge' can."""
    word = sentence.words[number]
    bare = word.kinds <= {"english", "thing", "word", "syllable-word"}
    return is_honorific(sentence, number) or word.office or (word.stop and not bare)


def _honorific(printed: str) -> Honorific | None:
    forms = honorifics()
    key = printed.strip().removesuffix(" the").replace("’", "'").replace("‘", "'")
    for form in (key, key.removesuffix("."), RETIRED.sub("", key)):
        if form in forms:
            return forms[form]
    return None


def _addressed_name(sentence: Scan, number: int, honorific: Honorific) -> Found | None:
    word = sentence.words[number]
    chinese = match_pinyin(sentence, number) or match_romanised(sentence, number)
    if chinese := chinese or match_given_first(sentence, number):
        return chinese
    if "addressed" in word.kinds:
        return None
    if word.low in SHORTENED:
        return match_initials(sentence, number)  # 'Messrs. Loder and Chas. Bligh'
    spelled_out = honorific.form.isalpha() and len(honorific.form) > 4
    known = bool(word.foreign & FAMILY_WORDS)
    fathered = FATHER.match(sentence.text, sentence.ends[number], sentence.end) is not None
    stopped = (word.stop and not (known or fathered)) or is_acronym(sentence.surface(number))
    if spelled_out and not word.initial and stopped:
        return None
    count = name_run(sentence, number, first_free=True)
    if count == 1 and word.initial:
        return None
    return foreign_found(sentence, number, count, "honorific")


def after_title(sentence: Scan, number: int) -> bool:
    """Tell whether the word before is a title that a name follows: 'Finance Minister', 'the mayor'."""
    start = sentence.starts[number]
    if number > 1 and is_told_place(sentence, number - 1):
        start = sentence.starts[number - 1]  # the place of the office stands between
    text, first = sentence.text, max(sentence.start, start - 60)
    if text.startswith(") ", start - 2):
        before = TITLE_BEFORE.search(text, first, start)
    else:
        before = TITLE_BEFORE.search(text, max(first, text.rfind(" ", first, max(first, start - 1))), start)
    if not before:
        return False
    title = vocabulary().titles.get((before.group(1).lower(),))
    if title is None or ("capitals" in title.flags and not before.group(1)[:2].isupper()):
        return False
    return title.plural or title.head not in NOT_BEFORE_NAMES


def match_after_title(sentence: Scan, number: int) -> Found | None:
    """Match two to four words behind a title in running text: 'Finance Minister Arif Karim'."""
    if sentence.is_headline() or not after_title(sentence, number):
        return None
    count = name_run(sentence, number, first_free=sentence.words[number].initial)
    last = number + count - 1
    # 'Governor KN Tripathi': initials that are run together open a name; other acronyms are part of none
    first = number + (len(sentence.surface(number)) == 2)
    if count < 2 or any(is_acronym(sentence.surface(at)) for at in range(first, last + 1)):
        return None
    if sentence.adjacent(last) and sentence.words[last + 1].stop:
        following = (sentence.words[last + 1].low,)
        if following not in vocabulary().titles:
            return None
    return foreign_found(sentence, number, count, "after-title")
