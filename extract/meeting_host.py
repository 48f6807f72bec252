"""Who convened a meeting, compared as bodies: one body under several names, a part of another, or one of an unknown place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from extract.bodies import body_kind, normal_body
from extract.host_words import OF
from extract.identity_bodies import UNRESOLVED, body_id, placed_name
from extract.local import LocalMeeting
from extract.post_words import LOCAL_LEVELS, level_of
from extract.unnamed import UNSAID


@dataclass(frozen=True, slots=True, kw_only=True)
class Convener:
    """The body that a report says met; `id` is '' where it names none, `known` false where its place is not known.

    `wholes` are the ids of the bodies that it is part of. `named` is the id of a body that only stands in the meeting's name
    ('a symposium on land records of the Linhe Government'): what met, or what was talked of.
    """

    id: str
    name: str = ""
    level: str = ""
    place: str = ""
    known: bool = False
    wholes: frozenset[str] = frozenset()
    named: str = ""


def convener(
    path: str, meeting: LocalMeeting, host_id: str, wholes: frozenset[str] = frozenset()
) -> Convener:
    """The convener of a meeting of the report at `path`; `host_id` is the id of its host, `wholes` what that is part of."""
    named = "" if host_id else body_in_name(meeting.name)
    level = level_of(named) if named else meeting.host_level
    place = meeting.host_place or (f"{UNRESOLVED}{path}" if level in LOCAL_LEVELS else "")
    nobodys = host_id and meeting.host_place_reason == UNSAID and meeting.host_level not in LOCAL_LEVELS
    return Convener(
        # 'the Cabinet' that meets on one day with the same people is one, whatever country it is of
        id=body_id(placed_name(meeting.host, ""), meeting.host_level, "") if nobodys else host_id,
        name=meeting.host,
        level=level,
        place=meeting.host_place,
        known=bool(host_id) and (bool(meeting.host_place) or meeting.host_level not in LOCAL_LEVELS),
        wholes=wholes,
        named=body_id(placed_name(named, place), level, place) if named else "",
    )


def body_in_name(name: str) -> str:
    """The body that a meeting's name ends in: 'symposium on land records of the Linhe Government'; '' for none."""
    parts = OF.split(name)
    first = next((at for at, part in enumerate(parts) if at and body_kind(part) != "other"), 0)
    return " of ".join(parts[first:]) if first else ""


def agreement(a: Convener, b: Convener) -> Literal["same", "open", "different"]:
    """Whether two reports say that one body met; 'open' where one is silent, or names a whole of which the other is part."""
    if {a.id, a.named} & {b.id, b.named} - {""}:
        return "same"
    if not (a.id and b.id) or a.id in b.wholes or b.id in a.wholes:
        return "open"
    of_one_name = (normal_body(a.name), a.level) == (normal_body(b.name), b.level)
    return "open" if of_one_name and not (a.known and b.known) else "different"
