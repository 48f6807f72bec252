"""Runs of title words, body words and capitalised words: where one ends, where 'and' cuts it, and what it is by its head noun."""

from __future__ import annotations

import re

from extract.chunk_record import Chunk
from extract.tokens import Token
from extract.word_classes import FUNCTION_WORDS, POST_JOINTS

SITES = frozenset(["palace", "airport", "residence", "villa", "ministry", "building"])
CORE = frozenset("TMBbgCG")
NO_NOUNS = frozenset("gKN")
# bodies that are named by what they are on
SUBJECTS = frozenset(["committee", "commission", "council", "group", "panel", "board", "conference"])
JOINTS = frozenset(["and", "&"])
NUMBERED = frozenset(["regiment", "brigade", "division", "battalion"])  # 'Regiment 29'
MOST_UNKNOWN = 3  # words of a body that no list knows: 'the two new organizations office'
NEXT_THING = re.compile(
    r" (?:his|her|their|its) (?:party|delegation|team|entourage|wife|husband|spouse|family|colleagues|group)\b"
    r"| (?:the )?(?:whole )?(?:city|county|province|district|region|town|township|prefecture)['’]s? "
)
"""Behind 'and': 'Mayor Kang of the port and his party' is no part of the port's name, nor 'and the city's poverty' of a leading group's."""
STANDINGS = frozenset(["ruling", "governing", "opposition", "main", "then-ruling", "newly", "largest"])
"""Of a party, in front of its name: 'chairman of the ruling Rice Party'."""
POSTED = frozenset(["stationed", "resident", "dispatched", "directly"])
ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)|\d{4}")


def run_end(text: str, tokens: list[Token], at: int) -> int:
    """The end of the run that begins at `at` (an opening 'the' belongs to it), or `at` where none begins."""
    if at > 0 and tokens[at - 1].low == "who" and tokens[at].low in ("heads", "chairs", "leads"):
        return at  # 'who heads Regiment 223'
    first = at + 1 if tokens[at].low == "the" else at
    while first < len(tokens) and tokens[first].kind == "N":
        first += 1
    if first >= len(tokens) or tokens[first].kind not in CORE:
        return at
    stop = first + 1
    has_title = tokens[first].kind == "T"
    headless = False  # behind 'of', while the body that it opens has no head yet
    in_place = at > 0 and tokens[at - 1].low in ("at", "in")
    while stop < len(tokens):
        token = tokens[stop]
        gap = (tokens[stop - 1].end, token.start)
        if gap[1] - gap[0] > 1 and "\n\n" in text[slice(*gap)].replace(" ", ""):
            break  # a blank line ends a list: what follows is the next heading
        if in_place and tokens[stop - 1].low in SITES and token.kind in "TM":
            break  # 'received at Seif Palace Deputy Prime Minister ...'
        numbered = token.kind == "N" and tokens[stop - 1].low in NUMBERED and token.low.isdigit()
        if token.kind in CORE or numbered or (token.kind == "N" and _ordinal(token.low)):
            has_title = has_title or token.kind == "T"
            headless = headless and token.kind != "B"
            stop += 1
            continue
        if token.kind == "N" and tokens[stop - 1].text in ("No.", "No"):
            stop += 1  # 'the principal of No. 2 Middle School'
            continue
        if headless and (head := _head_behind(tokens, stop)):
            stop, headless = head + 1, False
            continue
        if token.low in POSTED and (resident := _stationed(tokens, stop)):
            stop = resident
            continue
        if token.low == "on" and _goes_on(tokens, stop):
            stop += 2
            continue
        if token.low == "with" and tokens[stop - 1].low == "friendship" and _capital(tokens, stop + 1):
            stop += 2  # 'the Association for Friendship with Foreign Countries'
            continue
        if token.kind != "K" or token.low == "the":
            break
        if token.low in ("at", "to", "from") and not has_title:
            break
        if token.low == "and" and NEXT_THING.match(text, token.end):
            break
        ahead = stop + 1
        if ahead < len(tokens) and tokens[ahead].low in ("the", "its", "his"):
            ahead += 1
        if has_title and ahead < len(tokens) and tokens[ahead].low in STANDINGS:
            ahead += 1
        while ahead < len(tokens) and tokens[ahead].kind == "N":
            ahead += 1
        if has_title and (head := _head_behind(tokens, ahead)):
            ahead = head
        if ahead >= len(tokens) or tokens[ahead].kind not in CORE:
            break
        has_title = has_title or tokens[ahead].kind == "T"
        headless = has_title and tokens[ahead].kind not in "BTG"
        stop = ahead + 1
    return stop


def _capital(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and tokens[at].kind in CORE and tokens[at].text[:1].isupper()


def _goes_on(tokens: list[Token], at: int) -> bool:
    """Whether 'on' at `at` goes on the name of a body: 'the National Committee on Water Affairs'."""
    return (
        at + 1 < len(tokens)
        and tokens[at - 1].low in SUBJECTS
        and tokens[at - 1].text[:1].isupper()
        and tokens[at + 1].kind in CORE
        and tokens[at + 1].text[:1].isupper()
    )


def _stationed(tokens: list[Token], at: int) -> int:
    """Behind the first word of the body in 'the discipline group stationed at the bureau of finance', 'the organs directly under the city', or 0."""
    low, before, ahead = tokens[at].low, tokens[at - 1], at + 1
    following = tokens[ahead].low if ahead < len(tokens) else ""
    if low in ("stationed", "resident", "dispatched") and before.low in SUBJECTS:
        ahead += following in ("at", "in", "to")
    elif low == "directly" and following == "under" and before.kind in "BC":
        ahead += 1
    else:
        return 0
    if ahead == at + 1:
        return 0
    ahead += ahead < len(tokens) and tokens[ahead].low == "the"
    return ahead + 1 if ahead < len(tokens) and tokens[ahead].kind in "BbC" else 0


def _head_behind(tokens: list[Token], at: int) -> int:
    """The head of 'director of the editorial office', behind one to three words at `at` that are in no list, or 0."""
    stop = at
    while stop < len(tokens) and stop - at < MOST_UNKNOWN and _unknown(tokens[stop]):
        stop += 1
    return stop if at < stop < len(tokens) and tokens[stop].kind == "B" else 0


def _unknown(token: Token) -> bool:
    return (
        token.kind == "W"
        and token.text.isalpha()
        and token.text.islower()
        and token.low not in FUNCTION_WORDS
    )


def _ordinal(low: str) -> bool:
    return ORDINAL.fullmatch(low) is not None


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
