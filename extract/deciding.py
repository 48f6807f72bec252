"""The user's decisions applied to what the reports state, before anything is resolved across reports.

What only concerns one report (a place, a presence, a role, a name that is none) changes its reading; what concerns
people and meetings across reports comes back as pairs and names for the resolution. A row whose report, person or meeting is not
there any more is kept in the file and told in the ledger.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from corpus.records import Document, LedgerRow
from extract.deciding_bodies import body_joined_to, change_bodies, join_bodies, part_bodies
from extract.deciding_order import in_order
from extract.deciding_presence import add_presence, change_presence
from extract.deciding_record import Decided
from extract.deciding_refs import Mention, NotThereError, document_of, meeting_of, person_of
from extract.deciding_stated import StatedBody
from extract.decisions import Decision, Decisions
from extract.local import Reading


@dataclass(slots=True)
class _Deciding:
    """The readings as they change, and what is decided across them."""

    docs: Mapping[str, Document]
    read: Mapping[str, Reading]
    copies: Mapping[str, str]
    known: frozenset[str]
    now: dict[str, Reading]
    became: dict[tuple[str, str], StatedBody] = field(default_factory=dict)
    same: list[tuple[Mention, Mention, int]] = field(default_factory=list)
    apart: list[tuple[Mention, Mention]] = field(default_factory=list)
    one_meeting: list[tuple[Mention, Mention, int]] = field(default_factory=list)
    two_meetings: list[tuple[Mention, Mention]] = field(default_factory=list)
    names: list[tuple[Mention, str]] = field(default_factory=list)
    entries: list[tuple[Mention, str, int]] = field(default_factory=list)
    no_entries: list[tuple[Mention, str, int]] = field(default_factory=list)

    def apply(self, decision: Decision) -> None:
        """Apply one row. Raises NotThereError where what it is about is not there."""
        path = document_of(decision.subject, self.docs, self.now, self.copies)
        if decision.verb in ("place-is", "place-is-not", "body-is"):
            self.now[path] = change_bodies(decision, self.now[path])
        elif decision.verb == "was-present":
            self.now[path] = add_presence(decision, self.docs[path], self.now[path])
        elif decision.other is not None:
            self._pair(decision, path, document_of(decision.other, self.docs, self.now, self.copies))
        else:
            self._one(decision, path, person_of(decision.subject, self.read[path], self.now[path]))

    def _pair(self, decision: Decision, path: str, there: str) -> None:
        subject, other = decision.subject, decision.other
        assert other is not None
        if decision.verb.endswith("-body"):
            if decision.verb == "same-body":
                joined = self.became.get((there, other.key[0])) or body_joined_to(
                    other, there, self.now[there]
                )
                new = join_bodies(subject, self.now[path], joined)
                self.became[path, subject.key[0]] = joined
            else:
                new = part_bodies(subject, self.now[path], path, other, self.now[there])
            self.now[path] = new
        elif decision.verb.endswith("-meeting"):
            held = (path, meeting_of(subject, self.now[path]).key)
            also = (there, meeting_of(other, self.now[there]).key)
            self._two(decision, held, also, self.one_meeting, self.two_meetings)
        else:
            mention = (path, person_of(subject, self.read[path], self.now[path]))
            second = (there, person_of(other, self.read[there], self.now[there]))
            self._two(decision, mention, second, self.same, self.apart)

    @staticmethod
    def _two(
        decision: Decision,
        left: Mention,
        right: Mention,
        one: list[tuple[Mention, Mention, int]],
        two: list[tuple[Mention, Mention]],
    ) -> None:
        if left == right:
            raise NotThereError("subject and object are one mention")
        if decision.verb.startswith("same"):
            one.append((left, right, decision.line))
        else:
            two.append((left, right))

    def _one(self, decision: Decision, path: str, key: str) -> None:
        if decision.verb in ("is", "is-not"):
            if decision.object not in self.known:
                raise NotThereError(f"no entry '{decision.object}' in the list of people")
            rows = self.entries if decision.verb == "is" else self.no_entries
            rows.append(((path, key), decision.object, decision.line))
        elif decision.verb == "rename":
            self.names.append(((path, key), decision.object))
        else:
            self.now[path] = change_presence(decision, key, self.now[path])


def decide(
    decisions: Decisions,
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    *,
    source: str,
    copies: Mapping[str, str],
) -> Decided:
    """Apply `decisions` (of the file named `source`) to the readings by path. Nothing is raised: trouble is ledger rows.

    What is said of a re-published copy is meant of the report that it repeats (`copies`: path -> that report).
    """
    listed = decisions.listed
    rows = [
        LedgerRow(document=source, reason="bad decision", detail=f"line {row.line}: {row.problem}")
        for row in decisions.bad
    ]
    rows += [
        LedgerRow(document=listed.source, reason="bad list entry", detail=f"line {line}: {why}")
        for line, why in listed.bad
    ]
    known = frozenset(entry.id for entry in listed.entries)
    work = _Deciding(docs=docs, read=readings, copies=copies, known=known, now=dict(readings))
    for decision in in_order(decisions.good):
        try:
            work.apply(decision)
        except NotThereError as error:
            detail = f"line {decision.line}: {error}"
            rows.append(LedgerRow(document=source, reason="decision not applied", detail=detail))
    return Decided(
        readings=work.now,
        same=tuple(sorted(work.same)),
        apart=tuple(sorted(work.apart)),
        one_meeting=tuple(sorted(work.one_meeting)),
        two_meetings=tuple(sorted(work.two_meetings)),
        names=tuple(sorted(work.names)),
        entries=tuple(sorted(work.entries)),
        no_entries=tuple(sorted(work.no_entries)),
        listed=listed,
        ledger=tuple(rows),
    )
