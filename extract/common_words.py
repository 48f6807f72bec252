"""The common words of bodies, posts and meetings: a body's name that has no other words does not say whose it is."""

from __future__ import annotations

from functools import lru_cache

from extract.number_words import NUMBERS, ORDINALS
from extract.vocabulary import rows, vocabulary


@lru_cache(maxsize=1)
def common_words() -> frozenset[str]:
    """The words in lower case, numbers included."""
    words = vocabulary()
    return frozenset(
        {*words.body_modifiers, *words.body_heads, *words.portfolios, *words.gathering_modifiers}
        | {*words.title_modifiers, *NUMBERS, *ORDINALS, "minutes"}
        | {part for title in words.titles for part in title}
        | {part for noun in words.gatherings for part in noun}
        | {row["word"] for row in rows("common_body_words.csv")}
    )
