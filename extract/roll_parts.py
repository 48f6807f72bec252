"""The parts of an attendance list between its signs: a name, a post, a name with its post on either side, or none of these."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from functools import lru_cache

from extract.names_list import lower_words
from extract.names_span import NameSpan
from extract.names_words import read_word
from extract.post_words import normal_case
from extract.posts import PostPhrase, read_post
from extract.roll_names import INITIAL, PARTICLE, SUFFIX, is_given, name_at, names_run
from extract.vocabulary import rows, vocabulary

BRACKETS = re.compile(r"[(\[]([^()\[\]\n]{0,120})[)\]]")
ADDRESS = re.compile(r"[\s<(]*(?:[\w.+-]+@[\w-]+\.[\w.-]+|https?://\S+|\(?@\w+\)?)[>)]*\s*$")
"""An address of mail or of the net that closes a line: 'Ann Low ann@elm.org'."""
REMARK = re.compile(
    r"[\s,–—-]*\b(?:(?:presiding )?in the chair|left|arrived|arriving|joined|joining|late|departed|via|by (?:zoom|phone|telephone|teleconference|video|teams|proxy|invitation|videoconference)|"
    r"remote(?:ly)?|virtual(?:ly)?|online|on ?line|zoom|in person|until|from \d|part(?:ial)?(?: of)?(?: meeting)?|for (?:item|agenda|part)|excused at|item \d|present|absent|excused|"
    r"\d{1,2}[:.]\d\d)\b[^;]*$|[\s*†‡]+$",
    re.IGNORECASE,
)
DIVIDES = re.compile(r"\s+[-–—/|]+\s+|\s*[–—]\s*|\s*[:|/]\s+|\s+/\s*|\t+|\s{3,}|\s*\.{3,}\s*")
ABSENT = re.compile(
    r"\b(?:absent|excused|apolog(?:y|ies)|regrets|not present|on leave|vacant|vacancy)\b", re.IGNORECASE
)
ARRIVED = re.compile(r"\b(?:arriv|join|late\b|part\b|partial|left\b|present)", re.IGNORECASE)
SMALL = frozenset(["of", "the", "for", "and", "to", "at", "in", "&", "on"])
FOOTNOTE = re.compile(r"\d{1,2} (?=[A-Z])")
HONORED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Cllr|Sir|Rev)\b\.?")
TWICE = re.compile(r"([A-Z][^\n]{4,60}?) \1")  # 'Ann Low Ann Low': a link and its text
APOLOGIES = re.compile(r"(?:with )?apolog(?:ies|y) (?:were )?(?:received )?from (?=[A-Z])", re.IGNORECASE)
EVERYBODY = re.compile(
    r"(?:(?:\d+|several|other|many|and|some|various|the|of|library|town|city|school) )*(?:students?|faculty|employees|staff(?: members)?|members? of the (?:public|press|audience)"
    r"|residents|citizens|guests|visitors|others|public|press|audience|parishioners|homeowners|owners)(?:,? (?:and|other|members|of|the|public|press|staff|students|guests|faculty|others|residents))*",
    re.IGNORECASE,
)
"""People of a list whom it does not name."""
SHORTENED = re.compile(
    r" (?:(?P<short>[A-Z]{2}[A-Za-z]{0,2}) (?=[A-Z])|[(\[](?P<held>[A-Z]{2}[A-Za-z]{0,2})[)\]] (?=[A-Za-z]))"
)
"""How the page shortens a name, between it and its post: 'Ann Low AL Finance Director', 'Carl Moss (CM) Chair'."""
WAS_THERE = re.compile(r"(?:was|were)(?: also)? (?:in attendance|present)\.?")
EX_OFFICIO = re.compile(r"(?:ex[- ]officio|non-voting|voting|alternate|proxy)s?(?: member)?", re.IGNORECASE)
LONGEST_POST = 14
LONGEST_INITIALS = 4
FEWEST = 3  # names of a column
AFFILIATED = re.compile(
    r"(?:[A-Z\d][\w&’'.-]*|of|the|and|for|&|in|at)(?: (?:[A-Z\d][\w&’'.-]*|of|the|and|for|&|in|at)){0,7}"
)


@dataclass(slots=True)
class Part:
    """What stands between two signs: names, then the post of the last of them; `prefix` where the post came first.

    `plural` is a title that goes on for the names behind ('Commissioners Ann Low, Carl Moss') or for those before ('..., Alternates'); `aside` an affiliation, in `words`;
    `status` what a remark says of the person: 'absent' or 'attended'.
    """

    start: int
    end: int
    names: tuple[NameSpan, ...] = ()
    posts: list[PostPhrase] = field(default_factory=list)
    prefix: bool = False
    plural: bool = False
    aside: bool = False
    status: str = ""
    words: str = ""


def part_at(text: str, start: int, end: int) -> Part | None:
    """Read `text[start:end]` as one part of a list; None where it is not understood."""
    if apologies := APOLOGIES.match(text, start, end):
        part = _plain(text, *trimmed(text, apologies.end(), end))
        return None if part is None or not part.names else replace(part, status="absent")
    if EVERYBODY.fullmatch(text, start, end) or WAS_THERE.fullmatch(text, start, end):
        return Part(start, end, aside=True)
    if twice := TWICE.fullmatch(text, *trimmed(text, start, end)):
        end = twice.end(1)
    while address := ADDRESS.search(text, start, end):
        end = address.start()
    if (shortened := _shortened(text, start, end)) is not None:
        return shortened
    held: list[PostPhrase] = []
    status = ""
    first = last = -1
    for found in BRACKETS.finditer(text, start, end):
        if _is_nickname(text, start, found.start(), found.end()):
            continue
        if first >= 0 and name_at(text, *trimmed(text, last, found.start())) is not None:
            return None  # 'A Low (AL) B Moss (BM)': two people
        holder = name_at(text, *trimmed(text, found.start(1), found.end(1)))
        office = post_at(text, start, found.start())
        whole = found.end() >= end or not text[found.end() : end].strip(" .,")
        if holder is not None and holder.honorific and office is None:
            return (
                None  # 'the Acting Officer, Registry (Dr J. Moss)': a person behind words of an unknown kind
            )
        if (
            holder is not None
            and holder.style != "single"
            and office is not None
            and whole
            and not office.plural
        ):
            return Part(start, end, (holder,), [office], prefix=True)  # 'the secretary (Mr. J. Moss)'
        if _are_initials(text[start : found.start()], found.group(1)):
            first, last = (found.start() if first < 0 else first), found.end()
            continue
        status = status or _status(found.group(1))
        held += posts_at(text, found.start(1), found.end(1))
        first, last = (found.start() if first < 0 else first), found.end()
    stop = end if first < 0 else first
    if first >= 0 and text[last:end].strip() == text[start:first].strip():
        end = last  # 'Ann Low (Chair) Ann Low'
    if first >= 0 and text[last:end].strip(" .*†‡"):
        behind = REMARK.match(text, last, end)
        if behind is None or behind.end() < end:
            part = _divided(text, start, stop, last, end)
            if part is not None:
                return _finished(part, held, status, end)
            run = _run_before_posts(text, _words(text, start, end))
            return Part(start, end, run) if run else None
        status = status or _status(behind.group())
    remark = REMARK.search(text, start, stop)
    if remark is not None and remark.start() > start:
        status = status or _status(remark.group())
        stop = remark.start()
    if EX_OFFICIO.fullmatch(text, start, stop):
        return Part(start, end, aside=True)
    part = _plain(text, *trimmed(text, start, stop))
    return None if part is None else _finished(part, held, status, end)


def _shortened(text: str, start: int, end: int) -> Part | None:
    """'Ann Low AL Finance Director': a name, its initials and its post."""
    for found in SHORTENED.finditer(text, start, end):
        named = _plain(text, *trimmed(text, start, found.start()))
        if named is None or len(named.names) != 1 or named.names[0].style == "single":
            continue
        printed = re.findall(r"[A-Z]", named.names[0].name)
        short = found["short"] or found["held"]
        if short[0] != printed[0] or not set(re.findall(r"[A-Z]", short)) <= set(printed):
            continue
        rest = trimmed(text, found.end(), end)
        if BRACKETS.search(text, *rest) is not None and name_at(text, *_before_brackets(text, *rest)):
            return None  # 'A Low (AL) B Moss (BM)'
        remark = REMARK.search(text, *rest)
        brackets = BRACKETS.search(text, *rest)
        cuts = [cut.start() for cut in (remark, brackets) if cut is not None]
        posts = [] if named.plural else list(named.posts)
        at = rest[0]
        stop = min([rest[1], *cuts])
        for sign in [*re.finditer(r"\s+/\s+", text[at:stop]), None]:
            edge = stop if sign is None else rest[0] + sign.start()
            posts += _office(text, at, edge)
            at = edge if sign is None else rest[0] + sign.end()
        if named.plural:
            return replace(named, end=end)
        return replace(named, end=end, posts=posts, status=_status(text[stop:end]))
    return None


def _before_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    found = BRACKETS.search(text, start, end)
    return trimmed(text, start, end if found is None else found.start())


def _office(text: str, start: int, end: int) -> list[PostPhrase]:
    """The posts that words name which can be nothing else, up to a dash: 'Director of Health – Elm Council'."""
    dash = re.search(r"\s+[–—-]\s+", text[start:end])
    post = post_at(text, start, end if dash is None else start + dash.start())
    return [] if post is None or post.plural else [post]


def _finished(part: Part, held: list[PostPhrase], status: str, end: int) -> Part:
    part.end, part.status = end, status
    part.posts = [*part.posts, *held]
    return part


def _is_nickname(text: str, start: int, left: int, right: int) -> bool:
    """'Zahed (Zed) Moss': one word in brackets behind one word, with a capital after it."""
    words = text[start:left].split()
    return (
        0 < len(words) < 3
        and (text[left + 1 : right - 1].lower(),) not in vocabulary().titles
        and " " not in text[left:right]
        and re.match(r" [A-Z]\w", text[right : right + 3]) is not None
    )


def _are_initials(name: str, inner: str) -> bool:
    """'Carl McArthur (CM)': how the page shortens the name, no post."""
    return (
        1 < len(inner) <= LONGEST_INITIALS
        and inner.isupper()
        and set(inner) <= set(re.findall(r"[A-Z]", name))
    )


def _status(remark: str) -> str:
    if ARRIVED.search(remark):
        return "attended"
    return "absent" if ABSENT.search(remark) else ""


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space, bullets and the stop at its end ('Jr.' and initials keep theirs)."""
    while start < end and (text[start].isspace() or text[start] in "*•·●▪-–—.'\"’`"):
        start += 1
    while end > start and (
        text[end - 1].isspace() or text[end - 1] in "*,;:†‡" or text[end - 2 : end] == " ."
    ):
        end -= 1
    while (
        end - start > 3 and text[end - 1].isdigit() and (text[end - 2].islower() or text[end - 3].islower())
    ):
        end -= 1  # the number of a footnote
    if (
        end - start > 4
        and text[end - 1] == "."
        and text[end - 4 : end - 1].isalpha()
        and not SUFFIX.search(text[start - 1 : end])
    ):
        end -= 1
    return start, end


