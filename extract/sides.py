"""Who stands beside a role verb: the list that ends at it, and the list that begins right after it.

An apposition that says nothing of a post ('Tan Heng, a trainee solicitor who joined in May, and Liu Wen attended')
lies between two commas and does not end the list; the people whom it names belong to it, not to the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.lists import LIST_KINDS, Entry, read_list

BETWEEN = frozenset({"adverb", "auxiliary"})
PREPOSITIONS = frozenset(
    [
        "of",
        "at",
        "in",
        "for",
        "from",
        "to",
        "by",
        "with",
        "on",
        "under",
        "behalf",
        "about",
        "than",
        "against",
        "via",
        "through",
        "by's",
    ]
)
# words of a list that point at its members and are no part of it
POINTERS = frozenset(["including", "namely", "notably", "representing"])
JOINING = frozenset(["including", "namely", "with", "well", "as", "together", "along", "from", "who"])
BEFORE_LIST = frozenset(
    ["with", "from", "by", "including", "visiting", "namely", "his", "her", "its", "their"]
)
APART = frozenset({"verb", "semicolon", "gathering", "colon"})
SEPARATORS = frozenset({"comma", "semicolon", "and"})
MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
DAY_BETWEEN = re.compile(
    rf"(?:,? ?(?:on|in) the (?:morning|afternoon|evening)|this (?:morning|afternoon|evening)|(?:on )?(?:the )?(?:\w+day|yesterday|today|recently|"
    rf"(?:{MONTH} )?\d{{1,2}}(?:st|nd|rd|th)?)(?: (?:morning|afternoon|evening))?)"
    rf"(?: (?:of|on) (?:the )?(?:\w+day|(?:{MONTH} )?\d{{1,2}}(?:st|nd|rd|th)?(?: {MONTH})?))?",
    re.IGNORECASE,
)
DAY_CHUNKS = 7  # 'on the morning of the 5th May'
ORDER = re.compile(
    r",? ?\(?in (?:the )?(?:[\w’']+ ){0,2}order(?: of [\w’']+(?: [\w’']+){0,4} ?)?\)?[,:]", re.IGNORECASE
)
LY = re.compile(r"[a-z]{3,}ly")  # 'officially opened', 'jointly chaired'
# words that open a clause of its own: 'A was appointed minister, while B was sworn in'
CLAUSES = frozenset(["while", "whereas", "but"])
NUMBERS = frozenset(
    ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty"]
)
MOMENTS = frozenset(["here", "there", "yesterday", "today", "separately", "tonight"])
PARTS_OF_DAY = frozenset(["morning", "afternoon", "evening", "night"])
MOST_IN_PLACE = 3  # chunks of a place: 'at the Seif Palace in the capital'
ASIDE_CHUNKS = 40  # an apposition longer than this is a clause


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
                chunks[stop - 1].text.lower() in ("to", "that", "–", "-", "—")
                or LY.fullmatch(chunks[stop - 1].text)
            )
        )
    ):
        stop -= 1
    stop = _before_date(text, chunks, stop)
    if stop > 1 and chunks[stop - 1].kind == "pronoun" and chunks[stop - 2].kind == "comma":
        return read_list(text, [chunks[stop - 1]]), True  # 'under the leadership of X, he said'
    first, asides, opened = _walk_back(chunks, stop, used_until)
    if not (beside and first and chunks[first - 1].text.lower() == "with"):
        cut = _after_preposition(chunks, first, stop)
        if cut != first and cut - 1 in opened:
            cut = next((n for n in range(cut, stop) if chunks[n].kind == "comma"), stop)
        first = cut
    window = [chunks[n] for n in range(first, stop) if n not in asides]
    while window and window[0].kind in SEPARATORS:
        window.pop(0)
    while window and window[-1].kind in SEPARATORS:
        # ', and' before the verb: a coordinate verb phrase, not a list that ends here
        if window[-1].kind == "and" or not any(c.kind == "name" for c in window):
            return (), False
        window.pop()
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
            first = _opening(chunks, first - 1)
        elif chunk.kind in LIST_KINDS or _besides(chunks, first - 1):
            first -= 1
        elif chunk.kind == "word" and (
            chunk.text.lower() in POINTERS or _counts(chunks, first - 1) or _owned(chunks, first - 1)
        ):
            asides.add(first - 1)
            first -= 1
        elif _of_collective(chunks, first - 1):
            end = next((n for n in range(first, stop) if chunks[n].kind in SEPARATORS), stop)
            asides.update(range(first - 1, end))
            first -= 1
        else:
            comma = _aside_start(chunks, first - 1, used_until)
            crowd = _crowd_start(chunks, first - 1, used_until) if comma is None else None
            if crowd is not None:
                end = next((n for n in range(first, stop) if chunks[n].kind in SEPARATORS), stop)
                asides.update(range(crowd, end))
                first = crowd
                continue
            if comma is None:
                break
            end = next((n for n in range(first, stop) if chunks[n].kind == "comma"), stop)
            begin = comma + 1
            while begin < end and chunks[begin].kind in ("who", "auxiliary", "adverb"):
                begin += 1  # 'who has been mayor since May'
            kept = begin
            while kept < end and chunks[kept].kind in ("post", "det", "body"):
                kept += 1
            if any(chunks[n].kind == "post" for n in range(begin, kept)):
                asides.update((*range(comma + 1, begin), *range(kept, end)))
            else:
                asides.update(range(comma, end))
            opened.add(comma)
            first = comma
    return first, frozenset(asides), frozenset(opened)


def _owned(chunks: Sequence[Chunk], at: int) -> bool:
    """'X and his counterpart Y': a possessive before an office, behind 'and' or a comma."""
    return (
        0 < at < len(chunks) - 1
        and chunks[at].text.lower() in ("his", "her", "their", "its")
        and chunks[at + 1].kind == "post"
        and chunks[at - 1].kind in ("and", "comma")
    )


def _counts(chunks: Sequence[Chunk], at: int) -> bool:
    """'as well as 11 other ministers', 'and six secretaries': the number of a collective."""
    low = chunks[at].text.lower()
    if at + 1 >= len(chunks) or not (low.isdigit() or low in NUMBERS):
        return False
    following = chunks[at + 1]
    return following.kind == "others" or (following.kind == "post" and following.plural)


def _of_collective(chunks: Sequence[Chunk], at: int) -> bool:
    """'representatives from several ministries': where the members of a collective come from."""
    before = chunks[at - 1] if at else None
    return (
        before is not None
        and chunks[at].text.lower() in ("from", "of")
        and before.kind in ("post", "title-less")
        and (before.plural or before.text.lower().endswith("s"))
    )


def _aside_start(chunks: Sequence[Chunk], at: int, used_until: int) -> int | None:
    """The comma that opens the apposition around `at`: right behind a person, no verb of ours inside."""
    for number in range(at, max(-1, at - ASIDE_CHUNKS), -1):
        chunk = chunks[number]
        if chunk.start < used_until or chunk.kind in APART or chunk.text.lower() in CLAUSES:
            return None
        if chunk.kind == "and" and number and chunks[number - 1].kind in ("name", "close"):
            return None  # 'B and the comrades responsible for ...': the many beside B, no apposition
        if chunk.kind == "comma":
            return number if number and _ends_person(chunks, number - 1) else None
    return None


def _crowd_start(chunks: Sequence[Chunk], at: int, used_until: int) -> int | None:
    """'X, doctors, nurses, and staff from the wards': where the unnamed many begin, right behind a person."""
    for number in range(at, max(0, at - ASIDE_CHUNKS), -1):
        chunk = chunks[number]
        if chunk.start < used_until:
            return None
        if chunk.kind in ("comma", "and"):
            if _ends_person(chunks, number - 1):
                return number
        elif chunk.kind == "word":
            if not chunk.text.isalpha() or not chunk.text.islower() or chunk.text in CLAUSES:
                return None
        elif chunk.kind not in ("post", "body", "title-less", "det", "others", "adverb"):
            return None
    return None


def _ends_person(chunks: Sequence[Chunk], at: int) -> bool:
    kind = chunks[at].kind
    if kind == "close":
        at = _opening(chunks, at) - 1
        kind = chunks[at].kind if at >= 0 else "word"
    return kind in ("name", "affiliation", "post")


def _before_date(text: str, chunks: Sequence[Chunk], stop: int) -> int:
    """'Vice Premier X on Friday said': the day between subject and verb is stepped over."""
    for first in range(max(0, stop - DAY_CHUNKS), stop):
        if DAY_BETWEEN.fullmatch(text[chunks[first].start : chunks[stop - 1].end]):
            return first
    return stop


def _besides(chunks: Sequence[Chunk], at: int) -> bool:
    """', also a member of ...': an adverb inside an apposition, not the end of the list."""
    return chunks[at].text.lower() in ("also", "concurrently") and at > 0 and chunks[at - 1].kind == "comma"


def _opening(chunks: Sequence[Chunk], close: int) -> int:
    """The position of the parenthesis that `close` closes; `close` itself where none is near."""
    for number in range(close - 1, max(-1, close - 12), -1):
        if chunks[number].kind == "open":
            return number
    return close


def _after_preposition(chunks: Sequence[Chunk], first: int, stop: int) -> int:
    """'In the hall of the city government, Wang A ...': what follows a preposition is no subject, up to its comma."""
    if first == 0 or chunks[first - 1].kind not in ("word", "verb", "gathering", "possessed"):
        return first
    before = chunks[first - 1]
    if before.kind == "verb" and chunks[first].kind in ("semicolon", "comma", "and"):
        return first  # a clause of its own
    if first < stop and chunks[first].kind == "semicolon":
        return first
    if before.kind == "word" and before.text.lower() not in PREPOSITIONS:
        return first
    if (
        before.kind == "gathering"
        and chunks[first].kind in ("name", "post")
        and _opens_with(chunks, first - 1)
    ):
        return first  # 'At the meeting X, on behalf of the council, ...'
    for number in range(first, stop):
        if chunks[number].kind in ("comma", "semicolon"):
            return number + 1
    return first if before.kind in ("gathering", "possessed") else stop


def _opens_with(chunks: Sequence[Chunk], at: int) -> bool:
    """Whether the sentence begins with a preposition and the gathering at `at`."""
    return 0 < at <= 2 and chunks[0].text.lower() in ("at", "during", "in") and chunks[at].kind == "gathering"


def list_after(
    text: str, chunks: Sequence[Chunk], at: int, *, aside: bool = False, where: bool = False
) -> tuple[tuple[Entry, ...], int]:
    """The list that begins right after the verb ('chaired by', 'attending were', 'met with'), and where it ends.

    `where`: a place and a time may come between: 'received at Seif Palace yesterday', 'met in Rabat on Friday with'.
    """
    first = _circumstances(text, chunks, at + 1) if where else at + 1
    while first < len(chunks) and (
        chunks[first].kind in ("adverb", "colon", "auxiliary", "det")
        or (chunks[first].kind == "word" and chunks[first].text.lower() in BEFORE_LIST)
    ):
        first += 1
    ordered = ORDER.match(text, chunks[at].end)
    if ordered:
        first = next((n for n in range(at, len(chunks)) if chunks[n].start >= ordered.end()), first)
    window = _walk_on(chunks, _plain_noun(chunks, first))
    stop = window[-1].end if window else chunks[at].end
    # a list that runs into the next verb may be that verb's subject: give back what follows the last 'and'
    while window and window[-1].kind in ("comma", "semicolon", "and", "det"):
        window.pop()
    following = next((c for c in chunks if c.start >= stop and c.kind not in BETWEEN), None)
    if (
        not aside
        and following is not None
        and following.kind == "verb"
        and following.frame is not None
        and following.frame.frame.voice == "active"
    ):
        # 'Entrusted by A, B presided': behind an opening participle the last comma ends the list
        ends = ("comma",) if _opens(chunks, at) else ("and",)
        cut = max(
            (n for n, c in enumerate(window) if c.kind in ends and _name_follows(window, n)), default=None
        )
        names_after = cut is not None and any(c.kind == "name" for c in window[cut:])
        if cut is not None and names_after and any(c.kind == "name" for c in window[:cut]):
            window = window[:cut]
    entries = tuple(e for e in read_list(text, window) if e.name or e.posts or e.group) if window else ()
    stop = window[-1].end if window else chunks[at].end
    return entries, stop


def _circumstances(text: str, chunks: Sequence[Chunk], first: int) -> int:
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


def _opens(chunks: Sequence[Chunk], at: int) -> bool:
    return all(chunk.kind in ("adverb", "comma") for chunk in chunks[:at])


def _name_follows(window: Sequence[Chunk], at: int) -> bool:
    """Whether a person's name, perhaps behind a post, follows the separator at `at`."""
    following = [c.kind for c in window[at + 1 : at + 4] if c.kind not in ("det", "and")]
    return "name" in following[:2]


