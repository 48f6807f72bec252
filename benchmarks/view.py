"""Print how fast the view opens and moves, and how large it is, beside pyvis's own default page of the same people and ties.

usage: view.py [PEOPLE]...      (without arguments: 500 2000 5000 20000)

The corpora are made up (tests/crowd.py), half as many meetings as people. Both pages are opened in the same headless Chromium without a
GPU, at 1280 x 800, offline. `paint` is from the start of loading to the first drawing that stays: for pyvis when its forces have come
to rest or have done their thousand steps. `ready` is when every node can be clicked too. `frames` are drawn in a second while the camera
moves round; `block` is the longest task that kept the page from answering while it opened, in processor time. The other times depend on
what else the machine does; the last line says how busy it was.
"""

from __future__ import annotations

import platform
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from time import perf_counter
from typing import Any

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from browser import chromium  # noqa: E402 -- lies in tests/, which is no package
from crowd import crowd  # noqa: E402
from tasks import tasks  # noqa: E402

from extract.records import Records  # noqa: E402
from graph.project import co_attendance, incidence  # noqa: E402
from graph.view import render_page  # noqa: E402

SIZES = (500, 2000, 5000, 20000)
PATIENCE = 60  # seconds for a page of pyvis
PYVIS_UP_TO = 5000  # beyond it the browser runs out of memory or of everybody's patience
LIMITS = {2000: (1000, 2), 20000: (4000, 12)}  # people -> milliseconds to the first paint, megabytes
FRAMES = 30  # at 2,000
LONGEST = 100  # milliseconds, at every size

WATCH_PYVIS = """
const asked = setInterval(() => {
  const net = window.sederuntPyvis || (typeof network !== "undefined" && network);
  if (!net || !net.once) return;
  clearInterval(asked);
  const drawn = () => net.once("afterDrawing", () => { document.documentElement.dataset.ready = String(performance.now()); });
  if (net.physics.stabilized || net.physics.ready) drawn();
  else net.once("stabilizationIterationsDone", drawn);
}, 5);
"""
PAN = """(move) => new Promise((done) => {
  const start = performance.now();
  let frames = 0;
  const next = () => {
    const gone = performance.now() - start;
    if (gone > 2000) return done(frames / (gone / 1000));
    frames += 1;
    move ? window.sederunt.pan(300 * Math.cos(gone / 300), 300 * Math.sin(gone / 300))
         : network.moveTo({ position: { x: 300 * Math.cos(gone / 300), y: 300 * Math.sin(gone / 300) } });
    requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
})"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One page: megabytes, and in the browser milliseconds to the first stable paint and until it answers, frames a second, the longest task; None: not in time."""

    size: float
    paint: float | None = None
    ready: float | None = None
    frames: float | None = None
    block: float | None = None


def ours(browser: Any, records: Records, folder: Path) -> Row:
    """Open the view."""
    path = folder / "view.html"
    path.write_text(render_page(records), encoding="utf-8")
    context, page = _opened(browser, path)
    page.wait_for_selector("html[data-ready]", timeout=120_000)
    page.wait_for_timeout(1500)
    row = Row(
        size=path.stat().st_size / 1e6,
        paint=page.evaluate("window.sederuntPainted"),
        ready=page.evaluate("window.sederuntReady"),
        frames=page.evaluate(PAN, True),
    )
    page.goto("about:blank")
    with tasks(page) as taken:
        page.goto(path.as_uri())
        page.wait_for_selector("html[data-ready]", timeout=120_000)
        page.wait_for_timeout(1500)
    context.close()
    return replace(row, block=max(taken))


def pyvis_default(browser: Any, records: Records, folder: Path) -> Row:
    """Open the page that pyvis writes of the same people and ties when nothing is set but that it lies in one file."""
    from pyvis.network import Network

    graph = co_attendance(incidence(records))
    network = Network(cdn_resources="in_line")
    for node in sorted(graph):
        if graph.degree(node):
            network.add_node(node)
    network.edges = [{"from": a, "to": b} for a, b in sorted(graph.edges)]  # add_edge compares each with all
    path = folder / "pyvis.html"
    path.write_text(network.generate_html(), encoding="utf-8")
    size = path.stat().st_size / 1e6
    if len(graph) > PYVIS_UP_TO:
        return Row(size=size)
    context, page = _opened(browser, path, WATCH_PYVIS)
    try:
        with tasks(page) as taken:
            page.wait_for_selector("html[data-ready]", timeout=PATIENCE * 1000)
        paint = float(page.evaluate("document.documentElement.dataset.ready"))
        row = Row(size=size, paint=paint, ready=paint, block=max(taken), frames=page.evaluate(PAN, False))
    except Exception as error:
        if "Timeout" not in str(error):
            raise
        row = Row(size=size)
    context.close()
    return row


def _opened(browser: Any, path: Path, watch: str = "") -> tuple[Any, Any]:
    context = browser.new_context(viewport={"width": 1280, "height": 800}, offline=True)
    page = context.new_page()
    page.add_init_script(watch)
    page.goto(path.as_uri(), wait_until="commit")
    return context, page


def line(people: int, name: str, row: Row) -> str:
    """One row of the table."""

    def said(value: float | None, digits: int) -> str:
        return "-" if value is None else f"{value:,.{digits}f}"

    cells = [
        f"{people:>7,}",
        f"{name:<14}",
        f"{said(row.size, 1):>6}",
        f"{said(row.paint, 0):>8}",
        f"{said(row.ready, 0):>8}",
    ]
    return "  ".join([*cells, f"{said(row.frames, 0):>6}", f"{said(row.block, 0):>7}"])


def verdicts(people: int, row: Row) -> list[str]:
    """What the view's limits say of a row."""
    found = []
    if people in LIMITS and row.paint is not None:
        paint, size = LIMITS[people]
        found.append(f"{people:,}: paint under {paint:,} ms: {'yes' if row.paint < paint else 'NO'}")
        found.append(f"{people:,}: under {size} MB: {'yes' if row.size < size else 'NO'}")
    if people == 2000 and row.frames is not None:
        found.append(f"{people:,}: {FRAMES} frames a second: {'yes' if row.frames >= FRAMES else 'NO'}")
    if row.block is not None:
        found.append(f"{people:,}: nothing blocks for {LONGEST} ms: {'yes' if row.block < LONGEST else 'NO'}")
    return found


def main(sizes: list[int]) -> None:
    """Print the table, and whether the limits are kept."""
    print(" people  page                MB  paint ms  ready ms  frames  block ms")
    said: list[str] = []
    with chromium() as browser, tempfile.TemporaryDirectory() as name:
        for people in sizes:
            begun = perf_counter()
            records = crowd(people, people // 2)
            row = ours(browser, records, Path(name))
            print(line(people, "sederunt", row), flush=True)
            print(line(people, "pyvis default", pyvis_default(browser, records, Path(name))), flush=True)
            said += verdicts(people, row)
            print(f"         ({perf_counter() - begun:.0f} s in all)", file=sys.stderr)
    print(*said, sep="\n")
    print(f"Chromium without GPU, {platform.machine()}, Python {platform.python_version()}; load {_load()}")


def _load() -> str:
    import os

    return f"{os.getloadavg()[0]:.1f} on {os.cpu_count()} cores" if hasattr(os, "getloadavg") else "unknown"


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or list(SIZES))
