"""Complete the body of a post from what the report itself says: its fuller name, the post before it, the host.

'Head of the group' is of the one Group that the report names; 'vice chairmen X and Y' behind 'A, chairman of B' are of B;
'the municipal deputy secretary' is one of the Municipal Party Committee; the chairman who opens a council's meeting is the
council's. Two candidates complete nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from extract.bodies import body_kind
from extract.chunk_record import Chunk
from extract.field_words import has_head
from extract.post_sharing import PARTY_WORDS
from extract.post_words import level_of, normal_case, strip_article

DEPUTY = re.compile(
    r"^(?:(?:executive|standing|first|second|full-time|assistant|alternate|associate) )*(?:deputy|vice|executive|assistant|alternate)[ -]",
    re.IGNORECASE,
)
SECRETARY = re.compile(r"^(?:(?:full-time|executive|first|standing) )*(?:deputy )?secretary$", re.IGNORECASE)
OFFICERS = re.compile(
    r"(?:^|[ -])(?:chair(?:man|woman|person)?|co-chair(?:man|woman|person)?|secretary-general|secretary general|convenor|convener)$",
    re.IGNORECASE,
)
COMMISSIONERS = re.compile(r"\bCommission(?:ers)?\b", re.IGNORECASE)
LEADERS = re.compile(
    r"(?:(?:first|executive|deputy|acting|vice|standing) )*(?:group )?(?:leader|head)", re.IGNORECASE
)
# posts of those who sit in a council, a society or a committee, in its own minutes
MINUTED = re.compile(
    r"(?:^|[ -])(?:chair(?:man|woman|person)?|president|member|secretary|treasurer|clerk|councillor|alderman|supervisor|trustee|"
    r"director|manager|councilman|councilwoman|rapporteur|regent)$",
    re.IGNORECASE,
)
# 'County Councillor' in the minutes of a parish sits on another council
ELSEWHERE = re.compile(r"(?:county|district|borough|city|state|unitary|regional|ward) ", re.IGNORECASE)
# the offices that every Party committee has, and no government
PARTY_OFFICE = re.compile(
    r"(?:(?:organi[sz]ation|publicity|propaganda|united front(?: work)?) department|"
    r"(?:political and legal|politics and law)(?: affairs)? (?:commission|committee))",
    re.IGNORECASE,
)
COMMITTEE = re.compile(r"\b(?:party|cpc \w+|\w+ cpc) committee$", re.IGNORECASE)
HERS = "the person before"
"""Whose 'his' is where no name stands before it in its sentence."""
SOCIETIES = frozenset({"university", "hospital", "court", "other"})
OF = re.compile(r"\s+of\s+(?:the\s+)?", re.IGNORECASE)
PURPOSE = re.compile(r"\s+(?:for|on)\s+", re.IGNORECASE)
SMALL = re.compile(r"\bthe\s+", re.IGNORECASE)
NAMING = {"body": 0, "affiliation": 0, "post": 1, "gathering": 1}
"""Kinds of chunks that name a body, and the part from which on they do: a post names what it is of."""


class Said(NamedTuple):
    """A post as stated so far: whose (`key`), `ranked` the level printed before the title, `placed` where a place stands for the body, `whole` where its words say all that it is of."""

    key: str
    title: str
    body: str
    ranked: str = ""
    placed: bool = False
    whole: bool = False
    own: bool = False
    his: str = ""
    at: int = 0  # where its sentence begins


def bodies_in(chunks: Iterable[Chunk]) -> tuple[str, ...]:
    """The bodies that a report names, each with those that it says to be part of: 'the Office of X' gives X as well."""
    out: dict[str, None] = {}
    for chunk in [chunk for chunk in chunks if chunk[0] in NAMING]:
        for body in _parts(chunk.text)[NAMING[chunk.kind] :]:
            out.setdefault(body)
    return tuple(out)


@lru_cache(maxsize=1 << 13)
def _parts(words: str) -> tuple[str, ...]:
    """The whole of 'X of Y of Z', then 'Y of Z', then 'Z'."""
    parts = OF.split(" ".join(strip_article(words).split()))
    return tuple(normal_case(strip_article(" of ".join(parts[first:]))) for first in range(len(parts)))


def completed(
    said: Sequence[Said],
    *,
    named: Collection[str],
    stated: Collection[str],
    hosts: dict[str, str],
    chinese: bool,
    minutes: bool,
) -> list[tuple[str, str]]:
    """Return title and body of each post of `said` (in the order of the text), completed where the report tells it.

    `named`: every body that the report names; `stated`: those of its hosts and posts; `hosts`: person -> the one body
    at whose meeting they were; `chinese`: the report is about Chinese organs; `minutes`: it is the record of a meeting.
    """
    parties = _parties(said)
    names, names_stated = _plain(named), _plain(stated)
    out: list[tuple[str, str]] = []
    before: list[Said] = []  # the posts so far, completed
    for post in said:
        title, body = post.title, post.body
        if title == "Deputy" and not body and (not before or post.his in ("", HERS, before[-1].key)):
            title, body = _deputy(post, before)
        if post.own and before and before[-1].key == post.key:
            body = _part_of(body, before[-1].body)
        if not body and chinese and SECRETARY.match(post.title):
            body = _party_of(post, parties, before)
        if not body and post.his:
            body = _whose(post, before)
        if not body:
            body = _chief(post, before)
        if not body and not post.placed and post.key in hosts:
            body = _officer_of(title, hosts[post.key], minutes=minutes)
        if body and chinese and not level_of(body) and PARTY_OFFICE.fullmatch(body):
            body = _part_of(body, _committee_of(before, post.key))
        if body and not post.whole and has_head(body):
            body = _fuller(body, names, names_stated)
            if chinese and body.lower() == "standing committee":
                body = _of_party(body, _of_one(post.key, said) or parties)
            if chinese and body.lower().endswith("city committee"):
                body = f"{body[: -len('City Committee')]}Municipal Committee"
        out.append((title, body))
        changed = (title, body) != (post.title, post.body)
        before.append(post._replace(title=title, body=body) if changed else post)
    return out


def fuller(short: str, *, named: Collection[str], stated: Collection[str]) -> str:
    """The one fuller name of a body that the report gives, else `short` itself.

    A Party committee, a standing committee or a government is completed only from hosts and posts: 'the Provincial Party
    Committee' in the text is as a rule another than the one whose secretary is named.
    """
    return _fuller(short, _plain(named), _plain(stated))


def _plain(names: Collection[str]) -> list[tuple[str, str, str]]:
    """Names of bodies in alphabetical order, each without its articles too, and this in small letters."""
    return [(name, plain := _without_the(name), plain.lower()) for name in sorted(names)]


def _fuller(short: str, named: Sequence[tuple[str, str, str]], stated: Sequence[tuple[str, str, str]]) -> str:
    strict = PARTY_WORDS.search(short) is not None or body_kind(short) in ("government", "people's congress")
    for names in (stated,) if strict else (stated, named):
        found = _fuller_in(short, names)
        if found:
            return found
    return short


def _fuller_in(short: str, names: Sequence[tuple[str, str, str]]) -> str:
    part = _without_the(short)
    low = part.lower()
    plain = {plain: name for name, plain, small in names if low in small}
    fits = [name for name in plain if _extends(name, part)]
    top = [name for name in fits if not any(other != name and _extends(other, name) for other in fits)]
    return plain[top[0]] if len({name.lower() for name in top}) == 1 else ""


@lru_cache(maxsize=1 << 13)
def _without_the(name: str) -> str:
    return SMALL.sub("", name)


def _extends(full: str, short: str) -> bool:
    """Whether `full` is a fuller name of `short`: 'X of Y' of 'X', 'Gansu Water Leading Group' of 'Leading Group'."""
    low, part = full.lower(), short.lower()
    if part not in low or low.endswith(f" and {part}"):
        return False  # 'Elm Bank and Harbour Group' are two
    if low.startswith(f"{part} of "):
        return True
    if low == part or (level_of(short) and level_of(full) and level_of(short) != level_of(full)):
        return False
    # 'Standing Committee of the Party Committee' and 'Finance, Elm Council' are parts of the body, not its fuller names
    main = OF.split(low, maxsplit=1)[0]
    if PURPOSE.search(part) is None:  # 'Commission for Discipline Inspection' is named by what it is for
        main = PURPOSE.split(main, maxsplit=1)[0]
    return " of " not in part and main.endswith(f" {part}") and "," not in main


def _parties(said: Sequence[Said]) -> list[str]:
    """The Party committees whose secretaries are named."""
    found = {
        OF.split(post.body)[-1] if "standing committee" in post.body.lower() else post.body
        for post in said
        if post.body.lower().endswith(("party committee", "committee of the cpc"))
    }
    return sorted(found)


def _party_of(post: Said, parties: Sequence[str], before: Sequence[Said]) -> str:
    if post.ranked:
        return f"{post.ranked} Party Committee"
    if post.placed:
        return "Party Committee"
    if not (DEPUTY.match(post.title) or post.title.lower().startswith("deputy")):
        return ""
    named = parties if len(parties) == 1 else _parties(before)  # of several, the one that was named so far
    return named[0] if len(named) == 1 else ""


def _of_party(body: str, parties: Sequence[str]) -> str:
    return f"{body} of the {parties[0]}" if len(parties) == 1 else body


def _of_one(key: str, said: Sequence[Said]) -> list[str]:
    """The Party committees to which other posts of one person belong: 'secretary of the legal committee of the municipal Party committee'."""
    found = {OF.split(post.body)[-1] for post in said if post.key == key}
    return sorted(name for name in found if COMMITTEE.search(name))


def _chief(post: Said, before: Sequence[Said]) -> str:
    """The body of the nearest chief of another name: 'A, director of X, and deputy director B'."""
    if not DEPUTY.match(post.title) or post.placed or post.ranked:
        return ""
    head = post.title.split()[-1].split("-")[-1].lower()
    for other in reversed(before):
        if post.at != other.at:
            return ""
        if other.key != post.key and other.title.split()[-1].split("-")[-1].lower() == head:
            return "" if other.placed and not other.body else other.body
    return ""


def _whose(post: Said, before: Sequence[Said]) -> str:
    """'A, director of B; Y, his chief economist': of B, the first body of the person named before."""
    other = next((said.key for said in reversed(before) if said.key != post.key), "")
    if post.his not in (other, HERS):
        return ""
    return next((said.body for said in before if said.key == other and said.body), "")


def _deputy(post: Said, before: Sequence[Said]) -> tuple[str, str]:
    """'X, director of the bureau, was represented by his deputy, Y': deputy director of the bureau."""
    chief = next((other for other in reversed(before) if other.key != post.key), None)
    if chief is None or post.at != chief.at or DEPUTY.match(chief.title):
        return post.title, post.body
    return f"Deputy {chief.title}", chief.body


def _part_of(body: str, owner: str) -> str:
    """'Member of the Standing Committee of X and head of its Publicity Department': the Publicity Department of X."""
    whole = OF.split(owner, maxsplit=1)[-1] if "standing committee" in owner.lower() else owner
    return f"{body} of the {whole}" if whole and body and " of " not in body else body


def _committee_of(before: Sequence[Said], key: str) -> str:
    """The Party committee, or its standing committee, in which the report has the same person, or ''."""
    bodies = (said.body for said in reversed(before) if said.key == key)
    return next((body for body in bodies if COMMITTEE.search(body)), "")


def _officer_of(title: str, host: str, *, minutes: bool) -> str:
    kind = body_kind(host)
    if minutes and MINUTED.search(title) and not ELSEWHERE.match(title):
        return host
    if minutes and title.lower() == "commissioner" and COMMISSIONERS.search(host):
        return host
    if LEADERS.fullmatch(title) and kind == "leading group":
        return host
    if OFFICERS.search(title) and kind not in ("party committee", "government"):
        return host
    if title.lower() == "secretary-general" and kind == "government":
        return host
    if title.lower() in ("member", "committee member") and kind == "cppcc":
        return host
    return host if title.lower() in ("president", "vice president") and kind in SOCIETIES else ""
