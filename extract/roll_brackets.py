"""What brackets of an attendance list hold: a post, initials, a remark, whoever has the post before them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extract.post_phrase import PostPhrase
from extract.roll_names import name_at
from extract.roll_posts import post_at, posts_at
from extract.roll_record import Part, trimmed
from extract.roll_remarks import status_told
from extract.vocabulary import vocabulary

BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{0,120})[)\]]")
LONGEST_INITIALS = 4


@dataclass(slots=True)
class Bracketed:
    """What the brackets of a part tell: posts and a status; `first` opens the first of them, `last` closes the last, -1 where none does."""

    posts: list[PostPhrase] = field(default_factory=list)
    status: str = ""
    first: int = -1
    last: int = -1


def read_brackets(text: str, start: int, end: int) -> Bracketed | Part | None:
    """Read the brackets in `text[start:end]`; a part where they hold the name that it lacks, None where it is not understood."""
    told = Bracketed()
    for found in BRACKETS.finditer(text, start, end):
        if _is_nickname(text, start, found.start(), found.end()):
            continue
        if told.first >= 0 and name_at(text, *trimmed(text, told.last, found.start())) is not None:
            return None  # 'A Low (AL) B Moss (BM)': two people
        holder = name_at(text, *trimmed(text, found.start(1), found.end(1)))
        office = post_at(text, start, found.start())
        whole = found.end() >= end or not text[found.end() : end].strip(" .,")
        if holder is not None and holder.honorific and office is None:
            # 'the Acting Officer, Registry (Dr J. Moss)': a person behind words of an unknown kind
            return None
        full = holder is not None and holder.style != "single"
        named = name_at(text, *trimmed(text, start, found.start())) is not None  # 'Pete King (Carl Moss)'
        if holder is not None and full and office is not None and whole and not office.plural and not named:
            return Part(start, end, (holder,), [office], prefix=True)  # 'the secretary (Mr. J. Moss)'
        if not _are_initials(text[start : found.start()], found.group(1)):
            told.status = told.status or status_told(found.group(1))
            told.posts += posts_at(text, found.start(1), found.end(1))
        told.first, told.last = (found.start() if told.first < 0 else told.first), found.end()
    return told


def _is_nickname(text: str, start: int, left: int, right: int) -> bool:
    """'Zahed (Zed) Moss': one word in brackets behind one word, with a capital after it."""
    words = text[start:left].split()
    return (
        0 < len(words) < 3
        and (text[left + 1 : right - 1].lower(),) not in vocabulary().titles
        and " " not in text[left:right]
        and re.match(r" [A-Z]\w", text[right : right + 3]) is not None
    )


def _are_initials(name: str, inner: str) -> bool:
    """'Carl McArthur (CM)': how the page shortens the name, no post."""
    return (
        1 < len(inner) <= LONGEST_INITIALS
        and inner.isupper()
        and set(inner) <= set(re.findall(r"[A-Z]", name))
    )
