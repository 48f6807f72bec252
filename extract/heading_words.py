"""The headings above lists of people: those of the rule file, and any short line that ends with 'present' or 'absent'."""

from __future__ import annotations

import re

from corpus.needed import guarded
from corpus.starts import CLAUSE, matches_at
from extract.heading_record import HOW, Heading, tried_behind
from extract.heading_rules import heading_at, heading_pattern, heading_places, heads_list

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
INTRODUCED = re.compile(
    r"\b(?P<words>(?:introduced|welcomed|recognized|recognised)(?: (?:the )?following(?: [\w’'-]+){0,4})?) ?:[ \t]*\n"
)
"""'During the meeting the Chair introduced:' above guests, a person a line."""
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
SENTENCE = re.compile(
    r"\b(?:there|were|was|are|is|who|amongst?|with)\b", re.IGNORECASE
)  # no heading: 'There were present:'
APPEARING = "spoke"  # before a board


def headings_of(text: str) -> list[Heading]:
    """Find the headings of a text, in order; where two overlap the one of the rule file is it."""
    pattern, roles = heading_pattern()
    known = [
        heading_at(match, roles[match.group(1).lower()])
        for match in matches_at(pattern, text, heading_places(text))
        if heads_list(match)
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
        heading_at(match, _said(match))
        for match in tried_behind(GENERIC, text, CLAUSE)
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
        for m in tried_behind(rule, text)
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


def _said(match: re.Match[str]) -> str:
    """The role that an unknown heading says: 'Members not in attendance' are absent."""
    how = match["how"].lower()
    role = "attended" if how.startswith(("via ", "by ", "on ")) else HOW.get(how, APPEARING)
    return "absent" if re.search(r"\bnot\b", match.group(1), re.IGNORECASE) else role
