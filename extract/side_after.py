"""The list that begins right after a role verb, behind the place and the time that may come between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.list_record import Entry
from extract.lists import read_list
from extract.side_begin import first_of_list
from extract.side_borders import own_subject, plural_subject
from extract.side_walk import walk_on
from extract.side_words import BETWEEN

PAST = re.compile(r"[a-z]{3,}ed|went|came|saw|took|got|drove|walked")
"""A verb that tells of no role: 'Accompanied by A, Chairman B watched the show'."""


def list_after(
    text: str, chunks: Sequence[Chunk], at: int, *, aside: bool = False, where: bool = False
) -> tuple[tuple[Entry, ...], int]:
    """The list that begins right after the verb ('chaired by', 'attending were', 'met with'), and where it ends.

    `where`: a place and a time may come between: 'received at Seif Palace yesterday', 'met in Rabat on Friday with'.
    """
    first = first_of_list(text, chunks, at, where=where)
    window = walk_on(chunks, first)
    stop = window[-1].end if window else chunks[at].end
    # a list that runs into the next verb may be that verb's subject: give back what follows the last 'and'
    # '..., A and B, and paid a visit': whose list it is went on
    coordinate = bool(window) and window[-1].kind == "and"
    while window and window[-1].kind in ("comma", "semicolon", "and", "det"):
        window.pop()
    following = next((c for c in chunks if c.start >= stop and c.kind not in BETWEEN), None)
    resumed = len(window) > 1 and window[-1].kind == "pronoun" and window[-2].kind == "comma"
    if (
        not aside
        and not coordinate
        and not resumed  # 'under the guidance of A and B, they visited': the verb has its own subject
        and following is not None
        and (_acts(following) or (opens(chunks, at) and PAST.fullmatch(following.text) is not None))
    ):
        window = _without_subject(window, opening=opens(chunks, at))
    if following is not None and _acts(following):
        window = window[: plural_subject(window)]
    entries = tuple(e for e in read_list(text, window) if e.name or e.posts or e.group) if window else ()
    stop = window[-1].end if window else chunks[at].end
    return entries, stop


def _without_subject(window: list[Chunk], *, opening: bool) -> list[Chunk]:
    """The list without the subject of the verb behind it.

    'Entrusted by A, B presided': behind an `opening` participle the last comma ends the list.
    """
    separator = "comma" if opening else "and"
    cut = _last_before_name(window, separator)
    if cut is None and not any(c.kind == "and" for c in window):
        separator = "comma"  # 'chaired by A, the mayor, B, the clerk, attended'
        cut = _last_before_name(window, separator)
    if (own := own_subject(window)) is not None:
        return window[:own]  # '..., and B, the clerk; the council decided'
    names_after = cut is not None and any(c.kind == "name" for c in window[cut:])
    if names_after and (opening or any(c.kind == "name" for c in window[:cut])):
        return window[:cut]
    return window[: _next_subject(window)]


def _last_before_name(window: Sequence[Chunk], separator: str) -> int | None:
    """The position of the last such separator that a name follows."""
    places = (n for n, c in enumerate(window) if c.kind == separator and _name_follows(window, n))
    return max(places, default=None)


def _acts(following: Chunk) -> bool:
    """Whether a role verb follows whose people stand before it."""
    return following.frame is not None and following.frame.frame.voice == "active"


def _next_subject(window: Sequence[Chunk]) -> int:
    """'At the meeting with X the Head of State noted ...': where an office with an article begins, right behind a name."""
    kinds = [chunk.kind for chunk in window]
    return next(
        (
            n
            for n in range(1, len(window))
            if kinds[n - 1] == "name" and kinds[n] == "post" and window[n].text.lower().startswith("the ")
        ),
        len(window),
    )


def _name_follows(window: Sequence[Chunk], at: int) -> bool:
    """Whether a person's name, perhaps behind a post, follows the separator at `at`."""
    following = [c.kind for c in window[at + 1 : at + 4] if c.kind not in ("det", "and")]
    return "name" in following[:2]


def opens(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether nothing but a day stands before the participle at `at`: 'On April 14, entrusted by A, B presided'."""
    led = bool(at) and chunks[0].text.lower() in ("after", "following", "upon")
    kinds = (
        ("adverb", "comma", "word", "det", "body", "title-less", "gathering")
        if led
        else ("adverb", "comma", "word", "det")
    )
    return all(chunk.kind in kinds for chunk in chunks[:at])
