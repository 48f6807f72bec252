"""Build a large generated corpus with the real command, measure it, and check that nothing was lost or doubled.

usage: large.py [--jobs N] [--folder FOLDER] [REPORTS]...      (without arguments: 300 reports, 2 workers, a temporary folder)

The reports are those of tests/generated, seed 5, as long as real ones, a file each. `sederunt build` runs over them as a child,
without a model: seconds on the clock, CPU seconds and the greatest memory of all its processes together, by stage; and, of the two
last sizes, the exponent b of CPU seconds = a * reports^b. Then the outputs are asked whether they belong together (see `complaints`);
exit status 1 where something does not hold. Below FOLDER each size keeps its reports and outputs; a build that is there is an
error. Linux.
"""

from __future__ import annotations

import argparse
import csv
import json
import math
import os
import random
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from generated.reports import LENGTH, reports

from graph.columns import COLUMNS
from graph.manifest import MANIFEST, STORE, TABLES
from graph.tables import read_cell

SEED = 5
READ = frozenset({"reading", "extracting"})
"""Stages in which workers do the work; what they cost is known of all together."""
SAMPLE = 20_000
"""Rows of a table, evenly drawn, whose sentences are looked up in the texts."""
EVERY = 0.25
"""Seconds between two looks at the memory of the processes."""
ROW_EACH = frozenset({"documents", "people", "organizations", "posts", "holdings", "unresolved"})
"""Tables with a row for each that the manifest counts."""
PAGE = os.sysconf("SC_PAGE_SIZE")
csv.field_size_limit(1 << 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ran:
    """What a build cost: seconds on the clock, CPU seconds of all processes, the most megabytes they held together."""

    seconds: float
    cpu: float
    megabytes: int


def write_corpus(size: int, folder: Path) -> int:
    """Write the reports, a file each; return how many words they have."""
    words = 0
    for report in reports(size, SEED, padded=LENGTH):
        path = folder / report.path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report.text, encoding="utf-8")
        words += len(report.text.split())
    return words


def run(command: list[str]) -> Ran:
    """Run a command to its end, looking at its processes now and then."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    child = subprocess.Popen(command)
    most = 0
    while child.poll() is None:
        most = max(most, sum(resident(number) for number in (child.pid, *below(child.pid))))
        time.sleep(EVERY)
    if child.returncode:
        raise SystemExit(f"the build ended with status {child.returncode}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Ran(seconds=time.monotonic() - start, cpu=cpu, megabytes=most // 2**20)


def below(number: int) -> Iterator[int]:
    """The processes that a process started, and those that these did."""
    for task in Path(f"/proc/{number}/task").glob("*/children"):
        try:
            children = [int(child) for child in task.read_text(encoding="ascii").split()]
        except OSError:  # it has ended in between
            continue
        for child in children:
            yield child
            yield from below(child)


def resident(number: int) -> int:
    """The bytes of memory that a process holds; 0 where it has ended."""
    try:
        return int(Path(f"/proc/{number}/statm").read_text(encoding="ascii").split()[1]) * PAGE
    except OSError:
        return 0


def stages(log: Path) -> Iterator[tuple[str, float, float]]:
    """Each stage of a build by its log: its name, its seconds on the clock, and the CPU seconds of the build's own process."""
    started: dict[str, datetime] = {}
    cpu = 0.0
    for line in log.read_text(encoding="utf-8").splitlines():
        told = json.loads(line)
        at = datetime.fromisoformat(told["time"])
        if told["event"] == "stage started":
            started[told["stage"]] = at
        elif told["event"] == "stage finished":
            yield told["stage"], (at - started[told["stage"]]).total_seconds(), told["cpu_so_far"] - cpu
            cpu = told["cpu_so_far"]


def complaints(out: Path, inputs: Path) -> list[str]:
    """What does not hold: every file is one report, in tables and store; rows are as many as counted; every sentence stands in its text."""
    wrong = []
    expected = {path.relative_to(inputs).as_posix() for path in inputs.rglob("*.txt")}
    counted = json.loads((out / MANIFEST).read_text(encoding="utf-8"))["counts"]
    people = {row["person_id"] for row in rows_in(out / TABLES / "people.csv")}
    with closing(sqlite3.connect(f"{(out / STORE).resolve().as_uri()}?mode=ro", uri=True)) as store:
        texts = dict(store.execute("SELECT path, text FROM documents"))
        (readings,) = store.execute("SELECT count(*) FROM readings").fetchone()
        (identities,) = store.execute("SELECT count(DISTINCT id) FROM documents").fetchone()
        if set(texts) != expected:
            wrong.append(f"{len(expected)} reports, {len(texts)} in the store")
        if readings != identities:
            wrong.append(f"{identities} texts, {readings} readings in the store")
        for name in COLUMNS:
            rows = rows_in(out / TABLES / f"{name}.csv")
            (count,) = store.execute(f'SELECT count(*) FROM "table_{name}"').fetchone()
            if count != len(rows):
                wrong.append(f"{len(rows)} rows of {name}, {count} in the store")
            if name in ROW_EACH and counted[name] != len(rows):
                wrong.append(f"{len(rows)} rows of {name}, the manifest counts {counted[name]}")
            if strangers := {row["person_id"] for row in rows if "person_id" in row} - people:
                wrong.append(f"{len(strangers)} people of {name} are not among the people")
            if name == "documents" and sorted(row["document"] for row in rows) != sorted(expected):
                wrong.append(f"{len(expected)} reports, {len(rows)} rows: not the same, or not once each")
            wrong += unproven(name, rows, texts)
    return wrong


