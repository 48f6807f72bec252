"""Intervals, windows and the other projections: what they must hold, and what they must refuse."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import records_of, town_and_county
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.records import Records
from extract.records_entities import Holding, Organization, Post
from graph import Network
from graph.overtime import over_time, sightings, windows
from graph.project import co_attendance, incidence
from graph.projections import decay, meeting_network
from graph.uncertainty import bootstrap, jackknife

RECORDS = town_and_county()
ROWS = st.lists(
    st.tuples(
        st.just("x.txt"),
        st.sampled_from(["m1", "m2", "m3", "m4"]),
        st.sampled_from([f"person-{c}" for c in "abcde"]),
        st.just("attended"),
    ),
    max_size=15,
)


@given(ROWS, st.sampled_from(["degree", "strength", "betweenness", "constraint"]))
@settings(max_examples=25, deadline=None)
def test_intervals_hold_the_value(rows: list[tuple[str, str, str, str]], measure: str) -> None:
    frame = bootstrap(incidence(records_of(rows)), measure, draws=8)
    known = frame.dropna()
    assert (known["low"] <= known["value"]).all()
    assert (known["value"] <= known["high"]).all()
    assert (frame["rank_low"] <= frame["rank"]).all()
    assert (frame["rank"] <= frame["rank_high"]).all()


def test_the_same_seed_gives_the_same_intervals_and_few_meetings_are_warned_of() -> None:
    members = incidence(RECORDS)
    one = bootstrap(members, "strength", draws=20)
    assert one.equals(bootstrap(members, "strength", draws=20))
    assert (one["high"] > one["low"]).any()
    assert "only 5 meetings" in one.attrs["warnings"][0]
    assert list(one["rank"]) == sorted(one["rank"])


def test_betweenness_is_never_shown_without_its_interval() -> None:
    net = Network.from_records(RECORDS)
    frame = net.centrality(["strength", "betweenness"])
    assert list(frame.columns) == ["person", "strength", "betweenness", "betweenness_low", "betweenness_high"]
    assert (frame["betweenness_low"] <= frame["betweenness"]).all()
    assert "only 5 meetings" in frame.attrs["warnings"][0]
    ranked = net.measure("betweenness")
    assert [len(row) for row in ranked.top(3)] == [4, 4, 4]
    assert list(ranked.aspandas().columns) == ["betweenness", "low", "high"]
    # the others have one when asked
    assert list(net.centrality("degree", intervals=5).columns) == [
        "person",
        "degree",
        "degree_low",
        "degree_high",
    ]
    assert len(net.measure("degree").top(1)[0]) == 2


def test_betweenness_has_its_interval_over_time_too() -> None:
    net = Network.from_records(RECORDS)
    frame = net.over_time("betweenness", window="1Y", step="1Y", intervals=5)
    assert (frame["low"] <= frame["value"]).all()
    assert (frame["value"] <= frame["high"]).all()
    assert "low" not in net.over_time("strength")
    with pytest.raises(ValueError, match="exclude or include"):
        net.over_time("betweenness", partly="spread")


def test_the_network_offers_the_jackknife_and_the_core() -> None:
    net = Network.from_records(RECORDS)
    assert net.jackknife("degree")["person"].tolist()[0] == net.centrality("degree")["person"].iloc[0]
    core, fit = net.core_periphery()
    assert core and 0 < fit <= 1


def test_a_jackknife_needs_two_sources() -> None:
    frame = jackknife(RECORDS, "degree")
    assert frame.attrs["sources"] >= 1
    assert (frame["low"] <= frame["value"]).all()
    assert (frame.attrs["sources"] == 1) == any("one source" in w for w in frame.attrs["warnings"])


@pytest.mark.parametrize(("draws", "level"), [(1, 0.95), (10, 1.0)])
def test_draws_and_level_are_checked(draws: int, level: float) -> None:
    with pytest.raises(ValueError, match="at least 2 draws"):
        bootstrap(incidence(RECORDS), "degree", draws=draws, level=level)


DATED = records_of(
    [
        *[("x.txt", m, p, "attended") for m in ("jan", "year", "next") for p in ("fang-lin", "he-min")],
        ("x.txt", "jan", "tian-bo", "attended"),
        ("x.txt", "never", "tian-bo", "attended"),
    ],
    meetings={"jan": {"date": "2023-01-10"}, "year": {"date": "2023"}, "next": {"date": "2024-01"}},
)


def test_windows_move_until_one_holds_the_last_meeting() -> None:
    assert windows(DATED, window="6M", step="6M") == [
        ("2023-01-01", "2023-06-30"),
        ("2023-07-01", "2023-12-31"),
        ("2024-01-01", "2024-06-30"),
    ]
    assert {since for since, _ in windows(DATED, window="6M", step="6M", cumulative=True)} == {"2023-01-01"}


@pytest.mark.parametrize(
    ("partly", "expected"), [("exclude", 1.0), ("include", 2.0), ("spread", 1.0 + 181 / 365)]
)
def test_a_date_that_is_an_interval_counts_as_asked(partly: str, expected: float) -> None:
    frame = over_time(DATED, "strength", window="6M", step="6M", partly=partly)  # type: ignore[arg-type]
    first = frame[(frame["since"] == "2023-01-01") & (frame["person_id"] == "fang-lin")]
    assert first["value"].item() == pytest.approx(expected)
    assert (frame.attrs["partly"], frame.attrs["undated"]) == (partly, 1)


def test_first_and_last_seen_are_the_bounds_that_dates_allow() -> None:
    frame = sightings(DATED)
    assert tuple(frame.loc["fang-lin"])[1:] == ("2023-01-01", "2024-01-31", 3, 0)
    assert tuple(frame.loc["tian-bo"])[1:] == ("2023-01-10", "2023-01-10", 2, 1)


@pytest.mark.parametrize("wrong", ["1W", "0M", "year"])
def test_a_length_is_months_or_years(wrong: str) -> None:
    with pytest.raises(ValueError, match="months or years"):
        windows(DATED, window=wrong)


def test_meetings_are_tied_by_people_and_keep_them() -> None:
    graph = meeting_network(incidence(DATED))
    assert graph["jan"]["year"]["people"] == ("fang-lin", "he-min")
    assert graph["jan"]["never"]["count"] == 1


def test_an_old_meeting_counts_less_and_an_undated_one_nothing() -> None:
    members = incidence(DATED)
    scale = decay(DATED, members, half_life=365, at="2024-01-10")
    assert scale["jan"] == pytest.approx(0.5)
    assert (scale["never"], scale["next"]) == (0, 0)  # January 2024 is on average after its tenth day
    graph = co_attendance(members, "count", scale=scale)
    assert graph["fang-lin"]["tian-bo"]["weight"] == pytest.approx(0.5)
    assert graph["fang-lin"]["tian-bo"]["count"] == 1
    with pytest.raises(ValueError, match="not in jaccard"):
        co_attendance(members, "jaccard", scale=scale)


def two_bodies() -> Records:
    """Fang Lin sits in the council by the January report and in the board by both, He Min in the board by the May report."""
    people = [("jan.txt", "jan", "fang-lin"), ("may.txt", "may", "fang-lin"), ("may.txt", "may", "he-min")]
    records = records_of(
        [(document, meeting, person, "attended") for document, meeting, person in people],
        meetings={"jan": {"date": "2023-01-10"}, "may": {"date": "2023-05-04", "level": "county"}},
    )
    bodies = tuple(
        Organization(id=name, name=name.title(), kind="government") for name in ("board", "council")
    )
    posts = tuple(
        Post(id=f"seat-{b.id}", title="Member", text="Member", organization_id=b.id) for b in bodies
    )
    stated = [
        ("jan.txt", "fang-lin", "board"),
        ("jan.txt", "fang-lin", "council"),
        ("may.txt", "fang-lin", "board"),
        ("may.txt", "he-min", "board"),
    ]
    evidence = {p.document: p.evidence for p in records.participations}
    holdings = tuple(
        Holding(person_id=person, post_id=f"seat-{body}", document=path, date=None, evidence=evidence[path])
        for path, person, body in stated
    )
    return replace(records, organizations=bodies, posts=posts, holdings=holdings)


def test_interlocks_keep_the_people_and_their_meetings() -> None:
    graph = Network.from_records(two_bodies()).interlocks()
    assert list(graph.edges) == [("board", "council")]
    assert graph.edges["board", "council"]["people"] == ("fang-lin",)
    assert graph.edges["board", "council"]["meetings"] == {"fang-lin": ("jan", "may")}


def test_interlocks_narrow_to_meetings_and_to_what_their_reports_state() -> None:
    net = Network.from_records(two_bodies())
    january = net.interlocks(until="2023-02")
    assert january.edges["board", "council"]["meetings"] == {"fang-lin": ("jan",)}
    assert list(net.interlocks(levels={"county"}).edges) == []  # the May report states no seat in the council


def test_the_network_weighs_meetings_by_their_age() -> None:
    net = Network.from_records(DATED)
    graph = net.co_attendance("count", half_life=365, at="2024-01-10")
    # both in January 2023 (half) and somewhen in 2023 (192 days from its middle, 2 July); 2024-01 lies after the day
    middle = 2 ** -(192 / 365)
    assert graph["fang-lin"]["he-min"]["weight"] == pytest.approx(0.5 + middle)
    latest = net.co_attendance(
        "count", half_life=365
    )  # from the last day that a meeting can have had: 2024-01-31
    assert latest["fang-lin"]["he-min"]["weight"] > graph["fang-lin"]["he-min"]["weight"]
    with pytest.raises(ValueError, match="say at which day"):
        net.co_attendance("count", half_life=365, kinds={"banquet"})


def test_filters_narrow() -> None:
    records = records_of(
        [("x.txt", m, p, "attended") for m in ("dinner", "plenum") for p in ("fang-lin", "he-min")],
        meetings={
            "dinner": {"kind": "banquet", "level": "county"},
            "plenum": {"kind": "plenum", "place": "Linhe"},
        },
    )
    assert incidence(records, by="rank").meetings == ("plenum",)
    assert incidence(records, by="invitation").meetings == ("dinner",)
    assert incidence(records, levels={"county"}).meetings == ("dinner",)
    assert incidence(records, places={"Linhe"}).meetings == ("plenum",)
    assert incidence(records, named=True).matrix.sum() == 4
    with pytest.raises(ValueError, match="rank, invitation"):
        incidence(records, by="chance")
