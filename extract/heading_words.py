"""The lines and words that head a list of people: those of the rule file, and any short line that ends with 'present' or 'absent'."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from corpus.lettertrie import words_pattern
from corpus.needed import Guarded, guarded, small_whole
from corpus.starts import CLAUSE, LINE, matches_at, starts
from extract.roll_posts import post_at
from extract.vocabulary import rows

# what a list without a colon may begin with: 'Present the Mayor and Crs Moss and Bell'
ADDRESSED = r"(?:the )?(?:Mayor|Warden|Chairman|Chairperson|Chair|Reeve|Cllrs?|Councillors?|Crs?|Aldermen|Ald|Messrs|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Rev|Commissioners?|Trustees?|Supervisors?|President)"
INSIDE = "(?:Members |Also |Those |Others? |Staff |MEMBERS |ALSO |OTHERS? |STAFF |Guests )?(?:Present|PRESENT|In Attendance|IN ATTENDANCE|Apologies|APOLOGIES|Absent|ABSENT)(?: Members)?"
"""Headings that may stand in the middle of a line: nothing else is written so before a colon."""
INSIDE_A_LINE = guarded(rf" (?<=[\w)] )(?={INSIDE}[ \t]*:)")
KNOWN_START = re.compile(r"\n|[.\]:—–] ")
"""What stands in front of a heading of the rule file, but for those inside a line."""
GENERIC = guarded(
    r"(?:(?<=\n)|(?<=^)|(?<=\. ))[ \t*#>\-]*((?:[A-Z][\w'’-]*(?:,? [\w'’&/–-]+){0,8}? )?(?P<how>[Pp]resent|[Aa]bsent|[Ee]xcused|[Ii]n [Aa]ttendance|[Nn]ot [Pp]resent|[Aa]ttending|(?:[Vv]ia|[Bb]y|[Oo]n) (?:[Zz]oom|ZOOM|[Tt]eams|[Tt]elephone|[Pp]hone|[Tt]eleconference|[Vv]ideo(?:conference)?|[Ww]ebex|WebEx)|"
    r"appearing before the (?:[\w-]+ ){0,3}[\w-]+))(?: ?\([^()\n]{1,40}\))?[ \t*]*[:：][ \t*]*"
)
"""A heading of up to eight words that no list knows: 'Planning board members present:', 'Other town official present:'."""
FOLLOWING = guarded(
    r"\b(?P<words>(?:the |with the )?following (?:[\w’'-]+ ){0,4}?(?:(?:was|were|being|are) )?(?P<how>(?:not )?(?:present|in attendance)|absent|excused|attended|unable to attend)"
    r"(?: (?:at|for) (?:the |this )?(?:\w+ )?(?:meeting|roll call|session))?) ?:[ \t]*",
    re.IGNORECASE,
)
"""'With the following members present:', 'The following Trustees were absent:': a list may follow in any place of a line."""
TOLD = guarded(
    r"(?:(?<=\n)|(?<=^)|(?<=[.:;] ))[ \t]*(?P<words>(?:also |others? |members |those |staff |trustees |guests |visitors |senators |commissioners |councill?ors |directors |supervisors |representatives )?(?P<how>present|in attendance|attending|absent|excused)"
    r"(?: (?:during|for|at|by|via|on|from|in) [^\n.:;,]{1,60}?)? (?:were|was|included?))(?: the following)?:? ",
    re.IGNORECASE,
)
ROLLED = guarded(
    r"\b(?:(?:a|the) (?P<words>(?:roll|role)[- ]call)(?: of (?:the )?\w+)?: |(?P<called>called (?:the )?roll)[.:;] {1,3})(?=[A-Z])"
)
"""'The Chair opened the meeting, followed by a roll call: A, B and C.'"""
"""'Also present during the meeting were A, B; C, D': a sentence whose list may be read as one under a heading."""
UNSIGNED = guarded(
    r"(?:(?<=\n)|(?<=^))[ \t*]*(?P<words>(?:Board [Mm]embers|Members|Directors|Trustees|Commissioners|Attendees|Participants|Guests|Present|PRESENT|In attendance|Attending)(?: [Pp]resent)?)(?: ?[\[(][^\])\n]{1,40}[\])])?[ \t]+(?!Present|Absent|Excused|In [Aa]ttendance)(?=[A-Z][a-z])"
)
"""'Board Members Ann Low, Carl Moss, Ida Fell' on a line of their own, without a sign; whether it is a list, the list shows."""
INTRODUCED = re.compile(
    r"\b(?P<words>(?:introduced|welcomed|recognized|recognised)(?: (?:the )?following(?: [\w’'-]+){0,4})?) ?:[ \t]*\n"
)
"""'During the meeting the Chair introduced:' above guests, a person a line."""
HEAD = 2000  # letters in which minutes say who was there
MINUTES = guarded(
    r"\b(?:minutes|roll call|call(?:ed)? to order|apologies|regrets|in attendance|also present|(?:members )?(?:absent|excused)(?=[ \t]*:))\b",
    re.IGNORECASE,
)
ITEM = re.compile(r"\n[ \t]*(?:\d{1,2}[.)]|[IVX]{1,4}\.|A\.|CALL TO ORDER|Call to order)", re.IGNORECASE)
LABELLED = guarded(
    r"(?:(?<=\n)|(?<=^))[ \t*#]*(?P<words>(?:[A-Z][\w'’&-]* ){0,4}(?:Board|Selectboard|Selectmen|Council|Committee|Commission|Trustees|Directors|Supervisors|"
    r"Commissioners|Councillors|Members|Staff|Officers|Officials|Administration|(?:Members of (?:the )?)?Public|Police|Residents|Representatives)(?: [Mm]embers)?)\**:\**[ \t]+(?:[-–—][ \t]+)?"
)
BY_LINE = guarded(
    r"\b(?:(?P<who>[Aa]ttended by|[Ii]n attendance were|[Pp]articipants were|[Pp]articipants included|[Pp]resent were|represented as follows|list of (?:those|officials|persons|people) who (?:also )?(?:were |was )?(?:also )?(?:at|attended|present at|in attendance at) [^\n:]{1,40}?)(?: the following[^\n:]{0,120})?"
    r"|(?:[Tt]hose|[Tt]he following)(?: [\w'’-]+){0,3} (?:sworn in|taking the [Oo]ath[^\n:]{0,60}?) (?:were|are|included?))[ \t]*:[ \t]*\n"
)
"""A clause that ends its line with a colon and heads the lines behind it: 'The summit was attended by the following leaders:'."""
PRESIDENT = guarded(
    r"(?<=\n)[ \t]*(?P<words>President)[ \t]*:[ \t]*(?=[^\n]{4,160}\n\s{0,20}(?:PARTICIPANTS|Participants|DELEGATIONS|PRESENT|Present)[ \t]*:?[ \t]*\n)"
)
"""'President: Ann Moss, Minister of Works' right above the heading of those who took part; elsewhere that is an office."""
TABLE = guarded(
    r"(?<=\n)[ \t]*(?P<words>(?:Attendee |Member )?Names?)[ \t]*\n(?=[ \t]*(?:Position|Title|Office|Role|Status|Meeting Status|Present|Attendance|Organi[sz]ation)\b)"
)
"""The head of a table whose cells stand below each other: 'Name' above 'Position' above 'Meeting Status'."""
ONE_OFFICE = re.compile(
    r"(?:(?<=\n)|(?<=^))[ \t*#]*(?P<words>[A-Z][\w/&’'-]*(?: (?:of|for|and|the|&|[A-Z][\w/&’'-]*)){0,6})\**:\**[ \t]+(?=[A-Z])"
)
"""'Designated Federal Officer: Ann Low' on a line of its own behind a list of those present or absent."""
NO_OFFICE = re.compile(
    r"(?:reporter|editor|author|translator|photographer|correspondent|source|applicant|owner|member)s?$",
    re.IGNORECASE,
)
OFFICER = guarded(
    r"(?:(?<=\n)|(?<=^))[ \t*#]*(?P<words>(?:(?:Recording|Corresponding|Acting|Planning Board|Board|Council|Parish|Town|Committee|Commission) )?(?:Secretary|Clerk|Recorder|Scribe|Alternate))\**:\**[ \t]+",
)
"""'Secretary: Ann Low' on a line of its own, at the head of minutes."""
HOW = {
    "present": "attended",
    "in attendance": "attended",
    "attending": "attended",
    "attended": "attended",
    "absent": "absent",
    "excused": "absent",
    "not present": "absent",
    "not in attendance": "absent",
    "unable to attend": "absent",
}
SENTENCE = re.compile(
    r"\b(?:there|were|was|are|is|who|amongst?|with)\b", re.IGNORECASE
)  # no heading: 'There were present:'
BARE = frozenset(
    [
        "Present",
        "PRESENT",
        "Apologies",
        "APOLOGIES",
        "In attendance",
        "In Attendance",
        "IN ATTENDANCE",
        "By invitation",
        "Absent",
        "Attendance",
        "ATTENDANCE",
        "GALLERY",
        "ABSENT",
    ]
)
"""Headings that may stand without a sign before a form of address: 'In attendance Ms C J Bell'."""
APPEARING = "spoke"  # before a board


class Heading(NamedTuple):
    """A heading at `at`, whose list may begin at `end`; `start` is that of the line; `by_line` where a line holds a person."""

    start: int
    at: int
    end: int
    words: str
    role: str
    by_line: bool = False


@lru_cache(maxsize=1)
def _headings() -> tuple[re.Pattern[str], dict[str, str]]:
    roles = {row["heading"]: row["role"] for row in rows("list_headings.csv")}
    words = words_pattern(heading.lower() for heading in roles)
    # A heading stands alone on its line or is followed by a colon; 'present' inside a sentence is neither.
    item = r"(?:[A-Za-z]{0,4}/?\d[\d/().\-]*[a-z]?[.)]?[ \t]+)?"  # the number of an item: '21.44', 'Cou/285/07-08'
    inside = rf"(?-i:(?<=[\w)][ ])(?={INSIDE}[ \t]*:))"
    pattern = re.compile(
        rf"(?:(?<=\n)|(?<=^)|(?<=[.\]] )|(?<=[ap]\.m\. )|(?<=(?i:call): )|(?<=(?i:vote): )|(?<=\.[—–] )|{inside})[ \t*#>\-]*{item}({words})(?:(?=,? (?-i:{ADDRESSED})\b)|(?-i:(?<=[.\]] PRESENT)(?= [A-Z](?:\.|[a-z])))|(?-i:(?<=Also present)\.(?= [A-Z]\w+ [A-Z]))|[ \t*]*[:：][ \t*]*|[ \t]*;[ \t]+(?=[A-Z])|[ \t]*[—–][ \t]*|[ \t]+-[ \t]+|(?-i:(?<=\nPresent)|(?<=\nApologies)|(?<=\nAttendance)|(?<= Received)|(?<= Present))\.[ \t]*\n|[ \t*]*\n)",
        re.IGNORECASE,
    )
    return pattern, roles


def headings_of(text: str) -> list[Heading]:
    """Find the headings of a text, in order; where two overlap the one of the rule file is it."""
    pattern, roles = _headings()
    known = [
        _heading(match, roles[match.group(1).lower()])
        for match in matches_at(pattern, text, _places(text))
        if _heads(match)
    ]
    known += [
        Heading(
            text.rfind("\n", 0, match.start()) + 1,
            match.start(),
            match.end(),
            match.group().split(":")[0],
            "attended",
            by_line=True,
        )
        for match in BY_LINE.finditer(text)
    ]
    more = [
        _heading(match, _said(match))
        for match in _behind(GENERIC, text, CLAUSE)
        if not SENTENCE.search(match.group(1))
    ]
    # 'Regents Present:' is all of its words, not the 'Present:' inside it
    whole = {heading.end: heading.at for heading in more}
    known = [heading for heading in known if whole.get(heading.end, heading.at) >= heading.at]
    starts = {heading.at for heading in known}
    ends = {heading.end for heading in known}
    more += [
        Heading(m.start(), m.start("words"), m.end(), m["words"], role)
        for rule, role in ((TABLE, "attended"), (PRESIDENT, "chaired"))
        for m in _behind(rule, text)
    ]
    more += [
        Heading(m.start(), m.start("words"), m.end(), m["words"], HOW[m["how"].lower()])
        for m in FOLLOWING.finditer(text)
    ]
    more += [
        Heading(m.start(), m.start("words"), m.end(), m["words"], "attended")
        for m in INTRODUCED.finditer(text)
    ]
    return sorted([*known, *(found for found in more if found.at not in starts and found.end not in ends)])


def labelled_lists(text: str) -> list[Heading]:
    """Find the lines at the head of minutes that a body or a group of people labels: 'Select Board: Ann Low, Carl Moss'."""
    if not MINUTES.search(text, 0, HEAD):
        return []
    item = ITEM.search(text)
    stop = item.start() if item else HEAD
    stop = min(stop, HEAD)
    found = [
        Heading(m.start(), m.start("words"), m.end(), m["words"], "attended")
        for rule in (LABELLED, OFFICER)
        for m in _behind(rule, text, end=stop)
    ]
    offices = [
        m
        for m in matches_at(ONE_OFFICE, text, starts(text, LINE, stop), stop)
        if not NO_OFFICE.search(m["words"]) and post_at(text, m.start("words"), m.end("words")) is not None
    ]
    # above the lists it is the head of a letter
    first = min((heading.end for heading in headings_of(text[:stop])), default=stop) if offices else stop
    return found + [
        Heading(m.start(), m.start("words"), m.end(), m["words"], "attended")
        for m in offices
        if m.start() > first
    ]


def told_lists(text: str) -> list[Heading]:
    """Find the sentences that bring in a list as a heading does; whether they do, the list shows."""
    return (
        [
            Heading(m.start(), m.start("words"), m.end(), m["words"], HOW[m["how"].lower()])
            for m in _behind(TOLD, text, CLAUSE)
        ]
        + [
            Heading(m.start(), m.start("words"), m.end(), m["words"], "attended")
            for m in _behind(UNSIGNED, text)
        ]
        + [
            Heading(m.start(), m.start(m.lastgroup), m.end(), m[m.lastgroup], "attended")
            for m in ROLLED.finditer(text)
            if m.lastgroup is not None
        ]
    )


def _behind(
    rule: Guarded, text: str, before: re.Pattern[str] = LINE, end: int | None = None
) -> Iterator[re.Match[str]]:
    """What a rule finds that matches only behind `before`, where the text has a word that it needs."""
    if not rule.possible(small_whole(text)):
        return iter(())
    return matches_at(rule.pattern, text, starts(text, before, end), end)


def _places(text: str) -> list[int]:
    """Where a heading of the rule file may begin."""
    inside = [match.end() for match in INSIDE_A_LINE.finditer(text)]
    places = starts(text, KNOWN_START)
    return sorted({*places, *inside}) if inside else places


def _said(match: re.Match[str]) -> str:
    """The role that an unknown heading says: 'Members not in attendance' are absent."""
    how = match["how"].lower()
    role = "attended" if how.startswith(("via ", "by ", "on ")) else HOW.get(how, APPEARING)
    return "absent" if re.search(r"\bnot\b", match.group(1), re.IGNORECASE) else role


def _heading(match: re.Match[str], role: str) -> Heading:
    return Heading(match.start(), match.start(1), match.end(), match.group(1), role)


def _heads(match: re.Match[str]) -> bool:
    words, whole = match.group(1), match.group()
    if match.string.endswith((".. ", "…. "), 0, match.start(1)):
        return False  # 'Ann Low ..... Absent'
    if not whole.rstrip(" \t*").endswith((":", "：", "—", "–", "-", ";")) and words[:1].islower():
        return False
    if whole.endswith("."):
        return True  # 'Also present. Ann Low, Clerk; Carl Moss, Planner'
    # 'Present the Mayor and Crs Moss and Bell'; 'Chairman Mr Moss opened' heads nothing
    return not whole.endswith(words) or words in BARE
