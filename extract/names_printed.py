"""What the print of words tells of a list's names: words that the text also has in small letters, and the letters of a body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from extract.names_words import read_word

LOWER_WORD = re.compile(r"(?<![^\W_])[a-z]+")
SHORTEST = 3  # letters of a family name in capitals that no list knows


@lru_cache(maxsize=4)
def lower_words(text: str) -> frozenset[str]:
    """Words that the text also prints in lower case: 'Noted', 'Building Dreams' are no names in it."""
    return frozenset(LOWER_WORD.findall(text))


def printed_small(text: str, low: str) -> bool:
    """Tell whether the text also prints a word in lower case; most are not even part of one that it does."""
    return low in text and low in lower_words(text)


def names_body(words: Sequence[str]) -> Iterator[bool]:
    """Tell of each word whether it is the letters of a body and can be no name: 'NHS' beside words in small letters, 'GEM CSU'."""
    plain = any(word[1:].islower() for word in words)
    for word in words:
        letters = word.removesuffix("s")
        read = read_word(letters.capitalize())
        shouted = (
            letters.isupper() and letters.isalpha() and not (read.surname or read.foreign or read.pinyin)
        )
        yield shouted and (len(letters) > 2 if plain else len(words) > 1 and 2 < len(letters) <= SHORTEST)
