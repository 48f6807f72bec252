"""Read a post phrase into title and body: 'deputy secretary of the municipal party committee' -> both parts."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache

from extract.vocabulary import TitleWord, vocabulary

PORTFOLIO = re.compile(r"\s\([^()]*\)(?= (?:of|at|for)\b)")  # 'Vice President (Research) of the Institute'
SPACE = re.compile(r"\s+")
WORDS = re.compile(r"[^\s,;:]+")
ARTICLE = re.compile(r"^(?:(?:the|a|an|its|his|her|their|our|this|that|comrades?)\s+)+", re.IGNORECASE)
SMALL = frozenset(["of", "the", "and", "for", "to", "at", "in", "on", "with", "a", "an"])
UPPER = frozenset(
    ["cpc", "cppcc", "npc", "ccdi", "ceo", "mp", "hk", "sar", "ccp", "usa", "uk", "un", "eu", "asean", "pla"]
)
LEVEL_WORDS = (
    ("central", "central"),
    ("national", "central"),
    ("state", "central"),
    ("provincial", "provincial"),
    ("province", "provincial"),
    ("autonomous region", "provincial"),
    ("regional", "provincial"),
    ("municipal", "municipal"),
    ("city", "municipal"),
    ("prefectural", "municipal"),
    ("prefecture", "municipal"),
    ("league", "municipal"),
    ("county", "county"),
    ("district", "county"),
    ("banner", "county"),
    ("township", "township"),
    ("town", "township"),
    ("village", "township"),
    ("subdistrict", "township"),
)
PARTY_BODIES = frozenset(
    [
        "party committee",
        "party group",
        "party leadership group",
        "leading party group",
        "leading party members group",
        "party branch",
        "party members' group",
        "party leading group",
    ]
)
PARTY_WORDS = re.compile(
    r"\b(?:party|politburo|political bureau|central committee)\b|^standing committee$", re.IGNORECASE
)
SEAT_LEVELS = {"governor": "provincial", "mayor": "municipal", "magistrate": "county"}


PARTY_HEADS = frozenset(["secretary", "chief", "boss"])
# generic words that name a post where their body stands beside them: 'leader of the guidance group'
IN_CHARGE = frozenset(["leader", "person in charge", "responsible person", "responsible comrade"])
DEPUTY = re.compile(r"\b(?:deputy|vice|first|second)\b|^vice-|^deputy-", re.IGNORECASE)
PARTY_OF = re.compile(r"(?:(?P<own>.+?)(?P<s>['’]s)? )?Party", re.IGNORECASE)
PARTY_LEVEL = re.compile(
    r"(?:(?:Autonomous|Provincial|Municipal|Prefectural|Prefecture|County|District|Township|Town|Village|City|Regional|Region"
    r"|Banner|League|State)\b ?)+",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class PostPhrase:
    """A post as one report words it: `title` ('Deputy Secretary'), `body` ('Municipal Party Committee' or '').

    `level` is what the words say where they name no body ('the vice provincial governor'), `ranked` the words that say
    it in front of the title; `own` where the body is that of the post before ('head of its United Front Work Department').
    `plural` where the words stand for several people ('vice governors'); `generic` where they name no post
    ('city leaders'); `start:end` is the phrase in the text.
    """

    title: str
    body: str
    start: int
    end: int
    plural: bool = False
    generic: bool = False
    head: str = ""
    level: str = ""
    ranked: str = ""
    own: bool = False


def normal_case(words: str) -> str:
    """Capitalise as a title is printed: small words low, the rest with a capital, abbreviations kept."""
    out = []
    for number, word in enumerate(SPACE.sub(" ", words.strip()).split(" ")):
        low = word.lower()
        if low in UPPER:
            out.append(word.upper())
        elif low in SMALL and number:
            out.append(low)
        elif word[:1].islower() or (word.isupper() and len(word) > 4):
            parts = [p if p.lower() in SMALL else p[:1].upper() + p[1:].lower() for p in word.split("-")]
            out.append("-".join(parts))
        else:
            out.append(word)
    return " ".join(out)


def strip_article(words: str) -> str:
    """Drop an article, a possessive determiner or 'Comrade' in front."""
    return ARTICLE.sub("", words.strip())


@lru_cache(maxsize=1 << 12)
def read_post(text: str, start: int, end: int) -> PostPhrase | None:
    """Read the words at `start:end` as a post; None where no title stands in them."""
    words = strip_article(text[start:end])
    begin = text.index(words, start) if words else start
    words = SPACE.sub(" ", PORTFOLIO.sub(" ", words)).strip()
    tokens = [(m.start(), m.end(), _low(m.group())) for m in WORDS.finditer(words)]
    joint = next((i for i, token in enumerate(tokens) if token[2] in ("of", "for", "at") and i), len(tokens))
    found = _last_title(tokens, joint) or _last_title(tokens, len(tokens))
    if found is None:
        return None
    if "rank" in vocabulary().titles[found[2]].flags:
        # 'Defence Minister General (Retd)': a rank behind a post is not the post
        earlier = _last_title(tokens, found[0])
        if earlier is not None:
            words, tokens, found = words[: tokens[found[0]][0]].strip(), tokens[: found[0]], earlier
    first, last, head = found
    vocab = vocabulary()
    word = vocab.titles[head]
    left = first
    while left > 0 and tokens[left - 1][2] in vocab.title_modifiers and not _of_body(tokens, left - 1):
        left -= 1
    title = words[tokens[left][0] : tokens[last][1]]
    if word.plural:
        title = _singular(words, tokens, left, first, word.head)
    before = re.sub(r"(?:['’]s|['’])$", "", words[: tokens[left][0]].strip()).strip()
    before = re.sub(r"\b(?:of|the|and)$", "", before, flags=re.IGNORECASE).strip()
    apart = re.match(
        r"(?:(?:vice|deputy|executive|former|acting|first|standing)\b ?)+(?<! )", before, flags=re.IGNORECASE
    )
    if apart:
        # 'vice provincial governor': the title's modifier stands apart from its head
        title, before = f"{apart.group()} {title}", before[apart.end() :].strip()
    after = re.sub(
        r"^(?:of|for|at|to|in|from)\b\s*", "", words[tokens[last][1] :].strip(), flags=re.IGNORECASE
    )
    own = after.lower().startswith("its ")
    after = strip_article(after)
    body, level = _body(strip_article(before), after)
    ranked = normal_case(strip_article(before)) if level and not body and before else ""
    if word.head in PARTY_HEADS:
        body = _party_committee(body)
    return PostPhrase(
        title=normal_case(title),
        body=body,
        level=level,
        start=begin,
        end=end,
        plural=word.plural,
        generic=word.generic and not _in_charge(word, title, body),
        head=word.head,
        ranked=ranked,
        own=own,
    )


def _in_charge(word: TitleWord, title: str, body: str) -> bool:
    """'Leader of the guidance group' and 'deputy leader' are posts; 'city leaders' and 'a leader' are not."""
    return not word.plural and word.head in IN_CHARGE and bool(body or DEPUTY.search(title))


def _party_committee(body: str) -> str:
    """'Provincial Party secretary', 'Danzhou's Party chief': of the Party committee of that level or place."""
    found = PARTY_OF.fullmatch(body)
    if found is None:
        return body
    own = found["own"] or ""
    return f"{own} Party Committee".strip() if not own or PARTY_LEVEL.fullmatch(own) or found["s"] else body


