"""Role verbs that tell of no deed done there: what others tell, what is studied or signed, what somebody heads."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.chunk_record import Chunk
from extract.delegations import travels
from extract.frames import FrameHit
from extract.list_record import Entry
from extract.side_words import BETWEEN

PAPER = re.compile(
    r"\b(?:notifications?|circulars?|gazettes?|orders?|letters?|notices?|decrees?|petitions?|directives?|warrants?|ordinances?|advisory|"
    r"press release|(?<!joint )statement)(?: \w+ed on \w+day)?,?(?: which)?(?: (?:was|were|is|has been|had been))? $",
    re.IGNORECASE,
)
STUDIED = re.compile(
    r"\b(?:stud(?:y|ied|ying)|learn(?:ed|ing)?|implement(?:ed|ing)?|convey(?:ed|ing)?|guided by|spirits? of|accord\w+ to|in line with|"
    r"based on|carr(?:y|ied|ying) out|understand(?:ing)?|grasp(?:ed|ing)?)\b[^.;:]*$",
    re.IGNORECASE,
)
REVIEWED = re.compile(
    r"\b(?:to|in|for|continued?(?: to)?|and) (?:review|deliberat|discuss|consider|stud|examin|investigat)\w*(?: and \w+)?(?: the| on the)? (?:[\w'’“”\"-]+ ){0,4}?$",
    re.IGNORECASE,
)
REACH = 60  # letters in front of a speech in which it is said to be studied
TELLERS = frozenset({"name", "pronoun", "gathering", "post", "comma", "close", "adverb", "and"})


def told_of(chunks: Sequence[Chunk], at: int, entries: Sequence[Entry], hit: FrameHit) -> bool:
    """'X stressed that Y has put forward a plan': what a speaker, or the meeting, tells of somebody was elsewhere."""
    himself = hit.frame.strength == "visit" and all(entry.pronoun for entry in entries)
    if not (hit.perfect or himself or hit.frame.role in ("spoke", "reported")):
        return False
    first = min(entry.start for entry in entries)
    that = next((n for n in range(at - 1, -1, -1) if chunks[n].end <= first), 0)
    if that < 2 or chunks[that].text.lower() != "that" or chunks[that - 1].kind != "verb":
        return False
    verb, teller = chunks[that - 1].frame, chunks[that - 2].kind
    return verb is not None and verb.frame.strength == "soft" and teller in TELLERS


def signs_paper(text: str, chunks: Sequence[Chunk], at: int) -> bool:
    """'The notification was signed by X': at a desk, not at a gathering; 'the agreement was signed by X' is at one."""
    verb = chunks[at]
    before = max(chunks[0].start, verb.start - REACH)
    return verb.text.lower().startswith("sign") and PAPER.search(text, before, verb.start) is not None


def heads_by_office(chunks: Sequence[Chunk], at: int) -> bool:
    """'The water authority is currently chaired by X': whose office it is, where 'the meeting is chaired by X' happens."""
    before = [c for c in chunks[:at] if c.kind not in ("adverb", "auxiliary")]
    present = any(c.text.lower() in ("is", "are") for c in chunks[max(0, at - 2) : at])
    happens = any(c.kind == "gathering" or c.text.lower() == "being" for c in chunks[:at])
    return present and bool(before) and before[-1].kind == "body" and not happens


def studied(text: str, chunks: Sequence[Chunk], at: int) -> bool:
    """'The seminar was held to study the speech given by X', 'implemented the important speeches made by X'."""
    return STUDIED.search(text, max(chunks[0].start, chunks[at].start - REACH), chunks[at].start) is not None


def reviewed(text: str, chunks: Sequence[Chunk], at: int) -> bool:
    """'The delegation met to review the work report delivered by X': given elsewhere, to the whole assembly."""
    return REVIEWED.search(text, max(chunks[0].start, chunks[at].start - REACH), chunks[at].start) is not None


def told_by_body(chunks: Sequence[Chunk], at: int) -> bool:
    """'met with Helga Moss, Uzbekistan MFA reports': right before the verb stands a body, behind a comma."""
    return (
        at > 1
        and chunks[at].frame is not None
        and chunks[at].frame.frame.id in ("say", "report")  # type: ignore[union-attr]
        and chunks[at - 1].kind in ("title-less", "body")
        and chunks[at - 2].kind == "comma"
        and chunks[at].text.lower() in ("reports", "reported", "said", "says", "told", "added")
    )


def holds_office(chunks: Sequence[Chunk], at: int) -> bool:
    """'Liang, who chairs the Federation of Traders': a post, nothing that happened."""
    if chunks[at].text.lower() != "chairs" or not at or chunks[at - 1].kind != "who":
        return False
    following = next((c for c in chunks[at + 1 :] if c.kind != "det"), None)
    return following is not None and following.kind == "body"


def heads_body(chunks: Sequence[Chunk], at: int) -> bool:
    """'The budget committee, headed by X', 'the railways are led by Y': what a person heads, nothing that happened."""
    if at and chunks[at - 1].kind == "auxiliary" and chunks[at - 1].text.lower() in ("is", "are"):
        return True
    before = next((c for c in reversed(chunks[:at]) if c.kind not in (*BETWEEN, "comma")), None)
    if (
        before is not None
        and before.kind in ("body", "title-less")
        and (whose := _comes_from(chunks, before))
    ):
        before = whose
    if before is not None and before.kind == "post" and " from " in before.text:
        return True  # 'the officials from the university led by X': whom X leads, not what happened
    return before is not None and before.kind == "body" and not travels(before)


def _comes_from(chunks: Sequence[Chunk], place: Chunk) -> Chunk | None:
    """The delegation in 'the delegation from the Kingdom of Arcadia was led by X'."""
    at = chunks.index(place)
    if at < 2 or chunks[at - 1].text.lower() not in ("from", "of") or chunks[at - 2].kind != "body":
        return None
    return chunks[at - 2] if travels(chunks[at - 2]) else None
