"""Prepare each sentence once: its names, role verbs, chunks, gatherings and acts."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from corpus.lettertrie import lowered, words_pattern
from corpus.records import Document, Sentence
from extract.chunk_acronyms import with_acronyms
from extract.chunk_record import Chunk
from extract.chunks import chunk_sentence
from extract.clause_act import Act
from extract.clauses import acts_of
from extract.frames import crosses
from extract.gathering_record import GatheringMention
from extract.gatherings import gatherings_of
from extract.local import LocalLedger
from extract.model import Model
from extract.names_single import find_single_names
from extract.names_span import NameSpan
from extract.nouns import plain_nouns
from extract.portfolios import with_portfolios
from extract.sentences_names import kept, meet, names_of_sentences, outside
from extract.vocabulary import vocabulary

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
    read = names_of_sentences(document, model, masked, record)
    found = read.names
    families |= {word for names in found for span in names for word in span.called if word}
    # 'President Banda' after 'Aurelio Banda' is a family name, not a glued Chinese name
    found = kept(
        found, lambda span: " " in span.surface or span.surface not in families or span.style != "pinyin"
    )
    # 'Commissioner Fanning' of a county board: one word is two Chinese ones only on a page with Chinese names
    if not any(span.style == "pinyin" and span.rule != "glued" for names in found for span in names):
        found = kept(found, lambda span: span.rule != "glued" or not span.surface.istitle())
    views = []
    for number, (sentence, names, hits) in enumerate(
        zip(document.sentences, found, read.frames, strict=True)
    ):
        singles = tuple(
            span
            for span in outside(find_single_names(text, sentence.start, sentence.end, families), masked)
            if not any(meet(span, name) for name in names)
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
                doubts=read.doubts.get(number, ()),
            )
        )
    return tuple(views)


def _phrases(text: str, chunks: Sequence[Chunk]) -> tuple[Chunk, ...]:
    """Join the chunks that are one phrase: round acronyms, through portfolios, over plain nouns."""
    return plain_nouns(with_portfolios(text, with_acronyms(text, chunks)))


def _start(span: NameSpan) -> int:
    return span.start


@lru_cache(maxsize=1)
def _gathering_nouns() -> re.Pattern[str]:
    nouns = {" ".join(key).lower() for key in vocabulary().gatherings} | {"congress", "conference"}
    verbs = ("met", "meets", "gathered", "assembled", "conferred", "sat")
    return re.compile(rf"(?<![\w-])(?:{words_pattern((*nouns, *verbs))}(?![\w-])|conven\w+(?![\w-]))")


def _names_gathering(text: str, start: int, end: int) -> bool:
    """Whether a sentence without people and role verbs can still tell of a gathering."""
    return _gathering_nouns().search(lowered(text[start:end])) is not None
