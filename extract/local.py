"""What one report states, before anything is believed across reports: people, gatherings, participations.

All spans are code points in the report's text. A `Reading` holds no path, so that a re-published copy shares it.
"""

from __future__ import annotations

from dataclasses import dataclass

from extract.roles import Role


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Half open, in the report's text."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatedPost:
    """A post as stated: `level` and `place` are those of its body ('' unknown); `at` is the sentence that states it.

    `whole`: its words say all that it is of ('Finance Director'); `ranked` is a level printed before the title, `own` says that its body is one of the post before,
    `his` whose it is by a possessive in front (the folded
    name of X in 'X and his chief economist Y').
    """

    title: str
    body: str
    at: Span
    level: str = ""
    place: str = ""
    place_reason: str = ""
    ranked: str = ""
    own: bool = False
    whole: bool = False
    his: str = ""

    @property
    def text(self) -> str:
        """'Title, Organisation (Place)'."""
        seat = f"{self.title}, {self.body}" if self.body else self.title
        said = self.place.lower() in seat.lower() or self.place.startswith("unresolved")
        return seat if said else f"{seat} ({self.place})"


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalPerson:
    """A person of this report; `key` is the folded name."""

    key: str
    name: str
    family: str = ""
    aliases: tuple[str, ...] = ()
    posts: tuple[StatedPost, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalMeeting:
    """A gathering of this report; `key` counts them in order (m1, m2); cited ones (c1 ...) have no participants."""

    key: str
    name: str
    kind: str
    at: Span
    ordinal: str = ""
    date: str | None = None
    date_rule: str = ""
    place: str = ""
    venue: str = ""
    host: str = ""
    host_level: str = ""
    host_place: str = ""
    host_place_reason: str = ""
    cited: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalParticipation:
    """A person (`person`: a key) or a collective (`group`) in a role; `surface` stands in `at`; `antecedent` names the person where `surface` does not; `national`: named with a national title; `model`: the model that alone saw the name ('': the grammar reads it)."""

    role: Role
    rule: str
    at: Span
    surface: str
    meeting: str = ""
    person: str = ""
    group: str = ""
    position: int = 0
    qualifiers: tuple[str, ...] = ()
    national: bool = False
    antecedent: Span | None = None
    model: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LocalLedger:
    """Something read here and not believed."""

    reason: str
    detail: str
    at: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """All that one report states. `province`, `prefecture`, `county` are the report's own jurisdiction ('' unresolved)."""

    people: tuple[LocalPerson, ...] = ()
    meetings: tuple[LocalMeeting, ...] = ()
    participations: tuple[LocalParticipation, ...] = ()
    ledger: tuple[LocalLedger, ...] = ()
    province: str = ""
    prefecture: str = ""
    county: str = ""
