"""Print how many words a second of CPU time reads, and whether asking the model less often loses anybody.

usage: speed.py [REPORTS]...      (without arguments: all reports of the gold corpus)

Four ways over the same text, in turn, after one pass that fills the caches; the medians of RUNS passes. Reading files is not
counted, and the time of every thread is. What is kept of words and sentences serves a report that was read before: `read once` is
the same for reports that the process has not read: each half of them after the other half. `plain pass` is the published en_core_web_sm, whole, over the same text. `every sentence`
shows the model all sentences instead of those alone that have a role verb and in which the grammar leaves a name open: whom it
places at a meeting besides is the price of the shortcut, and is named.
"""

from __future__ import annotations

import platform
import sys
from collections.abc import Callable, Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib.metadata import version
from multiprocessing import get_context
from pathlib import Path
from statistics import median
from time import process_time

from corpus.load import read_reports
from corpus.records import Document
from extract import asking
from extract.model import Model, load_model
from extract.model_spacy import find_model
from extract.reading import read_report
from extract.roles import PRESENT

ROOT = Path(__file__).parent.parent
DEFAULTS = [ROOT / "corpus" / "samples", ROOT / "tests" / "gold" / "reports"]
RUNS = 5
Way = Callable[[Sequence[Document]], object]


def ours(model: Model | None) -> Way:
    """Read reports as a build does."""
    return lambda documents: [read_report(document, model) for document in documents]


def plain_pass() -> Way:
    """Run the whole published pipeline over the reports, as most tools do."""
    import spacy

    path = find_model("en_core_web_sm")
    assert path is not None
    nlp = spacy.load(path)
    return lambda documents: [doc.ents for doc in nlp.pipe(document.text for document in documents)]


def every_sentence(model: Model | None) -> Way:
    """Read reports with the model asked about every sentence."""

    def run(documents: Sequence[Document]) -> object:
        shortcut = asking.worth_asking
        asking.worth_asking = lambda document, *_: list(range(len(document.sentences)))
        try:
            return [read_report(document, model) for document in documents]
        finally:
            asking.worth_asking = shortcut

    return run


def speeds(ways: dict[str, Way], documents: Sequence[Document], runs: int = RUNS) -> dict[str, float]:
    """Return words per CPU second of each way, the median of `runs` passes in turn after one that is not counted."""
    words = sum(len(document.text.split()) for document in documents)
    seconds: dict[str, list[float]] = {name: [] for name in ways}
    for number in range(runs + 1):
        for name, way in ways.items():
            start = process_time()
            way(documents)
            if number:
                seconds[name].append(process_time() - start)
    return {name: words / max(median(times), 1e-9) for name, times in seconds.items()}


def once(paths: Sequence[str], asked: bool, half: int) -> tuple[int, float]:
    """Return words and CPU seconds of reading every other report, after the rest; run it in a process of its own."""
    documents, _ = read_reports([Path(path) for path in paths])
    model = load_model() if asked else None
    ours(model)(documents[1 - half :: 2])
    start = process_time()
    ours(model)(documents[half::2])
    return sum(len(document.text.split()) for document in documents[half::2]), process_time() - start


def read_once(paths: Sequence[str], *, asked: bool, runs: int = RUNS) -> float:
    """Return words per CPU second of reports that a process reads for the first time: the median of `runs`, all reports in each."""
    found = []
    with ProcessPoolExecutor(1, mp_context=get_context("spawn"), max_tasks_per_child=1) as pool:
        for _ in range(runs):
            halves = [pool.submit(once, paths, asked, half).result() for half in (0, 1)]
            found.append(sum(words for words, _ in halves) / sum(seconds for _, seconds in halves))
    return median(found)


def present(documents: Sequence[Document], way: Way) -> set[tuple[str, str, str]]:
    """Return who is present by a way: report, name and role."""
    readings = way(documents)
    assert isinstance(readings, list)
    return {
        (document.path, p.person, p.role)
        for document, reading in zip(documents, readings, strict=True)
        for p in reading.participations
        if p.person and p.role in PRESENT
    }


def main(arguments: list[str]) -> int:
    """Print the speeds and what the shortcut costs. A path that is not there is named, exit status 2."""
    try:
        documents, _ = read_reports([Path(argument) for argument in arguments] or DEFAULTS)
    except FileNotFoundError as error:
        print(f"error: {error}", file=sys.stderr)
        return 2
    model = load_model()
    ways = {
        "sederunt": ours(model),
        "grammar alone": ours(None),
        "every sentence": every_sentence(model),
        "plain pass": plain_pass(),
    }
    words = sum(len(document.text.split()) for document in documents)
    print(f"{len(documents)} reports, {words:,} words; words per CPU second, median of {RUNS}")
    for name, speed in speeds(ways, documents).items():
        print(f"  {name:<24}{speed:>10,.0f}")
    fresh = arguments or [str(path) for path in DEFAULTS]
    print(f"  {'read once':<24}{read_once(fresh, asked=True):>10,.0f}")
    print(f"  {'read once, grammar':<24}{read_once(fresh, asked=False):>10,.0f}")
    lost = sorted(present(documents, ways["every sentence"]) - present(documents, ways["sederunt"]))
    print(f"present only if the model sees every sentence: {len(lost)}")
    for row in lost:
        print("  " + ": ".join(row))
    print(f"Python {platform.python_version()}, spacy {version('spacy')}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
