"""The role grammar: which people stand at which role verb of a sentence.

Subjects stand left of an active verb (adverbs, auxiliaries and 'who' may come between), agents right of a
passive or inverted one, both sides of 'met with'. A verb without a subject of its own shares that of the verb before it
('attended the meeting and delivered a speech'); a gerund in front ('When presiding over the study, X stressed')
has its subject after the comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from extract.chunk_record import Chunk
from extract.frames import Frame, FrameHit
from extract.lists import LIST_KINDS, Entry, read_list
from extract.sides import BETWEEN, list_after, list_before

OBSERVED = re.compile(
    r"\bas (?:a |an )?(?:non-?\s?voting|observer)|\bwithout (?:the right to )?vot|\bsat in\b(?! the (?:main|sub|branch))|\bas observers\b|\bnon-?voting (?:delegate|participant|attende|capacity)",
    re.IGNORECASE,
)
VIDEO = re.compile(
    r"\b(?:by|via|through|over|on) (?:the )?(?:video|telephone|phone|zoom|teams|webex|conference call)\b|\bonline\b|\bremotely\b|\bvirtually\b",
    re.IGNORECASE,
)
BEHALF = re.compile(r"\bon behalf of\b|\brepresenting\b|\bentrusted by\b", re.IGNORECASE)
TRAVELLERS = re.compile(
    r"\b(?:delegation|team|group|mission|party|contingent|entourage|column|convoy|procession)s?$",
    re.IGNORECASE,
)
TO_COME = re.compile(r"\b(?:will|shall|would)\b", re.IGNORECASE)
OBJECT_WORDS = 14
TOGETHER = ("met", "meet", "held", "holds", "conferred")  # 'X and Y met in Apia'
LIKEWISE = re.compile(r"(?:and )?(?:so|as) (?:did|was|were)\b", re.IGNORECASE)
TURN_WORDS = 5  # chunks: fewer are a line of a table
RELATIVES = frozenset(["which", "that", "whom", "where"])
PAID_VISIT = re.compile(r"(?:paid|made) an? (?:\w+ )?visit", re.IGNORECASE)
VISIT = Frame(id="inspect", role="led", voice="active", strength="visit", object="none")
APPEAL = Frame(id="say", role="spoke", voice="active", strength="soft", object="none")
TELLERS = frozenset({"name", "pronoun", "gathering", "post", "comma", "close", "adverb", "and"})
GUEST_RULES = frozenset({"meet", "welcome", "receive-him"})
GUEST_KINDS = frozenset({"det", "body", "post", "title-less", "and", "adverb", "affiliation"})
FROM = frozenset({"from", "of", "visiting", "member"})
QUOTES = frozenset({'"', "”", "’", "'", "」", "»"})
MEMBERS = frozenset(["including", "namely"])
COMPANY = ("alongside", "together with", "along with")
WITH_FRAMES = frozenset({"take-chair", "present"})  # 'with the Mayor in the chair', 'with X in attendance'


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """People in a role, as one clause says it. `gathering` is the gathering named as the verb's object, if any."""

    role: str
    strength: str
    rule: str
    entries: tuple[Entry, ...]
    start: int
    end: int
    gathering: Chunk | None = None
    carried: bool = False
    perfect: bool = False
    qualifiers: tuple[str, ...] = ()


