"""From what each report states to what we believe: people, bodies, posts and meetings across reports.

Conservative (Fegley and Torvik 2013: lumping two people ruins a network, splitting one barely matters). Two
mentions in different reports are one person only if the folded names are equal and the reports give
compatible evidence: the same post in the same place, or the same known jurisdiction at the same level, or the same
meeting. A body is its name, level and place; a place that the text does not give stays 'unresolved in DOCUMENT'.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from corpus.records import Document, Evidence, LedgerRow, evidence_of
from extract.bodies import body_kind, normal_body, own_name
from extract.deciding import Decided, Mention, decide
from extract.decisions import Decisions
from extract.folding import fold
from extract.joining import joined, pinned
from extract.local import LocalMeeting, LocalPerson, Reading, Span, StatedPost
from extract.posts import normal_case
from extract.records import (
    Holding,
    Meeting,
    Organization,
    Participation,
    Person,
    Post,
    PressCredit,
    Records,
)

LOCAL_LEVELS = frozenset({"provincial", "municipal", "county", "township"})
CENTRAL_SEATS = re.compile(
    r"\b(?:cpc central committee|central committee of the (?:communist party of china|cpc)|politburo|political bureau|state council|"
    r"central military commission|national people's congress|central commission|central national security|"
    r"general secretary|national committee of the (?:cppcc|chinese people's))\b",
    re.IGNORECASE,
)
NATIONAL_RULES = frozenset({"invoked:doctrine", "invoked:core-before", "invoked:core-after"})
"""Doctrine and 'the core' are said of one national leader only; other invocations unite nobody by themselves."""


def slug(*parts: str) -> str:
    """Make a readable id of stated parts: lower case, letters and digits, hyphens."""
    text = unicodedata.normalize("NFKD", " ".join(part for part in parts if part))
    text = "".join(ch for ch in text if not unicodedata.combining(ch)).lower()
    return re.sub(r"[^\w]+", "-", text).strip("-_")[:90] or "unnamed"


def resolve(
    documents: Sequence[Document],
    readings: Mapping[str, Reading],
    *,
    duplicate_of: Mapping[str, str],
    ledger: Sequence[LedgerRow] = (),
    decisions: Decisions | None = None,
    decided_in: str = "decisions.csv",
) -> Records:
    """Resolve the readings of a corpus into records.

    `readings` and `duplicate_of` are keyed by document path. The user's `decisions`, of the file named `decided_in`,
    go before all evidence; one that cannot be applied is a ledger row. The result does not depend on the order of
    `documents`.
    """
    docs = {document.path: document for document in sorted(documents, key=lambda d: d.path)}
    paths = [path for path in docs if path in readings]
    decided = decide(decisions or Decisions(), docs, readings, source=decided_in)
    readings = decided.readings
    meeting_ids, meetings = _meetings(docs, readings, paths, duplicate_of)
    people_ids, people, refused = _people(readings, paths, meeting_ids, decided)
    told = [
        LedgerRow(document=decided_in, reason="decision not applied", detail=f"line {line}: {why}")
        for line, why in refused
    ]
    bodies = _Bodies(docs, readings)
    posts: dict[str, Post] = {}
    holdings: set[Holding] = set()
    participations: list[Participation] = []
    for path in paths:
        reading, document = readings[path], docs[path]
        dates = {m.key: m.date for m in reading.meetings}
        own = {p.key: p for p in reading.people}
        texts: dict[str, tuple[str, ...]] = {}
        present = {s.person for s in reading.participations}
        for key in sorted(present & set(own)):
            lines = []
            for stated in own[key].posts:
                post = bodies.post(path, stated)
                posts[post.id] = post
                lines.append(post.text)
                date = next(
                    (
                        dates[s.meeting]
                        for s in reading.participations
                        if s.person == key and s.meeting in dates
                    ),
                    None,
                )
                holdings.add(
                    Holding(
                        person_id=people_ids[path, key],
                        post_id=post.id,
                        document=path,
                        date=date or document.published,
                        evidence=_evidence(document, stated.at),
                    )
                )
            texts[key] = tuple(dict.fromkeys(lines))
        for s in reading.participations:
            participations.append(
                Participation(
                    document=path,
                    meeting_id=meeting_ids.get((path, s.meeting), ""),
                    role=s.role,
                    rule=s.rule,
                    evidence=_evidence(document, s.at),
                    surface=s.surface,
                    person_id=people_ids[path, s.person] if s.person else "",
                    group=s.group,
                    posts=texts.get(s.person, ()),
                    position=s.position,
                    qualifiers=s.qualifiers,
                    antecedent=_evidence(document, s.antecedent) if s.antecedent else None,
                )
            )
    for meeting_id, draft in sorted(meetings.items()):
        bodies.host_of(meeting_id, draft)
    rows = [*ledger, *decided.ledger, *told, *_ledger(docs, readings, paths)]
    return Records(
        documents=tuple(docs.values()),
        people=tuple(sorted(people, key=lambda p: p.id)),
        organizations=bodies.records(),
        posts=tuple(posts[key] for key in sorted(posts)),
        holdings=tuple(
            sorted(holdings, key=lambda h: (h.person_id, h.post_id, h.document, h.evidence.start))
        ),
        meetings=tuple(_meeting_record(mid, meetings[mid], docs, bodies) for mid in sorted(meetings)),
        participations=tuple(
            sorted(
                participations,
                key=lambda p: (
                    p.document,
                    p.meeting_id,
                    p.position or 10_000,
                    p.person_id,
                    p.group,
                    p.role,
                    p.evidence.start,
                ),
            )
        ),
        press=tuple(
            PressCredit(document=path, credit=credit) for path in docs for credit in docs[path].press
        ),
        ledger=tuple(sorted(rows, key=lambda r: (r.document, r.start, r.end, r.reason, r.detail))),
        duplicate_of=tuple(sorted(duplicate_of.items())),
    )


def _evidence(document: Document, at: Span) -> Evidence:
    return evidence_of(document, at.start, at.end)


# -- meetings -------------------------------------------------------------------------------------------------


def _meetings(
    docs: Mapping[str, Document],
    readings: Mapping[str, Reading],
    paths: Sequence[str],
    duplicate_of: Mapping[str, str],
) -> tuple[dict[tuple[str, str], str], dict[str, list[tuple[str, LocalMeeting]]]]:
    """Meetings across reports: a re-published report shares those of the report that it repeats, no other pair merges."""
    ids: dict[tuple[str, str], str] = {}
    drafts: dict[str, list[tuple[str, LocalMeeting]]] = defaultdict(list)
    for path in sorted(paths, key=lambda p: (p in duplicate_of, p)):
        for meeting in readings[path].meetings:
            origin = duplicate_of.get(path)
            twin = None
            if origin is not None and origin in readings:
                twin = next(
                    (
                        m
                        for m in readings[origin].meetings
                        if (m.name, m.kind, m.cited) == (meeting.name, meeting.kind, meeting.cited)
                    ),
                    None,
                ) or next((m for m in readings[origin].meetings if m.key == meeting.key), None)
            if twin is not None and origin is not None and (origin, twin.key) in ids:
                meeting_id = ids[origin, twin.key]
            else:
                base = slug(meeting.date or "undated", meeting.name)
                if meeting.cited:
                    base = slug("cited", meeting.name)
                meeting_id = f"{base}--{docs[path].id[1:7]}"
                number = 2
                while meeting_id in drafts:
                    meeting_id = f"{base}--{docs[path].id[1:7]}-{number}"
                    number += 1
            ids[path, meeting.key] = meeting_id
            drafts[meeting_id].append((path, meeting))
    return ids, dict(drafts)


def _meeting_record(
    meeting_id: str, drafts: Sequence[tuple[str, LocalMeeting]], docs: Mapping[str, Document], bodies: _Bodies
) -> Meeting:
    path, first = drafts[0]
    return Meeting(
        id=meeting_id,
        name=first.name,
        kind=first.kind,
        evidence=_evidence(docs[path], first.at),
        documents=tuple(sorted({p for p, _ in drafts})),
        ordinal=first.ordinal,
        date=first.date,
        date_rule=first.date_rule,
        place=first.place,
        host=bodies.host_text(first.host),
        host_id=bodies.hosts.get(meeting_id, ""),
        level=first.host_level,
        cited=first.cited,
    )


# -- people ---------------------------------------------------------------------------------------------------


def _people(
    readings: Mapping[str, Reading],
    paths: Sequence[str],
    meeting_ids: Mapping[tuple[str, str], str],
    decided: Decided,
) -> tuple[dict[Mention, str], list[Person], list[tuple[int, str]]]:
    """Give every mention its person; also return the decisions that other decisions rule out, by line."""
    own: dict[Mention, LocalPerson] = {}
    blocks: dict[str, list[Mention]] = defaultdict(list)
    for path in paths:
        used = {s.person for s in readings[path].participations if s.person}
        for person in readings[path].people:
            if person.key in used:
                blocks[person.key].append((path, person.key))
                own[path, person.key] = person
    clusters: list[list[Mention]] = []
    for key in sorted(blocks):
        evidence = {m: _keys(m[0], own[m], readings[m[0]], meeting_ids) for m in blocks[key]}
        clusters += pinned(evidence, decided.apart)
    clusters, refused = joined(clusters, decided.same, decided.apart)
    shown = dict(decided.names)
    named: dict[str, list[tuple[str, list[tuple[str, LocalPerson]]]]] = defaultdict(list)
    for cluster in clusters:
        group = [(mention[0], own[mention]) for mention in cluster]
        names = sorted({shown[mention] for mention in cluster if mention in shown})
        if len(names) == 1:
            name = names[0]
        else:
            name = max((p.name for _, p in group), key=lambda n: (sum(p.name == n for _, p in group), n))
        named[fold(name)].append((name, group))
    ids: dict[Mention, str] = {}
    people: list[Person] = []
    taken: dict[str, int] = {}
    for key in sorted(named):
        groups = named[key]
        labels = [_context(group, readings) for _, group in groups]
        for (name, group), context in zip(groups, labels, strict=True):
            same = sum(other == context for other in labels)
            label = (
                name
                if len(groups) == 1
                else f"{name} ({context})"
                if same == 1
                else f"{name} ({context}; {group[0][0]})"
            )
            person_id = (
                slug(name) if len(groups) == 1 else slug(name, context, group[0][0] if same > 1 else "")
            )
            # Two names or contexts can make one slug; the later one, in sorted order, gets a number.
            taken[person_id] = taken.get(person_id, 0) + 1
            if taken[person_id] > 1:
                person_id = f"{person_id}--{taken[person_id]}"
            aliases = sorted({a for _, p in group for a in (*p.aliases, p.name)} - {name})
            people.append(
                Person(id=person_id, name=name, label=label, context=context, aliases=tuple(aliases))
            )
            for path, person in group:
                ids[path, person.key] = person_id
    return ids, people, refused


def _keys(
    path: str, person: LocalPerson, reading: Reading, meeting_ids: Mapping[tuple[str, str], str]
) -> frozenset[str]:
    """What proves that a mention is the same person as another of that name: any one shared key unites."""
    keys = {f"document:{path}"}
    own = [s for s in reading.participations if s.person == person.key]
    there = [s for s in own if s.role != "invoked"]
    for s in there:
        if s.meeting:
            keys.add(f"meeting:{meeting_ids[path, s.meeting]}")
    if any(s.rule in NATIONAL_RULES or s.national for s in own):
        keys.add("central")
    for post in person.posts:
        if post.place and post.level:
            keys.add(f"place:{post.place}:{post.level}")
        if CENTRAL_SEATS.search(f"{post.title}, {post.body}") or (post.level == "central" and post.body):
            keys.add("central")
        if post.body and post.level not in LOCAL_LEVELS:
            keys.add(f"post:{post.title.lower()}:{normal_body(post.body).lower()}")
    if there and not any(key.startswith(("place:", "post:")) or key == "central" for key in keys):
        keys |= _company_of(there[0].meeting, reading)
    return frozenset(keys)


def _company_of(meeting_key: str, reading: Reading) -> set[str]:
    """A bare name belongs where its meeting does: to the host's level and place, else to the report's own unit."""
    meeting = next((m for m in reading.meetings if m.key == meeting_key), None)
    if meeting is not None and meeting.host_level == "central":
        return {"central"}
    if meeting is not None and meeting.host_level and meeting.host_place:
        return {f"place:{meeting.host_place}:{meeting.host_level}"}
    if meeting is not None and meeting.host:
        return set()  # a host whose place is unknown: the report's own place need not be its place
    for name, level in (
        (reading.county, "county"),
        (reading.prefecture, "municipal"),
        (reading.province, "provincial"),
    ):
        if name:
            return {f"place:{name}:{level}"}
    return set()


def _context(group: Sequence[tuple[str, LocalPerson]], readings: Mapping[str, Reading]) -> str:
    places = sorted({post.place for _, person in group for post in person.posts if post.place})
    if any(
        CENTRAL_SEATS.search(f"{post.title}, {post.body}") for _, person in group for post in person.posts
    ):
        return "Central"
    if places:
        return ", ".join(places)
    own = sorted(
        {readings[p].county or readings[p].prefecture or readings[p].province for p, _ in group} - {""}
    )
    if own:
        return ", ".join(own)
    bodies = sorted({post.body for _, person in group for post in person.posts if post.body})
    return bodies[0] if bodies else f"in {group[0][0]}"


# -- bodies and posts -----------------------------------------------------------------------------------------


class _Bodies:
    """The organizations met so far, keyed by normal name, level and place."""

    def __init__(self, docs: Mapping[str, Document], readings: Mapping[str, Reading]) -> None:
        self._found: dict[str, Organization] = {}
        self._docs = docs
        self._readings = readings
        self.hosts: dict[str, str] = {}

    def add(self, path: str, name: str, level: str, place: str, reason: str) -> Organization:
        """Return the body of this name, level and place, entering it and its parent if new."""
        if not place and level in LOCAL_LEVELS:
            place, reason = f"unresolved in {path}", "the report does not say"
        normal = own_name(normal_body(name), place.split(",")[0]) if place else normal_body(name)
        parent = ""
        match = re.match(r"^(.{4,}?) of (?:the )?(.+)$", normal)
        if match and body_kind(match.group(2)) != "other":
            parent = self.add(path, match.group(2), level, place, reason).id
        organization_id = slug(
            normal,
            level if level not in normal.lower() else "",
            place if place.lower() not in normal.lower() else "",
        )
        known = self._found.get(organization_id)
        if known is not None:
            return known
        body = Organization(
            id=organization_id,
            name=normal,
            kind=body_kind(normal),
            level=level,
            place=place,
            place_reason=reason,
            parent=parent if parent != organization_id else "",
        )
        self._found[organization_id] = body
        return body

    def post(self, path: str, stated: StatedPost) -> Post:
        """The seat that a report states."""
        organization = (
            self.add(path, stated.body, stated.level, stated.place, stated.place_reason)
            if stated.body
            else None
        )
        place = stated.place or (organization.place if organization else "")
        if not place and stated.level in LOCAL_LEVELS:
            place = f"unresolved in {path}"
        post_id = slug(stated.title, organization.id if organization else place)
        return Post(
            id=post_id,
            title=stated.title,
            text=stated.text,
            organization_id=organization.id if organization else "",
            place=place,
        )

    def host_of(self, meeting_id: str, drafts: Iterable[tuple[str, LocalMeeting]]) -> None:
        """Enter the convening body of a meeting, where the report names one."""
        for path, meeting in drafts:
            if meeting.host:
                body = self.add(
                    path, meeting.host, meeting.host_level, meeting.host_place, meeting.host_place_reason
                )
                self.hosts[meeting_id] = body.id
                return

    def host_text(self, host: str) -> str:
        return normal_case(host) if host else ""

    def records(self) -> tuple[Organization, ...]:
        """The organizations, by id."""
        return tuple(self._found[key] for key in sorted(self._found))


def _ledger(
    docs: Mapping[str, Document], readings: Mapping[str, Reading], paths: Sequence[str]
) -> list[LedgerRow]:
    out = []
    for path in paths:
        for row in readings[path].ledger:
            start, end = (row.at.start, row.at.end) if row.at else (0, 0)
            out.append(
                LedgerRow(
                    document=path,
                    reason=row.reason,
                    detail=row.detail,
                    quote=docs[path].text[start:end],
                    start=start,
                    end=end,
                )
            )
    return out
