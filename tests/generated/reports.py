"""Corpora of any size with known identities: `reports(n, seed)` streams them, each with its truth.

Officials hold seats in provinces, cities and counties; seats change hands; some holders are moved to another place; a
few seats and units take most of the reports (both are heavy tailed). Names are drawn with the frequency of real ones, so
that homonyms are as frequent as they are. A gathering may be told by a second report of another outlet, and a report may
be re-published with other chrome around it. Nothing is kept but the world: its size grows with the number of units,
not with the number of reports. The same arguments give the same reports.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from generated.naming import STYLES, slipped
from generated.padding import padding
from generated.prose import TOPICS, Gathering, Guest, ordinal, republish, write_report
from generated.world import FIRST_DAY, MOVED, SEATS, TOLD, World, all_units, make_world

DAYS = 3650
LENGTH = 460
"""Words of exhortation that make a report as long as real ones are: some 660 words."""
REPORTS_PER_UNIT = 60
BARE = 191 / 852
"""Share of names without a post: of the people present in the Chinese gold sets (tests/gold: china, samples, phenomena)."""
UNIT_TAIL = 0.8
"""Exponent of the reports of a unit by its rank (Zipf)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """A person at a gathering: who it is, as printed in this report, in which role; `slip`: not the person's own name."""

    person: str
    printed: str
    role: str
    slip: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What a report tells of: its gathering (`meeting` is one for all reports of it), who was there, and whose name is `lost`.

    `series` and `ordinal` number the sittings of one body ('' and 0 where they are not numbered); `copy_of` is the path
    of the report that this one repeats.
    """

    meeting: str
    date: str
    host: str
    place: str
    people: tuple[Seen, ...]
    lost: tuple[str, ...] = ()
    series: str = ""
    ordinal: int = 0
    copy_of: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One report: where it lies, what it says, and what is true."""

    path: str
    text: str
    truth: Truth


