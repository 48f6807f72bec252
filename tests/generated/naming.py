"""Names as frequent as real ones, and what machine translation makes of them.

Frequencies are those of `extract/rules/name_frequency.csv`. That 16 % of name slots slip was measured on machine translations of
real reports. How they slip was counted by hand where four of these reports stand in five versions each, 14 names and 70 slots: two slots
lack the given name, eight have another syllable or lack one, seven of these of two names: what is misread is misread again and again.
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
HARD = 1 / 7
"""Share of names with a character that is misread again and again: 2 of 14 took seven of the eight misreadings."""
READINGS = (5 / 7, 1 / 7, 1 / 7)
"""How those seven fall on the ways to misread: four and one of one name, one and one of the other."""
EASY = 1 / 60
"""Share of the slots of other names that are misread: one of 60."""
LOST = 2 / 70
"""Share of all slots that lack the name."""
GIVEN_FIRST = 1 / 12
"""Share of misread slots where instead the given name comes first: one of the twelve forms that those names were given."""
OF_SURNAME = 0.15
"""Share of misread syllables that are the surname (Yan for Zhai): one of seven."""


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


def draw_name(random: Random, *, hard: bool = False) -> Name:
    """Draw a name with the frequency of real ones; a `hard` one has a character that is misread."""
    surname = SURNAMES.draw(random)
    given = tuple(SYLLABLES.draw(random) for _ in range(1 if random.random() < ONE_SYLLABLE else 2))
    plain = Name(surname=surname, given=given)
    if not hard:
        return plain
    readings = tuple(_misread(plain, random) for _ in READINGS)
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

    Over all people `rate` of the slots slip: nearly all those of names with a hard character, few of the others.
    """
    lost = min(LOST, rate)
    easy = min(EASY, rate)
    hard = max(0.0, rate - lost - (1 - HARD) * easy) / HARD
    if random.random() < lost:
        return "missing"
    if random.random() >= (hard if name.misread else easy):
        return None
    if random.random() < GIVEN_FIRST and len(name.given) == 2:
        return name, True
    return (random.choices(name.misread, READINGS)[0] if name.misread else _misread(name, random)), False
