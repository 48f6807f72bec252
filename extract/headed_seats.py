"""Seats and offices that the heading of a list states: 'Supervisors present', 'Chairperson: Ms. Bell'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.list_record import Entry
from extract.post_phrase import PostPhrase
from extract.post_words import normal_case
from extract.vocabulary import vocabulary

OFFICERS = re.compile(
    r"\b(?:chair(?:man|woman|person)?|vice[ -]chair(?:man|woman|person)?|mayor(?: pro tem)?|president|warden|reeve|moderator|deputy mayor|secretary|treasurer)$",
    re.IGNORECASE,
)

IN_THE = re.compile(r"^in the ", re.IGNORECASE)  # 'In the chair: Ms. Bell'
OFFICE = ("chair", "secretary", "clerk", "recorder", "scribe")
NO_SEATS = frozenset(["officer"])  # 'Officers present': each has an office of his own


def seated(entries: Sequence[Entry], heading: str, at: int) -> tuple[Entry, ...]:
    """Give those under 'Supervisors present' the seat that the heading names, up to the first of another office.

    Whoever has an office of the body itself (chair, vice chair, mayor) sits on it as well; 'members' say no seat.
    """
    seat = _seat_in(heading, at)
    out: list[Entry] = []
    for entry in entries:
        of_many = seat is not None and OFFICERS.search(seat.title) is None
        if of_many and any(not OFFICERS.search(post.title) for post in entry.posts):
            seat = None
        if seat is not None and entry.name is not None:
            entry = replace(entry, posts=(*entry.posts, seat))
        out.append(entry)
    return tuple(out)


def _seat_in(heading: str, at: int) -> PostPhrase | None:
    """The seat in 'Supervisors Present', 'Council members in attendance': a plural office in front, or None."""
    words = heading.split()
    whole = vocabulary().titles.get((heading.lower(),)) or vocabulary().titles.get((words[-1].lower(),))
    if whole is not None and not whole.plural and not whole.generic and words[-1].lower().startswith(OFFICE):
        # 'Chairperson: Ms. Bell' says the post as well as the role
        return PostPhrase(
            title=normal_case(IN_THE.sub("", heading)),
            body="",
            start=at,
            end=at + len(heading),
            head=whole.head,
        )
    for count in (2, 1):
        title = vocabulary().titles.get(tuple(word.lower() for word in words[:count]))
        seats = title is not None and title.plural and not title.generic and title.head not in NO_SEATS
        if title is not None and seats and len(words) > count:
            end = at + len(" ".join(words[:count]))
            name = normal_case(title.head)
            return PostPhrase(title=name, body="", start=at, end=end, head=title.head)
    return None
