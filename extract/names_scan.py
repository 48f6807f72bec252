"""Capitalised words of a sentence and what stands between them: what the name rules look at."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from extract.names_lexicon import lexicon
from extract.names_span import Within
from extract.names_words import Word, read_word
from extract.vocabulary import vocabulary

CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĖĘĚĞĢĪĮİĶĹĻĽŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŲŹŻŽƏȘȚƠƯ" + "".join(
    map(chr, range(0x1E00, 0x1F00, 2))
)
WORD = re.compile(
    rf"[{CAPITAL}](?<![^\W_].)(?:(?<![^\W_][-'’].)|(?<=[ \u00a0][ae][ldnrstz]-.))(?:[^\W\d_]+|[-'’‘ʼ´`](?!s\b)(?=[^\W\d_]))*"
)
GAP = re.compile(r"[ \t\u00a0\u3000]{1,3}|[ \t]?\r?\n[ \t]?")
APART, NEXT_LINE, SAME_LINE = 0, 1, 2
"""How a word stands to the next one: with something between them, behind a line break, behind white space alone."""
INITIAL_GAP = re.compile(r"\.?[ \t\u00a0]{0,2}")
# 'Colonel Trench thought the men were tired' is no doctrine
THINKING = re.compile(
    r" (?:the|that|it|they|there|he|she|this|these|those|we|an?|some|his|her|their|so|such|\(?Mr|Mrs)\b"
)
# words that a headline does not print small: those of four letters and more that are no prepositions, and the shortest verbs
LOWER = re.compile(
    r"(?<![^\W_])(?:(?!(?:with|from|into|over|upon|amid|after|among|against|between|during|through|under|toward)"
    r"(?![^\W_]))[a-z]{4}|(?:met|led|was|has|had|are|sat|his|her|who)(?![^\W_]))"
)


@dataclass(slots=True)
class Scan:
    """A sentence and its capitalised words, in order."""

    text: str
    start: int
    end: int
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    words: list[Word] = field(default_factory=list)
    surfaces: list[str] = field(default_factory=list)
    gaps: list[int] = field(default_factory=list)
    headline: bool | None = None

    def surface(self, number: int) -> str:
        """Return the printed form of a word."""
        return self.surfaces[number]

    def adjacent(self, number: int, *, same_line: bool = False) -> bool:
        """Tell whether only white space (at most one line break) parts a word from the next one."""
        return number < len(self.gaps) and self.gaps[number] > (NEXT_LINE if same_line else APART)

    def is_headline(self) -> bool:
        """Tell whether the sentence has hardly a lower-case word, so that capitals prove nothing."""
        if self.headline is None:
            self.headline = LOWER.search(self.text, self.start, self.end) is None
        return self.headline


@lru_cache(maxsize=1 << 12)
def scan(text: str, start: int, end: int) -> Scan:
    """Cut `text[start:end]` into its capitalised words. Several rules look at one sentence: the last ones are kept."""
    found = list(WORD.finditer(text, start, end))
    if not found:
        return Scan(text, start, end)
    starts = [match.start() for match in found]
    ends = [match.end() for match in found]
    surfaces = [match.group() for match in found]
    words = [read_word(surface) for surface in surfaces]
    gaps = [
        SAME_LINE if (between := text[last:first]) == " " else _gap(between)
        for last, first in zip(ends, starts[1:], strict=False)
    ]
    return Scan(text, start, end, starts, ends, words, surfaces, [*gaps, APART])


def _gap(between: str) -> int:
    """How two words stand to each other, by what is between them; at most one line break parts neighbours."""
    if not between.isspace() or not GAP.fullmatch(between):
        return APART
    return NEXT_LINE if "\n" in between else SAME_LINE


@lru_cache(maxsize=1)
def _after() -> re.Pattern[str]:
    kinds = lexicon().kinds

    def either(kind: str) -> str:
        return "|".join(sorted((re.escape(text) for text, found in kinds.items() if kind in found), key=len))

    modifiers = "|".join(sorted((re.escape(word.title()) for word in vocabulary().body_modifiers), key=len))
    possessive = r"(?:['’‘´]s)?"
    return re.compile(
        rf"(?P<institution>\s(?:(?:{modifiers}|Memorial)\s){{0,2}}(?:{either('after-institution')})(?![^\W_]))"
        rf"|(?P<doctrine>{possessive}\s(?:[A-Z][\w-]+\s){{0,3}}(?:{either('after-doctrine')})(?![^\W_]))"
        rf"|(?P<work>\s(?:{either('after-work')})(?![^\W_]))"
    )


@lru_cache(maxsize=1)
def _small_after() -> tuple[str, ...]:
    """What may stand behind a name, in small letters, if it is part of something: 'thought', 'spirit'."""
    kinds = {"after-institution", "after-doctrine", "after-work"}
    words = {text for text, found in lexicon().kinds.items() if found & kinds}
    words.update(word.title() for word in vocabulary().body_modifiers)
    return tuple(sorted(word for word in words if not word[:1].isupper()))


def within(text: str, end: int) -> Within:
    """Say what the name that ends at `end` is part of: 'Fang Guolin University' is no person."""
    if end >= len(text) or text[end] not in " '’‘´":
        return ""
    if text[end] == " " and not (
        text[end + 1 : end + 2].isupper() or text.startswith(_small_after(), end + 1)
    ):
        return ""
    found = _after().match(text, end)
    if not found:
        return ""
    if THINKING.match(text, found.end()) and found.group().endswith("thought"):
        return ""
    if found["institution"]:
        return "institution"
    return "doctrine" if found["doctrine"] else "work"
