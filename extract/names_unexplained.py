"""Where a model could still find a person: capitalised words side by side that the grammar does not explain."""

from __future__ import annotations

from collections.abc import Collection

from extract.model import PERSON, ModelSpan
from extract.names_model import LONGEST_MODEL_NAME, person_of
from extract.names_run import is_joined
from extract.names_scan import Scan, scan


def unexplained(text: str, start: int, end: int, taken: Collection[tuple[int, int]]) -> bool:
    """Whether `text[start:end]` holds words outside `taken` that `merge_model_names` would take for a person from a model.

    Only such words can become a name, so that a sentence without any need not be shown to a model. `taken` are the names of
    the grammar, and what stands in quotation marks.
    """
    sentence = scan(text, start, end)
    stops = [word.stop and not word.initial for word in sentence.words]
    for number in range(len(stops) - 1):
        if stops[number] or stops[number + 1] or not _is_open(sentence, number, taken):
            continue
        if _may_be_name(text, sentence, number, taken):
            return True
    return False


def _is_open(sentence: Scan, number: int, taken: Collection[tuple[int, int]]) -> bool:
    """Whether a word and the next one can be parts of one name, and no name has them."""
    a, b = sentence.starts[number], sentence.ends[number + 1]
    for left, right in taken:
        if a < right and left < b:
            return False
    return is_joined(sentence, number)


def _may_be_name(text: str, sentence: Scan, number: int, taken: Collection[tuple[int, int]]) -> bool:
    """Whether a person may begin with a word, of as many words as one of the model may have."""
    a = sentence.starts[number]
    for last in range(number + 1, min(number + LONGEST_MODEL_NAME, len(sentence.words))):
        b = sentence.ends[last]
        if any(a < right and left < b for left, right in taken):
            return False
        if person_of(text, ModelSpan(start=a, end=b, label=PERSON)) is not None:
            return True
    return False
