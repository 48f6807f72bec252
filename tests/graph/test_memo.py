"""What a build remembers: the same outputs and the same store whatever it took from there, and no stage drawn twice."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from built import outputs, remembered
from crowd import crowd
from generated.reports import reports

import graph.layout
from corpus.pieces import pieces_of
from corpus.store import Store
from graph import memo as memory
from graph.build import build
from graph.manifest import STORE
from graph.memo import found, keep, kept, remembering, shared
from graph.projected import projected
from graph.view_past import communities_among, of_company
from graph.viewdata import view_data

MADE = list(reports(90, 3))


def put(folder: Path, number: int) -> None:
    path = folder / MADE[number].path
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(MADE[number].text, encoding="utf-8")


@pytest.mark.parametrize(
    "one",
    [
        pytest.param(89, id="the newest report"),
        pytest.param(0, id="the oldest: every stage of the drawing is another"),
        pytest.param(40, id="one in the middle"),
    ],
)
def test_one_more_report_gives_what_a_build_from_scratch_gives(tmp_path: Path, one: int) -> None:
    for number in range(90):
        if number != one:
            put(tmp_path / "reports", number)
    build([tmp_path / "reports"], tmp_path / "out", model="none")
    put(tmp_path / "reports", one)
    build([tmp_path / "reports"], tmp_path / "out", model="none")
    build([tmp_path / "reports"], tmp_path / "scratch", model="none")
    assert outputs(tmp_path / "out") == outputs(tmp_path / "scratch")
    assert remembered(tmp_path / "out") == remembered(tmp_path / "scratch")
    assert {kind for kind, _, _ in remembered(tmp_path / "out")} >= {"communities", "places: company"}


def test_only_the_last_stage_is_drawn_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    drawn: list[bool] = []
    stage = graph.layout._stage

    def counted(*given: object, last: bool) -> object:
        drawn.append(last)
        return stage(*given, last=last)  # type: ignore[arg-type]

    monkeypatch.setattr(graph.layout, "_stage", counted)
    records = crowd(60, 40)
    plain = view_data(records)
    with Store.open(tmp_path / STORE) as store:
        for _ in range(2):
            drawn.clear()
            with remembering(store) as memo:
                assert view_data(records) == plain
                memo.forget_others()
    assert drawn == [True, True]  # of either drawing


def test_a_component_that_is_as_it_was_is_not_laid_out_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid: list[int] = []

    def counted(of: Callable[..., object]) -> Callable[..., object]:
        return lambda *given: (laid.append(len(given[0])), of(*given))[1]

    for name in ("new_component", "grown_component"):
        monkeypatch.setattr(graph.layout, name, counted(getattr(graph.layout, name)))
    records = crowd(60, 40)
    plain = view_data(records)
    with Store.open(tmp_path / STORE) as store:
        for turn in range(2):
            laid.clear()
            with remembering(store) as memo:
                assert view_data(records) == plain
                memo.forget_others()
            assert bool(laid) is (turn == 0)


def test_values_are_made_once_kept_while_wanted_and_forgotten_after_that(tmp_path: Path) -> None:
    made: list[int] = []

    def make(value: int) -> Callable[[], dict[str, int]]:
        return lambda: made.append(value) or {"a": value}

    with Store.open(tmp_path / STORE) as store:
        with remembering(store) as memo:
            assert kept("k", "one", dict[str, int], make(1)) == {"a": 1}
            assert kept("k", "one", dict[str, int], make(2)) == {"a": 1}
            assert kept("k", "two", dict[str, int], make(3)) == {"a": 3}
            memo.forget_others()
        with remembering(store) as memo:
            keep("k", ["two"])
            memo.forget_others()
            assert kept("k", "one", dict[str, int], make(4)) == {"a": 4}
            assert kept("k", "two", dict[str, int], make(5)) == {"a": 3}
    assert made == [1, 3, 4]
    assert kept("k", "one", dict[str, int], make(6)) == {"a": 6}  # no build is at work


def test_another_version_forgets_all(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Store.open(tmp_path / STORE) as store, remembering(store):
        assert kept("k", "key", int, lambda: 1) == 1
    monkeypatch.setattr(memory, "versions", lambda: "another")
    with Store.open(tmp_path / STORE) as store, remembering(store):
        assert kept("k", "key", int, lambda: 2) == 2


@pytest.mark.parametrize(
    "value",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"\xc1\xff", id="no message"),
        pytest.param(b"\x81\xa1a", id="cut off"),
        pytest.param(b"\xa1a", id="of another form"),
    ],
)
def test_a_damaged_value_is_made_again(value: bytes, tmp_path: Path) -> None:
    with Store.open(tmp_path / STORE) as store, remembering(store):
        store.remember("k", "key", value)
        assert found("k", "key", dict[str, int]) is None
        assert kept("k", "key", dict[str, int], lambda: {"a": 1}) == {"a": 1}
        assert found("k", "key", dict[str, int]) == {"a": 1}


def test_another_version_writes_the_tables_anew(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """It may write the same record in another form, which the digest of the record does not tell."""
    pieces = pieces_of(["a", "b"], str)
    with Store.open(tmp_path / STORE) as store, remembering(store):
        store.put_pieces("letters", ("payload",), pieces, lambda row: (f"old {row}",))
    monkeypatch.setattr(memory, "versions", lambda: "another")
    with Store.open(tmp_path / STORE) as store, remembering(store):
        store.put_pieces("letters", ("payload",), pieces, lambda row: (f"new {row}",))
        assert [row["payload"] for row in store.rows("letters")] == ["new a", "new b"]


def test_a_name_that_cannot_be_written_is_found_anew(tmp_path: Path) -> None:
    """Half a surrogate pair, out of a damaged escape."""
    with Store.open(tmp_path / STORE) as store, remembering(store):
        assert kept("k", "key", dict[str, int], lambda: {"\ud800": 1}) == {"\ud800": 1}
        assert kept("k", "key", dict[str, int], lambda: {"\ud800": 2}) == {"\ud800": 2}


def test_records_share_what_was_made_of_them_in_one_build(tmp_path: Path) -> None:
    records, others = crowd(3, 3), crowd(4, 3)
    with Store.open(tmp_path / STORE) as store, remembering(store):
        first = shared("x", records, lambda: object())
        assert shared("x", records, lambda: object()) is first
        assert shared("x", others, lambda: object()) is not first
    assert shared("x", records, lambda: object()) is not first


def test_the_communities_of_all_meetings_are_those_of_the_tables() -> None:
    records = crowd(60, 40)
    company = projected(records)
    everything = communities_among(company.members, company.members.meetings)
    assert of_company(company.communities, company.ties) == everything
