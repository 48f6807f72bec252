"""How two folded names that are not equal may be one name: another order, one syllable read otherwise, one letter.

Likeness proves nothing ('Li Yan' and 'Li Yang' are one letter apart and two people); it says which pairs are worth a look,
and what a translation may have done to a name.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Literal

from extract.names_lexicon import syllables

Likeness = Literal["equal", "order", "syllable", "letter", ""]
WORDS: dict[Likeness, str] = {
    "equal": "the names are equal",
    "order": "the names have the same words in another order",
    "syllable": "the names differ in one syllable",
    "letter": "the names differ in one letter",
    "": "the names are not alike",
}
TWO = 2


@lru_cache(maxsize=1 << 16)
def likeness(a: str, b: str) -> Likeness:
    """Compare two keys of `extract.folding.fold`; the first likeness that holds, '' where none does.

    'syllable': surname and given name of two syllables each, of which one of the three differs. 'letter': one letter
    more, less or other, spaces apart. Symmetric.
    """
    if a == b:
        return "equal"
    if sorted(a.split()) == sorted(b.split()):
        return "order"
    if _one_syllable_apart(a, b):
        return "syllable"
    return "letter" if _one_letter_apart(a.replace(" ", ""), b.replace(" ", "")) else ""


def swapped(a: str, b: str) -> bool:
    """Whether two words are equal, or become so when two neighbours among the letters change places.

    >>> swapped("xieluocheng", "xieloucheng"), swapped("lihua", "huali"), swapped("lihua", "lihuo")
    (True, False, False)
    """
    if len(a) != len(b):
        return False
    apart = [number for number, letters in enumerate(zip(a, b, strict=True)) if letters[0] != letters[1]]
    if not apart:
        return True
    first = apart[0]
    return apart == [first, first + 1] and a[first] == b[first + 1] and a[first + 1] == b[first]


@lru_cache(maxsize=1 << 17)
def blocks_of(key: str) -> tuple[str, ...]:
    """Name the blocks of a key: two keys that are alike share one."""
    glued = key.replace(" ", "")
    letters = (f"letters:{glued[:cut]}{glued[cut + 1 :]}" for cut in range(len(glued) + 1))
    return (*blocks_of_words(key), *letters)


def blocks_of_words(key: str) -> tuple[str, ...]:
    """Name the blocks of its words and syllables: two keys in another order or one syllable apart share one."""
    found = [f"words:{' '.join(sorted(key.split()))}"]
    for family, first, second in parted(key):
        found += [
            f"syllables:{family} {first} *",
            f"syllables:{family} * {second}",
            f"syllables:* {first} {second}",
        ]
    return tuple(found)


@lru_cache(maxsize=1 << 16)
def parted(key: str) -> tuple[tuple[str, str, str], ...]:
    """The ways to read a key as surname and two syllables; none for any other name.

    >>> parted("zhang zhongyu")
    (('zhang', 'zhong', 'yu'),)
    """
    words = key.split()
    if len(words) != TWO:
        return ()
    family, given = words
    known = syllables()
    return tuple(
        (family, given[:cut], given[cut:])
        for cut in range(1, len(given))
        if "pinyin" in known.get(given[:cut], ()) and "pinyin" in known.get(given[cut:], ())
    )


def _one_syllable_apart(a: str, b: str) -> bool:
    return any(
        sum(x != y for x, y in zip(left, right, strict=True)) == 1
        for left in parted(a)
        for right in parted(b)
    )


def _one_letter_apart(a: str, b: str) -> bool:
    short, long = sorted((a, b), key=len)
    if len(long) - len(short) > 1:
        return False
    start = next((n for n, (x, y) in enumerate(zip(short, long, strict=False)) if x != y), len(short))
    rest = len(long) - start - 1
    return short[len(short) - rest :] == long[start + 1 :] if rest else True
