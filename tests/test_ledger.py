"""The ledger's codes: every reason that the code can write stands in docs/LEDGER.md, and no other does."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
RECORDS = frozenset({"LedgerRow", "LocalLedger"})


def constants(node: ast.expr) -> set[str]:
    """The strings that an expression can be: a literal, or a choice between literals."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return {node.value}
    if isinstance(node, ast.IfExp):
        return constants(node.body) | constants(node.orelse)
    raise ValueError(f"line {node.lineno}: a reason must be a literal, not {ast.unparse(node)}")


def called(call: ast.Call) -> str:
    """The last name of what is called: `self._note(...)` is `_note`."""
    function = call.func
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def reasons(source: str) -> set[str]:
    """Every reason that a module gives to the ledger, straight or through a function of its own that passes it on."""
    tree = ast.parse(source)
    calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
    forwarders: dict[str, int] = {"_note": 0}  # of the draft of a report, which other modules inherit
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef):
            names = [argument.arg for argument in function.args.args if argument.arg not in ("self", "cls")]
            inner = {id(node) for node in ast.walk(function)}
            if "reason" in names and any(called(c) in RECORDS for c in calls if id(c) in inner):
                forwarders[function.name] = names.index("reason")
    found: set[str] = set()
    for call in calls:
        given = next((word.value for word in call.keywords if word.arg == "reason"), None)
        if called(call) in forwarders and given is None:
            given = call.args[forwarders[called(call)]]
        if called(call) not in RECORDS and called(call) not in forwarders:
            continue
        if given is None:
            continue
        if isinstance(given, ast.Name) and given.id == "reason" and forwarders:
            continue  # the forwarder itself
        if isinstance(given, ast.Subscript) or (isinstance(given, ast.Attribute) and given.attr == "reason"):
            continue  # a row copied from a row, or read back from the store
        found |= constants(given)
    return found


def used() -> set[str]:
    files = [
        path for layer in ("corpus", "extract", "graph") for path in sorted((ROOT / layer).rglob("*.py"))
    ]
    return {reason for path in files for reason in reasons(path.read_text(encoding="utf-8"))}


def documented() -> list[str]:
    page = (ROOT / "docs" / "LEDGER.md").read_text(encoding="utf-8")
    return re.findall(r"^\| `([^`]+)` \|", page, re.MULTILINE)


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("LedgerRow(document=d, reason='empty', detail='x')", {"empty"}),
        ("LocalLedger(reason='a' if x else 'b', detail='')", {"a", "b"}),  # a choice of two
        ("def row(d, reason):\n    return LedgerRow(reason=reason)\nrow('x', 'late')", {"late"}),  # a helper
        (
            "class C:\n  def note(self, reason):\n    LedgerRow(reason=reason)\n  def f(self):\n    self.note('m')",
            {"m"},
        ),
        ("LedgerRow(reason=row.reason)", set()),  # copied
        ("LedgerRow(reason=cells[1])", set()),  # read back from the store
        ("Other(reason='no')", set()),  # another record
    ],
)
def test_reasons_are_found_in_the_code(source: str, found: set[str]) -> None:
    assert reasons(source) == found


def test_a_reason_that_cannot_be_read_is_refused() -> None:
    with pytest.raises(ValueError, match="must be a literal"):
        reasons("LedgerRow(reason=f'late {x}')")


def test_every_reason_is_documented() -> None:
    assert sorted(used() - set(documented())) == []


def test_every_documented_reason_is_used() -> None:
    assert sorted(set(documented()) - used()) == []


def test_reasons_are_documented_once() -> None:
    assert len(documented()) == len(set(documented()))
