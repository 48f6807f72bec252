"""The ways to say a role, as the rules have them, and where a sentence says one.

The frames stand in `rules/role_frames.csv`, the words that open one in `rules/role_verbs.csv`, one way of saying it a row; the
rows of a frame are tried in their order. A row is tried where a word begins as its `pattern` can, and where a word follows that
it needs, so that most are never run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from corpus.lettertrie import lowered, words_pattern
from corpus.needed import needed, without_lookalikes
from corpus.openings import openings
from extract.vocabulary import rows

LETTERS = 10
"""How many letters of a word are looked at before a row is tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One row of `role_frames.csv`."""

    id: str
    role: str
    voice: str
    strength: str
    object: str
    other: str = ""


@dataclass(frozen=True, kw_only=True)
class Verb:
    """One row of `role_verbs.csv`; `frame_number` and `number` are the places of its frame and its own in the files."""

    frame: Frame
    frame_number: int
    number: int
    words: str

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The row's pattern: compiled when it is first tried, since a few reports try few of hundreds."""
        return re.compile(rf"(?:{self.words})(?![\w-])", re.IGNORECASE)

    @cached_property
    def needed(self) -> tuple[str, ...]:
        """Words of which one stands in whatever the pattern matches; none where the beginning says as much."""
        words = tuple(sorted(needed(self.words, re.IGNORECASE)))
        heads = openings(self.words, LETTERS)
        told = all(any(head.startswith(word[:LETTERS]) for word in words) for head in heads)
        return () if told else words


@lru_cache(maxsize=1)
def _verbs() -> dict[str, list[Verb]]:
    """Every way of saying a role, under each beginning (see `corpus.openings`) that it can have."""
    frames = {
        row["id"]: (number, Frame(**{name: row[name] for name in Frame.__slots__}))
        for number, row in enumerate(rows("role_frames.csv"))
    }
    beginning: dict[str, list[Verb]] = {}
    for number, row in enumerate(rows("role_verbs.csv")):
        frame_number, frame = frames[row["frame"]]
        verb = Verb(frame=frame, frame_number=frame_number, number=number, words=row["pattern"])
        for opening in openings(row["pattern"], LETTERS):
            beginning.setdefault(opening, []).append(verb)
    return beginning


def all_verbs() -> list[Verb]:
    """Every row, in the order of the file."""
    rows_by_number = {verb.number: verb for verbs in _verbs().values() for verb in verbs}
    return [rows_by_number[number] for number in sorted(rows_by_number)]


@lru_cache(maxsize=1)
def _beginnings() -> re.Pattern[str]:
    """The beginning of a word, in small letters, with which some row begins."""
    return re.compile(rf"(?<![\w-])(?={words_pattern(_verbs())})\w")


@lru_cache(maxsize=1 << 14)
def _verbs_at(letters: str) -> tuple[Verb, ...]:
    """The rows that can match where a word begins with these letters, in the order of the files."""
    beginning = _verbs()
    fitting = {verb.number: verb for size in range(LETTERS + 1) for verb in beginning.get(letters[:size], ())}
    return tuple(sorted(fitting.values(), key=lambda verb: (verb.frame_number, verb.number)))


def matches_of(sentence: str) -> list[tuple[Frame, list[re.Match[str]]]]:
    """Where each frame matches: at a word the first of its rows that does, and none inside a match."""
    found: dict[int, tuple[Frame, list[re.Match[str]]]] = {}
    low = lowered(sentence)
    folded = low if low.isascii() else without_lookalikes(low)
    reach: dict[int, int] = {}  # where the last of the words stands that a row needs
    for beginning in _beginnings().finditer(low):
        at = beginning.start()
        for verb in _verbs_at(low[at : at + LETTERS]):
            # 'the city' opens no 'the city's leaders attending were' where nobody attends behind it
            last = reach.get(verb.number)
            if last is None:
                last = -1 if verb.needed else len(low)
                for word in verb.needed:
                    if word in folded:
                        last = max(last, folded.rfind(word))
                reach[verb.number] = last
            if last < at:
                continue
            before = found.get(verb.frame_number)
            if before is not None and at < before[1][-1].end():
                continue
            match = verb.pattern.match(sentence, at)
            if match is not None:
                found.setdefault(verb.frame_number, (verb.frame, []))[1].append(match)
    return [found[number] for number in sorted(found)]
