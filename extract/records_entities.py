"""Records of whom and what the reports speak of: people, bodies, posts, and who is stated to hold which."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.records import Evidence

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
