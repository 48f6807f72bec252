"""One title over ministers of several portfolios: 'Ministers A (Health) and B (Trade)', 'Ministers of Health, A; Trade, B'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.chunk_record import Chunk
from extract.list_record import Entry, Item
from extract.portfolios import MINISTERS
from extract.post_phrase import PostPhrase
from extract.post_words import normal_case, strip_article

FIELD_KINDS = frozenset({"body", "title-less", "comma", "and", "det"})
PIECES = frozenset({"body", "title-less"})
TITLE_AHEAD = re.compile(
    r"(?<![\w-])(?P<lead>(?:(?:Cabinet|Principal|Permanent|Deputy|State|Union|Federal|Assistant|Junior|Senior) ){0,2})"
    r"(?P<head>Minister|Secretar|Commissioner|Undersecretar)(?:ies|s)(?![\w-])",
    re.IGNORECASE,
)
"""The plural title of a list, before the verb that opens it: 'Cabinet Secretaries at the retreat include A (Health)'."""
HEADS = {
    "minister": "minister",
    "secretar": "secretary",
    "commissioner": "commissioner",
    "undersecretar": "undersecretary",
}


def field_in(text: str, inner: Sequence[Chunk]) -> str:
    """The portfolio that the chunks of a bracket name, '' where they name something else."""
    if not inner or any(chunk.kind not in FIELD_KINDS for chunk in inner):
        return ""
    words = text[inner[0].start : inner[-1].end]
    return normal_case(strip_article(words)) if words[:1].isupper() else ""


def next_field(
    text: str, items: Sequence[Item], chunks: Sequence[Chunk], at: int
) -> tuple[PostPhrase, int] | None:
    """The post of the next minister under a plural title, and the position behind it: '; Works and Housing, B'."""
    if not items or items[-1].kind != "name" or chunks[at].kind not in PIECES:
        return None
    shared = next((item for item in reversed(items) if item.kind == "post"), None)
    if shared is None or shared.posts[-1].head not in MINISTERS or not (shared.plural or shared.dealt):
        return None
    stop = at
    while stop < len(chunks) and chunks[stop].kind in FIELD_KINDS:
        stop += 1
    if stop >= len(chunks) or chunks[stop].kind != "name" or stop - at < len(("body", "comma")):
        return None
    while stop > at and chunks[stop - 1].kind not in PIECES:
        stop -= 1
    if "comma" not in [chunk.kind for chunk in chunks[stop : stop + 2]]:
        return None
    words = normal_case(strip_article(text[chunks[at].start : chunks[stop - 1].end]))
    post = replace(
        shared.posts[-1],
        body=words,
        joint="for",
        whole=False,
        start=chunks[at].start,
        end=chunks[stop - 1].end,
        plural=False,
    )
    return post, stop


def of_field(post: PostPhrase, field: str) -> PostPhrase:
    """The post of one of several ministers: the shared title, and the portfolio in brackets behind the name."""
    if not field or not post.plural or post.head not in MINISTERS:
        return post
    title = f"{post.body} {post.title}".strip() if len(post.body.split()) <= 1 else post.title
    return replace(post, title=title, body=field, joint="for", plural=False)


def of_country(post: PostPhrase, affiliation: str) -> PostPhrase:
    """'Presidents A of Freedonia and B of Ruritania': each is of the country behind the own name."""
    return replace(post, body=affiliation) if affiliation and post.plural and not post.body else post


def with_fields(text: str, start: int, entries: Sequence[Entry]) -> tuple[Entry, ...]:
    """Give the people whose portfolio stands in brackets the plural title ahead of their list, where they have no post."""
    out = []
    for entry in entries:
        titles = (
            () if entry.posts or not entry.field else tuple(TITLE_AHEAD.finditer(text, start, entry.start))
        )
        ahead = titles[-1] if titles else None
        if ahead is not None:
            head = HEADS[ahead["head"].lower()]
            title = normal_case(f"{ahead['lead']}{head}")
            head = title.lower() if title.lower() in MINISTERS else head
            post = PostPhrase(
                title=title, body=entry.field, joint="for", start=ahead.start(), end=ahead.end(), head=head
            )
            entry = replace(entry, posts=(post,))
        out.append(entry)
    return tuple(out)
