"""Posts with a portfolio that commas or no joint divide: 'Minister of Education, Science and Technology', 'Director Intelligence'.

Only words that name a field of work in `rules/body_modifiers.csv` or `rules/portfolios.csv`, or a body, are taken in, and only where a name follows or
the last word of the portfolio stands behind 'and'.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.names_titled import OURS
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
PIECES = frozenset({"body", "title-less", "post"})
ADVISER = re.compile(
    r"(?:the )?(?:[\w’']+ ){0,4}?(?:special )?(?:assistant|advis[eo]r|envoy|representative|coordinator|aide|rapporteur|counsell?or|delegate)\b",
    re.IGNORECASE,
)
MINISTRY = re.compile(
    r"(?:the )?(?:[\w’']+ ){0,2}?(?:Ministry|Department|Office of the|(?:Prime Minister|President)['’]s Office)\b"
)
SECRETARIAT = re.compile(r"\bSecretariat[ -]General$")
"""'the Gulf Secretariat General': a body, no general."""
OPENED = re.compile(r"\b(?:of|for)\b")
COMPANY = re.compile(r"(?:Ltd|Limited|Inc|LLC)\b\.? ")
WORD = re.compile(r"[^\s,&]+")


def with_portfolios(text: str, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Join the pieces of one post."""
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
        if chunk.kind == "post" and _in_a_ministry(chunks, at):
            ministry = chunks[at + 2]
            chunk = chunk._replace(end=ministry.end, text=f"{chunk.text} of {ministry.text}")
            out.append(chunk)
            at += 3
            continue
        stop = _runs_on(text, chunks, at) if chunk.kind == "post" and chunk.head in MINISTERS else at
        if stop > at:
            chunk = _joined(text, chunk, chunk.start, chunks[stop].end)
            at = stop
        elif (
            chunk.kind == "post"
            and (behind := max(_on_a_field(text, chunks, at), _to_our_country(text, chunks, at))) > at
        ):
            chunk = _joined(text, chunk, chunk.start, chunks[behind].end)
            at = behind
        elif chunk.kind == "body" and _titled(text, chunks, at):
            title = vocabulary().titles[(_titled(text, chunks, at),)]
            chunk = chunk._replace(kind="post", head=title.head)
        elif chunk.kind == "post" and chunk.text.endswith("General") and SECRETARIAT.search(chunk.text):
            chunk = chunk._replace(kind="body", head="secretariat", plural=False, generic=False)
        elif chunk.kind == "post" and COMPANY.match(chunk.text) and _is_company(out):
            chunk = _joined(text, chunk, out[-2].start, chunk.end)
            del out[-2:]
        elif chunk.kind == "post" and chunk.head in MINISTERS and not _opened(chunk):
            first = _leads_in(out)
            if first is not None:
                chunk = _joined(text, chunk, out[first].start, chunk.end)
                del out[first:]
        out.append(chunk)
        at += 1
    return tuple(out)


def _is_company(out: Sequence[Chunk]) -> bool:
    """Whether a company and a comma end the pieces: 'Elm Water Group Co.,' in front of 'Ltd. President'."""
    return [chunk.kind for chunk in out[-2:]] in (["body", "comma"], ["title-less", "comma"])


def _in_a_ministry(chunks: Sequence[Chunk], at: int) -> bool:
    """'Permanent Secretary in the Ministry of Water': an office of that ministry; 'the minister in the hall' is none."""
    return (
        at + 2 < len(chunks)
        and not chunks[at].plural
        and " of " not in chunks[at].text
        and chunks[at + 1].text.lower() in ("in", "within")
        and chunks[at + 2].kind == "body"
        and MINISTRY.match(chunks[at + 2].text) is not None
    )


def _on_a_field(text: str, chunks: Sequence[Chunk], at: int) -> int:
    """The last piece of 'Special Assistant to the Prime Minister on Youth Affairs', right before a name or its own end."""
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


def _to_our_country(text: str, chunks: Sequence[Chunk], at: int) -> int:
    """The last piece of 'Ambassador of Turkey to our country' or 'Mayor of the capital city', right before a name."""
    name = next((n for n in range(at + 2, min(len(chunks), at + 6)) if chunks[n].kind == "name"), at)
    between = text[chunks[at].end : chunks[name].start] if name > at else ""
    return name - 1 if len(between) > 1 and OURS.fullmatch(between) else at


def _joined(text: str, post: Chunk, start: int, end: int) -> Chunk:
    return post._replace(start=start, end=end, text=text[start:end])


def _opened(post: Chunk) -> bool:
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


def _runs_on(text: str, chunks: Sequence[Chunk], at: int) -> int:
    """The last piece of 'Minister of Education, Science and Technology' from the post at `at` on; `at` where there is none."""
    if not _opened(chunks[at]) or " and " in chunks[at].text:
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


def _leads_in(out: Sequence[Chunk]) -> int | None:
    """Where 'Law, Justice and' begins, in front of 'Parliamentary Affairs Minister'."""
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


def _titled(text: str, chunks: Sequence[Chunk], at: int) -> str:
    """The title that opens 'Director Intelligence' or 'Governor State Bank' right before a name, or ''."""
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
