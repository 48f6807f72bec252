"""The grammar as a spaCy component: `nlp.add_pipe("sederunt")` on any English pipeline, a blank one included.

It marks what the reader of reports sees in each sentence, before anything is believed of it: people as `doc.ents` (PERSON)
and bodies (ORG), and in `doc.spans` posts, gatherings and the verbs of a role, labelled with that role.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import spacy.language
from spacy.util import filter_spans

from corpus.records import Document, Sentence
from corpus.sentences import split_sentences
from extract.sentences_read import SentenceView, view_sentences

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span

NAME = "sederunt"
POSTS, GATHERINGS, ROLES = "posts", "gatherings", "roles"
"""The keys in `doc.spans`."""


@spacy.language.Language.factory(NAME)
def make_component(nlp: spacy.language.Language, name: str) -> Component:
    """Make the component; spaCy calls this through the entry point `spacy_factories`."""
    return Component()


class Component:
    """Marks people, bodies, posts, gatherings and role verbs on a `Doc`.

    Entities that stand in the `Doc` already (those of a trained pipeline before it) are kept where they touch none of the
    grammar's. The text is taken as it is: repairs, zones and credits are the work of `corpus`, not of this component.
    """

    def __call__(self, doc: Doc) -> Doc:
        views = view_sentences(_document(doc.text), model=None)
        own = [span for view in views for span in _entities(doc, view)]
        taken = {token.i for span in own for token in span}
        others = [ent for ent in doc.ents if not any(token.i in taken for token in ent)]
        doc.ents = tuple(filter_spans([*own, *others]))
        doc.spans[POSTS] = [
            span
            for view in views
            for chunk in view.chunks
            if chunk.kind == "post" and (span := _span(doc, chunk.start, chunk.end, "POST"))
        ]
        doc.spans[GATHERINGS] = [
            span
            for view in views
            for gathering in view.gatherings
            if (span := _span(doc, gathering.start, gathering.end, gathering.kind))
        ]
        doc.spans[ROLES] = [
            span
            for view in views
            for chunk in view.chunks
            if chunk.frame and (span := _span(doc, chunk.start, chunk.end, chunk.frame.frame.role))
        ]
        return doc


def _document(text: str) -> Document:
    sentences = tuple(Sentence(start=a, end=b, zone="body") for a, b in split_sentences(text, 0, len(text)))
    return Document(id="", path="", title="", text=text, sentences=sentences)


def _entities(doc: Doc, view: SentenceView) -> list[Span]:
    people = [_span(doc, name.start, name.end, "PERSON") for name in view.names]
    bodies = [_span(doc, chunk.start, chunk.end, "ORG") for chunk in view.chunks if chunk.kind == "body"]
    return filter_spans([span for span in (*people, *bodies) if span is not None])


def _span(doc: Doc, start: int, end: int, label: str) -> Span | None:
    """The tokens that `start:end` touches: spaCy may cut a word where the grammar does not."""
    return doc.char_span(start, end, label=label, alignment_mode="expand")
