"""The gazetteer and the other place lists: every row checked against the others."""

from __future__ import annotations

import csv
from collections import Counter
from pathlib import Path

import pytest

from extract.places_gazetteer import countries_named, demonyms, fold_place, gazetteer, places_named

RULES = Path(__file__).parents[2] / "extract" / "rules"


SCRIPTS = Path(__file__).parents[2] / "scripts"


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, strict=True))


def listed(name: str) -> list[dict[str, str]]:
    return read(RULES / name)


PLACES = listed("places.csv")
LENGTHS = {"province": "0000", "prefecture": "00", "county": ""}


def test_the_list_of_provinces_is_whole() -> None:
    units = Counter(row["unit"] for row in PLACES if row["level"] == "province")
    assert units == {"province": 23, "region": 5, "municipality": 4, "special administrative region": 2}


def test_the_lists_below_are_whole() -> None:
    """GB/T 2260: 333 prefecture-level units; 2,8xx counties (functional zones are none)."""
    levels = Counter(row["level"] for row in PLACES)
    assert levels["prefecture"] == 333
    assert 2830 <= levels["county"] <= 2860


def test_codes_are_unique_and_say_the_parent() -> None:
    codes = [row["code"] for row in PLACES if row["code"]]
    assert [code for code, count in Counter(codes).items() if count > 1] == []
    names = {row["code"]: row["name"] for row in PLACES}
    for row in PLACES:
        code = row["code"]
        if not code:
            continue
        assert len(code) == 6 and code.endswith(LENGTHS[row["level"]]), row
        if row["level"] == "prefecture":
            assert row["parent"] == names[f"{code[:2]}0000"], row
        if row["level"] == "county":
            assert row["parent"] == names.get(f"{code[:4]}00", names[f"{code[:2]}0000"]), row


def test_every_row_is_tidy_and_has_a_source() -> None:
    for row in PLACES:
        assert row["source"] and row["use"] in ("", "class") and row["unit"], row
        assert row["name"] == row["name"].strip() and row["name"][0].isupper(), row
        aliases = row["aliases"].split(";") if row["aliases"] else []
        assert len(set(aliases)) == len(aliases) and row["name"] not in aliases and "" not in aliases, row


def test_the_rows_by_hand_are_of_places_in_the_table_and_say_why() -> None:
    listed_codes = {row["code"] or row["name"] for row in PLACES}
    hand = read(SCRIPTS / "places_by_hand.csv")
    assert len({row["code"] or row["name"] for row in hand}) == len(hand)
    by_code = {row["code"] or row["name"]: row for row in PLACES}
    for row in hand:
        key = row["code"] or row["name"]
        assert key in listed_codes and row["why"], row
        assert row["name"] in ("", by_code[key]["name"]), row
        assert row["aliases"] in ("", "none", by_code[key]["aliases"]), row


def test_the_rows_by_hand_of_countries_are_those_of_the_table() -> None:
    table = {row["code"]: row for row in listed("countries.csv")}
    hand = {row["code"]: row for row in read(SCRIPTS / "countries_by_hand.csv")}
    assert hand.keys() == table.keys()
    for code, row in hand.items():
        assert row["name"] in ("", table[code]["name"]) and row["demonym"] == table[code]["demonym"], row
        assert row["capital"] in ("", table[code]["capital"]), row


NAMESAKES = [
    ("Suzhou", {"Suzhou, Jiangsu", "Suzhou, Anhui"}, "two cities"),
    ("Chaoyang", {"Chaoyang, Beijing", "Chaoyang"}, "a district and a city"),
    ("Yichun", {"Yichun, Heilongjiang", "Yichun, Jiangxi"}, "two names in characters, one in letters"),
    ("Gulou", {"Gulou, Nanjing", "Gulou, Fuzhou"}, "districts"),
    ("Jilin", {"Jilin"}, "a province and its city"),
]


@pytest.mark.parametrize(("name", "labels", "phenomenon"), NAMESAKES, ids=[row[2] for row in NAMESAKES])
def test_two_places_of_one_name_stay_two(name: str, labels: set[str], phenomenon: str) -> None:
    found = places_named(name)
    assert len(found) > 1 and labels <= {place.label for place in found}
    assert len({(place.level, place.label) for place in found}) == len(found)


def test_a_name_that_ends_like_a_new_area_keeps_its_end() -> None:
    (place,) = [p for p in places_named("Qingxin") if p.code == "441803"]
    assert (place.name, place.parent) == ("Qingxin", "Qingyuan")


def test_a_name_of_one_syllable_needs_its_class_word() -> None:
    for word in ("He", "She", "An", "Long", "Wei", "Tang", "Ning", "Li", "Song"):
        assert all(place.classed for place in places_named(word)), word


def test_labels_tell_all_places_apart() -> None:
    chinese = {p for places in gazetteer().values() for p in places if p.level in LENGTHS}
    labels = Counter((p.level, p.label) for p in {p.code: p for p in chinese}.values())
    assert [label for label, count in labels.items() if count > 1] == []


@pytest.mark.parametrize(
    ("name", "label", "province"),
    [
        ("Mianyang", "Mianyang", "Sichuan"),
        ("Haidian", "Haidian", "Beijing"),
        ("Shihezi", "Shihezi", "Xinjiang"),
        ("Xiong'an", "Xiong'an", "Hebei"),
        ("Hengqin", "Hengqin", "Guangdong"),
        ("Chengdu", "Chengdu", "Sichuan"),
        ("Shangri-La", "Shangri-La", "Yunnan"),
    ],
)
def test_a_place_knows_its_province(name: str, label: str, province: str) -> None:
    (place,) = places_named(name)
    assert (place.label, place.province) == (label, province)


def test_countries_are_told_without_the_places_of_china() -> None:
    for name, places in gazetteer().items():
        assert countries_named(name) == tuple(p for p in places if p.level in ("country", "capital")), name


def test_the_countries_are_whole() -> None:
    """193 members of the United Nations, the Holy See and Palestine."""
    countries = listed("countries.csv")
    assert len(countries) == 195
    for field in ("name", "code"):
        assert len({row[field] for row in countries}) == 195
    for row in countries:
        assert row["capital"] and row["demonym"] and row["source"] and len(row["code"]) == 2, row


def test_an_adjective_of_two_countries_is_left_out() -> None:
    assert demonyms()["malaysian"] == "Malaysia"
    assert "congolese" not in demonyms() and "dominican" not in demonyms()


@pytest.mark.parametrize(
    ("name", "keys"), [("place_nicknames.csv", "nickname"), ("outlets_local.csv", "outlet")]
)
def test_lists_of_names_for_places(name: str, keys: str) -> None:
    rows = listed(name)
    assert len({row[keys] for row in rows}) == len(rows)
    for row in rows:
        best = [p for p in places_named(row["place"]) if p.level in LENGTHS]
        assert best and row["example"], row
        assert row.get("strength", "strong") in ("strong", "weak") and row.get("kind", "name") in (
            "name",
            "site",
        ), row


def test_false_friends_are_shown_at_work() -> None:
    for row in listed("place_false_friends.csv"):
        assert row["position"] in ("before", "after") and row["words"] in row["example"], row


def test_folding_forgets_case_accents_and_marks() -> None:
    assert {fold_place(name) for name in ("Xi'an", "XI’AN", "Xian", "xi-an")} == {"xian"}
    assert fold_place("Côte  d’Ivoire") == "cote divoire"
