"""The small words that chunks are told by: `rules/word_classes.csv`, a sort of word a row."""

from __future__ import annotations

from extract.vocabulary import rows


def _of_class(name: str) -> tuple[str, ...]:
    return tuple(
        word for row in rows("word_classes.csv") if row["class"] == name for word in row["words"].split(";")
    )


ADVERBS = frozenset(_of_class("adverb"))
AUXILIARIES = frozenset(_of_class("auxiliary"))
PRONOUNS = frozenset(_of_class("pronoun"))
POST_JOINTS = frozenset(_of_class("post-joint"))
JOINERS: tuple[tuple[str, ...], ...] = tuple(tuple(words.split()) for words in _of_class("joiner"))
"""Ways to say 'and' in other words, word by word."""
JOINER_STARTS = frozenset(joiner[0] for joiner in JOINERS)
FUNCTION_WORDS = frozenset(_of_class("function"))
"""Words that are no part of a post or a body, however they are printed."""
