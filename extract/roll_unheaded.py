"""A list of those present without a heading: the lines behind the title of minutes, a person with a post a line, down to the first item."""

from __future__ import annotations

import re

from extract.list_record import Entry
from extract.roll import read_roll
from extract.roll_name_words import is_given

TITLE = re.compile(
    r"^[^\n]{0,60}\b(?:minutes|notes|record|proceedings)\b[^\n]{0,160}$", re.IGNORECASE | re.MULTILINE
)
HEAD = 600  # letters in which the title of minutes stands
FEWEST = 4  # people of a list that no heading calls one
POSTED = 0.5  # of them have a post
HALF, SURE = 0.5, 0.9
MANY = 6  # people of a list without posts
ADDRESSED = re.compile(
    r"\s*(?:Present )?(?:Councillors|Cllrs\.?|Commissioners|Trustees|Supervisors|Directors|Governors|Members|Aldermen|Selectmen|Messrs\.?) [A-Z]"
)
ADDRESSED_FEW = 2
BY_PLACE = re.compile(r"[A-Z][\w’'&-]*(?: [A-Z][\w’'&-]*){0,3} - (?=(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\b)")
"""'Elm - Mr A. Low, Mrs B. Moss': the people of a place, which a line begins with."""
PLACES_FEW = 3
BULLET = re.compile(r"\s*[•*·●▪-]\s")
DAY_LINE = re.compile(
    r"\s*(?=[^\n]{0,60}\d)(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? )?(?:\d{1,2}(?:st|nd|rd|th)? )?(?:[A-Z][a-z]{2,8}\.? )?[\d/.,: apm]{2,24}(?:\n|$)"
)
ADDRESS_LINE = re.compile(r"(?<=\n)(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)\.? [A-Z]")
MINUTES = re.compile(r"\bminutes\b", re.IGNORECASE)
KNOWN = 0.7  # of them have a first name that is known


def unheaded_roll(text: str, limit: int) -> tuple[int, tuple[Entry, ...], int]:
    """The list behind the title of minutes that reaches no further than `limit`: its start, its entries and its end; () if there is none.

    Every line must be one person; half of them have a post, and most a known first name: headings and addresses do not.
    Without posts a list is taken where bullets stand before many names, or where its lines are runs of known first names.
    """
    for title in TITLE.finditer(text, 0, HEAD):
        found = _behind(text, title.end() + 1, limit) if title.end() < limit else (0, (), 0)
        if found[1]:
            return found
    return _line_of_addresses(text, min(limit, HEAD))


def _line_of_addresses(text: str, limit: int) -> tuple[int, tuple[Entry, ...], int]:
    """A line at the head of minutes that is a list of many people, each with a form of address: 'Mr A Low, Mrs B Moss, ...'."""
    for line in ADDRESS_LINE.finditer(text, 0, limit) if MINUTES.search(text, 0, HEAD) else ():
        stop = text.find("\n", line.end())
        entries, end = read_roll(text, line.start(), len(text) if stop < 0 else stop)
        if len(entries) >= MANY and all(entry.name is not None and entry.name.honorific for entry in entries):
            return line.start(), entries, end
    return 0, (), 0


def _behind(text: str, start: int, limit: int) -> tuple[int, tuple[Entry, ...], int]:
    """The list that opens at `start`, behind one line that names the minutes."""
    while day := DAY_LINE.match(text, start, limit):
        start = day.end()
    entries, end = _by_place(text, start, limit)
    if entries:
        return start, entries, end
    entries, end = read_roll(text, start, limit)
    people = [entry for entry in entries if entry.name is not None and entry.name.style != "single"]
    lines = [line for line in text[start:end].splitlines() if line.strip()]
    if len(people) < FEWEST or len(people) < len(entries) or not lines:
        return 0, (), 0
    if ADDRESSED.match(text, start, limit) and len(people) > ADDRESSED_FEW:
        return start, entries, end
    posted = sum(bool(entry.posts) for entry in people) / len(people)
    known = sum(is_given(entry.name.name.split()[0]) for entry in people if entry.name) / len(people)
    by_line = len(lines) == len(people)
    pointed = all(BULLET.match(line) for line in lines)
    if known >= KNOWN and by_line and posted >= POSTED:
        return start, entries, end
    bare = len(people) >= MANY and (pointed if by_line else known >= SURE)
    return (start, entries, end) if known >= HALF and bare else (0, (), 0)


def _by_place(text: str, start: int, limit: int) -> tuple[tuple[Entry, ...], int]:
    """The people of lines that a place opens, one line behind the other, three lines at least: members of a community council."""
    out: list[Entry] = []
    count, at, end = 0, start, start
    while at < limit:
        stop = text.find("\n", at, limit)
        stop = limit if stop < 0 else stop
        place = BY_PLACE.match(text, at, stop)
        entries, reached = read_roll(text, place.end(), stop) if place else ((), at)
        if text[at:stop].strip():
            if not entries or text[reached:stop].strip(" ."):
                break
            out += entries
            count, end = count + 1, reached
        at = stop + 1
    return (tuple(out), end) if count >= PLACES_FEW else ((), start)
