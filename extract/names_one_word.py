"""Chinese names in one word behind a title, and the families that one word may be instead: 'minister Zhengxin', 'President Banda'."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.needed import guarded
from extract.name_frequency import name_share
from extract.names_found import Found, capitalised
from extract.names_lexicon import lexicon
from extract.names_scan import Scan
from extract.names_words import CROWD_BEHIND, only_split, read_word
from extract.vocabulary import vocabulary

HARDLY_BORNE = 1e-9
"""Share of people below which a split of one word is taken for none: 'Secretary Rubio' is no Ru Bio."""
ARABIC = re.compile(r"(?<![^\W_])(?:[Aa]l|[Ee]l)[- ]([A-Z][a-z]+)(?![^\W_])")
FULL_NAME = re.compile(r"(?<![^\W_])([A-Z][a-z]+) (?=([A-Z][a-z]+)(?![^\W_]))")
CHINESE = guarded(
    r"\b(?:Chin(?:a|ese)|CPC|CPPCC|Party|Province|Provincial|Municipal|[Cc]ounty|[Pp]refecture|Township|People['’]s)\b"
)
"""What a report about Chinese officials says somewhere."""
NO_CHINESE_TITLE = frozenset(
    ["chancellor", "emir", "king", "pm", "prince", "queen", "senator", "sheikh", "sultan"]
)


@lru_cache(maxsize=4)
def arabic_families(text: str) -> frozenset[str]:
    """List the names that a report prints with the Arabic article, too: 'Al-Kandari', and later 'Speaker Kandari'."""
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
    """List the words that a report prints behind a given name that is not Chinese: 'Aurelio Banda', and later 'President Banda'."""
    return frozenset(family for given, family in FULL_NAME.findall(text) if _can_be_foreign_given(given))


def _can_be_foreign_given(form: str) -> bool:
    word = read_word(form)
    return (
        not (word.kinds or word.stop or word.surname or word.pinyin)
        and (form.lower(),) not in vocabulary().titles
    )


@lru_cache(maxsize=4)
def families_of(text: str) -> dict[str, frozenset[str]]:
    """List the surnames that a report prints in front of each word of two syllables that can be a given name."""
    found: dict[str, set[str]] = {}
    for family, given in FULL_NAME.findall(text):
        if "pinyin" in lexicon().surnames.get(family.lower(), frozenset()):
            found.setdefault(given, set()).add(family)
    return {given: frozenset(families) for given, families in found.items()}
