"""People whom a report may have asked anywhere: a grower, a shopkeeper, a resident, a scholar of a university elsewhere."""

from __future__ import annotations

import re

TRADES = (
    r"(?:(?:[a-z]+ )?(?:farmer|grower|planter|breeder|herder|herdsman|shepherd|fisherman|fishermen|shop-?keeper|shop assistant|stall-?holder|trader|vendor|hawker|merchant|"
    r"resident|villager|local|passer-?by|bystander|onlooker|tourist|visitor|commuter|driver|cyclist|pedestrian|tenant|home-?owner|house-?wife|house-?husband|pensioner|"
    r"retiree|student|pupil|parent|mother|father|grandmother|grandfather|customer|shopper|worker|labourer|laborer|miner|tailor|carpenter|baker|butcher|barber|waiter|"
    r"waitress|cook|chef|nurse|analyst|economist|commentator|observer|activist|protester|demonstrator|survivor|witness|eyewitness|fan|pilgrim|worshipper|refugee|migrant))"
)
OWNER = r"(?:owner|proprietor|manager|keeper|operator) of (?:an?|the|his|her|two|three|one) (?:\w+ ){0,3}?(?:shops?|stores?|caf[eé]s?|restaurants?|stalls?|farms?|boats?|guest ?houses?|pubs?|ba[rk]\w*|hotels?|garages?|orchards?|gardens?|kiosks?)"
SCHOLAR = r"(?:[a-z]+ ){0,4}?(?:professor|lecturer|scholar|researcher|historian|political scientist|fellow|expert|specialist)"
BEHIND = re.compile(
    rf"(?: \(\d+\)|,? (?:aged )?\d\d)?, (?P<told>(?:an?|the|one|another)\b (?:[a-z\d-]+ ){{0,4}}?(?:{TRADES}|{OWNER})|(?:an? )?{SCHOLAR}|who (?:also )?(?:grows|sells|farms|fishes|drives|breeds|herds|lives))\b(?! representatives?\b)",
)
BEFORE = re.compile(rf"(?<![\w-])(?:[Ll]ocal |[Tt]he |[Aa] )?(?i:{TRADES}) $")
BRINGS = re.compile(
    r"[^.;,]{0,90}\b(?:represent|delegate|deputy|member|present|attend|participa|chair|invited)",
    re.IGNORECASE,
)
"""What brings somebody of a trade to a meeting: 'a farmer and deputy to the congress'."""
WORDS = 60  # letters in front of a name in which its trade stands


def may_be_anywhere(text: str, begin: int, start: int, end: int) -> bool:
    """Whether the person named at `start` to `end`, in a sentence from `begin`, is told by a trade and by nothing that brings him to a meeting."""
    behind = BEHIND.match(text, end)
    if behind is not None:
        return BRINGS.match(text, behind.start("told")) is None
    return BEFORE.search(text, max(begin, start - WORDS), start) is not None
