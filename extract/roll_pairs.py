"""Posts and names of an attendance list in turn, without a sign between them: 'Mayor Ann Low Councilmember Carl Moss City Clerk Ida Fell'."""

from __future__ import annotations

import re

from extract.roll_names import name_at
from extract.roll_posts import opens_post, post_at
from extract.roll_record import Part
from extract.vocabulary import vocabulary

LONGEST = 4  # words of a name
WIDEST = 5  # words of a post
PAIRS = 2
MANY = 3  # pairs of a post and a family name
PARTED = re.compile(r"[,;:()]")


def in_turns(text: str, start: int, end: int) -> list[Part] | None:
    """Divide a run into pairs of a post and a name, two pairs at least; None where the division is not plain.

    A post opens with a word that makes posts and ends with a title; a name is a whole one, or each is a family name, and none of its
    words makes posts.
    """
    if PARTED.search(text, start, end):
        return None
    words = [(match.start() + start, match.end() + start) for match in re.finditer(r"\S+", text[start:end])]
    lows = [text[a:b].lower().strip(".-") for a, b in words]
    known = vocabulary().titles
    heads = sum((low,) in known for low in lows)
    if not heads or (heads < PAIRS and opens_post(lows[0])):
        return None
    out: list[Part] = []
    at = next((number for number, low in enumerate(lows) if opens_post(low)), 0)
    if at:  # 'Ann Low CEO Carl Moss': a name before the first post
        first = name_at(text, words[0][0], words[at - 1][1]) if at <= LONGEST else None
        if first is None or first.style == "single":
            return None
        out.append(Part(words[0][0], words[at - 1][1], (first,)))
    while at < len(words):
        head = _head(lows, at)
        if head is None:
            return None
        stop = next((n for n in range(head + 2, len(words)) if opens_post(lows[n])), len(words))
        post = post_at(text, words[at][0], words[head][1])
        name = (
            name_at(text, words[head + 1][0], words[stop - 1][1])
            if head + 2 <= stop <= head + 1 + LONGEST
            else None
        )
        if post is None or post.plural or name is None:
            return None
        out.append(Part(words[at][0], words[stop - 1][1], (name,), [post], prefix=True))
        at = stop
    single = sum(part.names[0].style == "single" for part in out)
    plain = not single or (single == len(out) and single >= MANY)
    return out if len(out) > 1 and plain else None


def _head(lows: list[str], at: int) -> int | None:
    """The last title of the words that open at `at` and make a post: 'manager' in 'city manager'."""
    known = vocabulary().titles
    last: int | None = None
    for number in range(at, min(len(lows), at + WIDEST)):
        if not (opens_post(lows[number]) or lows[number] in ("of", "for", "pro", "tem", "pro-tem")):
            break
        if (lows[number],) in known or (lows[number] in ("tem", "pro-tem") and last is not None):
            last = number
    return last
