"""Print how well builds agree with hand-made answers, beside the usual shortcut: everybody named was there.

usage: accuracy.py [REPORTS GOLD]...      (without arguments: each set of the gold corpus)

REPORTS is a file or folder, GOLD a gold file or a folder of them; several pairs may follow each other.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from corpus.load import read_reports
from extract.model import load_model
from graph.build import build
from graph.check import score
from graph.check_read import read_participations
from graph.check_score import Score
from graph.gold import GoldDocument, GoldError, file_name, read_gold

ROOT = Path(__file__).parent.parent
GOLD = ROOT / "tests" / "gold"
DEFAULTS = [(ROOT / "corpus" / "samples", GOLD / "samples.json")] + [
    (folder, GOLD / f"{folder.name}.json") for folder in sorted((GOLD / "reports").iterdir())
]
METHODS = ("sederunt", "grammar alone", "everybody named")


def everybody_named(reports: Path) -> Iterator[dict[str, str]]:
    """Put everybody whom the model calls a person into the meeting: what tools that link co-mentions do."""
    model = load_model()
    documents, _ = read_reports([reports])
    if model is None:
        return
    for document, said in zip(documents, model.annotate([d.text for d in documents]), strict=True):
        for name in sorted(
            {document.text[span.start : span.end] for span in said.spans if span.label == "PERSON"}
        ):
            yield {"document": document.path, "person": name, "role": "attended"}


def scores_of(reports: Path, gold: list[GoldDocument]) -> Iterator[tuple[str, Score]]:
    """Score each method on the gold documents that are among the reports."""
    documents, _ = read_reports([reports])
    here = {file_name(document.path) for document in documents}
    wanted = [document for document in gold if file_name(document["document"]) in here]
    for method, model in zip(METHODS, (None, "none"), strict=False):
        with tempfile.TemporaryDirectory() as folder:
            out = Path(folder) / "out"
            build([reports], out, model=model)
            yield method, score(read_participations(out), wanted)
    yield METHODS[-1], score(everybody_named(reports), wanted)


def print_table(reports: Path, gold: Path) -> None:
    """Print one set of reports: a line a figure, a column a method."""
    print(f"{reports.name}, against {gold.name}")
    tables = {method: result.table() for method, result in scores_of(reports, list(read_gold(gold)))}
    print(" " * 26 + "".join(f"{method:>18}" for method in tables))
    for name, figure in tables[METHODS[0]].items():
        form = ">18.0f" if isinstance(figure, int) else ">18.3f"
        print(f"  {name:<24}" + "".join(f"{table[name]:{form}}" for table in tables.values()))


def main(arguments: list[str]) -> int:
    """Print a table for each pair of arguments; a pair that cannot be used is named, exit status 2."""
    if len(arguments) % 2:
        print(__doc__, file=sys.stderr)
        return 2
    paths = [Path(argument) for argument in arguments]
    try:
        for reports, gold in list(zip(paths[::2], paths[1::2], strict=True)) or DEFAULTS:
            print_table(reports, gold)
    except (GoldError, FileNotFoundError) as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
