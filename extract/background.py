"""Sentences whose role verb tells of another time or another's words, and so puts nobody at the gathering reported."""

from __future__ import annotations

import re
from functools import cached_property

from corpus.needed import guarded, small
from extract.clause_act import Act
from extract.scenes import VISITS
from extract.sentences_read import SentenceView
from extract.told_besides import ToldBesides

YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
LAST_SEASON = guarded(
    r"(?<!than )(?<!of )(?<!with )(?<!from )(?<!to )(?<!over )(?<!on )(?<!half )(?<!period )(?<!since )\blast (?:year|spring|summer|autumn|fall|winter|(?-i:January|February|April|May|June|July|August|September|October|November|December))\b(?!['’]s)",
    re.IGNORECASE,
)  # 'four fewer than last year' compares, and tells nothing of that year
LAST_SEEN = guarded(
    r"\blast (?:appear(?:ed|ance)|seen|attended|met(?= in | on |,)|held(?= talks)|visited(?= [A-Z]))|\bdied (?:aged|at the age)\b|\bas a young \w+|\b(?:has|have) died\b|\bpassed away\b|\bdecease of\b",
    re.IGNORECASE,
)
DEAD = guarded(r"\bwho died\b")
SPAN_OF_YEARS = guarded(
    r"\b(?:from|between) (?:1[89]|20)\d\d (?:to|until|and|till) (?:(?:1[89]|20)\d\d)\b", re.IGNORECASE
)
EARLIER = (LAST_SEASON, LAST_SEEN, SPAN_OF_YEARS)
READ_FOR = guarded(
    r"\b(?:speech|address|statement|message|remarks|paper|call) (?:\w+ ){0,2}?(?:read|delivered|presented) (?:for (?:him|her)|on (?:his|her) behalf)\b",
    re.IGNORECASE,
)
WROTE = guarded(
    r"\bin (?:his|her|their|its|the|a|an) (?:\w+ )?(?:letter|e-?mail|memo|memorandum|petition|cable|telegram)s?\b",
    re.IGNORECASE,
)
WROTE_FIRST = re.compile(r"\W{0,3}" + WROTE.source, re.IGNORECASE)
LIKE_IT = re.compile(r"\w+ an? (?:similar|earlier|previous) ", re.IGNORECASE)
"""'She chaired a similar meeting on Monday': another one than that reported."""
LETTER_HE = guarded(
    r"\b(?:letter|message|invitation|cable|telegram|report|gift|call)s?(?: that| which)? $", re.IGNORECASE
)  # in front of 'he received from X'
LETTER_FROM = re.compile(
    r"[^\w\s]{0,3}\s{0,9}(?:(?:[A-Z]|\d{1,2})\.\s{0,9})?(?:an? |the )?(?:letter|e-?mail|memo|memorandum|petition|correspondence)s? (?:dated [^.]{3,30} )?(?:was |were )?(?:received )?from\b",
    re.IGNORECASE,
)
RECALLED = guarded(
    r"\b(?:recall(?:ed|s|ing)|remember(?:ed|s)|reminisced|look(?:ed|ing) back)\b", re.IGNORECASE
)
WEEKS_AFTER = guarded(
    r"\b(?:days?|weeks?|months?|years?|hours?|just|shortly|long|soon|comes?|coming|came) (?:after|before|since|until) (?:the )?$",
    re.IGNORECASE,
)
"""In front of whose deed only dates another: 'six weeks after X visited', 'just before X arrived'."""
LAST_MEETING = re.compile(
    r"\bat (?:the|its|their|an?) (?:last|previous|earlier|preceding)(?: (?:week|month)['’]s)? (?:\w+ )?(?:[A-Z]{2,}|meetings?|sessions?|sittings?|council|cabinet)\b"
    r"|\bat (?:the|its|their|an?) [^.;,]{0,60}\b(?:meeting|session|sitting|council|conference|congress|ceremony|summit|forum) "
    r"(?:held |of )?last (?:year|spring|summer|autumn|fall|winter)\b"
)
"""'said at the last council', 'at the opening of the session last year': of another gathering than that reported."""
WHEN = re.compile(r"\W*(?:when|once|back)\b", re.IGNORECASE)
WHO = guarded(r"\bwho (?:\w+ )?$")
LATELY = guarded(
    r"^[^,;.]{0,40}\blast (?:week|month|night)\b|^[^,;.]{0,40}\bearlier this (?:week|month|year)\b",
    re.IGNORECASE,
)
"""Behind the verb of 'the vice president, who was sworn in last week'."""
TOLD_VISIT = guarded(
    r"\b(?:report(?:ed|ing)|brief(?:ed|ing)|updat(?:ed|ing)|inform(?:ed|ing)|reflect(?:ed|ing)|presented|report|feedback)\b[^.;]{0,80}\b(?:on|about|of)\b[^.;]{0,80}"
    r"\b(?:visit|trip|tour|meeting|summit|conference|mission)\b[^.;]{0,120}\bwhere\b[^.;]{0,60}$",
    re.IGNORECASE,
)
"""In front of what only a report tells: 'reported on the visit to the isles, where X met with Y'."""
MET_IN = re.compile(r"[^,;.\n]{0,70}? in ((?:1[89]|20)\d\d)\b")
SINCE_LATELY = guarded(
    r"\b(?:as|since|because) (?:he|she|they) (?:(?:both|all|also|had) )?(?:recently|just) $"
)
STUDIED_FIRST = guarded(
    r"\b(?:stud(?:y|ied)|conveyed|convey|learned|relayed)\b[^;]{0,300}\b(?:spirit|speech(?:es)?|instructions|remarks)\b",
    re.IGNORECASE,
)  # 'held a meeting to study the spirit of ... when X visited the mill'
CLAUSE = 80  # letters behind a verb in which its year stands
BARE_YEAR = guarded(r"\b(?:in|since|until|back in) (?:1[89]|20)\d\d\b", re.IGNORECASE)

