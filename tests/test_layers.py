"""The layers: corpus <- extract <- graph, read from the imports of every module, not from their intention."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LAYERS = ("corpus", "extract", "graph")
MODULES = sorted(path for layer in LAYERS for path in (ROOT / layer).rglob("*.py"))


def imported(source: str) -> Iterator[str]:
    """Yield the dotted name of everything that `source` imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def breaches(layer: str, source: str) -> list[str]:
    """List the imports of `source` that point to a later layer, to the tests, or are relative."""
    later = {*LAYERS[LAYERS.index(layer) + 1 :], "tests", "benchmarks"}
    return [name for name in imported(source) if name.startswith(".") or name.split(".")[0] in later]


def test_there_are_modules_in_every_layer() -> None:
    assert {path.relative_to(ROOT).parts[0] for path in MODULES} == set(LAYERS)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    layer = path.relative_to(ROOT).parts[0]
    assert breaches(layer, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("layer", "source", "found"),
    [
        ("corpus", "from extract.records import Person", ["extract.records"]),
        ("corpus", "def f():\n    import graph.view", ["graph.view"]),  # a late import is an import
        ("extract", "from corpus.records import Document", []),
        ("extract", "from graph import Network", ["graph"]),
        ("graph", "import extract.records, corpus.store", []),
        ("graph", "from . import view", ["."]),  # relative imports hide the layer
        ("corpus", "import extractor", []),  # a longer name is another package
    ],
)
def test_a_breach_is_seen(layer: str, source: str, found: list[str]) -> None:
    assert breaches(layer, source) == found


def test_no_module_is_named_as_a_standard_one() -> None:
    names = {path.stem for path in MODULES} - {"__init__", "__main__"}
    assert sorted(names & set(sys.stdlib_module_names)) == []


def test_test_files_have_names_of_their_own_and_no_package_marker() -> None:
    files = [path for path in (ROOT / "tests").rglob("*.py") if "__pycache__" not in path.parts]
    names = [path.name for path in files]
    assert "__init__.py" not in names
    assert sorted({name for name in names if names.count(name) > 1} - {"conftest.py"}) == []
