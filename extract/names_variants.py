"""The rarer spellings of Chinese names: glued, in one word, given name first, surname in lower case."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.needed import guarded
from extract.name_frequency import name_share
from extract.names_found import Found, capitalised, normal_family, normal_given
from extract.names_lexicon import lexicon
from extract.names_scan import Scan
from extract.names_words import CROWD_BEHIND, only_split, pinyin_syllables, read_word
from extract.vocabulary import vocabulary

HARDLY_BORNE = 1e-9
"""Share of people below which a split of one word is taken for none: 'Secretary Rubio' is no Ru Bio."""
LINE_START = re.compile(r"(?:(?<=\n)|)([a-z]{2,9}) (?=[A-Z])")
LONGEST_START = 10
ARABIC = re.compile(r"(?<![^\W_])(?:[Aa]l|[Ee]l)[- ]([A-Z][a-z]+)(?![^\W_])")
FULL_NAME = re.compile(r"(?<![^\W_])([A-Z][a-z]+) (?=([A-Z][a-z]+)(?![^\W_]))")
CHINESE = guarded(
    r"\b(?:Chin(?:a|ese)|CPC|CPPCC|Party|Province|Provincial|Municipal|[Cc]ounty|[Pp]refecture|Township|People['’]s)\b"
)
"""What a report about Chinese officials says somewhere."""
NO_CHINESE_TITLE = frozenset(
    ["chancellor", "emir", "king", "pm", "prince", "queen", "senator", "sheikh", "sultan"]
)
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


@lru_cache(maxsize=4)
def arabic_families(text: str) -> frozenset[str]:
    """The names that a report prints with the Arabic article, too: 'Al-Kandari', and later 'Speaker Kandari'."""
    return frozenset(ARABIC.findall(text))


def match_one_word(sentence: Scan, number: int) -> Found | None:
    """Match a name printed as one word behind a title, if it can be split in one way: 'minister Zhengxin'."""
    word = sentence.words[number]
    if word.kinds or word.stop or word.foreign or word.surname or word.hyphenated:
        return None
    if sentence.adjacent(number) and not sentence.words[number + 1].stop:
        return None
    split = only_split(word.low)
    if split is None or _is_foreign_family(sentence, number):
        return None
    start, end = sentence.starts[number], sentence.ends[number]
    if CROWD_BEHIND.match(sentence.text, end):
        return None
    families = families_of(sentence.text).get(sentence.surface(number), frozenset())
    if len(families) > 1:
        return None
    for family in families:  # 'Vice Minister Yezhou' of a report that names Guo Yezhou
        return Found(start, number + 1, end, family, sentence.surface(number), "pinyin-one-word")
    if name_share(f"{split[0]} {split[1]}".lower()) < HARDLY_BORNE:
        return None
    return Found(start, number + 1, end, capitalised(split[0]), capitalised(split[1]), "pinyin-one-word")


def _is_foreign_family(sentence: Scan, number: int) -> bool:
    """Whether a word of Mandarin syllables is the family of somebody else: 'President Banda', 'Prime Minister Modi'.

    By its title, by an article or a given name before it elsewhere in the report, or since the report names people, but no Chinese, or says nothing of China.
    """
    surface, text = sentence.surface(number), sentence.text
    titles = [word.low for word in sentence.words[max(0, number - 2) : number]]
    if titles == ["prime", "minister"] or (titles and titles[-1] in NO_CHINESE_TITLE):
        return True
    if surface in arabic_families(text) or surface in foreign_families(text):
        return True
    return not families_of(text) and (
        bool(foreign_families(text)) or (_is_office(titles) and CHINESE.search(text) is None)
    )


def _is_office(titles: list[str]) -> bool:
    return bool(titles) and (titles[-1],) in vocabulary().titles


@lru_cache(maxsize=4)
def foreign_families(text: str) -> frozenset[str]:
    """The words that a report prints behind a given name that is not Chinese: 'Aurelio Banda', and later 'President Banda'."""
    return frozenset(family for given, family in FULL_NAME.findall(text) if _can_be_foreign_given(given))


def _can_be_foreign_given(form: str) -> bool:
    word = read_word(form)
    return (
        not (word.kinds or word.stop or word.surname or word.pinyin)
        and (form.lower(),) not in vocabulary().titles
    )


@lru_cache(maxsize=4)
def families_of(text: str) -> dict[str, frozenset[str]]:
    """The surnames that a report prints in front of each word of two syllables that can be a given name."""
    found: dict[str, set[str]] = {}
    for family, given in FULL_NAME.findall(text):
        if "pinyin" in lexicon().surnames.get(family.lower(), frozenset()):
            found.setdefault(given, set()).add(family)
    return {given: frozenset(families) for given, families in found.items()}


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
