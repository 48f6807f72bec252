"""Prepare each sentence once: its names, role verbs, chunks, gatherings and acts."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.lettertrie import lowered, words_pattern
from corpus.records import Document, Sentence
from extract.asking import add_model_names
from extract.chunk_acronyms import with_acronyms
from extract.chunk_record import Chunk
from extract.chunks import chunk_sentence
from extract.clause_act import Act
from extract.clauses import acts_of
from extract.frames import FrameHit, crosses, find_frames, quoted_spans
from extract.gathering_record import GatheringMention
from extract.gatherings import gatherings_of
from extract.local import LocalLedger
from extract.model import Model
from extract.names import find_names
from extract.names_again import names_again
from extract.names_firms import in_firm
from extract.names_heads import names_of_heads, resolved
from extract.names_lower import lower_names
from extract.names_resident import residents
from extract.names_seated import seated_names
from extract.names_shown import shown_names
from extract.names_single import find_single_names
from extract.names_span import NameSpan
from extract.names_street import is_street
from extract.nouns import plain_nouns
from extract.portfolios import with_portfolios
from extract.vocabulary import vocabulary

ONE_WORD = frozenset(
    ["pinyin-one-word", "glued"]
)  # rules of a Chinese name in one word: behind a seat it is a surname
SHORT = 90  # letters: a heading may be no more than a body and a day


class SentenceView(NamedTuple):
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
    record: bool = False,
) -> tuple[SentenceView, ...]:
    """Read every sentence of `document`; nothing is read inside the `masked` spans (headed lists, press).

    `families` are those that the headed lists name: 'Supervisor Claud moved' is one of them. In the `record` of a meeting
    a seat shows the surname behind it.
    """
    text = document.text
    found: list[tuple[NameSpan, ...]] = []
    frames: list[tuple[FrameHit, ...]] = []
    unread: list[tuple[tuple[int, int], ...]] = []
    for sentence in document.sentences:
        taken = quoted_spans(text, sentence.start, sentence.end)
        if masked:
            taken += tuple(span for span in masked if span[0] < sentence.end and sentence.start < span[1])
        unread.append(taken)
        names = _outside(find_names(text, sentence.start, sentence.end), taken)
        found.append(names)
        if record:
            seats = (
                *seated_names(text, sentence.start, sentence.end),
                *residents(text, sentence.start, sentence.end),
            )
            names = tuple(n for n in names if n.rule not in ONE_WORD or not any(_meet(n, s) for s in seats))
            more = [span for span in _outside(seats, taken) if not any(_meet(span, other) for other in names)]
            names = tuple(sorted((*names, *more), key=lambda span: span.start))
            found[-1] = names
        spans = [(span.start, span.end) for span in names]
        frames.append(find_frames(text, sentence.start, sentence.end, taken, spans))
    for number, sentence in enumerate(document.sentences):
        if frames[number]:
            taken = unread[number]
            found[number] = shown_names(text, sentence, found[number], frames[number], taken)
            small = lower_names(text, sentence.start, sentence.end, found[number])
            if small:
                shown = _outside(small, taken)
                found[number] = tuple(sorted((*found[number], *shown), key=lambda span: span.start))
    doubts: dict[int, tuple[LocalLedger, ...]] = {}
    if model is not None:
        grammar = list(found)
        doubts = add_model_names(document, model, found, frames, masked)
        for number, sentence in enumerate(document.sentences):
            if (
                frames[number] and not record and found[number] != grammar[number]
            ):  # beside whom the model saw stands another
                found[number] = shown_names(
                    text, sentence, tuple(found[number]), frames[number], unread[number]
                )
    found = names_again(text, document.sentences, found, masked)
    found = _kept(found, lambda span: not is_street(text, span) and not in_firm(text, span.start, span.end))
    if not record:
        found = _with_heads(document, found, frames, unread)
    families |= {word for names in found for span in names for word in span.called if word}
    # 'President Banda' after 'Aurelio Banda' is a family name, not a glued Chinese name
    found = _kept(
        found, lambda span: " " in span.surface or span.surface not in families or span.style != "pinyin"
    )
    # 'Commissioner Fanning' of a county board: one word is two Chinese ones only on a page with Chinese names
    if not any(span.style == "pinyin" and span.rule != "glued" for names in found for span in names):
        found = _kept(found, lambda span: span.rule != "glued" or not span.surface.istitle())
    views = []
    for number, (sentence, names, hits) in enumerate(zip(document.sentences, found, frames, strict=True)):
        singles = tuple(
            span
            for span in _outside(find_single_names(text, sentence.start, sentence.end, families), masked)
            if not any(_meet(span, name) for name in names)
            and not any(crosses(hit.frame, hit.start, hit.end, span.start, span.end) for hit in hits)
        )
        all_names = tuple(sorted((*names, *singles), key=_start)) if singles or len(names) > 1 else names
        clear = hits
        if hits and all_names:
            clear = tuple(
                hit
                for hit in hits
                if not any(crosses(hit.frame, hit.start, hit.end, n.start, n.end) for n in all_names)
            )
        # what follows a headed list in the same sentence begins behind the list's last post
        begin = sentence.start
        for a, b in masked:
            if a < sentence.end and begin < b < sentence.end:
                begin = b
        said = (
            all_names or clear or sentence.end - begin <= SHORT or _names_gathering(text, begin, sentence.end)
        )
        chunks = _phrases(text, chunk_sentence(text, begin, sentence.end, all_names, clear)) if said else ()
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


def _with_heads(
    document: Document,
    found: list[tuple[NameSpan, ...]],
    frames: Sequence[tuple[FrameHit, ...]],
    unread: Sequence[tuple[tuple[int, int], ...]],
) -> list[tuple[NameSpan, ...]]:
    """Add to the sentences with a role verb whom an office of state shows by one word."""
    full = [span for names in found for span in names if " " in span.name]
    out = []
    for number, (sentence, names) in enumerate(zip(document.sentences, found, strict=True)):
        heads = names_of_heads(document.text, sentence.start, sentence.end) if frames[number] else ()
        more = [
            span
            for span in (resolved(document.text, heads, full) if heads else ())
            if not any(_meet(span, other) for other in names)
            and not any(a <= span.start < b for a, b in unread[number])
        ]
        out.append(tuple(sorted((*names, *more), key=lambda span: span.start)) if more else names)
    return out


def _phrases(text: str, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Join the chunks that are one phrase: round acronyms, through portfolios, over plain nouns."""
    return plain_nouns(with_portfolios(text, with_acronyms(text, chunks)))


