"""The page's own date, as EDTF: from its stamp, its metadata, its dateline or its address; the year is never guessed."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass

MONTHS = {
    word: number
    for number, words in enumerate(
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
    for word in words.split()
}
MONTH = "|".join(sorted(MONTHS, key=len, reverse=True))
YEAR = r"(?:19|20)\d{2}"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\s+)?"
CLOCK = r"(?:\s{0,3}[T,]?\s{0,3}\d{1,2}\s?[:：]\s?\d{2}(?:\s?[:：]\s?\d{2})?(?:\s?[ap]\.?m\b\.?)?)?"
STAMP = re.compile(
    rf"""(?:(?<![\d/\w-])|(?<=[A-Za-z])(?={YEAR}-\d\d-\d\d\s\d\d:\d\d))(?:
      (?P<y>{YEAR})(?:[-/.](?P<m>\d{{1,2}})[-/.](?P<d>[0-3]?\d)|年\s?(?P<mc>\d{{1,2}})月\s?(?P<dc>\d{{1,2}})日)
        (?:(?!\d)|(?=\d{{2}}\s?:\s?\d{{2}}))
    | (?:\d{{1,2}}[:：]\d{{2}}\s*(?:[,|]|on\b)?\s*)?{WEEKDAY}
      (?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{MONTH})\.?\s?,?\s+(?P<y1>{YEAR})
       | (?P<m2>{MONTH})\.?\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?(?:,\s*|\s+)(?P<y2>{YEAR}))(?!\d)
    | \d{{1,2}}:\d{{2}}\s*\|\s*(?P<d3>\d{{1,2}})/(?P<m3>\d{{1,2}})/(?P<y3>{YEAR})(?!\d)
    ){CLOCK}""",
    re.VERBOSE | re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:date|(?:release|publication|publish(?:ed|ing)?|post(?:ed|ing)?|update[ds]?|last updated|issue)?\s?(?:time|date|on|at)?"
    r"|published|posted|updated|last updated)\s?[:：]?\s*",
    re.IGNORECASE,
)
DATED = re.compile(
    r"(?:release |publish(?:ed|ing)? |publication |post(?:ed|ing)? |update[ds]? )?date\s?[:：]\s*",
    re.IGNORECASE,
)
"""A label that stamps a page wherever it stands in a line: 'From: the media center Date:2019-11-29 Font: big'."""
MONTH_DAY = re.compile(
    rf"(?:(?P<m>{MONTH})\.?\s+(?P<d>\d{{1,2}})|(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?P<m1>{MONTH})\.?)(?!\d)(?:st|nd|rd|th)?(?:,?\s+(?P<y>{YEAR}))?",
    re.IGNORECASE,
)
IN_URL = re.compile(
    rf"/(?P<y>{YEAR})(?:[-/_](?P<m>\d{{1,2}})[-/_](?P<d>\d{{1,2}})|(?P<m1>\d{{2}})/?(?P<d1>\d{{2}})|[-/](?P<m2>\d{{2}})(?P<d2>\d{{2}}))(?!\d)"
)
MINUTES = re.compile(
    r"^[^\w\n]{0,8}(?:(?:draft |meeting )?minutes\b|(?:those |members |councillors )?present\b\W|in attendance\b|apologies\b)",
    re.IGNORECASE | re.MULTILINE,
)
CLOCK_OF_SITE = re.compile(r"\btoday(?: is|:)\s*$", re.IGNORECASE)  # what a site shows to whoever opens it
HEAD, FOOT = 1500, 600


@dataclass(frozen=True, slots=True, kw_only=True)
class PageDate:
    """The day in EDTF (None if the page has none) and the span of the stamp that says so (None if no stamp)."""

    day: str | None
    span: tuple[int, int] | None = None


def edtf_day(year: int | None, month: int, day: int) -> str | None:
    """Write a day as EDTF (`XXXX-02-10` without a year); None where there is no such day."""
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(year if year else 2000, month)[1]:
        return None
    return f"{year:04d}-{month:02d}-{day:02d}" if year else f"XXXX-{month:02d}-{day:02d}"


def stamps_in(words: str) -> list[tuple[int, int]]:
    """The spans of all full dates (with their clock times) in `words`."""
    return [(match.start(), match.end()) for match in STAMP.finditer(words) if _day(match)]


def page_date(text: str, *, metadata: str, url: str, filed: str) -> PageDate:
    """Find the page date: metadata, then a stamp with a year, then the address, then the dateline.

    `filed` is the month and day of the dateline ('' if none), which may lack the year.
    """
    given = _given(metadata)
    stamp = _stamp(text)
    if given:
        return PageDate(day=given, span=stamp.span)
    if stamp.day:
        return stamp
    found = IN_URL.search(url)
    if found:
        groups = [value for value in found.groups()[1:] if value is not None]
        day = edtf_day(int(found["y"]), int(groups[0]), int(groups[1]))
        if day:
            return PageDate(day=day)
    line = MONTH_DAY.search(filed)
    if line:
        month = MONTHS[(line["m"] or line["m1"]).lower()]
        return PageDate(
            day=edtf_day(int(line["y"]) if line["y"] else None, month, int(line["d"] or line["d1"]))
        )
    return PageDate(day=None)


def _day(match: re.Match[str]) -> str | None:
    if match["y"]:
        return edtf_day(int(match["y"]), int(match["m"] or match["mc"]), int(match["d"] or match["dc"]))
    if match["y3"]:
        return edtf_day(int(match["y3"]), int(match["m3"]), int(match["d3"]))
    month = MONTHS[(match["m1"] or match["m2"]).lower()]
    return edtf_day(int(match["y1"] or match["y2"]), month, int(match["d1"] or match["d2"]))


def _given(metadata: str) -> str | None:
    """A metadata date: a day, or a month or a year alone."""
    match = STAMP.search(metadata)
    if match and _day(match):
        return _day(match)
    short = re.fullmatch(rf"\s*({YEAR})(?:-?(\d{{2}})(?:-?(\d{{2}}))?)?\s*", metadata)
    if short is None:
        return None
    if short[3]:
        return edtf_day(int(short[1]), int(short[2]), int(short[3]))
    if short[2]:
        return f"{short[1]}-{short[2]}" if 1 <= int(short[2]) <= 12 else None
    return short[1]


def is_minutes(text: str) -> bool:
    """True for minutes: there a date at the head, written out, is the day of the meeting and not of the page."""
    return MINUTES.search(text[: 2 * HEAD]) is not None


def _stamp(text: str) -> PageDate:
    """The first date near the head or the foot that stands as a stamp, with its label."""
    minutes = is_minutes(text)
    for low, high in ((0, min(len(text), HEAD)), (max(HEAD, len(text) - FOOT), len(text))):
        for match in STAMP.finditer(text, low, high):
            day = _day(match)
            if day is None or (minutes and not match["y"]):
                continue
            start = _label_start(text, match.start())
            if CLOCK_OF_SITE.search(text, max(0, match.start() - 12), match.start()):
                continue
            labelled = start < match.start() and (
                ":" in text[match.start() : match.end()]
                or (not minutes and DATED.fullmatch(text, start, match.start()) is not None)
            )
            if _in_brackets(text, match.start(), match.end()):
                return PageDate(day=day, span=(match.start() - 1, match.end() + 1))
            if labelled or _stands_alone(
                text, start, match.end(), in_words=not match["y"] and not match["y3"]
            ):
                return PageDate(day=day, span=(start, match.end()))
    return PageDate(day=None)


def _in_brackets(text: str, start: int, end: int) -> bool:
    """'(May 13, 2021) On Wednesday ...': a date in brackets of its own at the head of a line."""
    return (
        start > 0
        and text[start - 1] in "([（【"
        and text[end : end + 1] in (")", "]", "）", "】")
        and text[max(0, start - 2) : start - 1] in ("", "\n")
    )


def _label_start(text: str, at: int) -> int:
    line = text.rfind("\n", 0, at) + 1
    head = text[max(line, at - 40) : at]
    for size in range(len(head), 0, -1):
        begin = len(head) - size
        if (
            (begin == 0 or not head[begin - 1].isalnum())
            and head[begin].isalpha()
            and LABEL.fullmatch(head[begin:])
            and head[begin:].strip().lower() not in ("on", "at")  # these open a sentence
        ):
            return at - size
    return at


def _stands_alone(text: str, start: int, end: int, *, in_words: bool) -> bool:
    """A stamp opens its line, closes it, or stands between fields; a date inside a sentence is no stamp."""
    ahead = text[text.rfind("\n", 0, start) + 1 : start].rstrip()
    before = ahead.strip(" |·[(【>,;/-–—")
    newline = text.find("\n", end)
    after = text[end : newline if newline >= 0 else len(text)].strip(" |·])】）,;/-–—")
    if in_words:
        opener = (
            not before
            or (len(before.split()) <= 4 and ahead[-1:] in "):|/")
            or bool(re.match(r"(?:posted |published )?by ", before, re.I))
        )
        return opener and (
            not after
            or bool(
                re.match(r"(?:source|by|author|reporter|editor|last updated|\d[\d,]* times)\b", after, re.I)
            )
        )
    if not before:
        return True
    if ":" in text[start:end] and len(before.split()) >= 3 and before[-1:].isalnum() and after[:1].isupper():
        return True  # between a headline and a body that were flattened to one line
    return (
        bool(re.search(r"[:：\]】)|]$", before))
        or not after
        or bool(
            re.match(
                r"\[?【?\s?(?:source|author|reporter|editor|from|font|views|hits|clicks|print|share)\b",
                after,
                re.I,
            )
        )
    )
