"""The ladder on which a report's place is looked for: the first rung that names one place of a level, and names it clearly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from extract.place_clue import Clue
from extract.places_gazetteer import Place

LADDER = (("outlet",), ("body",), ("title", "nickname"), ("text",))
CLEAR = 2
"""How many times as often the first place must be named as the second: less is a competition."""
OFTEN = 3
"""How often the plain text must name a place that nothing else speaks for: once or twice is a place passed through."""
RANK = ("province", "prefecture", "county")
SEAT = "Beijing"
"""The seat of the centre: named in headlines and text as a venue, so that only an outlet or a body speaks for it."""
UNSAID = "no place is named clearly enough"


@dataclass(frozen=True, slots=True)
class Found:
    """A place with the reason for it; no place with the reason against."""

    place: Place | None
    reason: str
    rung: int = len(LADDER)
    added: bool = False


def climb(clues: Sequence[Clue], level: str, inside: Place | None, least: int = 1) -> Found:
    """Go down the ladder to the first rung on which a place of `level` is named, and take it if it is the only one.

    Below the outlet it must be named at least `least` times, in whatever way.
    """
    meant = [(clue, place) for clue in clues for place in _meant(clue, level, inside)]
    named = Counter(place for _, place in meant)
    if not named:
        return Found(None, UNSAID)
    for rung, kinds in enumerate(LADDER):
        tally: Counter[Place] = Counter()
        reasons: dict[Place, str] = {}
        for clue, place in meant:
            if clue.kind not in kinds or (place.name == SEAT and kinds not in (("outlet",), ("body",))):
                continue
            tally[place] += 1
            reasons.setdefault(place, clue.reason)
        if level != "province" and kinds == ("text",):
            break  # a city that the text only names is one that was passed through
        ranked = sorted(tally.items(), key=lambda item: (-item[1], item[0].label))
        if not ranked or (kinds == ("text",) and ranked[0][1] < OFTEN):
            continue
        if len(ranked) > 1 and ranked[0][1] < CLEAR * ranked[1][1]:
            return Found(None, f"two places compete: {ranked[0][0].label} and {ranked[1][0].label}", rung)
        if rung and named[ranked[0][0]] < least:
            return Found(None, f"{ranked[0][0].label} is named only once in a report of the province", rung)
        return Found(ranked[0][0], reasons[ranked[0][0]], rung)
    return Found(None, UNSAID)


def _meant(clue: Clue, level: str, inside: Place | None) -> tuple[Place, ...]:
    """The one place of `level` that a clue can mean, given the place around it; nothing where it can mean two."""
    levels = [place.level for place in clue.candidates if place.level in RANK]
    if not levels or level != min(levels, key=RANK.index):
        return ()  # a country is the place of no Chinese unit
    best = [place for place in clue.candidates if place.level == level]
    if len(best) > 1 and inside is not None:
        best = [place for place in best if lies_in(place, inside)]
    return tuple(best) if len(best) == 1 else ()


def lies_in(place: Place, around: Place) -> bool:
    """Tell whether `place` lies in `around`, by the codes of GB/T 2260: 4307 is in 43, 430721 in 4307."""
    if around.level == "province":
        return place.province == around.name
    return place.parent in (around.name, around.label) and place.province == around.province
