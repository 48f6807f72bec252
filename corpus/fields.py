"""Labelled fields: 'Source: X Author: A B Editor: C D', on a line, at the end of one, or in brackets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from corpus.dateline import is_outlet, outlet_prefix
from corpus.pagedate import stamps_in
from corpus.pressnames import press_names, read_names
from corpus.records import PressName
from corpus.textrules import FieldRule, field_rules, name_stops

LONGEST_LINE = 1200
NOISE = re.compile(r"[\s\d:：|/,，.;；()\[\]（）【】■□◎●◆▲*·_–—-]+")
MARK = re.compile(r"[:：/／|]")
"""What a label stands before: a line without any of them holds no field."""
SOURCE_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """The fields of a stretch: the span that they take, the press names, the source ('' if none)."""

    start: int
    end: int
    press: tuple[PressName, ...]
    source: str


@cache
def labels() -> re.Pattern[str]:
    """Any label that stands before a colon, or before a slash or a bar with a name behind it ('Text / A B')."""
    parts = "|".join(
        f"(?P<r{n}>{rule.label})" for n, rule in enumerate(field_rules()) if rule.style != "open"
    )
    return re.compile(
        rf"(?<![\w’'-])(?:{parts})\s?(?P<mark>[:：]|[/／](?=\s?(?-i:[A-Z]))|\|(?=\s?(?-i:[A-Z])[^|\n]*(?:\n|\Z)))\s*",
        re.IGNORECASE,
    )


def rule_of(match: re.Match[str]) -> FieldRule:
    """Name the rule whose label was found."""
    rules = field_rules()
    name = next(key for key, value in match.groupdict().items() if value is not None and key != "mark")
    return rules[int(name[1:])]


def read_fields(text: str, start: int, end: int, *, minutes: bool = False) -> Fields | None:
    """Read the fields of `text[start:end]` (a line or the inside of brackets); None where there are none.

    In `minutes`, where 'Review: A B' heads an item, only reporters, editors and sources are fields. Fields may fill the stretch, open it (prose follows the last name), or close it (prose ends before them).
    """
    if end - start > LONGEST_LINE:
        start = max(start, end - 400)
    if MARK.search(text, start, end) is None:
        return None
    found = [match for match in labels().finditer(text, start, end) if _is_field(match, minutes)]
    while found and not _may_begin(text, start, found[0].start()):
        found.pop(0)
    if not found:
        return None
    press: list[PressName] = []
    source = ""
    stop = found[0].start()
    for number, match in enumerate(found):
        limit = found[number + 1].start() if number + 1 < len(found) else end
        read = _value(text, match, limit, last=number + 1 == len(found))
        if read is None:
            break
        names, outlet, stop = read
        press += names
        source = source or outlet
    if stop == found[0].start():
        return None
    begin = start if _noise(text[start : found[0].start()]) else found[0].start()
    if _noise(text[stop:end]):
        stop = end
    return Fields(start=begin, end=stop, press=tuple(press), source=source)


def _is_field(match: re.Match[str], minutes: bool) -> bool:
    rule = rule_of(match)
    if minutes and (rule.style != "any" if rule.kind == "press" else rule.kind != "source"):
        return False
    return match.group("mark") in ":：" or rule.kind == "press"


def _may_begin(text: str, start: int, at: int) -> bool:
    """Fields begin a line (stamps and bullets may stand before them), or follow a stamp or the end of a sentence."""
    head = text[start:at].rstrip()
    if _noise(head) or re.search(r"[.!?。！？\])）】”\"]$", head):
        return True
    stamps = stamps_in(head[-80:])
    return bool(stamps) and stamps[-1][1] == len(head[-80:])


def _noise(words: str) -> bool:
    for stamp_start, stamp_end in reversed(stamps_in(words)):
        words = words[:stamp_start] + words[stamp_end:]
    return not NOISE.sub("", words)


def _value(
    text: str, match: re.Match[str], limit: int, *, last: bool
) -> tuple[list[PressName], str, int] | None:
    """Read one value: its names, its outlet, and where it ends; None where it is no field but prose."""
    rule = rule_of(match)
    start = match.end()
    value = text[start:limit]
    words = len(value.split())
    if rule.kind == "press":
        names = read_names(text, start, limit, single=True)
        rest = text[names.stop : limit]
        left = len(NOISE.sub(" ", rest).split())
        if names.spans and (left == 0 or not last or left >= 3):
            whole = left == 0 or (not last and left <= 6)
            if not whole and not last and left > 6:
                return None
            return press_names(text, names, rule.function), "", limit if whole else names.stop
        if names.spans and len(names.spans[0]) and left <= 2:
            return press_names(text, names, rule.function), "", limit
        return ([], "", limit) if _names_nobody(value) else None
    if rule.kind == "date":
        stamps = stamps_in(value)
        if not stamps or value[: stamps[0][0]].strip(" ,"):
            return None
        rest = value[stamps[-1][1] :]
        return [], "", limit if _noise(rest) or not last else start + stamps[-1][1]
    if rule.kind == "source":
        stamps = stamps_in(value)
        if stamps:
            value = value[: stamps[0][0]]
        outlet = re.split(r"\s{2,}|[|\]】)\n]", value)[0].strip(" .,;-–—")
        if len(outlet.split()) > SOURCE_WORDS or _sentence(outlet):
            # the page was flattened: prose follows the outlet
            outlet, _ = outlet_prefix(outlet)
            return ([], outlet, start + len(outlet)) if outlet else None
        return [], outlet, limit
    return ([], "", limit) if words <= 12 and not _sentence(value) else None


def _names_nobody(value: str) -> bool:
    """True for what stands where a name could: an outlet, a body ('Publicity Department'), a number, 'Admin', or nothing."""
    plain = NOISE.sub(" ", value).strip()
    return is_outlet(plain) or all(word.capitalize() in name_stops() for word in plain.split())


def _sentence(words: str) -> bool:
    return bool(re.search(r"[a-z]{2}[.!?]\s+[A-Z]", words)) or len(words.split()) > 14
