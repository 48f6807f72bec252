"""Scoring a build against gold documents: small tables counted by hand, and the same figures as another scorer."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from graph.check import score
from graph.check_meetings import FACTS
from graph.check_score import Score
from graph.gold import GoldError, name_key, read_gold

OTHER_SCORER = Path(__file__).parents[3] / "shared" / "tools" / "score.py"
COLUMNS = ("document", "person", "role", "posts", "meeting_date")
Row = tuple[str, str, str, str, str]


def person(name: str, *roles: str, **more: Any) -> dict[str, Any]:
    return {"name": name, "roles": list(roles), **more}


def gold(*people: dict[str, Any], **more: Any) -> dict[str, Any]:
    meeting = {"date": more.pop("date", None), "present": list(people), **more.pop("meeting", {})}
    return {"document": "a.txt", "meetings": [meeting], **more}


def scored(rows: list[Row], *documents: dict[str, Any]) -> Score:
    return score([dict(zip(COLUMNS, row, strict=True)) for row in rows], documents)


def counts(result: Score) -> tuple[int, int, int]:
    return result.right, result.wrong, result.missed


FANG = person("Fang Guolin", "chaired")
PRESENT_CASES = [
    ("found", [("a.txt", "Fang Guolin", "chaired", "", "")], gold(FANG), (1, 0, 0)),
    ("missed", [], gold(FANG), (0, 0, 1)),
    ("invoked is not present", [("a.txt", "Fang Guolin", "invoked", "", "")], gold(FANG), (0, 0, 1)),
    ("absent is not present", [("a.txt", "Fang Guolin", "absent", "", "")], gold(FANG), (0, 0, 1)),
    ("folder does not count", [("x/a.txt", "Fang Guolin", "chaired", "", "")], gold(FANG), (1, 0, 0)),
    ("spelt with an accent", [("a.txt", "FANG Guólín", "chaired", "", "")], gold(FANG), (1, 0, 0)),
    ("honorific", [("a.txt", "Mr. Fang Guolin", "chaired", "", "")], gold(FANG), (1, 0, 0)),
    (
        "alias",
        [("a.txt", "Guolin Fang", "chaired", "", "")],
        gold(person("Fang Guolin", "chaired", aliases=["Guolin Fang"])),
        (1, 0, 0),
    ),
    (
        "one person, two roles, one pair",
        [("a.txt", "Fang Guolin", "chaired", "", ""), ("a.txt", "Fang Guolin", "spoke", "", "")],
        gold(FANG),
        (1, 0, 0),
    ),
    ("another document", [("b.txt", "Fang Guolin", "chaired", "", "")], gold(FANG), (0, 0, 1)),
    ("stranger", [("a.txt", "Ren Yulan", "attended", "", "")], gold(FANG), (0, 1, 1)),
    ("optional and not found", [], gold(person("Fang Guolin", "chaired", optional=True)), (0, 0, 0)),
    (
        "optional and found",
        [("a.txt", "Fang Guolin", "chaired", "", "")],
        gold(person("Fang Guolin", "chaired", optional=True)),
        (0, 0, 0),
    ),
    ("optional meeting", [], gold(FANG, meeting={"optional": True}), (0, 0, 0)),
]


@pytest.mark.parametrize(
    ("rows", "document", "expected"), [c[1:] for c in PRESENT_CASES], ids=[c[0] for c in PRESENT_CASES]
)
def test_people(rows: list[Row], document: dict[str, Any], expected: tuple[int, int, int]) -> None:
    assert counts(scored(rows, document)) == expected


ROLE_CASES = [
    ("right", ["chaired"], person("Fang Guolin", "chaired"), (1, 0, 0)),
    ("attended is implied", ["chaired", "attended"], person("Fang Guolin", "chaired"), (1, 0, 0)),
    ("attended where more was done", ["attended"], person("Fang Guolin", "chaired"), (0, 1, 1)),
    ("more than was done", ["chaired"], person("Fang Guolin", "attended"), (0, 1, 1)),
    ("tolerated", ["spoke", "led"], person("Fang Guolin", "spoke", roles_ok=["led"]), (1, 0, 0)),
    ("tolerated alone", ["led"], person("Fang Guolin", "spoke", roles_ok=["led"]), (1, 0, 0)),
    ("two of two", ["chaired", "spoke"], person("Fang Guolin", "chaired", "spoke"), (2, 0, 0)),
]


@pytest.mark.parametrize(
    ("roles", "wanted", "expected"), [c[1:] for c in ROLE_CASES], ids=[c[0] for c in ROLE_CASES]
)
def test_roles(roles: list[str], wanted: dict[str, Any], expected: tuple[int, int, int]) -> None:
    result = scored([("a.txt", "Fang Guolin", role, "", "") for role in roles], gold(wanted))
    assert (result.roles_right, result.roles_wrong, result.roles_missed) == expected


@pytest.mark.parametrize(
    ("stated", "right"),
    [
        ("Mayor (Linhe)", 1),
        ("Deputy Secretary, Municipal Party Committee (Linhe); Mayor (Linhe)", 1),  # one of two
        ("Deputy Mayor (Linhe)", 1),  # every word of the gold post stands in it
        ("Secretary, Municipal Party Committee (Linhe)", 0),
        ("", 0),
    ],
)
def test_posts(stated: str, right: int) -> None:
    document = gold(person("Fang Guolin", "attended", posts=["Mayor (Linhe)"]))
    result = scored([("a.txt", "Fang Guolin", "attended", stated, "")], document)
    assert (result.posts, result.posts_right) == (1, right)


def test_another_wording_goes_with_the_post_that_it_is_most_like() -> None:
    wanted = person(
        "Fang Guolin",
        "attended",
        posts=["Magistrate, Linhe County", "Secretary, Linhe County Party Committee"],
        posts_ok=["County Magistrate (Linhe)"],
    )
    result = scored([("a.txt", "Fang Guolin", "attended", "County Magistrate (Linhe)", "")], gold(wanted))
    assert (result.posts, result.posts_right) == (2, 1)
    result = scored([("a.txt", "Fang Guolin", "attended", "County Clerk (Linhe)", "")], gold(wanted))
    assert (result.posts, result.posts_right) == (2, 0)


@pytest.mark.parametrize(
    ("found", "document", "expected"),
    [
        ("2024-03-05", gold(FANG, date="2024-03-05"), (1, 1)),
        ("", gold(FANG, date="2024-03-05"), (1, 0)),
        (
            "2024",
            gold(FANG, date="2024-03-05", meeting={"date_ok": ["2024"]}),
            (1, 1),
        ),  # another answer is allowed
        ("2024-03-05", gold(FANG), (0, 0)),  # the text gives none
    ],
)
def test_dates(found: str, document: dict[str, Any], expected: tuple[int, int]) -> None:
    result = scored([("a.txt", "Fang Guolin", "chaired", "", found)], document)
    assert (result.dates, result.dates_right) == expected


HOST_CASES = [
    # printed host, the gold meeting, (hosts, hosts right), phenomenon
    ("Water Board of Linhe", {"host": "Linhe Water Board"}, (1, 1), "the words count"),
    ("Water Board", {"host": "Linhe Municipal Water Board"}, (1, 0), "half of the words"),
    ("", {"host": "Water Board"}, (1, 0), "none found"),
    ("", {"host": "Water Board", "host_ok": [None]}, (1, 1), "none is right as well"),
    ("Dyke Board", {"host": "Water Board", "host_ok": [None]}, (1, 0), "none, or this one"),
    ("Dyke Office", {"host": "Water Board", "host_ok": ["Dyke Office"]}, (1, 1), "another is right as well"),
    ("Water Board", {"host": None}, (0, 0), "no host in the gold"),
    ("", {"host": "Water Board", "optional": True}, (0, 0), "optional meeting"),
]


@pytest.mark.parametrize(
    ("printed", "meeting", "expected"), [c[:3] for c in HOST_CASES], ids=[c[3] for c in HOST_CASES]
)
def test_hosts(printed: str, meeting: dict[str, Any], expected: tuple[int, int]) -> None:
    row = {"document": "a.txt", "person": "Fang Guolin", "role": "chaired", "host": printed}
    result = score([row], [gold(FANG, meeting=meeting)])
    assert (result.facts["host"].stated, result.facts["host"].right) == expected


FACT_CASES: list[tuple[dict[str, str], dict[str, Any], dict[str, tuple[int, int]], str]] = [
    # what the build states, the gold meeting, counts of facts that are stated, phenomenon
    ({"venue": "Lianhe Hall of the county"}, {"venue": "Lianhe Hall"}, {"venue": (1, 1)}, "a longer name"),
    ({"venue": "by video"}, {"venue": "Lianhe Hall"}, {"venue": (1, 0)}, "another venue"),
    ({"venue": "Lianhe Hall"}, {"place": "Lianhe Hall"}, {"place": (1, 1)}, "a venue told as the place"),
    ({"place": "Linhe"}, {"place": "Shuixi", "place_ok": ["Linhe"]}, {"place": (1, 1)}, "either place"),
    ({"ordinal": "3rd"}, {"ordinal": "third"}, {"ordinal": (1, 1)}, "a figure for a word"),
    ({"ordinal": "13th"}, {"ordinal": "third"}, {"ordinal": (1, 0)}, "another number"),
    ({}, {"ordinal": "third", "venue": "Lianhe Hall"}, {"ordinal": (1, 0), "venue": (1, 0)}, "none found"),
]


@pytest.mark.parametrize(
    ("printed", "meeting", "expected"), [c[:3] for c in FACT_CASES], ids=[c[3] for c in FACT_CASES]
)
def test_facts_of_meetings(
    printed: dict[str, str], meeting: dict[str, Any], expected: dict[str, tuple[int, int]]
) -> None:
    row = {"document": "a.txt", "person": "Fang Guolin", "role": "chaired", **printed}
    result = score([row], [gold(FANG, meeting=meeting)])
    found = {fact: (count.stated, count.right) for fact, count in result.facts.items() if count.stated}
    assert found == expected


def test_each_role_is_counted_apart() -> None:
    rows: list[Row] = [
        ("a.txt", "Fang Guolin", "chaired", "", ""),
        ("a.txt", "Ren Yulan", "spoke", "", ""),
        ("a.txt", "Qiu Daming", "led", "", ""),
    ]
    result = scored(rows, gold(FANG, person("Ren Yulan", "reported"), person("Gao Wei", "spoke")))
    counts = {role: (c.right, c.wrong, c.missed) for role, c in result.by_role.items()}
    assert counts == {"chaired": (1, 0, 0), "reported": (0, 0, 1), "spoke": (0, 1, 1), "led": (0, 1, 0)}
    assert [round(result.by_role[role].f1, 3) for role in ("chaired", "spoke")] == [1.0, 0.0]


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"press": ["Ren Yulan"]}, "press"),
        ({"invoked": ["Ren Yulan"]}, "invoked"),
        ({"meeting": {"absent": ["Ren Yulan"]}}, "absent"),
        ({"meeting": {"absent": [{"name": "Ren Yulan"}]}}, "absent"),
    ],
)
def test_who_was_let_in_wrongly(more: dict[str, Any], field: str) -> None:
    rows: list[Row] = [
        ("a.txt", "Fang Guolin", "chaired", "", ""),
        ("a.txt", "Ren Yulan", "attended", "", ""),
    ]
    result = scored(rows, gold(FANG, **more))
    assert {name: getattr(result, name) for name in ("press", "invoked", "absent")} == {
        "press": 0, "invoked": 0, "absent": 0, field: 1,
    }  # fmt: skip


def test_shares_and_whole_lists() -> None:
    rows: list[Row] = [("a.txt", "Fang Guolin", "chaired", "", ""), ("b.txt", "Ren Yulan", "spoke", "", "")]
    other = {"document": "b.txt", "meetings": []}
    result = scored(rows, gold(FANG, person("Qiu Daming", "attended")), other)
    assert (result.precision, result.recall, result.f1) == (1 / 2, 1 / 2, 1 / 2)
    assert (result.without_meeting, result.whole_lists, result.documents) == (1, 0, 2)
    assert len(result.mistakes) == 2


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[", "is no JSON file"),
        ("[]", "has no list 'documents'"),
        ('{"documents": [{"document": "a.txt"}]}', "lacks 'meetings'"),
        (
            '{"documents": [{"document": "a.txt", "meetings": [{"present": [{"name": "Fang Guolin"}]}]}]}',
            "lacks 'roles'",
        ),
        (
            '{"documents": [{"document": "a.txt", "meetings": [{"present": [{"name": "F", "roles": ["sat"]}]}]}]}',
            "sat: no role",
        ),
        ('{"documents": []}', "no gold documents"),
    ],
)
def test_a_file_that_is_no_gold_file_is_named(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "wrong.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=message) as caught:
        read_gold(path)
    assert "wrong.json" in str(caught.value)


def test_a_folder_of_gold_files_is_read_whole(tmp_path: Path) -> None:
    for name in ("b", "a"):
        document = {"document": f"{name}.txt", "meetings": []}
        (tmp_path / f"{name}.json").write_text(json.dumps({"documents": [document]}), encoding="utf-8")
    assert [document["document"] for document in read_gold(tmp_path)] == ["a.txt", "b.txt"]


def test_a_missing_gold_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(GoldError, match=r"gone\.json"):
        read_gold(tmp_path / "gone.json")


@pytest.mark.parametrize(
    ("name", "key"), [("O'Brien-Ng, Dr. Ann", "obrienngann"), ("Drew Li", "drewli"), ("李 明", "李明")]
)
def test_name_key(name: str, key: str) -> None:
    assert name_key(name) == key


@pytest.mark.skipif(not OTHER_SCORER.is_file(), reason="the other scorer is not beside this checkout")
def test_the_other_scorer_gives_the_same_figures(tmp_path: Path) -> None:
    rows = [row for case in PRESENT_CASES for row in case[1]]
    rows += [("c.txt", "Fang Guolin", role, "Mayor (Linhe)", "2024") for role in ("spoke", "attended")]
    rows += [("c.txt", "Ma Xiu", "attended", "", "2024"), ("c.txt", "Hu Ke", "spoke", "", "2024")]
    documents = [
        gold(FANG, person("Qiu Daming", "spoke", "led", posts=["Mayor"]), date="2023-01-02", press=["Ren Yulan"]),
        gold(
            person("Fang Guolin", "chaired", roles_ok=["spoke"], posts=["Mayor (Linhe)", "Deputy Secretary, Party Group"]),
            person("Ma Xiu", "attended"), date="2024", invoked=["Hu Ke"],
        ) | {"document": "c.txt"},
    ]  # fmt: skip
    table, answers = tmp_path / "participations.csv", tmp_path / "gold.json"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([COLUMNS, *rows])
    answers.write_text(json.dumps({"documents": documents}), encoding="utf-8")
    command = [sys.executable, str(OTHER_SCORER), str(table), str(answers), "--json"]
    other = json.loads(subprocess.run(command, capture_output=True, text=True, check=True).stdout)
    ours = scored(rows, *documents).table()
    for fact in FACTS:  # the other scorer knows nothing of meetings but their dates, and of ties
        del ours[f"{fact}s right"]
    del ours["ties right"], ours["ties found"]
    theirs = dict(
        zip(
            ours,
            (other[name] for name in ("docs", "pairs", "P", "R", "F1", "role_F1", "whole_lists", "posts", "dates",
                                      "press_in", "invoked_in", "absent_in", "false_where_no_meeting")),
            strict=True,
        )
    )  # fmt: skip
    assert ours == theirs
    assert 0 < ours["F1"] < 1
    assert 0 < ours["role F1"] < 1
