"""Parts of an attendance list as its entries: a name with the posts beside it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.list_record import Entry
from extract.names_span import NameSpan
from extract.post_phrase import PostPhrase
from extract.roll_order import FEW
from extract.roll_record import Part

SEAT = re.compile(r"(?:District|Ward|Seat|Place|Position|Area|Zone|Precinct|Term)\b", re.IGNORECASE)
MANY_SINGLE = 0.3  # of the names of a list of surnames


def entries_of(text: str, parts: Sequence[Part]) -> tuple[Entry, ...]:
    """Make an entry of each name, with the posts of its own or of those around it."""
    printed = [name for part in parts for name in part.names]
    bare = len(printed)
    singles = sum(name.style == "single" for name in printed)
    odd = singles < MANY_SINGLE * bare
    out: list[Entry] = []
    carried: PostPhrase | None = None
    for part in parts:
        if not part.names:
            if out and part.posts:
                last = out[-1]
                out[-1] = replace(last, posts=(*last.posts, *_own(part.posts)), end=part.end)
            elif out and part.aside and out[-1].posts and not SEAT.match(part.words):
                out[-1] = _of_body(out[-1], part)
            continue
        if part.plural:
            carried = replace(part.posts[0], plural=False)
        elif part.posts or len(part.names) > 1:
            carried = None
        for number, name in enumerate(part.names):
            alone = name.style == "single" and not part.posts and carried is None
            if alone and (bare < FEW or (odd and number == 0 and _fills_line(text, part))):
                continue
            closing = number == len(part.names) - 1
            holds = number == 0 if part.prefix else closing
            posts = _own([carried] if carried is not None else part.posts if holds else [])
            out.append(
                Entry(
                    start=name.start,
                    end=_end(part, name, closing),
                    name=name,
                    posts=posts,
                    status=part.status,
                )
            )
    return tuple(out)


def _fills_line(text: str, part: Part) -> bool:
    """Whether nothing else stands on the part's line: one word there, among whole names, is a cell or a heading."""
    before = text[text.rfind("\n", 0, part.start) + 1 : part.start]
    behind = text[part.end :].split("\n", 1)[0]
    return not re.search(r"\w\w", before + " " + behind)


def _of_body(entry: Entry, part: Part) -> Entry:
    """'Ann Low, Deputy Director, Division of Statistics': what the post before is of."""
    *others, last = entry.posts
    body = f"{last.body}, {part.words}" if last.body else part.words
    return replace(entry, posts=(*others, replace(last, body=body)), end=part.end)


def _end(part: Part, name: NameSpan, closing: bool) -> int:
    return max(part.end, name.end) if closing else name.end


def _own(posts: Sequence[PostPhrase]) -> tuple[PostPhrase, ...]:
    return tuple(post for post in posts if not post.generic)
