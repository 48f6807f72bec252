"""What the words around a day tell: that it is still to come, that it repeats 'yesterday', that the gathering goes on, its year."""

from __future__ import annotations

import re

from corpus.records import Document
from extract.dates_words import DateMention

AHEAD = 80  # letters before a day in which it is said to be to come
TO_COME = re.compile(
    r"\b(?:to be (?:held|convened|hosted)|scheduled (?:for|to)|will (?:be (?:held|convened|hosted)|take place|open))\b[^.;\n]*$"
)
OF_A_LIFE = re.compile(
    r"(?:\bwho (?:(?:was|were|had been) (?:\w+ )?(?:(?:re-?)?elected|appointed|born|named|chosen|sworn in|inaugurated|nominated|installed|promoted|released|arrested)"
    r"|(?:took|assumed|left) (?:up )?(?:office|the post)|died|resigned|retired|was hospitali[sz]ed)"
    r"|, (?:newly |re-?)?(?:elected|appointed|born|sworn in|inaugurated) (?:on|in|by|as|to))\b"
    r"(?![^,;.]{0,90}\b(?:meeting|session|sitting|congress|conference)\b)[^,;.]{0,90}$",
    re.IGNORECASE,
)
"""In front of the day of what befell somebody before: 'the premier, who was elected on October 18'."""
REPEATED = re.compile(r"\s?[(\[](?:the )?")
GOING_ON = re.compile(
    r"\b(?:is|are) (?:(?:currently|now|presently) )?(?:presiding over|chairing|being attended by)\b"
)
YEAR_BEHIND = re.compile(r"\b(?:of|in) ((?:19|20)\d\d)\b")
PURPOSE = re.compile(r"\b(?:to|that|which|and)\b|[,;.]")
DATED = re.compile(r"\d{4}-\d\d-\d\d")


def to_come(text: str, start: int, mention: DateMention) -> bool:
    """Whether a day is that of a gathering announced: 'preparations for the meeting to be held in Linhe on 6 August'."""
    return TO_COME.search(text, max(start, mention.start - AHEAD), mention.start) is not None


def of_a_life(text: str, start: int, mention: DateMention) -> bool:
    """Whether a day is that of an election, birth or death of which a relative clause tells besides."""
    return OF_A_LIFE.search(text, max(start, mention.start - AHEAD), mention.start) is not None


def without_repeated(text: str, mentions: list[DateMention]) -> list[DateMention]:
    """Leave out a 'yesterday' or 'on Monday' whose day stands in brackets right behind: 'yesterday (20 February)'."""
    told = {mention.start for mention in mentions if mention.kind in ("full", "month-day")}
    kept = []
    for mention in mentions:
        behind = REPEATED.match(text, mention.end) if mention.kind in ("relative", "weekday") else None
        if behind is None or behind.end() not in told:
            kept.append(mention)
    return kept


def going_on(document: Document, start: int, end: int) -> str:
    """The page's day where a sentence tells of a gathering that goes on: 'is presiding over the meeting'; '' else."""
    filed = document.published or ""
    words = document.text[start:end]
    if not DATED.fullmatch(filed) or GOING_ON.search(words) is None:
        return ""
    return filed


def year_behind(text: str, start: int, end: int) -> str | None:
    """'Its 2nd plenary (enlarged) meeting of 2023': the year right behind the gathering's name, which is `text[start:end]`."""
    match = YEAR_BEHIND.search(text, start, end + 40)
    if match is None or PURPOSE.search(text, end, max(end, match.start())):
        return None  # 'the meeting to sum up the results in 2023'
    return match[1]
