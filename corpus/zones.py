"""Zones: what of a page is title, body, byline, caption, chrome or notice. They follow each other without a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.records import Zone, ZoneKind
from corpus.textrules import chrome_rules

NOTICE_START = re.compile(
    r"^\s*(?:special statement|disclaimer|copyright notice|legal notice|statement)\s*[:：]", re.IGNORECASE
)
SENTENCE_END = re.compile(r"[.!?。！？;:][”’\"')\]]*\s*$")
TITLE_WORDS = 45


def zones_of(text: str, *, cut: Sequence[tuple[int, int]], title: str) -> tuple[tuple[Zone, ...], str]:
    """Divide `text` into zones and find the headline.

    `cut` are the spans of credits and stamps, `title` the headline that the metadata gives ('' if none).
    """
    lines = _lines(text)
    kinds: list[ZoneKind] = []
    headline = " ".join(title.split())
    seen_title = False
    content = 0
    foot = False
    for number, (start, end) in enumerate(lines):
        line = text[start:end].strip()
        rest = _without(text, start, end, cut).strip(" \t,;|-–—:[]()")
        if not line:
            kinds.append(
                "chrome"
                if not kinds
                else kinds[-1]
                if kinds[-1] in ("chrome", "notice", "byline")
                else "body"
            )
            continue
        if not rest:
            kinds.append("byline")
            continue
        kind = _line_kind(line)
        if kind in ("chrome", "notice", "caption"):
            foot = foot or (kind == "notice" and content > 0)
            kinds.append(kind)
            continue
        if foot and len(line.split()) < 8:
            kinds.append("chrome")
            continue
        if _is_headline(rest, number, content, lines, text, headline):
            same = seen_title and _fold(rest) == _fold(headline)
            if not headline:
                headline = " ".join(rest.split())
            kinds.append("chrome" if same else "title")
            seen_title = True
            content += 0
            continue
        content += 1
        kinds.append("body")
    return _partition(text, lines, kinds, cut), headline


def _lines(text: str) -> list[tuple[int, int]]:
    out, at = [], 0
    for line in text.split("\n"):
        out.append((at, at + len(line)))
        at += len(line) + 1
    return out


def _without(text: str, start: int, end: int, cut: Sequence[tuple[int, int]]) -> str:
    out, at = [], start
    for a, b in cut:
        if b <= start or a >= end:
            continue
        out.append(text[at : max(at, a)])
        at = max(at, min(b, end))
    out.append(text[at:end])
    return " ".join(out)


def _line_kind(line: str) -> ZoneKind:
    if len(line) <= 1600:
        for _, kind, pattern in chrome_rules():
            if pattern.fullmatch(line):
                return kind  # type: ignore[return-value]
    return "body"


def _is_headline(
    rest: str, number: int, content: int, lines: Sequence[tuple[int, int]], text: str, headline: str
) -> bool:
    """A first line without a full stop, or a line that repeats the headline, before the body begins."""
    if headline and _fold(rest) == _fold(headline) and content <= 1:
        return True
    if content or len(rest.split()) > TITLE_WORDS:
        return False
    ends = SENTENCE_END.search(rest)
    if headline:
        return not ends and len(rest.split()) <= 25 and number <= 6 and _has_body_after(number, lines, text)
    return not ends and _has_body_after(number, lines, text)


def _has_body_after(number: int, lines: Sequence[tuple[int, int]], text: str) -> bool:
    return any(text[a:b].strip() for a, b in lines[number + 1 :])


def _fold(words: str) -> str:
    return re.sub(r"\W+", "", words.lower())


def _partition(
    text: str, lines: Sequence[tuple[int, int]], kinds: Sequence[ZoneKind], cut: Sequence[tuple[int, int]]
) -> tuple[Zone, ...]:
    marks: list[tuple[int, int, ZoneKind]] = []
    for (start, end), kind in zip(lines, kinds, strict=True):
        stop = min(len(text), end + 1)
        if start >= stop:
            continue
        at = start
        if kind in ("title", "body"):
            for a, b in cut:
                if b <= start or a >= end:
                    continue
                left, right = max(a, at), min(b, end)
                if left > at:
                    marks.append((at, left, kind))
                if right > left:
                    marks.append((left, right, "byline"))
                    at = right
        if at < stop:
            marks.append((at, stop, kind))
    zones: list[Zone] = []
    for start, end, kind in marks:
        if zones and zones[-1].kind == kind:
            zones[-1] = Zone(start=zones[-1].start, end=end, kind=kind)
        else:
            zones.append(Zone(start=start, end=end, kind=kind))
    return tuple(zones)
