"""An attendance table of the user's own becomes a network, with each row as the evidence."""

from __future__ import annotations

from pathlib import Path

import pandas as pd
import pytest
from browser import data_of

from graph import Network

ROWS = [
    {"person": "Fang Guolin", "meeting": "Budget talks", "date": "2024-03", "role": "chaired"},
    {"person": "He Min", "meeting": "Budget talks", "date": "", "role": ""},
    {"person": "HE MIN", "meeting": "Budget talks"},  # written otherwise: another person, nothing is guessed
    {"person": "Tian Bo", "meeting": "Visit", "date": "2024-03-05", "role": "absent"},
]


def test_rows_become_people_meetings_and_evidence() -> None:
    net = Network.from_table(ROWS)
    assert sorted(p.name for p in net.records.people) == ["Fang Guolin", "HE MIN", "He Min", "Tian Bo"]
    assert len({p.id for p in net.records.people}) == 4
    graph = net.co_attendance("count")
    assert graph.number_of_edges() == 3  # who was absent is tied to nobody
    for p in net.records.participations:
        document = net.records.documents[0]
        assert document.text[p.evidence.start : p.evidence.end] == p.evidence.quote
    evidence = net.evidence("Fang Guolin", net.records.people[-1].id)
    assert evidence.empty
    assert set(net.meetings()["date"]) == {"2024-03", "2024-03-05"}


def test_a_file_and_a_frame_give_the_same_network(tmp_path: Path) -> None:
    path = tmp_path / "attendance.csv"
    frame = pd.DataFrame(ROWS)
    frame.to_csv(path, index=False)
    by_file, by_frame = Network.from_table(path), Network.from_table(frame, name="attendance.csv")
    assert by_file.records == by_frame.records


def test_the_page_and_the_tables_work_on_it() -> None:
    net = Network.from_table(ROWS)
    assert "Budget talks" in str(data_of(net.page()))
    assert len(net.participations()) == 4


MISTAKES = [
    ([{"person": "He Min"}], "row 1: no column meeting"),
    ([{"person": " ", "meeting": "Visit"}], "row 1: no person"),
    ([ROWS[0], {"person": "He Min", "meeting": None}], "row 2: no meeting"),
    ([{"person": "He Min", "meeting": "Visit", "role": "slept"}], "unknown role 'slept'"),
    ([{"person": "He Min", "meeting": "Visit", "date": "March"}], "not an EDTF date: 'March'"),
    (
        [ROWS[0], {"person": "He Min", "meeting": "Budget talks", "date": "2023"}],
        "two dates, 2024-03 and 2023",
    ),
]


@pytest.mark.parametrize(("rows", "message"), MISTAKES)
def test_a_bad_row_is_named(rows: list[dict[str, object]], message: str) -> None:
    with pytest.raises(ValueError, match=message):
        Network.from_table(rows)
