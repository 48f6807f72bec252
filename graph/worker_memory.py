"""How much memory a worker process may need for a task, and the model that is loaded outside of that."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

from extract.model import Mentions, Model

READY = (
    "Mayor Fang Guolin chaired the meeting of the county government on May 3, 2023. Somebody Else attended."
)
PAGE_BYTES = 4096


def limit_memory(megabytes: int | None) -> None:
    """Allow this process so much memory above what it has now. On systems other than Linux nothing is limited."""
    if sys.platform != "linux":
        return
    import resource

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if megabytes is None:
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))
        return
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0])
    allowed = pages * PAGE_BYTES + megabytes * 1024 * 1024
    resource.setrlimit(
        resource.RLIMIT_AS, (allowed if hard == resource.RLIM_INFINITY else min(allowed, hard), hard)
    )


class LateModel:
    """A model that is loaded when a report first needs it: few need it, and loading it takes longer than reading a hundred.

    What it takes to load is not the report's fault: the limit, `megabytes`, counts from there again.
    """

    def __init__(self, model: Model) -> None:
        self._model = model
        self._loaded = False
        self.name, self.digest = model.name, model.digest
        self.megabytes: int | None = None

    def load(self) -> None:
        """Load the model now. Raises ModelError where it cannot be used."""
        self._model.annotate([READY])
        self._loaded = True

    def annotate(self, texts: Sequence[str]) -> list[Mentions]:
        """Ask the model, loaded first if it is not yet."""
        if not self._loaded:
            limit_memory(None)
            self.load()
            limit_memory(self.megabytes)
        return self._model.annotate(texts)
