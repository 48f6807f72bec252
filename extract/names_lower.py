"""Chinese names in small letters: 'director huang zhiliang, deputy directors xiong ying, wu wenwei attended'.

Some translators leave names without capitals. A surname and a given name of one or two Mandarin syllables, neither an English
word, right behind a title are such a name, with a capital surname too; so is the next pair behind a comma or 'and', and, with a
capital surname, one before a comma and a title ('Shi zhongci, president of ...') or in a list of names. Nowhere else are small letters read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.lettertrie import words_pattern
from extract.names_lexicon import lexicon
from extract.names_span import NameSpan
from extract.names_words import NEVER_GIVEN, pinyin_syllables
from extract.vocabulary import vocabulary

TITLE = re.compile(r"(?:([\w-]+) )?([\w-]+) $")
BESIDE = re.compile(r"\s*(?:,|、|，|,? and|&)\s*")
APPOSED = re.compile(r", (?:the )?(?:deputy |vice |executive )?([\w-]+)", re.IGNORECASE)
LIST_GOES_ON = re.compile(r"(?:,|,? and| et al| etc)(?= )")
REACH = 40
VERBS = frozenset(
    ["ban", "bade", "dare", "die", "fan", "hang", "lie", "long", "pen", "pin", "ran", "sang", "shun", "tie"]
)
"""Syllables that a surname's holder does: 'Mayor Chen ran the drill' holds no 'Chen Ran'."""


@lru_cache(maxsize=1)
def _pairs() -> re.Pattern[str]:
    surnames = [
        surname
        for surname, flags in lexicon().surnames.items()
        if "pinyin" in flags and "word" not in flags and surname.isascii() and len(surname) > 1
    ]
    words = [s for s, flags in lexicon().surnames.items() if {"pinyin", "word"} <= flags and s.isascii()]
    either = words_pattern((*surnames, *(surname.capitalize() for surname in surnames)))
    # a surname that is an English word only before a capital: 'he Angang, member of the committee'
    return re.compile(rf"(?<![^\W_])(?:{either} [A-Za-z]|{words_pattern(words)} [A-Z])[a-z]{{1,11}}(?![\w-])")


def lower_names(text: str, start: int, end: int, taken: tuple[NameSpan, ...]) -> tuple[NameSpan, ...]:
    """Find the names in small letters of `text[start:end]`, beside the names `taken` that are known already."""
    return tuple(_found(text, start, end, taken))


def _found(text: str, start: int, end: int, taken: tuple[NameSpan, ...]) -> Iterator[NameSpan]:
    last = -1
    for match in _pairs().finditer(text, start, end):
        family, given = match.group().split(" ")
        low = given.lower()
        if not pinyin_syllables(low) or lexicon().kinds.get(low, frozenset()) & NEVER_GIVEN:
            continue
        if given[0].isupper() and (family[0].isupper() or not _before_title(text, match.end())):
            continue  # 'shao Xudong, deputy head of': the surname alone is small
        if any(span.start < match.end() and match.start() < span.end for span in taken):
            continue
        behind = last >= 0 and BESIDE.fullmatch(text, last, match.start()) is not None
        if given[0].isupper():
            pass
        elif family[0].isupper():
            titled = low not in VERBS and _behind_title(text, start, match.start())
            if not (titled or _before_title(text, match.end()) or _listed(text, match, last, taken)):
                continue
        elif not behind and not _behind_title(text, start, match.start()):
            continue
        last = match.end()
        yield NameSpan(
            start=match.start(),
            end=match.end(),
            surface=match.group(),
            name=f"{family.capitalize()} {given.capitalize()}",
            family=family.capitalize(),
            given=given.capitalize(),
            style="pinyin",
            rule="lower",
        )


def _before_title(text: str, end: int) -> bool:
    match = APPOSED.match(text, end, end + REACH)
    return match is not None and (match[1].lower(),) in vocabulary().titles


def _listed(text: str, match: re.Match[str], last: int, taken: tuple[NameSpan, ...]) -> bool:
    """'Kang Weimin, Huang boyun, Yu laishan, Zhao Yongping': behind a name and a comma, in front of another."""
    ends = max((span.end for span in taken if span.end <= match.start()), default=-1)
    before = max(ends, last)
    beside = before >= 0 and BESIDE.fullmatch(text, before, match.start()) is not None
    return beside and LIST_GOES_ON.match(text, match.end()) is not None


def _behind_title(text: str, start: int, at: int) -> bool:
    match = TITLE.search(text, max(start, at - REACH), at)
    if match is None:
        return False
    titles = vocabulary().titles
    words = [word.lower() for word in match.groups() if word]
    return any(tuple(words[n:]) in titles for n in range(len(words)))
