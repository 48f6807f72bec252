"""Posts with a portfolio that commas or no joint divide: 'Minister of Education, Science and Technology', 'Director Intelligence'.

Only words that name a field of work in `rules/body_modifiers.csv` or `rules/portfolios.csv`, or a body, are taken in, and only where a name follows or
the last word of the portfolio stands behind 'and'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.portfolio_pieces import (
    COMPANY,
    ends_with_company,
    is_in_ministry,
    is_opened,
    leads_in,
    on_a_field,
    runs_on,
    title_in_front,
    to_our_country,
)
from extract.vocabulary import vocabulary

MINISTERS = frozenset(
    [
        "minister",
        "vice-minister",
        "cabinet secretary",
        "secretary",
        "undersecretary",
        "under-secretary",
        "commissioner",
    ]
)
SECRETARIAT = re.compile(r"\bSecretariat[ -]General$")
"""'the Gulf Secretariat General': a body, no general."""


def with_portfolios(text: str, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Join the pieces of each post with its portfolio."""
    if MINISTERS.isdisjoint([c.head for c in chunks]) and "name" not in [c.kind for c in chunks]:
        return tuple(chunks)
    out: list[Chunk] = []
    at = 0
    while at < len(chunks):
        chunk = chunks[at]
        if chunk[0] not in ("post", "body"):
            out.append(chunk)
            at += 1
            continue
        if chunk.kind == "post" and is_in_ministry(chunks, at):
            ministry = chunks[at + 2]
            chunk = chunk._replace(end=ministry.end, text=f"{chunk.text} of {ministry.text}")
            out.append(chunk)
            at += 3
            continue
        stop = runs_on(text, chunks, at) if chunk.kind == "post" and chunk.head in MINISTERS else at
        if stop > at:
            chunk = _joined(text, chunk, chunk.start, chunks[stop].end)
            at = stop
        elif (
            chunk.kind == "post"
            and (behind := max(on_a_field(text, chunks, at), to_our_country(text, chunks, at))) > at
        ):
            chunk = _joined(text, chunk, chunk.start, chunks[behind].end)
            at = behind
        elif chunk.kind == "body" and title_in_front(text, chunks, at):
            title = vocabulary().titles[(title_in_front(text, chunks, at),)]
            chunk = chunk._replace(kind="post", head=title.head)
        elif chunk.kind == "post" and chunk.text.endswith("General") and SECRETARIAT.search(chunk.text):
            chunk = chunk._replace(kind="body", head="secretariat", plural=False, generic=False)
        elif chunk.kind == "post" and COMPANY.match(chunk.text) and ends_with_company(out):
            chunk = _joined(text, chunk, out[-2].start, chunk.end)
            del out[-2:]
        elif chunk.kind == "post" and chunk.head in MINISTERS and not is_opened(chunk):
            first = leads_in(out)
            if first is not None:
                chunk = _joined(text, chunk, out[first].start, chunk.end)
                del out[first:]
        out.append(chunk)
        at += 1
    return tuple(out)


def _joined(text: str, post: Chunk, start: int, end: int) -> Chunk:
    return post._replace(start=start, end=end, text=text[start:end])
