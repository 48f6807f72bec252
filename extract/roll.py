"""Attendance lists read part by part, where every part is understood: lines and columns of names with posts on either side.

The list grammar of `extract.headings` reads a list up to the first word that it does not know. This reader knows less of
grammar and more of lists: it takes a line only if each part of it is a name, a post or an affiliation.
"""

from __future__ import annotations

import re

from extract.list_record import Entry
from extract.names_lexicon import honorifics
from extract.roll_entries import entries_of
from extract.roll_inverted import turned_part, turned_segments
from extract.roll_lines import line_parts, post_alone
from extract.told_lines import tells

SENTENCE_END = re.compile(r"(?:(?<=[a-z)][a-z)])|(?<=[-–] \d))\.(?=\s+(?!Also:|Also present:)[A-Z\d]|\s*$)")
OPENING = re.compile(
    r" (?=(?:The|This) (?:(?:regular|special|monthly|public) )?(?:meeting|session|hearing) (?:was|came|began|opened|convened)\b|Meeting (?:was )?called to order\b)"
)
"""Words with which the talk begins, right behind a list in minutes whose lines are lost."""
EMPTY = re.compile(
    r"[\s_=*–—.-]*|\s*(?:\d{1,3}|[Pp]age \d{1,3}(?: of \d{1,3})?|Official|OFFICIAL|Confidential|CONFIDENTIAL|DRAFT|Draft)\s*|\s*\([^()\n]*\)\s*|[ \t]*[A-Z][^\d\n]{3,60}(?:\(\w+ \d\): )?\d{1,3} \(out of \d{1,3}\)\s*"
)
COLUMNS = re.compile(
    r"\s*(?:(?:attendee|member|name|title|position|meeting|college|department|status|arrived|departed|organi[sz]ation|present|absent|role|representing|affiliation|term|expires|p/a|attendance|seat|district|ward)s?[\s|/]*){1,8}",
    re.IGNORECASE,
)
"""The heads of the columns of a table: 'Name Title Status Arrived'."""
STATUS = re.compile(
    r"\s*(?:present|absent|excused|regrets|not present|attended|here|unexcused|late|arrived late|x|p|a|e)\s*",
    re.IGNORECASE,
)
HERE = frozenset(["present", "attended", "here", "late", "arrived late", "x", "p"])
SHORTENED = re.compile(
    r"\b(?:Supt|Ass[’']?t|Dept|Mrs?|Ms|Dr|Prof|Rev|Sgt|Lt|Capt|Col|Gen|Hon|[JS]r|St|Alt|Ald|Cllrs?|Crs?|Atty|Sec|Treas|Dir|Dist|Insp|Messrs|Gov|Sen|Rep|Pres|Adm|Eng|Comm|Mgr|Admin|Jas|Chas|Wm|Geo|Thos|Robt|Edw|Jno|Jos|Alex|Benj|Saml|Danl|Ms|Fr|Fl|Flt|Cmdr|Maj|Supv|Comr|Chmn|Div)$"
)


def read_roll(text: str, start: int, limit: int) -> tuple[tuple[Entry, ...], int]:
    """Read the list from `start` on, line by line, up to the first line that is not understood; () where none is."""
    parts = [part for span in turned_segments(text, start, limit) if (part := turned_part(text, *span))]
    end = at = max([start, *(part.end for part in parts)])
    while at < limit:
        stop = text.find("\n", at, limit)
        stop = limit if stop < 0 else stop
        if not (EMPTY.fullmatch(text, at, stop) or COLUMNS.fullmatch(text, at, stop)):
            if parts and tells(text, at + len(text[at:stop]) - len(text[at:stop].lstrip(" \t*•-"))):
                break
            full = _stop_in(text, at, stop)
            closed = full is not None
            stopped = full.start() if full else stop
            found = line_parts(text, at, stopped) or (post_alone(text, at, stopped) if parts else None)
            told = STATUS.fullmatch(text, at, stop) if parts else None
            if told is not None:
                named = next((part for part in reversed(parts) if part.names), parts[-1])
                named.status = "attended" if told.group().strip().lower() in HERE else "absent"
                found = []
            elif found is None and parts and _before_status(text, stop, limit):
                found = []  # a cell of a table that says whom the one above is of
            if found is None:
                break
            parts += found
            end = full.start() if full else stop
            row = sum(len(part.names) for part in found)
            rest = line_parts(text, end + 1, stop) if full and text[end + 1 : stop].strip() else None
            office = (
                post_alone(text, end + 1, stop) if full and found and not rest and parts[-1].names else None
            )
            if office:
                parts, end = parts + office, stop  # 'Mr S. Low. Senior Engineer'
            elif rest and sum(len(part.names) for part in rest) == 1:
                parts, end = parts + rest, stop  # 'Ann Low, Carl Moss. Ian Fell (Acting)'
            elif closed and (text[end + 1 : stop].strip() or row > 1):
                break
        at = stop + 1
    entries = entries_of(text, parts)
    return (entries, end) if entries else ((), start)


def _stop_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The stop that ends a list on its line: not that of 'Supt.' or 'Dist.'."""
    told = OPENING.search(text, start, end)
    end = told.start() if told else end
    for found in SENTENCE_END.finditer(text, start, end):
        word = text[max(start, found.start() - 8) : found.start()].split(" ")[-1].lstrip("(,;")
        if not SHORTENED.search(word) and f"{word}." not in honorifics():
            return found
    return told


def _before_status(text: str, at: int, limit: int) -> bool:
    """Whether the next line that says something is a status alone."""
    lines = (line for line in text[at:limit].split("\n") if line.strip())
    return STATUS.fullmatch(next(lines, "")) is not None
