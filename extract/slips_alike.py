"""Which names may be slips of each other: one syllable apart, in another order, or with one part of the name in common."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache

from extract.identity_groups import Group
from extract.likeness import blocks_of_words, likeness
from extract.names_lexicon import syllables

TWO = 2


def alike(numbers: Iterable[int], groups: Sequence[Group]) -> set[tuple[int, int]]:
    """Pairs of the groups at `numbers` that share a block of likeness, the surname or the given name, the lower first."""
    blocks: dict[str, list[int]] = defaultdict(list)
    for number in sorted(numbers):
        for block in _blocks(groups[number].name):
            blocks[block].append(number)
    several = (members for members in blocks.values() if len(members) > 1)
    return {(a, b) for members in several for a in members for b in members if a < b}


@lru_cache(maxsize=1 << 17)
def _blocks(name: str) -> tuple[str, ...]:
    """The blocks of likeness of a name but for those of its letters, its surname and its given name."""
    surname, _, given = name.partition(" ")
    return (*blocks_of_words(name), f"surname:{surname}", f"given:{given}")


def may_be(a: str, b: str) -> bool:
    """Whether two folded names are one syllable apart or in another order, or are short and share the surname."""
    return short_names(a, b) or likeness(a, b) in ("syllable", "order")


def akin(a: str, b: str) -> str:
    """What two Chinese names that are not alike have in common: 'the surname is the same', the given name, or nothing ('')."""
    left, right = a.split(), b.split()
    if len(left) != TWO or len(right) != TWO or not (_pinyin(left[1]) and _pinyin(right[1])):
        return ""
    if left[0] == right[0]:
        return "the surname is the same"
    return "the given name is the same" if left[1] == right[1] else ""


def short_names(a: str, b: str) -> bool:
    """Whether two folded names share the surname and have a given name of one syllable each."""
    left, right = a.split(), b.split()
    return (
        len(left) == len(right) == TWO
        and left[0] == right[0]
        and all(_syllable(name[1]) for name in (left, right))
    )


def _syllable(word: str) -> bool:
    return "pinyin" in syllables().get(word, ())


def _pinyin(given: str) -> bool:
    """Whether a folded given name is one Chinese syllable or two."""
    return any(
        _syllable(given[:cut]) and (cut == len(given) or _syllable(given[cut:]))
        for cut in range(1, len(given) + 1)
    )
