"""Attendance lists read part by part, where every part is understood: lines and columns of names with posts on either side.

The list grammar of `extract.headings` reads a list up to the first word that it does not know. This reader knows less of
grammar and more of lists: it takes a line only if each part of it is a name, a post or an affiliation.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from extract.list_record import Entry
from extract.names_span import NameSpan
from extract.posts import PostPhrase
from extract.roll_brackets import BRACKETS
from extract.roll_names import SUFFIX, is_given
from extract.roll_parts import part_at
from extract.roll_posts import post_at
from extract.roll_record import Part, trimmed
from extract.vocabulary import vocabulary

SIGN = re.compile(r"[;,]\s*(?:and\s+|&\s+)?|\s+(?:and|&)\s+|\.\s+Also(?: present)?:\s+")
SENTENCE_END = re.compile(r"(?<=[a-z)][a-z)])\.(?=\s+(?!Also:|Also present:)[A-Z\d]|\s*$)")
EMPTY = re.compile(r"[\s_=*–—.-]*|\s*\([^()\n]*\)\s*")
COLUMNS = re.compile(
    r"\s*(?:(?:attendee|member|name|title|position|meeting|college|department|status|arrived|departed|organi[sz]ation|present|absent|role|representing|affiliation)s?[\s|/]*){1,8}",
    re.IGNORECASE,
)
"""The heads of the columns of a table: 'Name Title Status Arrived'."""
NOBODY = re.compile(
    r"\W*(?:none|nil|n/?a|-+|no one|nobody|no apologies|no (?:working )?(?:rep|representative|member|cc|quorum)s?|vacant|vacancy)\W*",
    re.IGNORECASE,
)
LABEL = re.compile(r"[A-Z][^:;\n]{1,60}:[ \t]+(?=\S)")
MOST_WORDS = 8  # of an affiliation
ITEM = re.compile(r"\s*(?:\d{1,2}[.)]|[a-z][.)]|[*•·●▪–-])?\s*")
SEAT = re.compile(r"(?:District|Ward|Seat|Place|Position|Area|Zone|Precinct|Term)\b", re.IGNORECASE)
STATUS = re.compile(
    r"\s*(?:present|absent|excused|regrets|not present|attended|here|unexcused|late|arrived late|x|p|a|e)\s*",
    re.IGNORECASE,
)
HERE = frozenset(["present", "attended", "here", "late", "arrived late", "x", "p"])
SHORTENED = re.compile(
    r"\b(?:Supt|Ass[’']?t|Dept|Mrs?|Ms|Dr|Prof|Rev|Sgt|Lt|Capt|Col|Gen|Hon|[JS]r|St|Ald|Cllr|Atty|Sec|Treas|Dir|Dist|Insp|Messrs|Gov|Sen|Rep|Pres|Adm|Eng|Comm|Mgr|Admin)$"
)
MANY_SINGLE = 0.3  # of the names of a list of surnames
FEW = 2  # names of which a list of bare surnames has at least so many


def read_roll(text: str, start: int, limit: int) -> tuple[tuple[Entry, ...], int]:
    """Read the list from `start` on, line by line, up to the first line that is not understood; () where none is."""
    parts: list[Part] = []
    end = at = start
    while at < limit:
        stop = text.find("\n", at, limit)
        stop = limit if stop < 0 else stop
        if not (EMPTY.fullmatch(text, at, stop) or COLUMNS.fullmatch(text, at, stop)):
            full = _stop_in(text, at, stop)
            closed = full is not None
            stopped = full.start() if full else stop
            found = line_parts(text, at, stopped) or (_post_alone(text, at, stopped) if parts else None)
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
            if closed and (text[end + 1 : stop].strip() or row > 1):
                break
        at = stop + 1
    entries = _entries(text, parts)
    return (entries, end) if entries else ((), start)


def _stop_in(text: str, start: int, end: int) -> re.Match[str] | None:
    """The stop that ends a list on its line: not that of 'Supt.' or 'Dist.'."""
    for found in SENTENCE_END.finditer(text, start, end):
        if not SHORTENED.search(text, max(start, found.start() - 8), found.start()):
            return found
    return None


def _before_status(text: str, at: int, limit: int) -> bool:
    """Whether the next line that says something is a status alone."""
    lines = (line for line in text[at:limit].split("\n") if line.strip())
    return STATUS.fullmatch(next(lines, "")) is not None


def line_parts(text: str, start: int, end: int) -> list[Part] | None:
    """The parts of one line, or None where one of them is not understood."""
    item = ITEM.match(text, start, end)
    start = item.end() if item else start
    if NOBODY.fullmatch(text, start, end):
        return [Part(start, end)]
    parts = _parted(text, start, end)
    if parts is None and (label := LABEL.match(text, start, end)):
        # 'Select Board: Ann Low, Carl Moss', 'Elm Ward: no one'
        empty = NOBODY.fullmatch(text, label.end(), end) is not None
        parts = [Part(start, end)] if empty else _parted(text, label.end(), end)
    return parts


def _parted(text: str, start: int, end: int) -> list[Part] | None:
    """The parts of a line between its semicolons and commas."""
    parts: list[Part] = []
    at = start
    signs = _signs(text, start, end, ";.")
    for stop, following in [*signs, (end, end)]:
        a, b = trimmed(text, at, stop)
        at = following
        if a >= b:
            continue
        segment = _segment(text, a, b) or (_with_affiliation(text, a, b) if signs else None)
        if segment is None:
            return None
        parts += segment
    return _in_order(parts)


def _with_affiliation(text: str, start: int, end: int) -> list[Part] | None:
    """'Ann Low, Elm American News' between semicolons: a name whose first word is known, and whom it is of in any words."""
    comma = text.find(",", start, end)
    part = part_at(text, *trimmed(text, start, comma)) if comma > 0 else None
    if part is None or len(part.names) != 1 or not is_given(part.names[0].name.split()[0]):
        return None
    rest = text[comma + 1 : end]
    return [part] if "," not in rest and len(rest.split()) <= MOST_WORDS else None


def _post_alone(text: str, start: int, end: int) -> list[Part] | None:
    """A line that holds the post of whoever stands on the line above, and nothing else."""
    comma = text.find(",", start, end)
    opening = part_at(text, *trimmed(text, start, comma)) if comma > 0 else None
    part = part_at(text, *trimmed(text, start, end))
    if opening is not None and opening.names:
        return None
    alone = part is not None and not part.names and bool(part.posts) and not part.plural
    return [part] if part is not None and alone else None


def _segment(text: str, start: int, end: int) -> list[Part] | None:
    """The parts between two semicolons: divided at commas and 'and', or a name and all that follows it."""
    signs = _signs(text, start, end, ",a&")
    if len(signs) == 1 and text[signs[0][0]] != ",":
        whole = part_at(text, start, end)
        single = whole is not None and len(whole.names) == 1 and whole.prefix
        if whole is not None and single and _one_post(text, start, whole, signs[0]):
            return [whole]
    parts: list[Part] = []
    at = start
    for stop, following in [*signs, (end, end)]:
        a, b = trimmed(text, at, stop)
        at = following
        if not text[a:b].strip(" )]"):
            continue
        part = part_at(text, a, b)
        if part is None and (several := _by_brackets(text, a, b)):
            parts += several
            continue
        if part is None:
            parts = []
            break
        if _is_field(part, parts):
            part = Part(a, b, aside=True, words=text[a:b])
        parts.append(part)
    led = len(parts) > FEW and parts[0].plural and bool(parts[1].names) and bool(parts[1].names[0].honorific)
    if parts and (parts[0].names or led or len(parts) == 1 or all(part.aside for part in parts)):
        return parts
    if not signs:
        return _by_brackets(text, start, end)
    first = next((sign for sign in signs if text[sign[0]] == ","), None)
    if first is None:
        whole = part_at(text, start, end)
        return [whole] if whole is not None and len(whole.names) == 1 else None
    return _with_all_behind(text, start, end, first)


def _by_brackets(text: str, start: int, end: int) -> list[Part] | None:
    """'Mr A Low Dr B Moss (Chair) Ms C Bell': names run together, and brackets that tell more of the one before them."""
    parts: list[Part] = []
    at = start
    for stop in [*(found.end() for found in BRACKETS.finditer(text, start, end)), end]:
        a, b = trimmed(text, at, stop)
        at = stop
        if a >= b:
            continue
        part = part_at(text, a, b)
        if part is None or not part.names:
            return None
        parts.append(part)
    return parts if len(parts) > 1 else None


def _is_field(part: Part, before: list[Part]) -> bool:
    """Whether one word behind a post is its field: 'Ann Low, Vice President, Facilities'."""
    single = len(part.names) == 1 and part.names[0].style == "single" and not part.posts
    return (
        single and bool(before) and bool(before[-1].posts) and not before[-1].names and not before[-1].plural
    )


def _one_post(text: str, start: int, whole: Part, sign: tuple[int, int]) -> bool:
    """'Vice President Sports and Societies Ann Low': one post with 'and' in it, no name before it and no title behind."""
    before = part_at(text, *trimmed(text, start, sign[0]))
    behind = text[sign[1] :].split(None, 1)[0].lower()
    named = before is not None and any(name.style != "single" for name in before.names)
    return not named and (behind,) not in vocabulary().titles and sign[1] < whole.names[0].start


def _with_all_behind(text: str, start: int, end: int, comma: tuple[int, int]) -> list[Part] | None:
    """'Ann Low, Director, Community Relations': one name and its post, however many commas that has; no further name."""
    part = part_at(text, *trimmed(text, start, comma[0]))
    post = post_at(text, comma[1], end)
    if part is None or len(part.names) != 1 or part.posts or post is None or post.plural:
        return None
    for stop, following in [*_signs(text, comma[1], end, ","), (end, end)]:
        inner = part_at(text, *trimmed(text, comma[1], stop))
        if inner is not None and inner.names:
            return None
        comma = (stop, following)
    part.posts.append(replace(post, body=post.body.lstrip(", ")))
    part.end = end
    return [part]


def _signs(text: str, start: int, end: int, kinds: str) -> list[tuple[int, int]]:
    """Where the signs of `kinds` divide a line, outside brackets and not before 'Jr.'; 'and' only between people."""
    out: list[tuple[int, int]] = []
    depth = 0
    at = start
    for sign in SIGN.finditer(text, start, end):
        between = text[at : sign.start()]
        depth = max(0, depth + sum((c in "([") - (c in ")]") for c in between))
        at = sign.start()
        if depth or sign.group().strip()[0] not in kinds or SUFFIX.match(text, sign.start(), end):
            continue
        if sign.group().strip() in ("and", "&") and not _joins(text, sign.start(), sign.end(), start, end):
            continue
        out.append((sign.start(), sign.end()))
    return out


def _joins(text: str, left: int, right: int, start: int, end: int) -> bool:
    """Whether 'and' stands between people and not inside a post: 'Ann Low and Carl Moss', not 'Clerk and Treasurer'."""
    before = max(text.rfind(",", start, left), text.rfind(";", start, left), start - 1) + 1
    stops = [n for n in (text.find(",", right, end), text.find(";", right, end)) if n >= 0]
    first = part_at(text, *trimmed(text, before, left))
    second = part_at(text, *trimmed(text, right, min([*stops, end])))
    if first is None or second is None or not second.names:
        return False
    held = bool(first.posts) and not first.plural and first.names and first.names[-1].style != "single"
    return not held or second.names[-1].style != "single"  # 'Ann Low, Director of Strategy and Delivery'


def _in_order(parts: list[Part]) -> list[Part] | None:
    """Give posts of their own to the names before them; None where a post stands before any name."""
    while parts and parts[0].aside:
        parts = parts[1:]
    if len(parts) > FEW and parts[0].plural and not parts[0].names:
        parts = _led(parts[0], parts[1:])
    if not parts or not parts[0].names:
        return None
    if any(part.plural and not part.names for part in parts):
        return _shared(parts)
    suffix = not parts[0].prefix and not parts[-1].names and not parts[-1].aside
    if suffix and any(part.prefix for part in parts):
        return _moved(parts)
    return parts


def _led(first: Part, rest: list[Part]) -> list[Part]:
    """'Councillors, Mr A Low (Chair), Mrs B Moss': a title before a comma is that of all behind it but the staff."""
    lead = replace(first.posts[0], plural=False)
    held = [[post.head for post in part.posts] for part in rest]
    return [
        replace(part, posts=[lead, *part.posts])
        if part.names and all("chair" in head for head in heads)
        else part
        for part, heads in zip(rest, held, strict=True)
    ]


def _shared(parts: list[Part]) -> list[Part] | None:
    """'Ann Low, Carl Moss and Ian Fell, Alternate Members': a post in the plural that ends the line is that of all its bare names."""
    post = parts[-1].posts[0] if parts[-1].plural and not parts[-1].names else None
    held = any(part.posts for part in parts[:-1])
    if post is None or held or len(parts) < FEW + 1 or not all(part.names for part in parts[:-1]):
        return None
    return [replace(part, posts=[replace(post, plural=False)]) for part in parts[:-1]]


def _moved(parts: list[Part]) -> list[Part]:
    """'Ann Low, Clerk Carl Moss, Treasurer': in a list that ends with a post, a title before a name belongs to the one before it."""
    out: list[Part] = []
    for part in parts:
        if part.prefix and out:
            out[-1].posts += part.posts
            out.append(replace(part, posts=[], prefix=False, plural=False))
        else:
            out.append(part)
    return out


def _entries(text: str, parts: Sequence[Part]) -> tuple[Entry, ...]:
    printed = [name for part in parts for name in part.names]
    bare = len(printed)
    singles = sum(name.style == "single" for name in printed)
    odd = singles < MANY_SINGLE * bare
    out: list[Entry] = []
    carried: PostPhrase | None = None
    for part in parts:
        if not part.names:
            if out and part.posts:
                last = out[-1]
                out[-1] = replace(last, posts=(*last.posts, *_own(part.posts)), end=part.end)
            elif out and part.aside and out[-1].posts and not SEAT.match(part.words):
                out[-1] = _of_body(out[-1], part)
            continue
        if part.plural:
            carried = replace(part.posts[0], plural=False)
        elif part.posts or len(part.names) > 1:
            carried = None
        for number, name in enumerate(part.names):
            alone = name.style == "single" and not part.posts and carried is None
            if alone and (bare < FEW or (odd and number == 0 and _fills_line(text, part))):
                continue
            closing = number == len(part.names) - 1
            holds = number == 0 if part.prefix else closing
            posts = _own([carried] if carried is not None else part.posts if holds else [])
            out.append(
                Entry(
                    start=name.start,
                    end=_end(part, name, closing),
                    name=name,
                    posts=posts,
                    status=part.status,
                )
            )
    return tuple(out)


def _fills_line(text: str, part: Part) -> bool:
    """Whether nothing else stands on the part's line: one word there, among whole names, is a cell or a heading."""
    before = text[text.rfind("\n", 0, part.start) + 1 : part.start]
    behind = text[part.end :].split("\n", 1)[0]
    return not re.search(r"\w\w", before + " " + behind)


def _of_body(entry: Entry, part: Part) -> Entry:
    """'Ann Low, Deputy Director, Division of Statistics': what the post before is of."""
    *others, last = entry.posts
    body = f"{last.body}, {part.words}" if last.body else part.words
    return replace(entry, posts=(*others, replace(last, body=body)), end=part.end)


def _end(part: Part, name: NameSpan, closing: bool) -> int:
    return max(part.end, name.end) if closing else name.end


def _own(posts: Sequence[PostPhrase]) -> tuple[PostPhrase, ...]:
    return tuple(post for post in posts if not post.generic)
