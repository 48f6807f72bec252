"""Which body convened a gathering: the subject of 'held', the body in the gathering's name, 'called by X', the heading.

'The Water Board on Monday held its fifth meeting', 'the fifth meeting of the Water Board', 'a meeting organised by the
Water Board', 'WATER BOARD.—The monthly meeting ...' all say that the Water Board met. A body that only stands nearby
says nothing.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from extract.chunk_record import Chunk
from extract.dates_words import MONTH
from extract.post_words import level_of, normal_case, strip_article
from extract.vocabulary import vocabulary

ORDINAL = re.compile(
    r"\b(\d+(?:st|nd|rd|th)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|"
    r"fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth|(?:twenty|thirty|forty)-\w+)\b",
    re.IGNORECASE,
)
# what may stand between a body and the verb that says that it met
PASSED = re.compile(
    rf"on|in|at|the|that|which|was|were|also|recently|jointly|today|yesterday|here|just|then|again|this|last|late|early|morning|afternoon|evening|had|has|have|"
    rf"\w+ly|\w+day|\d{{1,2}}(?:st|nd|rd|th)?|{MONTH}",
    re.IGNORECASE,
)
MOST_PASSED = 6
BY = re.compile(
    r"^(?:called|convened|held|organi[sz]ed|hosted|sponsored|arranged|summoned|staged|run)$", re.IGNORECASE
)
AHEAD = 12
COUNCILS = frozenset(
    [
        "cabinet",
        "council",
        "committee",
        "commission",
        "board",
        "parliament",
        "senate",
        "presidium",
        "politburo",
        "panel",
        "vestry",
    ]
)
# words before a gathering's noun that are no part of the body's name, besides rules/gathering_modifiers.csv
QUALITIES = frozenset(
    [
        "a",
        "an",
        "the",
        "important",
        "special",
        "joint",
        "work",
        "working",
        "study",
        "field",
        "launch",
        "conference",
        "teleconference",
    ]
)
REGULAR = frozenset(
    [
        "weekly",
        "fortnightly",
        "monthly",
        "quarterly",
        "annual",
        "regular",
        "ordinary",
        "extraordinary",
        "emergency",
    ]
)
HOLDERS = frozenset(
    ["committee", "government", "congress", "commission", "cppcc", "council", "bureau", "headquarters"]
)
LINKS = frozenset(["of", "the", "and", "for", "on", "with", "in", "by"])
DECIDED = re.compile(
    r"^(?:approv|endors|decid|resolv|consider|discuss|okay|adopt|review|debat|clear|agree|deliberat|sanction|ratif|reject|deferr?|greenlight)"
    r"(?:ed|s|ied|d)?$|^(?:gave|sat|met|meets|passed|granted)$",
    re.IGNORECASE,
)
RECORD = re.compile(
    r"^(?:draft )?(?:minutes|record|proceedings) of (?:the |a )?|\s+(?:draft )?(?:meeting )?minutes$",
    re.IGNORECASE,
)
OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)


def host_before(chunks: Sequence[Chunk], verb: int) -> str:
    """The body that is the subject of the verb of holding at `verb`, '' where none is."""
    at = verb - 1
    passed = 0
    while at >= 0 and passed < MOST_PASSED and chunks[at].kind not in ("body", "gathering", "name"):
        if (
            chunks[at].kind == "close"
            and at >= 3
            and chunks[at - 2].kind == "open"
            and chunks[at - 1].text.isupper()
        ):
            at -= 3  # 'The Supreme Court (SC) convened'
            continue
        if chunks[at].kind == "comma" and _apposed(chunks, at):
            at = _apposed(chunks, at)
            continue
        if not PASSED.fullmatch(chunks[at].text):
            return ""
        at, passed = at - 1, passed + 1
    if at < 0:
        return ""
    if (
        at >= 2
        and chunks[at].kind == "body"
        and chunks[at - 1].text.lower() in ("on", "for")
        and chunks[at - 2].kind == "body"
    ):
        words = " ".join(chunk.text for chunk in chunks[at - 2 : at + 1])
        return normal_case(strip_article(words))  # 'the Steering Group on Data Flow'
    return convening(chunks[at])


def _apposed(chunks: Sequence[Chunk], comma: int) -> int:
    """'The Federal Council, FEC, on Monday ...': the position of what stands before the aside; 0 where there is none."""
    if comma >= 3 and chunks[comma - 2].kind == "comma" and chunks[comma - 1].text.isupper():
        return comma - 3
    return 0


def convening(chunk: Chunk) -> str:
    """The body that a chunk names as one that can meet: a body, the body of a session, a forum with a name of its own."""
    words = strip_article(" ".join(chunk.text.split()))
    if chunk.kind == "body":
        return normal_case(words)
    if chunk.kind != "gathering":
        return ""
    inside = host_in_name(words)
    if inside:
        return inside
    named = [word for word in words.split() if word[:1].isupper()]
    return normal_case(words) if len(named) >= 2 and not ORDINAL.search(words) and " for " in words else ""


def host_by(chunks: Sequence[Chunk], at: int) -> str:
    """'A meeting, called by the Water Board, ...': the body behind 'by', '' where none stands there."""
    for number in range(at + 1, min(len(chunks), at + AHEAD)):
        chunk = chunks[number]
        if chunk.kind in ("semicolon", "name"):
            return ""
        words = chunk.text.lower().split()
        if chunk.kind == "verb" and words[-1] == "by" and BY.match(words[0]):
            return _agent(chunks, number + 1)
        if (
            chunk.kind == "word"
            and words == ["by"]
            and number
            and BY.match(chunks[number - 1].text.split()[-1])
        ):
            return _agent(chunks, number + 1)
    return ""


def _agent(chunks: Sequence[Chunk], at: int) -> str:
    following = next((c for c in chunks[at : at + 2] if c.kind != "det"), None)
    return convening(following) if following is not None and following.kind == "body" else ""


@lru_cache(maxsize=1 << 13)
def host_in_name(words: str) -> str:
    """The body inside a gathering's name: 'meeting of the X', 'X Leading Group Meeting'; '' where none stands there."""
    name = strip_article(" ".join(words.split()))
    parts = OF.split(name)
    first = next((n for n, part in enumerate(parts) if not _gathers(part)), 0)
    if first and _is_body(" of ".join(parts[first:])) and not _people(parts[first]):
        return normal_case(strip_article(" ".join(ORDINAL.sub("", " of ".join(parts[first:])).split())))
    tokens = _topic(name).split()
    whole = len(tokens)
    while tokens and _qualifies(tokens[-1]) and not _closes(tokens, name):
        tokens.pop()
    if len(tokens) == whole:
        return host_at_head(name)
    while tokens and (
        ORDINAL.fullmatch(tokens[0])
        or tokens[0].lower() in REGULAR
        or re.fullmatch(r"\d{4}", tokens[0])
        or tokens[0].lower() in QUALITIES
    ):
        tokens.pop(0)
    if (
        not tokens
        or not _is_body(_headed(" ".join(tokens)))
        or _single(tokens[-1]) in vocabulary().place_words
    ):
        return host_at_head(name)
    last = re.sub(r"['’]s?$", "", tokens[-1])
    if len(tokens) == 1 and last.lower() not in COUNCILS:
        return ""
    return normal_case(" ".join([*tokens[:-1], last]))


