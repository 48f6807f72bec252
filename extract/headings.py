"""Lists under a heading: PRESENT, In attendance, Apologies, Absent: who stands in them, with which post.

The list runs from the heading to the first word that belongs to no list. In a list that opens with a name
posts follow their names (`extract.headed_posts`); in one that opens with a post the ordinary list grammar applies.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.agenda_lines import agenda_line
from extract.chunks import chunk_sentence
from extract.headed_lines import people_by_line
from extract.headed_part import by_line, led_by_posts, list_part
from extract.headed_posts import suffix_list
from extract.headed_seats import seated
from extract.heading_labels import labelled_lists
from extract.heading_record import Heading
from extract.heading_sentences import told_lists
from extract.heading_words import headings_of
from extract.list_checks import kept_entries
from extract.list_record import Entry
from extract.lists import read_list
from extract.names import names_in_list
from extract.names_span import NameSpan
from extract.post_phrase import PostPhrase
from extract.roll import STATUS, read_roll
from extract.roll_columns import right_half, side_by_side
from extract.roll_marks import marked_tables
from extract.roll_name_words import INITIAL, is_given
from extract.roll_posts import post_at
from extract.roll_unheaded import unheaded_roll

REACH = 12_000
VERBS = ("were", "was", "include", "included")  # that bring in a sentence, which may go on behind its stop
FEW, SURE = 2, 4  # people of a list that a label, or a sentence, brings in
LIST_ENDS = re.compile(r"[ \t]*(?:\.|$|\n)")
WORKERS = re.compile(r"(?:Staff|Officers|Officials|Administration|Police|Public)$")
"""'Staff: Ann Low, Planner' may be one person."""
ONE_LINE = frozenset(
    [
        "proposed",
        "proposer",
        "proposed by",
        "seconded",
        "seconder",
        "seconded by",
        "second by",
        "mover",
        "moved by",
        "motion by",
        "motion made by",
    ]
)
"""Headings of one person, or few, on the same line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeadedList:
    """A list under a heading: its role and its entries; `start` is the heading's, `end` the last entry's."""

    role: str
    heading: str
    start: int
    end: int
    entries: tuple[Entry, ...]


def headed_lists(text: str, spans: Sequence[tuple[int, int]]) -> tuple[HeadedList, ...]:
    """Find the headed lists whose heading starts inside one of the `spans` that are read."""
    out: list[HeadedList] = []
    done = 0
    found = headings_of(text)
    start, entries, end = unheaded_roll(text, found[0].start if found else len(text))
    if entries and any(a <= entries[0].start < b for a, b in spans):
        out.append(HeadedList(role="attended", heading="present", start=start, end=end, entries=entries))
        done = end
    columns = [c for c in (*side_by_side(text), *right_half(text)) if any(a <= c[2] < b for a, b in spans)]
    # lines of strokes look like a page's own, so that a table of marks is read wherever it stands
    for role, words, start, end, entries in (*columns, *marked_tables(text)):
        if entries:
            out.append(HeadedList(role=role, heading=words.lower(), start=start, end=end, entries=entries))
            done = max(done, end)
    strict = [h for h in (*told_lists(text), *labelled_lists(text)) if all(h.end != f.end for f in found)]
    labelled: set[int] = set()
    for heading in strict:
        entries, end = _strictly(text, heading)
        if entries:
            found.append(heading)
            labelled.add(heading.at)
    found.sort()
    for number, heading in enumerate(found):
        if heading.at < done or not any(a <= heading.at < b for a, b in spans):
            continue
        behind = (h for h in found[number + 1 :] if h.start >= heading.end)
        if heading.words.lower().endswith(("name", "names")):
            behind = (h for h in behind if not STATUS.fullmatch(h.words))  # a cell of the table
        following = next((other.start for other in behind), len(text))
        reach = min(following, heading.end + REACH)
        if heading.role == "chaired" or heading.words.lower() in ONE_LINE:
            reach = min(reach, _line_end(text, heading.end))
        if heading.by_line:
            entries, end = people_by_line(text, heading.end, reach)
        else:
            entries, end = _strictly(text, heading) if heading in strict else _read(text, heading.end, reach)
        if entries:
            entries = seated(entries, heading.words, heading.at)
            out += _by_status(heading, entries, end)
            done = end
    kept = kept_entries(out, labelled)
    return tuple(replace(part, entries=entries) for part, entries in zip(out, kept, strict=True) if entries)


def _strictly(text: str, heading: Heading) -> tuple[tuple[Entry, ...], int]:
    """The list of a heading that is only one if its whole line is a list: of so many people, divided by more than commas."""
    stop = _line_end(text, heading.end)
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


def _by_status(heading: Heading, entries: tuple[Entry, ...], end: int) -> list[HeadedList]:
    """One list, or two where the list says of some of its people what its heading does not: absent, arrived later."""
    other = {"attended": "absent", "absent": "attended"}.get(heading.role, "")
    against = tuple(entry for entry in entries if other and entry.status == other)
    with_it = tuple(entry for entry in entries if entry not in against)
    return [
        HeadedList(role=role, heading=heading.words, start=heading.at, end=end, entries=held)
        for role, held in ((heading.role, with_it), (other, against))
        if held
    ]


def _line_end(text: str, start: int) -> int:
    """Where the first line that says something ends: whoever presides stands in it."""
    first = len(text) - len(text[start:].lstrip())
    stop = text.find("\n", first)
    return len(text) if stop < 0 else stop


def families_of(lists: Sequence[HeadedList]) -> frozenset[str]:
    """The family names of the people whom headed lists name; of one printed word, that word."""
    return frozenset(
        entry.name.family or entry.name.name for part in lists for entry in part.entries if entry.name
    )


def _read(text: str, start: int, limit: int) -> tuple[tuple[Entry, ...], int]:
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
