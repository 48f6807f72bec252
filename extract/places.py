"""Places as reports print them: 'Shaanxi Province', 'Xi’an', 'Xiangtan Municipal', 'Gulou District of Nanjing'.

Two places of one name stay two candidates: a Suzhou is in Jiangsu or in Anhui until the text says which. Only
capitalised words are looked at, each once, in a dictionary: the cost does not grow with the gazetteer.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from extract.places_class import CLASS_AFTER, CLASS_BEFORE, class_word, fitting
from extract.places_gazetteer import Place
from extract.places_words import NOTHING, WORD, meanings_at, places_of_word
from extract.vocabulary import rows

RANK = ("province", "prefecture", "country", "capital", "county")
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
    words = [match for match in WORD.finditer(text, start, end) if places_of_word(match.group()) != NOTHING]
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
        for first, last, places in meanings_at(text, match, end):
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
