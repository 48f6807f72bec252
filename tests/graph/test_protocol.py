"""Protocol order: what a list is ordered by, one order out of many lists, and who moved."""

from __future__ import annotations

import csv
import math
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations, permutations
from typing import Any

import pytest
from handmade import records_of
from hypothesis import given, settings
from hypothesis import strategies as st
from lists import corpus

from extract.folding import fold
from graph import Network, UnknownName
from graph.listorder import STROKES, cut, strokes
from graph.protocol import protocol_orders
from graph.protocol_lists import printed_lists

STROKE_ORDER = [
    "Ding Yi",
    "Wang Er",
    "Wen San",
    "Bai Si",
    "Shi Wu",
    "Lian Liu",
    "Song Qi",
    "Zhou Ba",
    "Hu Jiu",
    "Gao Shi",
]

LISTS = [
    # the order is said: 'in the order of the strokes of their surnames'
    (["Gao A", "Ding B", "Wang C"], "listed in the order of the number of strokes of their surnames", (0, "strokes")),
    # it is not said, and nobody would stand so by chance
    (STROKE_ORDER, "", (0, "strokes")),
    # leaders by rank, then members by strokes
    (["Gao Shi", "Zhou Liu", *STROKE_ORDER[:9]], "", (2, "strokes")),
    # a list too short to tell: three of five orders would fit
    (["Ding Yi", "Wang Er", "Zhou San"], "", (3, "rank")),
    # by rank
    (["Hu Jiu", "Gao Shi", "Zhou Ba", "Ding Yi", "Shi Wu", "Lian Liu", "Wang Er", "Wen San", "Bai Si", "Song Qi"], "", (10, "rank")),
    # Western names by surname
    (["Anna Abel", "Carl Bond", "Bert Cole", "Dan Dow", "Eve Eads", "Al Frost", "Gus Gray"], "", (0, "alphabet")),
    # surnames that are not in the table say nothing
    (["Xq Yi", "Xw Er", "Xz San", "Xr Si", "Xt Wu", "Xy Liu", "Xu Ba", "Xi Jiu"], "", (8, "rank")),
    # one surname: every order fits
    ([f"Wang {name}" for name in ("Da", "Qi", "Bo", "Xin", "An", "Li", "Hao")], "", (7, "rank")),
    ([], "", (0, "rank")),
]  # fmt: skip


@pytest.mark.parametrize(("names", "sentence", "expected"), LISTS)
def test_by_what_a_list_is_ordered(names: list[str], sentence: str, expected: tuple[int, str]) -> None:
    found = cut(names, sentence)
    assert (found.ranked, found.rest) == expected


def test_strokes_are_those_of_the_characters_named() -> None:
    with STROKES.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["surname"] for row in rows] == sorted({fold(row["surname"]) for row in rows})
    for row in rows:
        numbers = [int(n) for n in row["strokes"].split(";")]
        assert numbers == sorted(set(numbers))
        assert len(numbers) <= len(row["characters"].split())
        assert min(numbers) >= 1 and max(numbers) <= 20
    # counted by hand
    assert {name: strokes()[name] for name in ("ding", "wang", "zheng", "huang", "wei")} == {
        "ding": (2,), "wang": (4, 7), "zheng": (8,), "huang": (11,), "wei": (3, 4, 11, 17),
    }  # fmt: skip


def orders(lists: Sequence[tuple[str, str, str]]) -> dict[str, str]:
    return {o.year: "".join(p.person_id[1:] for p in o.places) for o in protocol_orders(corpus(lists))}


ORDERS: list[tuple[list[tuple[str, str, str]], dict[str, str]]] = [
    ([("2024-03-01", "abc", "attended")], {"2024": "abc"}),
    # partial lists together
    ([("2024-03-01", "ab", "attended"), ("2024-04", "bc", "attended")], {"2024": "abc"}),
    # two against one
    ([("2024-01-01", "ab", "attended"), ("2024-02-01", "ba", "attended"), ("2024-03-01", "ba", "attended")], {"2024": "ba"}),
    # years apart; a date that leaves the year open is in none
    ([("2023-03-01", "ab", "attended"), ("2024-03-01", "ba", "attended"), ("2023-12-31/2024-01-02", "ab", "attended")],
     {"2023": "ab", "2024": "ba"}),
    # speakers stand in the order of the agenda
    ([("2024-03-01", "ab", "spoke")], {}),
]  # fmt: skip


@pytest.mark.parametrize(("lists", "expected"), ORDERS)
def test_orders(lists: list[tuple[str, str, str]], expected: dict[str, str]) -> None:
    assert orders(lists) == expected


