"""The lines of a page that are not blank, each with the credits in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Span = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the text: its span, its words, what is left of them without the credits, and those credits' spans."""

    start: int
    end: int
    words: str
    rest: str
    cut: tuple[Span, ...]


def read_lines(text: str, cut: Sequence[Span]) -> list[Line]:
    """Part `text` into its lines that are not blank; `cut` are the spans of the credits, sorted and apart."""
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
