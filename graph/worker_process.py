"""One worker process: started at once, then asked one task after another; a timer ends it where the time is over."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from typing import Any

from graph.messages import read_frame, write_frame

TIME, DIED, BROKEN = "time", "died", "broken"
"""Why nothing came of a task: the time was over, the process has died over it, or it did not even start."""
START = "import json,sys; sys.path[:] = json.loads(sys.argv[1]); from graph.worker import main; main(*json.loads(sys.argv[2]))"
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "MKL_NUM_THREADS": "1"}


class WorkerProcess:
    """A process that runs `graph.worker` with the model of that name; what models at addresses answer is kept in `answers`."""

    def __init__(self, model: str | None, answers: str | None) -> None:
        # the folder that the user stands in may hold hostile modules: only the paths of this process are searched
        path = [entry or os.getcwd() for entry in sys.path]  # noqa: PTH109
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-c", START, json.dumps(path), json.dumps([model, answers])],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, **ONE_THREAD},
        )
        self._ready = False
        self.pid = self._process.pid

    def ask(self, message: dict[str, Any], seconds: float | None, megabytes: int | None) -> dict[str, Any]:
        """Send a task and wait for its answer; under 'over' it has why there is none. After that the process is of no use."""
        source, target = self._process.stdout, self._process.stdin
        assert source is not None and target is not None
        if not self._ready:
            first = read_frame(source)
            if first is None or "over" in first:
                return first or {"over": BROKEN, "status": self._process.wait()}
            self._ready = True
        over = threading.Event()

        def stop() -> None:
            over.set()
            self.kill()

        timer = threading.Timer(seconds, stop) if seconds is not None else None
        try:
            if timer is not None:
                timer.start()
            write_frame(target, {**message, "megabytes": megabytes})
            answer = read_frame(source)
        except OSError:
            answer = None
        finally:
            if timer is not None:
                timer.cancel()
        if answer is not None:
            return answer
        return {"over": TIME if over.is_set() else DIED, "status": self._process.wait()}

    def kill(self) -> None:
        """End the process, whatever it does."""
        self._process.kill()

    def end(self) -> None:
        """End the process and let go of all that belongs to it."""
        self._process.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with suppress(OSError):
                    stream.close()
