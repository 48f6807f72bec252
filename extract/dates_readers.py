"""What a match of each way of printing dates says: the days, their kinds, and what is no date after all."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator

from extract.dates_ordinal import is_day
from extract.dates_spelled import day_number, month_and_day, year_number
from extract.dates_style import month_first
from extract.dates_words import DateKind, DateMention, date_words, month_number, weekday_in

YOUNGEST = 30  # two digits of a year up to which it is of this century


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


def read_numeric(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
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


def read_spelled(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    year = match["y"] or (str(year_number(match["words"])) if match["words"] else None)
    value = _day(year, month_number(match["m"]), day_number(match["d"]))
    if value and (match["words"] or not match["d"][:1].isdigit()):
        yield _mention(match, value, "full" if year else "month-day")


def read_month_day(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
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


def read_numbers(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    day = _day(None, int(match["m"]), int(match["d"]))
    if day is not None:
        yield _mention(match, day, "month-day", start=match.start("m"), stop=match.end("d"))


def read_numbered(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    day = _day(None, *month_and_day(match))
    if day is not None:
        yield _mention(match, day, "month-day")


def read_month(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    number = month_number(match["m"] or match["m1"] or match["m2"])
    yield _mention(match, f"{match['y'] or 'XXXX'}-{number:02d}", "month")


def read_days(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
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


def read_weekday(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    before = text[max(0, match.start() - 12) : match.start()]
    if re.search(
        r"\b(?:every|each|first|second|third|fourth|last|Good|Black|Super|Ash|Palm|Holy)\s+$", before
    ):
        return
    yield _mention(match, "", "weekday")


def read_relative(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    before = text[max(0, match.start() - 8) : match.start()].lower()
    if re.search(r"\b(?:until|till|to|up to)\s+$", before) and match.group().lower() == "today":
        return
    yield _mention(match, "", "relative")


def read_vague(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    yield _mention(match, "", "vague")


def read_year(match: re.Match[str], text: str, end: int) -> Iterator[DateMention]:
    if match["y2"] and match["y2"] <= match["y"]:
        return
    yield _mention(match, f"{match['y']}/{match['y2']}" if match["y2"] else match["y"], "year")
