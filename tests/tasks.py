"""How long the tasks of a page keep its main thread, in processor time: the clock of a busy machine would count what else it does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

TASK = "ThreadControllerImpl::RunTask"
CATEGORIES = ["devtools.timeline", "toplevel"]


@contextmanager
def tasks(page: Any) -> Iterator[list[float]]:
    """Watch a page: the list holds the milliseconds of each task when the block is left."""
    found: list[float] = []
    events: list[dict[str, Any]] = []
    ended: list[Any] = []
    session = page.context.new_cdp_session(page)
    session.on("Tracing.dataCollected", lambda part: events.extend(part["value"]))
    session.on("Tracing.tracingComplete", lambda part: ended.append(part))
    config = {"includedCategories": CATEGORIES, "excludedCategories": ["*"]}
    session.send("Tracing.start", {"transferMode": "ReportEvents", "traceConfig": config})
    yield found
    session.send("Tracing.end")
    while not ended:
        page.wait_for_timeout(20)
    session.detach()
    threads = Counter((e["pid"], e["tid"]) for e in events if e["name"] in ("FunctionCall", "EvaluateScript"))
    (main, _), *_ = threads.most_common(1)
    found += [
        e["tdur"] / 1000 for e in events if (e["pid"], e["tid"]) == main and e["name"] == TASK and "tdur" in e
    ]
