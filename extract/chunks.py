"""Cut a sentence into chunks: names, posts, bodies, gatherings, role verbs, separators and plain words.

The chunks are what the list grammar and the role grammar read; both work on kinds, never on letters.
A run is a stretch of title words, body words and capitalised words; its kind is that of its head noun (English
noun phrases are head-final up to the first 'of'): 'Municipal Party Committee Secretary' is a post, 'Standing
Committee of the Municipal Party Committee' a body, 'the third meeting of the council' a gathering.
"""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter

from extract.affiliations import with_affiliations
from extract.chunk_record import Chunk, ChunkKind
from extract.frames import FrameHit
from extract.names_span import NameSpan
from extract.run_parts import chunks_of_run
from extract.runs import CORE, run_end
from extract.tokens import Token, tokens_of

BY_PLACE = itemgetter(1, 2)
OPENING = CORE | {"N"}


def chunk_sentence(
    text: str, start: int, end: int, names: Sequence[NameSpan], frames: Sequence[FrameHit]
) -> tuple[Chunk, ...]:
    """Cut `text[start:end]` into chunks, in order; names and verbs are given, the rest is found here."""
    fixed: list[Chunk] = []
    for span in names:
        tail = text[span.end : span.end + 2]
        owner = (
            tail[:1] in "'’" and tail[1:2] in ("s", " ") and not text[span.end + 2 : span.end + 3].isalnum()
        )
        if span.within == "institution" and not owner:
            continue  # 'the mayor of Cai Chang Town', 'Sun Yat-sen University': words of a body
        kind: ChunkKind = "possessed" if owner or span.within else "name"
        fixed.append(
            Chunk(kind=kind, start=span.start, end=span.end, text=text[span.start : span.end], name=span)
        )
    for hit in frames:
        inside = _inside(text, hit, fixed) if hit.frame.voice == "inverted" else ()
        words = text[hit.start : hit.end]
        fixed.append(Chunk(kind="verb", start=hit.start, end=hit.end, text=words, frame=hit, inside=inside))
    fixed.sort(key=BY_PLACE)
    chunks: list[Chunk] = []
    at = start
    for chunk in fixed:
        if chunk.start < at:
            continue
        chunks += _chunk_gap(text, at, chunk.start)
        chunks.append(chunk)
        at = chunk.end
    chunks += _chunk_gap(text, at, end)
    return tuple(with_affiliations(chunks))


def _inside(text: str, hit: FrameHit, names: Sequence[Chunk]) -> tuple[Chunk, ...]:
    covered = [chunk for chunk in names if chunk.frame is None and hit.start <= chunk.start < hit.end]
    gathered = [c for c in _chunk_gap(text, hit.start, hit.end) if c.kind == "gathering"]
    return (*covered, *gathered)


def _chunk_gap(text: str, start: int, end: int) -> list[Chunk]:
    if start >= end or text[start:end] == " ":
        return []
    tokens = tokens_of(text, start, end)
    chunks: list[Chunk] = []
    done = 0
    for at, token in enumerate(tokens):
        if at < done or (token[4] not in OPENING and token[3] != "the"):
            continue
        stop = run_end(text, tokens, at)
        if stop > at:
            if at > done:
                chunks += _plain(tokens[done:at])
            chunks += chunks_of_run(text, tokens[at:stop])
            done = stop
    return chunks + _plain(tokens[done:]) if done < len(tokens) else chunks


def _plain(tokens: Sequence[Token]) -> list[Chunk]:
    """Make chunks of tokens outside runs: fields in order and not by name, since one is made for every word."""
    new = tuple.__new__
    return [new(Chunk, (t[7], t[0], t[1], t[2], None, None, False, False, "", ())) for t in tokens]
