"""The incidence and its projection: what is counted, against the formulas and against networkx."""

from __future__ import annotations

import networkx as nx
import numpy as np
import pytest
from handmade import Row, records_of, town_and_county
from hypothesis import given
from hypothesis import strategies as st

from extract.roles import PRESENT, ROLES
from graph.project import WEIGHTS, Incidence, Weight, co_attendance, incidence

RECORDS = town_and_county()
PEOPLE = [f"person-{letter}" for letter in "abcdefg"]
ROWS = st.lists(
    st.tuples(
        st.sampled_from(["x.txt", "y.txt", "z.txt"]),
        st.sampled_from(["m1", "m2", "m3", "m4", "m5"]),
        st.sampled_from(PEOPLE),
        st.sampled_from(ROLES),
    ),
    max_size=40,
)


def ties(graph: nx.Graph) -> dict[tuple[str, str], object]:
    return {tuple(sorted((a, b))): data for a, b, data in graph.edges(data=True)}


def bipartite(members: Incidence) -> nx.Graph:
    graph = nx.Graph()
    graph.add_nodes_from(members.people)
    dense = members.matrix.toarray()
    graph.add_edges_from(
        (person, ("meeting", meeting))
        for i, person in enumerate(members.people)
        for j, meeting in enumerate(members.meetings)
        if dense[i, j]
    )
    return graph


def test_the_axes_are_sorted_and_hold_only_those_who_were_there() -> None:
    members = incidence(RECORDS)
    assert members.people == (
        "deng-wenjie", "fang-guolin", "he-min", "luo-qing@linhe", "luo-qing@shuixi", "ma-xiuying", "qiao-yun", "tian-bo",
    )  # fmt: skip
    assert members.meetings == ("briefing", "county-meeting", "plenary", "talks", "visit")
    assert members.present_counts() == {
        "briefing": 1,
        "county-meeting": 3,
        "plenary": 3,
        "talks": 2,
        "visit": 3,
    }
    assert members.meeting_counts()["he-min"] == 2  # two roles and two reports of one meeting are one


def test_counts_and_meetings_of_the_ties() -> None:
    assert {pair: data["meetings"] for pair, data in ties(co_attendance(incidence(RECORDS))).items()} == {
        ("deng-wenjie", "luo-qing@linhe"): ("county-meeting",),
        ("deng-wenjie", "ma-xiuying"): ("county-meeting",),
        ("deng-wenjie", "tian-bo"): ("talks",),
        ("fang-guolin", "he-min"): ("plenary", "visit"),
        ("fang-guolin", "luo-qing@shuixi"): ("plenary",),
        ("fang-guolin", "tian-bo"): ("visit",),
        ("he-min", "luo-qing@shuixi"): ("plenary",),
        ("he-min", "tian-bo"): ("visit",),
        ("luo-qing@linhe", "ma-xiuying"): ("county-meeting",),
    }


@pytest.mark.parametrize(
    ("weight", "value"),
    [
        ("count", 2),
        ("newman", 1 / 2 + 1 / 2),  # two meetings of three people
        ("jaccard", 2 / 2),  # both were at the same two meetings
        ("cosine", 1.0),
    ],
)
def test_weights_of_a_tie_by_hand(weight: Weight, value: float) -> None:
    tie = co_attendance(incidence(RECORDS), weight)["fang-guolin"]["he-min"]
    assert tie["weight"] == pytest.approx(value, abs=1e-12)
    assert tie["count"] == 2


def test_an_unknown_weight_is_refused_with_the_known_ones() -> None:
    with pytest.raises(ValueError, match="'dice': one of count, newman, jaccard, cosine, overlap"):
        co_attendance(incidence(RECORDS), "dice")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("bounds", "meetings", "undated"),
    [
        ({}, {"briefing", "county-meeting", "plenary", "talks", "visit"}, 0),
        ({"since": "2023"}, {"briefing", "visit"}, 2),  # neither the year-less nor the dateless meeting
        ({"until": "2022"}, {"plenary"}, 2),
        ({"since": "2022-03-05", "until": "2022-03-05"}, {"plenary"}, 2),  # the day itself is in
        ({"since": "2022-03-06"}, {"briefing", "visit"}, 2),
        ({"since": "2023-05-10"}, {"briefing"}, 3),  # 'in May' may be before the 10th: counted, not guessed
        ({"since": "2023-05", "until": "2023-05"}, {"visit"}, 2),
    ],
)
def test_dates_are_intervals(bounds: dict[str, str], meetings: set[str], undated: int) -> None:
    members = incidence(RECORDS, **bounds)
    assert set(members.meetings) == meetings
    assert members.undated == undated


@pytest.mark.parametrize(
    ("since", "until", "inside"),
    [("2023-05-02", None, 1), (None, "2023-05-01", 1), ("2023-05-04", None, 0), (None, "2023-04-30", 0)],
)
def test_a_meeting_of_several_days_is_in_where_one_of_its_days_is(
    since: str | None, until: str | None, inside: int
) -> None:
    records = records_of([("a", "m", "an-bo", "spoke")], meetings={"m": {"date": "2023-05-01/2023-05-03"}})
    members = incidence(records, since=since, until=until)
    assert (len(members.meetings), members.undated) == (inside, 0)


