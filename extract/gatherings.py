"""Which gatherings a sentence reports as held, and which it only cites.

'The 12th executive meeting of the municipal government was held' reports one; 'the spirit of the 18th National Congress'
cites one; 'will be held in May' announces one. Only the first kind has participants.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from corpus.needed import guarded
from extract.chunk_record import Chunk
from extract.convened import convened
from extract.gathering_extent import name_end
from extract.gathering_held import held_by
from extract.gathering_names import gathering_name, ordinal_of
from extract.gathering_record import GatheringMention
from extract.host_names import host_in_name, part_of_subject
from extract.hosts import host_by

CITING = guarded(
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
MEANS = re.compile(
    r"(?:an? |the )?(?:video ?(?:conference|call)|tele-?conference|conference call)", re.IGNORECASE
)
BY = re.compile(r"\b(?:by|via|through|over)(?: an?| the)?\W*$", re.IGNORECASE)
"""'Held a review meeting through video conference': how it was held, and no gathering of its own."""
ROOM = re.compile(r" (?:rooms?|hall|cent(?:er|re)|venue|table)\b")
"""Behind 'the third meeting' in 'the third meeting room': a house, and no gathering."""


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
        if MEANS.fullmatch(chunk.text) and BY.search(_before(chunks, at)):
            continue
        # a role verb ('delivered a speech at') is a statement of its own and cites nothing
        held, host = held_by(text, chunks, at)
        cited = not held and (
            CITING.search(_before(chunks, at)) is not None or DUE.match(text, chunk.end) is not None
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
