"""Cut a sentence into chunks: names, posts, bodies, gatherings, role verbs, separators and plain words.

The chunks are what the list grammar and the role grammar read; both work on kinds, never on letters.
A run is a stretch of title words, body words and capitalised words; its kind is that of its head noun (English
noun phrases are head-final up to the first 'of'): 'Municipal Party Committee Secretary' is a post, 'Standing
Committee of the Municipal Party Committee' a body, 'the third meeting of the council' a gathering.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from operator import itemgetter

from extract.chunk_record import Chunk, ChunkKind
from extract.frames import FrameHit
from extract.names_span import NameSpan
from extract.run_parts import chunks_of_run
from extract.runs import CORE, run_end
from extract.tokens import Token, tokens_of

DASHES = frozenset(["-", "–", "—"])
TELLING = re.compile(r"(?:reported|reports|said|says|announced|quoted|disclosed)\b")
AGENCY = re.compile(
    r"(?:.*\b(?:News|Press|Telegraph|Information) Agency|.*\b(?:Times|Post|Daily|Herald|Tribune|Gazette|Television|Radio)"
    r"|[A-Z]{3,6}|Xinhua|Reuters|Bernama|Antara|Petra|Yonhap|Kyodo|Anadolu|Interfax|Tanjug|Agerpres)"
)
NAMED = frozenset(["name", "close"])
TIMES_INSIDE = frozenset(["today", "yesterday", "just", "already", "now"])
TOUCHED = frozenset(["close", "post", "body", "title-less", "name"])
"""Kinds of chunks that what stands before can belong to."""
BEHIND_POST = frozenset(["comma", "semicolon", "and", "others", "close"])
ENVOYS = frozenset(["consul", "consul general", "ambassador", "representative", "correspondent"])
BY_PLACE = itemgetter(1, 2)
SENT_BY = re.compile(
    r"(?:.* )?(?i:envoy|representative|advis[eo]r|spokes(?:man|woman|person)|assistant|aide|emissary|messenger)s? (?:of|to|for) (?:[A-Z][\w.-]+ ){0,2}"
    r"(?:President|Prime Minister|King|Emir|Sultan|Chancellor|Premier|Secretary[- ]General)"
)
"""Whose the office is, without an article: the name behind is not of 'special envoy of the President', but of the president."""
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
    return tuple(_affiliations(chunks))


def _inside(text: str, hit: FrameHit, names: Sequence[Chunk]) -> tuple[Chunk, ...]:
    covered = [chunk for chunk in names if chunk.frame is None and hit.start <= chunk.start < hit.end]
    gathered = [c for c in _chunk_gap(text, hit.start, hit.end) if c.kind == "gathering"]
    return (*covered, *gathered)


def _affiliations(chunks: list[Chunk]) -> list[Chunk]:
    """'Professor X of the Institute': the body after a name belongs to it and does not end a list.

    'Vice President (Research) of the Institute' is one post.
    """
    if {chunk[0] for chunk in chunks}.isdisjoint(("name", "close")) and DASHES.isdisjoint(
        [chunk[3] for chunk in chunks]
    ):
        return chunks
    out: list[Chunk] = []
    for chunk, following in zip(chunks, [*chunks[1:], None], strict=True):
        if chunk.kind == "verb" and TELLING.match(chunk.text) and (agency := _agency(out, following)):
            del out[-agency:]  # 'attended by A and B, the Isles News Agency reported'
            continue
        if chunk.kind == "word" and _inside_verb(out, following) and chunk.text.lower() in TIMES_INSIDE:
            chunk = chunk._replace(kind="adverb")
        if chunk.kind == "colon" and any(before.kind == "open" for before in out[-2:]):
            chunk = chunk._replace(kind="word")  # 'A (Ethnicity: Tibetan), director'
        if chunk.kind not in TOUCHED:
            out.append(chunk)
            continue
        if chunk.kind == "close" and _named_in_brackets(out):
            del out[-2]  # 'the steward (Mr. Frayne) stated': the name of whoever holds the post
            continue
        if chunk.kind == "post" and len(out) >= 2 and out[-1].text in DASHES and out[-2].kind in NAMED:
            out[-1] = out[-1]._replace(kind="comma")  # 'Xiang Li- Secretary of the city committee went'
        if chunk.kind == "post" and len(out) >= 2 and out[-1].text in DASHES and out[-2].kind == "post":
            out[-1] = out[-1]._replace(kind="and")  # 'Deputy Prime Minister - Foreign Minister X'
        if chunk.kind == "post" and _dashed(out) and (following is None or following.kind in BEHIND_POST):
            out[-1] = out[-1]._replace(kind="comma")  # 'A - Minister of Works, B - Minister of Trade and C'
        if chunk.kind in ("body", "title-less") and _in_charge(out):
            del out[-3:]  # 'Principal X in charge of the lower school stressed'
            out.append(Chunk(kind="affiliation", start=chunk.start, end=chunk.end, text=chunk.text))
        elif chunk.kind in ("body", "title-less") and (joint := _behind_name(out)):
            del out[-joint:]
            out.append(Chunk(kind="affiliation", start=chunk.start, end=chunk.end, text=chunk.text))
        elif chunk.kind == "name" and out and out[-1].kind == "post" and SENT_BY.fullmatch(out[-1].text):
            # 'a special envoy of President X': whose envoy it is was not there
            out[-1] = out[-1]._replace(end=chunk.end, text=f"{out[-1].text} {chunk.text}")
        elif chunk.kind == "name" and _in_place(out):
            place = out.pop()
            out.pop()
            words = f"{out[-1].text} in {place.text}"
            out[-1] = out[-1]._replace(end=place.end, text=words)
            out.append(chunk)
        elif chunk.kind == "post" and _short_name(out):
            # 'National Assembly (NA) Chairman X'
            body = out[-4]
            del out[-4:]
            words = f"{body.text} {chunk.text}"
            out.append(chunk._replace(start=body.start, text=words))
        elif chunk.kind in ("body", "title-less") and (title := _portfolio(out)) is not None:
            # also 'the Coordination Committee (CC) of the Cabinet': one body
            post = out[title]
            words = f"{post.text} {out[-1].text} {chunk.text}"
            del out[title:]
            out.append(post._replace(end=chunk.end, text=words))
        else:
            out.append(chunk)
    return out


def _behind_name(out: list[Chunk]) -> int:
    """How many chunks join what follows to a name: 'Professor X of the Institute', 'Chairman X of our council'; 0 where none do."""
    own = bool(out) and out[-1].text.lower() in ("our", "this", "its", "their")
    joint = 1 + own
    if len(out) <= joint or out[-joint].text.lower() not in ("of", "from"):
        return 0
    return joint if out[-joint - 1].kind == "name" else 0


def _agency(out: list[Chunk], following: Chunk | None) -> int:
    """How many chunks name, behind a comma, what tells of it: ', Isles News Agency (INA) reported', ', the palace said.'"""
    at = len(out) - 1
    if [chunk.kind for chunk in out[-3:]] == ["open", "title-less", "close"]:
        at -= 3
    if at < 2 or out[at].kind not in ("body", "title-less", "post"):
        return 0
    told = out[at].kind == "body" and (following is None or following.text == ".")
    if not AGENCY.fullmatch(out[at].text) and not (told and out[at].text.lower().startswith("the ")):
        return 0
    at -= out[at - 1].kind == "det"
    return len(out) - at + 1 if out[at - 1].kind == "comma" and out[at - 2].kind != "verb" else 0


def _dashed(out: list[Chunk]) -> bool:
    return len(out) > 1 and out[-1].text in DASHES and out[-2].kind == "name"


def _inside_verb(out: list[Chunk], following: Chunk | None) -> bool:
    """Whether a word stands inside a verb: 'has today hosted', 'have just met'."""
    return bool(out) and out[-1].kind == "auxiliary" and following is not None and following.kind == "verb"


def _in_place(out: list[Chunk]) -> bool:
    """Whether 'consul general of Russia in Shenyang' ends the chunks in front of a name: where an envoy sits is part of the post."""
    if len(out) < 3 or out[-2].text != "in":
        return False
    if [chunk.kind for chunk in out[-3:]] != ["post", "adverb", "title-less"]:
        return False
    return out[-3].head in ENVOYS and not out[-3].plural


def _short_name(out: list[Chunk]) -> bool:
    """Whether a body and its short name in brackets end the chunks: 'National Assembly (NA)'."""
    return [chunk.kind for chunk in out[-4:]] == ["body", "open", "title-less", "close"] and out[
        -2
    ].text.isupper()


def _in_charge(out: list[Chunk]) -> bool:
    return (
        len(out) > 3
        and [chunk.text.lower() for chunk in out[-3:]] == ["in", "charge", "of"]
        and out[-4].kind == "name"
    )


def _named_in_brackets(out: list[Chunk]) -> bool:
    """Whether an open bracket and one name end the chunks, right behind a post of one person."""
    if [chunk.kind for chunk in out[-3:]] != ["post", "open", "name"]:
        return False
    return not (out[-3].plural or out[-3].generic)


def _portfolio(out: list[Chunk]) -> int | None:
    """Where a title begins that a parenthesis and 'of' follow: 'Vice President (Research) of'."""
    if len(out) < 4 or out[-1].text.lower() != "of" or out[-2].kind != "close":
        return None
    opened = next((n for n in range(len(out) - 3, max(0, len(out) - 8), -1) if out[n].kind == "open"), None)
    if opened is None or opened == 0:
        return None
    acronym = len(out) - opened == 4 and out[opened + 1].text.isupper()
    return (
        opened - 1 if out[opened - 1].kind == "post" or (acronym and out[opened - 1].kind == "body") else None
    )


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
