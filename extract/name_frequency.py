"""How common a Chinese name is, and whether it is common enough that two officials of one unit may well bear it.

Shares come from `rules/name_frequency.csv`. The share of a full name is the product of those of its surname and its
syllables, and of the share of given names of that length. In pinyin a name stands for many written ones, so that shares
are larger than those of any name in characters: about four in ten thousand people are a 'Wang Wei'.
"""

from __future__ import annotations

from functools import lru_cache

from extract.likeness import parted
from extract.vocabulary import rows

ONE_SYLLABLE = 0.19
"""Share of given names of one syllable: 104 of the 541 Chinese names in tests/gold."""
OFFICIALS = {"central": 300, "provincial": 1000, "municipal": 400, "county": 200, "township": 50}
"""People of one unit whom reports name over ten years, by its level: an order of magnitude, no count."""
MAY_MEET = 0.05
"""Expected namesakes in a unit from which on a name alone says too little there."""


@lru_cache(maxsize=1)
def _shares() -> dict[str, dict[str, float]]:
    found: dict[str, dict[str, float]] = {"surname": {}, "syllable": {}}
    for row in rows("name_frequency.csv"):
        found[row["part"]][row["pinyin"]] = float(row["share"])
    return found


@lru_cache(maxsize=1 << 17)
def name_share(key: str) -> float:
    """Estimate the share of people in China who bear a folded name; 0 for names that are no Chinese ones.

    Names with a surname or syllables outside the table get the share of the rarest in it.
    """
    words = key.split()
    surnames, syllables = _shares()["surname"], _shares()["syllable"]
    if len(words) != 2:
        return 0.0
    family, given = words
    readings = [syllables[first] * syllables[second] for _, first, second in parted(key)
                if first in syllables and second in syllables]  # fmt: skip
    share = (1 - ONE_SYLLABLE) * sum(readings) + ONE_SYLLABLE * syllables.get(given, 0.0)
    return surnames.get(family, min(surnames.values())) * share


def is_common(key: str, level: str) -> bool:
    """Whether another official of one unit of `level` may well bear the name, so that name and unit prove too little."""
    return name_share(key) * OFFICIALS.get(level, OFFICIALS["provincial"]) >= MAY_MEET


@lru_cache(maxsize=1 << 14)
def like_share(key: str) -> float:
    """Estimate the share of people in China whose name is one syllable apart from a folded one of three syllables; 0 for others."""
    surnames, syllables = _shares()["surname"], _shares()["syllable"]
    rarest, rare = min(surnames.values()), min(syllables.values())
    shares = []
    for family, first, second in parted(key):
        name, one, two = surnames.get(family, rarest), syllables.get(first, rare), syllables.get(second, rare)
        shares.append((1 - ONE_SYLLABLE) * (name * (one + two) + one * two))
    return max(shares, default=0.0)
