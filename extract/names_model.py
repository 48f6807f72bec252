"""What a model adds to the names: people whom the grammar does not see."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable

from extract.model import ModelSpan
from extract.names_initials import lettered_items, opens_line
from extract.names_lexicon import honorific_heads
from extract.names_list import RUN_TOGETHER
from extract.names_made import MODEL_RULE, foreign_found, span_of
from extract.names_places import goes_on_as_place, is_told, opens_country
from extract.names_refused import is_pair
from extract.names_run import name_run
from extract.names_scan import scan
from extract.names_span import NameSpan
from extract.names_words import read_word
from extract.vocabulary import vocabulary

LONGEST_MODEL_NAME = 5
LONGEST_WORD = 40
QUOTES = frozenset("\"'“”‘’«»")
WORD_BEFORE = re.compile(r"(?<![^\W_])([A-Z][\w.-]*)[ \u00a0]$")
PART_BEFORE = re.compile(r"[^\W_][-‐‑]$")
PART_AFTER = re.compile(r"[-‐‑][^\W_]")
WORD_AFTER = re.compile(r"[ \u00a0]([A-Z][\w-]*)")


def merge_model_names(
    text: str, grammar: tuple[NameSpan, ...], model_spans: Iterable[ModelSpan]
) -> tuple[NameSpan, ...]:
    """Add the people whom only the model sees; the grammar's spans are never changed.

    A PERSON span of two to five words counts if it overlaps no span of the grammar, none of its words is a
    title, a place or part of a body, and it is neither in quotation marks nor cut out of a longer run of capitals.
    """
    added: list[NameSpan] = []
    starts = [span.start for span in grammar]
    for model_span in sorted(model_spans, key=lambda span: (span.start, -span.end)):
        if model_span.label != "PERSON":
            continue
        span = person_of(text, model_span)
        if span is None or (added and span.start < added[-1].end):
            continue
        before = bisect_right(starts, span.start) - 1
        free = before < 0 or grammar[before].end <= span.start
        if free and (before + 1 == len(grammar) or span.end <= grammar[before + 1].start):
            added.append(span)
    return tuple(sorted([*grammar, *added], key=lambda span: span.start))


def person_of(text: str, model_span: ModelSpan) -> NameSpan | None:
    """The person whom a span of the model may name, whatever else is known of the sentence; None where it cannot."""
    letter = text[model_span.start : model_span.start + 2]
    numbered = letter[1:] == "." and letter[:1] in lettered_items(text)
    first = model_span.start + 2 if numbered and opens_line(text, model_span.start) else model_span.start
    sentence = scan(text, first, model_span.end)
    words = sentence.words
    if not 1 < len(words) <= LONGEST_MODEL_NAME or is_pair(sentence, 0):
        return None
    if any(word.stop and not word.initial for word in words) or all(word.initial for word in words):
        return None
    if tuple(word.low for word in words) in vocabulary().titles:
        return None  # 'the Crown Prince'
    if len(words) > 2 and is_told(text, sentence.surface(0)) and _may_touch_title(text, sentence.starts[0]):
        # 'Deputy Commissioner Sialkot Tahir Farooq'
        return person_of(
            text, ModelSpan(start=sentence.starts[1], end=model_span.end, label=model_span.label)
        )
    joined = all(name_run(sentence, number, first_free=True) > 1 for number in range(len(words) - 1))
    start, end = sentence.starts[0], sentence.ends[-1]
    if RUN_TOGETHER.match(text, start) is not None:
        return None
    country = opens_country(sentence, 0) or goes_on_as_place(text, start, end)
    if country or not joined or text[start:end].isupper() or _is_cut_out(text, start, end):
        return None
    return span_of(text, start, foreign_found(sentence, 0, len(words), MODEL_RULE))


def _is_cut_out(text: str, start: int, end: int) -> bool:
    """Tell whether a span of the model is quoted, or a piece of a word or of a longer run of capitalised words.

    Measured on news in machine translation: these, and single words, were all places, slogans and companies.
    """
    if text[start - 1 : start] in QUOTES and text[end : end + 1] in QUOTES:
        return True
    if any(0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum() for at in (start, end)):
        return True
    if PART_BEFORE.search(text, max(0, start - 2), start) or PART_AFTER.match(text, end):
        return True  # 'Kam' of 'Kam-tong'
    before = WORD_BEFORE.search(text, max(0, start - LONGEST_WORD), start)
    after = WORD_AFTER.match(text, end)
    return any(found and not _may_touch(found.group(1)) for found in (before, after))


def _may_touch_title(text: str, start: int) -> bool:
    before = WORD_BEFORE.search(text, max(0, start - LONGEST_WORD), start)
    return before is not None and (before[1].lower(),) in vocabulary().titles


def _may_touch(word: str) -> bool:
    known = read_word(word)
    title = (word.lower(),) in vocabulary().titles or known.low in honorific_heads()
    return title or "function" in known.kinds
