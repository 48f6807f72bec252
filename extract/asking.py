"""What a model is asked about a report, and what is taken of its answer."""

from __future__ import annotations

from collections.abc import Sequence

from corpus.records import Document, Sentence
from extract.frames import FrameHit, crosses, quoted_spans
from extract.local import LocalLedger, Span
from extract.model import Mentions, Model, ModelSpan
from extract.names_model import merge_model_names
from extract.names_span import NameSpan
from extract.names_unexplained import unexplained


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


def add_model_names(
    document: Document,
    model: Model,
    found: list[tuple[NameSpan, ...]],
    frames: list[tuple[FrameHit, ...]],
    masked: Sequence[tuple[int, int]],
) -> dict[int, tuple[LocalLedger, ...]]:
    """Add the people whom the model sees, sentence by sentence; return the sentences about which it left a doubt."""
    doubts: dict[int, tuple[LocalLedger, ...]] = {}
    asked = worth_asking(document, found, frames)
    if not asked:
        return doubts
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
