"""Where a model could still find a person: two capitalised words side by side that the grammar does not explain."""

from __future__ import annotations

from collections.abc import Collection

from extract.names_run import is_joined
from extract.names_scan import scan


def unexplained(text: str, start: int, end: int, taken: Collection[tuple[int, int]]) -> bool:
    """Whether `text[start:end]` holds two capitalised words outside `taken` that can be parts of one person's name.

    Only such a pair can become a name by the rules of `merge_model_names`, so that a sentence without one need not be
    shown to a model. `taken` are the names of the grammar, and what stands in quotation marks.
    """
    sentence = scan(text, start, end)
    for number in range(len(sentence.words) - 1):
        first, second = sentence.words[number], sentence.words[number + 1]
        if (first.stop and not first.initial) or (second.stop and not second.initial):
            continue
        a, b = sentence.starts[number], sentence.ends[number + 1]
        if is_joined(sentence, number) and not any(a < right and left < b for left, right in taken):
            return True
    return False
