"""The venues that a sentence names: the words behind 'in', 'at' or 'on' up to a noun of `rules/venues.csv`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from corpus.needed import guarded
from extract.venue_heads import head_of, leading

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
        head = head_of(folded[:length])
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
