"""Whose committee 'the Municipal Party Committee' is: the report's own province, prefecture and county.

Inferred only from what the document itself says, by a ladder: its outlet, then bodies named with their place, then
headline and nicknames, then the one place that its text keeps naming. Two places with equal evidence are none.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Document
from extract.places import PlaceSpan
from extract.places_clues import Clue, clues_of, hints_of
from extract.places_gazetteer import Place, places_named

LADDER = (("outlet",), ("body",), ("title", "nickname"), ("text",))
CLEAR = 2
"""How many times as often the first place must be named as the second: less is a competition."""
OFTEN = 3
"""How often the plain text must name a place that nothing else speaks for: once or twice is a place passed through."""
FIELDS = {
    "provincial": "province",
    "autonomous region": "province",
    "regional": "province",
    "municipal": "prefecture",
    "prefecture": "prefecture",
    "prefectural": "prefecture",
    "county": "county",
    "district": "county",
}
RANK = ("province", "prefecture", "county")
TWICE = 2
SEAT = "Beijing"
"""The seat of the centre: named in headlines and text as a venue, so that only an outlet or a body speaks for it."""
UNSAID = "no place is named clearly enough"


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """The report's own places by their labels, '' where unresolved, each with the reason or why not.

    `level_hint` is the level of the lowest of them: county, municipal, provincial or ''. `by_gazetteer` are the levels
    that the report does not name and the gazetteer adds: a fact about the city, but not what the report says of a
    'Provincial Party Committee', so `place_for` does not use them.
    """

    province: str = ""
    province_reason: str = ""
    prefecture: str = ""
    prefecture_reason: str = ""
    county: str = ""
    county_reason: str = ""
    level_hint: str = ""
    by_gazetteer: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Found:
    """A place with the reason for it; no place with the reason against."""

    place: Place | None
    reason: str
    rung: int = len(LADDER)
    added: bool = False


def infer_jurisdiction(document: Document, *, name_spans: Sequence[tuple[int, int]] = ()) -> Jurisdiction:
    """Infer whose organs a report means by 'the Provincial', 'the Municipal' and 'the County'.

    `name_spans` are the spans of people's names in `document.text`: in them no place is looked for. A city gives its
    province where the gazetteer knows one place of that name only, or where the province is known.
    """
    clues = clues_of(document, name_spans)
    province = _province(clues)
    # a report of the province names its cities' mayors: one mention makes none of them the report's own city
    least = TWICE if province.place is not None and province.rung <= LADDER.index(("body",)) else 1
    prefecture = _within(_climb(clues, "prefecture", province.place, least), province)
    county = _within(_climb(clues, "county", prefecture.place or province.place, least), prefecture, province)
    if province.place is None and province.rung == 0:
        prefecture = county = province  # outlet and bodies disagree: then nothing is certain
    if prefecture.place is None and county.place is not None:
        prefecture = _above(county, "prefecture", prefecture)
    if province.place is None and province.rung == len(LADDER):
        province = _above(prefecture if prefecture.place else county, "province", province)
    if province.place is not None and province.place.unit == "municipality":
        prefecture = province
    if province.place is None and (hints := hints_of(document)):
        province = _Found(None, f"{province.reason}; {', '.join(hints)}")
    return Jurisdiction(
        province=_label(province),
        province_reason=province.reason,
        prefecture=_label(prefecture),
        prefecture_reason=prefecture.reason,
        county=_label(county),
        county_reason=county.reason,
        level_hint=_level_hint(province, prefecture, county),
        by_gazetteer=tuple(
            level for level, unit in (("province", province), ("prefecture", prefecture)) if unit.added
        ),
    )


def place_for(level: str, jurisdiction: Jurisdiction) -> str:
    """Find the place of a body of `level` in a report of this jurisdiction; '' where it is not known or none is meant.

    `level`: central, provincial, autonomous region, municipal, prefecture, county, district, township ... What only
    the gazetteer adds does not count, a municipality has no provincial organs, and a township lies below all that is
    known.
    """
    field = FIELDS.get(level, "")
    if not field or field in jurisdiction.by_gazetteer:
        return ""
    place: str = getattr(jurisdiction, field)
    if field == "province" and place == jurisdiction.prefecture:
        return ""
    return place


def settle(span: PlaceSpan, jurisdiction: Jurisdiction) -> Place | None:
    """Choose among a place's candidates the one that lies in the report's own jurisdiction; None where two stay."""
    best = [place for place in span.candidates if place.level == span.level]
    if len(best) == 1:
        return best[0]
    for known in (jurisdiction.county, jurisdiction.prefecture, jurisdiction.province):
        near = [place for place in best if known and known in (place.label, place.parent, place.province)]
        if len(near) == 1:
            return near[0]
    return None


def _province(clues: Sequence[Clue]) -> _Found:
    """The province by the ladder; one that the outlet gives and the bodies contradict is unresolved."""
    found = _climb(clues, "province", None)
    if found.place is None or found.rung:
        return found
    named = {
        p.province
        for clue in clues
        if clue.kind == "body" and len(clue.candidates) == 1
        for p in clue.candidates
    }
    if named and found.place.name not in named:
        return _Found(None, f"{found.reason}, but the bodies are of {', '.join(sorted(named))}", 0)
    return found


def _climb(clues: Sequence[Clue], level: str, inside: Place | None, least: int = 1) -> _Found:
    """Go down the ladder to the first rung on which a place of `level` is named, and take it if it is the only one.

    Below the outlet it must be named at least `least` times, in whatever way.
    """
    meant = [(clue, place) for clue in clues for place in _meant(clue, level, inside)]
    named = Counter(place for _, place in meant)
    if not named:
        return _Found(None, UNSAID)
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
            return _Found(None, f"two places compete: {ranked[0][0].label} and {ranked[1][0].label}", rung)
        if rung and named[ranked[0][0]] < least:
            return _Found(None, f"{ranked[0][0].label} is named only once in a report of the province", rung)
        return _Found(ranked[0][0], reasons[ranked[0][0]], rung)
    return _Found(None, UNSAID)


def _meant(clue: Clue, level: str, inside: Place | None) -> tuple[Place, ...]:
    """The one place of `level` that a clue can mean, given the place around it; nothing where it can mean two."""
    levels = [place.level for place in clue.candidates if place.level in RANK]
    if not levels or level != min(levels, key=RANK.index):
        return ()  # a country is the place of no Chinese unit
    best = [place for place in clue.candidates if place.level == level]
    if len(best) > 1 and inside is not None:
        best = [place for place in best if _lies_in(place, inside)]
    return tuple(best) if len(best) == 1 else ()


def _lies_in(place: Place, around: Place) -> bool:
    """Does `place` lie in `around`? By the codes of GB/T 2260: 4307 is in 43, 430721 in 4307."""
    if around.level == "province":
        return place.province == around.name
    return place.parent in (around.name, around.label) and place.province == around.province


def _within(found: _Found, *around: _Found) -> _Found:
    """A place outside the report's own province or city is not the report's own."""
    for outer in around:
        if found.place is not None and outer.place is not None and not _lies_in(found.place, outer.place):
            return _Found(None, f"{found.place.label} lies outside {outer.place.label}", found.rung)
    return found


def _above(found: _Found, level: str, otherwise: _Found) -> _Found:
    """The unit of `level` in which a place lies, by the gazetteer."""
    place = found.place
    if place is None:
        return otherwise
    name = place.province if level == "province" else place.parent
    above = next((p for p in places_named(name) if p.level == level and _lies_in(place, p)), None)
    if above is None:
        return otherwise
    return _Found(
        above, f"{place.label} lies in {above.label} (gazetteer), by {found.reason}", found.rung, True
    )


def _label(found: _Found) -> str:
    return found.place.label if found.place is not None else ""


def _level_hint(province: _Found, prefecture: _Found, county: _Found) -> str:
    if county.place is not None:
        return "county"
    if prefecture.place is not None and prefecture.place != province.place:
        return "municipal"
    return "provincial" if province.place is not None else ""
