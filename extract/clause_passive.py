"""Verbs whose people stand behind them: 'chaired by X', 'attending were X and Y'."""

from __future__ import annotations

import re
from dataclasses import replace

from extract.clause_company import other_side
from extract.clause_reader import ClauseReader
from extract.clause_subject import carried_subject
from extract.clause_to_come import held_elsewhere, planned, to_come
from extract.clause_told import heads_by_office, reviewed, signs_paper, studied
from extract.frames import FrameHit
from extract.gapping import said_again
from extract.list_record import Entry
from extract.side_after import list_after, opens
from extract.side_before import list_before

LIKEWISE = re.compile(r"(?:and )?(?:so|as) (?:did|was|were)\b", re.IGNORECASE)
SENT = re.compile(r"(?:sent|deputed|delegated|entrusted|deputised|designated)\b", re.IGNORECASE)
HEARD = ("report-heard", "report-too")
WILL_BE = re.compile(
    r",? (?:will|shall|(?:is|are) (?:\w+ )?(?:scheduled|expected|set|due|slated|planned) to)\b", re.IGNORECASE
)


class PassiveReader(ClauseReader):
    """The reader of passive and inverted verbs."""

    def _led_guests(self, at: int) -> None:
        """'received the guests headed by X': X is one of those received."""
        entries, self.used_until = list_after(self.text, self.chunks, at, aside=True)
        people = (*self.acts[-1].entries, *(entry for entry in entries[:1] if entry.name))
        self.acts[-1] = replace(self.acts[-1], entries=people)

    def _agents(self, at: int, hit: FrameHit) -> None:
        """'chaired by X', 'attending were X and Y': the people stand behind the verb."""
        aside = at > 0 and self.chunks[at - 1].kind == "comma" and not opens(self.chunks, at)
        if signs_paper(self.text, self.chunks, at):
            return
        if aside and to_come(self.text, self.chunks, at):
            return
        if aside:
            self.pending, _ = list_before(self.text, self.chunks, at, self.used_until)
        subject = self.pending
        if hit.frame.other and not aside and hit.frame.voice == "passive":
            subject, _ = list_before(self.text, self.chunks, at, self.used_until)
            subject = subject or carried_subject(self.chunks, at, self.acts)
        if hit.frame.id in ("speech-passive", "report-passive") and reviewed(self.text, self.chunks, at):
            return  # 'met to review the work report delivered by X'
        if hit.frame.id == "speech-passive" and studied(self.text, self.chunks, at):
            return  # 'to study the speech given by X': made elsewhere
        if hit.frame.id == "report-too" and not (self.acts and self.acts[-1].rule in HEARD):
            return  # 'studied the report of X': nobody is said to have been heard
        if hit.frame.role == "chaired" and (
            held_elsewhere(self.text, self.chunks, at)
            or heads_by_office(self.chunks, at)
            or planned(self.text, self.chunks, at)
        ):
            _, self.used_until = list_after(self.text, self.chunks, at)  # they are nobody's subject
            return
        entries, self.used_until = list_after(self.text, self.chunks, at, aside=aside)
        if entries and WILL_BE.match(self.text, max(entries[-1].end, self.used_until)):
            return  # 'a meeting led by X and Y will be held'
        if SENT.match(self.chunks[at].text):
            hit = replace(hit, perfect=False)  # 'had sent X to represent her': who was sent sat there
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


def _one_chair(text: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """'At the plenary, chaired by X, the mayors Y and Z spoke': the comma behind X ends the aside, an 'and' does not."""
    for number in range(1, len(entries)):
        if "," in text[entries[number - 1].end : entries[number].start]:
            return entries[:number]
    return entries
