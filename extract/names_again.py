"""Names that stand a second time: what one sentence shows to be a person is that person in the others too.

'Urho district head Batur Kerim' is a name by its title; 'Batur Kerim and Tan Heng gave accounts' is not, by itself. Only names
that the Chinese grammar does not know by their form need it (and those in small letters); a name inside that of a hall or a road counts for none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from corpus.records import Sentence
from extract.names_scan import within
from extract.names_span import NameSpan

SHORTEST = 4  # letters of a name of one word


def names_again(
    text: str,
    sentences: Sequence[Sentence],
    found: Sequence[tuple[NameSpan, ...]],
    taken: Sequence[tuple[int, int]],
) -> list[tuple[NameSpan, ...]]:
    """Add to the names of each sentence those that another sentence shows to be people; none inside the `taken` spans."""
    known = {
        form: span
        for spans in reversed(found)
        for span in spans
        for form in _forms(span)
        if _elsewhere(text, form, span)
    }
    if not known:
        return list(found)
    either = "|".join(re.escape(name) for name in sorted(known, key=lambda name: (-len(name), name)))
    pattern = re.compile(rf"(?<![\w-])(?:{either})(?![\w-])")
    out = []
    for sentence, spans in zip(sentences, found, strict=True):
        more = [
            replace(
                known[match.group()],
                start=match.start(),
                end=match.end(),
                surface=match.group(),
                honorific="",
                rule="again",
            )
            for match in pattern.finditer(text, sentence.start, sentence.end)
            if not within(text, match.end())
            and not any(span.start < match.end() and match.start() < span.end for span in spans)
            and not any(a < match.end() and match.start() < b for a, b in taken)
        ]
        out.append(tuple(sorted((*spans, *more), key=lambda span: span.start)) if more else spans)
    return out


def _elsewhere(text: str, form: str, span: NameSpan) -> bool:
    """Whether a name is printed outside the place that shows it to be one."""
    first = text.find(form)
    return first >= 0 and (not span.start <= first < span.end or text.find(form, first + 1) >= 0)


def _forms(span: NameSpan) -> tuple[str, ...]:
    """How the name can be printed again where its form alone does not show it; nothing where it does."""
    if span.rule == "lower":
        return span.surface, span.surface.capitalize()
    if span.style != "foreign" or span.within:
        return ()
    enough = " " in span.name or (span.given == span.name and len(span.name) >= SHORTEST)
    return (span.name,) if enough else ()
