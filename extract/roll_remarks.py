"""What an attendance list prints besides names and posts: addresses, remarks on who came or stayed away, people whom it does not name."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"[\s<(]*(?:[\w.+-]+@[\w-]+\.[\w.-]+|https?://\S+|\(?@\w+\)?)[>)]*\s*$")
"""An address of mail or of the net that closes a line: 'Ann Low ann@elm.org'."""
REMARK = re.compile(
    r"[\s,–—-]*\b(?:(?:presiding )?in the chair|left|arrived|arriving|joined|joining|late|departed|via|by (?:zoom|phone|telephone|teleconference|video|teams|proxy|invitation|videoconference)|"
    r"remote(?:ly)?|virtual(?:ly)?|online|on ?line|zoom|in person|until|from \d|part(?:ial)?(?: of)?(?: meeting)?|for (?:item|agenda|part)|representing|deputi[sz]ing for|substitut(?:e|ing) for|standing in for|on behalf of|in place of|as (?:a )?proxy|proxy for|excused at|item \d|present|here|absent|excused|"
    r"\d{1,2}[:.]\d\d)\b[^;]*$|[\s*†‡]+$",
    re.IGNORECASE,
)
ABSENT = re.compile(
    r"\b(?:absent|excused|apolog(?:y|ies)|regrets|not present|on leave|vacant|vacancy)\b", re.IGNORECASE
)
ARRIVED = re.compile(r"\b(?:arriv|join|late\b|part\b|partial|left\b|present)", re.IGNORECASE)
TWICE = re.compile(r"([A-Z][^\n]{4,60}?) \1")  # 'Ann Low Ann Low': a link and its text
APOLOGIES = re.compile(r"(?:with )?apolog(?:ies|y) (?:were )?(?:received )?from (?=[A-Z])", re.IGNORECASE)
EVERYBODY = re.compile(
    r"(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a|plus|about|approximately|several|other|many|and|some|various|interested|the|of|library|town|city|school) )*(?:students?|faculty|employees|staff(?: members)?|members? of the (?:public|press|audience)"
    r"|residents|citizens|guests|visitors|others|public|press|audience|parishioners|homeowners|owners|electors|members?)(?:,? (?:and|other|members|of|the|public|press|parish|village|town|ward|community|club|society|staff|students|guests|faculty|others|residents))*",
    re.IGNORECASE,
)
"""People of a list whom it does not name."""
WAS_THERE = re.compile(r"(?:was|were)(?: also)? (?:in attendance|present)\.?")
SHORT_OFFICE = re.compile(r"(?:[A-Z]\.){2,5}[A-Z]?\.?")
"""An office by its letters: 'Mr. D. Moss, D.O.S.'."""
ALTERNATE = re.compile(r"\s*Alt\.? (?=[A-Z])")
SEAT_NUMBER = re.compile(
    r"\s*(?:Div(?:ision|\.)?|Ward|District|Dist\.|Zone|Area|Seat|Place|Precinct|Position) (?:No\. ?)?\d{1,2}(?: ?[:,–-])? (?=[A-Z])"
)
"""The seat in front of a name: 'Div. 2 Ann Low', 'Ward 3: Carl Moss'."""
OTHER_COUNCIL = re.compile(
    r"\s*(?:County|District|Borough|City|Unitary|Ward|State) (?=(?:Cllr|Clr|Cr|Ald)s?\.? [A-Z])"
)
"""Of which other council a councillor is: 'County Cllr Low' among those of a parish."""
COUNT = re.compile(r" ?[-–] ?\d{1,2}\.?$")
"""How many they are: 'Low, Moss and Fell - 3'."""
MARKS = frozenset(["P", "A", "E", "X", "Y", "N", "AE", "EA", "UA", "EX", "Yes", "No", "Here", "✓", "✔", "x"])
STAYED_AWAY = frozenset(["A", "E", "N", "AE", "EA", "UA", "EX", "No"])
EX_OFFICIO = re.compile(r"(?:ex[- ]officio|non-voting|voting|alternate|proxy)s?(?: member)?", re.IGNORECASE)


def mark_of(text: str, start: int, end: int) -> tuple[str, int]:
    """The mark of a roll behind a gap, dots or a dash, and where the gap opens: 'Ann Low ..... P'; '' where none stands."""
    words = text[start:end].rstrip()
    mark = words[max(words.rfind(sign) for sign in " \t.") + 1 :]
    before = words[: len(words) - len(mark)]
    bare = before.rstrip(" \t.–—|:-")
    gap = before[len(bare) :]
    signed = gap[:1] == " " and gap.strip() != "" and "." not in gap
    wide = signed or any(sign in gap for sign in ("  ", "..", "\t"))
    return (mark, start + len(bare)) if bare and wide and mark in MARKS else ("", end)


def status_told(remark: str) -> str:
    """Return what a remark says of the person: 'attended', 'absent', or nothing."""
    if ARRIVED.search(remark):
        return "attended"
    return "absent" if ABSENT.search(remark) else ""
