"""Whose verb it is where the subject does not stand right before it: carried over, behind a quotation, fronted, relative."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.clause_act import Act
from extract.list_record import LIST_KINDS, Entry
from extract.lists import read_list
from extract.side_after import list_after
from extract.side_words import BETWEEN

RELATIVES = frozenset(["which", "that", "whom", "where"])
QUOTES = frozenset({'"', "”", "’", "'", "」", "»"})
PAST = re.compile(r"had|was|were|[a-z]+ed|came|went|got|rose|stood|took|sat|brought|wrote")
APART_FROM = frozenset(
    [
        "name",
        "possessed",
        "pronoun",
        "who",
        "verb",
        "post",
        "colon",
        "semicolon",
        "gathering",
        "open",
        "affiliation",
    ]
)
CLAUSE_WORDS = frozenset(
    ["that", "which", "while", "but", "whom", "whose", "where", "because", '"', "“", "”"]
)
OCCASION = re.compile(
    r"in (?:his|her|their) (?:\w+ ){0,3}?(?:words?|speech|remarks|address|statement|report|turn) ?,?",
    re.IGNORECASE,
)


def carried_subject(chunks: Sequence[Chunk], at: int, acts: Sequence[Act]) -> tuple[Entry, ...]:
    """The subject of the verb before, where this verb is coordinate with it or closes its relative clause."""
    previous = next((n for n in range(at - 1, -1, -1) if chunks[n].kind == "verb"), None)
    if previous is None or not acts:
        return ()
    leading = [act for act in acts if act.role != "accompanied" or act.rule.startswith("accompany")]
    owner = next((act for act in reversed(leading) if act.start <= chunks[previous].start), None)
    if owner is None or owner.start != chunks[previous].start:
        return ()
    first = min((entry.start for entry in owner.entries), default=0)
    before = next((chunk for chunk in reversed(chunks) if chunk.end <= first), None)
    if before is not None and before.text.lower() in RELATIVES:
        return ()  # 'the meeting, which X presided over, conveyed ...'
    between = _without_occasion(chunks[previous + 1 : at])
    last = next((c for c in reversed(between) if c.kind not in BETWEEN), None)
    relative = previous > 0 and any(c.kind == "who" for c in chunks[max(0, previous - 3) : previous])
    frame = chunks[previous].frame
    if frame is not None and frame.frame.voice in ("passive", "inverted"):
        return ()
    coordinate = last is None or last.kind in ("and", "comma", "semicolon")
    gerund = chunks[at].frame is not None and chunks[at].frame.gerund  # type: ignore[union-attr]
    if gerund and chunks[at - 1].kind in ("post", "body", "title-less"):
        return ()  # 'told the cadres accompanying him'
    if not (coordinate or relative or gerund):
        return ()
    if frame is not None and frame.frame.voice == "mutual":
        # 'the minister, who met X in March, chaired': whoever stands behind the verb did not chair
        return tuple(entry for entry in owner.entries if entry.start < chunks[previous].start)
    return owner.entries


def opening_subject(text: str, chunks: Sequence[Chunk], at: int) -> tuple[Entry, ...]:
    """'Members Tan and Liu had eaten in nineteen canteens and spoke of them': the people who open the sentence.

    Only where 'and' stands before the verb, and nobody else, no clause and no other role verb between.
    """
    stop = at
    while stop and chunks[stop - 1].kind in BETWEEN:
        stop -= 1
    if not stop or chunks[stop - 1].kind != "and":
        return ()
    first = next((n for n, chunk in enumerate(chunks[:stop]) if chunk.kind not in LIST_KINDS), stop)
    between = chunks[first : stop - 1]
    if not between or between[0].kind not in ("auxiliary", "word") or not PAST.fullmatch(between[0].text):
        return ()
    if any(chunk.kind in APART_FROM or chunk.text.lower() in CLAUSE_WORDS for chunk in between):
        return ()
    entries = read_list(text, chunks[:first])
    return entries if entries and all(entry.name for entry in entries) else ()


def _without_occasion(between: Sequence[Chunk]) -> list[Chunk]:
    """What divides two verbs, without 'in his opening word' or 'in her remarks' before the second."""
    for first in range(len(between)):
        if OCCASION.fullmatch(" ".join(chunk.text for chunk in between[first:])):
            return list(between[:first])
    return list(between)


def fronted(text: str, chunks: Sequence[Chunk], at: int) -> tuple[Entry, ...]:
    """'When presiding over the study, X stressed ...': the subject after the comma that closes the gerund."""
    if any(chunk.kind in ("name", "verb", "post") for chunk in chunks[:at]):
        return ()
    for number in range(at + 1, len(chunks)):
        if chunks[number].kind in ("verb", "colon"):
            return ()
        if chunks[number].kind == "comma":
            window = []
            for chunk in chunks[number + 1 :]:
                if chunk.kind not in LIST_KINDS:
                    break
                window.append(chunk)
            found = read_list(text, window)
            entries = tuple(e for e in found if e.name or e.pronoun)
            if entries:
                return entries
            following = next((c for c in chunks[number + 1 + len(window) :] if c.kind not in BETWEEN), None)
            if len(found) == 1 and found[0].posts and following is not None and following.kind == "verb":
                return found  # 'Presiding over the meeting, the Chief Secretary said': whoever holds the post
    return ()


def is_relative(chunks: Sequence[Chunk], at: int) -> bool:
    stop = at
    while stop > 0 and chunks[stop - 1].kind in BETWEEN:
        stop -= 1
    return stop > 0 and chunks[stop - 1].kind == "who"


def named_before_who(text: str, chunks: Sequence[Chunk], at: int) -> tuple[Entry, ...]:
    """'Presiding was X, who said ...': the last name before 'who', though another verb has it already."""
    for number in range(at - 1, -1, -1):
        if chunks[number].kind == "name":
            titled = [chunk.kind for chunk in chunks[max(0, number - 2) : number]] == ["post", "comma"]
            return read_list(text, chunks[number - 2 * titled : number + 1])
        if chunks[number].kind == "verb":
            return ()
    return ()


def closes_quote(chunks: Sequence[Chunk], at: int) -> bool:
    """'"The dyke must hold," said X': a quotation ends right before the verb."""
    return at > 0 and chunks[at - 1].text in QUOTES


def said_by(text: str, chunks: Sequence[Chunk], at: int) -> tuple[tuple[Entry, ...], int]:
    """The speaker right behind a verb that closes a quotation; one person, with the post on either side."""
    entries, stop = list_after(text, chunks, at, aside=True)
    if not entries or entries[0].name is None or len([e for e in entries if e.name]) > 1:
        return (), 0
    between = text[chunks[at].end : entries[0].start].strip()
    return (entries[:1], stop) if between in ("", "the") else ((), 0)
