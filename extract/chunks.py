"""Cut a sentence into chunks: names, posts, bodies, gatherings, role verbs, separators and plain words.

The chunks are what the list grammar and the role grammar read; both work on kinds, never on letters.
A run is a stretch of title words, body words and capitalised words; its kind is that of its head noun (English
noun phrases are head-final up to the first 'of'): 'Municipal Party Committee Secretary' is a post, 'Standing
Committee of the Municipal Party Committee' a body, 'the third meeting of the council' a gathering.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Literal, NamedTuple

from extract.frames import FrameHit
from extract.names import NameSpan
from extract.vocabulary import TitleWord, Vocabulary, vocabulary

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

TOKEN = re.compile(
    r"[A-Z][a-z]+ \([A-Z][a-z]+\)(?= [A-Z][a-z])|(?:St|Co|Ltd|Inc|Corp|Pvt|No|Bhd|Sdn)\.(?=[\s,;)])|[^\W_]+(?:[’'‘\-.&](?=[^\W\d_])[^\W_]+)*|\S"
)
ADVERBS = frozenset(
    [
        "also",
        "personally",
        "jointly",
        "separately",
        "both",
        "all",
        "together",
        "then",
        "once",
        "again",
        "subsequently",
        "successively",
        "later",
        "first",
        "finally",
        "in",
        "turn",
        "additionally",
        "furthermore",
        "moreover",
        "meanwhile",
        "online",
        "onsite",
        "on-site",
        "there",
        "here",
        "concurrently",
        "comprehensively",
        "carefully",
        "deeply",
        "fully",
        "clearly",
        "further",
        "specifically",
        "especially",
    ]
)
# 'warmly', 'earnestly'; not 'family', 'supply'
MANNER = re.compile(
    r"(?!respectively|family|supply|reply|assembly|monopoly|anomaly|only|early|daily|weekly|monthly|yearly|elderly)[a-z]{3,}ly"
)
AUXILIARIES = frozenset(
    ["was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "did", "does", "do"]
)
PRONOUNS = frozenset(["he", "she", "they"])
JOINTS = frozenset(["of", "for"])
POST_JOINTS = frozenset(["of", "for", "at", "to"])
JOINERS: tuple[tuple[str, ...], ...] = (
    ("as", "well", "as"),
    ("together", "with"),
    ("along", "with"),
    ("alongside",),
    ("plus",),
)
JOINER_STARTS = frozenset(joiner[0] for joiner in JOINERS)
FUNCTION_WORDS = frozenset(
    [
        "the",
        "a",
        "an",
        "at",
        "on",
        "in",
        "during",
        "after",
        "before",
        "when",
        "while",
        "by",
        "for",
        "from",
        "with",
        "without",
        "of",
        "and",
        "or",
        "but",
        "as",
        "since",
        "to",
        "this",
        "that",
        "these",
        "those",
        "his",
        "her",
        "their",
        "its",
        "it",
        "he",
        "she",
        "they",
        "we",
        "you",
        "i",
        "who",
        "which",
        "what",
        "where",
        "how",
        "why",
        "according",
        "if",
        "although",
        "though",
        "because",
        "however",
        "therefore",
        "today",
        "yesterday",
        "recently",
        "then",
        "there",
        "here",
        "under",
        "over",
        "into",
        "upon",
        "within",
        "also",
        "both",
        "all",
        "some",
        "many",
        "several",
        "other",
        "others",
        "each",
        "every",
        "no",
        "not",
        "only",
        "just",
        "very",
        "more",
        "most",
        "such",
        "same",
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "has",
        "have",
        "had",
        "do",
        "does",
        "did",
        "will",
        "would",
        "shall",
        "should",
        "must",
        "can",
        "could",
        "may",
        "might",
        "let",
        "minutes",
        "present",
        "apologies",
        "absent",
        "votes",
        "welcome",
        "attended",
        "attending",
        "following",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "news",
        "source",
        "reporter",
        "editor",
    ]
)


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


class _Token(NamedTuple):
    start: int
    end: int
    text: str
    low: str
    kind: str  # T title, M title modifier, B body head, b body modifier, C capitalised, N number, K joint, W other
    title: TitleWord | None = None
    gathering: str = ""


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
        kind: ChunkKind = "possessed" if owner or span.within else "name"
        fixed.append(
            Chunk(kind=kind, start=span.start, end=span.end, text=text[span.start : span.end], name=span)
        )
    for hit in frames:
        inside = _inside(text, hit, fixed) if hit.frame.voice == "inverted" else ()
        words = text[hit.start : hit.end]
        fixed.append(Chunk(kind="verb", start=hit.start, end=hit.end, text=words, frame=hit, inside=inside))
    fixed.sort(key=lambda chunk: (chunk.start, chunk.end))
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
    out: list[Chunk] = []
    for chunk in chunks:
        if chunk.kind == "post" and len(out) >= 2 and out[-1].text in DASHES and out[-2].kind == "post":
            out[-1] = out[-1]._replace(kind="and")  # 'Deputy Prime Minister - Foreign Minister X'
        if (
            chunk.kind in ("body", "title-less")
            and len(out) >= 2
            and out[-1].text.lower() in ("of", "from")
            and out[-2].kind == "name"
        ):
            out.pop()
            out.append(Chunk(kind="affiliation", start=chunk.start, end=chunk.end, text=chunk.text))
        elif chunk.kind in ("body", "title-less") and (title := _portfolio(out)) is not None:
            post = out[title]
            words = f"{post.text} {out[-1].text} {chunk.text}"
            del out[title:]
            out.append(post._replace(end=chunk.end, text=words))
        else:
            out.append(chunk)
    return out


def _portfolio(out: list[Chunk]) -> int | None:
    """Where a title begins that a parenthesis and 'of' follow: 'Vice President (Research) of'."""
    if len(out) < 4 or out[-1].text.lower() != "of" or out[-2].kind != "close":
        return None
    opened = next((n for n in range(len(out) - 3, max(0, len(out) - 8), -1) if out[n].kind == "open"), None)
    if opened is None or opened == 0 or out[opened - 1].kind != "post":
        return None
    return opened - 1


def _chunk_gap(text: str, start: int, end: int) -> list[Chunk]:
    if start >= end:
        return []
    tokens = _tokens(text, start, end)
    chunks: list[Chunk] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        may_begin = token.kind in CORE or token.kind == "N" or token.low == "the"
        stop = _run_end(tokens, at) if may_begin else at
        if stop > at:
            chunks += _chunks_of_run(text, tokens[at:stop])
            at = stop
        else:
            kind = _plain_kind(token.text, token.low)
            chunks.append(Chunk(kind, token.start, token.end, token.text))
            at += 1
    return chunks


def _tokens(text: str, start: int, end: int) -> list[_Token]:
    words = vocabulary()
    raw = [(*m.span(), m.group()) for m in TOKEN.finditer(text, start, end)]
    alone = [_alone(surface) for _, _, surface in raw]
    lows = [low for low, _, _ in alone]
    tokens: list[_Token] = []
    at = 0
    while at < len(raw):
        first, last, surface = raw[at]
        low, kind, opens = alone[at]
        if not opens:
            tokens.append(_Token(first, last, surface, low, kind))
            at += 1
            continue
        joiner: tuple[str, ...] = ()
        if low in JOINER_STARTS:
            joiner = next((j for j in JOINERS if tuple(lows[at : at + len(j)]) == j), ())
        if joiner:
            last = raw[at + len(joiner) - 1][1]
            tokens.append(_Token(first, last, text[first:last], "and", "K"))
            at += len(joiner)
            continue
        title, gathering, width = _heads(words, raw, lows, at)
        last = raw[at + width - 1][1]
        whole = text[first:last]
        tokens.append(
            _Token(first, last, whole, low, _kind(words, low, surface, title, gathering), title, gathering)
        )
        at += width
    return tokens


@lru_cache(maxsize=50_000)
def _alone(surface: str) -> tuple[str, str, bool]:
    """What a word is by itself: its plain form, its kind, and whether it may open a title, a gathering or a joiner."""
    low = surface.lower().replace("’", "'").replace("‘", "'")
    low = low.removesuffix("'s").removesuffix("'")
    words = vocabulary()
    return low, _kind(words, low, surface, None, ""), low in JOINER_STARTS or low in words.starts


def _heads(
    words: Vocabulary, raw: list[tuple[int, int, str]], lows: list[str], at: int
) -> tuple[TitleWord | None, str, int]:
    if lows[at] not in words.starts:
        return None, "", 1
    for width in (3, 2, 1):
        key = tuple(lows[at : at + width])
        if len(key) < width:
            continue
        title = words.titles.get(key)
        if title is not None and "capitals" in title.flags and not raw[at][2][:2].isupper():
            title = None  # '7 pm' and '9 cm' are no offices
        if title is not None and not raw[at + width - 1][2].lower().endswith(("'s", "’s")):
            return title, "", width
        if key in words.gatherings:
            return None, words.gatherings[key], width
    return None, "", 1


def _kind(words: Vocabulary, low: str, surface: str, title: TitleWord | None, gathering: str) -> str:
    if title is not None:
        return "T"
    if gathering:
        return "G"
    if low in words.title_modifiers:
        return "M"
    if low in words.body_heads:
        return "B"
    if low in words.body_modifiers or (low in ("people", "peoples") and surface != low):
        return "b"
    if low in words.gathering_modifiers:
        return "g"
    if low in FUNCTION_WORDS:
        return "K" if low in POST_JOINTS or low in ("and", "the") else "W"
    if surface == "&":
        return "K"
    if surface[:1].isdigit():
        return "N"
    if surface[:1].isupper():
        return "C"
    return "W"


SITES = frozenset(["palace", "airport", "residence", "villa", "ministry", "building"])
DASHES = frozenset(["-", "–", "—"])
CORE = frozenset("TMBbgCG")
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|\d{4}")


def _run_end(tokens: list[_Token], at: int) -> int:
    """The end of the run that begins at `at` (an opening 'the' belongs to it), or `at` where none begins."""
    first = at + 1 if tokens[at].low == "the" else at
    while first < len(tokens) and tokens[first].kind == "N":
        first += 1
    if first >= len(tokens) or tokens[first].kind not in CORE:
        return at
    stop = first + 1
    has_title = tokens[first].kind == "T"
    in_place = at > 0 and tokens[at - 1].low in ("at", "in")
    while stop < len(tokens):
        token = tokens[stop]
        if in_place and tokens[stop - 1].low in SITES and token.kind in "TM":
            break  # 'received at Seif Palace Deputy Prime Minister ...'
        if token.kind in CORE or (token.kind == "N" and _ordinal(token.low)):
            has_title = has_title or token.kind == "T"
            stop += 1
            continue
        if token.kind != "K" or token.low == "the":
            break
        if token.low in ("at", "to", "from") and not has_title:
            break
        ahead = stop + 1
        if ahead < len(tokens) and tokens[ahead].low in ("the", "its", "his"):
            ahead += 1
        while ahead < len(tokens) and tokens[ahead].kind == "N":
            ahead += 1
        if ahead >= len(tokens) or tokens[ahead].kind not in CORE:
            break
        has_title = has_title or tokens[ahead].kind == "T"
        stop = ahead + 1
    return stop


def _ordinal(low: str) -> bool:
    return ORDINAL.fullmatch(low) is not None


def _chunks_of_run(text: str, run: list[_Token]) -> list[Chunk]:
    chunks: list[Chunk] = []
    parts = _split_at_and(run)
    for number, part in enumerate(parts):
        if number:
            joint = run[run.index(part[0]) - 1]
            chunks.append(Chunk(kind="and", start=joint.start, end=joint.end, text=joint.text))
        chunks.append(_chunk_of_part(text, part))
    return chunks


def _split_at_and(run: list[_Token]) -> list[list[_Token]]:
    """Cut a run at each 'and' that joins two posts or two bodies, and at no other ('Culture and Tourism')."""
    pieces: list[list[_Token]] = [[]]
    for token in run:
        if token.low in ("and", "&") and pieces[-1]:
            pieces.append([])
        else:
            pieces[-1].append(token)
    joined: list[list[_Token]] = []
    joints = [token for token in run if token.low in ("and", "&")]
    for number, piece in enumerate(pieces):
        if number and not (_stands_alone(piece) and _headed(joined[-1], piece)):
            joined[-1] = [*joined[-1], joints[number - 1], *piece]
        else:
            joined.append(piece)
    return [part for part in joined if part]


def _stands_alone(piece: list[_Token]) -> bool:
    """Whether a piece after 'and' begins a post or a body of its own."""
    kinds = [token.kind for token in piece]
    if "T" in kinds:
        return True
    if "G" in kinds:
        return piece[0].low == "the" or piece[0].kind == "N"
    body = [token for token in piece if token.kind != "K"]
    return bool(body) and body[-1].kind == "B" and (piece[0].low == "the" or len(body) >= 3)


def _headed(piece: list[_Token], following: list[_Token]) -> bool:
    """Whether what stands before 'and' is complete; a body can only follow a complete body or a bare title."""
    kinds = [token.kind for token in piece]
    if kinds[-1] == "B":
        return True
    if any(token.kind in "TG" for token in following):
        return "T" in kinds or "G" in kinds
    return kinds[-1] in "TG"


def _chunk_of_part(text: str, part: list[_Token]) -> Chunk:
    head_part: list[_Token] = []
    for token in part:
        if token.low in POST_JOINTS and head_part:
            break
        if token.kind != "K":
            head_part.append(token)
    start, end = part[0].start, part[-1].end
    whole = text[start:end]
    titles = [token for token in head_part if token.title is not None]
    head = head_part[-1] if head_part else part[-1]
    later = next((token for token in part if token.kind == "G"), None)
    if head.kind == "g" and later is not None:
        # 'the opening of the fourth session of the congress': a part of the gathering stands for it
        return Chunk(kind="gathering", start=start, end=end, text=whole, head=later.gathering)
    if head.kind == "G" and not (_cppcc(part)):
        return Chunk(kind="gathering", start=start, end=end, text=whole, head=head.gathering)
    if titles and (head.kind == "T" or head.kind in "MNC" or _apposed(head_part)):
        title = titles[-1].title
        assert title is not None
        return Chunk(
            kind="post",
            start=start,
            end=end,
            text=whole,
            head=title.head,
            plural=title.plural,
            generic="generic" in title.flags,
        )
    if all(token.kind in "gKN" for token in part):
        return Chunk(kind="word", start=start, end=end, text=whole)
    last = part[-1].title
    bare = last is not None and not last.plural and "generic" not in last.flags
    if bare and last is not None and part[-1] not in head_part and part[-2].kind != "K":
        # 'Provincial Department of Water Resources director': the title stands last
        return Chunk(kind="post", start=start, end=end, text=whole, head=last.head, plural=last.plural)
    if any(token.kind in "Bb" for token in part) or _cppcc(part):
        body = next((token.low for token in reversed(head_part) if token.kind == "B"), "")
        return Chunk(kind="body", start=start, end=end, text=whole, head=body)
    return Chunk(kind="title-less", start=start, end=end, text=whole)


def _apposed(head_part: list[_Token]) -> bool:
    """'Secretary General Office' is a body; 'Mayor Lanzhou' (a slip for 'Mayor of Lanzhou') is a post."""
    return head_part[-1].kind != "B" and head_part[-1].kind != "b"


def _cppcc(part: list[_Token]) -> bool:
    lows = [token.low for token in part]
    return ("conference" in lows and "consultative" in lows) or (
        "congress" in lows and any(low in ("people", "people's", "peoples", "npc") for low in lows)
    )


@lru_cache(maxsize=50_000)
def _plain_kind(text: str, low: str) -> ChunkKind:
    kind: ChunkKind = "word"
    if text in (",", "、", "，"):
        kind = "comma"
    elif text in (";", "；"):
        kind = "semicolon"
    elif text in (":", "："):
        kind = "colon"
    elif text in ("(", "[", "（"):
        kind = "open"
    elif text in (")", "]", "）"):
        kind = "close"
    elif low in ("and", "&"):
        kind = "and"
    elif low in ("other", "others", "etc", "among", "further"):
        kind = "others"
    elif low in ("the", "a", "an", "several", "various", "some"):
        kind = "det"
    elif low in AUXILIARIES:
        kind = "auxiliary"
    elif low in ADVERBS or MANNER.fullmatch(text):
        kind = "adverb"
    elif low in ("who", "whom"):
        kind = "who"
    elif low in PRONOUNS:
        kind = "pronoun"
    elif low == "respectively":
        kind = "respectively"
    return kind
