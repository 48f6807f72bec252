"""Zones: what of a page is title, body, byline, caption, chrome or notice. They follow each other without a gap."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Zone, ZoneKind
from corpus.textrules import any_chrome, chrome_rules
from corpus.title import (
    HEADLINE_WORDS,
    SECTIONS,
    fold,
    is_subtitle,
    is_summary,
    looks_like_headline,
    minutes_title,
    site_suffix,
)

NOISE = re.compile(r"[\s,;:|/·.()\[\]（）【】{}*_\-–—•■□◎●]*")
ENDS = re.compile(r"[.!?。！？;:：]['’\"”)\]]*\s*$")
AGENCY_PICTURE = re.compile(r"\b(?:Xinhua|REUTERS|Reuters|AFP|AP|VCG|CFP)(?: Photo)?/|/(?:Xinhua|VNA|AFP)\b")
TELLS = re.compile(
    r"\b(?:attended|presided|chaired|participated|accompanied|delivered|was held|were present|took part)\b"
)
RULE_LINE = 1600
CAPTION_WORDS = 90
PARAGRAPH_WORDS = 18
FOOT_LINKS = frozenset({"read-more", "links"})
Span = tuple[int, int]
Segment = tuple[int, int, ZoneKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page divided: its zones, its headline ('' if none) and the outlet that the headline ends in ('' if none)."""

    zones: tuple[Zone, ...]
    headline: str
    outlet: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the text: its span, its words, what is left of them without the credits, and those credits' spans."""

    start: int
    end: int
    words: str
    rest: str
    cut: tuple[Span, ...]


def zones_of(text: str, *, cut: Sequence[Span], pictures: Sequence[Span] = (), title: str = "") -> Page:
    """Divide `text` into zones and find the headline.

    `cut` are the spans of credits, datelines and stamps, sorted and apart; `pictures` those that credit a picture;
    `title` is the headline that the metadata gives ('' if none).
    """
    lines = _lines(text, cut)
    kinds = _kinds(lines, pictures)
    if "caption" in kinds and not any(
        kind == "body" and _tells(line) for kind, line in zip(kinds, lines, strict=True)
    ):
        # a picture page: the caption is the report
        kinds = ["body" if kind == "caption" else kind for kind in kinds]
    segments, headline, outlet = _headlines(text, lines, kinds, title)
    return Page(zones=_partition(text, lines, kinds, segments), headline=headline, outlet=outlet)


def _lines(text: str, cut: Sequence[Span]) -> list[Line]:
    """The lines that are not blank."""
    out, at, number = [], 0, 0
    for words in text.split("\n"):
        start, end = at, at + len(words)
        at = end + 1
        if not words or words.isspace():
            continue
        while number < len(cut) and cut[number][1] <= start:
            number += 1
        own = []
        ahead = number
        while ahead < len(cut) and cut[ahead][0] < end:
            own.append((max(cut[ahead][0], start), min(cut[ahead][1], end)))
            ahead += 1
        pieces, mark = [], start
        for a, b in own:
            pieces.append(text[mark:a])
            mark = b
        pieces.append(text[mark:end])
        rest = " ".join(" ".join(pieces).split())
        out.append(Line(start=start, end=end, words=words.strip(), rest=rest, cut=tuple(own)))
    return out


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
        if not words or len(words) > RULE_LINE or not any_chrome().fullmatch(words):
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


def _is_caption(words: str) -> bool:
    """A line with a picture credit is a caption if it is short, and does not tell who attended what was held.

    The credit may hang on the last paragraph of a report. To read a caption does little harm, to lose a list does.
    """
    return len(words.split()) <= CAPTION_WORDS and (
        AGENCY_PICTURE.search(words) is not None or TELLS.search(words) is None
    )


def _headlines(
    text: str, lines: Sequence[Line], kinds: list[ZoneKind], title: str
) -> tuple[dict[int, list[Segment]], str, str]:
    """Mark the lines that are headlines (in `kinds`, or as segments of a line) and read the first of them."""
    given, outlet = _without_site(" ".join(title.split()))
    headline = given
    segments: dict[int, list[Segment]] = {}
    content = [number for number, kind in enumerate(kinds) if kind == "body"]
    first_paragraph = next((n for n in content if _is_paragraph(lines[n])), None)
    for place, number in enumerate(content[:8]):
        line = lines[number]
        following = lines[content[place + 1]].rest if place + 1 < len(content) else ""
        if SECTIONS.fullmatch(line.rest) and following:
            kinds[number] = "chrome"
            continue
        words, site = _without_site(line.rest)
        if headline and fold(words) == fold(headline):
            kinds[number] = "title" if given and "title" not in kinds else "chrome"
            outlet = outlet or site
            continue
        if first_paragraph is not None and number >= first_paragraph:
            found = _opening(text, line, following, bare=not headline)
            if found:
                segments[number] = found
                start, end, kind = found[0]
                if kind == "title" and not headline:
                    headline = " ".join(text[start:end].split())
            break
        if not following:
            break
        headless = not headline or (given and "title" not in kinds)
        if headless and looks_like_headline(words):
            kinds[number] = "title"
            headline = headline or words
            outlet = outlet or site
            cut = _site_start(text, line, words, site)
            if cut:
                segments[number] = [(line.start, cut, "title"), (cut, line.end, "chrome")]
        elif headline and first_paragraph is not None and is_subtitle(line.rest):
            kinds[number] = "title"
        else:
            break
    return segments, headline, outlet


def _opening(text: str, line: Line, following: str, *, bare: bool) -> list[Segment]:
    """A headline that is glued to the first paragraph, or that is a sentence which the next paragraph repeats."""
    if not bare:
        return []
    if is_summary(line.rest, following):
        return [(line.start, line.end, "title")]
    end = minutes_title(text, line.start, line.end)
    if end > line.start:
        return [(line.start, end, "title"), (end, line.end, "body")]
    if line.cut:
        start, stop = line.cut[0]
        left, right = text[line.start : start], text[line.cut[-1][1] : line.end].lstrip()
        if stop - start >= 8 and len(left.split()) >= 3 and looks_like_headline(left) and right[:1].isupper():
            return [(line.start, start, "title"), (start, line.end, "body")]
    return []


def _is_paragraph(line: Line) -> bool:
    words = len(line.rest.split())
    return words > 2 * HEADLINE_WORDS or (words >= PARAGRAPH_WORDS and bool(ENDS.search(line.rest)))


def _tells(line: Line) -> bool:
    """True for a line that tells something, and is no left-over of the page around it."""
    return len(line.rest.split()) >= 8 and bool(ENDS.search(line.rest))


def _without_site(words: str) -> tuple[str, str]:
    if len(words) > 600:
        return words, ""
    end, source = site_suffix(words)
    return words[:end].rstrip(), source


def _site_start(text: str, line: Line, words: str, site: str) -> int:
    """Where the site's name begins in the text of a headline's line; 0 if there is none."""
    tail = words[-12:]
    at = text.rfind(tail, line.start, line.end) if site and tail else -1
    return at + len(tail) if at >= 0 else 0


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
