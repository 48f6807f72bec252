"""What in a report speaks for its own place: the outlet, bodies named with their place, the headline, nicknames."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from corpus.records import Document
from extract.place_clue import Clue, ClueKind
from extract.places import PlaceSpan, find_places
from extract.places_nicknames import nickname_clues
from extract.places_outlet import PAPER, outlet_clues

HEAD = 2500
"""Characters of title and body that are read for clues: further down a report cites other places' examples."""
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


def clues_of(document: Document, name_spans: Sequence[tuple[int, int]]) -> tuple[Clue, ...]:
    """Gather the clues of a report, in the order of the text."""
    return (*outlet_clues(document), *_in_text(document, name_spans), *nickname_clues(document))


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
