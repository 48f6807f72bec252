"""Whose committee 'the Municipal Party Committee' is: what is known of a report's own province, prefecture and county."""

from __future__ import annotations

from dataclasses import dataclass

from extract.places import PlaceSpan
from extract.places_gazetteer import Place

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