def _plain_noun(chunks: Sequence[Chunk], first: int) -> int:
    """'received by headmaster X', 'hosted by the shop owner X': step over up to two plain nouns that touch a name."""
    for stop in range(first + 1, min(len(chunks), first + 3)):
        if chunks[stop].kind == "name" and all(
            c.kind == "word" and c.text.isalpha() and c.text.islower() and c.text not in PREPOSITIONS
            for c in chunks[first:stop]
        ):
            return stop
    return first


def _walk_on(chunks: Sequence[Chunk], first: int) -> list[Chunk]:
    """The chunks of a list from `first` on, appositions that are no posts left out."""
    window: list[Chunk] = []
    number = first
    while number < len(chunks):
        chunk = chunks[number]
        if chunk.kind == "open":
            close = (n for n in range(number, min(len(chunks), number + 12)) if chunks[n].kind == "close")
            end = next(close, number)
            window += chunks[number : end + 1] if end > number else []
            number = end + 1
        elif chunk.kind in LIST_KINDS:
            window.append(chunk)
            number += 1
        elif chunk.kind == "colon" and window and window[-1].plural:
            number += 1  # 'the executive chairpersons of the presidium: A, B and C'
        elif chunk.kind == "word" and chunk.text.lower() in JOINING:
            number += 1
        else:
            resumed = _aside_end(chunks, number, window)
            if resumed is None:
                break
            number = resumed
    return window


def _aside_end(chunks: Sequence[Chunk], at: int, window: list[Chunk]) -> int | None:
    """The comma after the apposition around `at`, if a person follows it; what of it was taken is given back."""
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
