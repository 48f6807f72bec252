"""Two people of the network held against each other: the same, different or undecided, with what speaks for and against."""

from __future__ import annotations

from extract.comparison import Comparison
from extract.likeness import WORDS
from extract.records import Records
from graph.known_people import known_of
from graph.undecided_people import names_alike, weighed


def compare_people(records: Records, a: str, b: str) -> Comparison:
    """Compare two people by their ids.

    The same: one person of the network, by the evidence that joined the mentions. Different: one report has both, their names are
    not alike, or they are seen in two places at one time. All else is undecided: `sederunt review` asks about it.
    """
    if a == b:
        told = {
            reason for mention in records.mentions if mention.person_id == a for reason in mention.reasons
        }
        return Comparison(outcome="same", reasons=tuple(sorted(told)))
    known = known_of(records)
    both = sorted({r.document for r in known.seen[a]} & {r.document for r in known.seen[b]})
    _, reasons, against = weighed(known, a, b)
    if both:
        against = [f"one report has both: {both[0]}", *against]
    elif not names_alike(known.people[a], known.people[b]):
        against, reasons = [WORDS[""], *against], reasons[1:]
    elif not any(words.startswith("in both from") for words in against):
        return Comparison(outcome="undecided", reasons=tuple(reasons), against=tuple(against))
    return Comparison(outcome="different", reasons=tuple(reasons), against=tuple(against))
