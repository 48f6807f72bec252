"""Find the dates of a text: full, month and day, ordinals of days, weekdays, 'yesterday'; never ordinals of sessions."""

from __future__ import annotations

import re
from bisect import bisect_left
from calendar import monthrange
from collections.abc import Callable, Iterator
from functools import lru_cache

from extract.dates_ordinal import is_day
from extract.dates_spelled import NUMBERED, SPELLED, day_number, month_and_day, year_number
from extract.dates_style import month_first
from extract.dates_words import (
    DASH,
    DAY,
    MONTH,
    MONTH_NAMES,
    NTH,
    PART,
    SHORT_WEEK,
    WEEK,
    YEAR,
    DateKind,
    DateMention,
    date_words,
    month_number,
    weekday_in,
)

NUMERIC = re.compile(
    rf"(?<![\w/.-])(?P<y>{YEAR})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?![\d-]|[/.]\d)"
    r"|(?<!\d)(?P<yc>\d{4})年(?P<mc>\d{1,2})月(?P<dc>\d{1,2})[日号]"
    rf"|(?<![\w/.-])(?P<a>\d{{1,2}})(?P<t>[-/.])(?P<b>\d{{1,2}})(?P=t)(?P<y2>{YEAR})(?![\w/-]|\.\d)"
    r"|(?<![\w/.-])(?P<a3>\d{1,2})/(?P<b3>\d{1,2})/(?P<y3>\d\d)(?![\w/-]|\.\d)"
)
MONTH_DAY = re.compile(
    rf"\b(?:{SHORT_WEEK},?\s+(?:the\s+)?)?(?P<m>{MONTH})(?:\s+(?:the\s+)?|[,.]\s*(?={DAY},\s*{YEAR}\b))(?P<d>{DAY})(?:{NTH}\b)?"
    rf"(?:(?P<dash>{DASH})(?:(?P<m2>{MONTH})\s+)?(?P<d2>{DAY})(?:{NTH}\b)?(?:\s+(?:of\s+)?(?P<m4>{MONTH}))?|\s*(?:and|&)\s*(?:the\s+)?(?:(?P<m3>{MONTH})\s+)?(?P<also>{DAY})(?:{NTH}\b)?(?!\s+(?:{MONTH})))?"
    rf"(?![\d:%]|\.\d|,(?!{YEAR}\b)\d{{3}})(?:(?:,\s*|\s+of\s+|\s+)(?P<y>{YEAR})(?![\d-])|,?\s+(?:of\s+)?(?:this|last)\s+year\b)?"
)
DAY_MONTH = re.compile(
    rf"\b(?:{SHORT_WEEK},?\s+)?(?<![\d,.:])(?P<d>{DAY})(?:{NTH}\b)?"
    rf"(?:\s+(?P<m0>{MONTH}))?(?:{DASH}(?P<d2>{DAY})(?:{NTH}\b)?|\s*(?:and|&)\s*(?:the\s+)?(?P<also>{DAY})(?:{NTH}\b)?)?"
    rf"(?:,\s+|\s+(?:day\s+)?(?:of\s+)?)(?P<m>{MONTH})(?!\w)(?:(?:,|\s+of)?\s+(?P<y>{YEAR})(?![\d-])|,?\s+(?:of\s+)?(?:this|last)\s+year\b)?"
)
NUMBERS = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?P<m>1[0-2]|[1-9]) (?P<d>3[01]|[12]\d|[1-9]),(?= (?:[A-Z]|the\b))"
)  # '8 17, Lin County held ...': month and day as some translators leave them, at the head of a paragraph
MONTH_ONLY = re.compile(
    rf"\b(?P<m>{MONTH}),?\s+(?:of\s+)?(?P<y>{YEAR})\b(?!-)"
    rf"|(?<=\bin\s)(?P<m1>{MONTH})(?!\s+\d)(?!\w)|\b(?:early|late|mid)[-\s](?P<m2>{MONTH})(?!\s+\d)(?!\w)"
)
DAYS = re.compile(
    rf"(?:\b[Tt]he\s+|(?<=\bon\s)|(?<=\bOn\s)|(?<=\bof\s)|(?<=\()|\b{WEEK}\s+(?:the\s+)?)(?P<d>{DAY})(?P<nth>{NTH})\b(?:(?P<join>{DASH}|\s*(?:and|&)\s*)(?:the\s+)?(?P<d2>{DAY}){NTH}\b)?"
    r"(?P<of>\s+(?:inst|ult)(?:\b\.|ant\b|imo\b)?|\s+of\s+(?:this|last)\s+month\b)?"
)
WEEKDAY = re.compile(
    rf"\b(?:(?P<dir>[Oo]n|[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast)\s+)?{WEEK}(?:(?:{DASH}|\s+and\s+)(?:on\s+)?{WEEK})?\b(?!s\b|\s+(?:School|Times|Market|Mosque|prayers?)|,?\s+(?:the\s+)?(?:{MONTH}|\d))"
)
RELATIVE = re.compile(
    rf"\b(?:yesterday(?:\s+{PART})?|today(?!['’]s\s+(?!meeting|conference|session|event|ceremony|symposium|forum|visit|inspection))"
    rf"|this\s+(?:morning|afternoon|evening)|tonight|last\s+(?:night|evening)|(?:on\s+)?(?:the\s+same|that(?:\s+very)?)\s+(?:day|morning|afternoon|evening|night)"
    rf"|the\s+day\s+before(?:\s+yesterday)?|the\s+(?:previous|following|next)\s+day|tomorrow)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:recently|not\s+long\s+ago|(?:a\s+)?few\s+days\s+ago|the\s+other\s+day|in\s+recent\s+(?:days|weeks)|these\s+days|a\s+few\s+days\s+earlier"
    r"|(?:earlier\s+)?(?:this|last)\s+(?:week|month|year)|a\s+(?:week|month)\s+ago)\b",
    re.IGNORECASE,
)
BEFORE_YEAR = "|".join(
    rf"(?<=\b{word}\s\d\d\d\d)"
    for word in ("in", "of", "since", "by", "until", "from", "year", "In", "Since", "By")
)
# what stands before is looked at behind the year, so that the search runs from figure to figure
YEARS = re.compile(rf"(?P<y>{YEAR})(?:{BEFORE_YEAR})(?:{DASH}(?P<y2>{YEAR}))?(?![\d-])(?!\s+[A-Z])")
DIGIT = re.compile(r"\d")
NAMED_MONTH = re.compile(rf"\b{MONTH}")
FIGURES_APART = re.compile(r"\d[-/.]\d|年")
NTH_DAY = re.compile(r"\d\s?(?:st|nd|rd|th)")
YOUNGEST = 30  # two digits of a year up to which it is of this century
_Reader = Callable[["re.Match[str]", str, int], Iterator[DateMention]]
_Cue = Callable[[str], object]


