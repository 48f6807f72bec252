"""What one capitalised word can be in the gazetteer: a place by itself, the first of a longer name, places joined by a hyphen."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import replace
from functools import lru_cache

from extract.places_gazetteer import ONE_SYLLABLE, Place, fold_place, gazetteer
from extract.vocabulary import rows

# what stands before is looked at behind the first letter, so that the search runs from capital to capital
WORD = re.compile(
    r"(?s)[A-Z\x80-\U0010ffff](?<=[^\W\d_])(?<![\w-].)(?<!\w['’].)(?:(?<=[A-Z])\.(?:[A-Z]\.)+|(?:[^\W\d_]|['’‘-](?=[^\W\d_]))*)"
)
NOTHING: tuple[tuple[()], tuple[()]] = ((), ())
POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
ACRONYM = 4
ACCENTED = {"a": "[aãáâ]", "c": "[cç]", "e": "[eéê]", "i": "[ií]", "o": "[oôóö]", "u": "[uüú]"}
LONGEST = 60
"""Letters of a word that can be a place or a compound of places."""


def may_be_place(text: str, start: int) -> bool:
    """Tell whether a place can begin at `start`: the word that stands there begins some place's name."""
    match = WORD.match(text, start)
    return match is not None and places_of_word(match.group()) != NOTHING


def meanings_at(text: str, match: re.Match[str], end: int) -> list[tuple[int, int, tuple[Place, ...]]]:
    """List the gazetteer's entries that begin at a capitalised word: the longest, or the parts of 'Beijing-Tianjin'."""
    longer, alone = places_of_word(match.group())
    at = match.start()
    for name in longer:
        whole = _spelt(name).match(text, at, end)
        if whole is not None:
            return [(at, whole.end(), gazetteer()[name])]
    return [(at + first, at + last, places) for first, last, places in alone]


@lru_cache(maxsize=1 << 15)
def places_of_word(word: str) -> tuple[tuple[str, ...], tuple[tuple[int, int, tuple[Place, ...]], ...]]:
    """Return the longer names that may begin with a word, and what it means by itself, with offsets in it."""
    if len(word) > LONGEST:
        return (), ()
    singles, longer = _index()
    own = POSSESSIVE.sub("", word)
    key = fold_place(own)
    names = (*longer.get(key, ()), *(longer.get(fold_place(word), ()) if own != word else ()))
    if key in singles and (len(key) > ACRONYM or len(key) == 1 or key not in _acronyms() or own.isupper()):
        return names, ((0, len(own), _as_printed(own, singles[key])),)
    if "-" not in own:
        return names, ()
    parts, offset = [], 0
    for part in own.split("-"):
        entry = singles.get(fold_place(part)) if part[:1].isupper() else None
        if entry is not None:
            parts.append((offset, offset + len(part), entry))
        offset += len(part) + 1
    return names, tuple(parts)


def _as_printed(word: str, places: tuple[Place, ...]) -> tuple[Place, ...]:
    """'Guan' is a surname and 'Dean' a post: Gu'an and De'an without their apostrophe need their class word."""
    if "'" in word or "’" in word or not ONE_SYLLABLE.fullmatch(word):
        return places
    return tuple(replace(p, classed=True) if "'" in p.name and p.name != "Xi'an" else p for p in places)


@lru_cache(maxsize=1)
def _index() -> tuple[dict[str, tuple[Place, ...]], dict[str, tuple[str, ...]]]:
    """Names of one word with their places; longer names by their first word, the longest first."""
    singles: dict[str, tuple[Place, ...]] = {}
    longer: dict[str, list[str]] = defaultdict(list)
    for key, places in sorted(gazetteer().items(), key=lambda item: (-len(item[0]), item[0])):
        first, _, rest = key.partition(" ")
        if rest:
            longer[first].append(key)
        else:
            singles[key] = places
    return singles, {word: tuple(names) for word, names in longer.items()}


@lru_cache(maxsize=512)
def _spelt(name: str) -> re.Pattern[str]:
    """The ways to print a folded name of several words: "Cote d'Ivoire", 'Washington, D.C.'; compiled when met."""
    words = (r"[.'’-]?".join(_letter(letter) for letter in word) + r"\.?" for word in name.split())
    return re.compile(r"[\s,]+".join(words) + r"(?!\w)", re.IGNORECASE)


def _letter(letter: str) -> str:
    return ACCENTED.get(letter, re.escape(letter))


@lru_cache(maxsize=1)
def _acronyms() -> frozenset[str]:
    """Folded names that are only written in capitals: UK, UAE, U.S. ('us' is a word)."""
    names = [name for row in rows("countries.csv") for name in row["aliases"].split(";")]
    return frozenset(fold_place(name) for name in names if name and len(name) <= ACRONYM and name.isupper())