def host_at_head(name: str) -> str:
    """The body that a long name begins with: 'Linhe Municipal Government Work Safety Deployment Meeting'; '' where none does.

    It has to name its level or its place.
    """
    tokens = name.split()
    for count in range(2, len(tokens) - 1):
        last = re.sub(r"['’]s?$", "", tokens[count - 1])
        head = " ".join([*tokens[: count - 1], last])
        if last.lower() not in HOLDERS or not level_of(head) or not _is_body(head):
            continue
        rest = [token.lower() for token in tokens[count:]]
        if (
            rest[:2] in (["standing", "committee"], ["party", "group"], ["leading", "group"])
            and len(rest) > 3
        ):
            head, rest = " ".join([head, *tokens[count : count + 2]]), rest[2:]
        return "" if rest[0] in LINKS else normal_case(head)
    return ""


def _headed(words: str) -> str:
    """The last word, and those in front of 'for' and 'on': where a body's head stands."""
    parts = re.split(r"\s(?:for|on|of|and)\s", words)
    return " ".join(part.split()[-1] for part in parts if part.split())


def _people(part: str) -> bool:
    """Whether 'a meeting of the secretaries of ...' is one of people, no body's."""
    vocab = vocabulary()
    return any(
        (word.lower(),) in vocab.titles and word.lower().endswith(("s", "men")) for word in part.split()
    )


