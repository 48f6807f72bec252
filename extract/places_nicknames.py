"""Nicknames of places in a report: a strong one ('Longjiang') is a clue to its place, a weak one a hint."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from corpus.lettertrie import words_pattern
from corpus.records import Document
from extract.place_clue import Clue
from extract.places_gazetteer import places_named
from extract.vocabulary import rows


def nickname_clues(document: Document) -> Iterator[Clue]:
    """Yield the places that strong nicknames mean."""
    if _nickname_words().search(document.text) is None:
        return
    for first, pattern, row in _nickname_rows():
        # the first word is looked for as a string first: that costs a hundredth of the pattern
        if first in document.text and row["strength"] == "strong" and pattern.search(document.text):
            yield Clue(
                kind="nickname",
                candidates=places_named(row["place"])[:1],
                reason=f"the nickname '{row['nickname']}'",
            )


def hints_of(document: Document) -> tuple[str, ...]:
    """Nicknames too weak to settle a place ('the South Gate'), each with the place that it hints at."""
    if _nickname_words().search(document.text) is None:
        return ()
    return tuple(
        f"'{row['nickname']}' hints at {row['place']}"
        for first, pattern, row in _nickname_rows()
        if first in document.text and row["strength"] == "weak" and pattern.search(document.text)
    )


@lru_cache(maxsize=1)
def _nickname_words() -> re.Pattern[str]:
    """The first word of any nickname: few reports have one."""
    return re.compile(words_pattern(first for first, _, _ in _nickname_rows()))


@lru_cache(maxsize=1)
def _nickname_rows() -> tuple[tuple[str, re.Pattern[str], dict[str, str]], ...]:
    """Each nickname by its first word, its pattern and its row."""
    listed = []
    for row in rows("place_nicknames.csv"):
        words = r"\s+".join(map(re.escape, row["nickname"].split()))
        # a county or a road may bear the same name: 'Longjiang County'
        listed.append(
            (
                row["nickname"].split()[0],
                re.compile(rf"\b{words}\b(?![-\w]|\s+(?:County|District|City|Town|Road|Street|River|Daily))"),
                row,
            )
        )
    return tuple(listed)