def _body(before: str, after: str) -> tuple[str, str]:
    """The body of a title from the words on both its sides, and the level where they are nothing but a level."""
    vocab = vocabulary()

    def is_body(words: str) -> bool:
        lows = [_low(word.strip(",")) for word in words.split()]
        return any(low in vocab.body_heads and low not in vocab.place_words for low in lows)

    if after and before:
        if is_body(before) and not is_body(after):
            return normal_case(f"{after} {before}"), ""
        if is_body(before) and is_body(after):
            return normal_case(f"{before} of {after}"), ""
        if before.lower() in {word for word, _ in LEVEL_WORDS} and after[:1].isupper() and not is_body(after):
            return normal_case(f"{after} {before}"), ""  # 'county magistrate of Meitan'
        return (normal_case(after), "") if is_body(after) else _seat(after, before)
    return _seat(after or before, "")


def _seat(words: str, other: str) -> tuple[str, str]:
    lows = {_low(word) for word in f"{words} {other}".split()}
    levels = {word for word, _ in LEVEL_WORDS} | {"autonomous", "region", "the", "our", "whole", "executive"}
    if lows and lows <= levels:
        return "", level_of(f"{words} {other}")
    if other[:1].isupper() and not {_low(word) for word in other.split()} <= levels:
        return f"{normal_case(words)}, {normal_case(other)}", ""  # 'Malaysia's Minister of Transport'
    return normal_case(words), ""


