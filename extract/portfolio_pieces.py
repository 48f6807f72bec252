"""Which chunks are the pieces of one post's portfolio: fields of work behind commas, a ministry, what an adviser is for, our country."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.names_titled import OURS
from extract.vocabulary import vocabulary

PIECES = frozenset({"body", "title-less", "post"})
ADVISER = re.compile(
    r"(?:the )?(?:[\w’']+ ){0,4}?(?:special )?(?:assistant|advis[eo]r|envoy|representative|coordinator|aide|rapporteur|counsell?or|delegate)\b",
    re.IGNORECASE,
)
MINISTRY = re.compile(
    r"(?:the )?(?:[\w’']+ ){0,2}?(?:Ministry|Department|Office of the|(?:Prime Minister|President)['’]s Office)\b"
)
OPENED = re.compile(r"\b(?:of|for)\b")
COMPANY = re.compile(r"(?:Ltd|Limited|Inc|LLC)\b\.? ")
WORD = re.compile(r"[^\s,&]+")


def ends_with_company(out: Sequence[Chunk]) -> bool:
    """Tell whether a company and a comma end the pieces: 'Elm Water Group Co.,' in front of 'Ltd. President'."""
    return [chunk.kind for chunk in out[-2:]] in (["body", "comma"], ["title-less", "comma"])


def is_in_ministry(chunks: Sequence[Chunk], at: int) -> bool:
    """Tell whether a post is of a ministry: 'Permanent Secretary in the Ministry of Water'; 'the minister in the hall' is of none."""
    return (
        at + 2 < len(chunks)
        and not chunks[at].plural
        and " of " not in chunks[at].text
        and chunks[at + 1].text.lower() in ("in", "within")
        and chunks[at + 2].kind == "body"
        and MINISTRY.match(chunks[at + 2].text) is not None
    )


def on_a_field(text: str, chunks: Sequence[Chunk], at: int) -> int:
    """Find the last piece of 'Special Assistant to the Prime Minister on Youth Affairs', right before a name or its own end."""
    if (
        at + 2 >= len(chunks)
        or chunks[at + 1].text.lower() not in ("on", "for")
        or not ADVISER.match(chunks[at].text)
    ):
        return at
    stop = at + 1
    while stop + 1 < len(chunks) and chunks[stop + 1].kind in ("body", "title-less", "post", "and", "det"):
        stop += 1
    while stop > at + 1 and chunks[stop].kind in ("and", "det"):
        stop -= 1
    following = chunks[stop + 1].kind if stop + 1 < len(chunks) else "comma"
    return stop if stop > at + 1 and following in ("name", "comma", "verb", "auxiliary") else at


def to_our_country(text: str, chunks: Sequence[Chunk], at: int) -> int:
    """Find the last piece of 'Ambassador of Turkey to our country' or 'Mayor of the capital city', right before a name."""
    name = next((n for n in range(at + 2, min(len(chunks), at + 6)) if chunks[n].kind == "name"), at)
    between = text[chunks[at].end : chunks[name].start] if name > at else ""
    return name - 1 if len(between) > 1 and OURS.fullmatch(between) else at


def is_opened(post: Chunk) -> bool:
    """Tell whether a post already has the 'of' or 'for' of its portfolio."""
    return OPENED.search(post.text) is not None


def _field(words: str) -> bool:
    """Whether every word names a field of work or a body: 'Science and Technology', 'Justice'."""
    vocab = vocabulary()
    lows = [word.lower().strip(".") for word in WORD.findall(words)]
    known = [
        low in vocab.body_modifiers
        or low in vocab.body_heads
        or low in vocab.portfolios
        or low in ("and", "the")
        for low in lows
    ]
    return bool(lows) and all(known) and words[:1].isupper()


def runs_on(text: str, chunks: Sequence[Chunk], at: int) -> int:
    """Find the last piece of 'Minister of Education, Science and Technology' from the post at `at` on; `at` where there is none."""
    if not is_opened(chunks[at]) or " and " in chunks[at].text:
        return at
    stop = at
    while (
        stop + 2 < len(chunks)
        and chunks[stop + 1].kind == "comma"
        and chunks[stop + 2].kind in ("body", "title-less")
        and _field(chunks[stop + 2].text)
    ):
        stop += 2
        if " and " in chunks[stop].text:
            return stop
    following = chunks[stop + 1].kind if stop + 1 < len(chunks) else ""
    return stop if stop > at and following == "and" else at


def leads_in(out: Sequence[Chunk]) -> int | None:
    """Find where 'Law, Justice and' begins, in front of 'Parliamentary Affairs Minister'."""
    at = len(out)
    pieces = 0
    while (
        at >= 2
        and out[at - 1].kind in ("comma", "and")
        and out[at - 2].kind in PIECES
        and _field(out[at - 2].text)
    ):
        if out[at - 1].kind == "and" and pieces:
            break
        at, pieces = at - 2, pieces + 1
    commas = any(chunk.kind == "comma" for chunk in out[at:])
    before = out[at - 1].kind if at else ""
    return at if pieces and commas and before not in ("name", "post", "body") else None


def title_in_front(text: str, chunks: Sequence[Chunk], at: int) -> str:
    """Return the title that opens 'Director Intelligence' or 'Governor State Bank' right before a name, or ''."""
    chunk = chunks[at]
    following = chunks[at + 1] if at + 1 < len(chunks) else None
    if following is None or following.kind != "name" or text[chunk.end : following.start].strip():
        return ""
    words = [word.lower() for word in WORD.findall(chunk.text)]
    modifiers = vocabulary().title_modifiers
    first = next((word for word in words if word not in modifiers and word != "the"), "")
    title = vocabulary().titles.get((first,))
    return (
        first
        if title is not None and not title.plural and not title.generic and " of " not in chunk.text
        else ""
    )
