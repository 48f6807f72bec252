"""How dates are printed, one pattern a way, and what any of them holds: looked for first, since most sentences hold no date."""

from __future__ import annotations

import re

from extract.dates_words import DASH, DAY, MONTH, NTH, PART, SHORT_WEEK, WEEK, YEAR

NUMERIC = re.compile(
    rf"(?<![\w/.-])(?P<y>{YEAR})(?P<s>[-/.])(?P<m>\d{{1,2}})(?P=s)(?P<d>\d{{1,2}})(?![\d-]|[/.]\d)"
    r"|(?<!\d)(?P<yc>\d{4})年(?P<mc>\d{1,2})月(?P<dc>\d{1,2})[日号]"
    rf"|(?<![\w/.-])(?P<a>\d{{1,2}})(?P<t>[-/.])(?P<b>\d{{1,2}})(?P=t)(?P<y2>{YEAR})(?![\w/-]|\.\d)"
    r"|(?<![\w/.-])(?P<a3>\d{1,2})/(?P<b3>\d{1,2})/(?P<y3>\d\d)(?![\w/-]|\.\d)"
)
MONTH_DAY = re.compile(
    rf"\b(?:{SHORT_WEEK},?\s+(?:the\s+)?)?(?P<m>{MONTH})(?:\s+(?:the\s+)?|[,.]\s*(?={DAY},\s*{YEAR}\b))(?P<d>{DAY})(?:{NTH}\b)?"
    rf"(?:(?P<dash>{DASH})(?:(?P<m2>{MONTH})\s+)?(?P<d2>{DAY})(?:{NTH}\b)?(?:\s+(?:of\s+)?(?P<m4>{MONTH}))?|\s*(?:and|&)\s*(?:the\s+)?(?:(?P<m3>{MONTH})\s+)?(?P<also>{DAY})(?:{NTH}\b)?(?!\s+(?:{MONTH})))?"
    rf"(?![\d:%]|\.\d|,(?!{YEAR}\b)\d{{3}})(?:(?:,\s*|\s+of\s+|\s+)(?P<y>{YEAR})(?![\d-])|,?\s+(?:of\s+)?(?:this|last)\s+year\b)?"
)
DAY_MONTH = re.compile(
    rf"\b(?:{SHORT_WEEK},?\s+)?(?<![\d,.:])(?P<d>{DAY})(?:{NTH}\b)?"
    rf"(?:\s+(?P<m0>{MONTH}))?(?:{DASH}(?P<d2>{DAY})(?:{NTH}\b)?|\s*(?:and|&)\s*(?:the\s+)?(?P<also>{DAY})(?:{NTH}\b)?)?"
    rf"(?:,\s+|\s+(?:day\s+)?(?:of\s+)?)(?P<m>{MONTH})(?!\w)(?:(?:,|\s+of)?\s+(?P<y>{YEAR})(?![\d-])|,?\s+(?:of\s+)?(?:this|last)\s+year\b)?"
)
NUMBERS = re.compile(
    r"(?:\A|(?<=\n))[ \t]*(?P<m>1[0-2]|[1-9]) (?P<d>3[01]|[12]\d|[1-9]),(?= (?:[A-Z]|the\b))"
)  # '8 17, Lin County held ...': month and day as some translators leave them, at the head of a paragraph
MONTH_ONLY = re.compile(
    rf"\b(?P<m>{MONTH}),?\s+(?:of\s+)?(?P<y>{YEAR})\b(?!-)"
    rf"|(?<=\bin\s)(?P<m1>{MONTH})(?!\s+\d)(?!\w)|\b(?:early|late|mid)[-\s](?P<m2>{MONTH})(?!\s+\d)(?!\w)"
)
DAYS = re.compile(
    rf"(?:\b[Tt]he\s+|(?<=\bon\s)|(?<=\bOn\s)|(?<=\bof\s)|(?<=\()|\b{WEEK}\s+(?:the\s+)?)(?P<d>{DAY})(?P<nth>{NTH})\b(?:(?P<join>{DASH}|\s*(?:and|&)\s*)(?:the\s+)?(?P<d2>{DAY}){NTH}\b)?"
    r"(?P<of>\s+(?:inst|ult)(?:\b\.|ant\b|imo\b)?|\s+of\s+(?:this|last)\s+month\b)?"
)
WEEKDAY = re.compile(
    rf"\b(?:(?P<dir>[Oo]n|[Ll]ast|[Tt]his|[Nn]ext|[Pp]ast)\s+)?{WEEK}(?:(?:{DASH}|\s+and\s+)(?:on\s+)?{WEEK})?\b(?!s\b|\s+(?:School|Times|Market|Mosque|prayers?)|,?\s+(?:the\s+)?(?:{MONTH}|\d))"
)
RELATIVE = re.compile(
    rf"\b(?:yesterday(?:\s+{PART})?|today(?!['’]s\s+(?!meeting|conference|session|event|ceremony|symposium|forum|visit|inspection))"
    rf"|this\s+(?:morning|afternoon|evening)|tonight|last\s+(?:night|evening)|(?:on\s+)?(?:the\s+same|that(?:\s+very)?)\s+(?:day|morning|afternoon|evening|night)"
    rf"|the\s+day\s+before(?:\s+yesterday)?|the\s+(?:previous|following|next)\s+day|tomorrow)\b",
    re.IGNORECASE,
)
VAGUE = re.compile(
    r"\b(?:recently|not\s+long\s+ago|(?:a\s+)?few\s+days\s+ago|the\s+other\s+day|in\s+recent\s+(?:days|weeks)|these\s+days|a\s+few\s+days\s+earlier"
    r"|(?:earlier\s+)?(?:this|last)\s+(?:week|month|year)|a\s+(?:week|month)\s+ago)\b",
    re.IGNORECASE,
)
BEFORE_YEAR = "|".join(
    rf"(?<=\b{word}\s\d\d\d\d)"
    for word in ("in", "of", "since", "by", "until", "from", "year", "In", "Since", "By")
)
# what stands before is looked at behind the year, so that the search runs from figure to figure
YEARS = re.compile(rf"(?P<y>{YEAR})(?:{BEFORE_YEAR})(?:{DASH}(?P<y2>{YEAR}))?(?![\d-])(?!\s+[A-Z])")
DIGIT = re.compile(r"\d")
NAMED_MONTH = re.compile(rf"\b{MONTH}")
FIGURES_APART = re.compile(r"\d[-/.]\d|年")
NTH_DAY = re.compile(r"\d\s?(?:st|nd|rd|th)")
