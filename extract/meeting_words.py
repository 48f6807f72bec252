"""What the words of a meeting's name say: its number, what is numbered, and its topic."""

from __future__ import annotations

import re
from functools import lru_cache

from extract.local import LocalMeeting
from extract.meeting_host import body_in_name
from extract.ordinal_numbers import ordinal_number
from extract.vocabulary import rows

SMALL = frozenset(
    ["the", "of", "on", "and", "in", "for", "a", "an", "at", "to", "its", "with", "work", "working"]
)


@lru_cache(maxsize=1 << 14)
def words_of(text: str) -> tuple[str, ...]:
    """Split a name into its words in lower case, hyphens kept."""
    return tuple(re.findall(r"\w[\w'’-]*", text.lower()))


def number_of(meeting: LocalMeeting) -> int:
    """Return the ordinal as a number; a figure that is the day of the date, and not in the name, is no number of a meeting."""
    number = ordinal_number(meeting.ordinal)
    in_name = meeting.ordinal.lower() in words_of(meeting.name)
    if number and not in_name and meeting.date and meeting.date.endswith(f"-{number:02d}"):
        return 0
    return number


@lru_cache(maxsize=1 << 14)
def sort_of(name: str) -> str:
    """Return what is numbered: 'executive meeting', 'plenary session', 'collective study'; without number, topic and host."""
    words = words_of(re.split(r"\s+(?:of|on)\s+", name, maxsplit=1)[0])
    return " ".join(word for word in words if not ordinal_number(word) and word not in ("the", "enlarged"))


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    nouns = {word for row in rows("gatherings.csv") for word in (row["noun"], row["plural"])}
    return frozenset({part for noun in nouns for part in noun.split()}) | {
        row["word"] for row in rows("gathering_modifiers.csv")
    }


def topic_of(meeting: LocalMeeting) -> frozenset[str]:
    """List the words that say what a meeting is about: those of its name that name neither kind, host, number nor year."""
    host = {*words_of(meeting.host), *words_of(body_in_name(meeting.name))}
    return frozenset(
        word
        for word in words_of(meeting.name)
        if word not in host
        and word not in SMALL
        and word not in _generic()
        and not ordinal_number(word)
        and not word.isdigit()
    )
