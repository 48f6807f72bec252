"""Which body convened a gathering: the subject of 'held', 'called by X', the council whose decision is told.

'The Water Board on Monday held its fifth meeting', 'a meeting organised by the Water Board', 'the Water Board approved'
all say that the Water Board met. A body that only stands nearby says nothing. Names of gatherings are read in
`host_names`, headings in `host_headings`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.dates_words import MONTH
from extract.host_names import host_in_name
from extract.host_words import COUNCILS, OF, ORDINAL, single_word
from extract.places_gazetteer import fold_place, gazetteer
from extract.post_words import normal_case, strip_article

# what may stand between a body and the verb that says that it met
PASSED = re.compile(
    rf"on|in|at|the|that|which|was|were|is|are|also|recently|jointly|today|yesterday|here|just|then|again|this|last|late|early|morning|afternoon|evening|had|has|have|"
    rf"\w+ly|\w+day|\d{{1,2}}(?:st|nd|rd|th)?|{MONTH}",
    re.IGNORECASE,
)
MOST_PASSED = 6
LED_BY = 7  # chunks of 'chaired by the minister of works, X,'
OPENS = re.compile(
    r"[,:—–-]|\d+(?:st|nd|rd|th)?|[Rr]ecently|[Yy]esterday|[Tt]oday|\w+day"
)  # before a subject
BY = re.compile(
    r"^(?:called|convened|held|organi[sz]ed|hosted|sponsored|arranged|summoned|staged|run)$", re.IGNORECASE
)
AHEAD = 20
DECIDED = re.compile(
    r"^(?:approv|endors|decid|resolv|consider|discuss|okay|adopt|review|debat|clear|agree|deliberat|sanction|ratif|reject|deferr?|greenlight)"
    r"(?:ed|s|ied|d)?$|^(?:gave|sat|met|meets|passed|granted)$",
    re.IGNORECASE,
)


def host_before(chunks: Sequence[Chunk], verb: int) -> str:
    """The body that is the subject of the verb of holding at `verb`, '' where none is."""
    at = verb - 1
    passed = 0
    while at >= 0 and passed < MOST_PASSED and chunks[at].kind not in ("body", "gathering", "name"):
        if _opens_as_unit(chunks, at):
            return strip_article(chunks[at].text)
        if (
            chunks[at].kind == "close"
            and at >= 3
            and chunks[at - 2].kind == "open"
            and chunks[at - 1].text.isupper()
        ):
            at -= 3  # 'The Supreme Court (SC) convened'
            continue
        before = _apposed(chunks, at) if chunks[at].kind == "comma" else None
        if before is not None:
            at = before
            continue
        if not PASSED.fullmatch(chunks[at].text):
            return ""
        at, passed = at - 1, passed + 1
    if at < 0:
        return ""
    if (
        at >= 2
        and chunks[at].kind == "body"
        and chunks[at - 1].text.lower() in ("on", "for")
        and chunks[at - 2].kind == "body"
    ):
        words = " ".join(chunk.text for chunk in chunks[at - 2 : at + 1])
        return normal_case(strip_article(words))  # 'the Steering Group on Data Flow'
    if at >= 2 and chunks[at - 1].text.lower() == "in" and chunks[at - 2].kind == chunks[at].kind == "body":
        at -= 2  # 'The Intermediate Court in Linhe City held'
    return convening(chunks[at])


def _apposed(chunks: Sequence[Chunk], comma: int) -> int | None:
    """'The Federal Council, FEC, on Monday ...', 'The committee, chaired by X, held': the position of what stands before the aside."""
    for number in range(comma - 1, max(0, comma - LED_BY), -1):
        led = chunks[number].kind == "verb" and chunks[number].text.lower().endswith(" by")
        if led and chunks[number - 1].kind == "comma":
            return max(number - 2, 0)
    if comma >= 3 and chunks[comma - 2].kind == "comma" and chunks[comma - 1].text.isupper():
        return comma - 3
    return None


def convening(chunk: Chunk) -> str:
    """The body that a chunk names as one that can meet: a body, the body of a session, a forum with a name of its own."""
    words = strip_article(" ".join(chunk.text.split()))
    if chunk.kind == "body":
        return (
            "" if words.lower().endswith("parties") else normal_case(words)
        )  # 'both parties held a symposium'
    if chunk.kind != "gathering":
        return ""
    inside = host_in_name(words)
    if inside:
        return inside
    named = [word for word in words.split() if word[:1].isupper()]
    return normal_case(words) if len(named) >= 2 and not ORDINAL.search(words) and " for " in words else ""


def _opens_as_unit(chunks: Sequence[Chunk], at: int) -> bool:
    """'On May 9, Linhe held a meeting': the name of one city or county as the subject stands for its leaders."""
    if chunks[at].kind != "title-less" or (at and not OPENS.fullmatch(chunks[at - 1].text)):
        return False
    places = gazetteer().get(fold_place(strip_article(chunks[at].text)), ())
    return bool(places) and all(p.level in ("prefecture", "county") and not p.classed for p in places)


def host_by(chunks: Sequence[Chunk], at: int) -> str:
    """'A meeting, called by the Water Board, ...': the body behind 'by', '' where none stands there."""
    for number in range(at + 1, min(len(chunks), at + AHEAD)):
        chunk = chunks[number]
        if chunk.kind in ("semicolon", "name"):
            return ""
        words = chunk.text.lower().split()
        if chunk.kind == "verb" and words[-1] == "by" and BY.match(words[0]):
            return _agent(chunks, number + 1)
        if (
            chunk.kind == "word"
            and words == ["by"]
            and number
            and BY.match(chunks[_before_place(chunks, number) - 1].text.split()[-1])
        ):
            return _agent(chunks, number + 1)
    return ""


def _before_place(chunks: Sequence[Chunk], by: int) -> int:
    """'Held in Guangzhou by the office': the position behind the participle, in front of a place; `by` where none is told."""
    first = by - 1
    while first > 1 and chunks[first].kind in ("title-less", "det"):
        first -= 1
    told = first < by - 1 and chunks[first].text.lower() in ("in", "at")
    return first if told else by


def _agent(chunks: Sequence[Chunk], at: int) -> str:
    following = next((c for c in chunks[at : at + 2] if c.kind != "det"), None)
    return convening(following) if following is not None and following.kind == "body" else ""


def deciding(chunks: Sequence[Chunk]) -> str:
    """The council that a sentence has deciding: 'The Cabinet on Tuesday approved ...', 'approval was given by the Board at its meeting'."""
    for at, chunk in enumerate(chunks):
        if chunk.kind != "body" or not _council(chunk.text):
            continue
        if (
            at
            and chunks[at - 1].text.lower() == "by"
            and any(c.text.lower() == "its" for c in chunks[at + 1 : at + 4])
        ):
            return convening(chunk)
        ahead = at + 1
        if ahead + 2 < len(chunks) and chunks[ahead].kind == "comma" and chunks[ahead + 1].text.isupper():
            ahead += 3
        if (
            ahead + 1 < len(chunks)
            and chunks[ahead].kind == "comma"
            and chunks[ahead + 1].text.lower() == "which"
        ):
            ahead += 1
        while ahead < len(chunks) and PASSED.fullmatch(chunks[ahead].text):
            ahead += 1
        if ahead < len(chunks) and DECIDED.match(chunks[ahead].text.split()[0]):
            return convening(chunk)
    return ""


def _council(words: str) -> bool:
    return single_word(OF.split(words, maxsplit=1)[0].split()[-1]) in COUNCILS
