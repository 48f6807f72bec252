"""What is compared of a meeting: its day, host, number, kind, topic and people, as one report states them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from extract.identity_bodies import LOCAL_LEVELS
from extract.local import LocalMeeting, Reading
from extract.records import PRESENT
from extract.vocabulary import rows

DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NTH = re.compile(r"(\d+)(?:st|nd|rd|th)$")
UNITS = {
    word: number
    for number, word in enumerate(
        ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
         "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
         "eighteenth", "nineteenth"],
        start=1,
    )
}  # fmt: skip
TENS = {"twent": 20, "thirt": 30, "fort": 40, "fift": 50, "sixt": 60, "sevent": 70, "eight": 80, "ninet": 90}
CLASSES = {
    "meeting": "sitting",
    "conference": "sitting",
    "congress": "sitting",
    "visit": "visit",
    "inspection": "visit",
}
"""Kinds between which translations waver; every other kind is its own class."""
SMALL = frozenset(
    ["the", "of", "on", "and", "in", "for", "a", "an", "at", "to", "its", "with", "work", "working", "took"]
)


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingFacts:
    """`host` is the convening body's id ('' if none), `host_name` its name; `number` is the ordinal (0: none), `term`
    the numbers in the host's name ('the 14th Commission'); `host_known`: it is one body, not one of an unknown place;
    `sort`: what is numbered ('executive meeting'); `people` and `chairs` are folded names of those present, `homes` the
    places of their posts."""

    path: str
    key: str
    name: str
    kind: str
    date: str | None
    place: str
    host: str
    host_name: str
    host_place: str
    host_known: bool
    number: int
    term: tuple[int, ...]
    sort: str
    topic: frozenset[str]
    people: frozenset[str]
    chairs: frozenset[str]
    homes: Mapping[str, frozenset[str]]

    @property
    def day(self) -> str:
        """The one day of the meeting where the whole date is known, else ''."""
        return self.date if self.date and DAY.fullmatch(self.date) else ""


def meeting_facts(path: str, meeting: LocalMeeting, reading: Reading, host_id: str) -> MeetingFacts:
    """Gather what one report states of one of its meetings; `host_id` is the id of the convening body."""
    there = [s for s in reading.participations if s.meeting == meeting.key and s.role in PRESENT and s.person]
    return MeetingFacts(
        path=path,
        key=meeting.key,
        name=meeting.name,
        kind=CLASSES.get(meeting.kind, meeting.kind),
        date=meeting.date,
        place=meeting.place,
        host=host_id,
        host_name=meeting.host,
        host_place=meeting.host_place,
        host_known=bool(host_id) and (bool(meeting.host_place) or meeting.host_level not in LOCAL_LEVELS),
        number=_number(meeting),
        term=tuple(filter(None, map(ordinal_number, words_of(meeting.host)))),
        sort=_sort(meeting),
        topic=_topic(meeting),
        people=frozenset(s.person for s in there),
        chairs=frozenset(s.person for s in there if s.role == "chaired"),
        homes={p.key: frozenset(post.place for post in p.posts if post.place) for p in reading.people},
    )


def ordinal_number(word: str) -> int:
    """Read 'third', '19th' or 'twenty-first' as a number; 0 for any other word.

    >>> ordinal_number("forty-second")
    42
    """
    low = word.lower()
    if match := NTH.match(low):
        return int(match.group(1))
    if low in UNITS:
        return UNITS[low]
    tens, _, unit = low.partition("-")
    if unit in UNITS and UNITS[unit] < 10 and tens.endswith("y") and tens[:-1] in TENS:
        return TENS[tens[:-1]] + UNITS[unit]
    return TENS.get(low.removesuffix("ieth"), 0) if low.endswith("ieth") else 0


def words_of(text: str) -> list[str]:
    """The words of a name in lower case, hyphens kept."""
    return re.findall(r"\w[\w'’-]*", text.lower())


def _number(meeting: LocalMeeting) -> int:
    """The ordinal as a number; a figure that is the day of the date, and not in the name, is no number of a meeting."""
    number = ordinal_number(meeting.ordinal)
    in_name = meeting.ordinal.lower() in words_of(meeting.name)
    if number and not in_name and meeting.date and meeting.date.endswith(f"-{number:02d}"):
        return 0
    return number


def _sort(meeting: LocalMeeting) -> str:
    """What is numbered: 'executive meeting', 'plenary session', 'collective study'; without number, topic and host."""
    words = words_of(re.split(r"\s+(?:of|on)\s+", meeting.name, maxsplit=1)[0])
    return " ".join(word for word in words if not ordinal_number(word) and word not in ("the", "enlarged"))


@lru_cache(maxsize=1)
def _generic() -> frozenset[str]:
    nouns = {word for row in rows("gatherings.csv") for word in (row["noun"], row["plural"])}
    return frozenset({part for noun in nouns for part in noun.split()}) | {
        row["word"] for row in rows("gathering_modifiers.csv")
    }


def _topic(meeting: LocalMeeting) -> frozenset[str]:
    """The words that say what a meeting is about: those of its name that name neither kind, host, number nor year."""
    host = set(words_of(meeting.host))
    return frozenset(
        word
        for word in words_of(meeting.name)
        if word not in host
        and word not in SMALL
        and word not in _generic()
        and not ordinal_number(word)
        and not word.isdigit()
    )
