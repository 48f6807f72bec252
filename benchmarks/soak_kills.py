"""Kill builds, and fill their disk, at random moments: is anything lost, doubled or mixed?

usage: soak_kills.py [REPORTS] [KILLS] [FULL] [SEED] [JOBS]      (without arguments: 40 reports, 12 kills, 6 full disks)

A corpus of generated reports is built in a folder that holds the build of an earlier state of it. Half of the kills strike before
a chosen operation on a file (open for writing, rename, remove, make a folder), the others at a random moment; both are SIGKILL.
A full disk is a limit on the size of a file, or an operation that fails with ENOSPC. After each of them the store must be whole
and open as the old build or the new one, outputs and store must belong to one build, and a build that runs to its end must
write the bytes of one that was never disturbed. Exit status 1 where one of these does not hold.
"""

from __future__ import annotations

import errno
import importlib
import os
import random
import shutil
import signal
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent / "tests"))

from generated.reports import reports

from corpus.store import Store
from graph.build import DiskFull, build, build_records
from graph.manifest import PAGE, STORE
from graph.network import Network

WRITES = frozenset({"os.rename", "os.remove", "os.mkdir", "shutil.rmtree"})
FULL_STATUS, DONE, FAILED = 4, 0, 1
ANEW = "anew"
HEAVY = (
    "graph.view",
    "graspologic_native",
    "networkit",
    "pandas",
    "pyvis",
    "rustworkx",
    "scipy.sparse",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A corpus, the build of its earlier state, and what an undisturbed build of it writes."""

    inputs: Path
    old: Path
    old_bytes: dict[str, bytes]
    new_bytes: dict[str, bytes]
    new_reports: int
    seconds: float
    operations: int
    jobs: int


def outputs(out: Path) -> dict[str, bytes]:
    """All outputs but the store and hidden files, byte for byte."""
    found = (path for path in sorted(out.rglob("*")) if path.is_file() and path.name != STORE)
    inside = ((path.relative_to(out), path) for path in found)
    return {
        name.as_posix(): path.read_bytes() for name, path in inside if not name.as_posix().startswith(".")
    }


def on_operation(act: Callable[[int], None]) -> None:
    """Call `act` with a running number before each operation that changes files below the temporary folder."""
    count = 0

    def hook(name: str, arguments: tuple[object, ...]) -> None:
        nonlocal count
        writing = (
            name == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR)
        )
        if writing or name in WRITES:
            count += 1
            act(count)

    sys.addaudithook(hook)


def child(work: Callable[[], int]) -> int:
    """Run `work` in a process of its own, and return its number. Its exit status is what `work` returns."""
    number = os.fork()
    if number:
        return number
    status = FAILED
    try:
        status = work()
    except DiskFull:
        status = FULL_STATUS
    finally:
        os._exit(status)


def build_in(inputs: Path, out: Path, jobs: int) -> int:
    """Build once, quietly, and leave word of how many reports were read anew."""
    report = build([inputs], out, model="none", jobs=jobs)
    (inputs.parent / ANEW).write_text(str(report.read_anew), encoding="ascii")
    return DONE


def warm(inputs: Path) -> None:
    """Load rules and libraries once, so that no child has to; nothing here starts a thread that a fork would lose."""
    for name in HEAVY:
        importlib.import_module(name)
    build_records([inputs], model="none")


def ended(number: int) -> int:
    """Wait for a child; a negative number is the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(number, 0)[1])


def make_ground(folder: Path, size: int, seed: int, jobs: int) -> Ground:
    """Write the corpus, build an earlier state of it (a tenth less, a tenth changed), and build it undisturbed."""
    inputs, old = folder / "reports", folder / "old"
    made = list(reports(size, seed))
    for number, report in enumerate(made):
        path = inputs / report.path
        path.parent.mkdir(parents=True, exist_ok=True)
        if number % 10 != 1:
            text = report.text.replace("20", "19", 1) if number % 10 == 2 else report.text
            path.write_text(text, encoding="utf-8")
    warm(inputs)
    assert ended(child(lambda: build_in(inputs, old, jobs))) == DONE
    for report in made:
        (inputs / report.path).write_text(report.text, encoding="utf-8")
    whole = folder / "whole"
    tally = folder / "operations"

    def counted() -> int:
        number = 0

        def count(n: int) -> None:
            nonlocal number
            number = n

        on_operation(count)
        build_in(inputs, whole, jobs)
        total = number
        tally.write_text(str(total), encoding="ascii")
        return DONE

    start = time.monotonic()
    assert ended(child(counted)) == DONE
    seconds = time.monotonic() - start
    return Ground(
        inputs=inputs,
        old=old,
        old_bytes=outputs(old),
        new_bytes=outputs(whole),
        new_reports=len(made),
        seconds=seconds,
        operations=int(tally.read_text(encoding="ascii")),
        jobs=jobs,
    )


def kill_at_operation(ground: Ground, out: Path, at: int) -> int:
    """Build, and end the process by SIGKILL before the operation of that number."""

    def work() -> int:
        on_operation(lambda n: os.kill(os.getpid(), signal.SIGKILL) if n == at else None)
        return build_in(ground.inputs, out, ground.jobs)

    return ended(child(work))


