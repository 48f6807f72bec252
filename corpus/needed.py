"""Words without which a regular expression cannot match: looked for first, they spare most searches.

'(?:minutes of|roll[- ]call)' needs 'minutes of' or 'roll', and a sentence that has neither need not be searched: whether a
word stands in a text costs a tenth of a search or less. The words are read off the pattern itself, so that they cannot
be wrong when a pattern is changed, and a pattern that needs none is simply run.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property, lru_cache
from typing import Any

from corpus.openings import parser

MOST = 64
"""How many words are written out; a pattern that needs any of more is taken to need none."""
FEW = 24
"""How many words cost little to look for."""
RARE, RARER = 4, 8
"""Letters of a word that stands in few sentences, and in very few."""
Words = frozenset[str]
NOTHING: Words = frozenset([""])
PHRASE = 500
"""Letters of a text that costs less to put into small letters than to look up."""
CASELESS = (("\u0131", "i"), ("\u0130", "i"), ("\u017f", "s"))
"""Letters beyond ASCII that `re.IGNORECASE` takes for 'i' and 's'."""


def needed(pattern: str, flags: int = 0) -> Words:
    """Return words, in small letters, of which every match of the pattern holds at least one; none where nothing is known."""
    return _of_sequence(parser.parse(pattern, flags))[1]


class Guarded:
    """A pattern that is run only where a word that it needs stands; else like a compiled pattern.

    It is compiled when it is first run: few reports have the words of all.
    """

    def __init__(self, source: str, flags: int = 0) -> None:
        self.source, self.flags = source, flags

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The compiled pattern."""
        return re.compile(self.source, self.flags)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words of which every match holds one, sorted; none where nothing is known."""
        return tuple(sorted(needed(self.source, self.flags)))

    def possible(self, text: str) -> bool:
        """Tell whether a text in small letters (see `small`) has a word that a match needs."""
        if not self.words:
            return True
        for word in self.words:  # noqa: SIM110 (no generator: most of the time this loop is all that is done)
            if word in text:
                return True
        return False

    def found_in(self, text: str, low: str) -> bool:
        """Tell whether the pattern matches somewhere in a text whose small letters are known."""
        for word in self.words:
            if word in low:
                break
        else:
            if self.words:
                return False
        return self.pattern.search(text) is not None

    def search(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Find the first match in `text[start:end]`."""
        if self.words:
            low = _small_part(text, start, end)
            for word in self.words:
                if word in low:
                    break
            else:
                return None
        return self.pattern.search(text, start, end)

    def match(self, text: str, start: int = 0, end: int = sys.maxsize) -> re.Match[str] | None:
        """Match at the beginning of `text[start:end]`."""
        return self.pattern.match(text, start, end) if self.possible(_small_part(text, start, end)) else None

    def finditer(self, text: str, start: int = 0, end: int = sys.maxsize) -> Iterator[re.Match[str]]:
        """Find all matches in `text[start:end]`."""
        return (
            self.pattern.finditer(text, start, end)
            if self.possible(_small_part(text, start, end))
            else iter(())
        )


def guarded(pattern: str, flags: int = 0) -> Guarded:
    """Guard a pattern by the words that it needs."""
    return Guarded(pattern, flags)


def small(text: str) -> str:
    """Return the text in small letters, with those that `re.IGNORECASE` takes for 'i' and 's' written so; length may change."""
    low = text.lower()
    return low if low.isascii() else _caseless(low)


def _caseless(low: str) -> str:
    return without_lookalikes(low.replace("i\u0307", "i"))


def without_lookalikes(low: str) -> str:
    """Write the letters that `re.IGNORECASE` takes for 'i' and 's' so; the text stays as long as it is."""
    for letter, plain in CASELESS:
        low = low.replace(letter, plain)
    return low


def _small_part(text: str, start: int, end: int) -> str:
    if start <= 0 and end >= len(text) > PHRASE:
        return small_whole(text)
    low = text[start:end].lower()
    return low if low.isascii() else _caseless(low)


@lru_cache(maxsize=4)
def small_whole(text: str) -> str:
    """A whole report is searched for many things, one behind the other: its small letters are kept for a while."""
    return small(text)


def _of_sequence(items: Iterable[tuple[Any, Any]]) -> tuple[Words | None, Words]:
    """All strings that a sequence matches (None: too many), and the words that it needs."""
    run: Words = NOTHING  # what the items since the last unknown one can spell
    whole = True
    needs: list[Words] = []
    for operation, argument in items:
        spelled, need = _of_item(operation, argument)
        if spelled is not None and len(run) * len(spelled) <= MOST:
            run = frozenset([before + letters for before in run for letters in spelled])
            needs.append(need)
            continue
        whole = False
        needs += run, need
        run = spelled if spelled is not None else NOTHING
    return (run if whole else None), _best([*needs, run])


def _of_item(operation: Any, argument: Any) -> tuple[Words | None, Words]:
    match operation.name:
        case "LITERAL":
            return _letter(argument), frozenset()
        case "IN":
            return _of_class(argument), frozenset()
        case "AT" | "ASSERT" | "ASSERT_NOT":
            return NOTHING, frozenset()
        case "SUBPATTERN":
            return _of_sequence(argument[-1])
        case "ATOMIC_GROUP":
            return _of_sequence(argument)
        case "BRANCH":
            ways = [_of_sequence(branch) for branch in argument[1]]
            needs = [need for _, need in ways]
            need = frozenset().union(*needs) if all(needs) else frozenset()
            every = [spelled for spelled, _ in ways if spelled is not None]
            strings = frozenset().union(*every) if len(every) == len(ways) else None
            return (strings if strings is not None and len(strings) <= MOST else None), _best([need])
        case "MAX_REPEAT" | "MIN_REPEAT" | "POSSESSIVE_REPEAT":
            least, most, repeated = argument
            spelled, need = _of_sequence(repeated)
            if most == 1 and spelled is not None:
                return (spelled if least else spelled | NOTHING), (need if least else frozenset())
            return None, need if least else frozenset()
        case _:
            return None, frozenset()


@lru_cache(maxsize=1024)
def _letter(code: int) -> Words | None:
    """A letter as `small` writes it; of letters beyond ASCII case is not followed."""
    letter = chr(code)
    return frozenset([letter.lower()]) if letter.isascii() or letter.lower() == letter.upper() else None


def _of_class(items: Iterable[tuple[Any, Any]]) -> Words | None:
    letters: set[str] = set()
    for operation, argument in items:
        letter = _letter(argument) if str(operation) == "LITERAL" else None
        if letter is None:
            return None
        letters |= letter
    return frozenset(letters)


def _best(needs: Iterable[Words]) -> Words:
    """Of sets of words that a match needs, the first that says most; those that hold another of the set are left out."""
    return max((_shortest(words) for words in needs if words), key=_worth, default=frozenset())


def _worth(words: Words) -> tuple[int, bool, int, int, list[str]]:
    """Rare words first, then few of them, then rarer ones."""
    shortest = min(map(len, words), default=0)
    return min(shortest, RARE), len(words) <= FEW, min(shortest, RARER), -len(words), sorted(words)


def _shortest(words: Words) -> Words:
    if "" in words or len(words) > MOST:
        return frozenset()
    if len(words) == 1:
        return words
    found: list[str] = []
    for word in sorted(words, key=len):  # what a word holds is shorter
        for other in found:
            if other in word:
                break
        else:
            found.append(word)
    return frozenset(found)
