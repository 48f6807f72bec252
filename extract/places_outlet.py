"""What the outlet of a report says of its place: a paper or a site of its own, or a name printed beside 'Daily' or 'Online'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.records import Document
from extract.place_clue import Clue
from extract.places import find_places
from extract.places_gazetteer import Place, places_named
from extract.vocabulary import rows

NATIONAL = re.compile(
    r"xinhua|people.?s daily|people.?s daily online|cctv|china central television|china news|chinanews|guangming|global times"
    r"|china daily|cgtn|reuters|\bafp\b|economic daily|legal daily|qiushi|central radio|new news agency|wen wei po",
    re.IGNORECASE,
)
XINHUA_DAILY = re.compile(r"\s*xinhua daily\s*$", re.IGNORECASE)
PAPER = re.compile(
    r"\s+(?:Daily|News|Evening|Morning|Metropolis|Online|Net|Network|Television|TV|Radio|Broadcasting|Media|Press|Release|Herald|Times"
    r"|Government\s+(?:Net|Network|Website|Portal)|gov\b|Municipal\s+Government\s+Website)\b"
)


def outlet_clues(document: Document) -> Iterator[Clue]:
    """Yield the paper or site that wrote the report; one that only reprints a national agency is none."""
    national = bool(NATIONAL.search(document.source)) and not XINHUA_DAILY.match(document.source)
    if national:
        return
    if document.source:
        reason = f"the source '{document.source}'"
        for place in _known_outlet(document.source):
            yield Clue(kind="outlet", candidates=(place,), reason=reason)
            return
        for span in find_places(document.source, 0, len(document.source)):
            yield Clue(kind="outlet", candidates=span.candidates, reason=reason)
            return
    host = re.match(r"(?:[a-z]+://)?([^/:?#\s]+)", document.url.lower())
    for site, places in _sites():
        if host is not None and (host[1] == site or host[1].endswith(f".{site}")):
            yield Clue(kind="outlet", candidates=places, reason=f"the site '{host[1]}'")
            return
    yield from _printed_outlet(document)


def _printed_outlet(document: Document) -> Iterator[Clue]:
    """'... - Rolling News - Lin County Daily Online' in a title, a by-line or what the page's frame says."""
    for zone in document.zones:
        if zone.kind in ("title", "byline", "chrome") and zone.end - zone.start < 400:
            for span in find_places(document.text, zone.start, zone.end):
                if PAPER.match(document.text, span.end, zone.end):
                    printed = document.text[span.start : span.end]
                    yield Clue(
                        kind="outlet", candidates=span.candidates, reason=f"the outlet '{printed} ...'"
                    )
                    return


@lru_cache(maxsize=1)
def _names() -> tuple[tuple[re.Pattern[str], Place], ...]:
    return tuple(
        (re.compile(rf"\b{re.escape(row['outlet'])}\b", re.IGNORECASE), places_named(row["place"])[0])
        for row in rows("outlets_local.csv")
        if row["kind"] == "name"
    )


@lru_cache(maxsize=1)
def _sites() -> tuple[tuple[str, tuple[Place, ...]], ...]:
    return tuple(
        (row["outlet"], places_named(row["place"])[:1])
        for row in rows("outlets_local.csv")
        if row["kind"] == "site"
    )


def _known_outlet(source: str) -> list[Place]:
    return [place for pattern, place in _names() if pattern.search(source)][:1]
