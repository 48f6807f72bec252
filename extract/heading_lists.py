"""Read the list behind one heading."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.agenda_lines import agenda_line
from extract.chunks import chunk_sentence
from extract.headed_part import by_line, led_by_posts, list_part
from extract.headed_posts import suffix_list
from extract.heading_record import Heading
from extract.list_record import Entry
from extract.lists import read_list
from extract.names import names_in_list
from extract.names_span import NameSpan
from extract.post_phrase import PostPhrase
from extract.roll import read_roll
from extract.roll_name_words import INITIAL, is_given
from extract.roll_posts import post_at

VERBS = ("were", "was", "include", "included")  # that bring in a sentence, which may go on behind its stop
FEW, SURE = 2, 4  # people of a list that a label, or a sentence, brings in
LIST_ENDS = re.compile(r"[ \t]*(?:\.|$|\n)")
WORKERS = re.compile(r"(?:Staff|Officers|Officials|Administration|Police|Public)$")
"""'Staff: Ann Low, Planner' may be one person."""


def read_strictly(text: str, heading: Heading) -> tuple[tuple[Entry, ...], int]:
    """The list of a heading that is only one if its whole line is a list: of so many people, divided by more than commas."""
    stop = line_end(text, heading.end)
    entries, end = read_roll(text, heading.end, stop)
    named = [entry for entry in entries if entry.name is not None and entry.name.style != "single"]
    told = not text[: heading.end].rstrip(" *-–—").endswith(":")
    marked = any(sign in text[heading.end : end] for sign in ";(") and len(named) >= SURE
    marked = (
        marked or sum(bool(entry.status) for entry in named) > FEW
    )  # 'Ann Low - present, Carl Moss - absent'
    posted = any(entry.posts or (entry.name and _marked(entry.name)) for entry in entries)
    known = sum(entry.name is not None and is_given(entry.name.name.split()[0]) for entry in named)
    marked = marked or (
        len(named) > FEW and known == len(named) == len(entries) and not heading.words.endswith(VERBS)
    )  # a line of first names that are known
    office = _office_of(text, heading)
    fewest = 1 if office is not None or (posted and WORKERS.search(heading.words)) else FEW
    many = len(named) >= fewest or (len(entries) >= SURE and not told)  # of family names
    if not many or (told and not marked):
        return (), heading.end
    if office is not None and not office.generic:
        seat = replace(office, plural=False)
        entries = tuple(e if e.posts or e.name is None else replace(e, posts=(seat,)) for e in entries)
    return (entries, end) if LIST_ENDS.match(text, end) else ((), heading.end)


def _office_of(text: str, heading: Heading) -> PostPhrase | None:
    """The post that a label names: 'County Manager: Ann Low', 'Directors: Ann Low, Carl Moss'."""
    return post_at(text, heading.at, heading.at + len(heading.words))


def line_end(text: str, start: int) -> int:
    """Where the first line that says something ends: whoever presides stands in it."""
    first = len(text) - len(text[start:].lstrip())
    stop = text.find("\n", first)
    return len(text) if stop < 0 else stop


def read_under(text: str, start: int, limit: int) -> tuple[tuple[Entry, ...], int]:
    """The list that stands behind a heading, as a roll or by the grammar of lists, and where it ends."""
    roll, reached = read_roll(text, start, agenda_line(text, start, limit))
    entries, end = _by_grammar(text, start, limit)
    closed = text[reached : reached + 1] == "."
    if not roll or reached >= end - 1 or closed:
        return (roll, reached) if roll else (entries, end)
    more = [e for e in entries if (e.name or e).start >= reached]
    if len(roll) >= SURE and text.count("\n", start, reached) >= len(roll) - 1:
        more = [e for e in more if e.name is None or _marked(e.name)]  # a column of posts behind one of names
        end = max((e.end for e in (*roll, *more)), default=end)
    return (*roll, *more), end


def _marked(name: NameSpan) -> bool:
    """Whether a name shows that it is one: a form of address, a first name that is known, an initial."""
    first = name.name.split()[0]
    whole = name.style != "single" and (is_given(first) or INITIAL.fullmatch(first) is not None)
    return bool(name.honorific) or whole


def _whole(name: NameSpan) -> bool:
    """Whether a name is more than one word without a form of address."""
    return bool(name.honorific) or name.style != "single"


def _by_grammar(text: str, start: int, limit: int) -> tuple[tuple[Entry, ...], int]:
    names = names_in_list(text, start, limit)
    limit = agenda_line(text, start, limit)
    names = tuple(name for name in names if name.end <= limit)
    chunks = list_part(text, by_line(chunk_sentence(text, start, limit, names, ())))
    if not any(chunk.kind == "name" for chunk in chunks):
        return (), start
    first = next(chunk for chunk in chunks if chunk.kind in ("name", "post", "body"))
    entries = (
        suffix_list(text, led_by_posts(text, chunks)) if first.kind == "name" else read_list(text, chunks)
    )
    entries = tuple(entry for entry in entries if entry.name or entry.group)
    if first.kind == "post" and not any(entry.name and _whole(entry.name) for entry in entries):
        return (), start  # 'Executive Chief Officer, Customer and Communities': offices without their holders
    end = max((entry.end for entry in entries), default=start)
    return entries, end
