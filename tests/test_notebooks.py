"""The notebooks: each one runs from its first cell to its last, and shows what it says it shows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
QUICKSTART = ROOT / "notebooks" / "02_from_a_folder.ipynb"
SIZE_LIMIT = 100_000
"""Bytes of a notebook with the outputs it keeps: they are there to be read on a web page, not to hold the view."""


def read(path: Path) -> Any:
    return nbformat.read(path, as_version=4)


@pytest.fixture(scope="module")
def executed(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """Run a notebook once, in its own folder, with the kernel of this environment and no profile of the user's."""
    done: dict[Path, Any] = {}

    def execute(path: Path) -> Any:
        if path not in done:
            notebook = read(path)
            with pytest.MonkeyPatch.context() as patch:
                for name in ("IPYTHONDIR", "JUPYTER_RUNTIME_DIR", "JUPYTER_CONFIG_DIR"):
                    patch.setenv(name, str(tmp_path_factory.mktemp(name.lower())))
                resources = {"metadata": {"path": str(path.parent)}}
                NotebookClient(notebook, timeout=300, kernel_name="python3", resources=resources).execute()
            done[path] = notebook
        return done[path]

    return execute


def code_cells(notebook: Any) -> list[Any]:
    return [cell for cell in notebook.cells if cell.cell_type == "code"]


def printed(notebook: Any) -> list[str]:
    """What each code cell prints, cell by cell."""
    return [
        "".join(o.text for o in cell.outputs if o.output_type == "stream") for cell in code_cells(notebook)
    ]


def test_there_is_a_quickstart() -> None:
    assert QUICKSTART in NOTEBOOKS


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_notebook_runs_and_prints_what_it_keeps(path: Path, executed: Any) -> None:
    again = "what it prints has changed; look at it, then keep it with `make notebooks`"
    assert printed(executed(path)) == printed(read(path)), again


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_notebook_is_small_and_valid(path: Path) -> None:
    notebook = read(path)
    nbformat.validate(notebook)
    assert path.stat().st_size < SIZE_LIMIT
    assert notebook.cells[0].cell_type == "markdown"


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_first_cell_draws_the_network_in_under_ten_lines(path: Path, executed: Any) -> None:
    first = code_cells(executed(path))[0]
    assert len([line for line in first.source.splitlines() if line.strip()]) < 10
    assert any("<iframe" in o.get("data", {}).get("text/html", "") for o in first.outputs)


def test_the_quickstart_answers_three_questions(executed: Any) -> None:
    notebook = executed(QUICKSTART)
    questions = [
        cell for cell in notebook.cells if cell.cell_type == "markdown" and cell.source.rstrip().endswith("?")
    ]
    assert len(questions) >= 3
    for question in questions:
        answer = notebook.cells[notebook.cells.index(question) + 1]
        assert answer.cell_type == "code"
        assert answer.outputs, question.source
