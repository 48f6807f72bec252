"""Fine-tune the small English model on reports with known answers, and on your own corrections.

usage: train.py [--out FOLDER] [--reports PATH ... --gold PATH ...] [--decisions FILE] [--base MODEL] [--epochs N]

The gold corpus of the project is always read; `--reports` and `--gold` add reports and answers of your own (CONTRIBUTING.md
has their form), `--decisions` the file that `sederunt review` writes, about those reports. The folder that is written goes to
`sederunt build --model FOLDER`.

A name of an answer, or of a decision about a person, is a PERSON wherever it stands in its report; the words of a `drop` are
none. Answers do not list every mention: where only the base model or the grammar sees a person, the tokens are left without a
label (`-`), which teaches nothing either way. Other entities keep the base model's labels, so that it forgets none. One report in
five, by the hash of its text, is held out; the figures before and after are of those.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.load import read_reports
from corpus.records import Document
from extract.decisions import Decisions
from extract.decisions_read import read_decisions
from extract.model_spacy import PINNED, find_model, load_finder
from extract.names import find_names
from graph.gold import GoldDocument, GoldError, file_name, read_gold

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.training import Example

ROOT = Path(__file__).parent.parent
REPORTS = (ROOT / "corpus" / "samples", ROOT / "tests" / "gold" / "reports")
GOLD = ROOT / "tests" / "gold"
OUT = ROOT / "models" / "sederunt"
SEED = 20231
EPOCHS = 8
BATCH = 16
DROPOUT = 0.2
HELD_OUT = 5  # one report in so many
NAMED = frozenset({"same", "not-same", "rename", "was-present", "was-not-present", "role-is"})
"""Decisions whose subject is a person."""
Place = tuple[int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A sentence: its text, where people are named, where words are none, and where nobody knows."""

    text: str
    people: tuple[Place, ...]
    dropped: tuple[Place, ...]
    unsure: tuple[Place, ...]


def names_of(gold: GoldDocument) -> set[str]:
    """Return every name that the answers about a report give, aliases included."""
    people = [p for m in gold["meetings"] for p in (*m["present"], *m.get("absent", ()))]
    people += [p for part in ("invoked", "press", "neither") for p in gold.get(part) or ()]
    names = {p if isinstance(p, str) else p["name"] for p in people}
    return names | {alias for p in people if not isinstance(p, str) for alias in p.get("aliases") or ()}


def decided(document: Document, decisions: Decisions) -> tuple[set[str], set[str]]:
    """Return the names that the user's decisions about a report say are people, and the words that are none."""
    people: set[str] = set()
    dropped: set[str] = set()
    for row in decisions.good:
        here = [r.name for r in (row.subject, row.other) if r and r.document in (document.path, document.id)]
        if row.verb == "drop":
            dropped.update(here)
        elif row.verb in NAMED:
            people.update(here)
    return people - dropped, dropped


def places(text: str, names: Iterable[str]) -> tuple[Place, ...]:
    """Find where names stand as words of their own; of two that overlap the longer one."""
    found: list[Place] = []
    for name in sorted(names, key=lambda name: (-len(name), name)):
        words = r"\s+".join(map(re.escape, name.split()))
        for match in re.finditer(rf"(?<!\w){words}(?!\w)", text) if words else ():
            if not touches(match.span(), found):
                found.append(match.span())
    return tuple(sorted(found))


def touches(place: Place, others: Iterable[Place]) -> bool:
    """Whether a place overlaps one of others."""
    return any(place[0] < end and start < place[1] for start, end in others)


