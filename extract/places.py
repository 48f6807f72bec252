"""Places as reports print them, found in the gazetteer of `rules/places.csv` and `rules/countries.csv`.

Two places of one name stay two candidates: a Suzhou is in Jiangsu or in Anhui until the text says which.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from extract.vocabulary import rows

CLASS = r"(?:\s+(?:Province|City|Municipality|Prefecture|County|District|League|Banner|Autonomous\s+(?:Region|Prefecture|County)|Municipal|Provincial|Prefectural)\b)?"
WORDS_OF_LEVEL = {
    "province": "province",
    "provincial": "province",
    "region": "province",
    "city": "prefecture",
    "municipal": "prefecture",
    "municipality": "province",
    "prefecture": "prefecture",
    "prefectural": "prefecture",
    "league": "prefecture",
    "county": "county",
    "district": "county",
    "banner": "county",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A gazetteer entry: level is province, prefecture, county, country or capital; `parent` is a name."""

    name: str
    level: str
    parent: str
    unit: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceSpan:
    """A place printed at `start:end`; `name` is the first candidate's, `candidates` all that the words can mean."""

    start: int
    end: int
    name: str
    level: str
    candidates: tuple[Place, ...]
    classed: str = ""


@lru_cache(maxsize=1)
def gazetteer() -> dict[str, tuple[Place, ...]]:
    """All places by folded name and alias."""
    found: dict[str, list[Place]] = defaultdict(list)
    for row in rows("places.csv"):
        place = Place(name=row["name"], level=row["level"], parent=row["parent"], unit=row["unit"])
        for name in (row["name"], *filter(None, row["aliases"].split(";"))):
            found[fold_place(name)].append(place)
    for row in rows("countries.csv"):
        found[fold_place(row["name"])].append(Place(name=row["name"], level="country", parent=""))
        if row["name"] != "China" and row["capital"] != row["name"]:
            found[fold_place(row["capital"])].append(
                Place(name=row["capital"], level="capital", parent=row["name"])
            )
    return {key: tuple(places) for key, places in found.items()}


def fold_place(name: str) -> str:
    """Fold a place's name: case, apostrophes, hyphens and spaces do not count."""
    return re.sub(r"[^a-zü]", "", name.lower().replace("’", ""))


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    names = set()
    for row in rows("places.csv"):
        names |= {row["name"], *filter(None, row["aliases"].split(";"))}
    for row in rows("countries.csv"):
        names |= {row["name"], row["capital"]}
    words = "|".join(
        re.escape(name).replace(r"\ ", r"\s+").replace("'", "['’]?")
        for name in sorted(names, key=lambda n: (-len(n), n))
    )
    return re.compile(rf"(?<![\w-])(?P<name>{words})(?![\w])(?P<class>{CLASS})")


def span_words(text: str, span: PlaceSpan) -> str:
    """The words of a place span."""
    return text[span.start : span.end]


def find_places(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int]] = ()
) -> tuple[PlaceSpan, ...]:
    """Find the places of `text[start:end]`; a name inside a `taken` span (a person) is no place."""
    out = []
    for match in _pattern().finditer(text, start, end):
        if any(a < match.end("name") and match.start() < b for a, b in taken):
            continue
        places = gazetteer()[fold_place(match["name"])]
        word = match["class"].split()[-1].lower() if match["class"] else ""
        level = WORDS_OF_LEVEL.get(word, "")
        fitting = tuple(place for place in places if not level or place.level == level)
        candidates = fitting or places
        first = min(
            candidates,
            key=lambda p: ("province", "prefecture", "country", "capital", "county").index(p.level),
        )
        out.append(
            PlaceSpan(
                start=match.start(),
                end=match.end(),
                name=first.name,
                level=first.level,
                candidates=candidates,
                classed=word,
            )
        )
    return tuple(out)
