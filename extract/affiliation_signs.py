"""What chunks in front of a body or a bracket show: a name that they belong to, an agency that tells, a portfolio."""

from __future__ import annotations

import re

from extract.chunk_record import Chunk

DASHES = frozenset(["-", "–", "—"])
AGENCY = re.compile(
    r"(?:.*\b(?:News|Press|Telegraph|Information) Agency|.*\b(?:Times|Post|Daily|Herald|Tribune|Gazette|Television|Radio)"
    r"|[A-Z]{3,6}|Xinhua|Reuters|Bernama|Antara|Petra|Yonhap|Kyodo|Anadolu|Interfax|Tanjug|Agerpres)"
)
ENVOYS = frozenset(["consul", "consul general", "ambassador", "representative", "correspondent"])


def behind_name(out: list[Chunk]) -> int:
    """Count the chunks that join what follows to a name: 'Professor X of the Institute', 'Chairman X of our council'; 0 where none do."""
    own = bool(out) and out[-1].text.lower() in ("our", "this", "its", "their")
    joint = 1 + own
    if len(out) <= joint or out[-joint].text.lower() not in ("of", "from"):
        return 0
    return joint if out[-joint - 1].kind == "name" else 0


def telling_agency(out: list[Chunk], following: Chunk | None) -> int:
    """Count the chunks that name, behind a comma, what tells of it: ', Isles News Agency (INA) reported', ', the palace said.'"""
    at = len(out) - 1
    if [chunk.kind for chunk in out[-3:]] == ["open", "title-less", "close"]:
        at -= 3
    if at < 2 or out[at].kind not in ("body", "title-less", "post"):
        return 0
    told = out[at].kind == "body" and (following is None or following.text == ".")
    if not AGENCY.fullmatch(out[at].text) and not (told and out[at].text.lower().startswith("the ")):
        return 0
    at -= out[at - 1].kind == "det"
    return len(out) - at + 1 if out[at - 1].kind == "comma" and out[at - 2].kind != "verb" else 0


def is_dashed(out: list[Chunk]) -> bool:
    """Tell whether a name and a dash end the chunks: 'Ann Moss - Elm Council'."""
    return len(out) > 1 and out[-1].text in DASHES and out[-2].kind == "name"


def is_inside_verb(out: list[Chunk], following: Chunk | None) -> bool:
    """Tell whether a word stands inside a verb: 'has today hosted', 'have just met'."""
    return bool(out) and out[-1].kind == "auxiliary" and following is not None and following.kind == "verb"


def is_in_place(out: list[Chunk]) -> bool:
    """Tell whether 'consul general of Russia in Shenyang' ends the chunks in front of a name: where an envoy sits is part of the post."""
    if len(out) < 3 or out[-2].text != "in":
        return False
    if [chunk.kind for chunk in out[-3:]] != ["post", "adverb", "title-less"]:
        return False
    return out[-3].head in ENVOYS and not out[-3].plural


def is_short_name(out: list[Chunk]) -> bool:
    """Tell whether a body and its short name in brackets end the chunks: 'National Assembly (NA)'."""
    return [chunk.kind for chunk in out[-4:]] == ["body", "open", "title-less", "close"] and out[
        -2
    ].text.isupper()


def is_in_charge(out: list[Chunk]) -> bool:
    """Tell whether a name and 'in charge of' end the chunks."""
    return (
        len(out) > 3
        and [chunk.text.lower() for chunk in out[-3:]] == ["in", "charge", "of"]
        and out[-4].kind == "name"
    )


def is_named_in_brackets(out: list[Chunk]) -> bool:
    """Tell whether an open bracket and one name end the chunks, right behind a post of one person."""
    if [chunk.kind for chunk in out[-3:]] != ["post", "open", "name"]:
        return False
    return not (out[-3].plural or out[-3].generic)


def portfolio_at(out: list[Chunk]) -> int | None:
    """Find where a title begins that a parenthesis and 'of' follow: 'Vice President (Research) of'."""
    if len(out) < 4 or out[-1].text.lower() != "of" or out[-2].kind != "close":
        return None
    opened = next((n for n in range(len(out) - 3, max(0, len(out) - 8), -1) if out[n].kind == "open"), None)
    if opened is None or opened == 0:
        return None
    acronym = len(out) - opened == 4 and out[opened + 1].text.isupper()
    return (
        opened - 1 if out[opened - 1].kind == "post" or (acronym and out[opened - 1].kind == "body") else None
    )
