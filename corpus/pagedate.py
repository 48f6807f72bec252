"""The page's own date, as EDTF: from its stamp, its metadata, its dateline or its address; the year is never guessed."""

from __future__ import annotations

import re
from calendar import monthrange

MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        1,
    )
    for name in names.split()
}
CLOCK = r"(?:[ T]+\d{1,2}:\d{2}(?::\d{2})?)?"
ISO = r"(?P<y>(?:19|20)\d{2})[-/.](?P<m>\d{1,2})[-/.](?P<d>\d{1,2})"
STAMP = re.compile(
    rf"(?:^|(?<=\n)|(?<=[\[(: ]))(?:date|time|release time|published?(?: on)?|updated?|posted(?: on)?|release date|publication date)?\s*[:：]?\s*{ISO}(?!\d){CLOCK}",
    re.IGNORECASE,
)
WORDS = re.compile(
    r"^(?:date|published|posted|updated|time)?\s*[:：]?\s*(?:on\s+)?(?:(?P<d1>\d{1,2})(?:st|nd|rd|th)?\s+(?P<m1>[A-Z][a-z]{2,8})\.?,?\s+(?P<y1>(?:19|20)\d{2})|(?P<m2>[A-Z][a-z]{2,8})\.?\s+(?P<d2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<y2>(?:19|20)\d{2}))\s*$",
    re.MULTILINE | re.IGNORECASE,
)
MONTH_DAY = re.compile(r"(?P<m>[A-Za-z]{3,9})\.?\s+(?P<d>\d{1,2})(?:st|nd|rd|th)?(?:,\s*(?P<y>\d{4}))?$")
IN_URL = re.compile(r"/(?P<y>(?:19|20)\d{2})[-/]?(?P<m>\d{2})[-/]?(?P<d>\d{2})(?=\D|$)")
REACH = 1500


def edtf_day(year: int | None, month: int, day: int) -> str | None:
    """Write a day as EDTF (`XXXX-02-10` without a year); None where there is no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year if year else 2000, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def stamp_of(text: str) -> tuple[str | None, tuple[int, int] | None]:
    """Find the page stamp near the head or the foot: the EDTF day and the span of the stamp."""
    for low, high in ((0, min(len(text), REACH)), (max(0, len(text) - 600), len(text))):
        for match in STAMP.finditer(text, low, high):
            day = edtf_day(int(match["y"]), int(match["m"]), int(match["d"]))
            if day and _alone(text, match.start(), match.end()):
                return day, (match.start(), match.end())
        for match in WORDS.finditer(text, low, high):
            month = MONTHS.get((match["m1"] or match["m2"]).lower())
            if month:
                day = edtf_day(int(match["y1"] or match["y2"]), month, int(match["d1"] or match["d2"]))
                if day:
                    return day, (match.start(), match.end())
        if high == len(text):
            break
    return None, None


def _alone(text: str, start: int, end: int) -> bool:
    """A stamp opens its line (or follows only labels); a date inside a sentence is no stamp."""
    line = text[text.rfind("\n", 0, start) + 1 : start]
    return len(line.split()) <= 3 or bool(re.search(r"[:：\[|]\s*\S{0,20}\s*$", line))


def published_of(
    text: str, *, metadata: str, url: str, filed: str
) -> tuple[str | None, tuple[int, int] | None]:
    """The page date: metadata, then a stamp with a year, then a date in the address, then the dateline."""
    match = re.search(ISO, metadata)
    if match:
        day = edtf_day(int(match["y"]), int(match["m"]), int(match["d"]))
        if day:
            return day, None
    stamp, span = stamp_of(text)
    if stamp:
        return stamp, span
    found = IN_URL.search(url)
    if found:
        day = edtf_day(int(found["y"]), int(found["m"]), int(found["d"]))
        if day:
            return day, None
    line = MONTH_DAY.search(filed)
    if line and line["m"].lower() in MONTHS:
        return edtf_day(
            int(line["y"]) if line["y"] else None, MONTHS[line["m"].lower()], int(line["d"])
        ), None
    return None, None
