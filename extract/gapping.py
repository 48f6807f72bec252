"""Verbs that are said once and meant again: 'Oman was represented by A, Qatar by B and the bank by C'; 'a report by A, and another by B'.

Behind a passive verb that ends with 'by', each further 'by' with nothing but its own subject before it goes on with that verb.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.chunk_record import Chunk

SUBJECTS = frozenset({"title-less", "body", "det", "and", "comma", "semicolon", "others"})
ANOTHER = frozenset({"another", "one", "others", "second", "third", "also", "later", "then", "that", "of"})
FARTHEST = 24
"""Chunks between the end of one list and the next 'by'."""


def said_again(chunks: Sequence[Chunk], at: int, reached: int) -> Iterator[int]:
    """Give the places of the words 'by' that go on with the verb at `at`, whose own list ends at offset `reached`.

    The reader of a list goes on from each; a verb or a new sentence ends them.
    """
    if not chunks[at].text.lower().endswith(" by"):
        return
    first = next((n for n in range(at + 1, len(chunks)) if chunks[n].start >= reached), len(chunks))
    last = at
    for number in range(first, len(chunks)):
        chunk = chunks[number]
        if chunk.kind == "verb" or chunk.text in ".:" or number - max(last, first) > FARTHEST:
            return
        if chunk.kind == "word" and chunk.text.lower() == "by" and _own_subject(chunks, number):
            last = number
            yield number


def _own_subject(chunks: Sequence[Chunk], by: int) -> bool:
    """Whether 'Qatar' or 'and another' stands before 'by', behind a comma, a semicolon or 'and'."""
    number = by - 1
    said = 0
    while number >= 0 and chunks[number].kind not in ("comma", "semicolon", "and"):
        chunk = chunks[number]
        if not (chunk.kind in SUBJECTS or chunk.text.lower() in ANOTHER):
            return False
        said += 1
        number -= 1
    return number > 0 and (said > 0 or chunks[by - 1].kind == "and")
