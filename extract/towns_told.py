"""Towns that no gazetteer knows, where a sentence says of a gathering that it was in one: 'met in Sveti Lovro on Friday'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.common_words import common_words
from extract.names_words import read_word
from extract.places_gazetteer import demonyms
from extract.vocabulary import rows

TOWN = re.compile(
    r"(?:(?<=meeting )|(?<=meetings )|(?<=talks )|(?<=session )|(?<=sitting )|(?<=conference )|(?<=forum )|(?<=summit )|(?<=symposium )"
    r"|(?<=ceremony )|(?<=workshop )|(?<=held )|(?<=met )|(?<=convened )|(?<=gathered )|(?<=opened )|(?<=closed )|(?<=ended ))"
    r"in (?:the (?:town|city|village) of )?(?P<after>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?)(?= on | to | with | yesterday\b| today\b|[.,;])"
    r"|\b[Ii]n (?P<before>[A-Z][\w'’-]+(?: [A-Z][\w'’-]+)?),? (?=on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b|yesterday\b|today\b)"
)


def told_town(text: str, start: int, end: int, names: Sequence[tuple[int, int]]) -> str:
    """The town that `text[start:end]` says a gathering was in; "" where it says none, or a month, a house or a language."""
    if text.find("n ", start, end) < 0:
        return ""
    for found in TOWN.finditer(text, start, end):
        group = found.lastgroup or ""
        inside = any(low < found.end(group) and found.start(group) < high for low, high in names)
        if not inside and all(map(_may_name_a_town, found[group].split())):
            return found[group]
    return ""


def _may_name_a_town(word: str) -> bool:
    """'Geneva' and 'Sveti' may, 'March', 'Parliament', 'English' and 'Hall' may not."""
    read, low = read_word(word), word.lower()
    if "world" in read.kinds:
        return True
    return not (read.stop or read.kinds or low in common_words() or low in demonyms() or low in _houses())


@lru_cache(maxsize=1)
def _houses() -> frozenset[str]:
    return frozenset(row["head"] for row in rows("venues.csv"))