@given(st.lists(st.permutations("abcde").map(lambda p: "".join(p[:4])), min_size=1, max_size=6))
@settings(max_examples=40, deadline=None)
def test_no_order_of_five_contradicts_fewer_pairs_by_much(lists: list[str]) -> None:
    """A local optimum: never worse than any single move, and on five people within a pair of the best of all 120 orders."""
    found = orders([(f"2024-01-{n:02d}", people, "attended") for n, people in enumerate(lists, 1)])["2024"]

    def wrong(order: Sequence[str]) -> int:
        place = {person: n for n, person in enumerate(order)}
        return sum(place[a] > place[b] for people in lists for a, b in combinations(people, 2))

    best = min(wrong(order) for order in permutations(found))
    assert wrong(found) <= best + 1
    for person in found:
        rest = found.replace(person, "")
        assert all(wrong(found) <= wrong(rest[:n] + person + rest[n:]) for n in range(len(found)))


def test_agreement_is_kendalls_tau_over_printed_pairs() -> None:
    lists = [
        ("2024-01-01", "abc", "attended"),
        ("2024-02-01", "acb", "attended"),
        ("2024-03-01", "abc", "attended"),
    ]
    (order,) = protocol_orders(corpus(lists))
    assert order.agreement == pytest.approx((8 - 1) / 9)  # nine printed pairs, one the other way round
    assert [p.agreement for p in order.places] == pytest.approx([1.0, 4 / 6, 4 / 6])
    assert (order.lists, [p.lists for p in order.places]) == (3, [3, 3, 3])


def test_people_who_are_in_no_common_list_are_not_compared() -> None:
    lists = [("2024-01-01", "abc", "attended"), ("2024-02-01", "xy", "attended")]
    (order,) = protocol_orders(corpus(lists))
    assert [(p.person_id, p.part, p.place) for p in order.places] == [
        ("pa", 1, 1), ("pb", 1, 2), ("pc", 1, 3), ("px", 2, 1), ("py", 2, 2),
    ]  # fmt: skip


def test_the_same_list_in_a_second_report_counts_once_and_a_copy_not_at_all() -> None:
    records = corpus([("2024-01-01", "ab", "attended")])
    again = tuple(replace(p, document="other.txt") for p in records.participations)
    (order,) = protocol_orders(replace(records, participations=(*records.participations, *again)))
    assert order.lists == 1
    said = records.participations[0].evidence
    other = tuple(
        replace(p, document="other.txt", evidence=said, position=3 - p.position)
        for p in records.participations
    )
    both = replace(records, participations=(*records.participations, *other))
    assert protocol_orders(both)[0].lists == 2  # another order of the same people is another list
    assert protocol_orders(replace(both, duplicate_of=(("other.txt", "00.txt"),)))[0].lists == 1


def test_two_lists_of_one_report_are_two() -> None:
    records = corpus([("2024-01-01", "ab", "attended")])
    more = corpus([("2024-01-01", "cd", "observed")])
    later = tuple(
        replace(p, evidence=replace(p.evidence, start=p.evidence.start + 900, end=p.evidence.end + 900))
        for p in more.participations
    )
    lists = printed_lists(
        replace(
            records, people=(*records.people, *more.people), participations=(*records.participations, *later)
        )
    )
    assert [own.people for own in lists] == [("pa", "pb"), ("pc", "pd")]


def test_who_rises_falls_comes_and_goes() -> None:
    lists = [
        ("2023-01-01", "abcd", "attended"),
        ("2024-01-01", "cabe", "attended"),
        ("2024-02-01", "xy", "attended"),
    ]
    frame = Network.from_records(corpus(lists)).protocol_moves("town bureau")
    found: dict[str, Any] = {row.person_id: row for row in frame.itertuples()}
    assert {person: row.what for person, row in found.items()} == {
        "pc": "rises", "pa": "falls", "pb": "falls", "pe": "new", "px": "new", "py": "new", "pd": "gone",
    }  # fmt: skip
    assert (found["pc"].place_before, found["pc"].place, found["pc"].change) == (3, 1, 2)
    assert found["pa"].change == -1
    with pytest.raises(UnknownName):
        Network.from_records(corpus(lists)).protocol_moves("Senate")


def test_the_frame_tells_what_was_left_out() -> None:
    records = corpus([("2024-01-01", "abcdefgh", "attended"), ("2024-02-01", "ab", "attended")])
    named = dict(zip("abcdefgh", STROKE_ORDER, strict=False))
    people = tuple(replace(p, name=named[p.id[1:]]) for p in records.people)
    frame = Network.from_records(replace(records, people=people)).protocol("Town Bureau", year="2024")
    assert frame["person_id"].tolist() == ["pa", "pb"]
    assert frame.attrs["left_out"] == (("00.txt", "m00", "strokes", 8),)
    assert Network.from_records(records_of([])).protocol().empty
    assert (
        math.isnan(protocol_orders(corpus([("2024-01-01", "ab", "attended")]))[0].places[0].agreement)
        is False
    )
