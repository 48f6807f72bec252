"""Firms that read like people: 'Okoro, Bello & Partners', 'Smith & Wesley LLP' are nobody who could sit anywhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.needed import guarded
from extract.names_span import NameSpan

FORM = guarded(
    r",? ?(?:& (?:Co|Company|Partners|Associates|Sons|Bros|Brothers)|LLP|LLC|L\.L\.C|L\.L\.P|PLLC|P\.L\.L\.C|Inc|Ltd|Limited|Plc|PLC|Corp|GmbH|Pty)\b\.?"
)
"""What closes the name of a firm."""
JOINED = re.compile(r"[&,] ?|and |\+ ")
WORD = re.compile(r"[\w'’.-]+|[&,]")
ABBREVIATED = 6  # letters of an abbreviation in a firm's name, its full stop with them: 'Assoc.'
REACH = 90  # letters of a firm's name


@lru_cache(maxsize=8)
def firms_of(text: str) -> tuple[tuple[int, int], ...]:
    """The spans of the firms that the text names, in order."""
    return tuple((_start(text, form), form.end()) for form in FORM.finditer(text))


def in_firm(text: str, start: int, end: int) -> bool:
    """Whether a span is part of a firm's name, or holds one's end."""
    return any(a < end and start < b for a, b in firms_of(text))


def firm_at(text: str, start: int, end: int) -> int:
    """Where the firm ends that opens at `start`, 0 where none does."""
    return next((b for a, b in firms_of(text) if a <= start < b <= end + 1), 0)


def without_firms(text: str, names: Sequence[NameSpan]) -> tuple[NameSpan, ...]:
    """Leave out the names that belong to a firm."""
    if not firms_of(text):
        return tuple(names)
    return tuple(name for name in names if not in_firm(text, name.start, name.end))


def _start(text: str, form: re.Match[str]) -> int:
    """Where the firm's name opens: its capitalised words, and before a comma single family names where '&' joins the last of them."""
    begin = max(text.rfind("\n", 0, form.start()) + 1, form.start() - REACH)
    tokens = list(WORD.finditer(text, begin, form.start()))
    joined = "&" in form.group()
    start = form.start()
    for at in range(len(tokens) - 1, -1, -1):
        token = tokens[at].group()
        if text[tokens[at].end() : start].strip():
            break  # a bracket, a semicolon
        if token.endswith(".") and len(token) > ABBREVIATED and token != "Messrs.":
            break  # the sentence before ends: 'attended by Tan Zhengguo. Linhe Highway Group Co., Ltd.'
        if token == ",":
            single = at > 0 and tokens[at - 1].group()[:1].isupper()
            if not (joined and single and (at < 2 or _divides(tokens[at - 2].group()))):
                break
        elif token in ("&", "and"):
            joined = True
        elif not token[:1].isupper():
            break
        start = tokens[at].start()
    while start < form.start() and text[start] in "&, ":
        start += 1
    return start


def _divides(token: str) -> bool:
    """Whether a word cannot open the name whose family name follows it."""
    return not token[:1].isupper() or token in ("Messrs", "Messrs.")
