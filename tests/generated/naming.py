"""Names as frequent as real ones, and what machine translation makes of them.

Frequencies are those of `extract/rules/name_frequency.csv`. Slips follow 34 machine translations of four real reports,
labelled by hand: 11 of 70 name slots do not print the reference. Two lack the name; nine have other letters (a syllable read
otherwise, five of them of one name: characters that are misread are misread again and again), and of their occurrences one in
twelve has the given name first. So a fifth of the people here bear a hard character and take most of the slips.
"""

from __future__ import annotations

import csv
from bisect import bisect
from dataclasses import dataclass, field
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Literal

TABLE = Path(__file__).parents[2] / "extract" / "rules" / "name_frequency.csv"
ONE_SYLLABLE = 0.19
"""Share of given names of one syllable: 104 of the 541 Chinese names in tests/gold."""
HARD = 0.2
"""Share of people with a character that is misread again and again."""
EASY_SLIPS = 0.05
"""Share of slips where no character is hard, of the rate of those where one is."""
MISSING = 2 / 11
"""Share of slips that lose the name."""
GIVEN_FIRST = 1 / 12
OF_SURNAME = 0.15
"""Share of misread syllables that are the surname (Yan for Zhai)."""


class Weighted:
    """Draw words with given weights."""

    def __init__(self, rows: list[tuple[str, float]]) -> None:
        self.words = [word for word, _ in rows]
        self._sums = list(accumulate(weight for _, weight in rows))

    def draw(self, random: Random) -> str:
        """Draw one word."""
        return self.words[min(bisect(self._sums, random.random() * self._sums[-1]), len(self.words) - 1)]


def _table(part: str) -> Weighted:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return Weighted([(r["pinyin"], float(r["share"])) for r in csv.DictReader(file) if r["part"] == part])


SURNAMES, SYLLABLES = _table("surname"), _table("syllable")


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name by its syllables; `misread` are other readings of its hard character, if it has one."""

    surname: str
    given: tuple[str, ...]
    misread: tuple[Name, ...] = field(default=())

    def printed(self, style: str = "joined") -> str:
        """Print it in one of STYLES."""
        family = self.surname.capitalize()
        if style == "split":
            return " ".join((family, *(part.capitalize() for part in self.given)))
        if style == "hyphen":
            return f"{family} {'-'.join(self.given).capitalize()}"
        given = self.given[0].capitalize() + "".join(_parted(part) for part in self.given[1:])
        if style == "given first":
            return f"{given} {family}"
        return f"{family.upper() if style == 'capitals' else family} {given}"


def _parted(syllable: str) -> str:
    return f"'{syllable}" if syllable[0] in "aeo" else syllable


STYLES = Weighted([("joined", 0.85), ("split", 0.07), ("hyphen", 0.03), ("capitals", 0.05)])
"""How one report prints all its names."""


def draw_name(random: Random) -> Name:
    """Draw a name with the frequency of real ones."""
    surname = SURNAMES.draw(random)
    given = tuple(SYLLABLES.draw(random) for _ in range(1 if random.random() < ONE_SYLLABLE else 2))
    plain = Name(surname=surname, given=given)
    if random.random() >= HARD:
        return plain
    readings = tuple(_misread(plain, random) for _ in range(3))
    return Name(surname=surname, given=given, misread=readings)


def _misread(name: Name, random: Random) -> Name:
    """Read one syllable otherwise."""
    if random.random() < OF_SURNAME:
        return Name(surname=_other(name.surname, SURNAMES, random), given=name.given)
    at = random.randrange(len(name.given))
    parts = list(name.given)
    parts[at] = _other(parts[at], SYLLABLES, random)
    return Name(surname=name.surname, given=tuple(parts))


def _other(syllable: str, table: Weighted, random: Random) -> str:
    found = syllable
    while found == syllable:
        found = table.draw(random)
    return found


def slipped(name: Name, rate: float, random: Random) -> tuple[Name, bool] | Literal["missing"] | None:
    """Translate a name: as it is (None), 'missing', or slipped, with whether its given name comes first.

    Over all people `rate` of the slots slip: more of those with a hard character, few of the others.
    """
    hard = rate / (HARD + (1 - HARD) * EASY_SLIPS)
    if random.random() >= (hard if name.misread else hard * EASY_SLIPS):
        return None
    if random.random() < MISSING:
        return "missing"
    if random.random() < GIVEN_FIRST and len(name.given) == 2:
        return name, True
    return (random.choice(name.misread) if name.misread else _misread(name, random)), False
