"""Ordinals of meetings as numbers: 'third', '19th', 'twenty-first'."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.number_words import ORDINALS

NTH = re.compile(r"(\d+)(?:st|nd|rd|th)$")
UNITS = {word: number for number, word in enumerate(ORDINALS[:19], 1)}
TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}


@lru_cache(maxsize=1 << 12)
def ordinal_number(word: str) -> int:
    """Read 'third', '19th' or 'twenty-first' as a number; 0 for any other word.

    >>> ordinal_number("forty-second")
    42
    """
    low = word.lower()
    if match := NTH.match(low):
        return int(match.group(1))
    if low in UNITS:
        return UNITS[low]
    tens, _, unit = low.partition("-")
    if unit in UNITS and UNITS[unit] < 10 and tens.endswith("y") and tens[:-1] in TENS:
        return TENS[tens[:-1]] + UNITS[unit]
    return TENS.get(low.removesuffix("ieth"), 0) if low.endswith("ieth") else 0
