"""Join what stands beside a name or a body to it: 'Professor X of the Institute', 'National Assembly (NA)', ', Isles News Agency reported'."""

from __future__ import annotations

import re

from extract.affiliation_signs import (
    DASHES,
    behind_name,
    is_dashed,
    is_in_charge,
    is_in_place,
    is_inside_verb,
    is_named_in_brackets,
    is_short_name,
    portfolio_at,
    telling_agency,
)
from extract.chunk_record import Chunk

TELLING = re.compile(r"(?:reported|reports|said|says|announced|quoted|disclosed)\b")
NAMED = frozenset(["name", "close"])
TIMES_INSIDE = frozenset(["today", "yesterday", "just", "already", "now"])
TOUCHED = frozenset(["close", "post", "body", "title-less", "name"])
"""Kinds of chunks that what stands before can belong to."""
BEHIND_POST = frozenset(["comma", "semicolon", "and", "others", "close"])
SENT_BY = re.compile(
    r"(?:.* )?(?i:envoy|representative|advis[eo]r|spokes(?:man|woman|person)|assistant|aide|emissary|messenger)s? (?:of|to|for) (?:[A-Z][\w.-]+ ){0,2}"
    r"(?:President|Prime Minister|King|Emir|Sultan|Chancellor|Premier|Secretary[- ]General)"
)
"""Whose the office is, without an article: the name behind is not of 'special envoy of the President', but of the president."""


def with_affiliations(chunks: list[Chunk]) -> list[Chunk]:
    """Join to a name, a post or a body what belongs to it: the body in 'Professor X of the Institute' ends no list."""
    if {chunk[0] for chunk in chunks}.isdisjoint(("name", "close")) and DASHES.isdisjoint(
        [chunk[3] for chunk in chunks]
    ):
        return chunks
    out: list[Chunk] = []
    for chunk, following in zip(chunks, [*chunks[1:], None], strict=True):
        if chunk.kind == "verb" and TELLING.match(chunk.text) and (agency := telling_agency(out, following)):
            del out[-agency:]  # 'attended by A and B, the Isles News Agency reported'
            continue
        if chunk.kind == "word" and is_inside_verb(out, following) and chunk.text.lower() in TIMES_INSIDE:
            chunk = chunk._replace(kind="adverb")
        if chunk.kind == "colon" and any(before.kind == "open" for before in out[-2:]):
            chunk = chunk._replace(kind="word")  # 'A (Ethnicity: Tibetan), director'
        if chunk.kind not in TOUCHED:
            out.append(chunk)
            continue
        if chunk.kind == "close" and is_named_in_brackets(out):
            del out[-2]  # 'the steward (Mr. Frayne) stated': the name of whoever holds the post
            continue
        if chunk.kind == "post" and len(out) >= 2 and out[-1].text in DASHES and out[-2].kind in NAMED:
            out[-1] = out[-1]._replace(kind="comma")  # 'Xiang Li- Secretary of the city committee went'
        if chunk.kind == "post" and len(out) >= 2 and out[-1].text in DASHES and out[-2].kind == "post":
            out[-1] = out[-1]._replace(kind="and")  # 'Deputy Prime Minister - Foreign Minister X'
        if chunk.kind == "post" and is_dashed(out) and (following is None or following.kind in BEHIND_POST):
            out[-1] = out[-1]._replace(kind="comma")  # 'A - Minister of Works, B - Minister of Trade and C'
        if chunk.kind in ("body", "title-less") and is_in_charge(out):
            del out[-3:]  # 'Principal X in charge of the lower school stressed'
            out.append(Chunk(kind="affiliation", start=chunk.start, end=chunk.end, text=chunk.text))
        elif chunk.kind in ("body", "title-less") and (joint := behind_name(out)):
            del out[-joint:]
            out.append(Chunk(kind="affiliation", start=chunk.start, end=chunk.end, text=chunk.text))
        elif chunk.kind == "name" and out and out[-1].kind == "post" and SENT_BY.fullmatch(out[-1].text):
            # 'a special envoy of President X': whose envoy it is was not there
            out[-1] = out[-1]._replace(end=chunk.end, text=f"{out[-1].text} {chunk.text}")
        elif chunk.kind == "name" and is_in_place(out):
            place = out.pop()
            out.pop()
            words = f"{out[-1].text} in {place.text}"
            out[-1] = out[-1]._replace(end=place.end, text=words)
            out.append(chunk)
        elif chunk.kind == "post" and is_short_name(out):
            # 'National Assembly (NA) Chairman X'
            body = out[-4]
            del out[-4:]
            words = f"{body.text} {chunk.text}"
            out.append(chunk._replace(start=body.start, text=words))
        elif chunk.kind in ("body", "title-less") and (title := portfolio_at(out)) is not None:
            # also 'the Coordination Committee (CC) of the Cabinet': one body
            post = out[title]
            words = f"{post.text} {out[-1].text} {chunk.text}"
            del out[title:]
            out.append(post._replace(end=chunk.end, text=words))
        else:
            out.append(chunk)
    return out