@lru_cache(maxsize=1 << 12)
def find_dates(text: str, start: int, end: int) -> tuple[DateMention, ...]:
    """Find the dates of `text[start:end]`, in the order of the text and without overlaps.

    Offsets are code points of `text`. 'the 18th National Congress', '19th collective study', '48 hours' or the 'May 4
    Movement' hold no date. A numeric date that can be read two ways (03/04/2018) names a day only where the page's other dates tell which.
    """
    words = text[start:end].lower()
    figures = DIGIT.search(words) is not None
    found: list[DateMention] = []
    month = _MONTH_STEMS(words) and NAMED_MONTH.search(text, start, end) is not None
    for grammar, reader, needs_figures, holds in _GRAMMARS:
        # most sentences hold no date: what every date of a grammar holds is looked for first
        if (needs_figures and not figures) or not (month if holds is None else holds(words)):
            continue
        starts = [mention.start for mention in found]
        fresh: list[DateMention] = []
        for match in grammar.finditer(text, start, end):
            before = bisect_left(starts, match.end())
            if not before or found[before - 1].end <= match.start():
                fresh += reader(match, text, end)
        if fresh:
            found = sorted((*found, *fresh), key=lambda mention: mention.start)
    return tuple(found)


def _mention(
    match: re.Match[str], edtf: str, kind: DateKind, *, start: int = -1, stop: int = -1
) -> DateMention:
    low, high = (match.start() if start < 0 else start), (match.end() if stop < 0 else stop)
    words = match.string[low:high]
    return DateMention(start=low, end=high, surface=words, edtf=edtf, kind=kind, weekday=weekday_in(words))


def _day(year: str | None, month: int, day: int) -> str | None:
    if not 1 <= month <= 12 or not 1 <= day <= monthrange(int(year) if year else 2000, month)[1]:
        return None
    return f"{year or 'XXXX'}-{month:02d}-{day:02d}"


