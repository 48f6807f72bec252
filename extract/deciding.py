"""The user's decisions applied to what the reports state, before anything is resolved across reports.

What only concerns one report (a place, a presence, a role, a name that is none) changes its reading; what concerns
people across reports comes back as pairs and names for the resolution. A row whose report or person is not there any
more is kept in the file and told in the ledger.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from corpus.records import Document, LedgerRow
from extract.decisions import Decision, Decisions, Reference
from extract.folding import fold
from extract.local import LocalMeeting, LocalParticipation, LocalPerson, Reading, Span, StatedPost
from extract.people_list import PeopleList
from extract.records import PRESENT, Role

Mention = tuple[str, str]  # (document path, local person key)


class NotThereError(LookupError):
    """What a decision is about is not in the corpus; the message says what is missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Readings as decided; pairs of mentions that are one person, or not (the first is split off); names to show; mentions
    that are an entry of the user's list, or are not, with the line."""

    readings: Mapping[str, Reading]
    same: tuple[tuple[Mention, Mention, int], ...] = ()
    apart: tuple[tuple[Mention, Mention], ...] = ()
    names: tuple[tuple[Mention, str], ...] = ()
    entries: tuple[tuple[Mention, str, int], ...] = ()
    no_entries: tuple[tuple[Mention, str, int], ...] = ()
    listed: PeopleList = field(default_factory=PeopleList)
    ledger: tuple[LedgerRow, ...] = ()


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
    changed = dict(readings)
    same: list[tuple[Mention, Mention, int]] = []
    apart: list[tuple[Mention, Mention]] = []
    names: list[tuple[Mention, str]] = []
    entries: dict[str, list[tuple[Mention, str, int]]] = {"is": [], "is-not": []}
    known = {entry.id for entry in decisions.listed.entries}
    rows = [
        LedgerRow(document=source, reason="bad decision", detail=f"line {row.line}: {row.problem}")
        for row in decisions.bad
    ]
    rows += [
        LedgerRow(document=decisions.listed.source, reason="bad list entry", detail=f"line {line}: {why}")
        for line, why in decisions.listed.bad
    ]
    for decision in sorted(decisions.good, key=lambda d: (d.verb != "was-present", d.line)):
        try:
            path = _document(decision.subject, docs, changed, copies)
            if decision.verb in ("place-is", "body-is"):
                changed[path] = _change_bodies(decision, changed[path])
            elif decision.verb == "was-present":
                changed[path] = _add_presence(decision, docs[path], changed[path])
            else:
                mention = (path, _person(decision.subject, readings[path], changed[path]))
                if decision.other is not None:
                    there = _document(decision.other, docs, changed, copies)
                    other = (there, _person(decision.other, readings[there], changed[there]))
                    if other == mention:
                        raise NotThereError("subject and object are one mention")
                    if decision.verb == "same":
                        same.append((mention, other, decision.line))
                    else:
                        apart.append((mention, other))
                elif decision.verb in entries:
                    if decision.object not in known:
                        raise NotThereError(f"no entry '{decision.object}' in the list of people")
                    entries[decision.verb].append((mention, decision.object, decision.line))
                elif decision.verb == "rename":
                    names.append((mention, decision.object))
                else:
                    changed[path] = _change_presence(decision, mention[1], changed[path])
        except NotThereError as error:
            rows.append(
                LedgerRow(
                    document=source,
                    reason="decision not applied",
                    detail=f"line {decision.line}: {error}",
                )
            )
    return Decided(
        readings=changed,
        same=tuple(sorted(same)),
        apart=tuple(sorted(apart)),
        names=tuple(sorted(names)),
        entries=tuple(sorted(entries["is"])),
        no_entries=tuple(sorted(entries["is-not"])),
        listed=decisions.listed,
        ledger=tuple(rows),
    )


def _document(
    reference: Reference,
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    copies: Mapping[str, str],
) -> str:
    """The path of the report that is meant; of several copies of one text, the one that they repeat."""
    if reference.document in docs:
        found = [reference.document]
    else:
        found = sorted(path for path, document in docs.items() if document.id == reference.document)
    if not found or found[0] not in readings:
        raise NotThereError(f"no report '{reference.document}' was read")
    return copies.get(found[0], found[0])


def _person(reference: Reference, read: Reading, now: Reading) -> str:
    wanted = fold(reference.name)
    people = {person.key: person for person in (*read.people, *now.people)}
    fits = sorted(
        key
        for key, person in people.items()
        if wanted in {key, fold(person.name), *map(fold, person.aliases)}
    )
    if wanted in fits:
        return wanted
    if len(fits) != 1:
        several = "several people are" if fits else "nobody is"
        raise NotThereError(f"{several} named '{reference.name}' in '{reference.document}'")
    return fits[0]


