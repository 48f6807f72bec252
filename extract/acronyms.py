"""Acronyms that a report itself explains: 'the Urban Renewal Authority (URA)' makes URA that authority.

The words in front of the parenthesis must yield the letters: initials of the capitalised words, or the opening letters
of each ('PolyU' of 'Polytechnic University'). An acronym with two readings on one page stands for neither.
"""

from __future__ import annotations

import re

SHORT = re.compile(r"\((?:the\s+)?[\"“]?[A-Z][A-Za-z&]{1,9}[\"”]?\)")
"""What DEFINED ends with: looked for first, since few pages have it."""
DEFINED = re.compile(
    r"(?P<words>(?:[A-Z][\w'’&-]*)(?:\s+(?:of|for|and|the|on|in|to|&|[A-Z][\w'’&-]*)){1,9})\s*\((?:the\s+)?[\"“]?(?P<short>[A-Z][A-Za-z&]{1,9})[\"”]?\)"
)
ACRONYM = re.compile(r"(?<![\w&])[A-Z][A-Za-z&]{1,9}(?![\w&])")
SMALL = frozenset(["of", "for", "and", "the", "on", "in", "to", "&"])


def acronyms_of(text: str) -> dict[str, str]:
    """Find the acronyms that `text` defines: acronym -> full name, those with one reading only."""
    found: dict[str, set[str]] = {}
    if SHORT.search(text) is None:
        return {}
    for match in DEFINED.finditer(text):
        short = match["short"]
        if sum(ch.isupper() for ch in short) < 2:
            continue
        words = match["words"].split()
        for first in range(len(words)):
            if words[first].lower() not in SMALL and _spells(words[first:], short):
                found.setdefault(short, set()).add(" ".join(words[first:]))
                break
    return {short: names.pop() for short, names in found.items() if len(names) == 1}


def _spells(words: list[str], short: str) -> bool:
    """Whether the big words of a name, each giving one or more of its first letters, spell the acronym in full."""
    big = [word for word in words if word.lower() not in SMALL]

    def rest(number: int, letters: str) -> bool:
        if number == len(big):
            return not letters
        word = big[number].lower()
        most = next(
            (n for n in range(min(len(word), len(letters)), 0, -1) if word.startswith(letters[:n])), 0
        )
        return any(rest(number + 1, letters[n:]) for n in range(most, 0, -1))

    return rest(0, short.lower().replace("&", ""))


def written_out(words: str, known: dict[str, str]) -> str:
    """Write the acronyms in `words` out in full."""
    return ACRONYM.sub(lambda m: known.get(m.group(), m.group()), words) if known else words
