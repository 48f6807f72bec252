"""Units, seats and officials over time: who holds which seat on a day, who was moved where, and who has whose name."""

from __future__ import annotations

import csv
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from random import Random

from generated.naming import HARD, Name, draw_name

PLACES = Path(__file__).parents[2] / "extract" / "rules" / "places.csv"
FIRST_DAY = date(2014, 1, 1)
TENURE = (400, 1900)
"""Days in one seat, from and to, evenly: 3.1 years in the mean.

In the data of Li, Liu, Weng and Zhou (2019, Target Setting in Tournaments, Economic Journal 129), 66 of the first 209 city-years
(Party secretaries and mayors of Hebei, 2003-2014) are the first of somebody's term: one in 3.2.
"""
RISE = 7 / 29
"""Share of vacancies that are filled out of the unit itself, by somebody of the rank below.

In the same rows 7 of 29 new Party secretaries are as old as the city's last mayor would be, who has left that office.
"""
MOVED = 0.1
"""Share of vacancies that are filled out of another unit of the corpus: it depends on the places that a corpus covers.

It is hardly above a quarter: of 202 leaders of counties and cities of Zhejiang more than three in four served in the municipality where
they were born or had made their career ("Promotion prospects and career paths of local party-government leaders in China",
https://paperexplained.cn/articles/paper/detail/449271c7734869baba1389f5578413d4daebd8de). `benchmarks/identity.py` prints what none,
twice and three times as many come to.
"""
RANK = {"county": 1, "prefecture": 3, "province": 9}
STEP = 4
"""How many times as high (rank of the unit x weight of the seat) the next seat is at most."""
TOLD = 0.5
"""Share of both of whom the first report in the new seat names the old one: chosen; the benchmark prints none and all too."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A province, a city or a county; `inside` is the unit above it, '' for a province."""

    name: str
    level: str
    inside: str
    province: str


@dataclass(frozen=True, slots=True)
class Seat:
    """A seat of a unit: its post in words, what it is in bodies, and how often it is seen, against the others."""

    post: str
    weight: float
    leads: bool = False


SEATS: dict[str, tuple[Seat, ...]] = {
    "province": (
        Seat("secretary of the {place} Provincial Party Committee", 10, leads=True),
        Seat("governor of {place} Province", 9, leads=True),
        Seat("deputy secretary of the {place} Provincial Party Committee", 5),
        Seat("secretary of the {place} Provincial Commission for Discipline Inspection", 4),
        Seat("head of the Organization Department of the {place} Provincial Party Committee", 4),
        Seat("head of the Publicity Department of the {place} Provincial Party Committee", 4),
        Seat("director of the Standing Committee of the {place} Provincial People's Congress", 3),
        Seat("chairman of the {place} Provincial Committee of the CPPCC", 3),
        *(Seat("vice governor of {place} Province", 3) for _ in range(5)),
        Seat("director of the {place} Provincial Department of Finance", 1),
        Seat("director of the {place} Provincial Department of Water Resources", 1),
        Seat("director of the {place} Provincial Department of Education", 1),
    ),
    "prefecture": (
        Seat("secretary of the {place} Municipal Party Committee", 10, leads=True),
        Seat("mayor of {place} City", 9, leads=True),
        Seat("deputy secretary of the {place} Municipal Party Committee", 5),
        Seat("secretary of the {place} Municipal Commission for Discipline Inspection", 4),
        Seat("head of the Organization Department of the {place} Municipal Party Committee", 4),
        Seat("head of the Publicity Department of the {place} Municipal Party Committee", 4),
        Seat("director of the Standing Committee of the {place} Municipal People's Congress", 3),
        *(Seat("deputy mayor of {place} City", 3) for _ in range(4)),
        Seat("director of the {place} Municipal Finance Bureau", 1),
        Seat("director of the {place} Municipal Water Affairs Bureau", 1),
        Seat("director of the {place} Municipal Education Bureau", 1),
    ),
    "county": (
        Seat("secretary of the {place} County Party Committee", 10, leads=True),
        Seat("head of {place} County", 9, leads=True),
        Seat("deputy secretary of the {place} County Party Committee", 4),
        Seat("head of the Organization Department of the {place} County Party Committee", 3),
        *(Seat("deputy head of {place} County", 3) for _ in range(3)),
        Seat("director of the {place} County Agriculture Bureau", 1),
    ),
}


@dataclass(slots=True)
class Holder:
    """Who holds a seat, and until when."""

    official: int
    until: date


