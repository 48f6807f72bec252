"""Where a gathering was held, as the report names it: the hall, the hotel, the council chambers; or that it was held by video.

A venue stands behind 'in', 'at' or 'on' in a sentence that names the gathering, before anything that is quoted or said there, and
ends in a noun of `rules/venues.csv`; or behind 'Venue:' at the head of minutes. Houses in which people also work (a museum, a centre)
count behind a verb of holding alone: 'a curator at the museum spoke' says nothing of where.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import chain

from corpus.needed import guarded
from extract.vocabulary import rows

BY_VIDEO = "by video"
LONGEST = 14
"""Words that a venue may have."""
PREPOSITION = re.compile(r"\b(?:at|in|inside|on)\s+", re.IGNORECASE)
WORD = re.compile(r"[^\W_][\w'’.&-]*")
CONTENT = guarded(r"[\"“”]|\b(?:that|saying)\b", re.IGNORECASE)
HOLDING = guarded(
    r"\b(?:held|holds?|holding|took place|takes place|met|meets|convened|gathered|assembled|opened|organi[sz]ed|launched|staged|celebrated)\b",
    re.IGNORECASE,
)
STOP = frozenset(
    [
        "at",
        "in",
        "on",
        "inside",
        "to",
        "with",
        "by",
        "under",
        "from",
        "as",
        "was",
        "were",
        "is",
        "are",
        "has",
        "had",
        "who",
        "which",
        "that",
        "where",
        "when",
        "while",
        "during",
        "after",
        "before",
        "this",
        "yesterday",
        "today",
        "tomorrow",
        "here",
        "there",
        "chaired",
        "presided",
        "attended",
        "hosted",
        "opened",
        "closed",
        "began",
        "started",
        "met",
        "held",
        "heard",
    ]
)
NUMBER = re.compile(r"no\.?|\d{1,4}[a-z]?|[ivx]{1,4}", re.IGNORECASE)
SMALL = frozenset({"of", "the", "and", "for"})
INDEFINITE = frozenset({"a", "an", "any", "every", "each", "some", "all", "both", "no", "front", "charge"})
DETERMINER = frozenset({"the", "its", "their", "his", "her", "our"})
LABELLED = guarded(
    r"(?:^|[ \t]{2,})(?:venue|location|place(?: of meeting)?|held at)[ \t]*:[ \t]*(\S[^\n]{0,120})",
    re.I | re.M,
)
HEAD_OF_PAGE = 1500
"""Characters in which minutes say where."""
HEAD_PARTS = 4
"""Paragraphs of it."""
HEAD_LINES = 8
MINUTED = guarded(r"\bminutes\b", re.IGNORECASE)
ALONE = re.compile(
    r"[ \t]*((?:(?:[A-Z][\w.'’&-]*|of|the|\d{1,4}(?:st|nd|rd|th)?) ){1,6}(?:Room|Hall|Building|Chambers?|Center|Centre|Auditorium|Boardroom|Courthouse))(?=[ \t]*(?:$|, | [-–—] ))"
)
VIDEO = guarded(
    r"\b(?:held|convened|conducted|opened|took place|organi[sz]ed|met)\b[^.;\n]{0,60}?\b(?:by|via|through|over|in the form of)\s+"
    r"(?:(?:a|an|the)\s+)?(?:video|tele-?conference|zoom|webex|online)\b",
    re.IGNORECASE,
)
VIDEO_NAME = re.compile(r"\b(?:video|tele(?:phone|-?conference)|online|webinar|virtual)\b", re.IGNORECASE)


FIRST_RANK = 1  # of a venue where nobody works


@dataclass(frozen=True, slots=True, kw_only=True)
class VenueHead:
    """The last word or words of a venue, or the first (`leads`: Palais Dubois); `alone`: they need no other; `rank` 2: people work there too, and a room goes before it."""

    words: tuple[str, ...]
    leads: bool
    alone: bool
    rank: int


def venue_of(text: str, sentences: Iterable[tuple[int, int]], name: str, *, only: bool) -> str:
    """The venue of a gathering called `name`, named in these sentences (spans of `text`); "" where none is told.

    `only`: the report has no other gathering, so that a label at its head speaks of this one.
    """
    spans = list(dict.fromkeys(sentences))
    found: tuple[int, str] | None = None
    for rank, venue in chain.from_iterable(venues_in(text[start:end]) for start, end in spans):
        if found is None or rank < found[0]:
            found = rank, venue
        if rank == FIRST_RANK:
            break
    if found is not None:
        return found[1]
    if only and (labelled := LABELLED.search(text, 0, HEAD_OF_PAGE)):
        return re.split(r"[ \t]{2,}|;", labelled[1])[0].strip(" .,")
    if only and (headed := _headed(text)):
        return headed
    if only and (lined := _lined(text)):
        return lined
    if VIDEO_NAME.search(name) or any(VIDEO.search(text, start, end) for start, end in spans):
        return BY_VIDEO
    return ""


@lru_cache(maxsize=4)
def _lined(text: str) -> str:
    """The house or the room that has a line to itself at the head of minutes: 'Council Chambers, 12 Elm Road', 'Moss Room - Town Hall'."""
    lines = text[:HEAD_OF_PAGE].split("\n")
    head = [line for line in lines if line.strip()][:HEAD_LINES]
    if not any(MINUTED.search(line) for line in head):
        return ""
    return next((found[1].strip() for line in head if (found := ALONE.match(line))), "")


@lru_cache(maxsize=4)
def _headed(text: str) -> str:
    """The first venue behind a verb of holding in the lines at the head of minutes ('held ... at the Old School')."""
    for line in re.split(r"\n\s*\n", text[:HEAD_OF_PAGE])[:HEAD_PARTS]:
        if verb := HOLDING.search(line):
            for _, venue in venues_in(line[verb.start() :]):
                return venue
    return ""


def venues_in(sentence: str) -> Iterator[tuple[int, str]]:
    """The venues of a sentence, with their ranks, in order."""
    said = CONTENT.search(sentence)
    told = sentence[: said.start()] if said else sentence
    verb = HOLDING.search(told)
    for preposition in PREPOSITION.finditer(told):
        venue = _venue_at(told, preposition.end())
        if venue is not None and (venue[0] == 1 or (verb and verb.start() < preposition.start())):
            yield venue


def _venue_at(told: str, start: int) -> tuple[int, str] | None:
    """The venue that begins here: words up to its head, and an 'of' behind it."""
    words = _run(told, start)
    folded = [told[a:b].lower() for a, b in words]
    if not words or folded[0] in INDEFINITE:
        return None
    first = 1 if folded[0] in DETERMINER else 0
    if len(words) > first + 1 and (folded[first],) in leading() and told[words[first][0]].isupper():
        return 1, " ".join(told[words[first][0] : words[-1][1]].split())
    for length in range(len(words), first, -1):
        head = _head(folded[:length])
        if (
            head is None
            or "of" in folded[: length - len(head.words)]
            or (not head.alone and length - first <= len(head.words) and not _of(folded, length))
        ):
            continue
        if NUMBER.fullmatch(" ".join(folded[length : length + 1])):
            length += 1  # 'conference room 301'
        end = len(words) if _of(folded, length) else length
        while folded[end - 1] in SMALL:
            end -= 1
        return head.rank, " ".join(told[words[first][0] : words[end - 1][1]].split())
    return None


def _run(told: str, start: int) -> list[tuple[int, int]]:
    """The words from here up to punctuation or a word that no name of a venue holds."""
    found: list[tuple[int, int]] = []
    at = start
    while len(found) < LONGEST:
        word = WORD.match(told, at)
        if word is None or (told[word.start() : word.end()].lower() in STOP):
            break
        end = word.end() - (word[0].endswith(".") and not re.fullmatch(r"(?:St|No|Dr|[A-Z])\.", word[0]))
        found.append((word.start(), end))
        if end < word.end() or not told[end : end + 1].isspace():
            break
        at = end + len(told[end:]) - len(told[end:].lstrip(" \t\n"))
    return found


def _of(folded: list[str], length: int) -> bool:
    return folded[length : length + 1] == ["of"] and len(folded) > length + 1


def _head(folded: list[str]) -> VenueHead | None:
    """The head in which these words end, the longest."""
    ending = _ending()
    return next(
        (ending[end] for size in range(_longest(), 0, -1) if (end := tuple(folded[-size:])) in ending), None
    )


@cache
def _ending() -> dict[tuple[str, ...], VenueHead]:
    """The heads with which a venue ends, by their words; of two rows the first."""
    return {head.words: head for head in reversed(heads()) if not head.leads}


@cache
def _longest() -> int:
    return max(map(len, _ending()))


@cache
def leading() -> frozenset[tuple[str, ...]]:
    """The heads with which a venue begins."""
    return frozenset(head.words for head in heads() if head.leads)


@cache
def heads() -> tuple[VenueHead, ...]:
    """The heads, long ones first."""
    found = [
        VenueHead(
            words=tuple(row["head"].split()),
            leads=row["where"] == "first",
            alone=row["alone"] == "yes",
            rank=int(row["rank"]),
        )
        for row in rows("venues.csv")
    ]
    return tuple(sorted(found, key=lambda head: (-len(head.words), head.words)))
