"""The role grammar: which people stand at which role verb of a sentence.

Subjects stand left of an active verb (adverbs, auxiliaries and 'who' may come between), agents right of a
passive or inverted one, both sides of 'met with'. A verb without a subject of its own shares that of the verb before it
('attended the meeting and delivered a speech'); a gerund in front ('When presiding over the study, X stressed')
has its subject after the comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.chunk_record import Chunk
from extract.clause_act import Act, acts_at
from extract.clause_company import (
    companions,
    guided,
    hit_as_guest,
    hit_as_leader,
    leads_guests,
    other_side,
    retinue,
    visited,
)
from extract.clause_deed import deeds_there
from extract.clause_subject import (
    carried_subject,
    closes_quote,
    fronted,
    is_relative,
    named_before_who,
    opening_subject,
    said_by,
)
from extract.clause_told import (
    TRAVELLERS,
    called_by_delegation,
    heads_body,
    holds_office,
    receives_delegation,
    studied,
    to_come,
    told_by_body,
    told_of,
)
from extract.frames import Frame, FrameHit
from extract.gapping import said_again
from extract.list_fields import with_fields
from extract.list_record import LIST_KINDS, Entry
from extract.lists import read_list
from extract.side_after import circumstances, list_after, opens
from extract.side_before import list_before
from extract.side_words import BETWEEN

TOGETHER = ("met", "meet", "held", "holds", "conferred")  # 'X and Y met in Apia'
LIKEWISE = re.compile(r"(?:and )?(?:so|as) (?:did|was|were)\b", re.IGNORECASE)
HEARD = ("report-heard", "report-too")
GOES_ON = Frame(id="others-inverted", role="attended", voice="inverted", strength="weak", object="none")
LISTED_ON = 2  # people whom a sentence without a verb names at least, if it goes on a list
TURN_WORDS = 5  # chunks: fewer are a line of a table
WILL_BE = re.compile(
    r",? (?:will|shall|(?:is|are) (?:\w+ )?(?:scheduled|expected|set|due|slated|planned) to)\b", re.IGNORECASE
)
PAID_VISIT = re.compile(r"(?:paid|made) an? (?:\w+ )?visit", re.IGNORECASE)
VISIT = Frame(id="inspect", role="led", voice="active", strength="visit", object="none")
APPEAL = Frame(id="say", role="spoke", voice="active", strength="soft", object="none")
WITH_FRAMES = frozenset(
    {"take-chair", "present", "at-head"}
)  # 'with the Mayor in the chair', 'with X in attendance'


def acts_of(text: str, chunks: Sequence[Chunk]) -> tuple[Act, ...]:
    """Read the acts of one chunked sentence, in the order of their verbs."""
    reader = _Sentence(text, chunks)
    reader.acts += _goes_on(text, chunks) if chunks else []
    for at, chunk in enumerate(chunks):
        if chunk.kind == "verb" and chunk.frame is not None:
            reader.verb(at, chunk.frame)
    return (*reader.acts, *deeds_there(text, chunks, reader.acts))


class _Sentence:
    """One sentence while its verbs are read from left to right."""

    def __init__(self, text: str, chunks: Sequence[Chunk]) -> None:
        self.text = text
        self.chunks = chunks
        self.acts: list[Act] = _turn(text, chunks)
        self.pending: tuple[Entry, ...] = ()  # the subject before ', accompanied by X,'
        self.used_until = 0  # a list right of a verb is not the subject of the next one

    def verb(self, at: int, hit: FrameHit) -> None:
        """Read the verb at `at` in the way that its voice asks."""
        if (hit.frame.id == "chair" and holds_office(self.chunks, at)) or told_by_body(self.chunks, at):
            return
        if hit.frame.id == "lead-passive":
            if self.acts and leads_guests(self.text, self.chunks, at, self.acts[-1]):
                self._led_guests(at)
                return
            if heads_body(self.chunks, at):
                return
            if _led_gathering(self.chunks, at):
                hit = replace(hit, frame=replace(hit.frame, role="chaired", strength="strong"))
        if hit.frame.voice in ("passive", "inverted"):
            self._agents(at, hit)
        elif hit.frame.voice == "fronted":
            self._state(at, hit, fronted(self.text, self.chunks, at))
        else:
            self._subjects(at, hit)

    def _state(self, at: int, hit: FrameHit, entries: Sequence[Entry], *, carried: bool = False) -> None:
        self.acts += acts_at(self.text, self.chunks, at, hit, entries, carried=carried)

    def _led_guests(self, at: int) -> None:
        """'received the guests headed by X': X is one of those received."""
        entries, self.used_until = list_after(self.text, self.chunks, at, aside=True)
        people = (*self.acts[-1].entries, *(entry for entry in entries[:1] if entry.name))
        self.acts[-1] = replace(self.acts[-1], entries=people)

    def _agents(self, at: int, hit: FrameHit) -> None:
        """'chaired by X', 'attending were X and Y': the people stand behind the verb."""
        aside = at > 0 and self.chunks[at - 1].kind == "comma" and not opens(self.chunks, at)
        if aside and to_come(self.text, self.chunks, at):
            return
        if aside:
            self.pending, _ = list_before(self.text, self.chunks, at, self.used_until)
        subject = self.pending
        if hit.frame.other and not aside and hit.frame.voice == "passive":
            subject, _ = list_before(self.text, self.chunks, at, self.used_until)
            subject = subject or carried_subject(self.chunks, at, self.acts)
        if hit.frame.id == "speech-passive" and studied(self.text, self.chunks, at):
            return  # 'to study the speech given by X': made elsewhere
        if hit.frame.id == "report-too" and not (self.acts and self.acts[-1].rule in HEARD):
            return  # 'studied the report of X': nobody is said to have been heard
        entries, self.used_until = list_after(self.text, self.chunks, at, aside=aside)
        if entries and WILL_BE.match(self.text, max(entries[-1].end, self.used_until)):
            return  # 'a meeting led by X and Y will be held'
        if self.acts and LIKEWISE.match(self.chunks[at].text):
            hit = replace(hit, frame=replace(hit.frame, role=self.acts[-1].role))
        if aside and hit.frame.role == "chaired" and not self.chunks[at].text.lower().startswith("co"):
            cut = _one_chair(self.text, entries)
            self.used_until = cut[-1].end if len(cut) < len(entries) else self.used_until
            entries = cut
        self._state(at, hit, entries)
        for by in said_again(self.chunks, at, self.used_until if entries else self.chunks[-1].end):
            more, self.used_until = list_after(self.text, self.chunks, by)
            self._state(at, hit, [entry for entry in more if entry.name])
        if hit.frame.other and entries:
            self.acts += other_side(self.text, self.chunks, at, hit, subject)

    def _subjects(self, at: int, hit: FrameHit) -> None:
        """'X and Y attended': the people stand before the verb, or the verb shares those of the one before."""
        entries, adjacent = list_before(
            self.text, self.chunks, at, self.used_until, beside=hit.frame.id in WITH_FRAMES
        )
        if not entries:
            entries, adjacent = self._elsewhere(at, hit, adjacent)
        carried = False
        if not entries and not adjacent:
            entries = carried_subject(self.chunks, at, self.acts) or self.pending
            entries = entries or opening_subject(self.text, self.chunks, at)
            carried = bool(entries)
        self.pending = ()
        if entries and not carried and told_of(self.chunks, at, entries, hit):
            return
        if carried and hit.frame.id == "suggest" and self.acts and self.acts[-1].role == "reported":
            return  # 'gave a lecture and made suggestions': one part of the programme
        if hit.infinitive and carried and hit.frame.voice == "active" and hit.frame.strength != "strong":
            return
        if hit.frame.voice == "mutual":
            self._both_sides(at, hit, entries, adjacent=adjacent, carried=carried)
            return
        company: tuple[Entry, ...] = ()
        if hit.frame.strength == "visit" and entries and not carried:
            entries, company = retinue(self.text, self.chunks, at, entries)
        self._state(at, hit, entries, carried=carried)
        if hit.frame.strength == "visit" and self.chunks[at].text.lower().startswith("visit"):
            self._state(at, hit_as_guest(hit), visited(self.text, self.chunks, at))
        if hit.frame.id == "accompany" and entries and not carried:
            self._state(at, hit_as_leader(hit), guided(self.text, self.chunks, at))
        with_them = acts_at(self.text, self.chunks, at, hit, company, carried=False)
        self.acts += [replace(act, role="accompanied") for act in with_them]
        if entries and hit.frame.strength != "soft":
            self.acts += companions(self.text, self.chunks, at, hit, entries)

    def _elsewhere(self, at: int, hit: FrameHit, adjacent: bool) -> tuple[tuple[Entry, ...], bool]:
        """The subject of its own that stands behind the verb, before 'who', or behind the comma of a gerund."""
        entries: tuple[Entry, ...] = ()
        if hit.frame.id == "say" and closes_quote(self.chunks, at):
            entries, self.used_until = said_by(self.text, self.chunks, at)
        if not entries and is_relative(self.chunks, at):
            entries, adjacent = named_before_who(self.text, self.chunks, at), True
        if not entries and hit.gerund:
            entries = fronted(self.text, self.chunks, at)
        return entries, adjacent

    def _with_guests(self, at: int) -> bool:
        """'met Thursday evening with a delegation from B': guests behind the place and the time, nobody of them named."""
        first = circumstances(self.text, self.chunks, at + 1)
        return (
            first > at + 1
            and self.chunks[first].text.lower() == "with"
            and receives_delegation(self.chunks, first)
        )

    def _both_sides(
        self, at: int, hit: FrameHit, entries: tuple[Entry, ...], *, adjacent: bool, carried: bool
    ) -> None:
        """'X met with Y': the people stand on both sides of the verb."""
        words = self.chunks[at].text.lower()
        others, reached = list_after(self.text, self.chunks, at, where=True)
        if _belongs_to_chair(self.chunks, reached):
            others = ()  # 'met on Saturday with the Mayor in the chair'
        else:
            self.used_until = reached
        if entries and not others and words.startswith("called"):
            hit = replace(hit, frame=APPEAL)  # 'called on the bureaus to act'
            self._state(at, hit, entries, carried=carried)
            return
        if entries and not others and PAID_VISIT.match(words):
            self._state(at, replace(hit, frame=VISIT), entries, carried=carried)
            return
        unnamed = receives_delegation(self.chunks, at) or "with" in words or self._with_guests(at)
        guests = others or unnamed or words.startswith(("paid", "accept"))
        together = words.startswith(TOGETHER) and sum(bool(e.name) for e in entries) > 1
        met = adjacent or called_by_delegation(self.chunks, at)
        if (entries or (met and others)) and (guests or together):
            self._state(at, hit, (*entries, *others))


def _goes_on(text: str, chunks: Sequence[Chunk]) -> list[Act]:
    """'Ann Bell (Health), Peter Lund (Trade) and Musa Moss.': behind a list of those present, more of them."""
    names = [chunk for chunk in chunks if chunk.kind == "name"]
    if len(names) < LISTED_ON or chunks[0].kind not in ("name", "post") or chunks[-1].text != ".":
        return []
    if any(chunk.kind not in LIST_KINDS for chunk in chunks[:-1]) or "comma" not in [c.kind for c in chunks]:
        return []
    entries = with_fields(text, chunks[0].start, read_list(text, chunks[:-1]))
    return [
        Act(
            role=GOES_ON.role,
            strength=GOES_ON.strength,
            rule=GOES_ON.id,
            entries=entries,
            start=chunks[0].start,
            end=chunks[0].start,
        )
    ]


def _turn(text: str, chunks: Sequence[Chunk]) -> list[Act]:
    """'Mr. Moss: They will break down.': the speaker's name opens the line, a colon and a sentence follow."""
    if len(chunks) < TURN_WORDS or chunks[0].kind != "name" or chunks[1].kind != "colon":
        return []
    entries = read_list(text, [chunks[0]])
    return [
        Act(
            role=APPEAL.role,
            strength=APPEAL.strength,
            rule=APPEAL.id,
            entries=entries,
            start=chunks[1].start,
            end=chunks[1].end,
        )
    ]


