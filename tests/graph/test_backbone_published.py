"""The backbone held against published examples, and against bicm, which computes the same null model."""

from __future__ import annotations

from math import erf, exp, pi, sqrt

import numpy as np
import pytest
from attendances import heavy_tailed, members_of

from graph.backbone import tie_p_values
from graph.randomattendance import chance_of_presence
from graph.tails import upper_tails

# examples of the R package backbone (Domagalski, Neal and Sagan, PLoS ONE 2021), with the values that its tests print
EXAMPLE = [[1, 0, 1, 1], [0, 1, 0, 0], [1, 0, 0, 1]]
PAIR = ("p0000", "p0002")


def probabilities(rows: list[list[int]]) -> np.ndarray:
    chance = chance_of_presence(members_of(rows))
    return chance.table[chance.person][:, chance.meeting]


def refined_normal(count: int, chances: np.ndarray) -> float:
    """The approximation of the upper tail that backbone uses, after Volkova's refined normal distribution."""
    spread = sqrt((chances * (1 - chances)).sum())
    skew = (chances * (1 - chances) * (1 - 2 * chances)).sum() / spread**3
    z = (count - 0.5 - chances.sum()) / spread
    below = (1 + erf(z / sqrt(2))) / 2 + skew * (1 - z * z) * exp(-z * z / 2) / sqrt(2 * pi) / 6
    return float(1 - below)


def test_the_chance_model_is_the_published_one() -> None:
    found = probabilities([[0, 0, 1], [0, 1, 0], [1, 0, 1]])
    assert found.round(3).tolist() == [[0.216, 0.216, 0.568], [0.216, 0.216, 0.568], [0.568, 0.568, 0.863]]


def test_the_published_p_value_is_ours_but_for_its_approximation() -> None:
    chances = probabilities(EXAMPLE)
    common = chances[0] * chances[2]
    assert round(refined_normal(2, common), 3) == 0.549  # as published
    exact = tie_p_values(members_of(EXAMPLE))[PAIR]
    assert exact == pytest.approx(0.549, abs=0.01)
    # every outcome of the four meetings, counted
    outcomes = ((np.arange(16)[:, None] >> np.arange(4)) & 1).astype(bool)
    each = np.where(outcomes, common, 1 - common).prod(axis=1)
    assert exact == pytest.approx(each[outcomes.sum(axis=1) >= 2].sum(), abs=1e-12)


def test_the_other_models_on_the_published_example() -> None:
    members = members_of(EXAMPLE)
    assert tie_p_values(members, "hypergeometric")[PAIR] == pytest.approx(0.5, abs=5e-4)
    # published from 1,000 draws: .265; three standard deviations of such a share are .042
    assert tie_p_values(members, "fdsm", draws=1000)[PAIR] == pytest.approx(0.265, abs=0.042)


def test_the_published_tail() -> None:
    chances = np.array([0.123, 0.234, 0.345, 0.456, 0.567, 0.678, 0.789, 0.801, 0.911])
    assert refined_normal(5, chances) == pytest.approx(0.6268476, abs=1e-7)  # as published
    exact = upper_tails(chances[None, :], np.ones(9, dtype=int), np.array([5]))[0]
    assert exact == pytest.approx(0.6268476, abs=0.002)


@pytest.mark.filterwarnings("ignore")
def test_every_p_value_is_that_of_bicm() -> None:
    bicm = pytest.importorskip("bicm")
    members = heavy_tailed(60, 80, 3)
    graph = bicm.BipartiteGraph(members.matrix.toarray())
    graph.compute_projection(rows=True, approx_method="poibin", progress_bar=False)
    theirs = graph.get_projected_pvals_mat()
    place = {person: n for n, person in enumerate(members.people)}
    ours = tie_p_values(members)
    assert len(ours) > 800
    assert max(abs(theirs[place[a], place[b]] - p) for (a, b), p in ours.items()) < 1e-9
