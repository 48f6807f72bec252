"""A list of those present without a heading: the lines behind the title of minutes, a person with a post a line, down to the first item."""

from __future__ import annotations

import re

from extract.list_record import Entry
from extract.roll import read_roll
from extract.roll_names import is_given

TITLE = re.compile(
    r"^[^\n]{0,60}\b(?:minutes|notes|record|proceedings)\b[^\n]{0,160}$", re.IGNORECASE | re.MULTILINE
)
HEAD = 600  # letters in which the title of minutes stands
FEWEST = 4  # people of a list that no heading calls one
POSTED = 0.5  # of them have a post
KNOWN = 0.7  # of them have a first name that is known


def unheaded_roll(text: str, limit: int) -> tuple[int, tuple[Entry, ...], int]:
    """The list behind the title of minutes that reaches no further than `limit`: its start, its entries and its end; () if there is none.

    Every line must be one person; half of them have a post, and most a known first name: headings and addresses do not.
    """
    title = TITLE.search(text, 0, HEAD)
    if title is None or title.end() >= limit:
        return 0, (), 0
    start = title.end() + 1
    entries, end = read_roll(text, start, limit)
    people = [entry for entry in entries if entry.name is not None]
    lines = [line for line in text[start:end].splitlines() if line.strip()]
    if len(people) < FEWEST or len(lines) != len(people):
        return 0, (), 0
    posted = sum(bool(entry.posts) for entry in people)
    known = sum(is_given(entry.name.name.split()[0]) for entry in people if entry.name)
    if posted < POSTED * len(people) or known < KNOWN * len(people):
        return 0, (), 0
    return start, entries, end
