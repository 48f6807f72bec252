"""What a post is for, where no body is named: a 'Finance Director' is called so, an 'Ambassador to Peru' is of who sent him.

The field of a post is a part of its title: it is no body.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.countries import country_first, country_last, country_of
from extract.field_words import has_head, is_field_of_work, is_holder, is_proper, is_state, levels
from extract.ministries import MINISTERS, of_minister
from extract.post_settled import IN_FRONT, Settled, titled
from extract.post_words import low, normal_case
from extract.vocabulary import vocabulary

FIELD_TITLES = frozenset(["minister", "secretary"])
"""Titles whose field names an office of the Party: 'organization minister', 'discipline secretary'."""
ENVOYS = frozenset(
    [
        "ambassador",
        "high commissioner",
        "envoy",
        "consul",
        "consul general",
        "consul-general",
        "representative",
    ]
)
AT = re.compile(r" (?:at|in|within)(?: the)? ", re.IGNORECASE)
STAFF = frozenset(["officer", "engineer", "assistant", "administrator", "analyst", "planner", "technician"])
"""Posts that are called by what stands in front of them, whatever it is: 'Elm Area Engineer'."""


@lru_cache(maxsize=1 << 13)
def settled(title: str, head: str, body: str, joint: str) -> Settled:
    """Settle what a post is of; `joint` stands between title and body: 'of', 'for', ' ' for nothing, '' for a comma, `IN_FRONT`."""
    if not body:
        return Settled(title, body)
    if head in MINISTERS:
        return of_minister(title, body, joint)
    if is_holder(body):
        # 'Representative of the High Commissioner', 'President Assistant'
        return Settled(
            f"{body} {title}" if joint == IN_FRONT else f"{title} {joint.strip() or 'to'} the {body}",
            "",
            True,
        )
    if head in ENVOYS and not has_head(body):
        return _envoy(title, body, joint)
    if is_state(body) or (head == "attorney general" and low(body) == "federation"):
        return Settled(title, "")  # 'the Attorney General of the Federation'
    country = country_of(body)
    if country:
        return Settled(title, country)
    field, rest = _cut(body)
    if joint != IN_FRONT and is_field_of_work(field) and is_proper(rest):
        return Settled(titled(title, field, joint), country_of(rest) or rest, True)
    if has_head(body):
        return Settled(title, body)
    country, field = country_first(body) if joint == IN_FRONT else ("", body)
    if not country:
        field, country = country_last(body)
    if is_field_of_work(field) or (joint == IN_FRONT and head in STAFF and not _is_short(field)):
        if "seat" in vocabulary().titles[tuple(head.split())].flags:
            return Settled(title, country)
        return Settled(titled(title, field, joint), country, True)
    return Settled(title, body)


def _cut(body: str) -> tuple[str, str]:
    """'Protocol at the Office of the Mayor', 'Chemistry, Elm University': a field and the body that it is in."""
    at = AT.search(body)
    if at is not None and has_head(body[at.end() :]):
        return body[: at.start()], body[at.end() :]
    field, _, rest = body.partition(", ")
    return field, rest


def _is_short(words: str) -> bool:
    return words.isupper() and " " not in words


def is_called(head: str, before: str, after: str) -> bool:
    """Whether the words before a title are part of it where its body stands behind: 'Finance Director of the Water Company'."""
    if head in FIELD_TITLES or has_head(before) or country_of(before):
        return False
    if head in STAFF and not _is_short(before) and not {low(word) for word in before.split()} <= levels():
        return True
    return is_field_of_work(before) and (has_head(after) or is_field_of_work(after))


def is_short_for(short: str, title: str) -> bool:
    """Whether a title may be meant by its head alone: 'the officer' by 'Returning Officer', 'the director' by 'Director of Finance'."""
    plain, full = short.lower(), title.lower()
    return full.endswith(f" {plain}") or full.startswith((f"{plain} of ", f"{plain} for ", f"{plain}, "))


def _envoy(title: str, body: str, joint: str) -> Settled:
    """'Ambassador of the United States to Mongolia': the post is 'Ambassador to Mongolia', of the United States."""
    sender, to, host = body.partition(" to ")
    if not to and joint == "to":
        sender, host = "", body
        # 'Bangladesh High Commissioner to India' is read as one to 'India, Bangladesh'
        if "," in body:
            host, _, sender = (part.strip() for part in body.partition(","))
    if not host:
        country = country_of(body)
        return Settled(title, country) if country else Settled(title, body)
    sent = country_of(sender)
    return Settled(
        f"{title} to {normal_case(host)}", sent or ("" if is_state(sender) else normal_case(sender)), True
    )
