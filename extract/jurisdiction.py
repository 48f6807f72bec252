"""Whose committee 'the Municipal Party Committee' is: the report's own province, prefecture and county.

Inferred only from what the document itself says: the places in its bodies' names and headline, its outlet, its
dateline, and nicknames that mean one province. Two places with equal evidence are none.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from corpus.records import Document
from extract.places import Place, find_places, gazetteer
from extract.vocabulary import rows

HEAD = 1800
NATIONAL = re.compile(
    r"xinhua|people'?s daily|cctv|china news|guangming|global times|china daily|cgtn|reuters|afp",
    re.IGNORECASE,
)
BODY_AFTER = re.compile(
    r"\s*(?:Municipal|Provincial|City|County|District|Prefectural|Party|People['’]s|CPC|CPPCC|Committee|Government|Public|Regional|Bureau|Intermediate|Standing|Discipline|Daily|News|Evening|Prefecture|Province)\b"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Jurisdiction:
    """The report's own places, '' where unresolved, each with the reason."""

    province: str = ""
    province_reason: str = ""
    prefecture: str = ""
    prefecture_reason: str = ""
    county: str = ""
    county_reason: str = ""


def infer_jurisdiction(document: Document, *, name_spans: Sequence[tuple[int, int]] = ()) -> Jurisdiction:
    """Infer the jurisdiction of a report."""
    scores: dict[str, Counter[str]] = {"province": Counter(), "prefecture": Counter(), "county": Counter()}
    reasons: dict[str, str] = {}
    parents: dict[str, set[str]] = {}
    for words, weight, reason in _sources(document):
        for span in find_places(words, 0, len(words), ()):
            _count(scores, reasons, parents, span.candidates, weight, reason)
    text = document.text
    seen = 0
    for zone in document.zones:
        if zone.kind not in ("title", "body") or seen > HEAD:
            continue
        stop = min(zone.end, zone.start + HEAD - seen)
        for span in find_places(text, zone.start, stop, name_spans):
            body = bool(span.classed) or bool(BODY_AFTER.match(text, span.end))
            weight = (4 if body else 1) + (2 if zone.kind == "title" else 0)
            _count(
                scores,
                reasons,
                parents,
                span.candidates,
                weight,
                f"'{text[span.start : span.end]}' in the text",
            )
        seen += stop - zone.start
    for row in rows("place_nicknames.csv"):
        if row["strength"] == "strong" and re.search(rf"\b{re.escape(row['nickname'])}\b", text):
            level = gazetteer()[row["place"].lower()][0].level
            scores[level][row["place"]] += 3
            reasons.setdefault(row["place"], f"the nickname '{row['nickname']}'")
    county, county_reason = _winner(scores["county"], reasons, least=4)
    prefecture, prefecture_reason = _winner(scores["prefecture"], reasons, least=2)
    province, province_reason = _winner(scores["province"], reasons, least=3)
    if prefecture and not province and "two" not in province_reason:
        homes = parents.get(prefecture, set())
        if len(homes) == 1:
            (province,) = homes
            province_reason = f"{prefecture} lies in {province} (gazetteer)"
    if prefecture and province and parents.get(prefecture) and province not in parents[prefecture]:
        prefecture, prefecture_reason = "", f"a city outside {province}"
    if (
        county
        and prefecture
        and parents.get(county)
        and prefecture not in parents[county]
        and province not in parents[county]
    ):
        county, county_reason = "", ""
    return Jurisdiction(
        province=province,
        province_reason=province_reason,
        prefecture=prefecture,
        prefecture_reason=prefecture_reason,
        county=county,
        county_reason=county_reason,
    )


def _sources(document: Document) -> list[tuple[str, int, str]]:
    out = []
    if document.source and not NATIONAL.search(document.source):
        out.append((document.source, 4, f"the source '{document.source}'"))
    if document.dateline_place and not NATIONAL.search(document.source):
        out.append((document.dateline_place, 2, f"the dateline '{document.dateline_place}'"))
    return out


def _count(
    scores: dict[str, Counter[str]],
    reasons: dict[str, str],
    parents: dict[str, set[str]],
    candidates: Sequence[Place],
    weight: int,
    reason: str,
) -> None:
    chinese = [place for place in candidates if place.level in scores]
    levels = sorted({place.level for place in chinese})
    for place in chinese:
        if len(levels) > 1 and place.level == "county":
            continue  # a county that shares its name with a city is meant only where its class word says so
        scores[place.level][place.name] += weight
        reasons.setdefault(place.name, reason)
        parents.setdefault(place.name, set()).add(place.parent)
        if place.unit == "municipality":
            scores["prefecture"][place.name] += weight
            parents[place.name].add(place.name)


def _winner(scores: Counter[str], reasons: dict[str, str], *, least: int) -> tuple[str, str]:
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked or ranked[0][1] < least:
        return "", "no place is named clearly enough"
    if len(ranked) > 1 and ranked[1][1] * 4 > ranked[0][1] * 3:
        return "", f"two places compete: {ranked[0][0]} and {ranked[1][0]}"
    return ranked[0][0], reasons.get(ranked[0][0], "")


def place_for(level: str, jurisdiction: Jurisdiction) -> str:
    """The place of a body of this level in a report of this jurisdiction; '' where it is not known."""
    return {
        "provincial": jurisdiction.province,
        "municipal": jurisdiction.prefecture,
        "county": jurisdiction.county,
    }.get(level, "")
