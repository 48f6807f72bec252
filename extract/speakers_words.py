"""Words that tell where somebody spoke: at the gathering, in a speech made there, in his turn, or elsewhere."""

from __future__ import annotations

import re

AT_THE_MEETING = re.compile(
    r"^\W*(?:at|during|in|addressing|speaking at) (?:the|this|a|an|today['’]s|yesterday['’]s|\w+day['’]s) (?:\S+ ){0,4}?(?:meeting|conference|symposium|session|forum|ceremony|seminar|summit|event|discussion|debate|talks|briefing|reception|banquet|dinner|luncheon|durbar|audience|celebration)\b",
    re.IGNORECASE,
)
IN_A_SPEECH = re.compile(
    r"^\W*in (?:his|her) (?:(?:welcom\w+|opening|closing|keynote|concluding|congratulatory) )?(?:speech|remarks|address|speeches)"
    r"(?: (?:at|to|during) (?:the|this) (?:\w+ ){0,2}?(?:meeting|conference|teleconference|symposium|forum|session|seminar|ceremony|congress))?,",
    re.IGNORECASE,
)  # opens a sentence behind one that names the gathering: the speech is one made there
OPENS_IT = re.compile(
    r"^\W*(?:in (?:his|her) (?:(?:welcom\w+|opening|keynote) )?(?:statement|speech|remarks|address) (?:at|to|during) the (?:formal |official )?opening(?: (?:ceremony|session))?"
    r"(?: of the (?:\w+ ){0,2}?(?:meeting|conference|session|forum|summit|seminar))?"
    r"|(?:(?:while|when|in) )?welcoming (?:the )?(?:participants|delegates|delegations|members|ministers|guests) to the (?:meeting|conference|session|forum|summit|seminar)"
    r"|(?:(?:while|when|in) )?declaring (?:the|this) (?:meeting|conference|session|forum|summit|seminar) open),",
    re.IGNORECASE,
)  # the words of whoever opens what the sentences before tell of
READ_OUT = re.compile(
    r"\b(?:read|delivered|presented) (?:out )?(?:by|for|on)\b|\brepresented\b", re.IGNORECASE
)
ON_THE_WAY = re.compile(
    r"^\W*(?:[Aa]t|[Ii]n) (?:the |a |an )?(?:[a-z-]+ )?[A-Z\d]"
)  # a stop of a tour opens the sentence
IN_OWN_WORDS = re.compile(
    r",? in (?:the|his|her) (?:opening|welcome|welcoming|closing|concluding|keynote|introductory|inaugural) (?:words?|speech|remarks|address|statement)\b",
    re.IGNORECASE,
)  # behind a name: 'X in her welcome words thanked ...'
CLAUSE = re.compile(r";|,\s+(?:and|while|whereas|but)\s")
REPORTED = re.compile(
    r"[\"“”]|\b(?:that|whether|which|who|whom|whose|because|letters?|e-?mails?|correspondence|report from|petition)\b",
    re.IGNORECASE,
)  # in front of a name: its verb is told by somebody else, or elsewhere
ELSEWHERE = re.compile(
    r"\b(?:told (?:\w+ ){0,3}?(?:reporters?|newsmen|journalists|correspondents?|agency|[A-Z]{3,})|interview\w*|(?:by|over the) (?:phone|telephone)"
    r"|(?:a|his|her) (?:\w+ )?statement|twitter|facebook|weibo|wechat|according to|residents?|villagers?|analysts?|experts?|critics?"
    r"|professor|scholars?|opposition|once|former|the late|meanwhile|earlier|separately|reacting|commenting|outside|named|passer-?by|bystanders?|onlookers?)\b",
    re.IGNORECASE,
)
HERE = re.compile(r"\b(?:here|today|yesterday|\w+day)\b", re.IGNORECASE)
LEARNED = re.compile(
    r"\b(?:universit\w+|institutes?|academy|research\w*|think tank|economists?|specialists?|author|spokes\w+|lawyers?|merchants?|farmers?|"
    r"letters?|e-?mails?|telegrams?|cables?|messages?|tweet\w*|releases?|articles?|columns?|website|blog|petition)\b",
    re.IGNORECASE,
)  # whom a report may quote from anywhere, and what it may quote from
IN_TURN = re.compile(
    r",? (?:in turn|for (?:his|her) part|on (?:his|her) part|in reply|in response|in return|replying),? ",
    re.IGNORECASE,
)  # behind a name: 'X, for his part, thanked ...' answers who spoke before
