"""The names in a credit: where they stand, and where they end.

A credit is a list of names and nothing else, so any run of two or three capitalised words is a name here. What ends
the list (a sentence that begins, the next label, an outlet) is in rules/name_stops.csv.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.records import PressFunction, PressName
from corpus.textrules import name_stops

WORD = re.compile(r"[^\W\d_]+(?:[’'\-·][^\W\d_]+)*\.?")
PARTICLES = frozenset(
    {"de", "da", "del", "van", "von", "der", "den", "bin", "binti", "al", "el", "la", "ibn", "dos"}
)
SURNAMES_TOO = frozenset({"He", "She", "You", "An", "Long"})
GIVEN_TOO = frozenset({"Jun"})  # a given name as common as the month: 'Liu Jun'
DAY_OF_MONTH = re.compile(r"\.?\s\d")
CAMEL = re.compile(r"[A-Z][a-z]+[A-Z][a-z]+")
SEPARATOR = re.compile(r"\s*[,，、;；/|&·]\s*(?:and\s+)?|\s+and\s+")
MAX_NAMES = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class NameList:
    """The spans of the names, and the offset behind the last of them."""

    spans: tuple[tuple[int, int], ...]
    stop: int


def read_names(text: str, start: int, end: int, *, single: bool = False) -> NameList:
    """Read names from `start`; `single` allows a name of one word ('Editor: Huaxia').

    A run of four or six words is two or three names ('Wang Lei Li Na'); a run of five or more than six may be
    cut in two ways: it is passed over without a name, but belongs to the credit.
    """
    spans: list[tuple[int, int]] = []
    at = stop = _skip(text, start, end)
    while len(spans) < MAX_NAMES:
        words = _run(text, at, end)
        if not words:
            break
        found = _names_of(text, words, single=single)
        if found is None:
            break
        spans += found
        stop = words[-1][1]
        separator = SEPARATOR.match(text, stop, end)
        if separator is None:
            break
        at = separator.end()
    return NameList(spans=tuple(spans), stop=stop)


def press_names(text: str, names: NameList, function: PressFunction) -> list[PressName]:
    """Make records of the names of a credit."""
    return [
        PressName(name=text[start:end], function=function, start=start, end=end) for start, end in names.spans
    ]


def _skip(text: str, start: int, end: int) -> int:
    while start < end and text[start] in " \t:：":
        start += 1
    return start


def _run(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """Capitalised words with single spaces between them, up to a word that ends a list of names."""
    words: list[tuple[int, int]] = []
    while len(words) < 12:
        match = WORD.match(text, at, end)
        if match is None:
            break
        word = match.group()
        initial = len(word) == 2 and word[1] == "."
        stop = match.end() if initial or not word.endswith(".") else match.end() - 1
        bare = text[at:stop]
        if bare in PARTICLES and words:
            words.append((at, stop))
        elif not bare[0].isupper() or _ends_list(text, bare, len(words), stop, end):
            break
        else:
            words.append((at, stop))
        if stop >= end or text[stop] != " ":
            break
        at = stop + 1
        while at < end and text[at] == " ":
            at += 1
    while words and text[words[-1][0] : words[-1][1]] in PARTICLES:
        words.pop()
    return words


def _ends_list(text: str, word: str, place: int, stop: int, end: int) -> bool:
    """True for a word that ends a list of names; 'He' and 'An' are surnames at the head of a name."""
    plain = word.rstrip(".")
    if plain in SURNAMES_TOO:
        following = WORD.match(text, stop + 1, end) if place != 1 else None
        return place > 1 and (following is None or not following.group()[0].isupper())
    if plain in GIVEN_TOO and place == 1:
        return DAY_OF_MONTH.match(text, stop, end) is not None
    return plain in name_stops() or plain.capitalize() in name_stops()


def _names_of(text: str, words: list[tuple[int, int]], *, single: bool) -> list[tuple[int, int]] | None:
    pinyin = [text[a:b] not in PARTICLES and not text[a:b].endswith(".") for a, b in words]
    count = len(words)
    if count == 1:
        word = text[words[0][0] : words[0][1]]
        return [words[0]] if (single and len(word) > 2) or CAMEL.fullmatch(word) else None
    if count in (2, 3) or not all(pinyin):
        return [(words[0][0], words[-1][1])]
    if count in (4, 6):
        return [(words[n][0], words[n + 1][1]) for n in range(0, count, 2)]
    return []
