"""Class words of places (Province, Municipal, Autonomous Prefecture ...) and which places of a name they fit."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.places_gazetteer import ONE_SYLLABLE, Place

CLASS_AFTER = re.compile(
    r"\s+(?:(?:(?!Party|People|CPC|City|County|District|Province)[A-Z][a-z]+(?:,|\s+and|\s+-)?\s+){0,6}?[Aa]utonomous\s+(?P<auto>[Rr]egion(?:al)?|[Pp]refectur(?:e|al)|[Cc]ounty|[Bb]anner)"
    r"|(?P<special>Special\s+Administrative\s+Region)"
    r"|New\s+(?P<new>Area|District)"
    r"|(?P<plain>Province|Provincial|City|Municipal(?:ity)?|Prefecture(?:-level\s+City)?|Prefectural|League|County(?:-level\s+City)?"
    r"|District|Banner|State(?=\s+(?:Party|Committee|Government|People|Governor|Bureau|Commission))|Region(?:al)?|province|provincial|city|municipal(?:ity)?|prefecture|county|district))(?![\w'’-])"
)
CLASS_BEFORE = re.compile(
    r"\b(?:the|in|of|and|from)\s+(?:autonomous\s+)?(?P<plain>province|city|municipality|prefecture|county|district|region)\s+of\s+$",
    re.IGNORECASE,
)
CITY = ("municipality", "city")
LEVELS = {
    "province": ("province",),
    "provincial": ("province",),
    "region": ("province", "prefecture"),
    "regional": ("province",),
    "special administrative region": ("province",),
    "city": ("prefecture", "county", "province"),
    "municipal": ("prefecture", "county", "province"),
    "municipality": ("prefecture", "county", "province"),
    "prefecture": ("prefecture",),
    "prefectural": ("prefecture",),
    "prefecture-level city": ("prefecture",),
    "state": ("prefecture",),
    "league": ("prefecture",),
    "county-level city": ("county",),
    "county": ("county",),
    "district": ("county",),
    "banner": ("county",),
    "new area": ("county",),
}
"""The levels that a class word can stand for, whatever the unit is called by now."""
UNITS = {
    "province": ("province",),
    "provincial": ("province",),
    "region": ("region", "special administrative region"),
    "regional": ("region",),
    "special administrative region": ("special administrative region",),
    "city": CITY,
    "municipal": CITY,
    "municipality": CITY,
    "prefecture": ("prefecture", "autonomous prefecture"),
    "prefectural": ("prefecture", "autonomous prefecture"),
    "prefecture-level city": ("city",),
    "state": ("autonomous prefecture",),  # a slip of translators: 'Guoluo State'
    "league": ("league",),
    "county-level city": ("city",),
    "county": ("county", "autonomous county"),
    "district": ("district", "forestry district", "special district", "new area"),
    "banner": ("banner", "autonomous banner"),
    "new area": ("new area", "district"),
}


def class_word(match: re.Match[str] | None) -> str:
    """The class word of a match of CLASS_AFTER or CLASS_BEFORE in lower case, '' for None."""
    if match is None:
        return ""
    found = match.groupdict()
    if found.get("special"):
        return "special administrative region"
    if found.get("new"):
        return "new area"
    return " ".join((found.get("auto") or found["plain"] or "").lower().split()).removeprefix("autonomous ")


def fitting(places: Sequence[Place], classed: str) -> tuple[Place, ...]:
    """Keep the places that the class word fits: those called so; else those of its level (units are renamed).

    A place that is one only with its class word ('She County') falls away without it. Where the word fits none of
    them ('Hunan City', a slip), all stay that need no class word.
    """
    bare = tuple(place for place in places if not place.classed)
    if not classed:
        return bare
    called = tuple(p for p in places if p.unit in UNITS[classed] and p.level in LEVELS[classed])
    if called:
        return called
    same_level = tuple(
        p
        for p in places
        if p.level in LEVELS[classed] and (not p.classed or not ONE_SYLLABLE.fullmatch(p.name))
    )
    return same_level or bare
