"""Which officers are those of the body at whose meeting they sat: the chairman who opens a council's meeting is the council's."""

from __future__ import annotations

import re

from extract.bodies import body_kind

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
PRESIDIUM = re.compile(r"presidium\b", re.IGNORECASE)
"""It has executive chairmen; 'Chairman A' who sits in it is that of the body that meets."""
SOCIETIES = frozenset({"university", "hospital", "court", "other"})


def officer_of_host(title: str, host: str, *, minutes: bool) -> str:
    """Return the host where the title is one of its officers, else ''."""
    kind = body_kind(host)
    if minutes and MINUTED.search(title) and not ELSEWHERE.match(title):
        return host
    if minutes and title.lower() == "commissioner" and COMMISSIONERS.search(host):
        return host
    if LEADERS.fullmatch(title) and kind == "leading group":
        return host
    if PRESIDIUM.match(host) and title.lower() == "chairman":
        return ""
    if OFFICERS.search(title) and kind not in ("party committee", "government"):
        return host
    if title.lower() == "secretary-general" and kind == "government":
        return host
    if title.lower() in ("member", "committee member") and kind == "cppcc":
        return host
    return host if title.lower() in ("president", "vice president") and kind in SOCIETIES else ""
