"""The backbone against enumeration, SciPy, planted truth and randomised attendance."""

from __future__ import annotations

from itertools import product

import networkx as nx
import numpy as np
import pytest
from attendances import heavy_tailed, members_of
from hypothesis import given, settings
from hypothesis import strategies as st

from graph.backbone import MODELS, backbone, tie_p_values
from graph.project import co_attendance, tied_pairs
from graph.randomattendance import chance_of_presence, curveball
from graph.tails import adjusted, upper_tails

TABLES = st.integers(2, 7).flatmap(
    lambda width: st.lists(st.lists(st.booleans(), min_size=width, max_size=width), min_size=2, max_size=8)
)


def test_the_tail_is_that_of_every_outcome_counted() -> None:
    chances = [0.1, 0.35, 0.5, 0.72, 0.9]
    for count in range(6):
        by_hand = sum(
            float(np.prod([q if hit else 1 - q for q, hit in zip(chances, outcome, strict=True)]))
            for outcome in product((0, 1), repeat=5)
            if sum(outcome) >= count
        )
        assert upper_tails([chances], [1] * 5, [count])[0] == pytest.approx(by_hand, rel=1e-13)


def test_a_small_tail_keeps_its_digits() -> None:
    from scipy.stats import binom

    found = upper_tails([[0.01]], [400], [60])[0]
    assert 0 < found < 1e-40
    assert found == pytest.approx(binom.sf(59, 400, 0.01), rel=1e-9)


@given(TABLES)
@settings(max_examples=60, deadline=None)
def test_the_chance_model_keeps_every_sum(rows: list[list[bool]]) -> None:
    members = members_of(rows)
    chance = chance_of_presence(members)
    p = chance.table[chance.person][:, chance.meeting]
    assert np.allclose(p.sum(axis=1), members.matrix.sum(axis=1), atol=1e-6)
    assert np.allclose(p.sum(axis=0), members.matrix.sum(axis=0), atol=1e-6)
    assert ((p >= 0) & (p <= 1)).all()


@given(TABLES, st.integers(0, 99))
@settings(max_examples=30, deadline=None)
def test_curveball_keeps_both_margins(rows: list[list[bool]], seed: int) -> None:
    members = members_of(rows)
    for drawn in curveball(members, draws=3, seed=seed):
        assert (drawn.sum(axis=1) == members.matrix.sum(axis=1)).all()
        assert (drawn.sum(axis=0) == members.matrix.sum(axis=0)).all()
        assert drawn.max() <= 1


def test_curveball_draws_every_table_equally_often() -> None:
    members = members_of([[1, 0, 0], [0, 1, 0], [0, 0, 1]])  # six tables have these sums
    seen: dict[bytes, int] = {}
    for drawn in curveball(members, draws=3000, trades=7):
        key = drawn.toarray().astype(np.int8).tobytes()
        seen[key] = seen.get(key, 0) + 1
    assert len(seen) == 6
    assert all(420 < times < 580 for times in seen.values())  # 500 each; four standard deviations are 82


@given(TABLES, st.randoms(use_true_random=False))
@settings(max_examples=30, deadline=None)
def test_p_values_do_not_depend_on_the_order_of_people_or_meetings(
    rows: list[list[bool]], random: object
) -> None:
    members = members_of(rows)
    people, meetings = list(range(members.matrix.shape[0])), list(range(members.matrix.shape[1]))
    random.shuffle(people), random.shuffle(meetings)  # type: ignore[attr-defined]
    mixed = members_of(members.matrix.toarray()[people][:, meetings])
    straight = tie_p_values(members)
    name = {f"p{new:04}": f"p{old:04}" for new, old in enumerate(people)}
    turned = {tuple(sorted((name[a], name[b]))): p for (a, b), p in tie_p_values(mixed).items()}
    assert turned.keys() == straight.keys()
    assert all(turned[pair] == pytest.approx(straight[pair], rel=1e-6) for pair in straight)


def test_the_exact_model_agrees_with_the_drawn_one() -> None:
    members = heavy_tailed(40, 60, 3)
    exact, drawn = tie_p_values(members), tie_p_values(members, "fdsm", draws=600)
    assert np.corrcoef(list(exact.values()), list(drawn.values()))[0, 1] > 0.97


CORRECTED = [
    # published examples are short: five tests, by hand
    ("holm", [0.01, 0.04, 0.03, 0.005, 0.5], 5, [0.04, 0.09, 0.09, 0.025, 0.5]),
    ("bh", [0.01, 0.04, 0.03, 0.005, 0.5], 5, [0.025, 0.05, 0.05, 0.025, 0.5]),
    ("none", [0.01, 0.04], 9, [0.01, 0.04]),
    ("holm", [0.01], 10, [0.1]),  # nine further tests with p = 1
    ("bh", [0.01], 10, [0.1]),
    ("holm", [0.9, 0.8], 2, [1.0, 1.0]),
]


