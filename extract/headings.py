"""Lists under a heading: PRESENT, In attendance, Apologies, Absent: who stands in them, with which post.

The list runs from the heading to the first word that belongs to no list. In a list that opens with a name
posts follow their names (`extract.headed_posts`); in one that opens with a post the ordinary list grammar applies.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.headed_lines import people_by_line
from extract.headed_seats import seated
from extract.heading_labels import labelled_lists
from extract.heading_lists import line_end, read_strictly, read_under
from extract.heading_record import Heading
from extract.heading_sentences import told_lists
from extract.heading_words import headings_of
from extract.list_checks import kept_entries
from extract.list_record import Entry
from extract.roll import STATUS
from extract.roll_columns import right_half, side_by_side
from extract.roll_marks import marked_tables
from extract.roll_unheaded import unheaded_roll

REACH = 12_000
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
        entries, end = read_strictly(text, heading)
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
            reach = min(reach, line_end(text, heading.end))
        if heading.by_line:
            entries, end = people_by_line(text, heading.end, reach)
        else:
            entries, end = (
                read_strictly(text, heading) if heading in strict else read_under(text, heading.end, reach)
            )
        if entries:
            entries = seated(entries, heading.words, heading.at)
            out += _by_status(heading, entries, end)
            done = end
    kept = kept_entries(out, labelled)
    return tuple(replace(part, entries=entries) for part, entries in zip(out, kept, strict=True) if entries)


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


def families_of(lists: Sequence[HeadedList]) -> frozenset[str]:
    """The family names of the people whom headed lists name; of one printed word, that word."""
    return frozenset(
        entry.name.family or entry.name.name for part in lists for entry in part.entries if entry.name
    )
