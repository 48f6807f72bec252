"""Verbs that are not of this world: what will be, should be, was not, had once been, is put off or waited for."""

from __future__ import annotations

import re

from corpus.needed import guarded, small

IRREALIS = re.compile(
    r"(?:\b(?:will|would|shall|should|must|may|might|can|could|need(?:s|ed)? to|(?:look|seek)(?:s|ed|ing)? to|look(?:s|ed|ing)? forward to|ha(?:s|ve) to|had to|"
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
    r"\b(?:has|have|had|having)(?: \w+ly| once| also| repeatedly| always| personally| already)*\s*$"
    r"|\bwho (?:earlier|previously|recently)\s*$",
    re.IGNORECASE,
)
TO_BE = re.compile(r"(?<!said )(?<!known )\bto be\s*$", re.IGNORECASE)
BARE_TO = re.compile(r"\bto\s*$", re.IGNORECASE)
PASSIVE_BE = re.compile(r"\b(?:was|were|is|are|be|been|being)(?: \w+ly| also| jointly)?\s*$", re.IGNORECASE)

OF_A_REPORT = frozenset(["report-passive", "speech-passive"])
"""Frames of a noun: 'a presentation by Low', 'an update from Low': a report is his, whoever reads it."""
PUT_OFF = re.compile(
    r"\b(?:to|will|would|should|could|may|might) (?:table|postpone|defer|schedule|arrange|invite|organi[sz]e|request|seek|plan|have|consider) (?:an?|the|another)(?: \w+)? $",
    re.IGNORECASE,
)
"""'It was decided to table a presentation by Low'."""
TRAVELS = re.compile(r"\b(?:delegations?|teams?|groups?|missions?|part(?:y|ies)|members) [^.;]*$")
"""'A delegation of the council, led by Low, met': it is no sitting of the council."""
AWAITED = re.compile(
    r"\b(?:awaiting|waiting (?:on|for)|outstanding|not yet received)\b[^.;!?]{0,200}$", re.IGNORECASE
)
"""'... was still waiting on these: an update from Low'."""
HAD = re.compile(r"(?:^|[,;] |\bbut |\band )[Hh]ad (?:[A-Z][\w.'’-]* ){1,6}$")
"""'Had X attended the meeting, ...'."""
SUBJECT = r"(?:[^\s,;:]+ ){1,9}(?:[^\s,;:]+, (?:[^\s,;:]+ ){1,7}[^\s,;:]+, (?:\w+ )?)?"
"""The words before a verb, with an apposition: 'X, the mayor of Linhe, '."""
UNSURE = guarded(
    rf"\b(?:whether|if|unless)(?: or not)? {SUBJECT}$|"
    r"\b(?:den(?:y|ied|ies|ying)|rumou?rs?|rumou?red|alleg(?:ed|es|ations?)|claim(?:s|ed)|speculat(?:ed|ion)|suspect(?:s|ed)?|doubt(?:s|ed)?|suggestions|unconfirmed)"
    rf" (?:[a-z]+ ){{0,3}}?that {SUBJECT}$|"
    rf"\b(?:court|trial|jury|prosecutors?|indictment|investigators?) (?:\w+ ){{0,3}}?(?:heard|said|found|alleged|told|stated|showed) that {SUBJECT}$|"
    r"\b(?:reportedly|allegedly|supposedly|purportedly|rumou?redly|apparently|presumably) (?:also |secretly |privately |then )?$",
    re.IGNORECASE,
)
"""What is only asked, denied or said: 'it is not known whether X attended', 'denied that X met', 'reportedly met'."""
REPORT = 260  # letters in front of the noun of a report


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


def is_perfect(before: str) -> bool:
    """Whether 'has' or 'had' stands right before a verb, but for adverbs."""
    low = before.lower()
    return ("ha" in low or "who" in low) and PERFECT.search(before) is not None


def is_infinitive(before: str) -> bool:
    """Whether 'to' stands right before a verb."""
    return before.rstrip()[-2:].lower() == "to" and BARE_TO.search(before) is not None


def is_unreal(before: str, words: str) -> bool:
    """Whether the words before an active verb take it out of this world, or make it a passive."""
    if is_irreal(before):
        return True
    return (
        words.lower().split(" ", 1)[0].endswith("ed")
        and bool(PASSIVE_BE.search(before))
        and not before.rstrip().lower().endswith("being")
    )


def is_unsure(sentence: str, at: int) -> bool:
    """Whether the words before a verb leave open if it was done."""
    low = max(0, at - CLAUSE)
    if UNSURE.search(sentence, low, at) is not None:
        return True
    return sentence.find("ad ", low, at) >= 0 and HAD.search(sentence, low, at) is not None


def not_given(frame: str, sentence: str, at: int) -> bool:
    """Whether the report whose noun stands at `at` is put off, planned or waited for, or the body there is only travelling."""
    if frame == "headed-body":
        return TRAVELS.search(sentence, max(0, at - CLAUSE), at) is not None
    if frame not in OF_A_REPORT:
        return False
    low = max(0, at - REPORT)
    return PUT_OFF.search(sentence, low, at) is not None or AWAITED.search(sentence, low, at) is not None
