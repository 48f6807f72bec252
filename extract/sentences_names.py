"""The people and role verbs of every sentence of a report, each by all that shows a name: its form, a verb, the model, the report itself."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from corpus.records import Document
from extract.asking import add_model_names
from extract.frames import FrameHit, find_frames, quoted_spans
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
from extract.names_span import NameSpan
from extract.names_street import is_street

ONE_WORD = frozenset(
    ["pinyin-one-word", "glued"]
)  # rules of a Chinese name in one word: behind a seat it is a surname


class SentenceNames(NamedTuple):
    """Names, role verbs and spans that are not read, a row for each sentence; doubts of the model by the sentence's number."""

    names: list[tuple[NameSpan, ...]]
    frames: list[tuple[FrameHit, ...]]
    unread: list[tuple[tuple[int, int], ...]]
    doubts: dict[int, tuple[LocalLedger, ...]]


def names_of_sentences(
    document: Document, model: Model | None, masked: Sequence[tuple[int, int]], record: bool
) -> SentenceNames:
    """Find the names and role verbs of every sentence, outside the `masked` spans; `record` where it is that of a meeting."""
    text = document.text
    found, frames, unread = _by_form(document, masked, record)
    _add_shown(document, found, frames, unread)
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
    found = kept(found, lambda span: not is_street(text, span) and not in_firm(text, span.start, span.end))
    if not record:
        found = _with_heads(document, found, frames, unread)
    return SentenceNames(found, frames, unread, doubts)


def _by_form(
    document: Document, masked: Sequence[tuple[int, int]], record: bool
) -> tuple[list[tuple[NameSpan, ...]], list[tuple[FrameHit, ...]], list[tuple[tuple[int, int], ...]]]:
    """The names of each sentence that their own form or a seat in front shows, its role verbs, and what is not read in it."""
    text = document.text
    found: list[tuple[NameSpan, ...]] = []
    frames: list[tuple[FrameHit, ...]] = []
    unread: list[tuple[tuple[int, int], ...]] = []
    for sentence in document.sentences:
        taken = quoted_spans(text, sentence.start, sentence.end)
        if masked:
            taken += tuple(span for span in masked if span[0] < sentence.end and sentence.start < span[1])
        unread.append(taken)
        names = outside(find_names(text, sentence.start, sentence.end), taken)
        found.append(names)
        if record:
            seats = (
                *seated_names(text, sentence.start, sentence.end),
                *residents(text, sentence.start, sentence.end),
            )
            names = tuple(n for n in names if n.rule not in ONE_WORD or not any(meet(n, s) for s in seats))
            more = [span for span in outside(seats, taken) if not any(meet(span, other) for other in names)]
            names = tuple(sorted((*names, *more), key=lambda span: span.start))
            found[-1] = names
        spans = [(span.start, span.end) for span in names]
        frames.append(find_frames(text, sentence.start, sentence.end, taken, spans))
    return found, frames, unread


def _add_shown(
    document: Document,
    found: list[tuple[NameSpan, ...]],
    frames: Sequence[tuple[FrameHit, ...]],
    unread: Sequence[tuple[tuple[int, int], ...]],
) -> None:
    """Add to the sentences with a role verb the names that it shows, and those in small letters."""
    text = document.text
    for number, sentence in enumerate(document.sentences):
        if frames[number]:
            taken = unread[number]
            found[number] = shown_names(text, sentence, found[number], frames[number], taken)
            small = lower_names(text, sentence.start, sentence.end, found[number])
            if small:
                shown = outside(small, taken)
                found[number] = tuple(sorted((*found[number], *shown), key=lambda span: span.start))


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
            if not any(meet(span, other) for other in names)
            and not any(a <= span.start < b for a, b in unread[number])
        ]
        out.append(tuple(sorted((*names, *more), key=lambda span: span.start)) if more else names)
    return out


def kept(
    found: Sequence[tuple[NameSpan, ...]], wanted: Callable[[NameSpan], bool]
) -> list[tuple[NameSpan, ...]]:
    """Keep the wanted ones of the names of each sentence."""
    return [tuple(filter(wanted, names)) if names else names for names in found]


def outside(names: tuple[NameSpan, ...], taken: Sequence[tuple[int, int]]) -> tuple[NameSpan, ...]:
    """Leave out the names that begin in a span that is taken."""
    if not taken or not names:
        return names
    return tuple(span for span in names if not any(a <= span.start < b for a, b in taken))


def meet(a: NameSpan, b: NameSpan) -> bool:
    """Tell whether two names share a letter."""
    return a.start < b.end and b.start < a.end
