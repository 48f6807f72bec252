"""Records of the extract stage: what the reports state, resolved to people, bodies and meetings.

Seen before believed: a `Participation` keeps the printed name (`surface`) and the sentence; the `Person`
is what we believe. Ids are readable slugs, never positions in a list.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

from corpus.records import Document, Evidence, LedgerRow, PressName

Role = Literal[
    "chaired",
    "spoke",
    "reported",
    "attended",
    "observed",
    "led",
    "accompanied",
    "invoked",
    "absent",
]
ROLES: tuple[Role, ...] = get_args(Role)
PRESENT: frozenset[str] = frozenset(ROLES) - {"invoked", "absent"}
"""The roles that make co-attendance."""

Relation = Literal["report", "copy", "citation"]
"""How a report is a source of a meeting; a copy repeats another report of it."""

BodyKind = Literal[
    "party committee",
    "standing committee",
    "leading group",
    "commission",
    "discipline",
    "government",
    "people's congress",
    "parliament",
    "cppcc",
    "court",
    "procuratorate",
    "military",
    "ministry",
    "department",
    "council",
    "enterprise",
    "university",
    "hospital",
    "foreign",
    "other",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person we believe in. `name` is Surname Given for Chinese names; `label` tells homonyms apart.

    `context` is what keeps homonyms apart (a place, "Central", a body, or `in DOCUMENT` where the report
    says nothing); `aliases` are the other printed forms, sorted. `ids` are those of the user's list: (`list`, its own) and
    ids elsewhere (`wikidata` ...).
    """

    id: str
    name: str
    label: str
    context: str = ""
    aliases: tuple[str, ...] = ()
    ids: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MaybeListed:
    """That a person may be an entry of the user's list, of the same name and of no post that proves it."""

    person_id: str
    document: str
    entry: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionOf:
    """That a person of one report is a person of the corpus, and why: what this mention shares with others of the person.

    Without `reasons` nothing but this report speaks of the person.
    """

    person_id: str
    document: str
    name: str
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A body, keyed by name, level and place.

    `level` is central, provincial, municipal, county, township, foreign or "". `place` is the jurisdiction's
    place, `unresolved in DOCUMENT` where the text does not give it, "" where none is meant. `place_reason`
    names how it was known (stated, source line, dateline ...). `parent` is another organization's id.
    """

    id: str
    name: str
    kind: BodyKind
    level: str = ""
    place: str = ""
    place_reason: str = ""
    parent: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A seat: `text` is 'Title, Organisation (Place)' as in the tables."""

    id: str
    title: str
    text: str
    organization_id: str = ""
    place: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A person stated to hold a post, in one report; `date` is the meeting's or the page's, EDTF or None."""

    person_id: str
    post_id: str
    document: str
    date: str | None
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A gathering that a report states as held, or (`cited`) one that a report only refers to.

    `kind`: meeting, conference, study session, visit, inspection, ceremony, talks, symposium, forum, congress,
    press conference ... `ordinal` as printed ("19th", "3rd session of the 9th"), "" if none. `date` is EDTF,
    None where the text gives none; `date_rule` says how it was read. `host` is the convening body as printed,
    `host_id` its organization id or "". `documents` are the paths of the reports of it, sorted, without re-published
    copies. `series` names the run of numbered sittings of one body that it belongs to, `previous` is the sitting before
    it; `reported_as` is the meeting that a cited one is, where a report of it is in the corpus. `conflicts` names what
    its reports do not agree on (date, ordinal, place, host, chair); `MeetingSource` has what each of them states.
    """

    id: str
    name: str
    kind: str
    evidence: Evidence
    documents: tuple[str, ...]
    ordinal: str = ""
    date: str | None = None
    date_rule: str = ""
    place: str = ""
    venue: str = ""
    host: str = ""
    host_id: str = ""
    level: str = ""
    cited: bool = False
    series: str = ""
    previous: str = ""
    reported_as: str = ""
    conflicts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSource:
    """What one report states of a meeting; `relation`: `report`, `citation`, or `copy` for a re-published report."""

    meeting_id: str
    document: str
    relation: Relation
    name: str
    evidence: Evidence
    date: str | None = None
    ordinal: str = ""
    place: str = ""
    host: str = ""
    people: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Participation:
    """One person (or one collective: `group`), one meeting, one role, one report, with its sentence.

    `position` counts from 1 in the list as printed (0: not in a list). `meeting_id` is "" for people who are
    invoked in a report without a meeting. `surface` is the printed form that stands in the evidence; where it
    is a back reference ("he", "Secretary Gao"), `antecedent` is the sentence that names the person.
    `posts` are 'Title, Organisation (Place)' strings as this report states them. `model` is the model without which the
    statement would not be there, since it alone saw the name; "" where the grammar reads it.
    """

    document: str
    meeting_id: str
    role: Role
    rule: str
    evidence: Evidence
    surface: str
    person_id: str = ""
    group: str = ""
    posts: tuple[str, ...] = ()
    position: int = 0
    qualifiers: tuple[str, ...] = ()
    antecedent: Evidence | None = None
    model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PressCredit:
    """Somebody who made a report, kept apart from the people in it."""

    document: str
    credit: PressName


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedMeeting:
    """A meeting as one report states it; `name` names it in a decision, `label` with its day where that is known."""

    meeting_id: str
    document: str
    name: str
    label: str
    evidence: Evidence


@dataclass(frozen=True, slots=True, kw_only=True)
class MaybeOne:
    """Two meetings that may be one, of which nothing is certain enough to join them or to tell them apart."""

    left: StatedMeeting
    right: StatedMeeting
    reasons: tuple[str, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Records:
    """Everything a corpus states, resolved; every tuple is sorted by its records' ids or keys.

    `duplicate_of` maps the path of a re-published copy to the path of the report that it repeats; a copy states nothing
    of its own: beside `documents` it stands in `sources` alone.
    """

    documents: tuple[Document, ...] = ()
    people: tuple[Person, ...] = ()
    mentions: tuple[MentionOf, ...] = ()
    maybe_listed: tuple[MaybeListed, ...] = ()
    organizations: tuple[Organization, ...] = ()
    posts: tuple[Post, ...] = ()
    holdings: tuple[Holding, ...] = ()
    meetings: tuple[Meeting, ...] = ()
    maybe_one: tuple[MaybeOne, ...] = ()
    sources: tuple[MeetingSource, ...] = ()
    participations: tuple[Participation, ...] = ()
    press: tuple[PressCredit, ...] = ()
    ledger: tuple[LedgerRow, ...] = ()
    duplicate_of: tuple[tuple[str, str], ...] = ()