@pytest.mark.parametrize(("correction", "p", "tests", "expected"), CORRECTED)
def test_corrections(correction: str, p: list[float], tests: int, expected: list[float]) -> None:
    assert adjusted(p, tests, correction) == pytest.approx(expected)  # type: ignore[arg-type]


def test_a_planted_faction_is_found_and_nobody_else() -> None:
    members = heavy_tailed(80, 160, 5)
    dense = members.matrix.toarray()
    dense = np.hstack([dense, np.zeros((dense.shape[0], 25), dtype=np.int64)])
    faction = range(dense.shape[0] - 5, dense.shape[0])
    dense[np.ix_(list(faction), range(dense.shape[1] - 25, dense.shape[1]))] = 1
    planted = members_of(dense)
    names = {planted.people[i] for i in faction}
    found = backbone(planted, correction="bh")
    inside = [edge for edge in found.edges if set(edge) <= names]
    assert len(inside) == 10  # all pairs of five
    assert found.number_of_edges() - len(inside) <= 2
    strict = backbone(planted, correction="holm")
    assert nx.number_connected_components(strict.subgraph(names)) == 1
    assert set(strict.edges) <= set(found.edges)
    assert all(found.edges[edge]["meetings"] for edge in inside)


def test_ties_of_random_attendance_stay_within_alpha() -> None:
    alpha, draws, false, pairs, any_false = 0.05, 200, 0, 0, 0
    for drawn in curveball(heavy_tailed(30, 50, 11), draws=draws, seed=2):
        members = members_of(drawn.toarray())
        values = np.array(list(tie_p_values(members).values()))
        false += int((values <= alpha).sum())
        pairs += len(members.people) * (len(members.people) - 1) // 2
        any_false += backbone(members, alpha=alpha).number_of_edges() > 0
    assert false / pairs <= alpha  # uncorrected: of all pairs
    # Holm: of all backbones, with three standard deviations of 200 draws
    assert any_false / draws <= alpha + 3 * (alpha * (1 - alpha) / draws) ** 0.5


def test_a_backbone_that_validates_nothing_says_so() -> None:
    found = backbone(members_of([[1, 1], [1, 0], [0, 1]]))
    assert found.number_of_edges() == 0
    assert "no tie is validated" in found.graph["message"]
    assert (found.graph["model"], found.graph["alpha"], found.graph["correction"]) == ("sdsm", 0.05, "holm")


@pytest.mark.parametrize("model", MODELS)
def test_every_tie_has_a_p_value_in_every_model(model: str) -> None:
    members = heavy_tailed(20, 15, 1)
    values = tie_p_values(members, model, draws=20)  # type: ignore[arg-type]
    assert set(values) == set(co_attendance(members).edges)
    assert all(0 < p <= 1 for p in values.values())
    assert len(tied_pairs(members)[0]) == len(values)


def test_mistakes_are_refused() -> None:
    members = members_of([[1, 1], [1, 0]])
    with pytest.raises(ValueError, match="unknown model 'sdm'"):
        backbone(members, "sdm")  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="alpha"):
        backbone(members, alpha=1.5)
    with pytest.raises(ValueError, match="unknown correction"):
        backbone(members, correction="fdr")  # type: ignore[arg-type]


def test_tosses_of_a_class_taken_together_are_those_tossed_one_by_one() -> None:
    """Sure and impossible ones, classes without any, and so many likely ones that the chance of none of them is no number."""
    from scipy.stats import binom

    random = np.random.default_rng(2)
    for _ in range(60):
        chances = random.random((6, 3)) ** random.integers(1, 9)
        chances[random.random((6, 3)) < 0.1] = 1.0
        chances[random.random((6, 3)) < 0.1] = 0.0
        times = random.choice([0, 1, 2, 30, 300], 3)
        counts = random.integers(0, times.sum() + 1, 6) // random.integers(1, 5)
        apart = np.repeat(chances, times, axis=1)
        one_by_one = upper_tails(apart, np.ones(times.sum(), dtype=int), counts)
        assert upper_tails(chances, times, counts) == pytest.approx(one_by_one, rel=1e-10, abs=1e-290)
    sure = upper_tails([[0.999]], [3000], [2990])[0]
    assert sure == pytest.approx(float(binom.sf(2989, 3000, 0.999)), rel=1e-9)
