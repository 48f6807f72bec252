"""Take people off the words of a body: a title that is no part of its name, a form of address and what stands behind."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.countries import country_of
from extract.field_words import has_head
from extract.names_lexicon import honorifics
from extract.post_words import low
from extract.vocabulary import vocabulary

JOINED = re.compile(r"(?:,|\band|&)(?: the)?\s*$")
WORD = re.compile(r"[^\s,;]+")
GOES_ON = re.compile(r"\s*(?:$|,| and\b| of\b| for\b| to\b)")
"""What stands behind the title of a post, and behind no title that is a word of a body: 'Secretary General Office'."""
INSIDE = re.compile(r"(?:\b(?:of|for|to)(?: the(?: [A-Z]\w+)?)?|['’]s) $")
"""What makes a title part of a body: 'Office of the Prime Minister', 'the Council of the Chief Executive'."""
SHORT = re.compile(r"[A-Z][A-Z&]+|[A-Z][a-z]*[A-Z]\w*")


def without_people(words: str) -> str:
    """Cut the words at the first title or form of address that is no part of the body's name."""
    for match in WORD.finditer(words):
        word, before = match.group(), words[: match.start()]
        if word.rstrip(".") in _addresses():
            return before.rstrip(" ,")
        if _is_title(low(word)) and GOES_ON.match(words, match.end()):
            front = _before_title(before)
            if JOINED.search(front) or not (INSIDE.search(front) or words.startswith("Ministry ")):
                return JOINED.sub("", front) if JOINED.search(front) else _if_body(front)
    return words


def _is_title(word: str) -> bool:
    title = vocabulary().titles.get((word.removeprefix("co-").removeprefix("pro-"),))
    posts = title is not None and not title.plural and not title.generic and "rank" not in title.flags
    return posts and word not in vocabulary().fields  # 'Justice' is a field as well


def _before_title(before: str) -> str:
    """The words without those that qualify the title behind them: 'Office of the Prime', 'and Zimbabwean'."""
    known = vocabulary()
    words = before.rstrip()
    while words:
        last = words.split()[-1]
        if not (
            low(last) in known.title_modifiers
            or (low(last),) in known.titles
            or low(last) == "prime"
            or country_of(last)
        ):
            break
        words = words[: -len(last)].rstrip()
    return f"{words} "


def _if_body(words: str) -> str:
    kept = words.strip(" ,")
    return kept if has_head(kept) or SHORT.fullmatch(kept) or country_of(kept) else ""


@lru_cache(maxsize=1)
def _addresses() -> frozenset[str]:
    """Forms of address that stand in front of a person, in no body: 'Dr', 'Datuk'."""
    kept = frozenset(
        [
            "Mr",
            "Mrs",
            "Ms",
            "Miss",
            "Dr",
            "Prof",
            "Hon",
            "Messrs",
            "Datuk",
            "Dato",
            "Dato'",
            "Datin",
            "Tun",
            "Shri",
            "Smt",
            "Sheikh",
            "Shaikh",
            "Alhaji",
            "Cllr",
            "Engr",
            "Mme",
            "Madam",
            "Lyonpo",
            "Dasho",
            "Samdech",
            "Senator",
            "Councillor",
        ]
    )
    return kept & {form.rstrip(".") for form in honorifics()} | {"Senator", "Hon", "H.E"}