IN_CLAUSE = guarded(r"\w (?:when|since|after|before|that|which) $", re.IGNORECASE)
INFORMED = re.compile(
    r"(?:informed|told|briefed|assured|advised|notified) (?:the )?(?:council|cabinet|meeting|committee|board|house|session|assembly)",
    re.IGNORECASE,
)


class Background(ToldBesides):
    """What one report tells besides its gatherings."""

    def _told_of_gathering(self, view: SentenceView, act: Act) -> bool:
        """'She said the commissioner had informed the council that ...': done at the gathering of which she tells."""
        spokesman = any(other.strength == "soft" and other.start < act.start for other in view.acts)
        at_hand = self.scenes.current is not None and self.scenes.current.kind not in VISITS
        return spokesman and at_hand and INFORMED.fullmatch(self.text, act.start, act.end) is not None

    def _read_for(self, number: int, act: Act) -> bool:
        """'X made the call in an address read for him': X was not there; who read it may follow behind 'by'."""
        sentence = self.views[number].sentence
        if LAST_MEETING.search(self.text, sentence.start, act.start):
            return True
        if act.strength == "soft" and (
            WROTE.search(self.text, act.end, min(sentence.end, act.end + CLAUSE))
            or WROTE_FIRST.match(self.text, sentence.start, act.start)
            or LETTER_FROM.match(self.text, sentence.start, sentence.end)
        ):
            return True
        return (
            not act.rule.endswith("-passive")
            and READ_FOR.search(self.text, act.start, sentence.end) is not None
        )

    def _studied(self, view: SentenceView, act: Act) -> bool:
        """'The bureau met to study the spirit of the speech, and X visited the mill': a visit of which the meeting only learned."""
        return act.strength == "visit" and (
            STUDIED_FIRST.search(self.text, view.sentence.start, act.start) is not None
        )

    def _in_passing(self, view: SentenceView, act: Act) -> bool:
        """'The opinions that X put forward when he came to the city in June': a visit told inside a clause, of whom 'he' may be."""
        first = act.entries[0] if act.entries else None
        if act.strength != "visit" or first is None or not first.pronoun:
            return False
        before = self.text[view.sentence.start : first.start]
        return IN_CLAUSE.search(before) is not None

    def _long_ago(self, view: SentenceView, act: Act) -> bool:
        """'visited in 1992', 'last autumn': what the sentence tells was not at the gathering reported."""
        words = self.text[view.sentence.start : view.sentence.end]
        first = min((entry.start for entry in act.entries), default=act.start)
        if LIKE_IT.match(self.text, act.start, view.sentence.end) or (
            act.rule == "meet" and LETTER_HE.search(self.text, max(view.sentence.start, first - 40), first)
        ):
            return True
        ahead = self.text[view.sentence.start : act.start]
        if SINCE_LATELY.search(ahead) or TOLD_VISIT.search(self.text[view.sentence.start : first]):
            return True
        told = (
            MET_IN.match(self.text, act.end, min(view.sentence.end, act.end + CLAUSE))
            if act.rule == "meet"
            else None
        )
        if told is not None and told[1] < self._latest_year:
            return True  # 'heard that X met Y in 2019', in a report of 2023
        if WHO.search(ahead) and LATELY.search(self.text[act.end : act.end + CLAUSE]):
            return True
        if DEAD.search(self.text, first, act.start):
            return True  # 'X, who died on Monday, chaired the congress'
        if WEEKS_AFTER.search(self.text, max(view.sentence.start, first - 40), first):
            return True
        low = small(words)
        years = YEAR.findall(words)
        behind = self.text[act.end : min(view.sentence.end, act.end + CLAUSE)]
        if (
            "who" in low
            and WHO.search(self.text[view.sentence.start : act.start])
            and BARE_YEAR.search(behind)
        ):
            return True  # 'X, who chaired the task force in 2014': what is told of X besides
        if RECALLED.possible(low) and RECALLED.pattern.search(self.text, view.sentence.start, act.start):
            return True
        if any(rule.found_in(words, low) for rule in EARLIER):
            return True
        if self._told_besides(view, act):
            return True
        page = (self.document.published or "")[:4]
        if not page.isdigit():
            # no day on the page: a bare year before the latest one that the report names, or a century ago
            bare = BARE_YEAR.search(words) if years else None
            if bare and act.rule == "report" and act.end <= view.sentence.start + bare.start():
                return False  # 'made a work report about the achievements in 2019'
            return bare is not None and (max(years) < self._latest_year or WHEN.match(words) is not None)
        return bool(years) and max(int(year) for year in years) < int(page) - 1

    @cached_property
    def _latest_year(self) -> str:
        return max(YEAR.findall(self.text), default="")
