"""A chunk: one piece of a sentence with its kind, as the list grammar and the role grammar read it."""

from __future__ import annotations

from typing import Literal, NamedTuple

from extract.frames import FrameHit
from extract.names_span import NameSpan

ChunkKind = Literal[
    "name",
    "possessed",
    "post",
    "body",
    "gathering",
    "verb",
    "comma",
    "semicolon",
    "and",
    "colon",
    "open",
    "close",
    "others",
    "det",
    "adverb",
    "auxiliary",
    "who",
    "pronoun",
    "respectively",
    "title-less",
    "affiliation",
    "word",
]


class Chunk(NamedTuple):
    """A piece of a sentence at `start:end` of the document's text; the payload goes with the kind.

    A named tuple, since one is made for every word: a frozen dataclass takes four times as long. `inside` holds the names and the gatherings that an inverted verb goes round: 'Attending the session were'.
    """

    kind: ChunkKind
    start: int
    end: int
    text: str
    name: NameSpan | None = None
    frame: FrameHit | None = None
    plural: bool = False
    generic: bool = False
    head: str = ""
    inside: tuple[Chunk, ...] = ()
