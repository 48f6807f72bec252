"""Complete the body of a post from what the report itself says: its fuller name, the post before it, the host.

'Head of the group' is of the one Group that the report names; 'vice chairmen X and Y' behind 'A, chairman of B' are of B;
'the municipal deputy secretary' is one of the Municipal Party Committee; the chairman who opens a council's meeting is the
council's. Two candidates complete nothing.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from extract.field_words import has_head
from extract.fuller_names import fullest, plain_names
from extract.host_officers import officer_of_host
from extract.party_committees import of_party, parties_named, parties_of_one, secretarys_party
from extract.post_words import level_of
from extract.posts_before import (
    HERS,
    Said,
    body_of_chief,
    body_of_owner,
    deputy_of_chief,
    own_committee,
    part_of_owner,
)

SECRETARY = re.compile(r"^(?:(?:full-time|executive|first|standing) )*(?:deputy )?secretary$", re.IGNORECASE)
# the offices that every Party committee has, and no government
PARTY_OFFICE = re.compile(
    r"(?:(?:organi[sz]ation|publicity|propaganda|united front(?: work)?) department|"
    r"(?:political and legal|politics and law)(?: affairs)? (?:commission|committee))",
    re.IGNORECASE,
)


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
    parties = parties_named(said)
    names, names_stated = plain_names(named), plain_names(stated)
    out: list[tuple[str, str]] = []
    before: list[Said] = []  # the posts so far, completed
    for post in said:
        title, body = post.title, post.body
        if title == "Deputy" and not body and (not before or post.his in ("", HERS, before[-1].key)):
            title, body = deputy_of_chief(post, before)
        if post.own and before and before[-1].key == post.key:
            body = part_of_owner(body, before[-1].body)
        if not body and chinese and SECRETARY.match(post.title):
            body = secretarys_party(post, parties, before)
        if not body and post.his:
            body = body_of_owner(post, before)
        if not body:
            body = body_of_chief(post, before)
        if not body and not post.placed and post.key in hosts:
            body = officer_of_host(title, hosts[post.key], minutes=minutes)
        if body and chinese and not level_of(body) and PARTY_OFFICE.fullmatch(body):
            body = part_of_owner(body, own_committee(before, post.key))
        if body and not post.whole and has_head(body):
            full = fullest(body, names, names_stated)
            # 'the Municipal Party Committee' of one city is not that of the other city that the report names
            body = body if post.placed and full.lower().endswith(body.lower()) else full
            if chinese and body.lower() == "standing committee":
                body = of_party(body, parties_of_one(post.key, said) or parties)
            if chinese and body.lower().endswith("city committee"):
                body = f"{body[: -len('City Committee')]}Municipal Committee"
        out.append((title, body))
        changed = (title, body) != (post.title, post.body)
        before.append(post._replace(title=title, body=body) if changed else post)
    return out
