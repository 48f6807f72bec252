"""Where a gathering was held, as the report names it: the hall, the hotel, the council chambers; or that it was held by video.

A venue stands behind 'in', 'at' or 'on' in a sentence that names the gathering, before anything that is quoted or said there, and
ends in a noun of `rules/venues.csv`; or behind 'Venue:' at the head of minutes. Houses in which people also work (a museum, a centre)
count behind a verb of holding alone: 'a curator at the museum spoke' says nothing of where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import chain

from corpus.needed import guarded
from extract.venue_heads import FIRST_RANK
from extract.venues_found import venues_in
from extract.venues_page import HEAD_OF_PAGE, headed_venue, lined_venue

BY_VIDEO = "by video"
LABELLED = guarded(
    r"(?:^|[ \t]{2,})(?:venue|location|place(?: of meeting)?|held at)[ \t]*:[ \t]*(\S[^\n]{0,120})",
    re.I | re.M,
)
VIDEO = guarded(
    r"\b(?:held|convened|conducted|opened|took place|organi[sz]ed|met)\b[^.;\n]{0,60}?\b(?:by|via|through|over|in the form of)\s+"
    r"(?:(?:a|an|the)\s+)?(?:video|tele-?conference|zoom|webex|online)\b",
    re.IGNORECASE,
)
VIDEO_NAME = re.compile(r"\b(?:video|tele(?:phone|-?conference)|online|webinar|virtual)\b", re.IGNORECASE)


def venue_of(text: str, sentences: Iterable[tuple[int, int]], name: str, *, only: bool) -> str:
    """The venue of a gathering called `name`, named in these sentences (spans of `text`); "" where none is told.

    `only`: the report has no other gathering, so that a label at its head speaks of this one.
    """
    spans = list(dict.fromkeys(sentences))
    found: tuple[int, str] | None = None
    for rank, venue in chain.from_iterable(venues_in(text[start:end]) for start, end in spans):
        if found is None or rank < found[0]:
            found = rank, venue
        if rank == FIRST_RANK:
            break
    if found is not None:
        return found[1]
    if only and (labelled := LABELLED.search(text, 0, HEAD_OF_PAGE)):
        return re.split(r"[ \t]{2,}|;", labelled[1])[0].strip(" .,")
    if only and (headed := headed_venue(text)):
        return headed
    if only and (lined := lined_venue(text)):
        return lined
    if VIDEO_NAME.search(name) or any(VIDEO.search(text, start, end) for start, end in spans):
        return BY_VIDEO
    return ""