@pytest.mark.parametrize("value", ["last year", "XXXX-02-28", "2023-13"])
def test_a_bound_without_a_year_is_refused_by_its_value(value: str) -> None:
    with pytest.raises(ValueError, match=value):
        incidence(RECORDS, since=value)


def test_kinds_and_roles_narrow() -> None:
    assert incidence(RECORDS, kinds=["visit", "talks"]).meetings == ("talks", "visit")
    assert incidence(RECORDS, roles=["chaired", "led"]).people == ("fang-guolin", "luo-qing@linhe")


def test_nobody_at_all() -> None:
    members = incidence(records_of([]))
    assert members.matrix.shape == (0, 0)
    for weight in WEIGHTS:
        assert co_attendance(members, weight).number_of_nodes() == 0


@given(ROWS)
def test_the_projection_is_a_times_a_transposed(rows: list[Row]) -> None:
    members = incidence(records_of(rows))
    graph = co_attendance(members)
    a = members.matrix.toarray()
    product = a @ a.T
    np.fill_diagonal(product, 0)
    assert (nx.to_numpy_array(graph, nodelist=members.people, weight="count") == product).all()
    by_hand = {(p.person_id, p.meeting_id) for p in records_of(rows).participations if p.role in PRESENT}
    assert {(members.people[i], members.meetings[j]) for i, j in zip(*a.nonzero(), strict=True)} == by_hand
    for (one, other), data in ties(graph).items():
        assert data["count"] == len(data["meetings"]) == len(set(data["meetings"]))
        assert all({(one, m), (other, m)} <= by_hand for m in data["meetings"])


@given(ROWS)
def test_newman_is_networkx_collaboration_weight(rows: list[Row]) -> None:
    members = incidence(records_of(rows))
    expected = nx.bipartite.collaboration_weighted_projected_graph(bipartite(members), members.people)
    found = co_attendance(members, "newman")
    assert {tuple(sorted(edge)) for edge in expected.edges} == set(ties(found))
    for a, b, data in expected.edges(data=True):
        assert found[a][b]["weight"] == pytest.approx(data["weight"], abs=1e-12)


@given(ROWS)
def test_newman_strength_is_the_number_of_meetings_in_company(rows: list[Row]) -> None:
    members = incidence(records_of(rows))
    sizes = members.present_counts()
    strength = dict(co_attendance(members, "newman").degree(weight="weight"))
    dense = members.matrix.toarray()
    for i, person in enumerate(members.people):
        in_company = sum(dense[i, j] for j, meeting in enumerate(members.meetings) if sizes[meeting] > 1)
        assert strength[person] == pytest.approx(in_company, abs=1e-9)


@given(ROWS)
def test_jaccard_and_cosine_by_their_definitions(rows: list[Row]) -> None:
    members = incidence(records_of(rows))
    dense = members.matrix.toarray()
    own = {p: {j for j in range(len(members.meetings)) if dense[i, j]} for i, p in enumerate(members.people)}
    for (a, b), data in ties(co_attendance(members, "jaccard")).items():
        assert data["weight"] == pytest.approx(len(own[a] & own[b]) / len(own[a] | own[b]))
    for (a, b), data in ties(co_attendance(members, "cosine")).items():
        assert data["weight"] == pytest.approx(len(own[a] & own[b]) / (len(own[a]) * len(own[b])) ** 0.5)


@given(ROWS, st.randoms(use_true_random=False))
def test_the_order_of_what_was_read_does_not_matter(rows: list[Row], random: object) -> None:
    shuffled = list(rows)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    one, other = (co_attendance(incidence(records_of(r)), "newman") for r in (rows, shuffled))
    assert list(one.nodes) == list(other.nodes)
    assert list(one.edges(data=True)) == list(other.edges(data=True))


@given(ROWS)
def test_a_republished_copy_changes_no_tie(rows: list[Row]) -> None:
    """Whether extraction found the copy's meetings to be those of the original, or gave them ids of their own."""
    before = co_attendance(incidence(records_of(rows)), "newman")
    same = [("copy.txt", m, p, r) for d, m, p, r in rows if d == "x.txt"]
    apart = [("copy.txt", f"{m}-copied", p, r) for d, m, p, r in rows if d == "x.txt"]
    for copy in (same, apart):
        records = records_of([*rows, *copy], duplicate_of={"copy.txt": "x.txt"})
        after = co_attendance(incidence(records), "newman")
        assert ties(after) == ties(before)


@given(ROWS)
def test_a_second_report_of_a_meeting_changes_no_tie(rows: list[Row]) -> None:
    again = [("second.txt", m, p, r) for d, m, p, r in rows if d == "x.txt"]
    before, after = (co_attendance(incidence(records_of(r))) for r in (rows, [*rows, *again]))
    assert ties(after) == ties(before)
