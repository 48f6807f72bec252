"""Infer the report's own province, prefecture and county, only from what it itself says.

By a ladder: its outlet, then bodies named with their place, then headline and nicknames, then the one place that its text
keeps naming. Two places with equal evidence are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Document
from extract.jurisdiction import Jurisdiction
from extract.jurisdiction_ladder import LADDER, Found, climb, lies_in
from extract.place_clue import Clue
from extract.places_clues import clues_of
from extract.places_gazetteer import places_named
from extract.places_nicknames import hints_of

TWICE = 2


def infer_jurisdiction(document: Document, *, name_spans: Sequence[tuple[int, int]] = ()) -> Jurisdiction:
    """Infer whose organs a report means by 'the Provincial', 'the Municipal' and 'the County'.

    `name_spans` are the spans of people's names in `document.text`: in them no place is looked for. A city gives its
    province where the gazetteer knows one place of that name only, or where the province is known.
    """
    clues = clues_of(document, name_spans)
    province = _province(clues)
    # a report of the province names its cities' mayors: one mention makes none of them the report's own city
    least = TWICE if province.place is not None and province.rung <= LADDER.index(("body",)) else 1
    prefecture = _within(climb(clues, "prefecture", province.place, least), province)
    county = _within(climb(clues, "county", prefecture.place or province.place, least), prefecture, province)
    if province.place is None and province.rung == 0:
        prefecture = county = province  # outlet and bodies disagree: then nothing is certain
    if prefecture.place is None and county.place is not None:
        prefecture = _above(county, "prefecture", prefecture)
    if province.place is None and province.rung == len(LADDER):
        province = _above(prefecture if prefecture.place else county, "province", province)
    if province.place is not None and province.place.unit == "municipality":
        prefecture = province
    if province.place is None and (hints := hints_of(document)):
        province = Found(None, f"{province.reason}; {', '.join(hints)}")
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


def _province(clues: Sequence[Clue]) -> Found:
    """The province by the ladder; one that the outlet gives and the bodies contradict is unresolved."""
    found = climb(clues, "province", None)
    if found.place is None or found.rung:
        return found
    named = {
        p.province
        for clue in clues
        if clue.kind == "body" and len(clue.candidates) == 1
        for p in clue.candidates
    }
    if named and found.place.name not in named:
        return Found(None, f"{found.reason}, but the bodies are of {', '.join(sorted(named))}", 0)
    return found


def _within(found: Found, *around: Found) -> Found:
    """A place outside the report's own province or city is not the report's own."""
    for outer in around:
        if found.place is not None and outer.place is not None and not lies_in(found.place, outer.place):
            return Found(None, f"{found.place.label} lies outside {outer.place.label}", found.rung)
    return found


def _above(found: Found, level: str, otherwise: Found) -> Found:
    """The unit of `level` in which a place lies, by the gazetteer."""
    place = found.place
    if place is None:
        return otherwise
    name = place.province if level == "province" else place.parent
    above = next((p for p in places_named(name) if p.level == level and lies_in(place, p)), None)
    if above is None:
        return otherwise
    return Found(
        above, f"{place.label} lies in {above.label} (gazetteer), by {found.reason}", found.rung, True
    )


def _label(found: Found) -> str:
    return found.place.label if found.place is not None else ""


def _level_hint(province: Found, prefecture: Found, county: Found) -> str:
    if county.place is not None:
        return "county"
    if prefecture.place is not None and prefecture.place != province.place:
        return "municipal"
    return "provincial" if province.place is not None else ""
