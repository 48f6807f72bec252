"""Datelines: the outlet, the town and the day that open a report's first paragraph, and where they end.

'BEIJING, February 10 (Xinhua) -- ', 'Lin County Daily, July 25th (Reporter A B) ', 'News from our newspaper on the
15th (Reporter A B) ', 'Kathmandu, Sept 4: '. Every word before the end must be known as outlet, town, day or stock
phrase; one other word, and it is prose and stays in the text that is read.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.pagedate import MONTH, YEAR
from corpus.textrules import lead_pattern, name_stops, not_towns, outlet_patterns

LONGEST = 160
DATE = re.compile(
    rf"(?<!\w)(?:on\s+)?(?:the\s+)?(?:(?:{MONTH})\.?\s+\d{{1,2}}\s?(?:st|nd|rd|th)?(?!\d)|\d{{1,2}}\s?(?:st|nd|rd|th)?\s+(?:{MONTH})\.?(?!\w))(?:,?\s+{YEAR})?",
    re.IGNORECASE,
)
DAY = re.compile(r"(?<!\w)(?:on\s+)?(?:the\s+)?\d{1,2}\s?(?:st|nd|rd|th)(?!\w)", re.IGNORECASE)
TOWN = re.compile(
    r"[^\W\d_][^\W\d_’'.\-]*(?:[’'\-][^\W\d_]+)*(?:\s[^\W\d_][^\W\d_]*(?:[’'\-][^\W\d_]+)*){0,3}"
)
BRACKET = re.compile(r"[(\[（【]([^()\[\]（）【】\n]{2,60})[)\]）】]|/([A-Z][A-Za-z ]{2,30})/")
MARK = re.compile(r"\s*(?:--+|—+|–|:|：|\s-\s)\s*")
STOP = re.compile(r"\.\s+(?=[A-Z“\"])")
"""'Xinhua News Agency, Beijing, February 25th. The session closed': as translations print it."""
DASH = re.compile(r"\s+(?:--+|—|–)\s+(?=[A-Z“\"])")


WHOLE = re.compile(
    rf"[^\d,]{{2,40}},\s(?:(?:{MONTH})\.?\s\d{{1,2}}|\d{{1,2}}\s(?:{MONTH}))(?:,?\s{YEAR})?", re.IGNORECASE
)
GLUED = re.compile(
    rf"(?<=\s)(?P<town>(?-i:[A-Z][A-Z’'\-]{{1,24}}(?: [A-Z][A-Z’'\-]{{1,24}}){{0,2}})),\s(?P<date>(?:{MONTH})\.?\s\d{{1,2}}(?:,\s{YEAR})?)"
    r"\s\((?P<source>[^()\n]{2,30})\)\s*(?:--+|—|–|-|:)\s*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dateline:
    """The span of a dateline and what it says ('' where it says nothing)."""

    start: int
    end: int
    town: str = ""
    filed: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lead:
    """What the words of a dateline say; `stock` is true if a stock phrase or an outlet is among them."""

    town: str
    filed: str
    source: str
    stock: bool


def read_dateline(
    text: str, start: int, end: int, *, credits: Sequence[tuple[int, int]], first: bool
) -> Dateline | None:
    """Read the dateline that opens `text[start:end]` (a line); None where it opens otherwise.

    `credits` are the bracketed press credits of the line; `first` says that it may open the report.
    """
    while start < end and text[start] in " \t":
        start += 1
    limit = min(end, start + LONGEST)
    for opened, closed in credits:
        if start <= opened <= limit:
            lead = read_lead(text[start:opened])
            if lead is not None and (lead.stock or lead.filed):
                return _dateline(start, _after(text, closed, end), lead)
    for match in BRACKET.finditer(text, start, limit):
        outlet = (match.group(1) or match.group(2) or "").strip()
        mark = MARK.match(text, match.end(), min(end, match.end() + 8))
        if mark is None or (not is_outlet(outlet) and not TOWN.fullmatch(outlet)):
            continue
        lead = read_lead(text[start : match.start()])
        if lead is None:
            continue
        known = is_outlet(outlet) and (lead.town or lead.filed or match.start() == start)
        if known or (lead.town and lead.filed):
            return _dateline(start, mark.end(), lead, source=outlet)
        if lead.source and not lead.town:
            return _dateline(start, mark.end(), lead, town=outlet)
    return _marked(text, start, end, first=first)


def glued_dateline(text: str, start: int, end: int) -> Dateline | None:
    """Find a dateline behind a headline on one line ('Leaders meet BEIJING, Jan. 24 (Xinhua) -- ')."""
    match = GLUED.search(text, start, min(end, start + 400))
    if match is None:
        return None
    return Dateline(
        start=match.start(),
        end=match.end(),
        town=_town(match["town"]),
        filed=match["date"],
        source=match["source"],
    )


def _marked(text: str, start: int, end: int, *, first: bool) -> Dateline | None:
    """Datelines that end in a dash, a colon or, of an outlet with a day, a full stop, or fill their line."""
    limit = min(end, start + 90)
    for stop in STOP.finditer(text, start, limit) if first else ():
        lead = read_lead(text[start : stop.start()])
        if lead is not None and lead.source and lead.filed:
            return _dateline(start, stop.end(), lead)
    for mark in re.finditer(r"\s*(?:--+|—+|–|:|：)\s*|\s-\s", text[start:limit]):
        words = text[start : start + mark.start()]
        if words.count("(") > words.count(")"):
            return None  # 'On May 9, A B (Ethnicity: Tibetan) ...': the mark stands inside brackets
        lead = read_lead(words)
        if lead is None:
            return None
        if (lead.filed and (lead.town or lead.stock)) or (lead.stock and lead.source):
            return _dateline(start, start + mark.end(), lead)
        dash = DASH.match(text, start + mark.start(), end)
        if first and dash and lead.town and end - dash.end() > 60 and _may_be_town(words):
            return _dateline(start, dash.end(), lead)
        return None
    whole = text[start:end].strip()
    lead = read_lead(whole) if first and len(whole) <= 60 and WHOLE.fullmatch(whole) else None
    if lead is not None and lead.filed and (lead.town or lead.source):
        return _dateline(start, end, lead)
    return None


def _dateline(start: int, end: int, lead: Lead, *, source: str = "", town: str = "") -> Dateline:
    return Dateline(
        start=start, end=end, town=lead.town or town, filed=lead.filed, source=source or lead.source
    )


def _after(text: str, at: int, end: int) -> int:
    """Take the mark that follows a dateline with it."""
    while at < end and text[at] in " \t":
        at += 1
    match = re.compile(r"(?:--+|—+|–|[:：,，])\s*").match(text, at, end)
    return match.end() if match else at


def is_outlet(words: str) -> bool:
    """True if the words name a paper, a station, an agency or a site."""
    agency, noun = outlet_patterns()
    plain = words.strip()
    if len(plain.split()) > 7 or not plain:
        return False
    if agency.fullmatch(plain):
        return True
    named = [word for word in plain.split() if word[:1].isupper() or not word[:1].isalpha()]
    return bool(agency.search(plain) or noun.search(plain)) and len(named) * 2 >= len(plain.split())


def read_lead(words: str) -> Lead | None:
    """Read the words before the end of a dateline; None if one of them is neither outlet, town, day nor stock phrase."""
    plain = words.strip()
    for bracket in ("()", "[]", "（）", "【】"):
        plain = plain.replace(bracket[0], " , ").replace(bracket[1], " , ")
    filed = town = source = ""
    stock = False
    date = DATE.search(plain)
    if date:
        filed = re.sub(r"^(?:on\s+)?(?:the\s+)?", "", date.group(), flags=re.IGNORECASE)
        plain = f"{plain[: date.start()]} , {plain[date.end() :]}"
    day = DAY.search(plain)
    if day:
        plain = f"{plain[: day.start()]} , {plain[day.end() :]}"
    for piece in re.split(r"\s*[,，]\s*", plain):
        rest = piece.strip(" .'’")
        opening = lead_pattern().match(rest)
        if opening:
            stock = True
            rest = rest[opening.end() :].strip(" ,.'’")
        if not rest:
            continue
        outlet, left = outlet_prefix(rest)
        if outlet:
            stock, source = True, source or outlet
            rest = lead_pattern().sub("", left).strip()
        if not rest:
            continue
        if rest.lower() in ("on", "in", "at", "news", "report", "reports"):
            continue
        if not _town_like(rest):
            return None
        if not town:
            town = rest
    return Lead(town=_town(town), filed=filed, source=source, stock=stock)


def outlet_prefix(words: str) -> tuple[str, str]:
    """The longest opening of `words` that names an outlet, and what follows it."""
    agency, noun = outlet_patterns()
    best = 0
    for pattern in (agency, noun):
        for match in pattern.finditer(words):
            head = words[: match.end()]
            if all(w[:1].isupper() or w in ("of", "the", "'s", "and", "newspaper") for w in head.split()):
                best = max(best, match.end())
    return words[:best].strip(), words[best:].strip()


def _town_like(words: str) -> bool:
    named = all(word[:1].isupper() for word in words.split())
    return named and len(words) <= 40 and bool(TOWN.fullmatch(words)) and _may_be_town(words)


def _may_be_town(words: str) -> bool:
    plain = [word.strip(".,") for word in words.split()]
    return not any(word.casefold() in not_towns() or word.capitalize() in name_stops() for word in plain)


def _town(words: str) -> str:
    if not words.isupper():
        return words
    return re.sub(r"[^\W\d_]+(?:['’][^\W\d_]+)*", lambda match: match.group().capitalize(), words)
