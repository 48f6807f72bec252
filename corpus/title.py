"""The headline: which lines are headlines, where a headline ends that is glued to something, and what it reads."""

from __future__ import annotations

import re

from corpus.dateline import is_outlet
from corpus.pagedate import MONTH, YEAR

HEADLINE_WORDS = 45
LEAD_WORDS = 70
STOP = re.compile(r"[.!?。！？;:：]['’\"”)\]]*$")
LISTS = re.compile(
    r"\W*(?:(?:those |members |councillors |also |cllrs? )*(?:present|attendance|in attendance|attendees|apolog(?:y|ies)(?: for absence)?|absent|"
    r"excused|on leave|chair(?:man|person|woman)?|in the chair|members|venue|date|time|place|agenda|item \d+)\s*(?:[:：–—(-]|$)"
    r"|(?:councillors?|cllrs?|messrs|mr|mrs|ms)\b)",
    re.IGNORECASE,
)
LABELLED = re.compile(r"\W*[A-Z][\w ]{0,40}[:：]\s*\S")
DATE_ONLY = re.compile(
    rf"(?:\w+day,?\s)?(?:the\s)?[\d\s,./:-]*(?:st|nd|rd|th)?\s?(?:{MONTH})?\.?[\d\s,./:-]*(?:st|nd|rd|th)?,?[\d\s]*",
    re.IGNORECASE,
)
SUFFIX = re.compile(r"\s*[-–—_|]+\s*(?P<name>[^-–—_|]{2,40})$")
SECTIONS = re.compile(
    r"(?:(?:rolling|scrolling|local|top|latest|domestic|china|current|political|hot)\s+)?(?:news|politics|current affairs|home|headlines|china)",
    re.IGNORECASE,
)
MINUTES_OF = re.compile(
    rf"\s*(?:Draft\s+)?(?:Minutes|Record|Report)\s+of\s+(?:the|a|an)\s[^.\n:;]{{5,140}}?(?:(?i:{MONTH})\.?\s\d{{1,2}}(?:\s?[-–]\s?\d{{1,2}})?,?\s{YEAR}|\d{{1,2}}(?:st|nd|rd|th)?\s(?i:{MONTH})\s{YEAR})(?=\s[A-Z])"
)


def fold(words: str) -> str:
    """Letters and digits in lower case: two headlines that fold alike are one."""
    return re.sub(r"[\W_]+", "", words.lower())


def looks_like_headline(line: str) -> bool:
    """True for a line without a full stop that is no list, no label and not too long."""
    words = line.split()
    return (
        0 < len(words) <= HEADLINE_WORDS
        and not STOP.search(line.rstrip())
        and not LISTS.match(line)
        and not re.search(r"[a-z]{2}[.;] [A-Z]", line)
        and sum(character.isalpha() for word in words for character in word) > 5
        and not DATE_ONLY.fullmatch(line.strip())
    )


def is_summary(line: str, following: str) -> bool:
    """True for a first line that the paragraph behind it repeats word for word: a headline that is a sentence."""
    own = fold(line)
    return len(own) > 30 and len(line.split()) <= LEAD_WORDS and own in fold(following[:6000])


def is_subtitle(line: str) -> bool:
    """True for a line that may stand between the headline and the first paragraph."""
    return looks_like_headline(line) and not LABELLED.match(line) and len(line.split()) <= 30


def minutes_title(text: str, start: int, end: int) -> int:
    """Where 'Minutes of the ... October 3, 2000' ends that opens a paragraph; `start` if it does not."""
    match = MINUTES_OF.match(text, start, min(end, start + 260))
    return match.end() if match else start


def site_suffix(line: str) -> tuple[int, str]:
    """Where the site's name begins that follows a headline (its length if there is none), and the outlet."""
    end, source = len(line.rstrip()), ""
    while True:
        match = SUFFIX.search(line, 0, end)
        if match is None:
            break
        name = match.group("name").strip()
        if not is_outlet(name) and not SECTIONS.fullmatch(name):
            break
        if len(line[: match.start()].split()) < 3:
            break
        if is_outlet(name) and not SECTIONS.fullmatch(name):
            source = name
        end = match.start()
    return end, source
