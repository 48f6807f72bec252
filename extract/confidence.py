"""How far a statement can be trusted: the precision of the rule that read it, measured on the gold corpus.

`rules/rule_confidence.csv` holds, for each rule and way of naming ('name', or 'reference' for 'he' and 'the mayor'), how
many of its statements the hand-made answers confirm and how many they do not; `benchmarks/confidence.py` counts them.
"""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache

from extract.records_meetings import Participation
from extract.vocabulary import rows

WEIGHT = 2.0  # statements that the family's precision counts as
CERTAIN = ("decision", "row ")
FAMILIES = {"list": "heading", "invoked": "invocation"}


def confidence(p: Participation) -> float:
    """Return the measured precision of the rule behind a statement, from 0 to 1, two digits.

    (right + w f) / (right + wrong + w), where f is the precision of the rule's family and w = 2: a rule that the gold
    corpus knows well has its own precision, one that it hardly knows has its family's (a beta-binomial shrinkage; Gelman
    et al., Bayesian Data Analysis, 3rd ed., section 5.3). What the user stated (a decision, a table) is 1.
    """
    if p.rule.startswith(CERTAIN):
        return 1.0
    return rule_confidence(p.rule, "name" if p.antecedent is None else "reference")


@lru_cache(maxsize=4096)
def rule_confidence(rule: str, named: str) -> float:
    """Return the confidence of a rule for people who are named, or referred to."""
    counts, families = _counts()
    right, wrong = counts.get((rule, named), (0, 0))
    of_family = families.get((family(rule), named)) or families.get(("verb", named), (0, 0))
    prior = (of_family[0] + 1) / (of_family[0] + of_family[1] + 2)
    return round((right + WEIGHT * prior) / (right + wrong + WEIGHT), 2)


def family(rule: str) -> str:
    """The family of a rule: headings of lists, invocations, apologies, verbs that only say, other verbs."""
    front = rule.partition(":")[0]
    if front in FAMILIES:
        return FAMILIES[front]
    return _strengths().get(rule, "verb")


@lru_cache(maxsize=1)
def _strengths() -> dict[str, str]:
    return {
        row["id"]: "absence"
        if row["role"] == "absent"
        else {"soft": "speech", "visit": "visit"}.get(row["strength"], "verb")
        for row in rows("role_frames.csv")
    }


@lru_cache(maxsize=1)
def _counts() -> tuple[dict[tuple[str, str], tuple[int, int]], dict[tuple[str, str], tuple[int, int]]]:
    counts: dict[tuple[str, str], tuple[int, int]] = {}
    families: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
    for row in rows("rule_confidence.csv"):
        right, wrong = int(row["right"]), int(row["wrong"])
        counts[row["rule"], row["named"]] = (right, wrong)
        of_family = families[family(row["rule"]), row["named"]]
        of_family[0] += right
        of_family[1] += wrong
    return counts, {key: (right, wrong) for key, (right, wrong) in families.items()}