def acts_of(text: str, chunks: Sequence[Chunk]) -> tuple[Act, ...]:
    """Read the acts of one chunked sentence, in the order of their verbs."""
    acts: list[Act] = []
    pending: tuple[Entry, ...] = ()  # the subject before ', accompanied by X,'
    used_until = 0  # a list right of a verb is not the subject of the next one
    acts += _turn(text, chunks)
    for at, chunk in enumerate(chunks):
        if chunk.kind != "verb" or chunk.frame is None:
            continue
        hit = chunk.frame
        if (hit.frame.id == "chair" and _holds_office(chunks, at)) or _told_by_body(chunks, at):
            continue
        if hit.frame.id == "lead-passive" and acts and _leads_guests(chunks, at, acts[-1]):
            entries, used_until = list_after(text, chunks, at, aside=True)
            people = (*acts[-1].entries, *(entry for entry in entries[:1] if entry.name))
            acts[-1] = replace(acts[-1], entries=people)
            continue
        if hit.frame.id == "lead-passive" and _heads_body(chunks, at):
            continue
        if hit.frame.id == "lead-passive" and _led_gathering(chunks, at):
            hit = replace(hit, frame=replace(hit.frame, role="chaired", strength="strong"))
        if hit.frame.voice in ("passive", "inverted"):
            aside = at > 0 and chunks[at - 1].kind == "comma"
            if aside and _to_come(text, chunks, at):
                continue
            if aside:
                pending, _ = list_before(text, chunks, at, used_until)
            subject = pending
            if hit.frame.other and not aside and hit.frame.voice == "passive":
                subject, _ = list_before(text, chunks, at, used_until)
                subject = subject or _carried(chunks, at, acts)
            entries, used_until = list_after(text, chunks, at, aside=aside)
            if acts and LIKEWISE.match(chunk.text):
                hit = replace(hit, frame=replace(hit.frame, role=acts[-1].role))
            if aside and hit.frame.role == "chaired":
                cut = _one_chair(text, entries)
                used_until = cut[-1].end if len(cut) < len(entries) else used_until
                entries = cut
            acts += _acts(text, chunks, at, hit, entries, carried=False)
            if hit.frame.other and entries:
                acts += _other_side(text, chunks, at, hit, subject)
            continue
        if hit.frame.voice == "fronted":
            acts += _acts(text, chunks, at, hit, _fronted(text, chunks, at), carried=False)
            continue
        entries, adjacent = list_before(text, chunks, at, used_until, beside=hit.frame.id in WITH_FRAMES)
        carried = False
        if not entries and hit.frame.id == "say" and _closes_quote(chunks, at):
            entries, used_until = _said_by(text, chunks, at)
        if not entries and _relative(chunks, at):
            entries, adjacent = _named_before_who(text, chunks, at), True
        if not entries and hit.gerund:
            entries = _fronted(text, chunks, at)
        if not entries and not adjacent:
            entries = _carried(chunks, at, acts) or pending
            carried = bool(entries)
        pending = ()
        if entries and not carried and _told_of(chunks, at, entries, hit):
            continue
        if carried and hit.frame.id == "suggest" and acts and acts[-1].role == "reported":
            continue  # 'gave a lecture and made suggestions': one part of the programme
        if hit.infinitive and carried and hit.frame.voice == "active" and hit.frame.strength != "strong":
            continue
        if hit.frame.voice == "mutual":
            others, reached = list_after(text, chunks, at, where=True)
            if _belongs_to_chair(chunks, reached):
                others = ()  # 'met on Saturday with the Mayor in the chair'
            else:
                used_until = reached
            if entries and not others and chunk.text.lower().startswith("called"):
                hit = replace(hit, frame=APPEAL)  # 'called on the bureaus to act'
                acts += _acts(text, chunks, at, hit, entries, carried=carried)
                continue
            if entries and not others and PAID_VISIT.match(chunk.text):
                acts += _acts(text, chunks, at, replace(hit, frame=VISIT), entries, carried=carried)
                continue
            guests = others or _delegation(chunks, at) or "with" in chunk.text.lower()
            together = chunk.text.lower().startswith(TOGETHER) and sum(bool(e.name) for e in entries) > 1
            if not (entries or (adjacent and others)) or not (guests or together):
                continue
            acts += _acts(text, chunks, at, hit, (*entries, *others), carried=False)
            continue
        company: tuple[Entry, ...] = ()
        if hit.frame.strength == "visit" and entries and not carried:
            entries, company = _retinue(text, chunks, at, entries)
        acts += _acts(text, chunks, at, hit, entries, carried=carried)
        acts += [
            replace(act, role="accompanied") for act in _acts(text, chunks, at, hit, company, carried=False)
        ]
        if entries and hit.frame.strength != "soft":
            acts += _companions(text, chunks, at, hit, entries)
    return tuple(acts)


def _told_of(chunks: Sequence[Chunk], at: int, entries: Sequence[Entry], hit: FrameHit) -> bool:
    """'X stressed that Y has put forward a plan': what a speaker, or the meeting, tells of somebody was elsewhere."""
    if not (hit.perfect or hit.frame.role in ("spoke", "reported")):
        return False
    first = min(entry.start for entry in entries)
    that = next((n for n in range(at - 1, -1, -1) if chunks[n].end <= first), 0)
    if that < 2 or chunks[that].text.lower() != "that" or chunks[that - 1].kind != "verb":
        return False
    verb, teller = chunks[that - 1].frame, chunks[that - 2].kind
    return verb is not None and verb.frame.strength == "soft" and teller in TELLERS


def _closes_quote(chunks: Sequence[Chunk], at: int) -> bool:
    """'"The dyke must hold," said X': a quotation ends right before the verb."""
    return at > 0 and chunks[at - 1].text in QUOTES


