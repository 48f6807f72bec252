"""Forms of address that state a seat: 'Cllr Moss', 'Councillors Moss and Bell', 'County Councillor Moss', 'Ald. Bell'."""

from __future__ import annotations

import re

from corpus.needed import guarded
from extract.names_span import NameSpan

STYLES = {
    "cllr": "Councillor",
    "cr": "Councillor",
    "crs": "Councillor",
    "cllrs": "Councillor",
    "councillor": "Councillor",
    "councillors": "Councillor",
    "councilor": "Councilor",
    "councilors": "Councilor",
    "councilman": "Councilman",
    "councilmen": "Councilman",
    "councilwoman": "Councilwoman",
    "councilwomen": "Councilwoman",
    "councilmember": "Councilmember",
    "councilmembers": "Councilmember",
    "ald": "Alderman",
    "alderman": "Alderman",
    "aldermen": "Alderman",
    "selectman": "Selectman",
    "selectmen": "Selectman",
    "selectwoman": "Selectwoman",
    "senator": "Senator",
    "senators": "Senator",
    "professor": "Professor",
    "prof": "Professor",
    "academician": "Academician",
    "mayor": "Mayor",
    "colonel": "Colonel",
    "col": "Colonel",
    "lt col": "Lieutenant Colonel",
    "captain": "Captain",
    "capt": "Captain",
    "major": "Major",
    "maj": "Major",
    "general": "General",
    "gen": "General",
    "major general": "Major General",
    "maj gen": "Major General",
    "lieutenant general": "Lieutenant General",
    "lt gen": "Lieutenant General",
    "brigadier": "Brigadier",
    "brig": "Brigadier",
    "brigadier general": "Brigadier General",
    "brig gen": "Brigadier General",
    "commodore": "Commodore",
    "admiral": "Admiral",
    "canon": "Canon",
    "bishop": "Bishop",
    "sheriff": "Sheriff",
    "chief justice": "Chief Justice",
    "air marshal": "Air Marshal",
    "air chief marshal": "Air Chief Marshal",
    "churchwarden": "Churchwarden",
    "lt general": "Lieutenant General",
    "maj general": "Major General",
    "brig general": "Brigadier General",
    "emir": "Emir",
    "amir": "Amir",
}
ACADEMIC = frozenset({"Professor", "Academician"})
OF_A_COUNCIL = frozenset(
    {"Councillor", "Councilor", "Councilman", "Councilwoman", "Councilmember", "Alderman"}
)
BEFORE = guarded(
    r"(?:(?<![\w-])(?P<level>County|District|Borough|City|Unitary|Regional|State|Ward) )?"
    rf"(?<![\w-])(?<!\bdeputy )(?<!\bvice )(?<!\bformer )(?<!\bacting )(?<!\bex-)(?P<style>{'|'.join(key.replace(' ', '[. -]+') for key in sorted(STYLES, key=len, reverse=True))})\.?,? +(?:(?:Mrs|Ms|Mr|Miss|Dr|Hon|Sir|the|Sheikh|Shaikh)\.? +)*$",
    re.IGNORECASE,
)
PLURAL = re.compile(r"(?:(?<!s)s|men|women)\.?$", re.IGNORECASE)
OTHERS_POST = re.compile(r"(?:,|\band) [\w.-]+, +$")
"""'A, deputy secretary and mayor, B': the comma closes the posts of whoever stands before."""
REACH = 44


def style_of(text: str, name: NameSpan) -> str:
    """The title that a form of address before a name states, with its level ('County Councillor'), or ''."""
    match = _before(text, name)
    if match is None:
        return STYLES.get(name.honorific.lower().strip(". "), "")
    title = STYLES[re.sub(r"[. -]+", " ", match["style"].lower())]
    level = match["level"] or ""
    return f"{level.title()} {title}".strip()


def carries(text: str, name: NameSpan) -> bool:
    """Whether the form of address before a name is plural and goes for the names behind it too: 'Cllrs Moss, Bell and Ash'."""
    match = _before(text, name)
    return match is not None and PLURAL.search(match["style"]) is not None


def _before(text: str, name: NameSpan) -> re.Match[str] | None:
    first = text[name.start : name.end].lower().find(name.name.split()[0].lower())
    start = name.start + max(0, first)
    if not text.startswith((" ", "\n"), start - 1):
        return None
    match = BEFORE.search(text[max(0, start - REACH) : start])
    return None if match is not None and OTHERS_POST.search(match.string, 0, match.end()) else match
