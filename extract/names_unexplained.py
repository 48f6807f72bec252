"""Where a model could still find a person: two capitalised words side by side that the grammar does not explain."""

from __future__ import annotations

from extract.names_scan import scan
from extract.names_span import NameSpan


def unexplained(text: str, start: int, end: int, names: tuple[NameSpan, ...]) -> bool:
    """Whether `text[start:end]` holds two neighbouring capitalised words outside `names` that may name a person.

    Only such a pair can become a name by the rules of `merge_model_names`, so that a sentence without one need not be
    shown to a model.
    """
    sentence = scan(text, start, end)
    taken = [(span.start, span.end) for span in names]
    for number in range(len(sentence.words) - 1):
        first, second = sentence.words[number], sentence.words[number + 1]
        if (first.stop and not first.initial) or (second.stop and not second.initial):
            continue
        a, b = sentence.starts[number], sentence.ends[number + 1]
        if any(a < right and left < b for left, right in taken):
            continue
        if sentence.starts[number + 1] - sentence.ends[number] <= GAP:
            return True
    return False


GAP = 12  # 'al-', 'van der' and the like may stand between the parts of a name