def _closes(tokens: Sequence[str], name: str) -> bool:
    """Whether the last of `tokens` is a body's: 'Leading Group' before 'Meeting', but not 'group' before 'study'."""
    low = _single(tokens[-1])
    if low in COUNCILS:
        return True
    return low == "group" and not re.search(rf"\b{re.escape(tokens[-1])} stud(?:y|ies)\b", name)


def _topic(name: str) -> str:
    """The name without what the gathering was about: 'Council meeting on drains'."""
    about = re.search(r"\s(?:on|to|about|regarding)\s", name)
    return name[: about.start()] if about is not None and _gathers(name[: about.start()]) else name


def _qualifies(word: str) -> bool:
    low = word.lower().strip(",")
    vocab = vocabulary()
    return (
        low in vocab.gathering_modifiers
        or (low,) in vocab.gatherings
        or low in QUALITIES
        or bool(ORDINAL.fullmatch(low))
    )


def _single(word: str) -> str:
    return re.sub(r"['’]s$", "", word.lower().strip(","))


def _gathers(part: str) -> bool:
    """Whether a part of a name is a gathering: 'fifth plenary meeting', 'first session', but no 'People's Congress'."""
    words = re.split(r"\s(?:for|on)\s", part.lower())[0].split()
    known = vocabulary().gatherings
    return bool(words) and any(tuple(words[-width:]) in known for width in (1, 2)) and not _congress(words)


def _congress(words: Sequence[str]) -> bool:
    return words[-1] in ("congress", "conference") and any(
        w.startswith(("people", "consultative", "npc")) for w in words
    )


def _is_body(words: str) -> bool:
    vocab = vocabulary()
    lows = [_single(word) for word in words.split()]
    return any(low in vocab.body_heads and low not in vocab.place_words for low in lows)


@lru_cache(maxsize=1)
def _headline() -> re.Pattern[str]:
    return re.compile(
        r"^[ \t]*(?P<words>[A-Z][^\n.:—–]{3,90}?)(?:[.:]?[ \t]*[—–]|[.:]?[ \t]-|\.?[ \t]*$)", re.MULTILINE
    )


def host_in_heading(line: str) -> str:
    """The body that a heading names, '' where it names none: 'HOSPITAL BOARD.—', 'Minutes of the X Parish Council'."""
    match = _headline().match(re.split(r"\s+held\s", line, maxsplit=1)[0])
    if match is None:
        return ""
    words = RECORD.sub("", match["words"])
    named = host_in_name(words)
    if named:
        return named
    if len(words.split()) > 9 or any(word[:1].islower() and word not in LINKS for word in words.split()):
        return ""
    head = OF.split(words, maxsplit=1)[0].split()[-1]
    return normal_case(words.title() if words.isupper() else words) if _heads(head, words) else ""


def _heads(head: str, words: str) -> bool:
    vocab = vocabulary()
    low = _single(head)
    first = _single(re.split(r"\s(?:on|for)\s", words, maxsplit=1)[0].split()[-1])
    return (
        any(w in vocab.body_heads and w not in vocab.place_words for w in (low, first)) or first in COUNCILS
    )


def deciding(chunks: Sequence[Chunk]) -> str:
    """The council that a sentence has deciding: 'The Cabinet on Tuesday approved ...', 'approval was given by the Board at its meeting'."""
    for at, chunk in enumerate(chunks):
        if chunk.kind != "body" or not _council(chunk.text):
            continue
        if (
            at
            and chunks[at - 1].text.lower() == "by"
            and any(c.text.lower() == "its" for c in chunks[at + 1 : at + 4])
        ):
            return convening(chunk)
        ahead = at + 1
        if ahead + 2 < len(chunks) and chunks[ahead].kind == "comma" and chunks[ahead + 1].text.isupper():
            ahead += 3
        if (
            ahead + 1 < len(chunks)
            and chunks[ahead].kind == "comma"
            and chunks[ahead + 1].text.lower() == "which"
        ):
            ahead += 1
        while ahead < len(chunks) and PASSED.fullmatch(chunks[ahead].text):
            ahead += 1
        if ahead < len(chunks) and DECIDED.match(chunks[ahead].text.split()[0]):
            return convening(chunk)
    return ""


def _council(words: str) -> bool:
    return _single(OF.split(words, maxsplit=1)[0].split()[-1]) in COUNCILS
