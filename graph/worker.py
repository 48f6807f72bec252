"""The worker process: reads the files and reports that it is sent, one after another, and loads the model once.

It ends with its input, so that it does not outlive the build that started it.
"""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from corpus.document import document_from_text
from corpus.rowcodec import document_from_json, document_to_json, ledger_to_json
from extract.model import Model, ModelError, is_address, load_model
from graph.messages import MEMORY, MODEL, read_frame, write_frame
from graph.runners import file_or_row, report_or_row

READY = (
    "Mayor Fang Guolin chaired the meeting of the county government on May 3, 2023. Somebody Else attended."
)
PAGE_BYTES = 4096


def perform(task: dict[str, Any], model: Model | None) -> dict[str, Any]:
    """Do one task: {'file': path, 'name': name} or {'report': document as JSON}."""
    try:
        if "file" in task:
            seen = file_or_row(task["name"], Path(task["file"]))
            return {
                "size": seen.size,
                "sha256": seen.sha256,
                "documents": document_to_json(seen.documents),
                "ledger": ledger_to_json(seen.ledger),
            }
        (document,) = document_from_json(task["report"])
        read = report_or_row(document, model)
        return {"payload": read.payload, "failed": read.failed.detail if read.failed else ""}
    except MemoryError:
        return {"over": MEMORY}
    except ModelError as error:
        return {"over": MODEL, "why": str(error)}


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


def main(model_name: str | None, answers: str | None) -> None:
    """Serve until the input ends. Printing by a library goes to standard error and cannot break the frames."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build decides when a worker stops
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        model = load_model(model_name, answers=Path(answers) if answers else None)
        report_or_row(
            document_from_text(READY, path="ready.txt"), None
        )  # load all before the first limit counts
        if model is not None and not is_address(model_name):
            model.annotate([READY])
    except ModelError as error:
        write_frame(target, {"over": MODEL, "why": str(error)})
        return
    write_frame(target, {})
    while (task := read_frame(sys.stdin.buffer)) is not None:
        limit_memory(task.get("megabytes"))
        write_frame(target, perform(task, model))
