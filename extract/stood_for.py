"""Who is spoken for in a relative clause: 'Tan Heng, on behalf of whom Luo Ping spoke', 'Tan Heng, for whom Luo Ping deputised'."""

from __future__ import annotations

from collections.abc import Sequence

from extract.chunk_record import Chunk

PHRASES = (
    ("on", "behalf", "of", "whom"),
    ("in", "place", "of", "whom"),
    ("instead", "of", "whom"),
    ("on", "whose", "behalf"),
    ("in", "whose", "name"),
    ("in", "whose", "place"),
    ("in", "whose", "stead"),
    ("in", "whose", "absence"),
    ("for", "whom"),
)
DEEDS = ("spoke", "speaks", "read", "deliver", "attend", "deputi", "stood in", "sat in", "sign", "accept", "present", "took part",
         "received", "chaired", "presided", "gave", "made", "filled in", "substitut", "appeared")  # fmt: skip
"""What somebody does there for him who is not: 'on behalf of whom the club paid' keeps nobody away."""
PLAIN = ("for", "whom")
STANDS_IN = ("deputi", "stood in", "sat in", "filled in", "substitut")
"""The deeds of 'for whom': 'for whom she chaired a fair' says nothing."""
BEFORE = frozenset(["comma", "post", "det", "body", "title-less", "possessed", "open"])


def stood_for(chunks: Sequence[Chunk]) -> tuple[tuple[int, int], ...]:
    """Return for each such clause the position where whom it is about begins, and that behind the phrase."""
    if not any(chunk.text in ("whom", "whose") for chunk in chunks):
        return ()
    words = [chunk.text.lower() for chunk in chunks]
    found = []
    for phrase in PHRASES:
        size = len(phrase)
        for at in range(2, len(chunks) - size):
            if tuple(words[at : at + size]) != phrase or chunks[at - 1].kind not in ("comma", "open"):
                continue
            first = _person_before(chunks, at)
            deeds = STANDS_IN if phrase == PLAIN else DEEDS
            if first is not None and _done(words, chunks, at + size, deeds):
                found.append((first, at + size))
    return tuple(found)


def _person_before(chunks: Sequence[Chunk], at: int) -> int | None:
    """The position where the one person right before a relative clause begins, with a post on either side."""
    number = at - 1
    while number >= 0 and chunks[number].kind in BEFORE:
        number -= 1
    if number < 0 or chunks[number].kind != "name":
        return None
    while number and chunks[number - 1].kind in ("post", "det", "title-less", "body"):
        number -= 1
    return number


def _done(words: Sequence[str], chunks: Sequence[Chunk], at: int, deeds: tuple[str, ...]) -> bool:
    """Whether somebody in the clause from `at` on does one of these deeds."""
    stop = next((n for n in range(at, len(chunks)) if chunks[n].kind in ("comma", "semicolon")), len(chunks))
    said = " ".join(words[at:stop])
    return any(f" {deed}" in f" {said}" for deed in deeds)
