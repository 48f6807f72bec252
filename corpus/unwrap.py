"""Hard-wrapped lines: join them where a page was clearly cut at a column, and nowhere else.

In wrapped text a line ends where the next word would not have fitted: line + space + next word is wider than the
widest line. That holds for nearly every break inside a paragraph of wrapped text, and for few breaks of a list, of headings
or of news with one paragraph a line. The break becomes a space, so that no offset moves.
"""

from __future__ import annotations

import re
from itertools import pairwise

NARROWEST, WIDEST = 40, 132
NARROW = 24
SMALL_WORD = re.compile(r"(?:and|or|of|to|in|the|by|for|with|which|that|was|were|had|at|from|on|held) \S")
ENDS = re.compile(r"[.!?:;。！？：；]['’\"”)\]]*$")
SHORT_WORD = re.compile(
    r"(?:^|[\s.(])(?:Dr|Prof|Mr|Mrs|Ms|Hon|Rt|Gen|Col|Maj|Lt|Sen|Rev|Sir|St|Amb|[A-Z])\.$"
)
"""What ends a line with a stop and no sentence: 'the Prime Minister, Dr.', 'Kenny D.'."""
HEADING = re.compile(
    r"\W*(?:[A-Z]{3,}|\d{1,3}(?:[.)]|(?:\.\d{1,2}){1,3}(?! ?[ap]\.?m\b)\.?)\s|[-*•■□]\s|(?:Present|Absent|Apologies|In attendance)\b)"
)
PROSE = re.compile(r"[a-z\d]\. [A-Z][^.]{8,}$")  # a sentence has ended on the line and another begun
PROSE_LINE = re.compile(r"[A-Z]?[\w'’-]*,? [a-z]")
NAME_CUT = re.compile(
    r"[,;] (?:and )?(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor|Prof|Professor|Sir|Rev)\.?(?: [A-Z]\.?){1,3}|(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Sir|Rev)\.?)$"
)
LISTED = re.compile(r"(?:, [A-Z][\w.’'-]+ [A-Z][\w.’'-]+){2}, [A-Z][a-z]+$")
LISTED_BY = re.compile(r"(?:^\s*|[:;] ?)[A-Z][^;:.]*[;,] (?:[A-Z][\w.’'-]+ ){0,5}[A-Z][a-z]+$")
LISTED_BY_ON = re.compile(r"[A-Z][\w’'-]+(?:;|, and ) ?[A-Za-z]")
"""'Present: Ann Low; Glenn Cook; Joe' / 'Wozniak; Carl Moss': the line ends inside a name of a list."""
LISTED_ON = re.compile(r"[A-Z][\w’'-]+(?:, | and |$)")
OFFICE_ON = re.compile(r"\([A-Z][\w .’'-]{2,40}\)(?:[,;.]|$)")
"""'..., Andrew Low' / '(Chair), David Moss': the line ends between a name and its post."""
OFFICE_OF = re.compile(r"[A-Z][\w.’'-]* [A-Z][\w’'-]+$")
PROFESSOR = re.compile(r", (?:Professor|Prof\.?|Councillor)$")
INITIALED = re.compile(r"[A-Z]\.? [A-Z][a-z]")
NAME_REST = re.compile(r"[A-Z](?:[a-z’'-]|\.? [A-Z])")
STRAY = re.compile(r"[ \t]*[,;] ?\w")
"""A line that begins with the comma of the one before it: 'including Ann Low' / ', Glenn Cook'."""
SHARE = 0.85
SMALL = 0.25  # of the lines of wrapped prose begin with a small letter, of a list's entries few or none
FEWEST = 3
RAGGED = (
    8  # breaks of a text that was wrapped by eye or in letters of uneven width: its lines are never short
)
SHORTEST = 0.7  # of the widest line
OFTEN = 0.4  # of the lines of such a text begin with a small letter
MANY = 5  # breaks, each of them at the column, that need no small letters


def unwrap(text: str) -> tuple[str, bool]:
    """Join hard-wrapped lines; the flag says whether any was joined. The length never changes."""
    lines = text.split("\n")
    width = _column(lines)
    ragged = 0 if width else _ragged(lines)
    inside = _inside_paragraphs(lines)
    out = [lines[0]]
    joined = False
    for number, (before, line) in enumerate(pairwise(lines), 1):
        cut = (
            number in inside
            or (before.strip() and STRAY.match(line))
            or (ragged and _is_cut(before.rstrip(), line.strip(), ragged))
        )
        if cut or _goes_on(before.rstrip(), line.strip(), width):
            out.append(" " + line)
            joined = True
        else:
            out.append("\n" + line)
    return "".join(out), joined


