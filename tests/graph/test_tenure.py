"""Tenure: bounds from dated holdings, and two holders of one seat."""

from __future__ import annotations

from pathlib import Path

import pytest

from graph.network import Network
from graph.sources import BuildError


def net_of(tmp_path: Path, mayors: list[tuple[str, str]]) -> Network:
    reports = tmp_path / "reports"
    reports.mkdir()
    for number, (name, day) in enumerate(mayors):
        text = f"On {day}, Lanzhou City held work conference {number}. {name}, mayor of Lanzhou, presided over the conference."
        (reports / f"{number}.txt").write_text(text, encoding="utf-8")
    return Network.build(reports, model="none")


def test_a_successor_bounds_the_tenure(tmp_path: Path) -> None:
    net = net_of(
        tmp_path,
        [("Fang Guolin", "May 3, 2021"), ("Fang Guolin", "June 1, 2022"), ("Tao Wen", "March 9, 2023")],
    )
    rows = net.holders("Mayor, Lanzhou")
    found = rows[["person", "first_seen", "last_seen", "not_before", "not_after", "clash", "reports"]]
    assert [tuple(None if v != v else v for v in row) for row in found.itertuples(index=False)] == [
        ("Fang Guolin", "2021-05-03", "2022-06-01", None, "2023-03-09", "", 2),
        ("Tao Wen", "2023-03-09", "2023-03-09", "2022-06-01", None, "", 1),
    ]
    assert list(net.career("Tao Wen")["first_seen"]) == ["2023-03-09"]
    assert net.holders("Mayor, Baoding").empty


def test_two_holders_at_a_time_are_flagged(tmp_path: Path) -> None:
    net = net_of(
        tmp_path,
        [("Fang Guolin", "May 3, 2021"), ("Tao Wen", "May 9, 2021"), ("Fang Guolin", "June 1, 2022")],
    )
    assert dict(net.holders("Mayor")[["person", "clash"]].itertuples(index=False)) == {
        "Fang Guolin": "Tao Wen",
        "Tao Wen": "Fang Guolin",
    }


def test_decisions_among_the_reports_are_refused(tmp_path: Path) -> None:
    net_of(tmp_path, [("Fang Guolin", "May 3, 2021")])
    inside = tmp_path / "reports" / "decisions.csv"
    inside.write_text("verb,subject,object\n", encoding="utf-8")
    with pytest.raises(BuildError, match="lies among the reports"):
        Network.build(tmp_path / "reports", model="none", decisions=inside)
