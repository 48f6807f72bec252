"""What somebody did 'at the meeting': any deed told there puts its doer there, whatever the verb.

'At the meeting, X demonstrated the pump; Y distributed the drawings.' The sentence opens with the gathering at hand, and the
past tense stands right behind the people. What is done to people ('elected', 'commended') tells of nobody's presence.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.clause_act import Act
from extract.list_record import LIST_KINDS, Entry
from extract.lists import read_list
from extract.scenes_alike import is_generic

OPENERS = frozenset(["at", "during"])
DEED = re.compile(
    r"(?!re-?elected|elected|appointed|named|honou?red|awarded|commended|praised|nominated|selected|dismissed|removed|critici[sz]ed|expelled|"
    r"invited|replaced|promoted|mourned|received|retired|resigned|died|failed|refused|need|indeed|succeed|exceed|proceed|agreed|called|based|"
    r"concerned|related|recommended|proposed|approved|adopted|decided|transferred|assigned|killed|injured|wounded|missed|scheduled)"
    r"[a-z]{2,}(?<!ee)ed|led|took|brought|gave|sang|drew|taught|showed"
)
ASIDE = 8  # chunks of an apposition in plain words
RULE = "deed-there"


def deeds_there(text: str, chunks: Sequence[Chunk], acts: Sequence[Act]) -> list[Act]:
    """Return an act for the people of each clause behind 'at the meeting' whom no role verb has, in the order of the text."""
    if len(chunks) < 4 or chunks[0].text.lower() not in OPENERS or chunks[1].kind != "gathering":
        return []
    if not is_generic(chunks[1].text):
        return []
    starts = [2, *(n + 1 for n in range(2, len(chunks)) if chunks[n].kind == "semicolon")]
    found = [_deed(text, chunks, first) for first in starts]
    taken = {entry.start for act in acts for entry in act.entries}
    return [act for act in found if act is not None and act.entries[0].start not in taken]


def _deed(text: str, chunks: Sequence[Chunk], first: int) -> Act | None:
    listed = stop = _list_end(chunks, first)
    if stop < len(chunks) and chunks[stop].kind == "word" and not DEED.fullmatch(chunks[stop].text):
        stop = _behind_aside(chunks, first, stop)
    if stop == len(chunks) or chunks[stop].kind != "word" or not DEED.fullmatch(chunks[stop].text):
        return None
    window = [chunk for chunk in chunks[first:listed] if chunk.kind != "comma" or chunk is not chunks[first]]
    people: tuple[Entry, ...] = tuple(entry for entry in read_list(text, window) if entry.name)
    if not people or (stop == listed and not _closed(window)):
        return None
    return Act(
        role="attended",
        strength="strong",
        rule=RULE,
        entries=people,
        start=chunks[stop].start,
        end=chunks[stop].end,
        gathering=chunks[1],
    )


def _list_end(chunks: Sequence[Chunk], first: int) -> int:
    stop = first
    while stop < len(chunks) and chunks[stop].kind in LIST_KINDS:
        stop += 1
    return stop


def _behind_aside(chunks: Sequence[Chunk], first: int, at: int) -> int:
    """Behind the comma that ends 'X, the night pharmacist,', or `at` where none is near or none was opened behind a name."""
    opened = next((n for n in range(at - 1, first, -1) if chunks[n].kind == "comma"), first)
    if opened == first or chunks[opened - 1].kind != "name":
        return at
    for number in range(at, min(len(chunks) - 1, at + ASIDE)):
        if chunks[number].kind == "comma":
            return number + 1
        if chunks[number].kind in ("verb", "name", "semicolon", "colon"):
            break
    return at


def _closed(window: Sequence[Chunk]) -> bool:
    """Whether a list ends with a person: the name last, or a post and the comma that closes the apposition."""
    if window[-1].kind == "comma":
        return len(window) > 1 and window[-2].kind in ("post", "body")
    return window[-1].kind == "name"