def _said_by(text: str, chunks: Sequence[Chunk], at: int) -> tuple[tuple[Entry, ...], int]:
    """The speaker right behind a verb that closes a quotation; one person, with the post on either side."""
    entries, stop = list_after(text, chunks, at, aside=True)
    if not entries or entries[0].name is None or len([e for e in entries if e.name]) > 1:
        return (), 0
    between = text[chunks[at].end : entries[0].start].strip()
    return (entries[:1], stop) if between in ("", "the") else ((), 0)


def _told_by_body(chunks: Sequence[Chunk], at: int) -> bool:
    """'met with Helga Moss, Uzbekistan MFA reports': right before the verb stands a body, behind a comma."""
    return (
        at > 1
        and chunks[at].frame is not None
        and chunks[at].frame.frame.id in ("say", "report")  # type: ignore[union-attr]
        and chunks[at - 1].kind in ("title-less", "body")
        and chunks[at - 2].kind == "comma"
        and chunks[at].text.lower() in ("reports", "reported", "said", "says", "told", "added")
    )


def _turn(text: str, chunks: Sequence[Chunk]) -> list[Act]:
    """'Mr. Moss: They will break down.': the speaker's name opens the line, a colon and a sentence follow."""
    if len(chunks) < TURN_WORDS or chunks[0].kind != "name" or chunks[1].kind != "colon":
        return []
    entries = read_list(text, [chunks[0]])
    return [
        Act(
            role=APPEAL.role,
            strength=APPEAL.strength,
            rule=APPEAL.id,
            entries=entries,
            start=chunks[1].start,
            end=chunks[1].end,
        )
    ]


def _to_come(text: str, chunks: Sequence[Chunk], at: int) -> bool:
    """'Tomorrow the guest will go to the shrine, accompanied by X': nothing that has happened."""
    first = next((c.end for c in reversed(chunks[:at]) if c.kind in ("verb", "semicolon")), chunks[0].start)
    return TO_COME.search(text, first, chunks[at].start) is not None


def _belongs_to_chair(chunks: Sequence[Chunk], reached: int) -> bool:
    passed = (*BETWEEN, "comma")
    following = next((c for c in chunks if c.start >= reached and c.kind not in passed), None)
    return following is not None and following.frame is not None and following.frame.frame.id in WITH_FRAMES


def _holds_office(chunks: Sequence[Chunk], at: int) -> bool:
    """'Liang, who chairs the Federation of Traders': a post, nothing that happened."""
    if chunks[at].text.lower() != "chairs" or not at or chunks[at - 1].kind != "who":
        return False
    following = next((c for c in chunks[at + 1 :] if c.kind != "det"), None)
    return following is not None and following.kind == "body"


def _delegation(chunks: Sequence[Chunk], at: int) -> bool:
    """'received the delegation': guests, though nobody of them is named."""
    following = next((c for c in chunks[at + 1 :] if c.kind != "det"), None)
    return (
        following is not None and following.kind == "body" and TRAVELLERS.search(following.text) is not None
    )


def _heads_body(chunks: Sequence[Chunk], at: int) -> bool:
    """'The budget committee, headed by X', 'the railways are led by Y': what a person heads, nothing that happened."""
    if at and chunks[at - 1].kind == "auxiliary" and chunks[at - 1].text.lower() in ("is", "are"):
        return True
    before = next((c for c in reversed(chunks[:at]) if c.kind not in (*BETWEEN, "comma")), None)
    return before is not None and before.kind == "body" and TRAVELLERS.search(before.text) is None


def _leads_guests(chunks: Sequence[Chunk], at: int, act: Act) -> bool:
    """'met with a delegation from B led by X', 'received the guests headed by X': X is one of those who were met."""
    if act.rule not in GUEST_RULES:
        return False
    between = [chunk for chunk in chunks[:at] if chunk.start >= act.end]
    return bool(between) and all(chunk.kind in GUEST_KINDS or chunk.text.lower() in FROM for chunk in between)


