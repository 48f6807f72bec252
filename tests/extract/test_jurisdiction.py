"""Whose 'Provincial' and 'Municipal' organs a report means: one row per kind of evidence."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corpus.document import document_from_text
from corpus.records import Document, Zone
from extract.jurisdiction import Jurisdiction, place_for, settle
from extract.jurisdiction_inferred import infer_jurisdiction
from extract.places import find_places


def report(body: str, *, title: str = "", source: str = "", url: str = "", dateline: str = "") -> Document:
    text = f"{title}\n{body}" if title else body
    zones = [Zone(start=0, end=len(title), kind="title")] if title else []
    zones.append(Zone(start=len(text) - len(body), end=len(text), kind="body"))
    return Document(
        id="x",
        path="x.txt",
        title=title,
        text=text,
        source=source,
        url=url,
        dateline_place=dateline,
        zones=tuple(zones),
    )


def places(document: Document) -> tuple[str, str, str]:
    found = infer_jurisdiction(document)
    return found.province, found.prefecture, found.county


@pytest.mark.parametrize(
    ("evidence", "document", "expected"),
    [
        ("provincial paper", report("The Provincial Party Committee met.", source="Hunan Daily"), ("Hunan", "", "")),
        ("paper known by name", report("The governor spoke.", source="Dazhong Daily"), ("Shandong", "", "")),
        ("city paper", report("The mayor spoke.", source="Mianyang News"), ("Sichuan", "Mianyang", "")),
        ("municipality's paper", report("The mayor spoke.", source="Jiefang Daily"), ("Shanghai", "Shanghai", "")),
        ("site", report("The governor spoke.", url="https://english.hunan.gov.cn/a.html"), ("Hunan", "", "")),
        ("a site that ends alike is another", report("He spoke.", url="https://nothunan.gov.cn/"), ("", "", "")),
        ("national agency", report("The Provincial Party Committee met.", source="Xinhua"), ("", "", "")),
        ("national agency's dateline", report("He met guests.", source="Xinhua", dateline="Beijing"), ("", "", "")),
        ("foreign dateline", report("Ministers met.", dateline="Kuala Lumpur"), ("", "", "")),
        ("outlet in the title", report("He spoke.", title="Summit Opens - News - Hunan Daily Online"), ("Hunan", "", "")),
        ("provincial body", report("The Anhui Provincial Government met."), ("Anhui", "", "")),
        ("CPC before the place", report("Fang Lin, secretary of the CPC Gansu Provincial Committee,"), ("Gansu", "", "")),
        ("region", report("The Ningxia Hui Autonomous Regional Committee of the CPC met."), ("Ningxia", "", "")),
        ("municipal body", report("The Xiangtan Municipal Party Committee met."), ("Hunan", "Xiangtan", "")),
        ("post with a city", report("Fang Lin, secretary of Sanya City, spoke."), ("Hainan", "Sanya", "")),
        ("municipality's body", report("The Tianjin Municipal Party Committee met."), ("Tianjin", "Tianjin", "")),
        ("county body", report("The Shimen County Party Committee met."), ("Hunan", "Changde", "Shimen")),
        ("district body", report("The Haidian District Government met."), ("Beijing", "Beijing", "Haidian")),
        (
            "district of many cities, the city's body beside it",
            report("The Gulou District Committee and the Nanjing Municipal Party Committee met."),
            ("Jiangsu", "Nanjing", "Gulou, Nanjing"),
        ),
        ("district of many cities, nothing beside it", report("The Gulou District Committee met."), ("", "", "")),
        ("city of two provinces", report("The Suzhou Municipal Party Committee met."), ("", "", "")),
        (
            "city of two provinces, the province's body beside it",
            report("The Suzhou Municipal Party Committee met. Suzhou reported to the Anhui Provincial Government."),
            ("Anhui", "Suzhou, Anhui", ""),
        ),
        ("strong nickname", report("We must build a strong Longjiang. The province met."), ("Heilongjiang", "", "")),
        ("weak nickname", report("We guard the “South Gate” of the country."), ("", "", "")),
        ("nickname that is a county here", report("He went to Longjiang County."), ("", "", "")),
        ("headline", report("He visited a plant.", title="Fang Lin Inspects Yunnan"), ("Yunnan", "", "")),
        ("named again and again", report("Hunan has talents. Hunan needs them. Hunan calls."), ("Hunan", "", "")),
        ("passed through", report("He flew over Hunan to the meeting."), ("", "", "")),
        ("city passed through", report("The summit opened in Zhuzhou. It was held in Zhuzhou. Zhuzhou was glad."), ("", "", "")),
        (
            "two provinces' bodies",
            report("The Hunan Provincial Government and the Hubei Provincial Government met."),
            ("", "", ""),
        ),
        (
            "the outlet decides between two provinces",
            report("The Hunan Provincial Government met the Hubei Provincial Government.", source="Hubei Daily"),
            ("Hubei", "", ""),
        ),
        (
            "outlet and bodies disagree",
            report("The Hunan Provincial Government met.", source="Hubei Daily"),
            ("", "", ""),
        ),
        (
            "mayors of many cities at one meeting",
            report("Heads of Changsha Municipal Government and Zhuzhou Municipal Government came.", source="Hunan Daily"),
            ("Hunan", "", ""),
        ),
        (
            "the mayor of one city at a meeting of the province",
            report("The Guizhou Provincial Government met. Fang Lin, mayor of Zunyi, spoke."),
            ("Guizhou", "", ""),
        ),
        (
            "one class word for two cities",
            report("Heads of the Quanzhou and Xiamen Municipal Party Committees came. Xiamen is by the sea."),
            ("", "", ""),
        ),
        ("headline names the venue", report("He spoke.", title="Forum Held in Yunnan"), ("", "", "")),
        ("seat of the centre", report("Beijing. Beijing. Beijing.", title="Beijing Meeting Opens"), ("", "", "")),
        ("the seat's own organs", report("The Beijing Municipal Party Committee met."), ("Beijing", "Beijing", "")),
        ("a city outside the province", report("The Wuhan Municipal Government came.", source="Hunan Daily"), ("", "", "")),
        ("a university is no organ of the city", report("Wuhan University held a meeting."), ("", "", "")),
        ("nothing", report("The committee met."), ("", "", "")),
    ],
)  # fmt: skip
def test_evidence(evidence: str, document: Document, expected: tuple[str, str, str]) -> None:
    assert places(document) == expected, evidence


def test_a_competition_names_both() -> None:
    found = infer_jurisdiction(
        report("The Hunan Provincial Government and the Hubei Provincial Government met.")
    )
    assert "Hubei" in found.province_reason and "Hunan" in found.province_reason


def test_a_weak_nickname_is_a_hint() -> None:
    found = infer_jurisdiction(report("We guard the South Gate of the country."))
    assert found.province == "" and "'South Gate' hints at Guangdong" in found.province_reason


def test_what_only_the_gazetteer_adds_is_marked_and_gives_no_place_to_organs() -> None:
    found = infer_jurisdiction(report("The mayor spoke.", source="Mianyang News"))
    assert (found.province, found.by_gazetteer) == ("Sichuan", ("province",))
    assert "Mianyang lies in Sichuan (gazetteer)" in found.province_reason
    assert (place_for("provincial", found), place_for("municipal", found)) == ("", "Mianyang")


@pytest.mark.parametrize(
    ("level", "place"),
    [
        ("provincial", "Hunan"),
        ("autonomous region", "Hunan"),
        ("municipal", "Changde"),
        ("prefecture", "Changde"),
        ("county", "Shimen"),
        ("district", "Shimen"),
        ("township", ""),
        ("central", ""),
        ("", ""),
    ],
)
def test_the_place_of_a_level(level: str, place: str) -> None:
    assert place_for(level, Jurisdiction(province="Hunan", prefecture="Changde", county="Shimen")) == place


def test_a_municipality_has_no_provincial_organs() -> None:
    found = Jurisdiction(province="Shanghai", prefecture="Shanghai")
    assert (place_for("provincial", found), place_for("municipal", found)) == ("", "Shanghai")


@pytest.mark.parametrize(
    ("source", "level"),
    [
        ("Hunan Daily", "provincial"),
        ("Mianyang News", "municipal"),
        ("Jiefang Daily", "provincial"),
        ("", ""),
    ],
)
def test_the_reports_own_level(source: str, level: str) -> None:
    assert infer_jurisdiction(report("They met.", source=source)).level_hint == level


def test_names_of_people_are_no_evidence() -> None:
    document = report("Meeting of Wuhan and friends.")
    at = document.text.index("Wuhan")
    assert infer_jurisdiction(document).prefecture == "Wuhan"
    assert infer_jurisdiction(document, name_spans=[(at, at + 5)]).prefecture == ""


def test_a_namesake_is_settled_by_the_reports_own_place() -> None:
    (span,) = find_places("Suzhou", 0, 6)
    assert settle(span, Jurisdiction()) is None
    place = settle(span, Jurisdiction(province="Anhui"))
    assert place is not None and place.label == "Suzhou, Anhui"
    (district,) = find_places("Gulou District", 0, 14)
    place = settle(district, Jurisdiction(province="Jiangsu", prefecture="Nanjing"))
    assert place is not None and place.label == "Gulou, Nanjing"


@given(st.text(max_size=200), st.text(max_size=20))
def test_any_text_is_judged(text: str, source: str) -> None:
    found = infer_jurisdiction(report(text or "x", source=source))
    assert found.province_reason and found.prefecture_reason and found.county_reason


def test_reports_are_read_through_the_corpus_stage() -> None:
    text = "Meeting Held\n\n(Mianyang News) (Reporter: Fang Lin) The meeting was held. The mayor attended.\n"
    found = infer_jurisdiction(document_from_text(path="x.txt", text=text))
    assert found.prefecture == "Mianyang"