def unproven(name: str, rows: list[dict[str, str]], texts: dict[str, str]) -> Iterator[str]:
    """Say whether sentences of a table do not stand where it says; of a meeting, in none of its reports."""
    columns = {column for column, _ in COLUMNS[name]}
    if not {"start", "end"} < columns or not columns & {"evidence", "quote"}:
        return
    drawn = rows if len(rows) <= SAMPLE else random.Random(SEED).sample(rows, SAMPLE)
    bad = 0
    for row in drawn:
        quote = read_cell(row["evidence"] if "evidence" in row else row["quote"])
        paths = [row["document"]] if "document" in row else row["documents"].split("; ")
        start, end = int(row["start"]), int(row["end"])
        bad += all(texts.get(path, "")[start:end] != quote for path in paths)
    if bad:
        yield f"{bad} of {len(drawn)} sentences of {name} do not stand where it says"
    print(f"  {len(drawn):>9,} sentences of {name} looked up")


def rows_in(path: Path) -> list[dict[str, str]]:
    """The rows of a table."""
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def measure(size: int, jobs: int, folder: Path) -> tuple[dict[str, float], list[str]]:
    """Generate, build, print and check. Returns the CPU seconds of each stage, and what does not hold."""
    inputs, out, log = folder / "reports", folder / "out", folder / "log.jsonl"
    if folder.exists():
        raise SystemExit(f"'{folder}' is there already: name another folder")
    start, cpu = time.monotonic(), time.process_time()
    words = write_corpus(size, inputs)
    print(
        f"{size:,} reports of {words:,} words, written in {time.monotonic() - start:,.0f} s "
        f"({time.process_time() - cpu:,.0f} CPU seconds)",
        flush=True,
    )
    command = [
        "build",
        str(inputs),
        "-o",
        str(out),
        "--jobs",
        str(jobs),
        "--model",
        "none",
        "--log",
        str(log),
    ]
    ran = run([sys.executable, "-c", "import sys; from graph.cli import main; sys.exit(main())", *command])
    spent: dict[str, float] = {}
    print(f"{'stage':<20}{'seconds':>10}{'CPU of the build process':>28}")
    for stage, seconds, own in stages(log):
        print(f"{stage:<20}{seconds:>10,.1f}{own:>28,.1f}")
        spent[stage] = own
    later = sum(own for stage, own in spent.items() if stage not in READ)
    cost = {"read and extract": ran.cpu - later, **{n: own for n, own in spent.items() if n not in READ}}
    print(
        f"{size:,} reports, {jobs} workers: {ran.seconds / 60:,.1f} minutes; {ran.cpu:,.0f} CPU seconds of all processes, "
        f"{ran.cpu - later:,.0f} of them until all is read; at most {ran.megabytes:,} MB together; "
        f"{words / ran.cpu:,.0f} words per CPU second",
        flush=True,
    )
    wrong = complaints(out, inputs)
    for line in wrong:
        print(f"WRONG {line}")
    print(f"{len(wrong)} complaints", flush=True)
    return cost, wrong


def main(arguments: list[str]) -> int:
    """Measure each size, then print how the cost of each stage grows."""
    parser = argparse.ArgumentParser(description="Build large generated corpora with the real command.")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("reports", type=int, nargs="*", default=[300])
    given = parser.parse_args(arguments)
    found: list[dict[str, float]] = []
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="large") as name:
        for size in given.reports:
            cost, complained = measure(size, given.jobs, (given.folder or Path(name)) / str(size))
            found.append(cost)
            wrong += complained
    if len(found) > 1:
        ratio = math.log(given.reports[-1] / given.reports[-2])
        print(f"{'CPU seconds':<20}{given.reports[-2]:>12,}{given.reports[-1]:>12,}  exponent")
        for stage, seconds in found[-1].items():
            before = max(found[-2][stage], 0.01)
            print(
                f"{stage:<20}{before:>12,.1f}{seconds:>12,.1f}{math.log(max(seconds, 0.01) / before) / ratio:>10.2f}"
            )
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