def _column(lines: list[str]) -> int:
    """The column at which the text was wrapped; 0 if it was not."""
    breaks = [
        (before.rstrip(), line.strip())
        for before, line in pairwise(lines)
        if len(before) >= NARROWEST and line.strip() and not ENDS.search(before.rstrip()[-4:])
        if not (before.isupper() or HEADING.match(line.strip()))
    ]
    if len(breaks) < FEWEST:
        return 0
    width = max(len(line.rstrip()) for line in lines)
    if width > WIDEST:
        return 0
    full = sum(_full(before, line, width) for before, line in breaks)
    small = sum(line[0].islower() for _, line in breaks)
    if full == len(breaks) >= MANY and any(PROSE.search(before) for before, _ in breaks):
        return width  # minutes full of names: hardly a line begins with a small letter
    return width if full >= SHARE * len(breaks) and small >= SMALL * len(breaks) else 0


def _ragged(lines: list[str]) -> int:
    """The width of a text whose lines were cut near a column, not at it; 0 if they were not."""
    width = max(len(line.rstrip()) for line in lines)
    breaks = [
        (before.rstrip(), line.strip())
        for before, line in pairwise(lines)
        if before.strip() and line.strip() and not ENDS.search(before.rstrip()[-4:])
    ]
    if not NARROWEST <= width <= WIDEST or len(breaks) < RAGGED:
        return 0
    long = sum(len(before) >= SHORTEST * width for before, _ in breaks)
    small = sum(line[0].islower() for _, line in breaks)
    return width if long >= SHARE * len(breaks) and small >= OFTEN * len(breaks) else 0


def _inside_paragraphs(lines: list[str]) -> frozenset[int]:
    """The lines that go on a paragraph cut at no column: no line of it ends a sentence but the last, most go on in small letters.

    'On the morning of May 18, Ma / Shengming, deputy secretary of the Party / committee and governor, presided over ...'
    """
    inside: set[int] = set()
    first = 0
    for at in range(len(lines) + 1):
        if at < len(lines) and lines[at].strip():
            continue
        block = [line.strip() for line in lines[first:at]]
        if len(block) > FEWEST + 1 and HEADING.match(block[0]) and not ENDS.search(block[0][-4:]):
            first, block = first + 1, block[1:]  # '3.1 Street lights' above the paragraph
        if len(block) >= FEWEST + 1 and _is_paragraph(block):
            inside.update(range(first + 1, at))
        first = at + 1
    return frozenset(inside)


def _is_paragraph(block: list[str]) -> bool:
    breaks = len(block) - 1
    small = sum(line[0].islower() for line in block[1:])
    words = sum(len(line.split()) for line in block[:-1])
    return (
        ENDS.search(block[-1][-4:]) is not None
        and not any(ENDS.search(line[-4:]) or HEADING.match(line) or line.isupper() for line in block[:-1])
        and small >= OFTEN * breaks
        and NARROWEST // 8 * breaks <= words
        and max(len(line) for line in block) <= WIDEST
    )


def _is_cut(before: str, line: str, width: int) -> bool:
    return (
        len(before) >= SHORTEST * width
        and bool(line)
        and not ENDS.search(before[-4:])
        and not HEADING.match(line)
        and not before.isupper()
    )


def _full(before: str, line: str, width: int) -> bool:
    return len(before) + 1 + len(line.split(None, 1)[0]) > width - 2


def _goes_on(before: str, line: str, width: int) -> bool:
    if not before or not line:
        return False
    if NAME_CUT.search(before[-40:]) and NAME_REST.match(line):
        return True  # 'Dr J' / 'Burrows, Professor A': the line ends inside a name
    if LISTED.search(before[-120:]) and LISTED_ON.match(line):
        return True  # 'Ann Low, Ian Fell, James' / 'LaVeck, Carl Moss'
    if LISTED_BY.search(before[-160:]) and LISTED_BY_ON.match(line):
        return True
    if OFFICE_ON.match(line) and OFFICE_OF.search(before[-40:]) and ("," in before or ":" in before):
        return True
    if PROFESSOR.search(before[-14:]) and INITIALED.match(line):
        return True
    if ENDS.search(before[-4:]) and not (width and SHORT_WORD.search(before[-6:])):
        return False
    if width and len(before) >= NARROWEST and _full(before, line, width) and not HEADING.match(line):
        return True
    # no column, but prose that stops in mid sentence before more prose
    prose = len(before) >= NARROWEST and PROSE.search(before) and ENDS.search(line[-4:])
    if prose and (before[-1].isalpha() or before[-1] == ",") and PROSE_LINE.match(line):
        return True
    if len(before) >= NARROW and line[0].islower() and SMALL_WORD.match(line):
        return True  # an old hand: lines of 25 letters, the next begins with 'and' or 'of'
    if (
        len(before) >= NARROW
        and before[-1] == ","
        and before.count(" ") >= FEWEST
        and not HEADING.match(line)
    ):
        return True  # a comma never ends a paragraph
    # no column, but a line that stops in mid clause and one that begins with a small letter
    cut = len(before) >= NARROWEST and (before[-1].islower() or before[-1] == ",")
    return cut and line[0].islower() and not re.match(r"[a-z]{1,3}[.)]\s", line)