def _divided(text: str, start: int, stop: int, last: int, end: int) -> Part | None:
    """'Ann Low (Acme) / Chair': a name, its affiliation in brackets, and more of it behind a sign."""
    name = name_at(text, *trimmed(text, start, stop))
    sign = re.match(r"\s*[/–—:,-]\s*", text[last:end])
    if name is None or sign is None:
        return None
    post = post_at(text, *trimmed(text, last + sign.end(), end))
    return Part(start, end, (name,), [post] if post and not post.plural else [])


@lru_cache(maxsize=1 << 12)
def post_at(text: str, start: int, end: int) -> PostPhrase | None:
    """The post that the words name: those of `read_post` with a title in them, none of more than fourteen words."""
    start, end = trimmed(text, start, end)
    if number := FOOTNOTE.match(text, start, end):
        start = number.end()
    words = text[start:end].split()
    if (
        not words
        or len(words) > LONGEST_POST
        or ":" in text[start:end]
        or not all(_fits_post(word) for word in words)
    ):
        return None
    known = roll_titles()
    edges = {words[0].lower().strip(".,"), words[-1].lower().strip(".,")}
    if edges & known and (words[0].lower(),) not in vocabulary().titles:
        title = normal_case(" ".join(words))
        return PostPhrase(title=title, body="", start=start, end=end, head=words[-1].lower())
    post = read_post(text, start, end)
    if post is None and all((piece.lower(),) in vocabulary().titles for piece in words[-1].split("/")):
        title = normal_case(" ".join(words))  # 'Clerk/treasurer'
        return PostPhrase(title=title, body="", start=start, end=end, head=words[-1].split("/")[0].lower())
    return post


