"""The headings of the rule file: 'PRESENT:', 'Apologies', on a line of their own, before a sign or inside a line."""

from __future__ import annotations

import re
from functools import lru_cache

from corpus.lettertrie import words_pattern
from corpus.needed import guarded
from corpus.starts import starts
from extract.heading_record import Heading
from extract.vocabulary import rows

# what a list without a colon may begin with: 'Present the Mayor and Crs Moss and Bell'
ADDRESSED = r"(?:the )?(?:Mayor|Warden|Chairman|Chairperson|Chair|Reeve|Cllrs?|Councillors?|Crs?|Aldermen|Ald|Messrs|Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Sir|Rev|Commissioners?|Trustees?|Supervisors?|President)"
INSIDE = "(?:Members |Also |Those |Others? |Staff |MEMBERS |ALSO |OTHERS? |STAFF |Guests )?(?:Present|PRESENT|In Attendance|IN ATTENDANCE|Apologies|APOLOGIES|Absent|ABSENT)(?: Members)?"
"""Headings that may stand in the middle of a line: nothing else is written so before a colon."""
INSIDE_A_LINE = guarded(rf" (?<=[\w)] )(?={INSIDE}[ \t]*:)")
KNOWN_START = re.compile(r"\n|[.\]:—–] ")
"""What stands in front of a heading of the rule file, but for those inside a line."""
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


@lru_cache(maxsize=1)
def heading_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """Build the pattern of all headings of the rule file, and the role that each of them says."""
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


def heading_places(text: str) -> list[int]:
    """List where a heading of the rule file may begin."""
    inside = [match.end() for match in INSIDE_A_LINE.finditer(text)]
    places = starts(text, KNOWN_START)
    return sorted({*places, *inside}) if inside else places


def heading_at(match: re.Match[str], role: str) -> Heading:
    """Make the heading that a match found."""
    return Heading(match.start(), match.start(1), match.end(), match.group(1), role)


def heads_list(match: re.Match[str]) -> bool:
    """Tell whether a match heads a list: by its sign, or by words that may stand without one."""
    words, whole = match.group(1), match.group()
    if match.string.endswith((".. ", "…. "), 0, match.start(1)):
        return False  # 'Ann Low ..... Absent'
    if not whole.rstrip(" \t*").endswith((":", "：", "—", "–", "-", ";")) and words[:1].islower():
        return False
    if whole.endswith("."):
        return True  # 'Also present. Ann Low, Clerk; Carl Moss, Planner'
    # 'Present the Mayor and Crs Moss and Bell'; 'Chairman Mr Moss opened' heads nothing
    return not whole.endswith(words) or words in BARE
