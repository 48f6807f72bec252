"""The enterprise, university or hospital whose own page a report is: the one that its headline names.

There 'Party secretary', 'general manager' and 'the company's Party committee' are of that organisation. It is taken only where
the text speaks of itself ('our hospital', 'the company'), and where the headline names one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from corpus.needed import guarded
from extract.bodies import body_kind
from extract.chunk_record import Chunk
from extract.fuller_names import bodies_in
from extract.post_words import level_of

SORT = r"(?:(?:group )?company|group|corporation|enterprise|bank|university|college|academy|institute|school|hospital)"
ITSELF = guarded(rf"\b(?:our|the) {SORT}\b", re.IGNORECASE)
OWN = re.compile(rf"\b(?:our |the )?{SORT}['’]s(?= )|\bour {SORT}\b", re.IGNORECASE)
PART = re.compile(
    r"^(?P<owner>.+?) (?:CPC |Party )(?:Committee|Group|Leadership Group|Branch|Working Committee)\b.*$",
    re.IGNORECASE,
)
DEEDS = frozenset(
    [
        "Visit",
        "Visits",
        "Visited",
        "Hold",
        "Holds",
        "Held",
        "Attend",
        "Attends",
        "Attended",
        "Meet",
        "Meets",
        "Met",
        "Host",
        "Hosts",
        "Launch",
        "Launches",
        "Watch",
        "Conducts",
    ]
)
# parts and offices that every such organisation has
PARTS = re.compile(
    r"(?:party (?:committee|group|leadership group)|discipline (?:inspection )?(?:committee|commission)|"
    r"board(?: of (?:directors|supervisors))?|trade union|labor union)",
    re.IGNORECASE,
)
OFFICES = re.compile(
    r"(?:(?:executive|deputy|vice|assistant|acting|standing)[ -])*(?:general manager|chief (?:accountant|engineer|economist|executive officer)|"
    r"president|vice-president|dean|headmaster|principal)",
    re.IGNORECASE,
)


def page_owner(text: str, title: Iterable[Chunk]) -> str:
    """The organisation whose page this is, or ''; `title` are the chunks of its headline."""
    if ITSELF.search(text) is None:
        return ""
    named = {_owner(name) for name in bodies_in(title)} - {""}
    whole = {name for name in named if not any(name != other and name in other for other in named)}
    return whole.pop() if len(whole) == 1 else ""


def _owner(name: str) -> str:
    """The organisation in the name of a body: 'Linhe Chemicals Party Committee' is one of Linhe Chemicals; '' for an office of state."""
    part = PART.match(name)
    own = part["owner"] if part else name
    if part is None and body_kind(own) not in ("enterprise", "university", "hospital"):
        return ""
    words = own.split()
    if not DEEDS.isdisjoint(words):
        return ""  # 'Leaders Visit Linhe University for Exchange': a headline, no name
    proper = len(words) > 1 and all(
        word[:1].isupper() for word in words if word not in ("of", "the", "and", "for")
    )
    return own if proper and not level_of(own) and not OWN.search(own) else ""


def of_owner(title: str, body: str, owner: str) -> str:
    """The body of a post on the page of `owner`: its Party committee, itself for its offices, else `body`."""
    if not body:
        return owner if OFFICES.fullmatch(title) else ""
    if PARTS.fullmatch(body):
        return f"{body} of {owner}"
    return OWN.sub(owner, body)
