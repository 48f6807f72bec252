"""Where in the words of a post its title stands: the last one of the vocabulary in front of 'of', and the words that belong to it."""

from __future__ import annotations

from extract.post_words import low
from extract.vocabulary import vocabulary


def plain_word(word: str) -> str:
    """Return the word in small letters; a possessive keeps its 's: 'the Chancellor's Office' has no chancellor."""
    return f"{low(word)}'s" if word.endswith(("'s", "’s")) else low(word)


def of_body(tokens: list[tuple[int, int, str]], at: int) -> bool:
    """Tell whether a modifier belongs to the body behind it: 'standing' in 'Standing Committee', 'general' in 'General Office'."""
    after = tokens[at + 1][2] if at + 1 < len(tokens) else ""
    return after in vocabulary().body_heads


def divides_title(tokens: list[tuple[int, int, str]], at: int) -> bool:
    """Tell whether the word at `at` divides a title from what it is of: 'of', or 'to' behind a title ('Assistant to the President')."""
    low = tokens[at][2]
    return low in ("of", "for", "at") or (low == "to" and (tokens[at - 1][2],) in vocabulary().titles)


def in_title(tokens: list[tuple[int, int, str]], at: int) -> bool:
    """Tell whether an 'of' stands inside a title: 'head of state', 'chief of staff', 'chief of army staff'."""
    titles = vocabulary().titles
    return any(tuple(token[2] for token in tokens[at - 1 : at + width]) in titles for width in (2, 3))


def last_title(tokens: list[tuple[int, int, str]], stop: int) -> tuple[int, int, tuple[str, ...]] | None:
    """Find the last title of the vocabulary before token `stop`: its first and last token and its words; the longest that ends there."""
    titles = vocabulary().titles
    for last in range(stop - 1, -1, -1):
        for width in (4, 3, 2, 1):
            first = last - width + 1
            if first < 0:
                continue
            key = tuple(token[2] for token in tokens[first : last + 1])
            if key in titles:
                return first, last, key
    return None


def singular_title(words: str, tokens: list[tuple[int, int, str]], left: int, first: int, head: str) -> str:
    """Write a title of several people as that of one, its modifiers included."""
    modifiers = words[tokens[left][0] : tokens[first][0]].strip()
    return f"{modifiers} {head}".strip()
