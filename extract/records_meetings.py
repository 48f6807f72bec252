"""Records of meetings: what their reports state of them, who took part in which role, and which two may be one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.records import Evidence
from extract.roles import Role

Relation = Literal["report", "copy", "citation"]
"""How a report is a source of a meeting; a copy repeats another report of it."""


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
