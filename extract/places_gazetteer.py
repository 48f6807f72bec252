"""The gazetteer: what a place name can mean, from `rules/places.csv` (GB/T 2260) and `rules/countries.csv` (ISO 3166-1).

The list of Chinese units is whole down to the county, so that "there is only one place of this name" can be said.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.vocabulary import rows

ONE_SYLLABLE = re.compile(r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]+(?:ng?|r)?", re.IGNORECASE)
DROPPED = str.maketrans("", "", "'’‘`ʼ-.,")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A unit of the gazetteer.

    `level` is province, prefecture, county, country or capital; `unit` what it is called (city, district, banner,
    municipality ...); `parent` the name of the unit above; `province` the province it lies in ('' abroad). `label` is
    the name, with its parent where another place bears the same name. `classed`: a place only where its class word
    stands beside it ('She County'; never 'She').
    """

    name: str
    level: str
    parent: str
    unit: str = ""
    province: str = ""
    label: str = ""
    code: str = ""
    classed: bool = False


@lru_cache(maxsize=65_536)
def fold_place(name: str) -> str:
    """Fold a place's name for comparison: case, accents, apostrophes, hyphens and the width of spaces do not count."""
    plain = name.lower().translate(DROPPED)
    if not plain.isascii():
        plain = "".join(c for c in unicodedata.normalize("NFKD", plain) if not unicodedata.combining(c))
    return " ".join(plain.split())


@lru_cache(maxsize=1)
def gazetteer() -> dict[str, tuple[Place, ...]]:
    """All places by folded name and alias, in the order of the files; an alias with '*' needs its class word."""
    return _by_name((*_chinese(), *_foreign()))


@lru_cache(maxsize=1)
def _abroad() -> dict[str, tuple[Place, ...]]:
    return _by_name(_foreign())


def _by_name(read: Iterable[tuple[Place, tuple[str, ...]]]) -> dict[str, tuple[Place, ...]]:
    found: dict[str, list[Place]] = defaultdict(list)
    for place, aliases in read:
        for name in (place.name, *aliases):
            entry = replace(place, classed=True) if name.endswith("*") else place
            key = fold_place(name.removesuffix("*"))
            if all((p.code, p.level) != (entry.code, entry.level) for p in found[key]):
                found[key].append(entry)
    return {key: tuple(places) for key, places in found.items()}


def places_named(name: str) -> tuple[Place, ...]:
    """What `name` can mean; empty for an unknown name."""
    return gazetteer().get(fold_place(name), ())


def countries_named(name: str) -> tuple[Place, ...]:
    """What `name` can mean of countries and their capitals, without a look at the thousands of places in China."""
    return _abroad().get(fold_place(name), ())


@lru_cache(maxsize=1)
def demonyms() -> dict[str, str]:
    """Lower-case adjectives of nationality to the country's name; those of two countries (Congolese) are left out."""
    found: dict[str, set[str]] = defaultdict(set)
    for row in rows("countries.csv"):
        for word in row["demonym"].split(";"):
            found[word.lower()].add(row["name"])
    return {word: min(names) for word, names in found.items() if len(names) == 1}


@lru_cache(maxsize=1)
def _chinese() -> tuple[tuple[Place, tuple[str, ...]], ...]:
    listed = tuple(rows("places.csv"))
    provinces = {row["code"][:2]: row["name"] for row in listed if row["level"] == "province"}
    homes = {row["name"]: row["parent"] for row in listed if row["level"] == "prefecture"}
    read = []
    for row in listed:
        province = row["name"] if row["level"] == "province" else provinces.get(row["code"][:2], "")
        place = Place(
            name=row["name"],
            level=row["level"],
            parent=row["parent"],
            unit=row["unit"],
            province=province or homes.get(row["parent"], row["parent"]),
            code=row["code"] or row["name"],
            classed=row["use"] == "class",
        )
        read.append((place, tuple(filter(None, row["aliases"].split(";")))))
    return _labelled(read)


def _labelled(read: list[tuple[Place, tuple[str, ...]]]) -> tuple[tuple[Place, tuple[str, ...]], ...]:
    """Give every place a label of its own: 'Gulou, Nanjing', and 'Hotan County, Hotan' where that is not enough."""
    namesakes: dict[str, list[Place]] = defaultdict(list)
    for place, _ in read:
        namesakes[fold_place(place.name)].append(place)
    first = [_label(place, namesakes[fold_place(place.name)]) for place, _ in read]
    counts: dict[str, int] = defaultdict(int)
    for label in first:
        counts[label] += 1
    return tuple(
        (
            replace(
                place,
                label=label if counts[label] == 1 else f"{place.name} {place.unit.title()}, {place.parent}",
            ),
            aliases,
        )
        for label, (place, aliases) in zip(first, read, strict=True)
    )


def _label(place: Place, namesakes: list[Place]) -> str:
    others = [other for other in namesakes if other.code != place.code]
    if place.level == "prefecture":
        # its own seat may bear its name (Dali City in Dali); that is no other place
        others = [
            other
            for other in others
            if other.code[:4] != place.code[:4] and (other.level != "county" or other.unit == "city")
        ]
    if place.level == "province":
        return place.name
    if ONE_SYLLABLE.fullmatch(place.name) and place.classed:
        place = replace(place, name=f"{place.name} {place.unit.title()}")  # 'Xun' alone is no name of a place
    if not others:
        return place.name
    if place.parent == place.name:
        return f"{place.name} {place.unit.title()}"
    return f"{place.name}, {place.parent}"


def _foreign() -> list[tuple[Place, tuple[str, ...]]]:
    out: list[tuple[Place, tuple[str, ...]]] = []
    for row in rows("countries.csv"):
        name, code = row["name"], row["code"]
        country = Place(name=name, level="country", parent="", label=name, code=code)
        out.append((country, tuple(filter(None, row["aliases"].split(";")))))
        capital = row["capital"].removesuffix("*")
        if name == "China" or capital == name:
            continue
        city = Place(
            name=capital,
            level="capital",
            parent=name,
            label=capital,
            code=code,
            classed=row["capital"].endswith("*"),
        )
        out.append((city, tuple(filter(None, row["capital_aliases"].split(";")))))
    return out
