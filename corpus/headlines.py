"""Which lines of a page are its headline: alone, with subtitles, twice, or glued to the first paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.pagelines import Line
from corpus.records import ZoneKind
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

ENDS = re.compile(r"[.!?。！？;:：]['’\"”)\]]*\s*$")
PARAGRAPH_WORDS = 18
FIRST_LINES = 8  # a headline that is not among the first lines of the page is none
Segment = tuple[int, int, ZoneKind]


def mark_headlines(
    text: str, lines: Sequence[Line], kinds: list[ZoneKind], title: str
) -> tuple[dict[int, list[Segment]], str, str]:
    """Mark the lines that are headlines, and read the first of them.

    `title` is the headline of the metadata ('' if none). Whole lines are marked in `kinds`; lines of two kinds come
    back as segments by line number, with the headline ('' if none) and the outlet whose name follows it.
    """
    given, outlet = _without_site(" ".join(title.split()))
    headline = given
    segments: dict[int, list[Segment]] = {}
    content = [number for number, kind in enumerate(kinds) if kind == "body"]
    first_paragraph = next((n for n in content if _is_paragraph(lines[n])), None)
    for place, number in enumerate(content[:FIRST_LINES]):
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
