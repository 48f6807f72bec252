"""Zones: what of a page is title, body, byline, caption, chrome or notice. They follow each other without a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.headlines import ENDS, Segment, mark_headlines
from corpus.pagelines import Line, Span, read_lines
from corpus.records import Zone, ZoneKind
from corpus.textrules import LONG_LINE, any_chrome, chrome_rules

NOISE = re.compile(r"[\s,;:|/·.()\[\]（）【】{}*_\-–—•■□◎●]*")
AGENCY_PICTURE = re.compile(r"\b(?:Xinhua|REUTERS|Reuters|AFP|AP|VCG|CFP)(?: Photo)?/|/(?:Xinhua|VNA|AFP)\b")
TELLS = re.compile(
    r"\b(?:attended|presided|chaired|participated|accompanied|delivered|was held|were present|took part)\b"
)
RULE_LINE = 1600
CAPTION_WORDS = 90
FOOT_LINKS = frozenset({"read-more", "links"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page divided: its zones, its headline ('' if none) and the outlet that the headline ends in ('' if none)."""

    zones: tuple[Zone, ...]
    headline: str
    outlet: str


def zones_of(text: str, *, cut: Sequence[Span], pictures: Sequence[Span] = (), title: str = "") -> Page:
    """Divide `text` into zones and find the headline.

    `cut` are the spans of credits, datelines and stamps, sorted and apart; `pictures` those that credit a picture;
    `title` is the headline that the metadata gives ('' if none).
    """
    lines = read_lines(text, cut)
    kinds = _kinds(lines, pictures)
    if "caption" in kinds and not any(
        kind == "body" and _tells(line) for kind, line in zip(kinds, lines, strict=True)
    ):
        # a picture page: the caption is the report
        kinds = ["body" if kind == "caption" else kind for kind in kinds]
    segments, headline, outlet = mark_headlines(text, lines, kinds, title)
    return Page(zones=_partition(text, lines, kinds, segments), headline=headline, outlet=outlet)


def _kinds(lines: Sequence[Line], pictures: Sequence[Span]) -> list[ZoneKind]:
    """The kind of each line by itself and by its place on the page."""
    kinds: list[ZoneKind] = []
    credited = {end for _, end in pictures}
    foot = False
    content = 0
    for line in lines:
        kind, rule = _kind(line, credited)
        if kind == "body" and foot and not ENDS.search(line.rest) and len(line.rest.split()) <= 25:
            kind = "chrome"
        elif kind == "body":
            foot = False
            content += 1
        elif content and (kind == "notice" or rule in FOOT_LINKS):
            foot = True
        kinds.append(kind)
    return kinds


def _kind(line: Line, credited: set[int]) -> tuple[ZoneKind, str]:
    """The kind of a line by its words alone, and the rule of chrome.csv that says so ('' if none does)."""
    for words in dict.fromkeys((line.words, line.rest)):
        if not words or len(words) > RULE_LINE or not _may_be_chrome(words):
            continue
        for rule, kind, pattern in chrome_rules():
            if pattern.fullmatch(words) and (kind != "caption" or _is_caption(words)):
                return kind, rule
    if line.cut and len(line.rest) <= RULE_LINE and NOISE.fullmatch(line.rest):
        return "byline", ""
    if (
        line.cut
        and line.cut[-1][1] in credited
        and line.end - line.cut[-1][1] <= 2
        and _is_caption(line.words)
    ):
        return "caption", ""
    return "body", ""


def _may_be_chrome(words: str) -> bool:
    return any_chrome(long=len(words.strip()) > LONG_LINE).fullmatch(words) is not None


def _is_caption(words: str) -> bool:
    """A line with a picture credit is a caption if it is short, and does not tell who attended what was held.

    The credit may hang on the last paragraph of a report. To read a caption does little harm, to lose a list does.
    """
    return len(words.split()) <= CAPTION_WORDS and (
        AGENCY_PICTURE.search(words) is not None or TELLS.search(words) is None
    )


def _tells(line: Line) -> bool:
    """True for a line that tells something, and is no left-over of the page around it."""
    return len(line.rest.split()) >= 8 and bool(ENDS.search(line.rest))


def _partition(
    text: str,
    lines: Sequence[Line],
    kinds: Sequence[ZoneKind],
    segments: dict[int, list[Segment]],
) -> tuple[Zone, ...]:
    """Lay the kinds over the text: white space goes with what stands before it, a credit is cut out."""
    zones: list[Zone] = []
    last: ZoneKind = kinds[0] if kinds else "chrome"
    at = 0
    for number, (line, kind) in enumerate(zip(lines, kinds, strict=True)):
        _append(zones, at, line.start, last)
        for start, end, own in segments.get(number, [(line.start, line.end, kind)]):
            last = _cut_out(text, zones, start, end, own, line.cut)
        at = line.end
    _append(zones, at, len(text), last)
    return tuple(zones)


def _cut_out(
    text: str, zones: list[Zone], start: int, end: int, kind: ZoneKind, cut: Sequence[Span]
) -> ZoneKind:
    """Add `start:end` as `kind` with the credits in it as byline; return the kind of the last piece."""
    at, last = start, kind
    for a, b in cut if kind in ("title", "body") else ():
        left, right = max(a, at), min(b, end)
        if right <= left:
            continue
        last = _piece(text, zones, at, left, kind)
        while right < end and text[right] == " ":
            right += 1
        _append(zones, left, right, "byline")
        at, last = right, "byline"
    if at < end:
        last = _piece(text, zones, at, end, kind)
    return last


def _piece(text: str, zones: list[Zone], start: int, end: int, kind: ZoneKind) -> ZoneKind:
    own: ZoneKind = kind
    if kind in ("title", "body") and end - start <= 400 and NOISE.fullmatch(text, start, end):
        own = "byline"
    _append(zones, start, end, own)
    return own


def _append(zones: list[Zone], start: int, end: int, kind: ZoneKind) -> None:
    if start >= end:
        return
    if zones and zones[-1].kind == kind:
        zones[-1] = Zone(start=zones[-1].start, end=end, kind=kind)
    else:
        zones.append(Zone(start=start, end=end, kind=kind))
