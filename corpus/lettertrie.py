"""One pattern for many words: common beginnings are tried once, so that a search costs the same for ten words and for a thousand."""

from __future__ import annotations

import re
from collections.abc import Iterable


def words_pattern(words: Iterable[str]) -> str:
    """Return a pattern that matches any of `words` and nothing else, the longest first where one begins another."""
    tree: dict[str, dict] = {}  # type: ignore[type-arg]
    for word in words:
        at = tree
        for letter in word:
            at = at.setdefault(letter, {})
        at[""] = {}
    return _pattern(tree)


def lowered(text: str) -> str:
    """Return the text in small letters, as long as it is: searched so, a pattern need not ignore case, which takes twice as long."""
    small = text.lower()
    if len(small) == len(text):
        return small
    return "".join(low if len(low := letter.lower()) == 1 else letter for letter in text)


def _pattern(tree: dict[str, dict]) -> str:  # type: ignore[type-arg]
    ends = "" in tree
    ways = [re.escape(letter) + _pattern(tree[letter]) for letter in sorted(tree) if letter]
    if not ways:
        return ""
    single = all(len(tree[letter]) == 1 and "" in tree[letter] for letter in tree if letter) and len(ways) > 1
    if single and all(len(way) == 1 for way in ways):
        joined = f"[{''.join(ways)}]"
    elif len(ways) == 1 and not ends:
        return ways[0]
    else:
        joined = f"(?:{'|'.join(ways)})"
    return f"{joined}?" if ends else joined
