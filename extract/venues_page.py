"""Where minutes say at their head that they met: on a line of its own, or behind a verb of holding."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.needed import guarded
from extract.venues_found import HOLDING, venues_in

HEAD_OF_PAGE = 1500
"""Characters in which minutes say where."""
HEAD_PARTS = 4
"""Paragraphs of it."""
HEAD_LINES = 8
MINUTED = guarded(r"\bminutes\b", re.IGNORECASE)
ALONE = re.compile(
    r"[ \t]*((?:(?:[A-Z][\w.'’&-]*|of|the|\d{1,4}(?:st|nd|rd|th)?) ){1,6}(?:Room|Hall|Building|Chambers?|Center|Centre|Auditorium|Boardroom|Courthouse))(?=[ \t]*(?:$|, | [-–—] ))"
)


@lru_cache(maxsize=4)
def lined_venue(text: str) -> str:
    """The house or the room that has a line to itself at the head of minutes: 'Council Chambers, 12 Elm Road', 'Moss Room - Town Hall'."""
    lines = text[:HEAD_OF_PAGE].split("\n")
    head = [line for line in lines if line.strip()][:HEAD_LINES]
    if not any(MINUTED.search(line) for line in head):
        return ""
    return next((found[1].strip() for line in head if (found := ALONE.match(line))), "")


@lru_cache(maxsize=4)
def headed_venue(text: str) -> str:
    """The first venue behind a verb of holding in the lines at the head of minutes ('held ... at the Old School')."""
    for line in re.split(r"\n\s*\n", text[:HEAD_OF_PAGE])[:HEAD_PARTS]:
        if verb := HOLDING.search(line):
            for _, venue in venues_in(line[verb.start() :]):
                return venue
    return ""
