"""Attendance lists that print the family name first: 'Low, Ann; Moss, Carl D.', one a line, or between semicolons."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.names_lexicon import honorifics
from extract.names_span import NameSpan
from extract.names_suffix import GENERATION
from extract.roll_name_words import is_given
from extract.roll_names import name_at
from extract.roll_posts import posts_at
from extract.roll_record import Part, trimmed
from extract.roll_remarks import status_told

WORD = r"[A-Z][\w’'-]+"
TURNED = re.compile(
    rf"(?P<family>(?:(?:de|la|van|von|der|den|di|St\.|Van|De|La|Mc|Mac) ){{0,2}}{WORD}(?: {WORD})?)(?P<more>,? (?:Jr|Sr|II|III|IV)\.?)?, ?"
    rf"(?:(?P<address>Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Rev|Hon)\.? )?(?P<given>(?:{WORD}|(?:[A-Z]\.? ?){{1,3}}|Wm\.|Chas\.|Thos\.)(?: (?:[A-Z]\.?|{WORD}))?)(?P<rest>$|(?: ?\(|,? | ?[–—-] ).*)"
)
FEWEST = 3  # people of a list that prints them so
AGREED = 0.6  # of whom have a first name that is known behind the comma
HEAD = 6000
SEGMENT = re.compile(r"[^;\n:]+")
PAIRS = 4  # people of a list without another sign than commas


def is_turned(text: str, segments: Sequence[tuple[int, int]]) -> bool:
    """Whether each of the segments is a family name, a comma and a first name, more of them known than of the words in front.

    Fewer than three are if all are so, on a page that prints others that way.
    """
    found = [TURNED.match(text, *span) for span in segments]
    if not found or not all(found):
        return False
    behind = sum(is_given(match["given"].split()[0]) for match in found if match)
    before = sum(is_given(match["family"].split()[0]) for match in found if match)
    if len(found) < FEWEST:
        return behind == len(found) and not before and _page_turns(text)
    return behind >= AGREED * len(found) and behind > 2 * before


@lru_cache(maxsize=4)
def _page_turns(text: str) -> bool:
    """Whether the head of the page has three segments, or more, that are surely so."""
    spans = [found.span() for found in SEGMENT.finditer(text, 0, HEAD)]
    sure = []
    for a, b in spans:
        match = TURNED.match(text, *trimmed(text, a, b))
        sure.append(
            match is not None
            and is_given(match["given"].split()[0])
            and not is_given(match["family"].split()[0])
        )
    return sum(sure) >= FEWEST


def turned_part(text: str, start: int, end: int) -> Part | None:
    """Read 'Low, Dr. Ann M. (Chair)': one person, the family name behind the first name."""
    match = TURNED.match(text, start, end)
    if match is None:
        return None
    rest = _inside(text, match.start("rest"), end)
    words = text[slice(*rest)]
    generation = next(
        (w.strip(" ,") for w in (match["more"] or "", words) if GENERATION.fullmatch(f" {w.strip(' ,')}")), ""
    )
    status = status_told(words)
    held = [] if status or generation == words or not words else posts_at(text, *rest)
    return Part(start, end, (_named(text, match, generation),), held, status=status)


def _inside(text: str, start: int, end: int) -> tuple[int, int]:
    """What stands behind the name, without brackets and signs."""
    while start < end and text[start] in " ,(–—-":
        start += 1
    while end > start and text[end - 1] in " ,)":
        end -= 1
    return start, end


def _named(text: str, match: re.Match[str], generation: str) -> NameSpan:
    form = honorifics().get(match["address"] or "")
    given, family = match["given"].strip(), match["family"]
    known = name_at(f"{given} {family}", 0, len(given) + 1 + len(family))
    own = known.name if known is not None else f"{given} {family}"
    return NameSpan(
        start=match.start(),
        end=match.end("given"),
        surface=text[match.start() : match.end("given")],
        name=f"{own} {generation}".strip(),
        family=family,
        given=given,
        style="honorific" if form else "foreign",
        rule="list",
        honorific=form.normal if form else "",
    )


def turned_segments(text: str, start: int, limit: int) -> list[tuple[int, int]]:
    """The segments of a list that opens at `start` and prints family names first; none where it does not.

    They stand between semicolons of the first line that says something, or are the lines up to an empty one; where commas alone
    divide a line, every second of them does.
    """
    first = start + len(text[start:limit]) - len(text[start:limit].lstrip())
    stop = text.find("\n", first, limit)
    stop = limit if stop < 0 else stop
    if ";" in text[first:stop]:
        spans = _between(text, first, stop, ";")
        return spans if is_turned(text, spans) else []
    if text.count(",", first, stop) >= 2 * PAIRS - 1:
        cells = _between(text, first, stop, ",")
        pairs = [(a[0], b[1]) for a, b in zip(cells[::2], cells[1::2], strict=False)]
        single = len(cells) % 2 == 0 and all(" " not in text[slice(*cell)] for cell in cells[::2])
        return pairs if single and is_turned(text, pairs) else []
    spans, at = [], first
    while at < limit:
        stop = text.find("\n", at, limit)
        stop = limit if stop < 0 else stop
        line = trimmed(text, at, stop)
        if TURNED.match(text, *line) is None:
            break
        spans.append(line)
        at = stop + 1
    return spans if is_turned(text, spans) else []


def _between(text: str, start: int, end: int, sign: str) -> list[tuple[int, int]]:
    out, at = [], start
    for piece in text[start:end].split(sign):
        span = trimmed(text, at, at + len(piece))
        if span[0] < span[1]:
            out.append(span)
        at += len(piece) + 1
    return out