def _change_bodies(decision: Decision, reading: Reading) -> Reading:
    name = fold(decision.subject.name)
    hits = 0

    def of_post(post: StatedPost) -> StatedPost:
        nonlocal hits
        if decision.verb == "body-is" and post.body and fold(post.body) == name:
            hits += 1
            return replace(post, body=decision.object)
        if decision.verb == "place-is" and post.level == decision.subject.name and not post.place:
            hits += 1
            return replace(post, place=decision.object, place_reason="decided")
        return post

    def of_meeting(meeting: LocalMeeting) -> LocalMeeting:
        nonlocal hits
        if decision.verb == "body-is" and meeting.host and fold(meeting.host) == name:
            hits += 1
            return replace(meeting, host=decision.object)
        if (
            decision.verb == "place-is"
            and meeting.host_level == decision.subject.name
            and not meeting.host_place
        ):
            hits += 1
            return replace(meeting, host_place=decision.object, host_place_reason="decided")
        return meeting

    people = tuple(replace(p, posts=tuple(map(of_post, p.posts))) for p in reading.people)
    meetings = tuple(map(of_meeting, reading.meetings))
    if not hits:
        raise NotThereError(f"no such body in '{decision.subject.document}': {decision.subject.name}")
    ledger = reading.ledger
    if decision.verb == "place-is":
        ending = f"of which {decision.subject.name} unit"
        ledger = tuple(r for r in ledger if not (r.reason == "unknown place" and r.detail.endswith(ending)))
    return replace(reading, people=people, meetings=meetings, ledger=ledger)


def _meetings(decision: Decision, reading: Reading) -> list[str]:
    """The keys of the meetings that are meant: those of the object's name, or all where it names none."""
    wanted = "" if decision.verb == "role-is" else fold(decision.object)
    return [m.key for m in reading.meetings if not m.cited and (not wanted or fold(m.name) == wanted)]


def _add_presence(decision: Decision, document: Document, reading: Reading) -> Reading:
    """Put somebody at a meeting, on the words of the report that the user quotes."""
    meetings = _meetings(decision, reading)
    if len(meetings) != 1:
        raise NotThereError(f"{len(meetings)} meetings of '{document.path}' fit '{decision.object}'")
    start = document.text.find(decision.quote)
    if start < 0 or document.text.find(decision.quote, start + 1) >= 0:
        raise NotThereError(f"the quote does not stand exactly once in '{document.path}'")
    people = reading.people
    try:
        key = _person(decision.subject, reading, reading)
    except NotThereError:
        key = fold(decision.subject.name)
        if decision.subject.name not in decision.quote:
            raise
        people = tuple(
            sorted((*people, LocalPerson(key=key, name=decision.subject.name)), key=lambda p: p.key)
        )
    known = {n for p in people if p.key == key for n in (p.name, *p.aliases, decision.subject.name)}
    named = sorted((n for n in known if n in decision.quote), key=lambda n: (-len(n), n))
    if not named:
        raise NotThereError(f"the quote does not name {decision.subject.name}")
    if any(
        s.person == key and s.meeting == meetings[0] and s.role in PRESENT for s in reading.participations
    ):
        return reading
    others = tuple(
        s for s in reading.participations if not (s.person == key and s.role in ("absent", "invoked"))
    )
    row = LocalParticipation(
        role="attended",
        rule="decision",
        at=Span(start=start, end=start + len(decision.quote)),
        surface=named[0],
        meeting=meetings[0],
        person=key,
    )
    return replace(reading, people=people, participations=(*others, row))


def _change_presence(decision: Decision, key: str, reading: Reading) -> Reading:
    meetings = set(_meetings(decision, reading))
    out: list[LocalParticipation] = []
    hits = 0
    for row in reading.participations:
        meant = row.person == key and (
            decision.verb == "drop" or (row.role in PRESENT and row.meeting in meetings)
        )
        hits += meant
        if meant and decision.verb == "role-is":
            role: Role = decision.object  # type: ignore[assignment]
            out.append(replace(row, role=role, rule="decision"))
        elif not meant:
            out.append(row)
    if not hits:
        raise NotThereError(f"'{decision.subject}' has no such part in a meeting")
    if decision.verb == "role-is":
        out = [r for n, r in enumerate(out) if not _told_before(r, key, out[:n])]
    return replace(reading, participations=tuple(out))


def _told_before(row: LocalParticipation, key: str, before: list[LocalParticipation]) -> bool:
    return row.person == key and any(
        (r.person, r.meeting, r.role, r.rule) == (key, row.meeting, row.role, "decision") for r in before
    )
