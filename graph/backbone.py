"""The backbone: which ties are more than the sizes of the meetings and the diligence of the people explain."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, get_args

import numpy as np

from graph.project import Incidence, Weight, co_attendance, tied_pairs
from graph.randomattendance import chance_of_presence, curveball
from graph.tails import Correction, adjusted, upper_tails

if TYPE_CHECKING:
    import networkx as nx

Model = Literal["sdsm", "fdsm", "hypergeometric", "disparity"]
MODELS: tuple[Model, ...] = get_args(Model)
DRAWS = 1000


def tie_p_values(
    members: Incidence, model: Model = "sdsm", *, draws: int = DRAWS, seed: int = 7
) -> dict[tuple[str, str], float]:
    """The chance of at least as many common meetings as observed, for every tie, if attendance were random.

    - sdsm: row and column sums hold on average; common meetings are a Poisson binomial with p_ik p_jk, exact (Neal 2014;
      probabilities by maximum entropy, Saracco et al. 2017);
    - fdsm: they hold exactly; (1 + draws with at least as many) / (1 + draws), so never below 1/(1 + draws) (Zweig and
      Kaufmann 2011; drawn by Curveball);
    - hypergeometric: numbers of meetings hold, every meeting is as likely as another (Tumminello et al. 2011): it takes
      a large plenary for a small talk and so validates far too much;
    - disparity: of the Newman weights of one person, (1 - w/s)^(d - 1), the smaller of the two ends, doubled for there
      being two (Serrano, Boguna and Vespignani 2009; it tests a weighted network and does not know meetings).

    Pairs (a, b) have a before b in the incidence. Raises ValueError for another model.
    """
    if model not in MODELS:
        raise ValueError(f"unknown model {model!r}: one of {', '.join(MODELS)}")
    first, second, counts = tied_pairs(members)
    if not len(counts):
        return {}
    if model == "sdsm":
        values = chance_of_pairs(members, first, second, counts)
    elif model == "fdsm":
        values = _fdsm(members, first, second, counts, draws, seed)
    elif model == "hypergeometric":
        from scipy.stats import hypergeom

        own = np.asarray(members.matrix.sum(axis=1))
        values = hypergeom.sf(counts - 1, len(members.meetings), own[first], own[second])
    else:
        values = _disparity(members, first, second)
    names = members.people
    return {
        (names[i], names[j]): float(p)
        for i, j, p in zip(first.tolist(), second.tolist(), values.tolist(), strict=True)
    }


def backbone(
    members: Incidence,
    model: Model = "sdsm",
    *,
    alpha: float = 0.05,
    correction: Correction = "holm",
    weight: Weight = "newman",
    draws: int = DRAWS,
    seed: int = 7,
) -> nx.Graph:
    """Keep the ties of the projection that the null model does not explain at level `alpha`, corrected for many tests.

    Every pair of people is a test (in the disparity filter every tie), also those who never met. Nodes are all people.
    Edges carry what `co_attendance` gives them, `p` and `p_adjusted`. The graph carries `model`, `alpha`, `correction`,
    `tests`, `ties` (before), `validated`, and `message`, which says so where nothing is validated: sparse data often
    cannot. Raises ValueError for an unknown model, weight or correction, or an alpha outside (0, 1).
    """
    if not 0 < alpha < 1:
        raise ValueError(f"alpha must be between 0 and 1, not {alpha}")
    graph = co_attendance(members, weight)
    values = tie_p_values(members, model, draws=draws, seed=seed)
    pairs = len(members.people) * (len(members.people) - 1) // 2
    tests = len(values) if model == "disparity" else pairs
    corrected = adjusted(list(values.values()), tests, correction).tolist()
    for (a, b), p, p_adjusted in zip(values, values.values(), corrected, strict=True):
        if p_adjusted <= alpha:
            graph.edges[a, b].update(p=p, p_adjusted=p_adjusted)
        else:
            graph.remove_edge(a, b)
    kept = graph.number_of_edges()
    least = f"; the smallest corrected p value is {min(corrected):.2g}" if corrected else ""
    message = f"{kept} of {len(values)} ties are more than chance" if kept else f"no tie is validated{least}"
    graph.graph.update(
        {"model": model, "alpha": alpha, "correction": correction, "tests": tests}
        | {"ties": len(values), "validated": kept, "message": message}
    )
    return graph


def chance_of_pairs(members: Incidence, first: Any, second: Any, counts: Any) -> Any:
    """The p values of pairs by the model sdsm (see `tie_p_values`), in their order.

    Pairs whose people have the same two classes and the same count have one: it is computed once.
    """
    chance = chance_of_presence(members)
    low = np.minimum(chance.person[first], chance.person[second])
    high = np.maximum(chance.person[first], chance.person[second])
    size = len(chance.table)
    kinds, kind_of = np.unique((low * size + high) + counts * size**2, return_inverse=True)
    tails = upper_tails(
        chance.table[kinds // size % size] * chance.table[kinds % size],
        np.bincount(chance.meeting, minlength=chance.table.shape[1]),
        kinds // size**2,
    )
    return tails[kind_of]


def _fdsm(members: Incidence, first: Any, second: Any, counts: Any, draws: int, seed: int) -> Any:
    reached = np.zeros(len(counts), dtype=np.int64)
    for matrix in curveball(members, draws=draws, seed=seed):
        common = (matrix @ matrix.T).tocsr()
        reached += np.asarray(common[first, second]).ravel() >= counts
    return (1 + reached) / (1 + draws)


def _disparity(members: Incidence, first: Any, second: Any) -> Any:
    graph = co_attendance(members, "newman")
    degree, strength = dict(graph.degree()), dict(graph.degree(weight="weight"))
    names = members.people

    def end(one: str, other: str) -> float:
        share = graph.edges[one, other]["weight"] / strength[one]
        return float(max(1 - share, 0.0) ** (degree[one] - 1))

    pairs = zip(first.tolist(), second.tolist(), strict=True)
    return np.array([min(1.0, 2 * min(end(names[i], names[j]), end(names[j], names[i]))) for i, j in pairs])
