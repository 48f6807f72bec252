"""Which gatherings a sentence reports as held, which it only cites, and what their names say.

'The 12th executive meeting of the municipal government was held' reports one; 'the spirit of the 18th National Congress'
cites one; 'will be held in May' announces one. Only the first kind has participants.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from corpus.needed import guarded
from extract.chunk_acronyms import without_acronyms
from extract.chunk_record import Chunk
from extract.convened import convened
from extract.gathering_extent import INTRANSITIVE, name_end
from extract.gathering_record import GatheringMention
from extract.host_names import host_in_name, part_of_subject
from extract.host_words import ORDINAL
from extract.hosts import host_before, host_by
from extract.post_words import strip_article

HELD = frozenset([
    "held", "convened", "opened", "staged", "launched", "concluded", "closed", "kicked", "took", "organised",
    "organized", "called", "summoned", "began", "started", "ended", "inaugurated", "hosted", "met", "gathered",
    "conducted", "presided", "holds", "opens", "convenes", "closes", "begins", "arranged", "had", "has",
])  # fmt: skip
TRANSITIVE = frozenset([
    "held", "holds", "hold", "holding", "convened", "convenes", "organised", "organized", "staged", "called",
    "summoned", "hosted", "opened", "launched", "conducted", "gave", "saw", "sees", "wound", "wrapped",
])  # fmt: skip
FUTURE = re.compile(r"\b(?:will|shall|would|to|should|must|can|going to)(?: be)?\s*$", re.IGNORECASE)
CITING = re.compile(
    r"\b(?:spirit|since|decisions?|requirements?|resolutions?|deployments?|instructions?|speech(?:es)?|guidance|implement\w*|"
    r"arrangements?|minutes|outcomes?|results?|proposals?|plan|conveyed|conveying|convey|studied|studying|study|relayed|after|before|"
    r"during|until|previous|last|next|first|second|third|preparations?|prepare|preparing|for|welcome|greet|anniversary|opening up)\b(?:[\w\s,'’-]{0,60}?)$",
    re.IGNORECASE,
)
STRONG_CITING = guarded(
    r"\b(?:spirit|since|decisions?|resolutions?|deployments?(?! (?:\w+ )?(?:meeting|conference|session|teleconference))|instructions?|speech(?:es)?|implement\w*|(?:approv|confirm|adopt|sign)\w*(?: \w+){0,4} minutes of|minutes of the (?:last|previous)|previous|last year's|"
    r"next|conveyed|conveying|convey|studied|studying|relayed)\b(?:[\w\s,'’-]{0,80}?)$",
    re.IGNORECASE,
)
REACH = 140  # letters before a gathering that can say that it is only cited
DUE = re.compile(
    r"(?: of (?:the |this |his |her )?\w+)?, (?:which is |itself )?(?:due|scheduled|slated|expected|planned|set|to be held) (?:for|on|to|in|next)?\b"
)
"""Behind a gathering that has not been held: 'at the press conference of the session, due for Wednesday'."""
RECEPTION = re.compile(r"(?:banquet|dinner|reception|luncheon|lunch|tea party)s?$")
ROOM = re.compile(r" (?:rooms?|hall|cent(?:er|re)|venue|table)\b")
"""Behind 'the third meeting' in 'the third meeting room': a house, and no gathering."""
PERFECT = frozenset(["had", "has", "have"])


BEHIND = 16  # chunks of what a gathering is about, before it 'was held'
AHEAD = 14  # chunks of a place and a day behind a participle


def gatherings_of(text: str, chunks: Sequence[Chunk]) -> tuple[GatheringMention, ...]:
    """Read the gatherings that a chunked sentence names, in order."""
    out: list[GatheringMention] = []
    for at, chunk in enumerate(chunks):
        if chunk.inside:
            out += [_inside_verb(part) for part in chunk.inside if part.kind == "gathering"]
        if at and chunk.frame is not None and chunk.frame.frame.id == "grace":
            out += _given(chunks[at - 1], chunk)
        if chunk.kind != "gathering" or ROOM.match(text, chunk.end):
            continue
        # a role verb ('delivered a speech at') is a statement of its own and cites nothing
        held, host = _held(text, chunks, at)
        cited = not held and (
            STRONG_CITING.search(_before(chunks, at)) is not None or DUE.match(text, chunk.end) is not None
        )
        out.append(
            GatheringMention(
                name=gathering_name(text[chunk.start : name_end(chunks, at)]),
                kind=chunk.head,
                start=chunk.start,
                end=chunk.end,
                held=held,
                cited=cited,
                host=part_of_subject(host_in_name(chunk.text), host) or host or host_by(chunks, at),
                ordinal=ordinal_of(chunk.text),
            )
        )
    if not any(mention.held for mention in out):
        out += convened(text, chunks)
    return tuple(out)


def _given(giver: Chunk, verb: Chunk) -> list[GatheringMention]:
    """'Linhe held a reception for the envoys': given by a city or a body, so that nobody is told by it."""
    if giver.kind not in ("title-less", "body") or RECEPTION.search(verb.text) is None:
        return []
    words = verb.text.split()
    return [
        GatheringMention(
            name=words[-1],
            kind="ceremony",
            start=verb.end - len(words[-1]),
            end=verb.end,
            held=True,
            cited=False,
            host=giver.text if giver.kind == "body" else "",
            ordinal="",
        )
    ]


def _before(chunks: Sequence[Chunk], at: int) -> str:
    """The last words before a chunk; a bar stands for a role verb."""
    words: list[str] = []
    length = 0
    for chunk in reversed(chunks[:at]):
        words.append("|" if chunk.kind == "verb" else chunk.text)
        length += len(words[-1]) + 1
        if length > REACH:
            break
    return " ".join(reversed(words))[-REACH:]


def _inside_verb(chunk: Chunk) -> GatheringMention:
    """'Attending the third session were ...': the verb goes round its object."""
    return GatheringMention(
        name=gathering_name(chunk.text),
        kind=chunk.head,
        start=chunk.start,
        end=chunk.end,
        held=False,
        cited=False,
        host=host_in_name(chunk.text),
        ordinal=ordinal_of(chunk.text),
    )


def _held(text: str, chunks: Sequence[Chunk], at: int) -> tuple[bool, str]:
    if _opened_with(chunks, at):
        return True, ""
    right = chunks[at + 1 : at + 1 + BEHIND]
    for number, chunk in enumerate(right):
        if chunk.kind in ("comma", "semicolon", "name") and number > 2:
            break
        low = chunk.text.lower()
        if chunk.kind == "auxiliary":
            following = [c.text.lower() for c in right[number + 1 : number + 4]]
            if any(word in HELD or word.split(" ")[0] in ("convened", "hosted") for word in following):
                return not FUTURE.search(text[chunks[0].start : chunk.start]), ""
        elif low in INTRANSITIVE and (chunk.kind == "word" or _came_to_an_end(right, number)):
            return not FUTURE.search(text[chunks[0].start : chunk.start]), ""
    for number in range(at - 1, max(-1, at - 8), -1):
        chunk = chunks[number]
        low = chunk.text.lower().split(" ")[0]
        own = low in ("took", "carried") and any(
            c.text.lower() == "its" for c in chunks[number + 1 : number + 3]
        )
        if chunk.kind in ("word", "verb") and (low in TRANSITIVE or own):
            if FUTURE.search(text[chunks[0].start : chunk.start]):
                return False, ""
            before = chunks[number - 1] if number else None
            was = before is not None and before.kind == "auxiliary" and before.text.lower() not in PERFECT
            was = was and low != "holding"
            return not was, "" if was else host_before(chunks, number)
        if chunk.kind in ("comma", "semicolon", "gathering"):
            break
    return False, ""


def _came_to_an_end(right: Sequence[Chunk], at: int) -> bool:
    """'The conference concluded in Linhe on May 9', where 'the conference concluded that' is what it found."""
    ahead = right[at + 1].text.lower() if at + 1 < len(right) else ""
    return right[at].text.lower() == "concluded" and ahead in (
        "",
        ".",
        "in",
        "on",
        "at",
        "here",
        "today",
        "yesterday",
    )


def _opened_with(chunks: Sequence[Chunk], at: int) -> bool:
    """'Convened on the evening of the 3rd, the teleconference ...': a participle that opens the sentence tells of it."""
    before = [chunk for chunk in chunks[:at] if chunk.kind != "det"]
    if not 2 <= len(before) <= AHEAD or before[-1].kind != "comma" or before[0].kind not in ("word", "verb"):
        return False
    told = before[0].text.lower() in ("convened", "held", "opened", "hosted", "organized", "organised")
    return told and all(chunk.kind in ("word", "det", "adverb") for chunk in before[1:-1])


STUDIED = re.compile(r"(\b[A-Z][\w’'-]*) and (?:study|visit|survey)$")
"""'the plenum of the Central Committee and study': what was to be done with it is no part of it."""


@lru_cache(maxsize=1 << 12)
def gathering_name(words: str) -> str:
    """The gathering's name: without the article, white space folded."""
    name = without_acronyms(strip_article(" ".join(words.split())))
    name = re.sub(r"^(?:draft )?minutes of (?:the |a )?", "", name, flags=re.IGNORECASE)
    name = STUDIED.sub(r"\1", name)
    return re.split(r"\s+(?:which was |was )?held (?:on|at|in)\b", name)[0]


@lru_cache(maxsize=1 << 12)
def ordinal_of(words: str) -> str:
    """The first ordinal of a gathering's name, as printed, or ''."""
    match = ORDINAL.search(words)
    return match.group(1) if match else ""
