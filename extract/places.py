"""Places as reports print them: 'Shaanxi Province', 'Xi’an', 'Xiangtan Municipal', 'Gulou District of Nanjing'.

Two places of one name stay two candidates: a Suzhou is in Jiangsu or in Anhui until the text says which. Only
capitalised words are looked at, each once, in a dictionary: the cost does not grow with the gazetteer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from extract.places_class import CLASS_AFTER, CLASS_BEFORE, class_word, fitting
from extract.places_gazetteer import ONE_SYLLABLE, Place, fold_place, gazetteer
from extract.vocabulary import rows

__all__ = ["Place", "PlaceSpan", "find_places", "fold_place", "gazetteer", "places_in"]

# what stands before is looked at behind the first letter, so that the search runs from capital to capital
WORD = re.compile(
    r"(?s)[A-Z\x80-\U0010ffff](?<=[^\W\d_])(?<![\w-].)(?<!\w['’].)(?:(?<=[A-Z])\.(?:[A-Z]\.)+|(?:[^\W\d_]|['’‘-](?=[^\W\d_]))*)"
)
NOTHING: tuple[tuple[()], tuple[()]] = ((), ())
POSSESSIVE = re.compile(r"['’]s$", re.IGNORECASE)
RANK = ("province", "prefecture", "country", "capital", "county")
ACRONYM = 4
ACCENTED = {"a": "[aãáâ]", "c": "[cç]", "e": "[eéê]", "i": "[ií]", "o": "[oôóö]", "u": "[uüú]"}
LONGEST = 60
"""Letters of a word that can be a place or a compound of places."""
NEAR = 30
"""Characters between a place and the one that says where it lies: 'Gulou District of Nanjing'."""


class PlaceSpan(NamedTuple):
    """A place printed at `start:end`, its class word included.

    `candidates` are all that the words can mean; `name` is the label of the highest of them where it is the only one
    of its level, else the bare name. `classed` is the class word in lower case, '' where none stands there.
    """

    start: int
    end: int
    name: str
    level: str
    candidates: tuple[Place, ...]
    classed: str = ""


def find_places(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]] = ()
) -> tuple[PlaceSpan, ...]:
    """Find the places of `text[start:end]`; a word inside a `taken` span (a person's name) is no place."""
    words = [match for match in WORD.finditer(text, start, end) if _of_word(match.group()) != NOTHING]
    if not words:
        return ()
    spans = sorted(taken)
    starts = [low for low, _ in spans]
    ends = list(accumulate((high for _, high in spans), max))
    found: list[PlaceSpan] = []
    done = start
    for match in words:
        if match.start() < done:
            continue
        for first, last, places in _meanings(text, match, end):
            if starts and _overlaps(starts, ends, first, last):
                continue
            span = _span(text, first, last, end, places)
            if span is not None and not (starts and _overlaps(starts, ends, first, span.end)):
                found.append(span)
                done = span.end
    return _narrowed(text, found) if found else ()


@lru_cache(maxsize=1 << 13)
def places_in(words: str) -> tuple[PlaceSpan, ...]:
    """Find the places that the words of a post or a body name: most of them stand in many reports."""
    return find_places(words, 0, len(words))


def may_be_place(text: str, start: int) -> bool:
    """Whether a place can begin at `start`: the word that stands there begins some place's name."""
    match = WORD.match(text, start)
    return match is not None and _of_word(match.group()) != NOTHING


def _meanings(text: str, match: re.Match[str], end: int) -> list[tuple[int, int, tuple[Place, ...]]]:
    """The gazetteer's entries that begin at a capitalised word: the longest, or the parts of 'Beijing-Tianjin'."""
    longer, alone = _of_word(match.group())
    at = match.start()
    for name in longer:
        whole = _spelt(name).match(text, at, end)
        if whole is not None:
            return [(at, whole.end(), gazetteer()[name])]
    return [(at + first, at + last, places) for first, last, places in alone]


@lru_cache(maxsize=1 << 15)
def _of_word(word: str) -> tuple[tuple[str, ...], tuple[tuple[int, int, tuple[Place, ...]], ...]]:
    """The longer names that may begin with a word, and what it means by itself, with offsets in it."""
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


def _span(text: str, first: int, last: int, end: int, places: tuple[Place, ...]) -> PlaceSpan | None:
    behind, ahead = text[last : last + 1].isspace(), text[first - 1 : first].isspace()
    friend_behind, friend_ahead = _friends()
    if (behind and friend_behind.match(text, last, end)) or (
        ahead and friend_ahead.search(text, max(0, first - 24), first)
    ):
        return None  # 'Shanghai Cooperation Organization', 'Nanjing Road', 'Mr. Jordan': named for the place
    after = CLASS_AFTER.match(text, last, end) if behind else None
    before = CLASS_BEFORE.search(text, max(0, first - 24), first) if ahead and not after else None
    classed = class_word(after or before)
    candidates = fitting(places, classed)
    if not candidates:
        return None
    return _named(first, after.end() if after else last, candidates, classed)


def _named(start: int, end: int, candidates: tuple[Place, ...], classed: str) -> PlaceSpan:
    if len(candidates) == 1:
        place = candidates[0]
        return PlaceSpan(
            start=start, end=end, name=place.label, level=place.level, candidates=candidates, classed=classed
        )
    level = min((p.level for p in candidates), key=RANK.index)
    best = [place for place in candidates if place.level == level]
    name = best[0].label if len(best) == 1 else best[0].name
    return PlaceSpan(start=start, end=end, name=name, level=level, candidates=candidates, classed=classed)


def _narrowed(text: str, found: list[PlaceSpan]) -> tuple[PlaceSpan, ...]:
    """Of several candidates, keep those that lie in the place named next to them."""
    out = []
    for number, span in enumerate(found):
        if len(span.candidates) > 1:
            for other in (*found[number + 1 : number + 2], *found[max(0, number - 1) : number]):
                gap = text[min(span.end, other.end) : max(span.start, other.start)]
                names = {p.name for p in other.candidates} | {p.label for p in other.candidates}
                inside = tuple(
                    p for p in span.candidates if p.parent in names or p.province in names - {p.name}
                )
                if inside and len(gap) <= NEAR and not re.search(r"[.;!?\n]", gap):
                    span = _named(span.start, span.end, inside, span.classed)
                    break
        out.append(span)
    return tuple(out)


@lru_cache(maxsize=1)
def _friends() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What stands behind, and in front of, a place that gave its name to something else."""
    words: dict[str, list[str]] = defaultdict(list)
    for row in rows("place_false_friends.csv"):
        words[row["position"]].append(r"\s+".join(map(re.escape, row["words"].split())))
    after, before = "|".join(words["after"]), "|".join(words["before"])
    return re.compile(rf"\s+(?:{after})\b"), re.compile(rf"\b(?:{before})\s+(?:the\s+)?$")


def _overlaps(starts: Sequence[int], ends: Sequence[int], first: int, last: int) -> bool:
    """Does `first:last` meet a span? `ends` are the furthest ends so far, in the order of `starts`."""
    before = bisect_left(starts, last)
    return before > 0 and ends[before - 1] > first
