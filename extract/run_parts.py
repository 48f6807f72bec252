"""The parts of a run of titles, bodies and capitalised words: where 'and' cuts it, and what each part is by its head noun."""

from __future__ import annotations

from extract.chunk_record import Chunk
from extract.tokens import Token
from extract.word_classes import POST_JOINTS

NO_NOUNS = frozenset("gKN")
JOINTS = frozenset(["and", "&"])
SITTINGS = frozenset(["meeting", "session", "sitting"])


def chunks_of_run(text: str, run: list[Token]) -> list[Chunk]:
    chunks: list[Chunk] = []
    parts = _split_at_and(run)
    for number, part in enumerate(parts):
        if number:
            joint = run[run.index(part[0]) - 1]
            chunks.append(Chunk(kind="and", start=joint.start, end=joint.end, text=joint.text))
        chunks.append(_chunk_of_part(text, part))
    return chunks


def _split_at_and(run: list[Token]) -> list[list[Token]]:
    """Cut a run at each 'and' that joins two posts or two bodies, and at no other ('Culture and Tourism')."""
    if JOINTS.isdisjoint([token[3] for token in run]):
        return [run]
    pieces: list[list[Token]] = [[]]
    for token in run:
        if token.low in JOINTS and pieces[-1]:
            pieces.append([])
        else:
            pieces[-1].append(token)
    joined: list[list[Token]] = []
    joints = [token for token in run if token.low in JOINTS]
    for number, piece in enumerate(pieces):
        if number and not (_stands_alone(piece) and _headed(joined[-1], piece)):
            joined[-1] = [*joined[-1], joints[number - 1], *piece]
        else:
            joined.append(piece)
    return [part for part in joined if part]


def _stands_alone(piece: list[Token]) -> bool:
    """Whether a piece after 'and' begins a post or a body of its own."""
    kinds = [token.kind for token in piece]
    if "T" in kinds:
        return True
    if "G" in kinds:
        return piece[0].low == "the" or piece[0].kind == "N"
    body = [token for token in piece if token.kind != "K"]
    return bool(body) and body[-1].kind == "B" and (piece[0].low == "the" or len(body) >= 3)


def _headed(piece: list[Token], following: list[Token]) -> bool:
    """Whether what stands before 'and' is complete; a body can only follow a complete body or a bare title."""
    kinds = [token.kind for token in piece]
    if kinds[-1] == "B":
        return True
    if set(kinds) == {"C"} and _opens_with_title(following):
        return True  # 'Mayor A of Sunville, California and Mayor B'
    if any(token.kind in "TG" for token in following):
        return "T" in kinds or "G" in kinds or _office_follows(piece, following)
    # 'secretary of the discipline inspection and supervision committee': an inspection there is no gathering
    return kinds[-1] == "T" or (kinds[-1] == "G" and "T" not in kinds)


def _opens_with_title(piece: list[Token]) -> bool:
    kinds = [token.kind for token in piece]
    return kinds[0] == "T" or kinds[:2] == ["M", "T"]


def _office_follows(piece: list[Token], following: list[Token]) -> bool:
    """'the Democratic Republic of Freedonia and the Prime Minister of Ruritania': a country, then an office."""
    joint = next((n for n, token in enumerate(following) if token.low in POST_JOINTS), len(following))
    return (
        piece[0].low == "the"
        and following[0].low == "the"
        and any(token.kind == "B" for token in piece)
        and joint > 0
        and following[joint - 1].kind == "T"
    )


def _chunk_of_part(text: str, part: list[Token]) -> Chunk:
    head_part: list[Token] = []
    for token in part:
        if token.low in POST_JOINTS and head_part:
            break
        if token.kind != "K":
            head_part.append(token)
    start, end = part[0].start, part[-1].end
    whole = text[start:end]
    titles = [token for token in head_part if token.title is not None]
    head = head_part[-1] if head_part else part[-1]
    kinds = {token[4] for token in part}
    if head.kind == "g" and "G" in kinds:
        # 'the opening of the fourth session of the congress': a part of the gathering stands for it
        later = next(token for token in part if token.kind == "G")
        return Chunk(kind="gathering", start=start, end=end, text=whole, head=later.gathering)
    if head.kind == "G" and not _is_cppcc(head, head_part):
        return Chunk(kind="gathering", start=start, end=end, text=whole, head=head.gathering)
    if head.kind == "B" and part[-1].low in SITTINGS and part[-1] not in head_part and part[-2].kind != "K":
        # 'a Council of Ministers meeting': the noun stands last
        return Chunk(kind="gathering", start=start, end=end, text=whole, head=part[-1].gathering)
    if titles and (head.kind == "T" or head.kind in "MNC" or _apposed(head_part)):
        title = titles[-1].title
        assert title is not None
        if part[0].text.isdigit() and len(part) > 1:
            start, whole = part[1].start, text[part[1].start : end]  # 'On 16 May 2023 Mayor Tan Heng'
        return Chunk(
            kind="post",
            start=start,
            end=end,
            text=whole,
            head=title.head,
            plural=title.plural,
            generic=title.generic,
        )
    if kinds <= NO_NOUNS:
        return Chunk(kind="word", start=start, end=end, text=whole)
    last = part[-1].title
    bare = last is not None and not last.plural and not last.generic
    if bare and last is not None and part[-1] not in head_part and part[-2].kind != "K":
        # 'Provincial Department of Water Resources director': the title stands last
        return Chunk(kind="post", start=start, end=end, text=whole, head=last.head, plural=last.plural)
    if not kinds.isdisjoint("Bb") or _cppcc(part):
        body = next((token.low for token in reversed(head_part) if token.kind == "B"), "")
        return Chunk(kind="body", start=start, end=end, text=whole, head=body)
    return Chunk(kind="title-less", start=start, end=end, text=whole)


def _apposed(head_part: list[Token]) -> bool:
    """'Secretary General Office' is a body; 'Mayor Lanzhou' (a slip for 'Mayor of Lanzhou') is a post."""
    return head_part[-1].kind != "B" and head_part[-1].kind != "b"


def _cppcc(part: list[Token]) -> bool:
    """Whether a people's congress or a consultative conference is named."""
    lows = [token.low for token in part]
    return ("conference" in lows and "consultative" in lows) or (
        "congress" in lows and any(low in ("people", "people's", "peoples", "npc") for low in lows)
    )


def _is_cppcc(head: Token, part: list[Token]) -> bool:
    """Whether its last word is that of such a body: 'People's Congress Work Conference' is a conference."""
    return _cppcc(part) and (head.low == "congress" or "consultative" in [token.low for token in part])
