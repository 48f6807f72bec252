"""From files to outputs: read, extract, resolve, and write everything aside before it takes the old one's place."""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from corpus.find import Found, find_files
from corpus.records import LedgerRow
from corpus.remote import is_address as is_remote
from corpus.store import Store
from corpus.uncollected import uncollected
from extract.answers import settle as settle_answers
from extract.model import Model, is_address, load_model
from extract.reading import fingerprint
from extract.records import Records
from graph.lock import held
from graph.manifest import ANSWERS, STORE, manifest_of
from graph.memo import remembering
from graph.outputs import SETTLED, is_full, settle
from graph.pool import Pool
from graph.progress import Progress
from graph.runners import Here, Limits, Runner
from graph.sources import REMOTE, BuildError, Input, beside, chosen_decisions, local_inputs, own_outputs
from graph.trusted import trusted


@dataclass(frozen=True, slots=True, kw_only=True)
class BuildReport:
    """What a build did: its records, its manifest, how many reports were read anew, and where the outputs are.

    `older` is the format of the store that an older version had left there, 0 where there was none.
    """

    records: Records
    manifest: dict[str, Any]
    read_anew: int
    out: Path
    older: int = 0


class DiskFull(BuildError):  # noqa: N818 -- reads as what it says: the disk is full
    """There is no room for the outputs; those of the last build are as they were."""


def _silent(stage: str, done: int, total: int, words: int) -> None:
    """Tell nobody."""


def build(
    inputs: Sequence[Input],
    out: Path,
    *,
    model: str | None = None,
    decisions: Path | None = None,
    people: Path | None = None,
    min_confidence: float = 0.0,
    answers: Path | None = None,
    wait: float = 0.0,
    jobs: int = 0,
    limits: Limits | None = None,
    cluster: str | None = None,
    on_progress: Progress | None = None,
) -> BuildReport:
    """Build the network of the reports below `inputs` (files, folders, patterns, addresses) into the folder `out`.

    Reports that were read before with the same rules and model are taken from the store. What cannot be read becomes a
    ledger row. `on_progress(stage, done, all, words)` is called as the work goes on, from "reading" to "keeping". Where the build fails, the outputs of the
    last one stay as they are. The rows of the file `decisions` (see `extract.decisions`) go before all evidence; `people` is
    the user's own list of people (see `extract.people_list`).
    Statements of rules with a measured precision below `min_confidence` go to the ledger (see `graph.trusted`). What a model
    at an address answers is kept in the file `answers`, `answers.jsonl` in `out` if none is given. Where another build is writing
    into `out`, this one waits for it up to `wait` seconds. With `jobs` of 1 and more so many worker processes read, each file and
    report within `limits`; with 0 this process does, without limits; with `cluster` a Dask cluster does (see `graph.cluster`).
    The outputs are the same.

    Raises FileNotFoundError for a missing input, model or decisions file, ModelError for a model that cannot be used, BuildError where there is nothing to read, `out` is a file, the
    decisions lie among the reports, or the store cannot be written, FolderInUse where another build works in `out`, OutputError where an
    output cannot be replaced, StoreError where the store is not one of ours.
    """
    if out.exists() and not out.is_dir():
        raise BuildError(f"the output '{out}' is a file; name a folder")
    progress = on_progress or _silent
    paths, missing = _brought(inputs, out, wait)
    own = own_outputs(paths, out)
    chosen = chosen_decisions(decisions, paths, people)
    kept = beside(answers, paths) or out / ANSWERS
    loaded = load_model(model, answers=kept)
    try:
        out.mkdir(parents=True, exist_ok=True)
        with (
            uncollected(stays=True),
            held(out, wait=wait),
            Store.open(out / STORE, renew=True) as store,
            remembering(store) as memo,
            runner_of(jobs, model, loaded, limits, kept, cluster) as runner,
        ):
            older = store.older
            settle(out, store.about(SETTLED))
            found = find_files(paths)
            if _something_new(store, found):
                runner.prepare()
            from graph.gather import gather  # these take long to load, and do so while a worker starts
            from graph.writing import write_set

            records, anew = gather(store, found, own, fingerprint(loaded), runner, progress, chosen, missing)
            if is_address(model):
                settle_answers(kept)
            records = trusted(records, min_confidence)
            manifest = _manifest(records, loaded)
            write_set(store, memo, records, manifest, out, progress)
    except (sqlite3.OperationalError, OSError) as error:
        if is_full(error):
            raise DiskFull(f"no space left to write '{out}': the last outputs are as they were") from error
        if isinstance(error, OSError):
            raise
        raise BuildError(f"the store in '{out}' cannot be written: {error}") from error
    return BuildReport(records=records, manifest=manifest, read_anew=anew, out=out, older=older)


def _brought(inputs: Sequence[Input], out: Path, wait: float) -> tuple[list[Path], list[LedgerRow]]:
    """The inputs as paths; what lies at addresses is brought into the folder `out`, by one build at a time."""
    if not any(isinstance(given, str) and is_remote(given) for given in inputs):
        return local_inputs(inputs, out)
    out.mkdir(parents=True, exist_ok=True)
    with held(out, wait=wait):
        return local_inputs(inputs, out / REMOTE)


@contextmanager
def runner_of(
    jobs: int,
    name: str | None,
    loaded: Model | None,
    limits: Limits | None,
    answers: Path,
    cluster: str | None,
) -> Iterator[Runner]:
    """Give a cluster, this process (0 jobs), or a pool of so many workers; these load the model of that name themselves."""
    if cluster:
        from graph.cluster import on_cluster

        with on_cluster(cluster, jobs=jobs, model=name) as there:
            yield there
    elif jobs:
        with Pool(jobs, model=name, limits=limits, answers=answers) as pool:
            yield pool
    else:
        yield Here(loaded)


def _something_new(store: Store, found: Found) -> bool:
    """Tell whether there is a file that the store does not know."""
    known = frozenset(store.file_names())
    return any(name not in known for name, _ in found[0])


def build_records(
    inputs: Sequence[Input],
    *,
    model: str | None = None,
    decisions: Path | None = None,
    people: Path | None = None,
    min_confidence: float = 0.0,
    answers: Path | None = None,
    on_progress: Progress | None = None,
) -> tuple[Records, dict[str, Any]]:
    """Do the same without outputs: the records and the manifest of the reports below `inputs`."""
    from graph.gather import gather

    progress = on_progress or _silent
    with tempfile.TemporaryDirectory() as folder, Store.open(Path(folder) / STORE) as store:
        paths, missing = local_inputs(inputs, Path(folder))
        own = own_outputs(paths, None)
        chosen = chosen_decisions(decisions, paths, people)
        loaded = load_model(model, answers=beside(answers, paths))
        records, _ = gather(
            store, find_files(paths), own, fingerprint(loaded), Here(loaded), progress, chosen, missing
        )
    if answers is not None and is_address(model):
        settle_answers(answers)
    records = trusted(records, min_confidence)
    return records, _manifest(records, loaded)


def _manifest(records: Records, model: Model | None) -> dict[str, Any]:
    name, digest = (model.name, model.digest) if model is not None else ("none", "")
    return manifest_of(records, model=name, model_digest=digest, rules=fingerprint(model))
