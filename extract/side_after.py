"""The list that begins right after a role verb, behind the place and the time that may come between."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.list_record import LIST_KINDS, Entry
from extract.lists import read_list
from extract.side_asides import owned
from extract.side_borders import own_subject
from extract.side_words import (
    APART,
    ASIDE_CHUNKS,
    BEFORE_LIST,
    BETWEEN,
    DAY_BETWEEN,
    PREPOSITIONS,
    SEPARATORS,
)
from extract.stand_ins import represented

JOINING = frozenset(["including", "namely", "with", "well", "as", "together", "along", "from", "who"])
ORDER = re.compile(
    r",? ?\(?in (?:the )?(?:[\w’']+ ){0,2}order(?: of [\w’']+(?: [\w’']+){0,4} ?)?\)?[,:]", re.IGNORECASE
)
CROWD = re.compile(
    r"(?:(?:several|many|some|various|(?:a )?number of)(?: [\w-]+){0,3}? (?:officials|dignitaries|leaders|figures|ministers|personalities)|"
    r"(?:all )?(?:school|university|college|hospital|company|group|city|county|district|provincial|municipal|town) leaders)"
    r"(?:,? (?:such as|including|among them|namely)|:)\s",
    re.IGNORECASE,
)
"""A collective of which the list names some: 'included several high-ranking officials such as A and B'."""
PAST = re.compile(r"[a-z]{3,}ed|went|came|saw|took|got|drove|walked")
"""A verb that tells of no role: 'Accompanied by A, Chairman B watched the show'."""
MOMENTS = frozenset(["here", "there", "yesterday", "today", "separately", "tonight"])
PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night"])
MOST_IN_PLACE = 3  # chunks of a place: 'at the Seif Palace in the capital'


def list_after(
    text: str, chunks: Sequence[Chunk], at: int, *, aside: bool = False, where: bool = False
) -> tuple[tuple[Entry, ...], int]:
    """The list that begins right after the verb ('chaired by', 'attending were', 'met with'), and where it ends.

    `where`: a place and a time may come between: 'received at Seif Palace yesterday', 'met in Rabat on Friday with'.
    """
    first = circumstances(text, chunks, at + 1) if where else at + 1
    crowd = CROWD.match(text, chunks[first].start) if first < len(chunks) else None
    if crowd:
        first = next((n for n in range(first, len(chunks)) if chunks[n].start >= crowd.end()), first)
    while first < len(chunks) and (
        chunks[first].kind in ("adverb", "colon", "auxiliary", "det")
        or chunks[first].text in ("—", "–", "-", ";")
        or (chunks[first].kind == "word" and chunks[first].text.lower() in BEFORE_LIST)
    ):
        first += 1
    ordered = ORDER.match(text, chunks[at].end)
    if ordered:
        first = next((n for n in range(at, len(chunks)) if chunks[n].start >= ordered.end()), first)
    window = _walk_on(chunks, _plain_noun(chunks, first))
    stop = window[-1].end if window else chunks[at].end
    # a list that runs into the next verb may be that verb's subject: give back what follows the last 'and'
    coordinate = (
        bool(window) and window[-1].kind == "and"
    )  # '..., A and B, and paid a visit': whose list it is went on
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
        # 'Entrusted by A, B presided': behind an opening participle the last comma ends the list
        ends = ("comma",) if opens(chunks, at) else ("and",)
        cut = max(
            (n for n, c in enumerate(window) if c.kind in ends and _name_follows(window, n)), default=None
        )
        names_after = cut is not None and any(c.kind == "name" for c in window[cut:])
        if cut is None and not any(
            c.kind == "and" for c in window
        ):  # 'chaired by A, the mayor, B, the clerk, attended'
            cut = max(
                (n for n, c in enumerate(window) if c.kind == "comma" and _name_follows(window, n)),
                default=None,
            )
            names_after = cut is not None
        if (own := own_subject(window)) is not None:
            window = window[:own]  # '..., and B, the clerk; the council decided'
        elif (
            cut is not None
            and names_after
            and (ends == ("comma",) or any(c.kind == "name" for c in window[:cut]))
        ):
            window = window[:cut]
        else:
            window = window[: _next_subject(window)]
    entries = tuple(e for e in read_list(text, window) if e.name or e.posts or e.group) if window else ()
    stop = window[-1].end if window else chunks[at].end
    return entries, stop


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


def _walk_on(chunks: Sequence[Chunk], first: int) -> list[Chunk]:
    """The chunks of a list from `first` on, appositions that are no posts left out."""
    window: list[Chunk] = []
    away = represented(chunks)
    number = first
    while number < len(chunks):
        chunk = chunks[number]
        if number in away:
            number += 1
        elif chunk.kind == "open":
            close = (n for n in range(number, min(len(chunks), number + 12)) if chunks[n].kind == "close")
            end = next(close, number)
            window += chunks[number : end + 1] if end > number else []
            number = end + 1
        elif chunk.kind in LIST_KINDS:
            window.append(chunk)
            number += 1
        elif chunk.kind == "colon" and window and window[-1].plural:
            number += 1  # 'the executive chairpersons of the presidium: A, B and C'
        elif _who_is(chunks, number):
            number += 1  # 'chaired by Premier A, who is also secretary of the leading group'
        elif _in_a_field(chunk, window) or (
            chunk.kind == "word" and (chunk.text.lower() in JOINING or owned(chunks, number))
        ):
            number += 1
        else:
            resumed = _aside_end(chunks, number, window)
            if resumed is None:
                break
            number = resumed
    return window


def _aside_end(chunks: Sequence[Chunk], at: int, window: list[Chunk]) -> int | None:
    """The comma after the apposition around `at`, if a person follows it; what of it was taken is given back."""
    if chunks[at].text.lower() == "by" and chunks[at - 1].kind == "and":
        return None  # 'by X and by Y': the next agent
    comma = max((n for n, c in enumerate(window) if c.kind in SEPARATORS), default=None)
    if comma is None or not any(c.kind == "name" for c in window[:comma]):
        return None
    segment = window[comma + 1 :]
    named = any(c.kind == "name" for c in segment)
    relative = chunks[at - 1].kind == "comma" and chunks[at].kind == "who"
    for number in range(at, min(len(chunks), at + ASIDE_CHUNKS)):
        verb = chunks[number].kind == "verb"
        if chunks[number].kind in APART and chunks[number].kind != "semicolon" and not (verb and relative):
            return None
        if chunks[number].kind in ("comma", "semicolon"):
            following = [c.kind for c in chunks[number + 1 : number + 5] if c.kind not in ("and", "det")]
            if not following or following[0] not in ("name", "post", "body", "others"):
                return None
            if not named and not any(c.kind == "post" for c in segment):
                del window[comma + 1 :]
            return number
    return None


def _who_is(chunks: Sequence[Chunk], at: int) -> bool:
    """The 'who', 'is' or 'also' of 'A, who is also a member of the committee': a post of A's follows."""
    first = last = at
    while first and chunks[first].kind in ("auxiliary", "adverb"):
        first -= 1
    if chunks[first].kind != "who" or chunks[first + 1 : first + 2] == []:
        return False
    if chunks[first + 1].text.lower() not in ("is", "was"):
        return False
    while last + 1 < len(chunks) and chunks[last].kind in ("who", "auxiliary", "adverb", "det"):
        last += 1
    return chunks[last].kind == "post"


