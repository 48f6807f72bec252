"""What the head noun of a title says by itself: a leader who is one of a body only, a chair with a surname behind, a Party chief."""

from __future__ import annotations

import re

from extract.vocabulary import TitleWord

CHAIRS = frozenset(
    [
        "chairman",
        "chairwoman",
        "chairperson",
        "vice-chairman",
        "selectman",
        "councilman",
        "alderman",
        "supervisor",
    ]
)
"""In minutes a surname stands behind them: 'Chairman McKenna, Mrs. Krieger' are two people, whether or not the first is known for one."""
SURNAME = re.compile(r"[A-Z][a-z]*(?:['’][A-Z]|[A-Z])?[a-z]+")
PARTY_HEADS = frozenset(["secretary", "chief", "boss"])
# generic words that name a post where their body stands beside them: 'leader of the guidance group'
IN_CHARGE = frozenset(["leader", "person in charge", "responsible person", "responsible comrade"])
CHIEF = re.compile(r"\b(?:chief|boss)$", re.IGNORECASE)
DEPUTY = re.compile(r"\b(?:deputy|vice|first|second)\b|^vice-|^deputy-", re.IGNORECASE)


def is_in_charge(word: TitleWord, title: str, body: str) -> bool:
    """Tell whether a generic word names a post: 'leader of the guidance group', 'deputy group leaders' do; 'city leaders', 'a leader' do not."""
    if word.head not in IN_CHARGE:
        return False
    return bool(body and DEPUTY.search(title)) if word.plural else bool(body or DEPUTY.search(title))
