"""The Python door: tables, graphs, people by name, the sentences behind a tie, the view inline."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from html import unescape
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from handmade import records_of, town_and_county

import graph
from graph.network import EVIDENCE_COLUMNS, AmbiguousName, Network, UnknownName
from graph.tables import COLUMNS

RECORDS = town_and_county()
NET = Network.from_records(RECORDS)


# -- tables ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("method", "table", "length"),
    [
        ("people", "people", 10),
        ("meetings", "meetings", 7),
        ("organizations", "organizations", 2),
        ("participations", "participations", 23),
        ("posts", "posts", 1),
        ("ledger", "unresolved", 2),
    ],
)
def test_frames_have_the_columns_of_the_tables(method: str, table: str, length: int) -> None:
    frame = getattr(NET, method)()
    assert list(frame.columns) == [column for column, _ in COLUMNS[table]]
    assert len(frame) == length


def test_frames_of_an_empty_corpus_have_their_columns() -> None:
    empty = Network.from_records(records_of([]))
    assert list(empty.people().columns) == [column for column, _ in COLUMNS["people"]]
    assert list(empty.centrality(["degree"]).columns) == ["person", "degree"]
    assert empty.communities() == {}


def test_a_date_that_is_not_known_is_missing_and_not_text() -> None:
    dates = NET.meetings().set_index("meeting_id")["date"]
    assert dates["plenary"] == "2022-03-05"
    assert dates.isna()["talks"]


# -- graphs ---------------------------------------------------------------------------------------------------


def test_co_attendance_has_labels_weights_and_the_number_left_out() -> None:
    graph = NET.co_attendance("count", since="2023")
    assert graph["fang-guolin"]["he-min"]["meetings"] == ("visit",)
    assert graph.nodes["tian-bo"]["label"] == "Tian Bo"
    assert graph.graph == {"weight": "count", "undated": 2, "partly": "exclude"}


def test_centrality_is_a_frame_of_labels_with_the_highest_first() -> None:
    frame = NET.centrality(["strength", "degree"])
    assert frame.index.name == "person_id"
    assert list(frame.columns) == ["person", "strength", "degree"]
    assert frame.loc["luo-qing@shuixi", "person"] == "Luo Qing (Shuixi)"
    # two meetings in company each, then one, then none; equal ones by id
    assert list(frame.index) == [
        "deng-wenjie", "fang-guolin", "he-min", "tian-bo", "luo-qing@linhe", "luo-qing@shuixi", "ma-xiuying", "qiao-yun",
    ]  # fmt: skip
    assert list(NET.centrality("degree").columns) == ["person", "degree"]


@pytest.mark.parametrize(("measures", "said"), [(["fame"], "fame: one of degree"), ([], "name a measure")])
def test_unknown_measures_are_refused(measures: list[str], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        NET.centrality(measures)


def test_affiliation_and_communities() -> None:
    assert "meeting:plenary" in NET.affiliation()
    assert set(NET.communities()) == set(NET.co_attendance())


# -- people ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "person_id"),
    [
        ("Fang Guolin", "fang-guolin"),
        ("fang-guolin", "fang-guolin"),  # the id
        ("FANG Guo-lin", "fang-guolin"),  # folded: case and hyphen
        ("Luo Qing (Linhe)", "luo-qing@linhe"),  # the label of a homonym
        ("luo-qing@shuixi", "luo-qing@shuixi"),
        ("Secretary Fang", "fang-guolin"),  # an alias
    ],
)
def test_a_person_is_found(name: str, person_id: str) -> None:
    people = tuple(
        replace(p, aliases=("Secretary Fang",)) if p.id == "fang-guolin" else p for p in RECORDS.people
    )
    assert Network.from_records(replace(RECORDS, people=people)).find_person(name).id == person_id


def test_a_name_of_two_people_is_not_decided() -> None:
    with pytest.raises(AmbiguousName, match="'Luo Qing' is 2 people") as raised:
        NET.find_person("Luo Qing")
    assert raised.value.labels == ("Luo Qing (Linhe)", "Luo Qing (Shuixi)")


def test_a_label_of_two_people_is_not_decided_either() -> None:
    people = tuple(
        replace(p, label="Luo Qing (X)") if p.name.startswith("Luo") else p for p in RECORDS.people
    )
    with pytest.raises(AmbiguousName, match="is 2 people"):
        Network.from_records(replace(RECORDS, people=people)).find_person("Luo Qing (X)")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("Fang Guoling", "; did you mean Fang Guolin?"),  # near is suggested, never taken
        ("Lou Qing", "; did you mean Luo Qing (Linhe) or Luo Qing (Shuixi)"),
        ("Zzz", "'Zzz'$"),
        ("", "''$"),
    ],
)
def test_an_unknown_name_is_refused_with_near_ones(name: str, hint: str) -> None:
    with pytest.raises(UnknownName, match=hint.replace("(", r"\(").replace(")", r"\)").replace("?", r"\?")):
        NET.find_person(name)


def test_a_dossier() -> None:
    found = NET.who("He Min")
    assert [(m.date, m.name, m.roles) for m in found.meetings] == [
        ("2022-03-05", "meeting plenary", ("spoke", "attended")),
        ("2023-05", "meeting visit", ("accompanied",)),
    ]
    assert found.meetings[0].evidence.quote == "He Min attended plenary."  # not the one that says "he"
    assert [(c.label, c.meetings) for c in found.company] == [
        ("Fang Guolin", 2),
        ("Luo Qing (Shuixi)", 1),
        ("Tian Bo", 1),
    ]
    assert [p.text for p in NET.who("Fang Guolin").posts] == ["Secretary, Municipal Party Committee (Shuixi)"]


@pytest.mark.parametrize(
    ("name", "elsewhere"),
    [
        ("Fang Guolin", [("earlier", ("attended",))]),  # a meeting that is only cited
        ("Shi Lei", [("plenary", ("absent",))]),
        ("Xi Jinping", [("plenary", ("invoked",)), ("", ("invoked",))]),
    ],
)
def test_what_makes_no_tie_stands_apart(name: str, elsewhere: list[tuple[str, tuple[str, ...]]]) -> None:
    found = NET.who(name)
    assert [(m.meeting_id, m.roles) for m in found.elsewhere] == elsewhere
    assert not {m.meeting_id for m in found.meetings} & {m.meeting_id for m in found.elsewhere}


def test_a_dossier_in_text_leaves_out_what_is_empty() -> None:
    assert str(NET.who("Qiao Yun")) == "Qiao Yun\n\nmeetings:\n  2023-11-20  meeting briefing: reported"


# -- evidence -------------------------------------------------------------------------------------------------


def test_evidence_is_meeting_by_meeting_with_both_sentences() -> None:
    frame = NET.evidence("Fang Guolin", "He Min")
    assert list(frame["meeting_id"]) == ["plenary", "visit"]
    assert dict(frame.iloc[1]) == {
        "meeting_id": "visit",
        "meeting": "meeting visit",
        "date": "2023-05",
        "role_a": "led",
        "evidence_a": "Fang Guolin led visit.",
        "antecedent_a": None,
        "document_a": "city/visit.txt",
        "role_b": "accompanied",
        "evidence_b": "He Min accompanied visit.",
        "antecedent_b": None,
        "document_b": "city/visit.txt",
    }


def test_evidence_has_as_many_rows_as_the_tie_has_meetings() -> None:
    for a, b, tie in NET.co_attendance("count").edges(data=True):
        assert list(NET.evidence(a, b)["meeting_id"].sort_values()) == list(tie["meetings"])


def test_a_sentence_that_says_he_comes_with_the_one_that_names_him() -> None:
    he = tuple(p for p in RECORDS.participations if p.person_id != "he-min" or p.antecedent)
    (row,) = Network.from_records(replace(RECORDS, participations=he)).evidence("he-min", "fang-guolin").iloc
    assert row["antecedent_a"] == "He Min attended plenary."


def test_people_who_never_met_have_no_evidence() -> None:
    frame = NET.evidence("Fang Guolin", "Xi Jinping")
    assert list(frame.columns) == EVIDENCE_COLUMNS
    assert frame.empty


# -- the view -------------------------------------------------------------------------------------------------


def test_the_view_is_shown_in_a_frame_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    view: Any = ModuleType("graph.view")
    page = "<script>let a = \"1\" && '2'</script></iframe>"
    view.render_page = lambda records, *, title, manifest: page
    monkeypatch.setitem(sys.modules, "graph.view", view)
    shown = NET.show(height=300)._repr_html_()
    assert shown.startswith("<iframe ") and "height:300px" in shown
    assert shown.count("<") == 2  # the page is one attribute; it cannot end the frame
    assert unescape(shown.split('srcdoc="')[1].split('"')[0]) == page
    assert 'sandbox="allow-scripts' in shown and "allow-same-origin" not in shown
    assert NET._repr_html_().startswith("<iframe ")


def test_a_network_says_what_it_holds() -> None:
    assert repr(NET) == "Network(7 documents, 6 meetings, 10 people)"


# -- the door -------------------------------------------------------------------------------------------------


def test_the_public_names() -> None:
    assert graph.Network is Network
    assert {name: getattr(graph, name) for name in graph.__all__}
    with pytest.raises(AttributeError, match="no attribute 'Netwrok'"):
        graph.Netwrok  # noqa: B018


def test_importing_the_package_does_not_load_what_is_slow() -> None:
    script = (
        "import graph, sys; print([m for m in ('pandas', 'scipy', 'spacy', 'networkx') if m in sys.modules])"
    )
    ran = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert ran.stdout.strip() == "[]"


def test_opening_a_folder_without_a_build_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="sederunt build REPORTS -o"):
        Network.open(tmp_path / "nothing")
