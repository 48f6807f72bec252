"""Who made the report, and when and where it was filed: credits, fields, datelines, each with the span that it takes.

A credit may stand on a line of its own, in brackets anywhere, or open or close a paragraph. What it takes is cut out of
the text that is read, so that the sentence around it begins and ends where its own words do.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from corpus.brackets import Credit, bracket_credits, read_credit
from corpus.dateline import glued_dateline, is_outlet, read_dateline
from corpus.fields import read_fields
from corpus.pagedate import is_minutes, stamps_in
from corpus.pressnames import press_names, read_names
from corpus.records import PressName

OPENING = re.compile(
    r"\s*(?:reported|report|written|story|compiled|translated|edited)\s+by\s+|\s*(?:by\s+)?(?=(?:our|this|chief|all|staff|special|senior)\b|reporters?\b|correspondents?\b|journalists?\b)",
    re.IGNORECASE,
)
LABEL = re.compile(
    r"(?:(?:our|this|newspaper|newspaper['’]s|chief|all[- ]media|staff|special|senior|media|local)\s+)*(?:reporters?|correspondents?|journalists?)\s*[:：]?\s*",
    re.IGNORECASE,
)
BY = re.compile(r"\s*(?:[■□◎●◆▲*]\s*)?(?:posted\s+)?by\s*[:：]?\s+(?=[A-Z])", re.IGNORECASE)
FUNCTION = re.compile(
    r",?\s*(?:(?:our|this|staff|chief|special|all[- ]media)\s+)+(?:reporters?|correspondents?|journalists?)(?:\s+(?:of|from|in)\s.{1,40})?\s*",
    re.IGNORECASE,
)
ENDS = re.compile(
    r"\s*(?:reports?|reported|reporting)?(?:\s+(?:from|in)\s+[A-Z][\w’'-]+(?:\s[A-Z][\w’'-]+)?)?\s*(?:[:：]|--|—|–)\s*",
    re.IGNORECASE,
)
PICTURE = re.compile(
    r"(?<=\s)(?:Photos?|Pictures?|Images?)(?:\s(?:by|courtesy of))?\s?(?:[:：/]\s?|\s)|\b(?:REUTERS|AFP|VCG|CFP)/"
)
LONGEST_LINE = 160


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Press names, the spans that are not read, what the dateline says, and the spans of picture credits."""

    press: tuple[PressName, ...]
    spans: tuple[tuple[int, int], ...]
    pictures: tuple[tuple[int, int], ...]
    town: str
    filed: str
    source: str


def read_byline(text: str) -> Byline:
    """Find the credits, the datelines and the source line of a report."""
    credits = list(bracket_credits(text))
    press = [name for credit in credits for name in credit.press]
    spans = [(credit.start, credit.end) for credit in credits]
    named = [credit.source for credit in credits if credit.source]
    pictures = [(credit.start, credit.end) for credit in credits if credit.pictures]
    minutes = is_minutes(text)
    town = filed = source = ""
    content = number = 0
    for start, end in _lines(text):
        own = []
        while number < len(credits) and credits[number].start < end:
            own.append((credits[number].start, credits[number].end))
            number += 1
        if not text[start:end].strip():
            continue
        dateline = read_dateline(text, start, end, credits=own, first=content < 3)
        if dateline is None and content < 3:
            dateline = glued_dateline(text, start, end)
        if dateline is not None:
            spans.append((dateline.start, dateline.end))
            if not (town or filed):
                town, filed = dateline.town, dateline.filed
            named.append(dateline.source)
            content += 1
            continue
        fields = read_fields(text, start, end, minutes=minutes)
        if fields is not None:
            spans.append((fields.start, fields.end))
            press += fields.press
            source = source or fields.source
            continue
        outlet = _stamped_outlet(text, start, end)
        if outlet:
            spans.append((start, end))
            named.append(outlet)
            continue
        credit = None if minutes else _line_credit(text, start, end) or _picture_tail(text, start, end)
        if credit is not None:
            spans.append((credit.start, credit.end))
            press += credit.press
            pictures += [(credit.start, credit.end)] if credit.pictures else []
            continue
        content += 1
    return Byline(
        press=tuple(dict.fromkeys(sorted(press, key=lambda name: (name.start, name.end)))),
        spans=tuple(merged(spans)),
        pictures=tuple(sorted(pictures)),
        town=town,
        filed=filed,
        source=source or next((outlet for outlet in named if outlet), ""),
    )


def _lines(text: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for line in text.split("\n"):
        out.append((at, at + len(line)))
        at += len(line) + 1
    return out


def _stamped_outlet(text: str, start: int, end: int) -> str:
    """The outlet of a line that holds it and a stamp alone ('Xinhua | March 7, 2024'); '' for other lines."""
    words = text[start:end]
    stamps = stamps_in(words) if len(words) <= 120 else []
    for a, b in reversed(stamps):
        words = f"{words[:a]} {words[b:]}"
    plain = words.strip(" \t()[]|/,:：-–—")
    return plain if stamps and is_outlet(plain) else ""


def _picture_tail(text: str, start: int, end: int) -> Credit | None:
    """A picture credit without brackets that ends a line ('... in the county hall Photo: A B')."""
    while end > start and text[end - 1] in " .":
        end -= 1
    match = PICTURE.search(text, max(start, end - 80), end)
    if match is None:
        return None
    names = read_names(text, match.end(), end)
    if not names.spans or names.stop != end:
        return None
    press = tuple(press_names(text, names, "photographer"))
    return Credit(start=match.start(), end=end, press=press, pictures=True)


def _line_credit(text: str, start: int, end: int) -> Credit | None:
    """A line that is a credit ('By A B', 'Reporters A B and C D'), or a paragraph that one opens."""
    if end - start <= LONGEST_LINE:
        whole = read_credit(text, start, end)
        if whole is not None and whole.press:
            return whole
        first = read_names(text, start, end)
        if first.spans and FUNCTION.fullmatch(text, first.stop, end):
            return Credit(start=start, end=end, press=tuple(press_names(text, first, "reporter")))
        by = BY.match(text, start, end)
        if by is not None:
            named = LABEL.match(text, by.end(), end)
            return _by(text, start, named.end() if named else by.end(), end)
    opening = OPENING.match(text, start, min(end, start + 80))
    if opening is None:
        return None
    label = LABEL.match(text, opening.end(), end)
    if label is None and opening.end() == start:
        return None
    names = read_names(text, label.end() if label else opening.end(), end)
    ends = ENDS.match(text, names.stop, min(end, names.stop + 60)) if names.spans else None
    if ends is None:
        return None
    return Credit(start=start, end=ends.end(), press=tuple(press_names(text, names, "reporter")))


def _by(text: str, start: int, at: int, end: int) -> Credit | None:
    """'By A B' with at most an outlet, a town or a stamp behind it; 'By Lin County News Service' names nobody."""
    names = read_names(text, at, end)
    rest = text[names.stop if names.spans else at : end].strip()
    words = rest.split()
    if names.spans and (not rest or (rest[0] in ",|/-–—(·" and len(words) <= 10 and rest[-1:] not in ".!?")):
        return Credit(start=start, end=end, press=tuple(press_names(text, names, "author")))
    if not names.spans and re.fullmatch(r"(?:[A-Z][\w’'&.-]*\s*|(?:of|the|and)\s+){1,6}", rest):
        return Credit(start=start, end=end, press=())
    return None


def merged(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Sort spans and join those that touch or overlap."""
    out: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if out and start <= out[-1][1]:
            out[-1] = (out[-1][0], max(end, out[-1][1]))
        else:
            out.append((start, end))
    return out
