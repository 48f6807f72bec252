"""Prepare each sentence once: its names, role verbs, chunks, gatherings and acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from corpus.records import Document, Sentence
from extract.chunks import Chunk, chunk_sentence
from extract.clauses import Act, acts_of
from extract.frames import FrameHit, crosses, find_frames, quoted_spans
from extract.gathering_record import GatheringMention
from extract.gatherings import gatherings_of
from extract.local import LocalLedger, Span
from extract.model import Mentions, Model, ModelSpan
from extract.names import NameSpan, find_names, find_single_names, merge_model_names, names_in_list
from extract.names_again import names_again
from extract.names_apposed import apposed
from extract.names_lower import lower_names
from extract.names_slots import slotted
from extract.names_titled import (
    held_by,
    opens_with_office,
    portfolio_between,
    titled_names,
    under_plural,
)
from extract.names_unexplained import unexplained
from extract.nouns import plain_nouns
from extract.places import find_places
from extract.vocabulary import vocabulary

LIST_OF_NAMES = 2  # known people that make a sentence with a role verb a list
BESIDE = re.compile(r"\s*(?:,|&|and|, and)\s*(?:(?:Mr|Mrs|Ms|Dr|Prof)\.?\s*)?")
LIST_END = re.compile(r"\s*(?:$|[.;,]|[a-z]+(?:ed|ere|as|poke|ut)\b)")
SHORT = 90  # letters: a heading may be no more than a body and a day
TITLE_SPACE = re.compile(r"([\w-]+) $")
TITLE_COMMA = re.compile(r"([\w-]+)\s*,\s*$")
# professions and acronyms: what stands between two people of a list and is none
NO_PERSON = re.compile(
    r"(?:olog|iatr|onom|ic|itic|at)(?:ist|ician|ian)s?$|(?:[Ss]urgeon|[Aa]ssistant|[Oo]fficer|[Pp]artner|[Cc]onsultant|[Aa]dvocate)s?$|\b[A-Z]{3,}\b(?=.*[a-z])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class SentenceView:
    """A sentence with all that the grammars found in it."""

    sentence: Sentence
    names: tuple[NameSpan, ...]
    chunks: tuple[Chunk, ...]
    gatherings: tuple[GatheringMention, ...]
    acts: tuple[Act, ...]
    doubts: tuple[LocalLedger, ...] = ()


def view_sentences(
    document: Document,
    model: Model | None,
    masked: Sequence[tuple[int, int]] = (),
    families: frozenset[str] = frozenset(),
) -> tuple[SentenceView, ...]:
    """Read every sentence of `document`; nothing is read inside the `masked` spans (headed lists, press).

    `families` are those that the headed lists name: 'Supervisor Claud moved' is one of them.
    """
    text = document.text
    found: list[tuple[NameSpan, ...]] = []
    frames: list[tuple[FrameHit, ...]] = []
    for sentence in document.sentences:
        quotes = quoted_spans(text, sentence.start, sentence.end)
        taken = (*quotes, *masked)
        names = tuple(
            span
            for span in find_names(text, sentence.start, sentence.end)
            if not any(a <= span.start < b for a, b in taken)
        )
        found.append(names)
        spans = [(span.start, span.end) for span in names]
        frames.append(find_frames(text, sentence.start, sentence.end, taken, spans))
    for number, sentence in enumerate(document.sentences):
        if frames[number]:
            taken = (*quoted_spans(text, sentence.start, sentence.end), *masked)
            found[number] = _list_names(text, sentence, found[number], frames[number], taken)
            small = lower_names(text, sentence.start, sentence.end, found[number])
            if small:
                shown = [s for s in small if not any(a <= s.start < b for a, b in taken)]
                found[number] = tuple(sorted((*found[number], *shown), key=lambda span: span.start))
    doubts = _add_model_names(document, model, found, frames, masked) if model is not None else {}
    found = names_again(text, document.sentences, found, masked)
    families |= {word for names in found for span in names for word in span.called if word}
    # 'President Banda' after 'Aurelio Banda' is a family name, not a glued Chinese name
    found = [
        tuple(
            span
            for span in names
            if " " in span.surface or span.surface not in families or span.style != "pinyin"
        )
        for names in found
    ]
    # 'Commissioner Fanning' of a county board: one word is two Chinese ones only on a page with Chinese names
    if not any(span.style == "pinyin" and span.rule != "glued" for names in found for span in names):
        found = [
            tuple(span for span in names if span.rule != "glued" or not span.surface.istitle())
            for names in found
        ]
    views = []
    for number, (sentence, names, hits) in enumerate(zip(document.sentences, found, frames, strict=True)):
        singles = tuple(
            span
            for span in find_single_names(text, sentence.start, sentence.end, families)
            if not any(span.start < name.end and name.start < span.end for name in names)
            and not any(a <= span.start < b for a, b in masked)
            and not any(crosses(hit.frame, hit.start, hit.end, span.start, span.end) for hit in hits)
        )
        all_names = tuple(sorted((*names, *singles), key=lambda span: span.start))
        clear = tuple(
            hit
            for hit in hits
            if not any(crosses(hit.frame, hit.start, hit.end, n.start, n.end) for n in all_names)
        )
        # what follows a headed list in the same sentence begins behind the list's last post
        begin = max(
            (b for a, b in masked if a < sentence.end and sentence.start < b < sentence.end), default=0
        )
        begin = max(begin, sentence.start)
        said = (
            all_names or clear or sentence.end - begin <= SHORT or _names_gathering(text, begin, sentence.end)
        )
        chunks = plain_nouns(chunk_sentence(text, begin, sentence.end, all_names, clear)) if said else ()
        views.append(
            SentenceView(
                sentence=sentence,
                names=all_names,
                chunks=chunks,
                gatherings=gatherings_of(text, chunks),
                acts=acts_of(text, chunks),
                doubts=doubts.get(number, ()),
            )
        )
    return tuple(views)


def _before_title(text: str, end: int) -> bool:
    """'Rastriya Manch Chairman Rana': what stands right before a title is its body."""
    match = re.match(r" ([A-Z][\w-]+)", text[end : end + 30])
    return match is not None and (match[1].lower(),) in vocabulary().titles


@lru_cache(maxsize=1)
def _gathering_nouns() -> re.Pattern[str]:
    nouns = sorted({" ".join(key) for key in vocabulary().gatherings} | {"congress", "conference"}, key=len)
    return re.compile(
        rf"(?<![\w-])(?:{'|'.join(map(re.escape, reversed(nouns)))}|met|meets|conven\w+|gathered|assembled|conferred|sat)(?![\w-])",
        re.IGNORECASE,
    )


def _names_gathering(text: str, start: int, end: int) -> bool:
    """Whether a sentence without people and role verbs can still tell of a gathering."""
    return _gathering_nouns().search(text, start, end) is not None


def _behind_title(text: str, start: int) -> bool:
    """'A Kole, Mayor, Kuakata Pourasava, Dr. B': what follows a title and a comma may be the place of the post."""
    match = TITLE_COMMA.search(text[max(0, start - 40) : start])
    return match is not None and (match[1].lower(),) in vocabulary().titles


def _list_names(
    text: str,
    sentence: Sentence,
    names: tuple[NameSpan, ...],
    hits: tuple[FrameHit, ...],
    taken: Sequence[tuple[int, int]],
) -> tuple[NameSpan, ...]:
    """Read as people what an apposition shows to be one, and in a list what stands between commas beside people.

    Names of two words or more; beside means divided from a known person by nothing but a comma, an ampersand or 'and'.
    """
    more = [
        span
        for span in names_in_list(text, sentence.start, sentence.end)
        if len(span.name.split()) > 1
        and not NO_PERSON.search(span.name)
        and not (_behind_title(text, span.start) and not opens_with_office(text[sentence.start : span.start]))
        and not _before_title(text, span.end)
        and not find_places(text, span.start, span.end)
        and not any(span.start < other.end and other.start < span.end for other in names)
        and not any(span.start < hit.end and hit.start < span.end for hit in hits)
        and not any(a <= span.start < b for a, b in taken)
    ]
    shown = apposed(text, sentence.start, tuple(more))
    shown += held_by(text, sentence.start, [span for span in more if span not in shown])
    rest = [span for span in more if span not in shown]
    shown += tuple(
        span
        for span in slotted(text, sentence.start, sentence.end, hits, rest)
        if not any(span.start < other.end and other.start < span.end for other in (*names, *shown))
        and not any(a <= span.start < b for a, b in taken)
    )
    titled = tuple(
        span
        for span in titled_names(text, sentence.start, sentence.end)
        if not any(span.start < other.end and other.start < span.end for other in (*names, *shown))
        and not any(a <= span.start < b for a, b in taken)
    )
    known = sorted((*names, *shown, *titled), key=lambda span: span.start)
    strong = any(hit.frame.strength in ("strong", "weak") for hit in hits)
    if strong:
        alone = apposed(text, sentence.start, tuple(_single_names(text, sentence, known, taken)))
        known = sorted((*known, *alone), key=lambda span: span.start)
    more = [s for s in more if not any(s.start < k.end and k.start < s.end for k in known)]
    listed = len(known) >= LIST_OF_NAMES or (
        len(known) > 0 and under_plural(text, sentence.start, known[0].start)
    )
    grown = listed and strong
    if grown:
        more += _single_names(text, sentence, known, taken)
    while grown:
        grown = False
        for span in list(more):
            before = max((n.end for n in known if n.end <= span.start), default=None)
            after = min((n.start for n in known if n.start >= span.end), default=None)
            beside = (before is not None and BESIDE.fullmatch(text[before : span.start]) is not None) or (
                after is not None and BESIDE.fullmatch(text[span.end : after]) is not None
            )
            beside = beside or (before is not None and portfolio_between(text[before : span.start]))
            beside = beside or (after is not None and _between_titles(text, span, after))
            if " " not in span.name:
                beside = _flanked(text, span, before, after)
            if beside:
                known.append(span)
                more.remove(span)
                grown = True
    return tuple(sorted(known, key=lambda span: span.start))


def _single_names(
    text: str, sentence: Sentence, known: Sequence[NameSpan], taken: Sequence[tuple[int, int]]
) -> list[NameSpan]:
    """Words that may be names of one word (Tibetan, Mongolian, Uygur): capitalised, no place and no title."""
    return [
        replace(span, style="foreign", given=span.name)
        for span in names_in_list(text, sentence.start, sentence.end)
        if " " not in span.name
        and not NO_PERSON.search(span.name)
        and not find_places(text, span.start, span.end)
        and not any(span.start < other.end and other.start < span.end for other in known)
        and not any(a <= span.start < b for a, b in taken)
    ]


def _between_titles(text: str, span: NameSpan, after: int) -> bool:
    """'Forestry Minister A, Trade Minister B': a title right before, and an office between it and the next person."""
    match = TITLE_SPACE.search(text[max(0, span.start - 30) : span.start])
    titled = match is not None and (match[1].lower(),) in vocabulary().titles
    return titled and portfolio_between(text[span.end : after])


def _flanked(text: str, span: NameSpan, before: int | None, after: int | None) -> bool:
    """Whether a person stands on both sides of one word in a list, or before the 'and' in front of the last."""
    if before is None or not BESIDE.fullmatch(text[before : span.start]):
        return False
    if after is not None and BESIDE.fullmatch(text[span.end : after]):
        return True
    return "and" in text[before : span.start] and LIST_END.match(text, span.end) is not None


def worth_asking(
    document: Document, found: Sequence[tuple[NameSpan, ...]], frames: Sequence[tuple[FrameHit, ...]]
) -> list[int]:
    """Return the sentences where a participant can be that the grammar does not see: beside a role verb, in open words."""
    asked = []
    for number, (sentence, hits) in enumerate(zip(document.sentences, frames, strict=True)):
        if hits:
            names = [(span.start, span.end) for span in found[number]]
            taken = (*names, *quoted_spans(document.text, sentence.start, sentence.end))
            if unexplained(document.text, sentence.start, sentence.end, taken):
                asked.append(number)
    return asked


def _add_model_names(
    document: Document,
    model: Model,
    found: list[tuple[NameSpan, ...]],
    frames: list[tuple[FrameHit, ...]],
    masked: Sequence[tuple[int, int]],
) -> dict[int, tuple[LocalLedger, ...]]:
    """Add the people whom the model sees, sentence by sentence; return the sentences about which it left a doubt."""
    doubts = {}
    asked = worth_asking(document, found, frames)
    texts = [document.text[document.sentences[n].start : document.sentences[n].end] for n in asked]
    for n, mentions in zip(asked, model.annotate(texts), strict=True):
        sentence = document.sentences[n]
        if told := _doubts(mentions, sentence):
            doubts[n] = told
        moved = tuple(
            ModelSpan(start=span.start + sentence.start, end=span.end + sentence.start, label=span.label)
            for span in mentions.spans
        )
        quotes = quoted_spans(document.text, sentence.start, sentence.end)
        merged = merge_model_names(document.text, found[n], moved)
        old = {(span.start, span.end) for span in found[n]}
        found[n] = tuple(
            span
            for span in merged
            if (span.start, span.end) in old or not any(a <= span.start < b for a, b in (*quotes, *masked))
        )
        frames[n] = tuple(
            hit
            for hit in frames[n]
            if not any(crosses(hit.frame, hit.start, hit.end, span.start, span.end) for span in found[n])
        )
    return doubts


def _doubts(mentions: Mentions, sentence: Sentence) -> tuple[LocalLedger, ...]:
    at = Span(start=sentence.start, end=sentence.end)
    refused = [
        LocalLedger(reason="model answer refused", detail=f"the model gave {detail}", at=at)
        for detail in mentions.refused
    ]
    failed = [LocalLedger(reason="model failed", detail=mentions.failed, at=at)] if mentions.failed else []
    return (*refused, *failed)