def kill_after(ground: Ground, out: Path, seconds: float) -> int:
    """Build, and end the process by SIGKILL after so many seconds."""
    number = child(lambda: build_in(ground.inputs, out, ground.jobs))
    time.sleep(seconds)
    os.kill(number, signal.SIGKILL)
    return ended(number)


def full_at_operation(ground: Ground, out: Path, at: int) -> int:
    """Build with a disk that is full from the operation of that number on."""

    def full(n: int) -> None:
        if n >= at:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    def work() -> int:
        on_operation(full)
        return build_in(ground.inputs, out, ground.jobs)

    return ended(child(work))


def full_at_size(ground: Ground, out: Path, size: int) -> int:
    """Build where no file may grow beyond `size` bytes."""
    import resource

    def work() -> int:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        return build_in(ground.inputs, out, ground.jobs)

    return ended(child(work))


def complaints(ground: Ground, out: Path) -> list[str]:
    """What does not hold after a build was cut off, and after the next one has run to its end."""
    found = []
    database = sqlite3.connect(out / STORE)
    (whole,) = database.execute("PRAGMA integrity_check").fetchone()
    database.close()
    if whole != "ok":
        found.append(f"the store is damaged: {whole}")
    network = Network.open(out)  # finishes a set that was cut off on its way to its place
    now = outputs(out)
    if now not in (ground.old_bytes, ground.new_bytes):
        found.append("outputs of two builds are mixed")
    elif len(network.records.documents) != (
        ground.new_reports if now == ground.new_bytes else documents_in(ground.old)
    ):
        found.append("the store and the outputs belong to different builds")
    kept = readings_in(out)
    if ended(child(lambda: build_in(ground.inputs, out, ground.jobs))) != DONE:
        return [*found, "the next build fails"]
    anew = int((ground.inputs.parent / ANEW).read_text(encoding="ascii"))
    if anew != len(readings_in(out) - kept):
        found.append(f"{anew} reports were read anew, {len(readings_in(out) - kept)} were missing")
    if outputs(out) != ground.new_bytes:
        found.append("the next build writes other bytes")
    paths = Counter(document.path for document in Network.open(out).records.documents)
    if len(paths) != ground.new_reports or max(paths.values()) > 1:
        found.append(f"{ground.new_reports} reports, {len(paths)} in the store")
    left = {path.name for path in out.iterdir()} - {
        STORE,
        ".lock",
        *(n.split("/")[0] for n in ground.new_bytes),
    }
    return [*found, *(f"left over: {name}" for name in sorted(left))]


def documents_in(out: Path) -> int:
    """Number of reports in a store."""
    with Store.look(out / STORE) as store:
        return len(store.documents())


def readings_in(out: Path) -> set[str]:
    """The reports whose readings a store keeps."""
    database = sqlite3.connect(out / STORE)
    found = {row[0] for row in database.execute("SELECT document_id FROM readings")}
    database.close()
    return found


def main(arguments: list[str]) -> int:
    """Run the kills, then the full disks; print what happened. Exit status 1 where something does not hold."""
    numbers = [int(argument) for argument in arguments]
    size, kills, fulls, seed, jobs = [*numbers, *(40, 12, 6, 7, 0)[len(numbers) :]]
    draw = random.Random(seed)
    happened: Counter[str] = Counter()
    wrong: list[str] = []
    with tempfile.TemporaryDirectory(prefix="soak") as name:
        folder = Path(name)
        ground = make_ground(folder, size, seed, jobs)
        print(
            f"{size} reports, {ground.operations} operations on files, {ground.seconds:.1f} s undisturbed, "
            f"{'in one process' if not jobs else f'{jobs} workers'}"
        )
        for number in range(kills + fulls):
            out = folder / "out"
            shutil.copytree(ground.old, out)
            if number >= kills:
                at, size_limit = (
                    draw.randint(1, ground.operations),
                    draw.randint(4096, len(ground.new_bytes[PAGE])),
                )
                by_size = number % 2 == 0
                what = f"no file above {size_limit} bytes" if by_size else f"disk full at operation {at}"
                status = (
                    full_at_size(ground, out, size_limit) if by_size else full_at_operation(ground, out, at)
                )
                if status == FAILED:
                    wrong.append(f"{what}: not told as a full disk")
                outcome = {DONE: "came to its end", FULL_STATUS: "said that the disk is full"}
                happened[outcome.get(status, "failed")] += 1
            else:
                at, moment = draw.randint(1, ground.operations), draw.uniform(0, ground.seconds * 1.05)
                by_number = number % 2 == 0
                what = f"killed at operation {at}" if by_number else f"killed after {moment:.3f} s"
                status = kill_at_operation(ground, out, at) if by_number else kill_after(ground, out, moment)
                happened["came to its end" if status == DONE else "killed"] += 1
            wrong += [f"{what}: {complaint}" for complaint in complaints(ground, out)]
            shutil.rmtree(out)
    for outcome, times in sorted(happened.items()):
        print(f"  {times:>4}  {outcome}")
    for line in wrong:
        print(f"WRONG {line}")
    print(f"{len(wrong)} complaints after {kills} kills and {fulls} full disks")
    return FAILED if wrong else DONE


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
