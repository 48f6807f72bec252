"""The list that ends at a role verb.

An apposition that says nothing of a post ('Tan Heng, a trainee solicitor who joined in May, and Liu Wen attended')
lies between two commas and does not end the list; the people whom it names belong to it, not to the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.list_record import LIST_KINDS, Entry
from extract.lists import read_list
from extract.side_asides import aside_start, crowd_start, opening, owned
from extract.side_borders import behind_holder, made_up, of_whom, own_subject
from extract.side_occasion import before_occasion
from extract.side_steps import (
    besides,
    counts,
    describes,
    labels,
    of_collective,
    of_each,
    of_many_sides,
    seated_in,
    such_as,
    whole,
)
from extract.side_words import BETWEEN, DAY_BETWEEN, MONTH, PREPOSITIONS, SEPARATORS
from extract.stand_ins import represented

# words of a list that point at its members and are no part of it
POINTERS = frozenset(["including", "namely", "notably", "representing", "such"])
DAY_HINT = re.compile(r"\d|day|morning|afternoon|evening|recently")
DAY_CHUNKS = 9  # 'on the morning of the 5th May'
FULL_DAY = re.compile(
    rf",? ?(?:today|yesterday|(?:on )?\w+day),? (?:the )?(?:{MONTH} \d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)? {MONTH})(?:,? \d{{4}})?,?"
)  # 'X today, February 17, 2020, chaired'
LY = re.compile(r"[a-z]{3,}ly")  # 'officially opened', 'jointly chaired'
OCCASIONS = frozenset(["at", "during", "in", "before", "after", "following"])


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
    stop = before_occasion(text, chunks, _before_date(text, chunks, stop))
    if stop > 1 and chunks[stop - 1].kind == "pronoun" and chunks[stop - 2].kind == "comma":
        return read_list(text, [chunks[stop - 1]]), True  # 'under the leadership of X, he said'
    first, asides, opened = _walk_back(chunks, stop, used_until)
    if not (beside and first and chunks[first - 1].text.lower() == "with"):
        cut = _after_preposition(chunks, first, stop)
        if cut != first and cut - 1 in opened:
            cut = next((n for n in range(cut, stop) if chunks[n].kind == "comma"), stop)
        first = cut
    away = represented(chunks)
    asides |= {n for n in range(first, stop) if of_many_sides(chunks, n)}
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


def _walk_back(
    chunks: Sequence[Chunk], stop: int, used_until: int
) -> tuple[int, frozenset[int], frozenset[int]]:
    """Where the list that ends at `stop` begins, the positions that it steps over, and the commas that open asides."""
    first = stop
    asides: set[int] = set()
    opened: set[int] = set()
    while first > 0 and chunks[first - 1].start >= used_until:
        chunk = chunks[first - 1]
        if chunk.kind == "close":
            first = opening(chunks, first - 1)
        elif chunk.kind in LIST_KINDS or besides(chunks, first - 1):
            first -= 1
        elif (
            (
                chunk.kind == "word"
                and (
                    chunk.text.lower() in POINTERS
                    or such_as(chunks, first - 1)
                    or counts(chunks, first - 1)
                    or owned(chunks, first - 1)
                )
            )
            or describes(chunks, first - 1)
            or whole(chunks, first - 1)
            or labels(chunks, first - 1)
        ):
            asides.add(first - 1)
            first -= 1
        elif seated_in(chunks, first - 1):
            asides.update((first - 1, first))
            first -= 1
        elif chunk.kind == "adverb" and first > 1 and chunks[first - 2].kind == "and":
            break  # 'met first and subsequently X joined': a clause of its own
        elif each := of_each(chunks, first - 1):
            asides.update(range(each, first))
            first = each
        elif of_collective(chunks, first - 1):
            end = next((n for n in range(first, stop) if chunks[n].kind in SEPARATORS), stop)
            asides.update(range(first - 1, end))
            first -= 1
        else:
            comma = aside_start(chunks, first - 1, used_until)
            crowd = crowd_start(chunks, first - 1, used_until) if comma is None else None
            if crowd is not None:
                end = next((n for n in range(first, stop) if chunks[n].kind in SEPARATORS), stop)
                asides.update(range(crowd, end))
                first = crowd
                continue
            if comma is None:
                break
            end = next((n for n in range(first, stop) if chunks[n].kind in ("comma", "semicolon")), stop)
            begin = comma + 1
            while begin < end and (
                chunks[begin].kind in ("who", "auxiliary", "adverb", "respectively")
                or chunks[begin].text == "as"
            ):
                begin += 1  # 'who has been mayor since May', 'as the secretary of the committee'
            while begin < end and chunks[begin].kind == "and":
                begin += 1
            kept = begin
            while kept < end and chunks[kept].kind in ("post", "det", "body", "and"):
                kept += 1
            while kept > begin and chunks[kept - 1].kind == "and":
                kept -= 1
            if any(chunks[n].kind == "post" for n in range(begin, kept)):
                dropped = (*range(comma + 1, begin), *range(kept, end))
                asides.update(n for n in dropped if chunks[n].kind != "respectively")
            else:
                asides.update(range(comma, end))
            opened.add(comma)
            first = comma
    return first, frozenset(asides), frozenset(opened)


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


def _after_preposition(chunks: Sequence[Chunk], first: int, stop: int) -> int:
    """'In the hall of the city government, Wang A ...': what follows a preposition is no subject, up to its comma."""
    if first == 0 or chunks[first - 1].kind not in ("word", "verb", "gathering", "possessed"):
        return first
    before = chunks[first - 1]
    if before.kind == "verb" and chunks[first].kind in ("semicolon", "comma", "and"):
        return first  # a clause of its own
    if first < stop and chunks[first].kind == "semicolon":
        return first
    if before.kind == "gathering" and chunks[first].kind == "and" and _object(chunks, first - 1):
        return first  # 'X presided over the meeting and Y, the clerk, and Z attended'
    said = before.frame is not None and before.frame.frame.strength == "soft"
    if said and [chunk.kind for chunk in chunks[first : first + 3]] == ["post", "comma", "name"]:
        return first  # 'She said the Commissioner, X, had informed the council'
    if (before.kind == "word" and before.text.lower() not in PREPOSITIONS) or made_up(chunks, first):
        return first
    if (
        before.kind == "gathering"
        and chunks[first].kind in ("name", "post")
        and _opens_with(chunks, first - 1)
    ):
        return first  # 'At the meeting X, on behalf of the council, ...'
    if before.text.lower() == "at" and [chunk.kind for chunk in chunks[first:stop]] == ["post", "name"]:
        return first  # 'At Huaye Moulds chairman X showed ...': the place is that of the post
    for number in range(first, stop):
        if chunks[number].kind in ("comma", "semicolon"):
            return behind_holder(chunks, first, number, stop)
        if chunks[number].kind == "name" and number > first and chunks[number - 1].kind == "body":
            return number  # 'On behalf of the council Fang Guolin read': a body in front of a name is not its post
    return first if before.kind in ("gathering", "possessed") else stop


def _object(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the gathering at `at` is what the verb right before it is about."""
    ahead = [chunk.kind for chunk in chunks[max(0, at - 3) : at] if chunk.kind != "det"]
    return ahead[-1:] == ["verb"]


def _opens_with(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the sentence begins with a preposition and the gathering at `at`."""
    return 0 < at <= 2 and chunks[0].text.lower() in OCCASIONS and chunks[at].kind == "gathering"
