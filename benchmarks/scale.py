"""Print what a build of 250, 500, 1000 ... generated reports costs, stage by stage, and how the cost grows.

usage: scale.py [SIZE]...      (without arguments: 125 250 500)

CPU seconds of each stage, one process, names by grammar alone; the peak of memory after it; words per CPU second over all
of them; and, from the two largest sizes, the exponent b of cost = a * reports^b. `adding one` is a second build after one more
report, all of it, in a process that has the rules; `by the command` is the same by the command
line, its start included, in seconds on the clock. Each size runs in a process of its own. The corpora are those of tests/generated, seed 5.
"""

from __future__ import annotations

import importlib
import json
import math
import platform
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from generated.reports import LENGTH, reports

from corpus.duplicates import duplicates
from corpus.load import read_reports
from corpus.store import Store
from corpus.uncollected import uncollected
from extract.identity import resolve
from extract.local import Reading
from extract.reading import read_report, reading_from_json, reading_to_json
from extract.remembered import hash_of
from graph.affiliation import affiliation_graph
from graph.build import build
from graph.graphml import write_graphml
from graph.manifest import STORE
from graph.memo import keeper, remembering
from graph.stored import keep_records
from graph.tables import rows_of, write_rows
from graph.view import write_page

SIZES = (125, 250, 500)
SEED = 5
HEAVY = ("graspologic_native", "networkit", "pandas", "pyvis", "rustworkx", "scipy.sparse")
"""Libraries that take seconds to load, whatever the size."""


def megabytes() -> int:
    """The peak of this process's memory so far."""
    import resource

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // (1024 * 1024 if sys.platform == "darwin" else 1024)


def measure(size: int, folder: Path) -> dict[str, Any]:
    """Run every stage over a corpus of `size` reports; seconds and megabytes by stage."""
    inputs, out = folder / "reports", folder / "out"
    out.mkdir()
    made = list(reports(size + 1, SEED, padded=LENGTH))
    for report in made[:size]:
        path = inputs / report.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.text, encoding="utf-8")
    seconds: dict[str, float] = {}
    memory: dict[str, int] = {}

    def stage(name: str, work: Callable[[], Any]) -> Any:
        start = process_time()
        result = work()
        seconds[name], memory[name] = process_time() - start, megabytes()
        return result

    for name in HEAVY:
        importlib.import_module(name)
    read_report(
        read_reports([next(inputs.rglob("*.txt"))])[0][0], None
    )  # rules are loaded once, whatever the size
    documents, ledger = stage("read", lambda: read_reports([inputs]))
    readings = stage("extract", lambda: {d.path: read_report(d, None) for d in documents})
    with uncollected(), Store.open(out / STORE) as store, remembering(store):  # as in `graph.build`
        hashes = stage("keep readings", lambda: {path: kept_reading(r) for path, r in readings.items()})
        copies = stage("find copies", lambda: duplicates(documents))
        found = {"duplicate_of": copies, "ledger": ledger, "hashes": hashes, "kept": keeper()}
        records = stage("resolve", lambda: resolve(documents, readings, **found))
        tables = stage("measure", lambda: rows_of(records))
        stage("tables", lambda: write_rows(tables, out / "tables"))
        stage("graphml", lambda: write_graphml(affiliation_graph(records), out / "g.graphml"))
        stage("page", lambda: write_page(records, out / "p.html"))
        stage("store", lambda: keep_records(store, records, tables))
    build([inputs], folder / "built", model="none")
    (inputs / "one_more.txt").write_text(made[size].text, encoding="utf-8")
    start = process_time()
    build([inputs], folder / "built", model="none")
    adding = process_time() - start
    words = sum(len(document.text.split()) for document in documents)
    return {
        "reports": size,
        "words": words,
        "people": len(records.people),
        "ties": len(tables["co_attendance"]),
        "seconds": seconds,
        "memory": memory,
        "adding one": adding,
        "by the command": by_the_command(inputs, folder / "built", made[size].text),
    }


def by_the_command(inputs: Path, out: Path, text: str) -> float:
    """Seconds on the clock that `sederunt build` takes for one report more than those of the last build, its start included."""
    order = [
        sys.executable,
        "-m",
        "graph.cli",
        "build",
        str(inputs),
        "-o",
        str(out),
        "--model",
        "none",
        "--quiet",
    ]
    one_more = inputs / "one_more.txt"
    one_more.unlink()
    subprocess.run(order, check=True)
    one_more.write_text(text, encoding="utf-8")
    start = perf_counter()
    subprocess.run(order, check=True)
    return perf_counter() - start


def kept_reading(reading: Reading) -> bytes:
    """Write a reading for the store and read it; return its hash."""
    text = reading_to_json(reading)
    reading_from_json(text)
    return hash_of(text)


def report(found: list[dict[str, Any]]) -> None:
    """Print the table: a row a stage, a column a size, and the exponent between the two largest."""
    print(" " * 20 + "".join(f"{f['reports']:>10,}" for f in found) + "  exponent")
    for name in ("words", "people", "ties"):
        print(f"{name:<20}" + "".join(f"{f[name]:>10,}" for f in found))
    totals = [sum(f["seconds"].values()) for f in found]
    rows = [(name, [f["seconds"][name] for f in found]) for name in found[0]["seconds"]]
    again = [(name, [f[name] for f in found]) for name in ("adding one", "by the command")]
    for name, values in [*rows, ("all stages", totals), *again]:
        line = f"{name:<20}" + "".join(f"{value:>10.2f}" for value in values)
        print(line + (f"{exponent(found, values):>10.2f}" if len(found) > 1 else ""))
    print(
        f"{'words per CPU s':<20}"
        + "".join(f"{f['words'] / t:>10,.0f}" for f, t in zip(found, totals, strict=True))
    )
    print(f"{'peak MB':<20}" + "".join(f"{max(f['memory'].values()):>10,}" for f in found))
    print(
        f"Python {platform.python_version()}, {platform.machine()}; CPU seconds on a machine shared with other work"
    )


def exponent(found: list[dict[str, Any]], values: list[float]) -> float:
    """The exponent of cost against reports between the two largest sizes."""
    (a, b), (x, y) = [f["reports"] for f in found[-2:]], values[-2:]
    return math.log(max(y, 1e-3) / max(x, 1e-3)) / math.log(b / a)


def main(arguments: list[str]) -> int:
    """Measure each size in a process of its own."""
    if arguments[:1] == ["--one"]:
        with tempfile.TemporaryDirectory() as folder:
            print(json.dumps(measure(int(arguments[1]), Path(folder))))
        return 0
    found = []
    for size in [int(argument) for argument in arguments] or SIZES:
        ran = subprocess.run(
            [sys.executable, __file__, "--one", str(size)], capture_output=True, text=True, check=True
        )
        found.append(json.loads(ran.stdout))
    report(found)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