def posts_at(text: str, start: int, end: int) -> list[PostPhrase]:
    """The posts that the words name: two where 'and' joins two titles ('Clerk and Treasurer'), none where one is plural."""
    whole = post_at(text, start, end)
    if whole is None or whole.plural:
        return []
    for joint in re.finditer(r" (?:and|&) ", text[start:end]):
        left = post_at(text, start, start + joint.start())
        right = post_at(text, start + joint.end(), end)
        if left is not None and right is not None and not (left.plural or right.plural):
            return [left, right]
    return [whole]


def _fits_post(word: str) -> bool:
    """Whether a word can stand in a post: with a capital, or one of the small words and of those that make posts."""
    return not word[:1].islower() or word.lower() in SMALL or _opens_post(word)


@lru_cache(maxsize=1)
def roll_titles() -> frozenset[str]:
    """Words that name a post in a list of those present, and elsewhere need not."""
    return frozenset(row["word"] for row in rows("roll_titles.csv"))


def _plain(text: str, start: int, end: int) -> Part | None:
    """A part without brackets and remarks."""
    if start >= end:
        return None
    name = name_at(text, start, end)
    if name is not None:
        return Part(start, end, (name,))
    sign = DIVIDES.search(text, start, end)
    divided = _by_sign(text, start, end, sign.start(), sign.end()) if sign is not None else None
    if divided is not None:
        return divided
    words = _words(text, start, end)
    if len(words) > LONGEST_POST + 4:
        run = names_run(text, start, end) or _run_before_posts(text, words)
        return Part(start, end, run) if run else None
    run = names_run(text, start, end) if len(HONORED.findall(text[start:end])) > 1 else ()
    if run:
        return Part(start, end, run)
    glued = _post_first(text, words) or _name_first(text, words)
    if glued is not None:
        return glued
    lows = [text[a:b].lower().strip(".,") for a, b in words]
    if _opens_with_body(lows) and AFFILIATED.fullmatch(text, start, end):
        return Part(start, end, aside=True, words=text[start:end])
    post = post_at(text, start, end)
    if post is not None:
        return Part(start, end, (), [post] if post.plural else posts_at(text, start, end), plural=post.plural)
    run = names_run(text, start, end) or _run_before_posts(text, words)
    if run:
        return Part(start, end, run)
    heads = vocabulary().body_heads
    if AFFILIATED.fullmatch(text, start, end) and (
        any(low in heads for low in lows) or _shouts(text[start:end])
    ):
        return Part(start, end, aside=True, words=text[start:end])
    return None


