"""The log of builds: one JSON object a line, with the time, for whoever runs builds unattended. No output reads it."""

from __future__ import annotations

import json
import logging
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

LOGGER = logging.getLogger("sederunt")
LOGGER.addHandler(logging.NullHandler())  # without one, warnings would go to the terminal


class JsonLines(logging.Formatter):
    """A record as one line: time (UTC), level, event, and the fields that were given with it."""

    def format(self, record: logging.LogRecord) -> str:
        """Write one record."""
        fields = getattr(record, "fields", {})
        stamp = time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(record.created))
        line = {
            "time": f"{stamp}.{int(record.msecs):03d}Z",
            "level": record.levelname.lower(),
            "event": record.getMessage(),
        }
        return json.dumps({**line, **fields})


def event(name: str, level: int = logging.INFO, **fields: object) -> None:
    """Tell the log of an event; without a log file nothing happens."""
    LOGGER.log(level, name, extra={"fields": fields})


@contextmanager
def logged(path: Path | None) -> Iterator[None]:
    """Add the events of a block to the file at `path`. Raises OSError where it cannot be written."""
    if path is None:
        yield
        return
    handler = logging.FileHandler(path, encoding="utf-8")
    handler.setFormatter(JsonLines())
    LOGGER.addHandler(handler)
    LOGGER.setLevel(logging.INFO)
    LOGGER.propagate = False
    try:
        yield
    finally:
        LOGGER.removeHandler(handler)
        handler.close()