def _numeric(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    if match["a3"] is not None:
        yield from _by_style(match, text, match["a3"], match["b3"], _century(match["y3"]))
        return
    if match["a"] is None:
        year, month, day = (
            (match["y"], match["m"], match["d"]) if match["y"] else (match["yc"], match["mc"], match["dc"])
        )
        value = _day(year, int(month), int(day)) if int(year) >= 1800 else None
        if value:
            yield _mention(match, value, "full")
        return
    yield from _by_style(match, text, match["a"], match["b"], match["y2"])


def _by_style(match: re.Match[str], text: str, a: str, b: str, year: str) -> Iterator[DateMention]:
    """'06/05/2013': by the only way to read it, else as the page writes its other dates."""
    orders = ((a, b), (b, a))  # month and day
    readings = {_day(year, int(month), int(day)) for month, day in orders} - {None}
    value = min(filter(None, readings)) if len(readings) == 1 else ""
    if len(readings) > 1 and (first := month_first(text)) is not None:
        month, day = orders[0] if first else orders[1]
        value = _day(year, int(month), int(day)) or ""
    if readings:
        yield _mention(match, value, "full")


def _century(year: str) -> str:
    """'08' is 2008, '97' is 1997: pages write so since they are typed on machines."""
    return f"{'20' if int(year) <= YOUNGEST else '19'}{year}"


def _spelled(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    year = match["y"] or (str(year_number(match["words"])) if match["words"] else None)
    value = _day(year, month_number(match["m"]), day_number(match["d"]))
    if value and (match["words"] or not match["d"][:1].isdigit()):
        yield _mention(match, value, "full" if year else "month-day")


def _month_day(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    if date_words().event.match(text, match.end(), end):
        return
    year, parts = match["y"], match.groupdict()
    if not year and text[match.end() - 1].isdigit() and date_words().count.match(text, match.end(), end):
        return
    month = month_number(parts.get("m0") or match["m"])
    kind: DateKind = "full" if year else "month-day"
    first = _day(year, month, int(match["d"]))
    if first is None:
        return
    if match["d2"]:
        last_month = parts.get("m2") or parts.get("m4") or (match["m"] if parts.get("m0") else None)
        last = _day(year, month_number(last_month) if last_month else month, int(match["d2"]))
        if last is None:
            return
        if last > first:
            yield _mention(match, f"{first}/{last}", kind)
        elif last_month and year:  # 'December 30 to January 2, 2020'
            yield _mention(match, f"{int(year) - 1}{first[4:]}/{last}", kind)
        return
    other = parts.get("m3")
    also = _day(year, month_number(other) if other else month, int(match["also"])) if match["also"] else None
    if match["also"] and also is None:
        return
    if also is None:
        yield _mention(match, first, kind)
    elif not other and int(match["also"]) == int(match["d"]) + 1:
        yield _mention(match, f"{first}/{also}", kind)
    else:
        yield _mention(match, first, kind, stop=match.end("d"))
        yield _mention(match, also, kind, start=match.start("m3" if other else "also"))


def _numbers(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    day = _day(None, int(match["m"]), int(match["d"]))
    if day is not None:
        yield _mention(match, day, "month-day", start=match.start("m"), stop=match.end("d"))


def _numbered(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    day = _day(None, *month_and_day(match))
    if day is not None:
        yield _mention(match, day, "month-day")


def _month(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    number = month_number(match["m"] or match["m1"] or match["m2"])
    yield _mention(match, f"{match['y'] or 'XXXX'}-{number:02d}", "month")


def _days(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    if not match["of"] and not is_day(text, match.start(), match.end("nth"), end):
        return
    first, second = int(match["d"]), int(match["d2"] or 0)
    if not second:
        yield _mention(match, f"XXXX-XX-{first:02d}", "day")
    elif second > first and (
        ("and" not in match["join"] and "&" not in match["join"]) or second == first + 1
    ):
        yield _mention(match, f"XXXX-XX-{first:02d}/XXXX-XX-{second:02d}", "day")
    elif second > first:
        yield _mention(match, f"XXXX-XX-{first:02d}", "day", stop=match.end("nth"))
        yield _mention(match, f"XXXX-XX-{second:02d}", "day", start=match.start("d2"))


def _weekday(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    before = text[max(0, match.start() - 12) : match.start()]
    if re.search(
        r"\b(?:every|each|first|second|third|fourth|last|Good|Black|Super|Ash|Palm|Holy)\s+$", before
    ):
        return
    yield _mention(match, "", "weekday")


def _relative(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    before = text[max(0, match.start() - 8) : match.start()].lower()
    if re.search(r"\b(?:until|till|to|up to)\s+$", before) and match.group().lower() == "today":
        return
    yield _mention(match, "", "relative")


def _vague(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    yield _mention(match, "", "vague")


def _year(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    if match["y2"] and match["y2"] <= match["y"]:
        return
    yield _mention(match, f"{match['y']}/{match['y2']}" if match["y2"] else match["y"], "year")


def _any_of(*stems: str) -> _Cue:
    """Whether one of the stems stands in words in small letters."""

    def holds(words: str) -> bool:
        for stem in stems:  # noqa: SIM110 (no generator: most of the time this loop is all that is done)
            if stem in words:
                return True
        return False

    return holds


_MONTH_STEMS = _any_of(*(name[:3] for name in MONTH_NAMES))
_GRAMMARS: tuple[tuple[re.Pattern[str], _Reader, bool, _Cue | None], ...] = (
    (NUMERIC, _numeric, True, FIGURES_APART.search),
    (SPELLED, _spelled, False, _any_of(" day of ")),
    (NUMBERED, _numbered, False, _any_of(" month ")),
    (MONTH_DAY, _month_day, True, None),
    (DAY_MONTH, _month_day, True, None),
    (NUMBERS, _numbers, True, _any_of(",")),
    (MONTH_ONLY, _month, False, None),
    (DAYS, _days, True, NTH_DAY.search),
    (WEEKDAY, _weekday, False, _any_of("day")),
    (RELATIVE, _relative, False, _any_of("day", "night", "morning", "afternoon", "evening", "tomorrow")),
    (VAGUE, _vague, False, _any_of("recent", "ago", "day", "week", "month", "year")),
    (YEARS, _year, True, _any_of("18", "19", "20")),
)
"""Each grammar with its reader, whether it needs figures, and what any of its dates holds (None: the name of a month)."""