def _opens_with_body(lows: list[str]) -> bool:
    """'Board of Regents', 'Division of Statistics': the word before 'of' is a body's."""
    return "of" in lows[1:] and lows[lows.index("of", 1) - 1] in vocabulary().body_heads


def _shouts(words: str) -> bool:
    """Whether the words are acronyms: 'SDSU', 'SDSM&T', 'ELM and OAK'."""
    own = [word for word in re.findall(r"[\w&-]+", words) if word not in SMALL]
    return bool(own) and all(word.isupper() or word[:2].isupper() for word in own)


def _is_affiliation(text: str, start: int, end: int, sign: str) -> bool:
    """Whether the words behind a name and a sign say whom it is of: 'Google', 'Ad hoc committee'; a colon opens a speech."""
    words = text[start:end].split()
    if ":" in sign or not words or name_at(text, start, end) is not None:
        return False
    return AFFILIATED.fullmatch(text, start, end) is not None or words[-1].lower() in vocabulary().body_heads


def _words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The spans of the words; a sign that stands alone is none."""
    return [
        (match.start() + start, match.end() + start) for match in re.finditer(r"\S*\w\S*", text[start:end])
    ]


def _run_before_posts(text: str, words: list[tuple[int, int]]) -> tuple[NameSpan, ...]:
    """A column of names, then the column of their posts: 'Ann Low Carl Moss Ian Fell Chair Chief Executive Director of Finance'."""
    lows = [text[a:b].lower().strip(".,") for a, b in words]
    heads = [n for n, low in enumerate(lows) if (low,) in vocabulary().titles]
    if len(heads) < 2:
        return ()
    for count in range(heads[0], max(5, heads[0] - 4), -1):
        run = names_run(text, words[0][0], words[count - 1][1])
        if len(run) >= FEWEST and _opens_post(text[slice(*words[count])]):
            return run
    return ()


def _by_sign(text: str, start: int, end: int, left: int, right: int) -> Part | None:
    """A name on one side of a dash, a slash or a colon, its post or affiliation on the other."""
    first, second = trimmed(text, start, left), trimmed(text, right, end)
    name = name_at(text, *first)
    post = post_at(text, *second)
    if name is not None and name.style != "single":
        if post is not None:
            return Part(start, end, (name,), posts_at(text, *second))
        spaced = (
            text[left:right] == " - " and name_at(text, *second) is not None
        )  # 'Ann Low - Moss' for 'Low-Moss'
        if spaced and len(text[slice(*second)].split()) == 1:
            return Part(start, end, (name,))
        return Part(start, end, (name,)) if _is_affiliation(text, *second, text[left:right]) else None
    run = names_run(text, *first)
    if run:
        return Part(start, end, run)
    name, post = name_at(text, *second), post_at(text, *first)
    if name is not None and post is not None and not post.plural:
        return Part(start, end, (name,), [post], prefix=True)
    return None


def _post_first(text: str, words: list[tuple[int, int]]) -> Part | None:
    """'Vice Chair Ann Low', 'Union Councillor Carl Moss', 'Commissioners Ann Low': a title right before a name, or its field between."""
    titles = vocabulary().titles
    lows = [text[a:b].lower().strip(".,").partition("/")[0] for a, b in words]
    heads = [n for n, low in enumerate(lows) if (low,) in titles or low in roll_titles()]
    # 'President Dean Moss': behind a title a word that is one and a first name is a first name
    heads = [n for n in heads if not (n - 1 in heads and is_given(text[slice(*words[n])]))]
    last = max(heads, default=-1)
    if last < 0 or last == len(words) - 1:
        return None
    plural = (lows[last],) in titles and titles[(lows[last],)].plural
    run = names_run(text, words[last + 1][0], words[-1][1])
    if run:
        post = post_at(text, words[0][0], words[last][1])
        return Part(words[0][0], words[-1][1], run, [post] if post else [], prefix=True, plural=plural)
    names = [
        (first, name)
        for first in range(last + 1, len(words))
        if (name := name_at(text, words[first][0], words[-1][1])) is not None
    ]
    whole = [(first, name) for first, name in names if name.style != "single" and _known_first(name)]
    at, name = next(iter(whole or [(f, n) for f, n in names if f == last + 1]), (0, None))
    if name is None or (name.style == "single" and _is_field(text, name)):
        return None
    post = post_at(text, words[0][0], words[at - 1][1])
    if post is None or any(is_given(text[a:b]) for a, b in words[:last]):
        return None
    return Part(words[0][0], words[-1][1], (name,), [post], prefix=True, plural=plural)


def _is_field(text: str, name: NameSpan) -> bool:
    """Whether one word behind a title is its field: 'Vice President Welfare'."""
    return read_word(name.name).stop or name.name.lower() in lower_words(text)


def _known_first(name: NameSpan) -> bool:
    first = name.name.split()[0]
    return bool(name.honorific) or is_given(first) or INITIAL.fullmatch(first) is not None


def _name_first(text: str, words: list[tuple[int, int]]) -> Part | None:
    """'Carl D. Moss Deputy Parish Clerk': a whole name and, without a sign, its post."""
    found: list[tuple[int, NameSpan]] = []
    for count in (2, 3, 4):
        name = name_at(text, words[0][0], words[count - 1][1]) if count < len(words) else None
        plain = name is not None and (count == 2 or _marked(name))
        if name is not None and plain and name.style != "single" and _known_first(name):
            found.append((count, name))
    opened = [(count, name) for count, name in found if _opens_post(text[slice(*words[count])])]
    for count, name in [*opened, *found]:
        post = post_at(text, words[count][0], words[-1][1])
        if post is not None and not post.plural:
            return Part(words[0][0], words[-1][1], (name,), posts_at(text, words[count][0], words[-1][1]))
        if opened and text[slice(*words[-1])].lower() in vocabulary().body_heads:
            return Part(words[0][0], words[-1][1], (name,))
    return None


def _marked(name: NameSpan) -> bool:
    """Whether a name of three words or more is one: 'Mary Ann Grant', 'Carl D. Moss', 'Ann de Witt', not 'Ann Moss Corporate'."""
    words = name.name.split()
    small = any(INITIAL.fullmatch(word) or PARTICLE.fullmatch(word) for word in words)
    return small or (len(words) == 3 and is_given(words[1]))


def _opens_post(word: str) -> bool:
    """Whether a word makes posts and bodies: 'Deputy', 'Parish', 'Finance'."""
    known = vocabulary()
    return any(
        (low,) in known.titles
        or low in known.title_modifiers | known.body_modifiers
        or low in known.body_heads
        for low in word.lower().strip(".,").split("/")
    )