def reports(
    n: int,
    seed: int = 1,
    *,
    slips: float = 0.16,
    retold: float = 0.12,
    copies: float = 0.05,
    bare: float = BARE,
    moved: float = MOVED,
    told: float = TOLD,
    padded: int = 0,
) -> Iterator[Report]:
    """Stream `n` reports in the order of their days.

    `slips`: share of name slots that do not print the person's own name, or no name; `retold`: share of gatherings with a second,
    independent report; `copies`: share of reports that are re-published; `bare`: share of names without a post; `moved` and `told`:
    see `generated.world`; `padded`: words of exhortation in each report besides (LENGTH makes reports as long as real ones).
    """
    random = Random(seed)
    size = max(3, min(len(all_units()), n // REPORTS_PER_UNIT))
    world = make_world(size, random, moved=moved, told=told)
    weights = [1 / (rank + 1) ** UNIT_TAIL for rank in range(size)]
    held: dict[str, int] = {}
    made = number = 0
    while made < n:
        number += 1
        day = FIRST_DAY + timedelta(days=min(DAYS, int(DAYS * made / n)))
        unit = random.choices(range(size), weights)[0]
        gathering, truth = _gathering(world, unit, number, day, held, random)
        people = _attendance(world, unit, day, random)
        versions = [people]
        if random.random() < retold:
            versions.append([people[0], *(p for p in people[1:] if random.random() < 0.85)])
        for letter, there in zip("ab", versions, strict=False):
            rest = padding(padded, gathering.noun, Random(f"{seed} {number}{letter}"))
            report = _report(
                world, gathering, truth, there, letter, random, slips=slips, bare=bare, rest=rest
            )
            yield report
            made += 1
            if made < n and random.random() < copies:
                yield replace(
                    report,
                    path=report.path.replace(".txt", "_copy.txt"),
                    text=republish(report.text, gathering.topic, random),
                    truth=replace(report.truth, copy_of=report.path),
                )
                made += 1
            if made >= n:
                return


def _gathering(
    world: World, unit: int, number: int, day: date, held: dict[str, int], random: Random
) -> tuple[Gathering, Truth]:
    place = world.units[unit]
    topic = random.choice(TOPICS)
    party, government, congress = {
        "province": ("Provincial Party Committee", "Provincial Government", "Provincial"),
        "prefecture": ("Municipal Party Committee", "Municipal Government", "Municipal"),
        "county": ("County Party Committee", "County Government", "County"),
    }[place.level]
    kind = random.randrange(5)
    series, sitting = "", 0
    if kind == 0:
        host, event, noun = (f"{place.name} {party}", f"work conference on {topic}", "conference")
    elif kind == 1:
        host, event, noun = (f"{place.name} {government}", f"symposium on {topic}", "symposium")
    elif kind == 2:
        host, event, noun = (f"Standing Committee of the {place.name} {party}", "enlarged meeting", "meeting")
    else:
        host = (
            f"{place.name} {congress} Leading Group for {topic.title()}"
            if kind == 3
            else f"{place.name} {government}"
        )
        series = f"{unit}: {host}"
        sitting = held[series] = held.get(series, 0) + 1
        event = f"{ordinal(sitting)} {'meeting' if kind == 3 else 'executive meeting'}"
        noun = "meeting"
    truth = Truth(
        meeting=f"m{number}",
        date=day.isoformat(),
        host=host,
        place=place.name,
        people=(),
        series=series,
        ordinal=sitting,
    )
    return Gathering(event=event, noun=noun, day=day, place=place.name, topic=topic, host=host), truth


@dataclass(frozen=True, slots=True)
class _There:
    official: int
    post: str
    role: str


def _attendance(world: World, unit: int, day: date, random: Random) -> list[_There]:
    """Who comes: the chair first; seats by their weights; now and then somebody of the unit above or below."""
    place = world.units[unit]
    seats = SEATS[place.level]
    leaders = [n for n, seat in enumerate(seats) if seat.leads]
    chair = random.choice(leaders)
    wanted = random.randint(2, min(9, len(seats) - 1))
    # weighted draw without replacement (Efraimidis and Spirakis 2006)
    ranked = sorted(
        (n for n in range(len(seats)) if n != chair),
        key=lambda n: (-(random.random() ** (1 / seats[n].weight)), n),
    )
    chosen = [(unit, chair), *((unit, n) for n in ranked[:wanted])]
    if random.random() < 0.2:
        near = [
            n
            for n, u in enumerate(world.units)
            if n != unit and u.province == place.province and u.level != place.level
        ]
        if near:
            other = random.choice(near)
            chosen.append((other, random.randrange(len(SEATS[world.units[other].level]))))
    there: list[_There] = []
    taken: set[int] = set()
    names: set[tuple[str, tuple[str, ...]]] = set()
    for of, number in chosen:
        official = world.holder(of, number, day)
        name = world.names[official]
        # two of one name on one page are beyond this generator, as they are beyond most readers
        if official in taken or (name.surname, name.given) in names:
            continue
        taken.add(official)
        names.add((name.surname, name.given))
        post = world.post(of, number)
        if before := world.came_from.pop(official, ""):
            post = f"former {before} and {post}"
        role = "chaired" if not there else random.choice(("attended",) * 5 + ("spoke", "reported"))
        there.append(_There(official, post, role))
    return there


def _report(
    world: World,
    gathering: Gathering,
    truth: Truth,
    there: list[_There],
    letter: str,
    random: Random,
    *,
    slips: float,
    bare: float,
    rest: list[str],
) -> Report:
    style = STYLES.draw(random)
    guests: list[Guest] = []
    lost: list[str] = []
    people: list[Seen] = []
    for one in there:
        name = world.names[one.official]
        slip = slipped(name, slips, random)
        while slip == "missing" and not guests:
            slip = slipped(name, slips, random)  # somebody is in the chair
        if slip == "missing":
            lost.append(f"p{one.official}")
            continue
        printed = (
            name.printed(style) if slip is None else slip[0].printed("given first" if slip[1] else style)
        )
        if any(printed.lower().replace(" ", "") == p.printed.lower().replace(" ", "") for p in people):
            continue
        told = one.post.startswith("former ") or random.random() >= bare or not guests
        post = one.post if told else ""
        guests.append(Guest(printed, post, one.role))
        people.append(Seen(person=f"p{one.official}", printed=printed, role=one.role, slip=slip is not None))
    published = gathering.day + timedelta(days=random.choice((0, 1, 1)))
    folder = f"{gathering.day.year}/{'-'.join(re.findall(r'[a-z]+', gathering.place.lower()))}"
    return Report(
        path=f"{folder}/{truth.meeting[1:].zfill(7)}{letter}.txt",
        text=write_report(gathering, guests, published, random, rest),
        truth=replace(truth, people=tuple(people), lost=tuple(lost)),
    )
