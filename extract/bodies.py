"""Bodies: their kind, and one normal name for the ways in which translations print them."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.places_gazetteer import countries_named
from extract.post_words import normal_case, strip_article
from extract.records_entities import BodyKind
from extract.vocabulary import rows


@lru_cache(maxsize=1)
def _kinds() -> tuple[tuple[re.Pattern[str], BodyKind], ...]:
    return tuple(
        (re.compile(rf"\b(?:{row['pattern']})\b", re.IGNORECASE), row["kind"])  # type: ignore[misc]
        for row in rows("body_kinds.csv")
    )


@lru_cache(maxsize=1)
def _variants() -> tuple[tuple[re.Pattern[str], str], ...]:
    return tuple(
        (re.compile(rf"\b(?:{row['pattern']})\b", re.IGNORECASE), row["name"])
        for row in rows("body_variants.csv")
    )


UNIT_COMMITTEE = re.compile(
    r"\b(?:national|provincial|regional|municipal|prefectural|city|county|district) committee$", re.IGNORECASE
)
NOT_THE_PARTY = re.compile(
    r"\b(?:cppcc|consultative|league|federation|association|union|society|peasants?|democratic|revolutionary)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 14)
def body_kind(name: str) -> BodyKind:
    """Classify a body by its own words, not by those of the body that it belongs to; 'other' where none fits."""
    own, *of = re.split(r"\s+of\s+(?:the\s+)?", name, maxsplit=1)
    if of and UNIT_COMMITTEE.search(own) and NOT_THE_PARTY.search(of[0]):
        own = of[0]  # 'Municipal Committee of the CPPCC' is no Party committee
    if UNIT_COMMITTEE.search(own) and NOT_THE_PARTY.search(own) and "cppcc" not in own.lower():
        return "other"  # 'Democratic League Municipal Committee'
    for words in (own, name):
        for pattern, kind in _kinds():
            if pattern.search(words):
                return kind
    return "other"


def kind_at(name: str, place: str) -> BodyKind:
    """Classify a body of a place: one of another country that is of no other kind is 'foreign'."""
    kind = body_kind(name)
    abroad = kind == "other" and any(
        "China" not in (found.name, found.parent) for found in countries_named(place)
    )
    return "foreign" if abroad else kind


@lru_cache(maxsize=1 << 14)
def normal_body(name: str) -> str:
    """Write a body's name one way: no article, one spelling for the variants that `body_variants.csv` lists."""
    words = normal_case(strip_article(name))
    for pattern, normal in _variants():
        words = pattern.sub(normal, words)
    return words


LEVELS = re.compile(
    r"^(?:municipal|provincial|city|county|district|prefecture|prefectural|province|regional|autonomous|league|banner)\b"
    r"(?! (?:and district )?(?:council|board)\b)",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 14)
def own_name(name: str, place: str) -> str:
    """Drop a body's place from the front of its name, where its level follows: the place is kept beside it.

    'Lanzhou Municipal Party Committee' of Lanzhou is its 'Municipal Party Committee'; other names stay whole, and so do
    councils, which are known by it: 'Norwell City Council'.
    """
    rest = name[len(place) :].strip() if name.lower().startswith(place.lower() + " ") else ""
    return rest if " " in rest and LEVELS.match(rest) else name
