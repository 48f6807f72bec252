"""How a regular expression can begin, and how long it can get: what to look at before it is run at all.

Hundreds of patterns are looked for in every sentence, each at the beginning of a word. Run from there, and only where the
word begins as the pattern can, they cost a twentieth of a search over the sentence.
"""

from __future__ import annotations

import importlib
from collections.abc import Iterable
from typing import Any

LETTERS = 3
MOST_IN_A_CLASS = 12  # characters of a class that are followed one by one; a wider one counts as any
parser: Any = importlib.import_module("re._parser")  # Python's own parser; it has no public name since 3.11
Opening = tuple[str, bool]
"""Letters, and whether what follows them is still known."""
NOTHING: frozenset[Opening] = frozenset({("", True)})
ANYTHING: frozenset[Opening] = frozenset({("", False)})


def openings(pattern: str, letters: int = LETTERS) -> frozenset[str]:
    """Return the beginnings, in small letters and at most `letters` long, with one of which every match of a pattern begins.

    The pattern is taken to ignore case. The empty string is among them where a match may begin with anything.
    """
    found = {head for head, _ in _of_sequence(parser.parse(pattern), letters)}
    return frozenset(head for head in found if not any(head[:size] in found for size in range(len(head))))


def most_letters(pattern: str) -> int:
    """Return how many characters a match of the pattern can have at most; a great number where there is no bound."""
    most: int = parser.parse(pattern).getwidth()[1]
    return most


def _of_sequence(items: Iterable[tuple[Any, Any]], letters: int) -> frozenset[Opening]:
    heads = NOTHING
    for operation, argument in items:
        live = {head for head, known in heads if known and len(head) < letters}
        if not live:
            break
        tails = _of_item(operation, argument, letters)
        grown = {((head + tail)[:letters], known) for head in live for tail, known in tails}
        heads = frozenset({(head, known) for head, known in heads if head not in live or not known} | grown)
    return heads


def _of_item(operation: Any, argument: Any, letters: int) -> frozenset[Opening]:
    match str(operation):
        case "LITERAL":
            return frozenset({(chr(argument).lower(), True)})
        case "IN":
            return _of_class(argument)
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return NOTHING
        case "SUBPATTERN":
            return _of_sequence(argument[-1], letters)
        case "BRANCH":
            return frozenset().union(*(_of_sequence(branch, letters) for branch in argument[1]))
        case "MAX_REPEAT" | "MIN_REPEAT":
            least, most, repeated = argument
            once = _of_sequence(repeated, letters)
            if most != 1:
                once = frozenset((head, False) for head, _ in once)
            return once if least else once | NOTHING
        case _:
            return ANYTHING


def _of_class(items: Iterable[tuple[Any, Any]]) -> frozenset[Opening]:
    letters: set[str] = set()
    for operation, argument in items:
        if str(operation) == "LITERAL":
            letters.add(chr(argument).lower())
        elif str(operation) == "RANGE" and argument[1] - argument[0] < MOST_IN_A_CLASS:
            letters.update(chr(code).lower() for code in range(argument[0], argument[1] + 1))
        else:
            return ANYTHING
    return frozenset((letter, True) for letter in letters)
