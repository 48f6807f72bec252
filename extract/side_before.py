"""The list that ends at a role verb.

An apposition that says nothing of a post ('Tan Heng, a trainee solicitor who joined in May, and Liu Wen attended')
lies between two commas and does not end the list; the people whom it names belong to it, not to the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.list_record import Entry
from extract.lists import read_list
from extract.side_address import before_address
from extract.side_back import walk_back
from extract.side_borders import of_whom, own_subject
from extract.side_occasion import before_occasion
from extract.side_preposition import after_preposition
from extract.side_steps import (
    of_many_sides,
)
from extract.side_words import BETWEEN, DAY_BETWEEN, MONTH, SEPARATORS
from extract.stand_ins import represented
from extract.stood_for import stood_for

DAY_HINT = re.compile(r"\d|day|morning|afternoon|evening|recently")
DAY_CHUNKS = 9  # 'on the morning of the 5th May'
FULL_DAY = re.compile(
    rf",? ?(?:today|yesterday|(?:on )?\w+day),? (?:the )?(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})(?:,? \d{{4}})?,?"
)  # 'X today, February 17, 2020, chaired'
LY = re.compile(r"[a-z]{3,}ly")  # 'officially opened', 'jointly chaired'


def list_before(
    text: str, chunks: Sequence[Chunk], at: int, used_until: int, *, beside: bool = False
) -> tuple[tuple[Entry, ...], bool]:
    """The list that ends at the verb; the flag says that something stood there, person or not."""
    stop = at
    while stop > 0 and (
        chunks[stop - 1].kind in BETWEEN
        or chunks[stop - 1].kind == "who"
        or (
            chunks[stop - 1].kind == "word"
            and (
                chunks[stop - 1].text.lower() in ("to", "that", "–", "-", "—", "stayed", "remained")
                or LY.fullmatch(chunks[stop - 1].text)
            )
        )
    ):
        stop -= 1
    if stop and chunks[stop - 1].text.lower() == "it":
        return (), True  # 'X, President of the Senate, it pointed out': the ministry did
    if any(chunk.kind == "who" for chunk in chunks[stop:at]) and (told := of_whom(chunks, stop)):
        return read_list(text, told), True
    stop = before_address(text, chunks, stop)
    stop = before_occasion(text, chunks, _before_date(text, chunks, stop))
    if stop > 1 and chunks[stop - 1].kind == "pronoun" and chunks[stop - 2].kind == "comma":
        return read_list(text, [chunks[stop - 1]]), True  # 'under the leadership of X, he said'
    for _, begin in stood_for(chunks):
        if begin < stop and not any(chunk.kind in ("verb", "comma") for chunk in chunks[begin:stop]):
            used_until = max(used_until, chunks[begin].start)  # 'X, on behalf of whom Y spoke': Y did
    first, asides, opened = walk_back(chunks, stop, used_until)
    if not (beside and first and chunks[first - 1].text.lower() == "with"):
        cut = after_preposition(chunks, first, stop)
        if cut != first and cut - 1 in opened:
            cut = next((n for n in range(cut, stop) if chunks[n].kind == "comma"), stop)
        first = cut
    away = represented(chunks)
    asides |= {n for n in range(first, stop) if chunks[n].plural and of_many_sides(chunks, n)}
    window = [chunks[n] for n in range(first, stop) if n not in asides and n not in away]
    while window and window[0].kind in SEPARATORS:
        window.pop(0)
    while window and window[-1].kind in SEPARATORS:
        # ', and' before the verb: a coordinate verb phrase, not a list that ends here
        if window[-1].kind == "and" or not any(c.kind == "name" for c in window):
            return (), False
        window.pop()
    if chunks[stop - 1].kind == "body" and own_subject(window) is not None:
        return (), True
    entries = read_list(text, window) if window else ()
    people = tuple(e for e in entries if e.name or e.pronoun or e.posts or e.group)
    return people, bool(
        window and any(c.kind in ("name", "post", "body", "title-less", "pronoun") for c in window)
    )


def _before_date(text: str, chunks: Sequence[Chunk], stop: int) -> int:
    """'Vice Premier X on Friday said': the day between subject and verb is stepped over."""
    begin = max(0, stop - DAY_CHUNKS)
    if stop <= begin or not DAY_HINT.search(text[chunks[begin].start : chunks[stop - 1].end].lower()):
        return stop
    for first in range(begin, stop):
        words = text[chunks[first].start : chunks[stop - 1].end]
        if DAY_BETWEEN.fullmatch(words) or FULL_DAY.fullmatch(words):
            return first
    return stop
