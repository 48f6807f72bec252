"""People of an attendance list run together, each with a sign of its own: initials in brackets, or a form of address.

'Ann Low (AL) Lay Member Carl Moss (CM) Chief Officer', 'Ms Ida Fell Chief Secretary Mr Ian Bell Clerk': a converter has put
the lines of a page behind each other.
"""

from __future__ import annotations

import re

from extract.names_span import NameSpan
from extract.names_words import read_word
from extract.roll_name_words import is_given
from extract.roll_names import name_at
from extract.roll_posts import opens_post, post_at
from extract.roll_record import Part, trimmed

SHORT = re.compile(r" \((?P<letters>[A-Z][A-Za-z’']{1,4})\)")
ADDRESS = re.compile(r"(?:(?<=\s)|(?<=^))(?:Mr|Mrs|Ms|Miss|Dr|Prof|Professor|Hon)\b\.? (?=[A-Z])")
WORD = re.compile(r"\S+")
WIDEST = 5  # words of a name, its form of address and initials in it
FEWEST = 3
PLAIN = 2  # words of a name
CUT_OFF = 3  # words that a page break has left over before the first name
LONGEST = 16  # words behind a name
UNKNOWN = re.compile(
    r"(?:[^\W\d_a-z][\w&’'./-]*|of|the|for|and|to|in|at|&|/|–|-|,|:|attending|attendance|\d{1,2})"
)
HELD = re.compile(r"\([^()\n]{0,60}\)\d{0,2}")
"""A word of a post that the list prints and no table has."""


def by_initials(text: str, start: int, end: int) -> list[Part] | None:
    """Divide a run before each name that its initials in brackets follow; three people at least."""
    marks = list(SHORT.finditer(text, start, end))
    if len(marks) < FEWEST:
        return None
    people = [(name, mark.end()) for mark in marks if (name := _before(text, start, mark)) is not None]
    if len(people) < FEWEST or len(text[start : people[0][0].start].split()) > CUT_OFF:
        return None
    parts = _parts(text, people, end)
    told = sum(text[behind : behind + 4].strip(" :")[:1].isalpha() for _, behind in people)
    return parts if len(parts) == len(people) and told > len(people) / 2 else None


def by_address(text: str, start: int, end: int) -> list[Part] | None:
    """Divide a run before each form of address, where a name stands behind every one of them; three people at least."""
    marks = list(ADDRESS.finditer(text, start, end))
    if len(marks) < FEWEST or text[start : marks[0].start()].strip():
        return None
    people: list[tuple[NameSpan, int]] = []
    for mark, stop in zip(marks, [*(mark.start() for mark in marks[1:]), end], strict=True):
        if people and mark.start() < people[-1][1]:
            continue  # 'Dr Hon Ann Low'
        name = _behind(text, mark.start(), stop)
        if name is None:
            continue  # whose name is not plain
        people.append((name, name.end))
    parts = _parts(text, people, end) if len(people) >= FEWEST else []
    return parts if len(parts) >= FEWEST else None


def _parts(text: str, people: list[tuple[NameSpan, int]], end: int) -> list[Part]:
    """Each name with the post behind it, up to the first behind which other words than those of a post stand."""
    parts: list[Part] = []
    for (name, behind), stop in zip(people, [*(name.start for name, _ in people[1:]), end], strict=True):
        more = _unmarked(text, behind, end) if stop == end else None
        stop = more.start if more is not None else stop
        words = HELD.sub(" ", text[behind:stop]).split()
        if len(words) > LONGEST or not all(UNKNOWN.match(word) or opens_post(word) for word in words):
            break
        post = post_at(text, *trimmed(text, behind, stop)) if words else None
        held = [post] if post is not None and not post.plural else []
        parts.append(Part(name.start, stop, (name,), held))
        if more is not None:
            parts.append(Part(more.start, more.end, (more,)))
    return parts


def _unmarked(text: str, start: int, end: int) -> NameSpan | None:
    """The last of a run, behind a comma and without a sign: 'Ann Low (AL), Cllr Carl Moss'."""
    comma = text.rfind(",", start, end)
    name = name_at(text, *trimmed(text, comma + 1, end)) if comma >= 0 else None
    plain = name is not None and (name.honorific or is_given(name.name.split()[0]))
    return name if plain and name is not None and name.style != "single" else None


def _before(text: str, start: int, mark: re.Match[str]) -> NameSpan | None:
    """The name that ends where its initials open, the longest whose letters are theirs: 'Stewart Findlay (SF)'."""
    words = list(WORD.finditer(text, max(start, mark.start() - 60), mark.start()))[-WIDEST:]
    letters = mark["letters"]
    for word in words:
        name = name_at(text, word.start(), mark.start()) if word.group()[:1].isupper() else None
        if name is None or name.style == "single":
            continue
        first = [piece[0] for piece in re.split(r"[\s.-]+", name.name) if piece[:1].isupper()]
        capitals = [letter for letter in letters if letter.isupper()]
        if (
            len(capitals) > 1
            and first[:1] == capitals[:1]
            and set(capitals) <= set(re.findall("[A-Z]", name.name))
        ):
            return name
    return None


def _behind(text: str, start: int, stop: int) -> NameSpan | None:
    """The name that a form of address opens: two words, more where they are known for names or in capitals as those before."""
    words = list(WORD.finditer(text, start, stop))[: WIDEST + 1]
    comma = next((word.end() - 1 for word in words[PLAIN:] if word.group().endswith(",")), 0)
    if comma and (whole := name_at(text, start, comma)) is not None and not _titled(text, words, comma):
        return whole
    if comma and len(words) > PLAIN and words[1].group().isupper():
        return None  # 'CHAN Ngai Him, Henry': the family's name in capitals, and a word that no name has
    found: NameSpan | None = None
    for word in words[1:]:
        edge = word.start() + len(word.group().rstrip(",;"))
        name = name_at(text, start, edge)
        if name is not None and (
            found is None or len(found.name.split()) < PLAIN or _goes_on(word.group(), text[edge - 1])
        ):
            found = name
        if edge < word.end() or word.group().endswith(")"):
            break
    return found if found is not None and len(found.name.split()) >= PLAIN else None


def _goes_on(word: str, last: str) -> bool:
    """Whether a further word is one of the name: in capitals, with a hyphen, or known for a name, and no title."""
    known = word.isupper() or "-" in word or bool(read_word(word).foreign)
    return known and not opens_post(word) and last.isalpha()


def _titled(text: str, words: list[re.Match[str]], comma: int) -> bool:
    """Whether a word before the comma makes a post: 'Ms Ida Fell Secretary,'."""
    return any(opens_post(word.group().strip(",")) for word in words[1:] if word.end() <= comma + 1)
