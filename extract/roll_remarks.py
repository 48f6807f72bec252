"""What an attendance list prints besides names and posts: addresses, remarks on who came or stayed away, people whom it does not name."""

from __future__ import annotations

import re

ADDRESS = re.compile(r"[\s<(]*(?:[\w.+-]+@[\w-]+\.[\w.-]+|https?://\S+|\(?@\w+\)?)[>)]*\s*$")
"""An address of mail or of the net that closes a line: 'Ann Low ann@elm.org'."""
REMARK = re.compile(
    r"[\s,–—-]*\b(?:(?:presiding )?in the chair|left|arrived|arriving|joined|joining|late|departed|via|by (?:zoom|phone|telephone|teleconference|video|teams|proxy|invitation|videoconference)|"
    r"remote(?:ly)?|virtual(?:ly)?|online|on ?line|zoom|in person|until|from \d|part(?:ial)?(?: of)?(?: meeting)?|for (?:item|agenda|part)|excused at|item \d|present|absent|excused|"
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
    r"(?:(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|a|plus|about|approximately|several|other|many|and|some|various|the|of|library|town|city|school) )*(?:students?|faculty|employees|staff(?: members)?|members? of the (?:public|press|audience)"
    r"|residents|citizens|guests|visitors|others|public|press|audience|parishioners|homeowners|owners|electors|members?)(?:,? (?:and|other|members|of|the|public|press|parish|village|town|ward|community|club|society|staff|students|guests|faculty|others|residents))*",
    re.IGNORECASE,
)
"""People of a list whom it does not name."""
WAS_THERE = re.compile(r"(?:was|were)(?: also)? (?:in attendance|present)\.?")
SHORT_OFFICE = re.compile(r"(?:[A-Z]\.){2,5}[A-Z]?\.?")
"""An office by its letters: 'Mr. D. Moss, D.O.S.'."""
ALTERNATE = re.compile(r"\s*Alt\.? (?=[A-Z])")
EX_OFFICIO = re.compile(r"(?:ex[- ]officio|non-voting|voting|alternate|proxy)s?(?: member)?", re.IGNORECASE)


def status_told(remark: str) -> str:
    """Return what a remark says of the person: 'attended', 'absent', or nothing."""
    if ARRIVED.search(remark):
        return "attended"
    return "absent" if ABSENT.search(remark) else ""