def _belongs_to_chair(chunks: Sequence[Chunk], reached: int) -> bool:
    passed = (*BETWEEN, "comma")
    following = next((c for c in chunks if c.start >= reached and c.kind not in passed), None)
    return following is not None and following.frame is not None and following.frame.frame.id in WITH_FRAMES


def _one_chair(text: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """'At the plenary, chaired by X, the mayors Y and Z spoke': the comma behind X ends the aside, an 'and' does not."""
    for number in range(1, len(entries)):
        if "," in text[entries[number - 1].end : entries[number].start]:
            return entries[:number]
    return entries


def _led_gathering(chunks: Sequence[Chunk], at: int) -> bool:
    """'The council meeting was led by X': X chaired it; 'a visit led by X' stays a visit."""
    number = next((n for n in range(at - 1, -1, -1) if chunks[n].kind not in BETWEEN), None)
    if number is None or chunks[number].kind != "gathering":
        return False
    ahead = [chunk for chunk in chunks[max(0, number - 3) : number] if chunk.kind != "det"]
    if len(ahead) > 1 and ahead[-1].text.lower() in ("to", "at", "for") and TRAVELLERS.search(ahead[-2].text):
        return False  # 'the delegation to the meeting was led by X'
    return chunks[number].head not in ("visit", "inspection")
