"""A seat as evidence: title, body and unit, whether it is the report's own time, and whether one person holds it at a time."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import lru_cache

from extract.bodies import normal_body, own_name
from extract.local import StatedPost
from extract.post_words import LOCAL_LEVELS
from extract.unnamed import national, unnamed
from extract.vocabulary import rows

FORMER = "former "


@dataclass(frozen=True, slots=True, order=True)
class Seat:
    """A seat that a report states; `place` is '' where it is not known or none is meant; `former`: held before."""

    title: str
    body: str
    level: str
    place: str
    former: bool = False
    number: int = field(init=False, repr=False, compare=False, default=0)
    """The hash: seats are looked up again and again in a resolution, and their four texts would be hashed each time."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "number", hash((self.title, self.body, self.level, self.place, self.former)))

    def __hash__(self) -> int:
        return self.number

    @property
    def known(self) -> bool:
        """Whether it is one seat: of a known unit, or of a named body that belongs to no province, city or county.

        A chair of 'the Planning Board' may be any board's; a minister of finance is told apart by the name well enough.
        """
        if self.place or self.level in LOCAL_LEVELS or not self.body:
            return bool(self.place)
        return not unnamed(self.body) or national(self.body) or "minister" in self.title

    @property
    def single(self) -> bool:
        """Whether one person holds it at a time."""
        return self.known and holds_one(self.title, self.body, self.place)

    def __str__(self) -> str:
        """'mayor (Lanzhou)'."""
        seat = f"{self.title}, {self.body}" if self.body else self.title
        return f"{seat} ({self.place})" if self.place else seat


def seat_of(post: StatedPost) -> Seat:
    """Write a stated post in its normal form."""
    return _seat(post.title, post.body, post.level, post.place)


@lru_cache(maxsize=1 << 16)
def _seat(stated: str, of: str, level: str, place: str) -> Seat:
    title = stated.lower()
    body = normal_body(of) if of else ""
    if place:
        body = own_name(body, place.split(",")[0])
    return Seat(
        title=title.removeprefix(FORMER),
        body=body.lower(),
        level=level,
        place=place,
        former=title.startswith(FORMER),
    )


@lru_cache(maxsize=1)
def _one_person() -> dict[str, str]:
    return {row["title"]: row["needs"] for row in rows("one_person_titles.csv")}


def holds_one(title: str, body: str, place: str) -> bool:
    """Whether one person at a time has this title, of this body or place ('' for none): a director of nothing is many."""
    needs = _one_person().get(title.lower())
    return needs is not None and bool({"body": body, "place": place or body, "": "any"}[needs])
