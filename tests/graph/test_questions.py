"""Who is missing, what is around somebody, ways through bodies, and the sentences that prove each step."""

from __future__ import annotations

from dataclasses import replace

import pytest
from handmade import quoting, records_of, town_and_county

from extract.records_entities import Holding, Organization, Post
from graph import AmbiguousName, Network, UnknownName
from graph.missing import gaps

TOWN = Network.from_records(town_and_county())


def council(absent: str = "") -> Network:
    """Twelve meetings of a council: a at all, b at none of the last three, c at the second and third, d at the last, e undated."""
    rows, fields = [], {}
    for n in range(1, 13):
        there = [
            "a",
            *(["b"] if n <= 9 else []),
            *(["c"] if n in (2, 3) else []),
            *(["d"] if n == 12 else []),
        ]
        rows += [(f"{n:02d}.txt", f"m{n:02d}", person, "attended") for person in there]
        fields[f"m{n:02d}"] = {"date": f"2024-{n:02d}-05", "host_id": "council"}
    rows.append(("x.txt", "mx", "e", "attended"))
    fields["mx"] = {"host_id": "council"}
    if absent:
        rows.append(("11.txt", "m11", absent, "absent"))
    records = records_of(rows, meetings=fields)
    bodies = (
        Organization(id="council", name="Town Council", kind="council", place="Shuixi"),
        Organization(id="court-1", name="Court", kind="court", place="Shuixi"),
        Organization(id="court-2", name="Court", kind="court", place="Linhe"),
    )
    return Network.from_records(replace(records, organizations=bodies))


def test_who_is_missing_from_the_latest_meetings() -> None:
    found = council(absent="b").missing("Town Council")
    assert found["person_id"].tolist() == ["b", "c"]  # e has no place in the order, d is new, a is there
    b, c = found.to_dict("records")
    assert (b["listed"], b["window"], b["absent"], b["excused"], b["chance"]) == (9, 9, 3, 1, 0.0)
    assert (b["last_seen"], b["last_meeting"], b["since"]) == ("2024-09-05", "m09", "2024-10-05")
    assert b["said"] == "listed in 9 of 9, absent from the last 3, since 2024-10-05 (excused 1 times)"
    assert (c["listed"], c["window"], c["absent"], c["chance"]) == (2, 3, 9, pytest.approx((1 / 3) ** 9))
    assert b["body"] == "Town Council"


def test_the_window_is_before_the_absence() -> None:
    (first, *_) = gaps(council().records, window=4)
    assert (first.person_id, first.listed, first.window) == ("b", 4, 4)


def test_the_bodies_from_which_a_person_is_missing_and_everybody() -> None:
    assert council().missing("b")["body"].tolist() == ["Town Council"]
    assert council().missing("Town Council (Shuixi)").equals(council().missing())
    assert council().missing(recent=12).empty  # nothing before them to compare with
    with pytest.raises(AmbiguousName, match=r"2 bodies: Court \(Linhe\); Court \(Shuixi\)"):
        council().missing("court")
    with pytest.raises(UnknownName):
        council().missing("Senate")
    with pytest.raises(ValueError, match="1 or more"):
        council().missing(recent=0)


def test_around_somebody_with_distances_and_meetings() -> None:
    near = TOWN.ego("Fang Guolin")
    assert near.nodes["fang-guolin"] == {"label": "Fang Guolin", "distance": 0}
    assert {data["distance"] for _, data in near.nodes(data=True)} == {0, 1}
    assert near["fang-guolin"]["he-min"]["meetings"] == ("plenary", "visit")
    assert set(near) < set(TOWN.ego("Fang Guolin", 3)) or set(near) == set(TOWN.ego("Fang Guolin", 3))
    with pytest.raises(ValueError, match="radius"):
        TOWN.ego("Fang Guolin", 0)
    with pytest.raises(KeyError, match="at none of these meetings"):
        TOWN.ego("Xi Jinping")


def test_every_step_of_a_way_has_a_sentence_for_either_end() -> None:
    (step,) = TOWN.path("Fang Guolin", "He Min", since="2023").to_dict("records")
    assert (step["from"], step["to"], step["meetings"], step["date"]) == (
        "Fang Guolin", "He Min", ("visit",), TOWN.meetings().set_index("meeting_id")["date"]["visit"],
    )  # fmt: skip
    assert "Fang Guolin" in step["evidence_from"]
    assert "He Min" in step["evidence_to"]


def test_ways_through_bodies_rest_on_posts_and_not_on_meetings() -> None:
    records = council().records
    seats = (
        Post(id="head", title="Head", text="Head, Town Council", organization_id="council"),
        Post(id="clerk", title="Clerk", text="Clerk, Town Council", organization_id="council"),
        Post(id="judge", title="Judge", text="Judge, Court", organization_id="court-1"),
    )
    texts = {d.path: d for d in records.documents}

    def holds(person: str, post: str, report: str) -> Holding:
        document = texts[report]
        said = quoting(document, document.text.splitlines()[0])
        return Holding(person_id=person, post_id=post, document=report, date=None, evidence=said)

    held = (
        holds("a", "head", "01.txt"),
        holds("c", "clerk", "02.txt"),
        holds("c", "judge", "03.txt"),
        holds("e", "judge", "x.txt"),
    )
    net = Network.from_records(replace(records, posts=seats, holdings=held))
    steps = net.path("a", "e", through="bodies").to_dict("records")
    assert [(s["from_id"], s["to_id"], s["bodies"], s["by"]) for s in steps] == [
        ("a", "c", ("council",), "Town Council (Shuixi)"), ("c", "e", ("court-1",), "Court (Shuixi)"),
    ]  # fmt: skip
    assert steps[0]["evidence_from"] == texts["01.txt"].text.splitlines()[0]
    assert net.path("a", "e").empty  # they never met
    with pytest.raises(KeyError, match="holds no post"):
        net.path("a", "b", through="bodies")
    with pytest.raises(TypeError, match="since"):
        net.path("a", "e", through="bodies", since="2023")
    with pytest.raises(ValueError, match="meetings, bodies"):
        net.path("a", "e", through="dreams")  # type: ignore[arg-type]
