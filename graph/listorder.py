"""By what a printed list of names is ordered: by rank, by the strokes of surnames, or by the alphabet.

Lists in stroke order (or alphabetical ones) say nothing about rank: committees and delegations are printed so in order to say nothing.
"""

from __future__ import annotations

import csv
import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

from extract.folding import fold

STROKES = Path(__file__).parent / "rules" / "strokes.csv"
SAID = re.compile(r"\bstrokes?\b", re.IGNORECASE), re.compile(r"\balphabetical\b", re.IGNORECASE)
ALPHA = 0.01
"""How likely an order by chance may be to be taken for one on purpose."""
DRAWS = 2000
KNOWN = 0.8
"""Share of the surnames of a list whose strokes must be known before their order says anything."""

Order = Literal["rank", "strokes", "alphabet"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """How many names from the head of a list stand by rank, and by what the others behind them do ('rank': there are none)."""

    ranked: int
    rest: Order


@cache
def strokes() -> dict[str, tuple[int, ...]]:
    """Folded surname -> the numbers of strokes that it can have: romanised, one spelling is several characters."""
    with STROKES.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file)
        return {row["surname"]: tuple(sorted(map(int, row["strokes"].split(";")))) for row in rows}


def cut(names: Sequence[str], sentence: str = "") -> Cut:
    """Say where the part of a list that is not by rank begins: its longest tail in stroke order, or in alphabetical order.

    A list counts where its sentence says so, a tail where a random order of the same names would fit with a probability below
    `ALPHA`. A surname may have any of its characters' strokes, which makes chance
    fits likelier and is counted as such.
    """
    for said, order in zip(SAID, ("strokes", "alphabet"), strict=True):
        if said.search(sentence):
            return Cut(ranked=0, rest=order)  # type: ignore[arg-type]
    found = [
        Cut(ranked=len(names) - tail, rest=order)  # type: ignore[arg-type]
        for order, length in (("strokes", _stroke_tail), ("alphabet", _alphabet_tail))
        if (tail := length(names))
    ]
    return min(found, key=lambda c: c.ranked, default=Cut(ranked=len(names), rest="rank"))


def _stroke_tail(names: Sequence[str]) -> int:
    options = [strokes().get(fold(name.split()[0]) if name.split() else "") for name in names]
    begin, least = len(names), 10**6
    while begin:
        fitting = [s for s in options[begin - 1] or (least,) if s <= least]
        if not fitting:
            break
        begin, least = begin - 1, max(fitting)
    tail = options[begin:]
    if sum(o is not None for o in tail) < KNOWN * len(tail):
        return 0
    return len(tail) if _unlikely(tail, _climbs) else 0


def _climbs(options: Sequence[tuple[int, ...] | None]) -> bool:
    """Can the strokes be chosen so that they never fall? The smallest that fits leaves most room for the next."""
    least = 0
    for own in options:
        fitting = [s for s in own or (least,) if s >= least]
        if not fitting:
            return False
        least = min(fitting)
    return True


def _alphabet_tail(names: Sequence[str]) -> int:
    """Names as printed, or (Western ones) by their last word."""
    best = 0
    for key in (lambda words: words, lambda words: [words[-1], *words]):
        keys = [key(name.casefold().split() or [""]) for name in names]
        begin = len(keys)
        while begin and (begin == len(keys) or keys[begin - 1] <= keys[begin]):
            begin -= 1
        tail = keys[begin:]
        if len(set(map(tuple, tail))) > 1 and _unlikely(tail, lambda k: list(k) == sorted(k)):
            best = max(best, len(tail))
    return best


def _unlikely(tail: Sequence[Any], fits: Callable[[Sequence[Any]], bool]) -> bool:
    """Would fewer than ALPHA of the random orders of `tail` fit too? A fixed seed: the same answer every time.

    That the longest tail that fits is as long as this one is the same event as that a tail of its length fits: taking the longest
    needs no correction.
    """
    drawn = random.Random(7)
    order = list(tail)
    limit = ALPHA * DRAWS
    hits = 0
    for _ in range(DRAWS):
        drawn.shuffle(order)
        hits += fits(order)
        if hits > limit:
            return False
    return True
