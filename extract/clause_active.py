"""Verbs whose people stand before them: 'X and Y attended', 'X, who chaired', 'When presiding, X stressed'."""

from __future__ import annotations

from dataclasses import replace

from extract.clause_act import acts_at
from extract.clause_company import companions, guided, hit_as_guest, hit_as_leader, retinue, visited
from extract.clause_mutual import WITH_FRAMES, both_sides
from extract.clause_reader import ClauseReader
from extract.clause_subject import (
    carried_subject,
    closes_quote,
    fronted,
    is_relative,
    named_before_who,
    opening_subject,
    said_by,
)
from extract.clause_to_come import given_leave
from extract.clause_told import told_of
from extract.frames import FrameHit
from extract.list_record import Entry
from extract.side_before import list_before


class ActiveReader(ClauseReader):
    """The reader of active verbs and of those with people on both sides."""

    def _subjects(self, at: int, hit: FrameHit) -> None:
        """'X and Y attended': the people stand before the verb, or the verb shares those of the one before."""
        beside = hit.gerund or hit.frame.id in WITH_FRAMES
        entries, adjacent = list_before(self.text, self.chunks, at, self.used_until, beside=beside)
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
        if not carried and given_leave(self.text, self.chunks, entries, hit):
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

    def _both_sides(
        self, at: int, hit: FrameHit, entries: tuple[Entry, ...], *, adjacent: bool, carried: bool
    ) -> None:
        """'X met with Y': a verb that is read otherwise than it says shares its subject with the one before."""
        read, people, reached = both_sides(self.text, self.chunks, at, hit, entries, adjacent=adjacent)
        self.used_until = self.used_until if reached is None else reached
        if people:
            self._state(at, read, people, carried=carried and read is not hit)
