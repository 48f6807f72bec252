"""The parts of an attendance list between its signs: a name, a post, a name with its post on either side, or none of these."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.names_firms import firms_of, in_firm
from extract.roll_brackets import Bracketed, read_brackets
from extract.roll_glued import run_before_posts, words_at
from extract.roll_names import name_at
from extract.roll_plain import plain_part
from extract.roll_posts import post_at
from extract.roll_record import Part, trimmed
from extract.roll_remarks import (
    ADDRESS,
    ALTERNATE,
    APOLOGIES,
    COUNT,
    EVERYBODY,
    EX_OFFICIO,
    OTHER_COUNCIL,
    REMARK,
    SEAT_NUMBER,
    SHORT_OFFICE,
    STAYED_AWAY,
    TWICE,
    WAS_THERE,
    mark_of,
    status_told,
)
from extract.roll_short import shortened_part


def part_at(text: str, start: int, end: int) -> Part | None:
    """Read `text[start:end]` as one part of a list; None where it is not understood."""
    if in_firm(text, start, end):
        return _of_firm(text, start, end)
    if apologies := APOLOGIES.match(text, start, end):
        part = plain_part(text, *trimmed(text, apologies.end(), end))
        return None if part is None or not part.names else replace(part, status="absent")
    if (
        EVERYBODY.fullmatch(text, start, end)
        or WAS_THERE.fullmatch(text, start, end)
        or SHORT_OFFICE.fullmatch(text, start, end)
    ):
        return Part(start, end, aside=True)
    if alternate := ALTERNATE.match(text, start, end):
        start = alternate.end()
    if seat := SEAT_NUMBER.match(text, start, end):
        start = seat.end()
    if other := OTHER_COUNCIL.match(text, start, end):
        start = other.end()
    if counted := COUNT.search(text, start, end):
        end = counted.start()
    if twice := TWICE.fullmatch(text, *trimmed(text, start, end)):
        end = twice.end(1)
    while address := ADDRESS.search(text, start, end):
        end = address.start()
    if (shortened := shortened_part(text, start, end)) is not None:
        return shortened
    told = read_brackets(text, start, end)
    if not isinstance(told, Bracketed):
        return told
    return (
        _with_brackets(text, start, end, told)
        if told.first >= 0
        else _unbracketed(text, start, end, end, told)
    )


def _of_firm(text: str, start: int, end: int) -> Part | None:
    """A firm is nobody: 'Moss & Partners, Auditors'; 'Ann Low, Moss & Partners' and 'Ann Low (Moss Ltd)' are Ann Low."""
    first = next(a for a, b in firms_of(text) if a < end and start < b)
    if first <= start:
        return Part(start, end, aside=True)
    name = name_at(text, *trimmed(text, start, _before_firm(text, start, first)))
    return None if name is None or name.style == "single" else Part(start, end, (name,))


def _before_firm(text: str, start: int, first: int) -> int:
    """Where the words end before a firm and the sign or the small word that brings it in: 'Ann Low of '."""
    words = text[start:first].rstrip(" (–—-:/|")
    for small in (" of", " from", " for", " with"):
        words = words.removesuffix(small)
    return start + len(words.rstrip(" (–—-:/|,"))


def _with_brackets(text: str, start: int, end: int, told: Bracketed) -> Part | None:
    """'Ann Low (Chair) left at 8:10': what stands before brackets, if what stands behind them is understood."""
    if text[told.last : end].strip() == text[start : told.first].strip():
        end = told.last  # 'Ann Low (Chair) Ann Low'
    if text[told.last : end].strip(" .*†‡"):
        behind = REMARK.match(text, told.last, end)
        if behind is None or behind.end() < end:
            part = _divided(text, start, told.first, told.last, end)
            if part is not None:
                return _finished(part, told, end)
            run = run_before_posts(text, words_at(text, start, end))
            return Part(start, end, run) if run else None
        told.status = told.status or status_told(behind.group())
    return _unbracketed(text, start, told.first, end, told)


def _unbracketed(text: str, start: int, stop: int, end: int, told: Bracketed) -> Part | None:
    """'Ann Low, Clerk, via Zoom': the words up to `stop`, without the remark that closes them."""
    mark, cut = mark_of(text, start, stop)
    if mark:
        told.status, stop = "absent" if mark in STAYED_AWAY else "attended" if mark == "P" else "", cut
    remark = REMARK.search(text, start, stop)
    if remark is not None and remark.start() > start:
        told.status = told.status or status_told(remark.group())
        stop = remark.start()
    if EX_OFFICIO.fullmatch(text, start, stop):
        return Part(start, end, aside=True)
    part = plain_part(text, *trimmed(text, start, stop))
    return None if part is None else _finished(part, told, end)


def _finished(part: Part, told: Bracketed, end: int) -> Part:
    part.end, part.status = end, told.status
    part.posts = [*part.posts, *told.posts]
    return part


def _divided(text: str, start: int, stop: int, last: int, end: int) -> Part | None:
    """'Ann Low (Acme) / Chair': a name, its affiliation in brackets, and more of it behind a sign."""
    name = name_at(text, *trimmed(text, start, stop))
    sign = re.match(r"\s*[/–—:,-]\s*", text[last:end])
    if name is None or sign is None:
        return None
    post = post_at(text, *trimmed(text, last + sign.end(), end))
    return Part(start, end, (name,), [post] if post and not post.plural else [])