def sentences_of(
    document: Document, people: set[str], dropped: set[str], nlp: Language
) -> Iterator[Labelled]:
    """Label the sentences of a report in which somebody is named, may be named, or words are dropped."""
    texts = [document.text[sentence.start : sentence.end] for sentence in document.sentences]
    for text, doc in zip(texts, nlp.pipe(texts), strict=True):
        none = places(text, dropped)
        known = tuple(place for place in places(text, people) if not touches(place, none))
        seen = [(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"]
        seen += [(span.start, span.end) for span in find_names(text, 0, len(text))]
        unsure = tuple(sorted({place for place in seen if not touches(place, (*known, *none))}))
        if known or none or unsure:
            yield Labelled(text=text, people=known, dropped=none, unsure=unsure)


def example_of(nlp: Language, silver: Doc, labelled: Labelled) -> Example:
    """Turn a sentence into an example, token by token in BILUO; `silver` is the base model's reading of it."""
    from spacy.training import Example, offsets_to_biluo_tags

    doc = nlp.make_doc(labelled.text)
    taken = (*labelled.people, *labelled.dropped, *labelled.unsure)
    other = [
        (ent.start_char, ent.end_char, ent.label_)
        for ent in silver.ents
        if ent.label_ != "PERSON" and not touches((ent.start_char, ent.end_char), taken)
    ]
    known = [(*place, "PERSON") for place in labelled.people]
    tags = offsets_to_biluo_tags(doc, [*other, *known])
    for token in doc:
        if touches((token.idx, token.idx + len(token)), labelled.unsure):
            tags[token.i] = "-"
    return Example.from_dict(doc, {"entities": tags})


def is_held_out(document: Document) -> bool:
    """Whether a report is kept for the figures: by its text, so that adding reports moves none."""
    return int(hashlib.sha256(document.text.encode("utf-8")).hexdigest(), 16) % HELD_OUT == 0


def figures(nlp: Language, labelled: Sequence[Labelled]) -> dict[str, float]:
    """Return precision, recall and F1 of PERSON, span by span; where nobody knows counts for nothing."""
    right = wrong = missed = 0
    for sentence, doc in zip(labelled, nlp.pipe([s.text for s in labelled]), strict=True):
        found = {(ent.start_char, ent.end_char) for ent in doc.ents if ent.label_ == "PERSON"}
        right += len(found & set(sentence.people))
        missed += len(set(sentence.people) - found)
        wrong += sum(place not in sentence.people and not touches(place, sentence.unsure) for place in found)
    precision, recall = right / max(right + wrong, 1), right / max(right + missed, 1)
    return {
        "precision": precision,
        "recall": recall,
        "F1": 2 * precision * recall / max(precision + recall, 1e-9),
    }


def fine_tune(nlp: Language, examples: list[Example], *, epochs: int, seed: int = SEED) -> None:
    """Train the components of `nlp` on the examples, in place; the same seed and examples give the same weights."""
    from spacy.util import fix_random_seed, minibatch

    fix_random_seed(seed)
    order = random.Random(seed)
    optimizer = nlp.resume_training()
    for _ in range(epochs):
        order.shuffle(examples)
        for batch in minibatch(examples, size=BATCH):
            nlp.update(batch, sgd=optimizer, drop=DROPOUT)


def read(
    reports: Sequence[Path], gold: Sequence[Path], decisions: Decisions, nlp: Language
) -> tuple[list[Labelled], list[Labelled]]:
    """Return the labelled sentences to learn from and those held out, in the order of the reports."""
    documents, _ = read_reports(reports)
    answers = {file_name(entry["document"]): entry for path in gold for entry in read_gold(path)}
    learned: list[Labelled] = []
    held_out: list[Labelled] = []
    for document in documents:
        people, dropped = decided(document, decisions)
        entry = answers.get(file_name(document.path))
        people |= (names_of(entry) - dropped) if entry is not None else set()
        if people or dropped:
            part = held_out if is_held_out(document) else learned
            part.extend(sentences_of(document, people, dropped, nlp))
    return learned, held_out


def train(options: Any) -> int:
    """Fine-tune, write the folder, print what it does on the reports held out. Returns the exit status."""
    if options.out.exists() and not (options.out / "config.cfg").is_file():
        raise ValueError(f"'{options.out}' is there and is no pipeline; name another folder")
    base = find_model(options.base)
    assert base is not None
    nlp = load_finder(base)
    decisions = read_decisions(options.decisions) if options.decisions else Decisions()
    for row in decisions.bad:
        print(f"{options.decisions}: line {row.line} is left out: {row.problem}", file=sys.stderr)
    learned, held_out = read([*REPORTS, *options.reports], [GOLD, *options.gold], decisions, nlp)
    if not learned:
        raise ValueError("no labelled sentence; without --reports the gold corpus is read")
    silver = nlp.pipe([sentence.text for sentence in learned])
    examples = [example_of(nlp, doc, sentence) for doc, sentence in zip(silver, learned, strict=True)]
    print(f"{len(learned)} sentences to learn from, {len(held_out)} held out; {options.epochs} rounds")
    before = figures(nlp, held_out)
    fine_tune(nlp, examples, epochs=options.epochs)
    after = figures(nlp, held_out)
    for name in before:
        print(f"  {name:<10}{before[name]:>8.3f} -> {after[name]:.3f}")
    nlp.meta["name"] = options.out.name
    nlp.meta["description"] = f"{options.base}, fine-tuned on {len(learned)} sentences of reports of meetings"
    options.out.parent.mkdir(parents=True, exist_ok=True)
    nlp.to_disk(options.out)
    print(f"written; use it with: sederunt build REPORTS -o OUT --model {options.out}")
    return 0


def main(arguments: list[str]) -> int:
    """Read the arguments and train. A mistake is one line and exit status 2."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--out", type=Path, default=OUT, help="the folder to write")
    parser.add_argument("--reports", type=Path, nargs="*", default=[], help="reports of your own")
    parser.add_argument("--gold", type=Path, nargs="*", default=[], help="answers about them")
    parser.add_argument("--decisions", type=Path, help="your decisions about them")
    parser.add_argument("--base", default=PINNED, help="the pipeline to start from")
    parser.add_argument("--epochs", type=int, default=EPOCHS, help="rounds over the sentences")
    try:
        return train(parser.parse_args(arguments))
    except (OSError, ValueError, GoldError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
