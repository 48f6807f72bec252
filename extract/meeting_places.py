"""In which town or unit a gathering was: the place behind 'in', 'at' or 'to' where it is named, or the dateline behind 'here'."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from extract.names_words import read_word
from extract.places import PlaceSpan, find_places
from extract.towns_told import told_town
from extract.venues_found import CONTENT

INTO = re.compile(
    r"(?<!ambassador )(?<!ambassadors )(?<!envoy )(?<!envoys )(?<!consul )(?<!consul general )(?<!representative )"
    r"\b(?:in|at|to|into)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
POSTED = re.compile(
    r"\b(?:consuls?|commissioner|representative)(?: general)? of [^,;.]{2,40}? in\s+(?:the\s+)?$",
    re.IGNORECASE,
)
"""'The consul general of India in Guangzhou': where somebody is posted."""
OUT_TO = re.compile(
    r"\b(?:visit(?:ed|s|ing)?|inspect(?:ed|s|ing)?|tour(?:ed|s|ing)?|investigat(?:ed|es|ing)|survey(?:ed|s|ing)?|reached)\s+(?:the\s+)?$",
    re.IGNORECASE,
)
AGENCY = 3  # letters: 'VGP', 'BSS'
IN_CAPITALS = re.compile(r"\W*([A-Z]{5,})(?=\. [A-Z][a-z]+ |:? [-–—] |: [A-Z][a-z]|, \()")
BEHIND_VENUE = re.compile(r"\b(?:at|in)\s+[^,;.]{3,80},\s+$", re.IGNORECASE)
"""'at the Lotus Palace, ' before a town."""
NAMED_AFTER = re.compile(
    r"\s+(?:[Tt]emple|[Mm]onastery|[Mm]osque|[Pp]agoda|[Ss]quare|Road|Street|Avenue|Highway|Expressway|Hotel|Restaurant|[Rr]ailway|[Pp]rojects?)\b"
)
"""What is called after a town stands anywhere: 'at Qingyang Temple', 'at the Lhasa Hotel in Shuixi', 'visited the Longhua project'."""
HERE = re.compile(r"(?<!from )(?<!up to )\bhere\b", re.IGNORECASE)


def place_of(
    text: str,
    sentences: Iterable[tuple[int, int]],
    names: Sequence[tuple[int, int]],
    *,
    visit: bool = False,
    dateline: str = "",
) -> str:
    """The place of a gathering that these sentences (spans of `text`) name; "" where none is told.

    What is quoted or said there does not count, nor do words inside `names`. 'Held here' is at the place of the dateline, if that is one
    of the gazetteer's; and so is a gathering, no visit, of which no other place is told: there the report was filed.
    """
    filed = _dateline_place(dateline) if dateline else ""
    for start, end in dict.fromkeys(sentences):
        said = CONTENT.search(text, start, end)
        stop = said.start() if said else end
        for place in find_places(text, start, stop, names):
            if NAMED_AFTER.match(text, place.end):
                continue
            before = text[start : place.start]
            if POSTED.search(before):
                continue
            if INTO.search(before) or BEHIND_VENUE.search(before) or (visit and OUT_TO.search(before)):
                return place.name
        if filed and HERE.search(text, start, stop):
            return filed
        if town := told_town(text, start, stop, names):
            return town
    return "" if visit else filed


def _dateline_place(dateline: str) -> str:
    """The one place that a dateline names, as it is printed where the gazetteer lacks it; "" where it is several of one name."""
    found: tuple[PlaceSpan, ...] = find_places(dateline.title(), 0, len(dateline))
    if not found:
        return dateline.title() if len(dateline) > AGENCY else ""
    return found[0].name if len(found) == 1 else ""


def capital_dateline(text: str, start: int) -> str:
    """The town in capitals that opens the body at `start`: 'LAHORE - ', 'ULAANBAATAR. On ...'; "" where another word does."""
    found = IN_CAPITALS.match(text, start)
    if found is None or found[1].lower() in text or read_word(found[1].title()).stop:
        return ""
    return found[1].title()
