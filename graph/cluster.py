"""Read on a Dask cluster: the functions of `graph.runners` over parts of the corpus, on as many machines as there are.

The extra `scale` brings Dask. Workers need this program, the model, and the input under the same paths (a shared folder).
A part that was on a worker that is lost is read again on another one; the result does not depend on who read what. Text
crosses the wire as JSON, as it does between a build and its own worker processes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import islice
from operator import matmul
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from scipy import sparse

from corpus.records import Document, LedgerRow
from corpus.rowcodec import document_from_json, document_to_json, ledger_from_json, ledger_to_json
from corpus.store import SeenFile
from extract.model import Model, load_model
from graph.project import JOIN
from graph.runners import ClusterError, ReportRead, failure, file_or_row, report_or_row

if TYPE_CHECKING:
    from distributed import Client

T = TypeVar("T")
PART = 64
"""Files or reports in one task: seconds of work, so that handing it out costs nothing and losing it little."""
AHEAD = 3
"""Tasks given out for each thread of the cluster."""
RETRIES = 3
ROWS = 4096
"""People whose ties one task computes: fewer are joined here."""
LOCAL = "local"


class Cluster:
    """A runner over the workers of a Dask client."""

    def __init__(self, client: Client, *, model: str | None = None) -> None:
        self._client = client
        self._model = model

    def prepare(self) -> None:
        """Its workers run already."""

    def files(self, files: Iterable[tuple[str, Path]]) -> Iterator[tuple[str, SeenFile]]:
        """Read each file on some worker."""
        tasks = (([(name, str(path.absolute())) for name, path in part],) for part in _parts(files))
        for _, answers in self._run(read_files_part, tasks):
            for name, size, digest, documents, ledger in answers:
                yield (
                    name,
                    SeenFile(
                        size=size,
                        sha256=digest,
                        documents=document_from_json(documents),
                        ledger=ledger_from_json(ledger),
                    ),
                )

    def reports(self, documents: Iterable[Document]) -> Iterator[ReportRead]:
        """Read each report on some worker."""
        tasks = ((document_to_json(part), self._model) for part in _parts(documents))
        for (sent, _), answers in self._run(read_reports_part, tasks):
            for document, (payload, failed) in zip(document_from_json(sent), answers, strict=True):
                row: LedgerRow | None = failure(document.path, failed) if failed else None
                yield ReportRead(document=document, payload=payload, failed=row)

    def _run(
        self, work: Callable[..., Any], tasks: Iterator[tuple[Any, ...]]
    ) -> Iterator[tuple[tuple[Any, ...], Any]]:
        """Give out tasks, some for each thread, and pass on what comes back, in any order."""
        from distributed import as_completed

        # a task is pure, and still no key is shared with that of another build: nothing stale is taken for it
        given: dict[Any, tuple[Any, ...]] = {}
        room = AHEAD * max(1, sum(self._client.nthreads().values()))
        running = as_completed(with_results=True)
        out = 0

        def give() -> bool:
            task = next(tasks, None)
            if task is not None:
                future = self._client.submit(work, *task, pure=False, retries=RETRIES)
                given[future.key] = task
                running.add(future)
            return task is not None

        for _ in range(room):
            out += give()
        while out:
            future, answer = next(running)
            out += give() - 1
            yield given.pop(future.key), answer


@contextmanager
def on_cluster(address: str, *, jobs: int = 2, model: str | None = None) -> Iterator[Cluster]:
    """Connect to the scheduler at `address`; 'local' starts one here with `jobs` worker processes.

    Raises ClusterError where Dask is not installed or nobody answers.
    """
    try:
        from distributed import Client, LocalCluster
    except ImportError as error:
        raise ClusterError("a cluster needs the extra 'scale': pip install 'sederunt[scale]'") from error
    try:
        if address == LOCAL:
            with (
                LocalCluster(n_workers=max(1, jobs), threads_per_worker=1, dashboard_address=None) as cluster,
                Client(cluster) as client,
                joining(client),
            ):
                yield Cluster(client, model=model)
        else:
            with Client(address, timeout="15s") as client, joining(client):
                yield Cluster(client, model=model)
    except (TimeoutError, OSError, ValueError) as error:
        if isinstance(error, OSError) and error.filename:
            raise
        raise ClusterError(f"no Dask scheduler at '{address}': {error}") from error


@contextmanager
def joining(client: Client) -> Iterator[None]:
    """Compute the product behind co-attendance on the cluster: a part of the people is a task, and every sum is the same."""

    def join(people: Any, meetings: Any) -> Any:
        if people.shape[0] <= ROWS:
            return people @ meetings
        whole = client.scatter(meetings.tocsr(), broadcast=True, hash=False)
        parts = [
            client.submit(matmul, people[begin : begin + ROWS], whole, pure=False, retries=RETRIES)
            for begin in range(0, people.shape[0], ROWS)
        ]
        return sparse.vstack(client.gather(parts), format="csr")

    before = JOIN.set(join)
    try:
        yield
    finally:
        JOIN.reset(before)


def read_files_part(files: Sequence[tuple[str, str]]) -> list[tuple[str, int, str, str, str]]:
    """Read some files on a worker: (name, size, hash, documents as JSON, ledger rows as JSON) of each."""
    out = []
    for name, path in files:
        seen = file_or_row(name, Path(path))
        out.append(
            (name, seen.size, seen.sha256, document_to_json(seen.documents), ledger_to_json(seen.ledger))
        )
    return out


def read_reports_part(documents: str, model: str | None) -> list[tuple[str, str]]:
    """Read some reports on a worker: (reading as JSON, why there is none) of each."""
    loaded = _model_here(model)
    read = (report_or_row(document, loaded) for document in document_from_json(documents))
    return [(one.payload, one.failed.detail if one.failed else "") for one in read]


@lru_cache(maxsize=2)
def _model_here(model: str | None) -> Model | None:
    """Load the model once on each worker."""
    return load_model(model)


def _parts(items: Iterable[T]) -> Iterator[list[T]]:
    source = iter(items)
    while part := list(islice(source, PART)):
        yield part