def _kept(
    found: Sequence[tuple[NameSpan, ...]], wanted: Callable[[NameSpan], bool]
) -> list[tuple[NameSpan, ...]]:
    """The wanted ones of the names of each sentence."""
    return [tuple(filter(wanted, names)) if names else names for names in found]


def _outside(names: tuple[NameSpan, ...], taken: Sequence[tuple[int, int]]) -> tuple[NameSpan, ...]:
    """Leave out the names that begin in a span that is taken."""
    if not taken or not names:
        return names
    return tuple(span for span in names if not any(a <= span.start < b for a, b in taken))


def _start(span: NameSpan) -> int:
    return span.start


def _meet(a: NameSpan, b: NameSpan) -> bool:
    return a.start < b.end and b.start < a.end


@lru_cache(maxsize=1)
def _gathering_nouns() -> re.Pattern[str]:
    nouns = {" ".join(key).lower() for key in vocabulary().gatherings} | {"congress", "conference"}
    verbs = ("met", "meets", "gathered", "assembled", "conferred", "sat")
    return re.compile(rf"(?<![\w-])(?:{words_pattern((*nouns, *verbs))}(?![\w-])|conven\w+(?![\w-]))")


def _names_gathering(text: str, start: int, end: int) -> bool:
    """Whether a sentence without people and role verbs can still tell of a gathering."""
    return _gathering_nouns().search(lowered(text[start:end])) is not None
