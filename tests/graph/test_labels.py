"""Validating labels: each kind of mistake is found, with its row, and sound labels pass."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from corpus.load import read_reports
from graph.cli import app
from graph.gold import GoldError
from graph.labels import label_errors

TEXT = """Water conference held

On May 9, 2023, Mayor Tan Heng presided over the water conference. Liu Wen and Liu Wen of the bureau attended. Zhao Lin
asked for leave. (Reporter Qian Mu)
"""
TAN: dict[str, Any] = {"name": "Tan Heng", "roles": ["chaired"], "posts": ["Mayor"]}
LIU: dict[str, Any] = {"name": "Liu Wen", "roles": ["attended"], "posts": ["Director"]}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "reports").mkdir()
    (tmp_path / "reports" / "a.txt").write_text(TEXT, encoding="utf-8")
    return tmp_path


def report(*people: Any, meeting: dict[str, Any] | None = None, **more: Any) -> dict[str, Any]:
    return {"document": "a.txt", "meetings": [{"present": list(people), **(meeting or {})}], **more}


def errors(folder: Path, *entries: Any) -> list[str]:
    (folder / "gold.json").write_text(json.dumps({"documents": list(entries)}), encoding="utf-8")
    found = label_errors(folder / "gold.json", read_reports([folder / "reports"])[0])
    return [str(error).removeprefix("gold.json: a.txt: ") for error in found]


SOUND = [
    report(TAN, LIU, meeting={"date": "2023-05-09", "absent": ["Zhao Lin"], "place_ok": [None]}, press=["Qian Mu"]),
    report({**TAN, "name": "Heng the Mayor", "aliases": ["Tan Heng"]}),  # another spelling stands in the text
    report(LIU, {**LIU, "posts": ["Deputy Director"]}),  # two people of one name, told apart by their posts
    report(TAN, published=None, phenomena=[1, 7], note="a remark"),
    {"document": "a.txt", "meetings": []},  # a report in which nothing met
]  # fmt: skip


@pytest.mark.parametrize("entry", SOUND)
def test_sound_labels_pass(folder: Path, entry: dict[str, Any]) -> None:
    assert errors(folder, entry) == []


WRONG = [
    ("unknown role", report({**TAN, "roles": ["presided"]}),
     "meeting 1, present 1: 'presided' of 'Tan Heng' is no role of somebody present"),
    ("a role that means away", report({**TAN, "roles_ok": ["invoked"]}),
     "meeting 1, present 1: 'invoked' of 'Tan Heng' is no role of somebody present"),
    ("no role", report({**TAN, "roles": []}), "meeting 1, present 1: 'Tan Heng' has no role"),
    ("a role twice", report({**TAN, "roles": ["spoke", "spoke"]}),
     "meeting 1, present 1: 'spoke' stands twice among the roles of 'Tan Heng'"),
    ("a name that no sentence has", report(TAN, {**LIU, "name": "Liu Wei"}),
     "meeting 1, present 2: 'Liu Wei' does not stand in the report, nor does another spelling"),
    ("letters across words", report(TAN, meeting={"absent": ["Zhao Li Na"]}),
     "meeting 1: 'Zhao Li Na' (absent) does not stand in the report"),
    ("a reporter without evidence", report(TAN, press=["Qian Mi"]), "'Qian Mi' (press) does not stand in the report"),
    ("somebody twice", report(TAN, TAN), "meeting 1, present 2: 'Tan Heng' is there already, as 'Tan Heng' with the same posts"),
    ("twice by a spelling", report(LIU, {**TAN, "posts": [], "aliases": ["Liu Wen"]}),
     "meeting 1, present 2: 'Tan Heng' is there already, as 'Liu Wen' with the same posts"),
    ("present and absent", report(TAN, meeting={"absent": ["TAN HENG"]}), "meeting 1, present 1: 'Tan Heng' is present and absent"),
    ("a date in words", report(TAN, meeting={"date": "9 May 2023"}), "meeting 1: date '9 May 2023' is no EDTF date"),
    ("no such day", report(TAN, meeting={"date_ok": ["2023-02-30"]}), "meeting 1: date '2023-02-30' is no EDTF date"),
    ("a page date", report(TAN, published="2023/05/09"), "published '2023/05/09' is no EDTF date"),
    ("posts in one", report({**TAN, "posts": ["Mayor; Secretary"]}),
     "meeting 1, present 1: the post 'Mayor; Secretary' of 'Tan Heng' holds a ';', which divides posts"),
    ("a field misspelt", report({**TAN, "role_ok": ["spoke"]}), "meeting 1, present 1: the field 'role_ok' is unknown"),
    ("a field missing", report({"name": "Tan Heng"}), "meeting 1, present 1: the field 'roles' is missing"),
    ("a text for a list", report({**TAN, "roles": "chaired"}),
     "meeting 1, present 1: 'roles' has to be a list of texts, not 'chaired'"),
    ("an empty name", report({**TAN, "name": " "}), "meeting 1, present 1: 'name' has to be a text, not ' '"),
    ("no entry at all", report("Tan Heng"), "meeting 1, present 1: 'Tan Heng' is no entry (an object with fields)"),
]  # fmt: skip


@pytest.mark.parametrize(("entry", "message"), [case[1:] for case in WRONG], ids=[case[0] for case in WRONG])
def test_each_mistake_is_named_with_its_row(folder: Path, entry: dict[str, Any], message: str) -> None:
    assert errors(folder, entry) == [message]


def test_a_report_without_an_entry_an_entry_without_a_report_and_two_of_one(folder: Path) -> None:
    (folder / "reports" / "b.txt").write_text("Nothing met.", encoding="utf-8")
    assert errors(folder, report(TAN), report(TAN), {**report(TAN), "document": "c.txt"}, 7) == [
        "this report has two entries",
        "gold.json: c.txt: no such report among those given",
        "gold.json: entry 4: '7' is no entry (an object with fields)",
        "b.txt: has no entry",
    ]


@pytest.mark.parametrize("content", ["no json", "[]", '{"documents": 1}'])
def test_what_is_no_gold_file_is_refused(folder: Path, content: str) -> None:
    (folder / "gold.json").write_text(content, encoding="utf-8")
    with pytest.raises(GoldError, match=r"gold\.json is no"):
        label_errors(folder, [])
    with pytest.raises(GoldError, match="no such gold file"):
        label_errors(folder / "nowhere", [])


def test_the_command_prints_each_mistake_and_ends_with_status_1(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert errors(folder, report({**TAN, "roles": ["presided"]}))
    arguments = ["labels", str(folder / "gold.json"), str(folder / "reports")]
    assert app(arguments, standalone_mode=False) == 1
    printed = " ".join(capsys.readouterr().out.split())
    assert "gold.json: a.txt: meeting 1, present 1: 'presided' of 'Tan Heng' is no role" in printed
    assert "1 mistakes in the labels of 1 reports" in printed
    assert not errors(folder, report(TAN))
    assert not app(arguments, standalone_mode=False)
