"""The worker process: reads the files and reports that it is sent, one after another, and loads the model once, if a report needs it.

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
from extract.model import Model, ModelError, is_address, is_pinned, load_model
from graph.messages import MEMORY, MODEL, read_frame, write_frame
from graph.runners import file_or_row, report_or_row
from graph.worker_memory import READY, LateModel, limit_memory


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


def main(model_name: str | None, answers: str | None) -> None:
    """Serve until the input ends. Printing by a library goes to standard error and cannot break the frames."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the build decides when a worker stops
    target = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    try:
        chosen = load_model(model_name, answers=Path(answers) if answers else None)
        report_or_row(
            document_from_text(READY, path="ready.txt"), None
        )  # load all before the first limit counts
        model = chosen if chosen is None or is_address(model_name) else LateModel(chosen)
        if isinstance(model, LateModel) and not is_pinned(model_name):
            model.load()  # whether a model of the user's can be used at all is said before anything is read
    except ModelError as error:
        write_frame(target, {"over": MODEL, "why": str(error)})
        return
    write_frame(target, {})
    while (task := read_frame(sys.stdin.buffer)) is not None:
        limit_memory(task.get("megabytes"))
        if isinstance(model, LateModel):
            model.megabytes = task.get("megabytes")
        write_frame(target, perform(task, model))
