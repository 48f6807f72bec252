"""Posts of people in sentences that tell of no role: 'talked with Tan Heng, mayor of Linhe', 'according to Mayor Tan Heng'."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from extract.chunk_record import Chunk
from extract.list_record import Entry
from extract.lists import read_list
from extract.names_span import NameSpan


def posts_beside(
    text: str, chunks: Sequence[Chunk], wanted: Callable[[NameSpan, bool], bool] = lambda *_: True
) -> Iterator[Entry]:
    """Yield each named person with the posts that touch the name in front, or follow it behind a comma.

    `wanted` says of a name, and whether a post touches it in front, if anybody asks: most are never read.
    """
    for at, chunk in enumerate(chunks):
        if chunk.kind != "name" or chunk.name is None:
            continue
        window = _behind(chunks, at)
        if len(window) == 1 and at and _is_post(chunks[at - 1]):
            gap = text[chunks[at - 1].end : chunk.start]
            window = [chunks[at - 1], chunk] if not gap.strip() else window
        if len(window) > 1 and wanted(chunk.name, window[0] is not chunk):
            yield from (entry for entry in read_list(text, window) if entry.name and entry.posts)


def _behind(chunks: Sequence[Chunk], at: int) -> list[Chunk]:
    """The name at `at` with the posts behind its comma; the name alone where a next name may own them."""
    stop = at + 1
    while stop + 1 < len(chunks) and chunks[stop].kind in ("comma", "and") and _is_post(chunks[stop + 1]):
        stop += 2
    following = chunks[stop].kind if stop < len(chunks) else ""
    joined = stop + 1 < len(chunks) and following in ("comma", "and", "semicolon")
    owned = following == "name" or (joined and chunks[stop + 1].kind in ("name", "post", "body", "others"))
    if stop == at + 1 or owned or chunks[at + 1].kind != "comma":
        return [chunks[at]]
    return list(chunks[at:stop])


def _is_post(chunk: Chunk) -> bool:
    return chunk.kind == "post" and not chunk.plural and not chunk.generic
