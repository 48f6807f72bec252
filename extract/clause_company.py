"""Who else was there: the leader's retinue, companions behind the verb, the other side of a passive, led guests."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.chunk_record import Chunk
from extract.clause_act import Act, acts_at
from extract.delegations import TRAVELLERS
from extract.frames import FrameHit
from extract.list_record import Entry
from extract.lists import read_list
from extract.side_after import list_after
from extract.side_where import circumstances

GUEST_RULES = frozenset({"meet", "welcome", "receive-him"})
GUEST_KINDS = frozenset({"det", "body", "post", "title-less", "and", "adverb", "affiliation"})
FROM = frozenset({"from", "of", "visiting", "member", "with", "for", "on", "and", "party"})
MEMBERS = frozenset(["including", "namely"])
DELEGATION = re.compile(r"\bled (?:a|an|the|his|her) (?:[\w'’-]+ ){0,4}?(?:delegation|team|group|party)\b")
COMPANY = ("alongside", "together with", "along with", "as well as", "in addition to")


def companions(
    text: str, chunks: Sequence[Chunk], at: int, hit: FrameHit, subject: Sequence[Entry]
) -> list[Act]:
    """'X signed the accord alongside Y', 'four leaders attended the meeting, namely Y and Z': those beside the subject."""
    collective = all(entry.group for entry in subject)
    for number in range(at + 1, len(chunks)):
        chunk = chunks[number]
        if chunk.kind in ("verb", "semicolon"):
            return []
        led = number == at + 1 and chunk.text.lower() == "with" and TRAVELLERS.search(chunks[at].text)
        if led or (chunk.kind == "and" and chunk.text.lower().startswith(COMPANY)):
            entries, _ = list_after(text, chunks, number)
            role = "attended" if hit.frame.role in ("spoke", "chaired", "reported") else hit.frame.role
            beside = acts_at(text, chunks, at, hit, entries, carried=False)
            return [replace(act, role="accompanied" if role == "led" else role) for act in beside]
        if (
            hit.frame.role == "led"
            and DELEGATION.search(text, chunks[at].start, chunk.start)
            and chunk.text.lower() in MEMBERS
        ):
            entries, _ = list_after(text, chunks, number)
            with_them = acts_at(text, chunks, at, hit, [e for e in entries if e.name], carried=False)
            return [replace(act, role="accompanied") for act in with_them]
        if collective and chunk.text.lower() in MEMBERS:
            entries, _ = list_after(text, chunks, number)
            return acts_at(text, chunks, at, hit, [e for e in entries if e.name], carried=False)
    return []


def retinue(
    text: str, chunks: Sequence[Chunk], at: int, subject: tuple[Entry, ...]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """'X, with Y and Z, went to the dyke': the leader, and those with whom the leader goes, named before the verb."""
    for opened in range(1, at):
        chunk = chunks[opened]
        if (
            chunk.text.lower() != "with"
            or chunks[opened - 1].kind != "comma"
            or chunks[at - 1].kind != "comma"
        ):
            continue
        leaders = tuple(entry for entry in subject if entry.end <= chunk.start)
        company, stop = list_after(text, chunks, opened, aside=True)
        if leaders and company and stop >= chunks[at - 2].end and all(entry.name for entry in company):
            return leaders, company
    return subject, ()


def leads_guests(text: str, chunks: Sequence[Chunk], at: int, act: Act) -> bool:
    """'met with a delegation from B led by X', 'received the guests headed by X': X is one of those who were met."""
    if act.rule not in GUEST_RULES:
        return False
    met = next((n for n, chunk in enumerate(chunks[:at]) if chunk.start >= act.end), at)
    between = chunks[min(at, circumstances(text, chunks, met)) : at]
    return bool(between) and all(chunk.kind in GUEST_KINDS or chunk.text.lower() in FROM for chunk in between)


def other_side(
    text: str, chunks: Sequence[Chunk], at: int, hit: FrameHit, subject: Sequence[Entry]
) -> list[Act]:
    """'X was received by Y', 'Accompanying X were Y and Z': X was there as well."""
    inside = tuple(
        entry
        for chunk in chunks[at].inside
        if chunk.kind == "name" and not chunk.generic
        for entry in read_list(text, [chunk])
    )
    people = tuple(entry for entry in (*subject, *inside) if not entry.group)
    if hit.frame.voice == "passive" and not _finite(chunks, at):
        return []  # ', accompanied by Y,': the verb that follows says what X did
    return [
        replace(act, role=hit.frame.other) for act in acts_at(text, chunks, at, hit, people, carried=False)
    ]


def _finite(chunks: Sequence[Chunk], at: int) -> bool:
    return any(chunk.kind == "auxiliary" for chunk in chunks[max(0, at - 2) : at])


def visited(text: str, chunks: Sequence[Chunk], at: int) -> tuple[Entry, ...]:
    """'visited the Minister of Education, Prof Lund, in the capital': who was called upon, named with a post or a form of address."""
    entries, _ = list_after(text, chunks, at)
    first = entries[:1]
    met = first and first[0].name is not None and (first[0].posts or first[0].name.honorific)
    return first if met and first[0].start <= chunks[at].end + len(" his counterpart, ") else ()


def hit_as_guest(hit: FrameHit) -> FrameHit:
    """The same verb, of somebody who is there and does not lead."""
    return replace(hit, frame=replace(hit.frame, role="attended"))


def guided(text: str, chunks: Sequence[Chunk], at: int) -> tuple[Entry, ...]:
    """'X accompanied Y, deputy secretary of the commission, to the mill': whose visit it is, named with a post or a form of address."""
    entries, _ = list_after(text, chunks, at)
    near = entries[:1] and entries[0].start <= chunks[at].end + len(" Deputy Secretary-General ")
    met = near and entries[0].name is not None and (entries[0].posts or entries[0].name.honorific)
    return entries[:1] if met else ()


def hit_as_leader(hit: FrameHit) -> FrameHit:
    """The same verb, of the one who is accompanied."""
    return replace(hit, frame=replace(hit.frame, role="led"))