def _in_a_field(chunk: Chunk, window: Sequence[Chunk]) -> bool:
    """'his counterparts in Water Resources, A, and Information, B': the fields of those who are named behind them."""
    return chunk.text.lower() == "in" and bool(window) and window[-1].head.startswith("counterpart")


def _plain_noun(chunks: Sequence[Chunk], first: int) -> int:
    """Step over up to two plain nouns that touch a name or own an office.

    'received by headmaster X', 'hosted by the shop owner X', 'accompanied by the island country's Minister X'.
    """
    for stop in range(first + 1, min(len(chunks), first + 3)):
        words = [chunk.text for chunk in chunks[first:stop] if chunk.kind == "word"]
        plain = [re.sub(r"['’]s$", "", word) for word in words]
        if len(words) < stop - first or not all(
            w.isalpha() and w.islower() and w not in PREPOSITIONS for w in plain
        ):
            return first
        owns = words[-1] != plain[-1]
        if chunks[stop].kind == "name" or (owns and chunks[stop].kind == "post"):
            return stop
    return first


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


def circumstances(text: str, chunks: Sequence[Chunk], first: int) -> int:
    """The position behind the places and times that open at `first`; `first` where nothing follows them."""
    at = first
    while at < len(chunks):
        chunk, low = chunks[at], chunks[at].text.lower()
        comma = chunk.kind == "comma"
        begin = at + 1 if comma else at
        day = max(
            (n for n in range(begin, min(len(chunks), begin + 5)) if _is_day(text, chunks, begin, n)),
            default=-1,
        )
        place = _place_end(chunks, begin)
        if day >= 0:
            at = day + 1
        elif place > begin:
            at = place
        elif low in MOMENTS and not comma:
            at += 1
        elif low in ("this", "yesterday", "today") and at + 1 < len(chunks):
            if chunks[at + 1].text.lower() not in PARTS_OF_DAY:
                break
            at += 2
        else:
            break
    if at > first and at < len(chunks) and chunks[at].kind == "comma":
        at += 1
    return at if at < len(chunks) else first


def _is_day(text: str, chunks: Sequence[Chunk], first: int, last: int) -> bool:
    return bool(DAY_BETWEEN.fullmatch(text[chunks[first].start : chunks[last].end]))


def _place_end(chunks: Sequence[Chunk], first: int) -> int:
    """The position behind 'at Seif Palace' or 'in his office'; `first` where no place opens there."""
    if first >= len(chunks) or chunks[first].text.lower() not in ("at", "in"):
        return first
    at = first + 1
    while at < len(chunks) and (chunks[at].kind == "det" or chunks[at].text.lower() in BEFORE_LIST):
        at += 1
    taken = at
    while taken < len(chunks) and taken - at < MOST_IN_PLACE and chunks[taken].kind in ("title-less", "body"):
        taken += 1
    return taken if taken > at else first
