"""The role grammar: which people stand at which role verb of a sentence.

Subjects stand left of an active verb (adverbs, auxiliaries and 'who' may come between), agents right of a
passive or inverted one, both sides of 'met with'. A verb without a subject of its own shares that of the verb before it
('attended the meeting and delivered a speech'); a gerund in front ('When presiding over the study, X stressed')
has its subject after the comma.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extract.chunks import Chunk
from extract.frames import Frame, FrameHit
from extract.lists import LIST_KINDS, Entry, read_list

BETWEEN = frozenset({"adverb", "auxiliary"})
PREPOSITIONS = frozenset(
    [
        "of",
        "at",
        "in",
        "for",
        "from",
        "to",
        "by",
        "with",
        "on",
        "under",
        "behalf",
        "about",
        "than",
        "against",
        "via",
        "through",
        "by's",
    ]
)
OBSERVED = re.compile(
    r"\bas (?:a |an )?(?:non-?\s?voting|observer)|\bwithout (?:the right to )?vot|\bsat in\b|\bas observers\b|\bnon-?voting (?:delegate|participant|attende|capacity)",
    re.IGNORECASE,
)
VIDEO = re.compile(
    r"\b(?:by|via|through|over|on) (?:the )?(?:video|telephone|phone|zoom|teams|webex|conference call)\b|\bonline\b|\bremotely\b|\bvirtually\b",
    re.IGNORECASE,
)
BEHALF = re.compile(r"\bon behalf of\b|\brepresenting\b|\bentrusted by\b", re.IGNORECASE)
DAY_BETWEEN = re.compile(
    r"(?:on )?(?:the )?(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|yesterday|today|recently|"
    r"(?:(?:January|February|March|April|May|June|July|August|September|October|November|December) )?\d{1,2}(?:st|nd|rd|th)?)"
    r"(?: (?:morning|afternoon|evening))?",
    re.IGNORECASE,
)
OBJECT_WORDS = 14
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
    for at, chunk in enumerate(chunks):
        if chunk.kind != "verb" or chunk.frame is None:
            continue
        hit = chunk.frame
        if hit.frame.voice in ("passive", "inverted"):
            aside = at > 0 and chunks[at - 1].kind == "comma"
            if aside:
                pending, _ = _left(text, chunks, at, used_until)
            entries, used_until = _right(text, chunks, at, aside=aside)
            acts += _acts(text, chunks, at, hit, entries, carried=False)
            continue
        entries, adjacent = _left(text, chunks, at, used_until, beside=hit.frame.id in WITH_FRAMES)
        carried = False
        if not entries and _relative(chunks, at):
            entries, adjacent = _named_before_who(text, chunks, at), True
        if not entries and hit.gerund:
            entries = _fronted(text, chunks, at)
        if not entries and not adjacent:
            entries = _carried(chunks, at, acts) or pending
            carried = bool(entries)
        pending = ()
        if hit.infinitive and carried and hit.frame.voice == "active" and hit.frame.strength != "strong":
            continue
        if hit.frame.voice == "mutual":
            others, used_until = _right(text, chunks, at)
            if not entries or not (others or "with" in chunk.text.lower()):
                continue
            acts += _acts(text, chunks, at, hit, (*entries, *others), carried=False)
            continue
        acts += _acts(text, chunks, at, hit, entries, carried=carried)
    return tuple(acts)


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
    return [
        Act(
            role=role,
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
    """The gathering that the verb governs: the next one before another verb takes over, within reach."""
    for number in range(at + 1, min(len(chunks), at + OBJECT_WORDS)):
        if chunks[number].kind == "gathering":
            return chunks[number]
        if chunks[number].kind in ("verb", "semicolon", "name"):
            return None
    return None


NOT_GATHERINGS = re.compile(
    r"^(?:the |a |an |his |her )?(?:[\w'’-]+ ){0,3}(?:university|school|college|academy|church|hospital|kindergarten|classes|"
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


def _left(
    text: str, chunks: Sequence[Chunk], at: int, used_until: int, *, beside: bool = False
) -> tuple[tuple[Entry, ...], bool]:
    """The list that ends at the verb; the flag says that something stood there, person or not."""
    stop = at
    while stop > 0 and (
        chunks[stop - 1].kind in BETWEEN
        or chunks[stop - 1].kind == "who"
        or (
            chunks[stop - 1].kind == "word"
            and chunks[stop - 1].text.lower() in ("to", "that", "jointly", "–", "-", "—")
        )
    ):
        stop -= 1
    stop = _before_date(text, chunks, stop)
    first = stop
    while first > 0 and chunks[first - 1].start >= used_until:
        if chunks[first - 1].kind == "close":
            first = _opening(chunks, first - 1)
        elif chunks[first - 1].kind in LIST_KINDS or _besides(chunks, first - 1):
            first -= 1
        else:
            break
    if not (beside and first and chunks[first - 1].text.lower() == "with"):
        first = _after_preposition(chunks, first, stop)
    window = list(chunks[first:stop])
    while window and window[0].kind in ("comma", "and", "semicolon"):
        window.pop(0)
    while window and window[-1].kind in ("comma", "semicolon", "and"):
        # ', and' before the verb: a coordinate verb phrase, not a list that ends here
        if window[-1].kind == "and" or not any(c.kind == "name" for c in window):
            return (), False
        window.pop()
    entries = read_list(text, window) if window else ()
    people = tuple(e for e in entries if e.name or e.pronoun or e.posts or e.group)
    return people, bool(
        window and any(c.kind in ("name", "post", "body", "title-less", "pronoun") for c in window)
    )


def _before_date(text: str, chunks: Sequence[Chunk], stop: int) -> int:
    """'Vice Premier X on Friday said': the day between subject and verb is stepped over."""
    for first in range(max(0, stop - 5), stop):
        if DAY_BETWEEN.fullmatch(text[chunks[first].start : chunks[stop - 1].end]):
            return first
    return stop


def _besides(chunks: Sequence[Chunk], at: int) -> bool:
    """', also a member of ...': an adverb inside an apposition, not the end of the list."""
    return chunks[at].text.lower() == "also" and at > 0 and chunks[at - 1].kind == "comma"


def _opening(chunks: Sequence[Chunk], close: int) -> int:
    """The position of the parenthesis that `close` closes; `close` itself where none is near."""
    for number in range(close - 1, max(-1, close - 12), -1):
        if chunks[number].kind == "open":
            return number
    return close


def _after_preposition(chunks: Sequence[Chunk], first: int, stop: int) -> int:
    """'In the hall of the city government, Wang A ...': what follows a preposition is no subject, up to its comma."""
    if first == 0 or chunks[first - 1].kind not in ("word", "verb", "gathering", "possessed"):
        return first
    before = chunks[first - 1]
    if before.kind == "verb" and chunks[first].kind in ("semicolon", "comma", "and"):
        return first  # a clause of its own
    if before.kind == "word" and before.text.lower() not in PREPOSITIONS:
        return first
    for number in range(first, stop):
        if chunks[number].kind == "comma":
            return number + 1
    return first if before.kind in ("gathering", "possessed") else stop


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
    between = list(chunks[previous + 1 : at])
    last = next((c for c in reversed(between) if c.kind not in BETWEEN), None)
    relative = previous > 0 and any(c.kind == "who" for c in chunks[max(0, previous - 3) : previous])
    frame = chunks[previous].frame
    if frame is not None and frame.frame.voice in ("passive", "inverted"):
        return ()
    coordinate = last is None or last.kind in ("and", "comma", "semicolon")
    gerund = chunks[at].frame is not None and chunks[at].frame.gerund  # type: ignore[union-attr]
    if not (coordinate or relative or gerund):
        return ()
    return owner.entries


def _right(
    text: str, chunks: Sequence[Chunk], at: int, *, aside: bool = False
) -> tuple[tuple[Entry, ...], int]:
    """The list that begins right after the verb ('chaired by', 'attending were', 'met with')."""
    first = at + 1
    while first < len(chunks) and (
        chunks[first].kind in ("adverb", "colon", "auxiliary", "det")
        or (
            chunks[first].kind == "word"
            and chunks[first].text.lower() in ("with", "from", "by", "including", "visiting")
        )
    ):
        first += 1
    window: list[Chunk] = []
    skip = -1
    for number in range(first, len(chunks)):
        chunk = chunks[number]
        if number <= skip:
            continue
        if chunk.kind == "open":
            skip = next(
                (n for n in range(number, min(len(chunks), number + 12)) if chunks[n].kind == "close"), number
            )
            continue
        if chunk.kind in LIST_KINDS:
            window.append(chunk)
        elif chunk.kind == "word" and chunk.text.lower() in (
            "including",
            "namely",
            "with",
            "well",
            "as",
            "together",
            "along",
            "from",
            "who",
        ):
            continue
        else:
            break
    stop = window[-1].end if window else chunks[at].end
    # a list that runs into the next verb may be that verb's subject: give back what follows the last 'and'
    while window and window[-1].kind in ("comma", "semicolon", "and", "det"):
        window.pop()
    following = next((c for c in chunks if c.start >= stop and c.kind not in BETWEEN), None)
    if (
        not aside
        and following is not None
        and following.kind == "verb"
        and following.frame is not None
        and following.frame.frame.voice == "active"
    ):
        cut = max((n for n, c in enumerate(window) if c.kind == "and"), default=None)
        names_after = cut is not None and any(c.kind == "name" for c in window[cut:])
        if cut is not None and names_after and any(c.kind == "name" for c in window[:cut]):
            window = window[:cut]
    entries = tuple(e for e in read_list(text, window) if e.name or e.posts or e.group) if window else ()
    stop = window[-1].end if window else chunks[at].end
    return entries, stop
