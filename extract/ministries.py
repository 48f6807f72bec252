"""A minister's portfolio is written as the ministry, in whatever order the report prints it.

'Foreign Minister' and 'Minister for Foreign Affairs' are of the Ministry of Foreign Affairs, with the country where one stands beside it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from extract.countries import country_first, country_last
from extract.field_words import PARTS, has_head, is_field_of_work, is_holder
from extract.post_settled import IN_FRONT, Settled, titled
from extract.post_words import low, normal_case, strip_article
from extract.vocabulary import rows

MINISTERS = frozenset(
    ["minister", "vice-minister", "minister of state", "state minister", "cabinet secretary"]
)
"""Those who have a ministry; a cabinet secretary is one in Kenya."""
KINDS = re.compile(
    r"(?:(?:Federal|Union|Cabinet|Provincial|National|Central|Senior|Coordinating|Principal|Junior|Regional|State|then|new)(?: |$))+",
    re.IGNORECASE,
)
"""What sort of minister: 'Federal Finance Minister'."""
CHARGED = re.compile(
    r"^(?:responsible|(?:in )?charge|charged)\b(?: (?:for|of|with))?(?: the)? ?", re.IGNORECASE
)
AT_MINISTRY = re.compile(
    r"\b(?:at|in|within|of) (?:the )?(?=(?:Federal )?(?:Ministry|Department|Office|Bureau)\b)", re.IGNORECASE
)
OFFICES = re.compile(
    r"(?:Department|Ministry|Bureau|Office|Commission|Committee|Embassy|Secretariat|Group|Division|Agency|Authority|Council|Board|Headquarters)$",
    re.IGNORECASE,
)
"""The head nouns of bodies that a minister may be of; others end a portfolio: 'Minister of Local Government'."""
PLACED = frozenset(["regional", "region", "province", "provincial", "district", "county"])
MOST = 12  # words of a portfolio


def of_minister(title: str, body: str, joint: str) -> Settled:
    """Settle what a minister is of; `joint` as in `extract.post_settled`."""
    at = AT_MINISTRY.search(body)
    if at is not None and not has_head(body[: at.start()]):
        return Settled(title, body[at.end() :])  # 'for Foreign Affairs at the Ministry of Foreign Affairs'
    if is_office(body):
        return Settled(title, body)
    country, field = country_first(body) if joint == IN_FRONT else ("", body)
    if not country:
        field, country = country_last(field)
    if not country:
        country, field = country_first(field)
    pieces = re.split(r"(?: the)?, (?:the )?", strip_article(CHARGED.sub("", field)), flags=re.IGNORECASE)
    field = ", ".join([pieces[0], *(piece for piece in pieces[1:] if not is_holder(piece))])
    kind = KINDS.match(field) if joint == IN_FRONT else None
    if kind is not None:
        title, field = f"{normal_case(kind.group().strip())} {title}", field[kind.end() :]
    words = field.split()
    if not words:
        return Settled(title, country)
    if low(words[-1]) in PLACED or (len(words) == 1 and words[0].isupper()):
        if joint == IN_FRONT:
            return Settled(f"{field} {title}", country, True)  # 'the Northern Regional Minister'
        return Settled(title, body)
    told = joint in ("of", "for") or CHARGED.match(body) is not None
    if not told and not is_field_of_work(field):
        if joint == IN_FRONT:
            return Settled(f"{normal_case(field)} {title}", country, True)
        return Settled(title, country)
    if len(words) > MOST:
        return Settled(titled(title, field, joint), country, True)
    return Settled(title, ministry_of(field, country), True)


def is_office(body: str) -> bool:
    """Whether a body may be a minister's own, and is no portfolio: 'Publicity Department', but no 'Local Government'."""
    return OFFICES.search(PARTS.split(body)[0]) is not None


def ministry_of(field: str, country: str = "") -> str:
    """The ministry of a portfolio: 'Foreign' and 'Foreign Affairs' are both the Ministry of Foreign Affairs."""
    plain = strip_article(field.strip(" ,"))
    name = f"Ministry of {_ministries().get(plain.lower(), normal_case(plain))}"
    article = "the " if country.startswith(("United", "Republic")) else ""
    return f"{name} of {article}{country}" if country else name


@lru_cache(maxsize=1)
def _ministries() -> dict[str, str]:
    return {row["field"]: row["ministry"] for row in rows("ministries.csv")}