def _one_chair(text: str, entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """'At the plenary, chaired by X, the mayors Y and Z spoke': the comma behind X ends the aside, an 'and' does not."""
    for number in range(1, len(entries)):
        if "," in text[entries[number - 1].end : entries[number].start]:
            return entries[:number]
    return entries


def _led_gathering(chunks: Sequence[Chunk], at: int) -> bool:
    """'The council meeting was led by X': X chaired it; 'a visit led by X' stays a visit."""
    before = next((c for c in reversed(chunks[:at]) if c.kind not in BETWEEN), None)
    return before is not None and before.kind == "gathering" and before.head not in ("visit", "inspection")


def _companions(
    text: str, chunks: Sequence[Chunk], at: int, hit: FrameHit, subject: Sequence[Entry]
) -> list[Act]:
    """'X signed the accord alongside Y', 'four leaders attended the meeting, namely Y and Z': those beside the subject."""
    collective = all(entry.group for entry in subject)
    for number in range(at + 1, len(chunks)):
        chunk = chunks[number]
        if chunk.kind in ("verb", "semicolon"):
            return []
        if chunk.kind == "and" and chunk.text.lower().startswith(COMPANY):
            entries, _ = list_after(text, chunks, number)
            role = "attended" if hit.frame.role in ("spoke", "chaired", "reported") else hit.frame.role
            beside = _acts(text, chunks, at, hit, entries, carried=False)
            return [replace(act, role="accompanied" if role == "led" else role) for act in beside]
        if collective and chunk.text.lower() in MEMBERS:
            entries, _ = list_after(text, chunks, number)
            return _acts(text, chunks, at, hit, [e for e in entries if e.name], carried=False)
    return []


def _retinue(
    text: str, chunks: Sequence[Chunk], at: int, subject: tuple[Entry, ...]
) -> tuple[tuple[Entry, ...], tuple[Entry, ...]]:
    """'X, with Y and Z, went to the dyke': the leader, and those with whom the leader goes, named before the verb."""
    for opened in range(1, at):
        chunk = chunks[opened]
        if (
            chunk.text.lower() != "with"
            or chunks[opened - 1].kind != "comma"
            or chunks[at - 1].kind != "comma"
        ):
            continue
        leaders = tuple(entry for entry in subject if entry.end <= chunk.start)
        company, stop = list_after(text, chunks, opened, aside=True)
        if leaders and company and stop >= chunks[at - 2].end and all(entry.name for entry in company):
            return leaders, company
    return subject, ()


def _other_side(
    text: str, chunks: Sequence[Chunk], at: int, hit: FrameHit, subject: Sequence[Entry]
) -> list[Act]:
    """'X was received by Y', 'Accompanying X were Y and Z': X was there as well."""
    inside = tuple(
        entry
        for chunk in chunks[at].inside
        if chunk.kind == "name" and not chunk.generic
        for entry in read_list(text, [chunk])
    )
    people = tuple(entry for entry in (*subject, *inside) if not entry.group)
    if hit.frame.voice == "passive" and not _finite(chunks, at):
        return []  # ', accompanied by Y,': the verb that follows says what X did
    return [replace(act, role=hit.frame.other) for act in _acts(text, chunks, at, hit, people, carried=False)]


def _finite(chunks: Sequence[Chunk], at: int) -> bool:
    return any(chunk.kind == "auxiliary" for chunk in chunks[max(0, at - 2) : at])


def _acts(
    text: str, chunks: Sequence[Chunk], at: int, hit: FrameHit, entries: Sequence[Entry], *, carried: bool
) -> list[Act]:
    if not entries:
        return []
    verb = chunks[at]
    gathering = _object(chunks, at)
    tail = _tail(text, chunks, at)
    role = hit.frame.role
    if role == "attended" and OBSERVED.search(tail):
        role = "observed"
    qualifiers = []
    if VIDEO.search(tail):
        qualifiers.append("by video")
    if BEHALF.search(tail):
        qualifiers.append("on behalf of another")
    if not _object_fits(hit.frame, chunks, at, gathering):
        return []
    also = ("observed",) if role in ("reported", "spoke") and OBSERVED.search(tail) else ()
    return [
        Act(
            role=each,
            strength=hit.frame.strength,
            rule=hit.frame.id,
            entries=tuple(entries),
            start=verb.start,
            end=verb.end,
            gathering=gathering,
            carried=carried,
            perfect=hit.perfect or _background(chunks, at, hit),
            qualifiers=tuple(qualifiers),
        )
        for each in (role, *also)
    ]


def _background(chunks: Sequence[Chunk], at: int, hit: FrameHit) -> bool:
    """'who are attending a training class': what the people were doing besides, not what is reported."""
    before = [chunk.kind for chunk in chunks[max(0, at - 3) : at]]
    return hit.gerund and "who" in before and "auxiliary" in before


def _tail(text: str, chunks: Sequence[Chunk], at: int) -> str:
    stop = next(
        (n for n in range(at + 1, len(chunks)) if chunks[n].kind in ("verb", "semicolon")), len(chunks)
    )
    return text[chunks[at].start : chunks[stop - 1].end]


def _object(chunks: Sequence[Chunk], at: int) -> Chunk | None:
    """The gathering that the verb governs: inside it, or the next one before another verb, within reach."""
    for chunk in chunks[at].inside:
        if chunk.kind == "gathering":
            return chunk
    for number in range(at + 1, min(len(chunks), at + OBJECT_WORDS)):
        if chunks[number].kind == "gathering":
            return chunks[number]
        if chunks[number].kind in ("verb", "semicolon", "name"):
            return None
    return None


NOT_GATHERINGS = re.compile(
    r"^[\w-]+ of (?:them|these|those)\b|^(?:the |a |an |his |her )?(?:[\w'’-]+ ){0,3}(?:university|school|college|academy|church|hospital|kindergarten|classes|"
    r"strategy|development|construction|reform|governance|competition|fight|war|battle|work|cause|revolution|game|race|party)\b",
    re.IGNORECASE,
)


def _object_fits(frame: Frame, chunks: Sequence[Chunk], at: int, gathering: Chunk | None) -> bool:
    if frame.object != "gathering" or gathering is not None:
        return True
    rest = " ".join(chunk.text for chunk in chunks[at + 1 : at + 8]).strip()
    if (
        not rest
        or rest[:1] in ".,;:)"
        or rest.lower().startswith(("and ", "it", "this", "via ", "by video", "online", "as "))
    ):
        return frame.role in ("attended", "observed")
    if frame.role == "attended":
        return not NOT_GATHERINGS.match(rest)
    return False


def _relative(chunks: Sequence[Chunk], at: int) -> bool:
    stop = at
    while stop > 0 and chunks[stop - 1].kind in BETWEEN:
        stop -= 1
    return stop > 0 and chunks[stop - 1].kind == "who"


def _named_before_who(text: str, chunks: Sequence[Chunk], at: int) -> tuple[Entry, ...]:
    """'Presiding was X, who said ...': the last name before 'who', though another verb has it already."""
    for number in range(at - 1, -1, -1):
        if chunks[number].kind == "name":
            return read_list(text, [chunks[number]])
        if chunks[number].kind == "verb":
            return ()
    return ()


def _fronted(text: str, chunks: Sequence[Chunk], at: int) -> tuple[Entry, ...]:
    """'When presiding over the study, X stressed ...': the subject after the comma that closes the gerund."""
    if any(chunk.kind in ("name", "verb", "post") for chunk in chunks[:at]):
        return ()
    for number in range(at + 1, len(chunks)):
        if chunks[number].kind == "verb":
            return ()
        if chunks[number].kind == "comma":
            window = []
            for chunk in chunks[number + 1 :]:
                if chunk.kind not in LIST_KINDS:
                    break
                window.append(chunk)
            entries = tuple(e for e in read_list(text, window) if e.name or e.pronoun)
            if entries:
                return entries
    return ()


def _carried(chunks: Sequence[Chunk], at: int, acts: Sequence[Act]) -> tuple[Entry, ...]:
    """The subject of the verb before, where this verb is coordinate with it or closes its relative clause."""
    previous = next((n for n in range(at - 1, -1, -1) if chunks[n].kind == "verb"), None)
    if previous is None or not acts:
        return ()
    owner = next((act for act in reversed(acts) if act.start <= chunks[previous].start), None)
    if owner is None or owner.start != chunks[previous].start:
        return ()
    first = min((entry.start for entry in owner.entries), default=0)
    before = next((chunk for chunk in reversed(chunks) if chunk.end <= first), None)
    if before is not None and before.text.lower() in RELATIVES:
        return ()  # 'the meeting, which X presided over, conveyed ...'
    between = list(chunks[previous + 1 : at])
    last = next((c for c in reversed(between) if c.kind not in BETWEEN), None)
    relative = previous > 0 and any(c.kind == "who" for c in chunks[max(0, previous - 3) : previous])
    frame = chunks[previous].frame
    if frame is not None and frame.frame.voice in ("passive", "inverted"):
        return ()
    coordinate = last is None or last.kind in ("and", "comma", "semicolon")
    gerund = chunks[at].frame is not None and chunks[at].frame.gerund  # type: ignore[union-attr]
    if gerund and chunks[at - 1].kind in ("post", "body", "title-less"):
        return ()  # 'told the cadres accompanying him'
    if not (coordinate or relative or gerund):
        return ()
    return owner.entries
