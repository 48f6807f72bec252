"""What in a report speaks for its own place: the outlet, bodies named with their place, the headline, nicknames."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from corpus.lettertrie import words_pattern
from corpus.records import Document
from extract.places import PlaceSpan, find_places
from extract.places_gazetteer import Place, places_named
from extract.vocabulary import rows

ClueKind = Literal["outlet", "body", "title", "nickname", "text"]
HEAD = 2500
"""Characters of title and body that are read for clues: further down a report cites other places' examples."""
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
BODY_AFTER = re.compile(
    r"(?:['’]s)?\s+(?:CPC\s+|[Pp]arty\s+)*(?:Party|CPPCC|Discipline|Propaganda|[Cc]ommittee|[Gg]overnment|[Gg]overnor|[Mm]ayor|[Ll]eaders?"
    # a run of capitals that ends in the head noun of a body: 'Public Security Bureau', 'Department of ...'
    r"|(?:(?:of|for|and|&|[A-Z][\w’'-]*)\s+){0,5}?(?:Committee|Commission|Congress|Conference|Government|Department|Bureau|Administration"
    r"|Court|Procuratorate|Federation|Leading\s+Group|Office|Garrison|Military\s+(?:Region|District|Command)))\b"
)
BODY_BEFORE = re.compile(
    r"\b(?:(?:[Ss]ecretary|[Mm]ayor|[Gg]overnor|[Mm]agistrate|[Cc]hairman|[Hh]ead|[Ll]eaders|[Cc]ommittee|COMMITTEE|[Gg]overnment|[Cc]ongress|[Cc]onference|CPPCC|[Cc]ommission|[Gg]roup)\s+(?:of|for)"
    r"|CPC|[Mm]eeting\s+of)\s+(?:the\s+)?$"
)
JOINED = re.compile(r"\s*(?:,|,?\s*and|&|/)\s*(?:the\s+)?")
VENUE = re.compile(r"\b(?:in|at|from)\s+$", re.IGNORECASE)
"""A headline's 'in Beijing' is where the meeting was held, not whose it was."""
NO_BODY = re.compile(
    r"\s+(?:University|College|Normal|Institute|Hospital|Airport|Railway|Branch|Company|Co\b|Group|Bank|High-tech|Middle|Primary|Museum|International)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clue:
    """One sign of the report's own place; `reason` quotes it."""

    kind: ClueKind
    candidates: tuple[Place, ...]
    reason: str


def clues_of(document: Document, name_spans: Sequence[tuple[int, int]]) -> tuple[Clue, ...]:
    """Gather the clues of a report, in the order of the text."""
    return (*_outlet(document), *_in_text(document, name_spans), *_nicknames(document))


def _outlet(document: Document) -> Iterator[Clue]:
    """The paper or site that wrote the report; one that only reprints a national agency is none."""
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


def _in_text(document: Document, name_spans: Sequence[tuple[int, int]]) -> Iterator[Clue]:
    text, left = document.text, HEAD
    for zone in document.zones:
        if zone.kind not in ("title", "body") or left <= 0:
            continue
        stop = min(zone.end, zone.start + left)
        left -= stop - zone.start
        spans = find_places(text, zone.start, stop, name_spans)
        bodies = _bodies(text, spans, stop)
        for span, body in zip(spans, bodies, strict=True):
            if PAPER.match(text, span.end, stop) or span.level not in ("province", "prefecture", "county"):
                continue
            kind: ClueKind = "body" if body else "text"
            if (
                zone.kind == "title"
                and not body
                and not VENUE.search(text, max(0, span.start - 8), span.start)
            ):
                kind = "title"
            printed = " ".join(text[span.start : span.end].split())
            yield Clue(
                kind=kind, candidates=span.candidates, reason=f"'{printed}' in the {_where(kind, zone.kind)}"
            )


def _bodies(text: str, spans: Sequence[PlaceSpan], stop: int) -> list[bool]:
    """Which places name a body; in 'the Quanzhou and Xiamen Municipal Party Committees' both do."""
    found = [_names_a_body(text, span, stop) for span in spans]
    for number in range(len(spans) - 2, -1, -1):
        gap = text[spans[number].end : spans[number + 1].start]
        found[number] = found[number] or (found[number + 1] and bool(JOINED.fullmatch(gap)))
    return found


def _where(kind: ClueKind, zone: str) -> str:
    return "name of a body" if kind == "body" else "title" if zone == "title" else "text"


def _names_a_body(text: str, span: PlaceSpan, stop: int) -> bool:
    """'Xiangtan Municipal ...', 'the Hunan Provincial Government', 'secretary of Sanya City'."""
    if NO_BODY.match(text, span.end, stop):
        return False
    if span.classed in ("municipal", "provincial", "regional", "prefectural"):
        return True
    return bool(BODY_AFTER.match(text, span.end, stop)) or bool(
        BODY_BEFORE.search(text, max(0, span.start - 48), span.start)
    )


def _nicknames(document: Document) -> Iterator[Clue]:
    if _nickname_words().search(document.text) is None:
        return
    for first, pattern, row in _nickname_rows():
        # the first word is looked for as a string first: that costs a hundredth of the pattern
        if first in document.text and row["strength"] == "strong" and pattern.search(document.text):
            yield Clue(
                kind="nickname",
                candidates=places_named(row["place"])[:1],
                reason=f"the nickname '{row['nickname']}'",
            )


def hints_of(document: Document) -> tuple[str, ...]:
    """Nicknames too weak to settle a place ('the South Gate'), each with the place that it hints at."""
    if _nickname_words().search(document.text) is None:
        return ()
    return tuple(
        f"'{row['nickname']}' hints at {row['place']}"
        for first, pattern, row in _nickname_rows()
        if first in document.text and row["strength"] == "weak" and pattern.search(document.text)
    )


@lru_cache(maxsize=1)
def _nickname_words() -> re.Pattern[str]:
    """The first word of any nickname: few reports have one."""
    return re.compile(words_pattern(first for first, _, _ in _nickname_rows()))


@lru_cache(maxsize=1)
def _nickname_rows() -> tuple[tuple[str, re.Pattern[str], dict[str, str]], ...]:
    """Each nickname by its first word, its pattern and its row."""
    listed = []
    for row in rows("place_nicknames.csv"):
        words = r"\s+".join(map(re.escape, row["nickname"].split()))
        # a county or a road may bear the same name: 'Longjiang County'
        listed.append(
            (
                row["nickname"].split()[0],
                re.compile(rf"\b{words}\b(?![-\w]|\s+(?:County|District|City|Town|Road|Street|River|Daily))"),
                row,
            )
        )
    return tuple(listed)
