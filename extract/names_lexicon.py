"""The rule files of names, read once from `extract/rules`, and the forms of address."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache

from extract.vocabulary import rows, vocabulary

BARRED = str.maketrans({"đ": "d", "Đ": "D", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ı": "i", "ħ": "h"})
"""Letters with a bar, which Unicode does not take apart."""
GIVEN = frozenset({"given"})
"""What most foreign words are: one set for all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The rule files of names as sets; every key is in lower case without accents, hyphens or apostrophes."""

    surnames: dict[str, frozenset[str]]
    split_surnames: frozenset[str]
    syllables: dict[str, frozenset[str]]
    kinds: dict[str, frozenset[str]]
    pairs: frozenset[str]
    foreign: dict[str, frozenset[str]]
    stops: frozenset[str]
    offices: frozenset[str]


def plain(word: str) -> str:
    """Fold a word to letters: lower case, no accents, hyphens or apostrophes ('Xing’an' -> 'xingan')."""
    if word.isascii() and word.isalpha():
        return word.lower()
    decomposed = unicodedata.normalize("NFKD", word.translate(BARRED))
    return "".join(letter for letter in decomposed if letter.isalpha()).casefold()


@lru_cache(maxsize=1)
def surnames() -> dict[str, frozenset[str]]:
    """Surnames to their schemes of romanisation and their flags; whoever needs no more leaves the long lists of names unread."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("surnames.csv"):
        found[row["surname"]].update([row["scheme"], *row["flags"].split()])
    return {word: frozenset(flags) for word, flags in found.items()}


@lru_cache(maxsize=1)
def syllables() -> dict[str, frozenset[str]]:
    """Syllables to their schemes of romanisation."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("syllables.csv"):
        found[row["syllable"]].add(row["scheme"])
    return {word: frozenset(schemes) for word, schemes in found.items()}


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """Read the name rules (once). Raises ValueError where a rule file is ragged."""
    kinds: dict[str, set[str]] = defaultdict(set)
    pairs: set[str] = set()
    for row in rows("not_names.csv"):
        if " " in row["text"]:
            pairs.add(row["text"])
        else:
            kinds[row["text"]].add(row["kind"])
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("foreign_names.csv"):
        found[row["text"]].add(row["kind"])
    foreign = {word: frozenset(own) for word, own in found.items()}
    for row in rows("given_names.csv"):
        word = row["text"]
        foreign[word] = foreign[word] | GIVEN if word in foreign else GIVEN
    return Lexicon(
        surnames=surnames(),
        split_surnames=frozenset(word for word, flags in surnames().items() if "split" in flags),
        syllables=syllables(),
        kinds={word: frozenset(own) for word, own in kinds.items()},
        pairs=frozenset(pairs),
        foreign=foreign,
        stops=_offices() | _no_names(kinds),
        offices=_offices(),
    )


def _offices() -> frozenset[str]:
    """Words that end a run of name words because they make a post, a body or a gathering."""
    words = vocabulary()
    heads = {head[0] for head in [*words.titles, *words.gatherings] if len(head) == 1}
    return frozenset(heads | set(words.body_heads) | words.body_modifiers | words.title_modifiers)


def _no_names(kinds: dict[str, set[str]]) -> frozenset[str]:
    ending = {"function", "province", "place", "world", "nation", "calendar", "thing", "english"}
    return frozenset(word for word, found in kinds.items() if found & ending)


@dataclass(frozen=True, slots=True, kw_only=True)
class Honorific:
    """A form of address: `plural` ones are shared by a list of names; `normal` is the singular form."""

    form: str
    plural: bool
    gender: str
    normal: str


@lru_cache(maxsize=1)
def honorifics() -> dict[str, Honorific]:
    """Map every printed form of address to what it means."""
    return {
        row["form"]: Honorific(
            form=row["form"], plural=row["number"] == "plural", gender=row["gender"], normal=row["normal"]
        )
        for row in rows("honorifics.csv")
    }


@lru_cache(maxsize=1)
def honorific_heads() -> frozenset[str]:
    """First words of the forms of address, as `plain` gives them."""
    return frozenset(plain(re.split(r"[ .]", form)[0]) for form in honorifics())


@lru_cache(maxsize=1)
def honorific_pattern() -> re.Pattern[str]:
    """Match a form of address where it stands before a name; the longest form first."""
    forms = sorted(honorifics(), key=lambda form: (-len(form), form))
    alternatives = "|".join(re.escape(form).replace("'", "['’‘]") for form in forms)
    return re.compile(
        rf"(?:{alternatives})(?:(?<=\.)|(?![^\W_]))(?:\s\((?i:retd|rtd|ret|r|mrs|mr|ms|dr)\.?\))?\s{{0,2}}"
        r"(?:the\s(?=(?:Rt|Right|Most|Hon|Honou?rable)(?![^\W_])))?"
    )
