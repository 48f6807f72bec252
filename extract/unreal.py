"""Verbs that are not of this world: what will be, should be, was not, had once been."""

from __future__ import annotations

import re

from corpus.needed import small

IRREALIS = re.compile(
    r"(?:\b(?:will|would|shall|should|must|may|might|can|could|need(?:s|ed)? to|(?:look|seek)(?:s|ed|ing)? to|ha(?:s|ve) to|had to|"
    r"(?:is|are|was|were) to|(?:is|are|was|were) (?:expected|scheduled|due|set|going|asked|required|invited|about|supposed|planned|approved|authori[sz]ed|allowed|permitted|cleared|nominated|selected|chosen) to|"
    r"plan(?:s|ned)? to|(?:efforts|bid|readiness|intention|decision|willingness|offer|proposal|invitation) to|hop(?:e|es|ed) to|want(?:s|ed)? to|continue to|strive to|in order to|so as to|refus(?:e|ed) to|"
    r"never|not|n't|without)(?: \w+ly| be| also| personally)?)\s*$",
    re.IGNORECASE,
)
IRREALIS_ENDS = (
    *("will", "would", "shall", "should", "must", "may", "might", "can", "could", "to", "never", "not"),
    *("n't", "without"),
)
"""The words with one of which what IRREALIS finds ends, but for one word behind."""
FUTURE = re.compile(
    r"\b(?:will|shall|(?:is|are) (?:going|set|due|scheduled|expected|slated|planned|likely) to)\b",
    re.IGNORECASE,
)
CLAUSE_END = re.compile(r"[,;:.]\s")
CLAUSE = 160  # letters of a clause before a passive
PERFECT = re.compile(
    r"\b(?:has|have|had|having)(?: \w+ly| once| also| repeatedly| always| personally| already)*\s*$",
    re.IGNORECASE,
)
TO_BE = re.compile(r"(?<!said )(?<!known )\bto be\s*$", re.IGNORECASE)
BARE_TO = re.compile(r"\bto\s*$", re.IGNORECASE)
PASSIVE_BE = re.compile(r"\b(?:was|were|is|are|be|been|being)(?: \w+ly| also| jointly)?\s*$", re.IGNORECASE)


def is_to_come(sentence: str, at: int) -> bool:
    """Whether the clause before a passive tells what is to come: 'will open the fair at a function chaired by'."""
    clause = CLAUSE_END.split(sentence[max(0, at - CLAUSE) : at])[-1]
    return not PASSIVE_BE.search(clause) and FUTURE.search(clause) is not None


def is_irreal(before: str) -> bool:
    """Whether the words in front of a verb say that it is not done: looked for only where one of the last two can."""
    for word in small(before).split()[-2:]:
        if word.endswith(IRREALIS_ENDS):
            return IRREALIS.search(before) is not None
    return False


def is_unreal(before: str, words: str) -> bool:
    """Whether the words before an active verb take it out of this world, or make it a passive."""
    if is_irreal(before):
        return True
    return (
        words.lower().split(" ", 1)[0].endswith("ed")
        and bool(PASSIVE_BE.search(before))
        and not before.rstrip().lower().endswith("being")
    )
