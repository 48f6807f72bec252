"""What a build does with a plug-in model: its people pass the same rules, are marked, and its failures stop nothing."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from pathlib import Path
from urllib.error import URLError

import pytest
import spacy

from extract.model_llm import LlmModel
from graph.build import BuildError, build
from graph.cli_build import Order, run_build
from graph.cli_text import UserError
from graph.network import Network

ADDRESS = "http://localhost:9/v1#tiny"
REPORT = """Water conference held in Lanzhou

On May 9, 2023, the water conference was held in Lanzhou. Mayor Tan Heng presided over the conference.
Orvelda Quintrell and Brannoch Tesferry attended the conference. The conference stressed the spirit of the speech of Corvina Ashgrove.
The report does not name Moana Pere among the guests, whose book was on sale.
"""
NAMES = ("Orvelda Quintrell", "Brannoch Tesferry", "Corvina Ashgrove", "Moana Pere")


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.fixture
def finder(tmp_path: Path) -> str:
    """A folder with a pipeline that finds NAMES by a list: what a fine-tuned model would know."""
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns([{"label": "PERSON", "pattern": name} for name in NAMES])  # type: ignore[attr-defined]
    nlp.to_disk(tmp_path / "mine")
    return str(tmp_path / "mine")


def rows(out: Path, table: str) -> list[dict[str, str]]:
    with (out / "tables" / f"{table}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def there(out: Path) -> dict[str, tuple[str, str]]:
    return {row["person"]: (row["role"], row["model"]) for row in rows(out, "participations")}


def test_people_of_a_model_pass_the_same_rules_and_are_marked(
    reports: Path, finder: str, tmp_path: Path
) -> None:
    build([reports], tmp_path / "alone", model="none")
    assert there(tmp_path / "alone") == {"Tan Heng": ("chaired", "")}
    build([reports], tmp_path / "out", model=finder)
    assert there(tmp_path / "out") == {
        "Tan Heng": ("chaired", ""),  # the grammar reads him
        "Orvelda Quintrell": ("attended", "mine"),
        "Brannoch Tesferry": ("attended", "mine"),
        "Corvina Ashgrove": (
            "invoked",
            "mine",
        ),  # and nobody is there for having been found: Moana Pere is not
    }


def test_the_mark_goes_into_the_graph_and_the_page_and_no_way_into_any_output(
    reports: Path, finder: str, tmp_path: Path
) -> None:
    build([reports], tmp_path / "out", model=finder)
    network = Network.open(tmp_path / "out")
    edges = [data for *_, data in network.affiliation().edges(data=True) if data.get("role") == "attended"]
    assert {data["model"] for data in edges} == {"mine"}
    assert json.loads((tmp_path / "out" / "manifest.json").read_text(encoding="utf-8"))["model"] == "mine"
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            assert str(tmp_path).encode() not in path.read_bytes(), path.name


Answer = Callable[[LlmModel, str], str]


def answering(monkeypatch: pytest.MonkeyPatch, answer: Answer) -> list[str]:
    """Let the model at the address answer without a network; return the list of what it is asked."""
    asked: list[str] = []

    def post(self: LlmModel, text: str) -> str:
        asked.append(text)
        return answer(self, text)

    monkeypatch.setattr(LlmModel, "_post", post)
    monkeypatch.setattr("extract.model_llm.PAUSES", (0.0, 0.0))
    return asked


def knowing(_: LlmModel, text: str) -> str:
    return json.dumps({"people": [name for name in (*NAMES, "Hinemoa Tui") if name in text or "Tui" in name]})


def down(_: LlmModel, text: str) -> str:
    raise URLError("the server is down")


def test_a_rebuild_with_an_address_is_the_same_offline(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = answering(monkeypatch, knowing)
    build([reports], tmp_path / "out", model=ADDRESS)
    assert there(tmp_path / "out")["Orvelda Quintrell"] == ("attended", "tiny at localhost:9")
    assert asked
    answering(monkeypatch, down)
    build([reports], tmp_path / "again", model=ADDRESS, answers=tmp_path / "out" / "answers.jsonl")
    for table in (tmp_path / "out" / "tables").iterdir():
        assert table.read_bytes() == (tmp_path / "again" / "tables" / table.name).read_bytes()
    assert not (tmp_path / "again" / "answers.jsonl").exists()


def test_a_name_that_the_model_made_up_goes_to_the_ledger(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, knowing)
    build([reports], tmp_path / "out", model=ADDRESS)
    refused = [row for row in rows(tmp_path / "out", "unresolved") if row["reason"] == "model answer refused"]
    assert refused
    assert {row["detail"] for row in refused} == {
        "the model gave 'Hinemoa Tui', which does not stand in the sentence"
    }
    assert "Orvelda Quintrell and Brannoch Tesferry attended the conference." in {
        row["quote"] for row in refused
    }


def test_a_model_that_does_not_answer_stops_nothing_and_is_asked_again_at_the_next_build(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, down)
    build([reports], tmp_path / "out", model=ADDRESS)
    assert there(tmp_path / "out") == {"Tan Heng": ("chaired", "")}
    failed = [row for row in rows(tmp_path / "out", "unresolved") if row["reason"] == "model failed"]
    assert {row["detail"] for row in failed} == {"tiny at localhost:9: the server is down"}
    answering(monkeypatch, knowing)
    assert build([reports], tmp_path / "out", model=ADDRESS).read_anew == 1
    assert "Orvelda Quintrell" in there(tmp_path / "out")
    assert not any(row["reason"] == "model failed" for row in rows(tmp_path / "out", "unresolved"))


def test_the_answers_are_no_report_and_may_not_lie_among_them(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    answering(monkeypatch, knowing)
    build([reports], reports / "out", model=ADDRESS)
    again = build([reports], reports / "out", model=ADDRESS)
    assert [document.path for document in again.records.documents] == ["a.txt"]
    with pytest.raises(BuildError, match="lies among the reports"):
        build([reports], tmp_path / "out", model=ADDRESS, answers=reports / "answers.jsonl")


@pytest.mark.parametrize("jobs", [0, 1])
@pytest.mark.parametrize(
    ("pipe", "why"),
    [("sentencizer", "no component finds entities"), ("", "no component finds entities (none)")],
)
def test_a_model_that_cannot_be_used_is_one_line_and_no_build(
    reports: Path, tmp_path: Path, pipe: str, why: str, jobs: int
) -> None:
    nlp = spacy.blank("en")
    if pipe:
        nlp.add_pipe(pipe)
    model = str(tmp_path / "useless")
    nlp.to_disk(model)
    with pytest.raises(UserError) as told:
        run_build(Order(reports=[reports], out=tmp_path / "out", model=model, jobs=jobs), quiet=True)
    assert why in str(told.value)


def test_whom_an_address_is_told_of_is_said_before_anything_is_sent(
    reports: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    answering(monkeypatch, knowing)
    run_build(Order(reports=[reports], out=tmp_path / "out", model=ADDRESS), quiet=False)
    assert "sentences of the reports are sent to tiny at localhost:9" in capsys.readouterr().err
