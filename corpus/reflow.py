"""Minutes that a converter has printed on one long line: broken again before headings and numbered items.

A break takes the place of a space, so that no offset moves. Only a text that calls itself a record of a meeting is
touched, and of it only lines far too long for one paragraph of a page.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

from corpus.textrules import rule_rows

LONG = 400
HEAD = 1500  # letters in which minutes say what they are
MINUTED = re.compile(
    r"\b(?:minutes(?! (?:later|past|ago|before|to|after|from|long|walk))|call(?:ed)? to order|roll[- ]?call|regular (?:meeting|session)|"
    r"special (?:meeting|session)|members present|apologies for absence)\b",
    re.IGNORECASE,
)
CAPITALS = re.compile(
    r"(?<= )(?<!(?:Mr|Ms|Dr)\. )(?:\d{1,2}\. |[IVX]{1,4}\. )?[A-Z][A-Z’']+(?![^\W_])(?:[ ,/&–-]{1,3}[A-Z][A-Z’']+(?![^\W_])){0,40}"
)
NUMBERED = re.compile(
    r"(?<=[a-z)\d.!?;:] )(?<!No\. )(?<!Item )(?<!items )(?:\d{1,2}\.(?:\d{1,2}\.?)?|\d{1,2}/) (?=[A-Z][\w’']*[ :.])"
    r"|(?<=[\w)] )(?<!and )(?:[IVX]{1,4}|[A-H])\. (?=(?P<word>[A-Z][\w’']+)\b)"
)
ITEMS = re.compile(
    r"(?<=[\w.)] )(?<!the )(?<!of )(?<!and )(?<!to )(?:Declarations? of Interests?|Matters Arising|Apologies for Absence|Minutes of (?:the )?(?:Previous|Last|January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"|Approval of (?:the )?(?:Minutes|Agenda)|Call to Order|Public (?:Comments?|Participation|Forum)|Any Other Business|Date of (?:the )?Next Meeting|Old Business|New Business|Unfinished Business)(?! of\b)"
)
"""Items of an agenda that nothing else is written like: 'Seconded: Ann Low Declarations of Interest None'."""
OFFICES = re.compile(
    r"(?<=[\w),] )(?<!Senior )(?<!Chief )(?<!Acting )(?<!Deputy )(?<!Assistant )(?<!County )(?<!City )(?<!Town )(?<!Meetings )(?<!Executive )(?<!Administrative )(?<!Planning )(?<!Area )(?<!District )(?=(?:(?:Senior|Chief|Acting|Deputy|Assistant|County|City|Town|Meetings|Executive|Administrative|Planning|Area|District) ){0,3}"
    r"(?:Administrators?|Officers?|Managers?|Directors? of Services?|Planners?|Engineers?|Staff|Secretaries) ?:\s)"
)
"""'... Ann Low Senior Executive Officers: Carl Moss': the office of those behind it."""
CALLED = re.compile(
    r"(?<=[a-z] )(?=(?:Chair(?:man|woman|person)?|Vice[ -]Chair(?:man|woman|person)?|Mayor|President|Moderator|Supervisor|Warden|Reeve)"
    r"(?: [A-Z][\w.’'-]+){1,3} (?:called|opened|convened|declared) )"
)
"""'... Recording Secretary Chairman Moss called the meeting to order': a sentence behind a list that no stop ends."""
TOLD = re.compile(
    r"(?<=[A-Za-z)\]] )(?=Called to order (?:at|by)\b|(?:Also [Pp]resent|Present) (?:were|was|during|for|by)\b|(?:Present|Apologies|In [Aa]ttendance|By invitation|Absent|ATTENDANCE|PRESENT|APOLOGIES|IN ATTENDANCE|GALLERY|ABSENT) "
    r"(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Cllrs?|Crs?|Councillors?|Sir|Chair|Chairman|Chairperson|Commissioners?|Trustees?|Supervisors?|Mayor|President|Members)\b)"
)
"""'... Trustee Ann Low Present were', '... Professor Wright Apologies Mrs Low': a list behind another that no stop ends."""
SPACE = " "
NUMBER_LINE = re.compile(r"\n[ \t]*(\d{1,3})[ \t]*(?=\n)")
FEWEST_NUMBERS = 5


def without_line_numbers(text: str) -> str:
    """Blank the numbers that a page prints beside its lines, where each stands on a line of its own: 1, 2, 3 and so on.

    The lines on both sides then follow each other as they did on the page. The length never changes.
    """
    found = list(NUMBER_LINE.finditer(text))
    if len(found) < FEWEST_NUMBERS:
        return text
    numbers = [int(match.group(1)) for match in found]
    if any(after != before + 1 and after != 1 for before, after in pairwise(numbers)):
        return text
    out = list(text)
    for match in found:
        out[match.start() : match.end()] = SPACE * (match.end() - match.start())
    return "".join(out)


def reflow(text: str) -> tuple[str, bool]:
    """Break the long lines of flattened minutes; the flag says whether any was broken. The length never changes."""
    if not any(len(line) > LONG for line in text.split("\n")) or MINUTED.search(text, 0, HEAD) is None:
        return text, False
    out = [_broken(line) if len(line) > LONG else line for line in text.split("\n")]
    new = "\n".join(out)
    return new, new != text


def _broken(line: str) -> str:
    """Break one line before each list heading, each heading in capitals (and behind it), and each numbered item."""
    agenda = _words("agenda")
    shouted = [match.span() for match in CAPITALS.finditer(line)]
    places: set[int] = {
        match.start() - 1
        for rule in (CALLED, TOLD, ITEMS, OFFICES)
        for match in rule.finditer(line)
        if not any(a < match.start() < b for a, b in shouted)
    }
    capitals = []
    for match in CAPITALS.finditer(line):
        words = re.findall(r"[A-Z’']+", match.group())
        if agenda.isdisjoint(words) or (len(words) < 2 and line[match.end() : match.end() + 1] != ":"):
            continue
        capitals.append((match.start(), match.end()))
        places.add(match.start() - 1)
        if line[match.end() : match.end() + 1] == SPACE and line[match.end() + 1 : match.end() + 2].isalpha():
            places.add(match.end())
    for match in _labels().finditer(line):
        if match["list"] or not any(a < match.start() < b for a, b in capitals):
            places.add(match.start() - 1)
    for match in NUMBERED.finditer(line) if places else ():
        if match["word"] is None or match["word"].upper() in agenda:
            places.add(match.start() - 1)
    return "".join("\n" if at in places and letter == SPACE else letter for at, letter in enumerate(line))


@cache
def _words(kind: str) -> frozenset[str]:
    return frozenset(
        word for row in rule_rows("agenda.csv") if row["kind"] == kind for word in row["words"].split()
    )


@cache
def _labels() -> re.Pattern[str]:
    """A list heading with its colon: 'SENATORS ABSENT:', 'Also present:', 'Note-taker:'."""
    rows = rule_rows("agenda.csv")
    who = "|".join(sorted(_words("who")))
    how = [
        h
        for row in rows
        if row["kind"] == "how"
        for h in ([row["words"]] if row["words"].startswith(("In ", "Not ")) else row["words"].split())
    ]
    labels = [label for row in rows if row["kind"] == "label" for label in row["words"].split(";")]
    lists, others = (
        "|".join(re.escape(words) for words in sorted(found, key=lambda words: (-len(words), words)))
        for found in (how, labels)
    )
    return re.compile(
        rf"(?<=\S )(?<!and )(?<!of )(?<!\d\. )(?=[A-Z])(?i:(?P<list>(?:(?:{who}) ){{0,3}}(?:{lists}))|(?:{others})) ?:(?=\s)"
    )