def _low(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s").strip(".,")


def _of_body(tokens: list[tuple[int, int, str]], at: int) -> bool:
    """'standing' and 'general' belong to the body in 'Standing Committee', 'General Office'."""
    after = tokens[at + 1][2] if at + 1 < len(tokens) else ""
    return after in vocabulary().body_heads


def _last_title(tokens: list[tuple[int, int, str]], stop: int) -> tuple[int, int, tuple[str, ...]] | None:
    titles = vocabulary().titles
    for last in range(stop - 1, -1, -1):
        for width in (3, 2, 1):
            first = last - width + 1
            if first < 0:
                continue
            key = tuple(token[2] for token in tokens[first : last + 1])
            if key in titles:
                return first, last, key
    return None


def _singular(words: str, tokens: list[tuple[int, int, str]], left: int, first: int, head: str) -> str:
    modifiers = words[tokens[left][0] : tokens[first][0]].strip()
    return f"{modifiers} {head}".strip()


def share_body(posts: list[PostPhrase]) -> list[PostPhrase]:
    """Give 'Vice President and Professor of X' its X twice: a bodiless title takes the next post's body.

    Seats (mayor, governor) are complete and take none; generic titles neither.
    """
    vocab = vocabulary()
    out = list(posts)
    for at in range(len(out) - 1):
        out[at] = _of_organisation(out[at], out[at + 1])
    for at in range(1, len(out)):
        out[at] = _of_organisation(out[at], out[at - 1])
    for at in range(len(out) - 2, -1, -1):
        post, following = out[at], out[at + 1]
        word = vocab.titles.get(tuple(post.head.split()))
        complete = word is not None and ({"seat", "generic"} & word.flags)
        if not post.body and following.body and not complete:
            out[at] = replace(post, body=following.body)
    return out


def _of_organisation(post: PostPhrase, beside: PostPhrase) -> PostPhrase:
    """'Secretary of the Party Group and Director of the Bureau': the Party Group is that of the Bureau."""
    party = post.body.lower() in PARTY_BODIES
    if not party or not beside.body or PARTY_WORDS.search(beside.body) or beside.generic:
        return post
    return replace(post, body=f"{post.body} of {beside.body}")


@lru_cache(maxsize=1 << 12)
def level_of(words: str) -> str:
    """The level that the words of a body or a seat say: central, provincial, municipal, county, township or ''."""
    low = f" {words.lower()} "
    hits = [(low.rfind(f" {word} "), level) for word, level in LEVEL_WORDS if f" {word} " in low]
    if hits:
        return max(hits)[1]
    for seat, level in SEAT_LEVELS.items():
        if f" {seat} " in low or low.rstrip().endswith(seat):
            return level
    return ""
