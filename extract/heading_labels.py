"""Lines at the head of minutes that a body, a group of people or an office labels: 'Select Board: Ann Low', 'Secretary: Ann Low'."""

from __future__ import annotations

import re

from corpus.needed import guarded
from corpus.starts import LINE, matches_at, starts
from extract.heading_record import Heading, tried_behind
from extract.heading_words import headings_of
from extract.roll_posts import post_at

HEAD = 2000  # letters in which minutes say who was there
MINUTES = guarded(
    r"\b(?:minutes|roll call|call(?:ed)? to order|apologies|regrets|in attendance|also present|(?:members )?(?:absent|excused)(?=[ \t]*:))\b",
    re.IGNORECASE,
)
ITEM = re.compile(r"\n[ \t]*(?:\d{1,2}[.)]|[IVX]{1,4}\.|A\.|CALL TO ORDER|Call to order)", re.IGNORECASE)
LABELLED = guarded(
    r"(?:(?<=\n)|(?<=^))[ \t*#]*(?P<words>(?:[A-Z][\w'’&-]* ){0,4}(?:Board|Selectboard|Selectmen|Council|Committee|Commission|Trustees|Directors|Supervisors|"
    r"Commissioners|Councillors|Members|Staff|Officers|Officials|Administration|(?:Members of (?:the )?)?Public|Police|Residents|Representatives)(?: [Mm]embers)?)\**:\**[ \t]+(?:[-–—][ \t]+)?"
)
ONE_OFFICE = re.compile(
    r"(?:(?<=\n)|(?<=^))[ \t*#]*(?P<words>[A-Z][\w/&’'-]*(?: (?:of|for|and|the|&|[A-Z][\w/&’'-]*)){0,6})\**:\**[ \t]+(?=[A-Z])"
)
"""'Designated Federal Officer: Ann Low' on a line of its own behind a list of those present or absent."""
NO_OFFICE = re.compile(
    r"(?:reporter|editor|author|translator|photographer|correspondent|source|applicant|owner|member)s?$",
    re.IGNORECASE,
)
OFFICER = guarded(
    r"(?:(?<=\n)|(?<=^))[ \t*#]*(?P<words>(?:(?:Recording|Corresponding|Acting|Planning Board|Board|Council|Parish|Town|Committee|Commission) )?(?:Secretary|Clerk|Recorder|Scribe|Alternate))\**:\**[ \t]+",
)
"""'Secretary: Ann Low' on a line of its own, at the head of minutes."""


def labelled_lists(text: str) -> list[Heading]:
    """Find the lines at the head of minutes that a body or a group of people labels: 'Select Board: Ann Low, Carl Moss'."""
    if not MINUTES.search(text, 0, HEAD):
        return []
    item = ITEM.search(text)
    stop = item.start() if item else HEAD
    stop = min(stop, HEAD)
    found = [
        Heading(m.start(), m.start("words"), m.end(), m["words"], "attended")
        for rule in (LABELLED, OFFICER)
        for m in tried_behind(rule, text, end=stop)
    ]
    offices = [
        m
        for m in matches_at(ONE_OFFICE, text, starts(text, LINE, stop), stop)
        if not NO_OFFICE.search(m["words"]) and post_at(text, m.start("words"), m.end("words")) is not None
    ]
    # above the lists it is the head of a letter
    first = min((heading.end for heading in headings_of(text[:stop])), default=stop) if offices else stop
    return found + [
        Heading(m.start(), m.start("words"), m.end(), m["words"], "attended")
        for m in offices
        if m.start() > first
    ]
