"""Names of an attendance list that the page shortens: 'Ann Low AL Finance Director', 'Carl Moss (CM) Chair'."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.post_phrase import PostPhrase
from extract.roll_brackets import BRACKETS
from extract.roll_names import name_at
from extract.roll_plain import plain_part
from extract.roll_posts import post_at
from extract.roll_record import Part, trimmed
from extract.roll_remarks import REMARK, status_told

SHORTENED = re.compile(
    r" (?:(?P<short>[A-Z]{2}[A-Za-z]{0,2}) (?=[A-Z])|[(\[](?P<held>[A-Z]{2}[A-Za-z]{0,2})[)\]] (?=[A-Za-z]))"
)
"""How the page shortens a name, between it and its post: 'Ann Low AL Finance Director', 'Carl Moss (CM) Chair'."""


def shortened_part(text: str, start: int, end: int) -> Part | None:
    """Read a name, its initials and its post: 'Ann Low AL Finance Director'."""
    for found in SHORTENED.finditer(text, start, end):
        named = plain_part(text, *trimmed(text, start, found.start()))
        if named is None or len(named.names) != 1 or named.names[0].style == "single":
            continue
        printed = re.findall(r"[A-Z]", named.names[0].name)
        short = found["short"] or found["held"]
        if short[0] != printed[0] or not set(re.findall(r"[A-Z]", short)) <= set(printed):
            continue
        rest = trimmed(text, found.end(), end)
        if BRACKETS.search(text, *rest) is not None and name_at(text, *_before_brackets(text, *rest)):
            return None  # 'A Low (AL) B Moss (BM)'
        remark = REMARK.search(text, *rest)
        brackets = BRACKETS.search(text, *rest)
        cuts = [cut.start() for cut in (remark, brackets) if cut is not None]
        posts = [] if named.plural else list(named.posts)
        at = rest[0]
        stop = min([rest[1], *cuts])
        for sign in [*re.finditer(r"\s+/\s+", text[at:stop]), None]:
            edge = stop if sign is None else rest[0] + sign.start()
            posts += _office(text, at, edge)
            at = edge if sign is None else rest[0] + sign.end()
        if named.plural:
            return replace(named, end=end)
        return replace(named, end=end, posts=posts, status=status_told(text[stop:end]))
    return None


def _before_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    found = BRACKETS.search(text, start, end)
    return trimmed(text, start, end if found is None else found.start())


def _office(text: str, start: int, end: int) -> list[PostPhrase]:
    """The posts that words name which can be nothing else, up to a dash: 'Director of Health – Elm Council'."""
    dash = re.search(r"\s+[–—-]\s+", text[start:end])
    post = post_at(text, start, end if dash is None else start + dash.start())
    return [] if post is None or post.plural else [post]