@dataclass(slots=True)
class World:
    """All units with their seats; officials are numbers, `names` are theirs. Days must be asked for in order.

    `came_from` has the former posts that the next report on an official names.
    """

    random: Random
    units: tuple[Unit, ...]
    moved: float = MOVED
    told: float = TOLD
    names: list[Name] = field(default_factory=list)
    came_from: dict[int, str] = field(default_factory=dict)
    _held: dict[tuple[int, int], Holder] = field(default_factory=dict)
    _filled: list[tuple[int, int]] = field(default_factory=list)
    _new_in: dict[tuple[int, int], int] = field(default_factory=dict)

    def holder(self, unit: int, seat: int, day: date) -> int:
        """The official in a seat on `day`; a vacancy is filled when it is asked for."""
        now = self._held.get((unit, seat))
        if now is None:
            # long in office already when the story begins
            self._filled.append((unit, seat))
            now = self._held[unit, seat] = Holder(
                self._new(unit, seat), self._term(day, share=self.random.random())
            )
        while now.until <= day:
            now = self._held[unit, seat] = Holder(
                self._successor(unit, seat, now.until), self._term(now.until)
            )
        return now.official

    def _a_step(self, old: tuple[int, int], new: tuple[int, int]) -> bool:
        """Whether a seat is a usual one before another: not above it, and not far below."""
        ranks = [
            RANK[self.units[unit].level] * SEATS[self.units[unit].level][seat].weight
            for unit, seat in (old, new)
        ]
        return ranks[0] <= ranks[1] <= STEP * ranks[0]

    def post(self, unit: int, seat: int) -> str:
        """The seat in words: 'mayor of Linhe City'."""
        place = self.units[unit]
        return SEATS[place.level][seat].post.format(place=place.name)

    def _term(self, start: date, share: float = 1.0) -> date:
        return start + timedelta(days=1 + int(share * self.random.randint(*TENURE)))

    def _new(self, unit: int, seat: int) -> int:
        """Somebody new for a seat: each seventh of its holders has a hard name, so that often seen seats have as many as others."""
        nth = self._new_in[unit, seat] = self._new_in.get((unit, seat), 0) + 1
        hard = (2 * unit + 3 * seat + nth) % round(1 / HARD) == 0
        self.names.append(draw_name(self.random, hard=hard))
        return len(self.names) - 1

    def _successor(self, unit: int, seat: int, day: date) -> int:
        drawn = self.random.random()
        inside = drawn < RISE
        if drawn < RISE + self.moved:
            for place in self.random.sample(self._filled, len(self._filled)):
                if (
                    place != (unit, seat)
                    and (place[0] == unit) is inside
                    and self._held[place].until > day
                    and self._a_step(place, (unit, seat))
                ):
                    moved = self._held[place].official
                    if self.random.random() < self.told:
                        self.came_from[moved] = self.post(*place)
                    self._held[place] = Holder(self._new(*place), self._term(day))
                    return moved
        return self._new(unit, seat)


@lru_cache(maxsize=1)
def all_units() -> tuple[Unit, ...]:
    """Provinces, cities and counties of the gazetteer whose names are names of one place and of nothing else."""
    with PLACES.open(encoding="utf-8", newline="") as file:
        rows = [r for r in csv.DictReader(file) if not r["use"]]
    alone = {name for name, count in Counter(r["name"] for r in rows).items() if count == 1}
    provinces = {r["code"][:2]: r["name"] for r in rows if r["unit"] == "province"}
    kinds = {("province", "province"), ("prefecture", "city"), ("county", "county")}
    return tuple(
        Unit(r["name"], r["level"], "" if r["level"] == "province" else r["parent"], provinces[r["code"][:2]])
        for r in rows
        if (r["level"], r["unit"]) in kinds and r["code"][:2] in provinces and r["name"] in alone
    )


def make_world(size: int, random: Random, *, moved: float = MOVED, told: float = TOLD) -> World:
    """Make a world of `size` units, the first of them the most reported ones."""
    units = list(all_units())
    random.shuffle(units)
    by_level = {level: [u for u in units if u.level == level] for level in SEATS}
    # of six units one is a province, three are cities, two are counties, as long as there are some
    order = [by_level[level].pop() for level in MIX * size if by_level[level]]
    return World(random=random, units=tuple(order[:size]), moved=moved, told=told)


MIX = ["prefecture", "province", "prefecture", "county", "prefecture", "county"]
