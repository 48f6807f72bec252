"""The answers of a model at an address, kept in a file: a rebuild asks nothing twice, and gives the same bytes offline.

JSON lines `{"key", "model", "text", "answer"}`, the answer as the server gave it. The key is the SHA-256 of the model's
digest (address, model, prompt, schema) and the text, so that another prompt or model never meets an old answer.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from extract.model import ModelError

FIELDS = frozenset({"key", "model", "text", "answer"})


def answer_key(digest: str, text: str) -> str:
    """Name what an answer depends on: the model's digest, and the text."""
    return hashlib.sha256(f"{digest}\n{text}".encode()).hexdigest()


class Answers:
    """Answers by key, in memory and, where a file is given, on disk as soon as they are known.

    Raises ModelError where the file holds something else than answers.
    """

    def __init__(self, path: Path | None) -> None:
        self.path = path
        self._known: dict[str, str] = {}
        if path is not None:
            settle(
                path
            )  # a killed run may have left half a line at the end, to which the next would be glued
            self._known = {key: row["answer"] for key, row in _rows(path).items()}

    def get(self, key: str) -> str | None:
        """The answer under a key, or None."""
        return self._known.get(key)

    def keep(self, key: str, *, model: str, text: str, answer: str) -> None:
        """Keep an answer: one line at the end of the file, whole even where several processes write."""
        self._known[key] = answer
        if self.path is not None:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            line = _line({"key": key, "model": model, "text": text, "answer": answer})
            with self.path.open("ab", buffering=0) as file:
                file.write(line.encode("utf-8"))


def settle(path: Path) -> None:
    """Put the lines of a file of answers in the order of their keys, each once: same answers, same bytes.

    Raises ModelError, and leaves the file as it is, where it holds something else than answers.
    """
    if not path.is_file():
        return
    rows = _rows(path)
    text = "".join(_line(rows[key]) for key in sorted(rows))
    if text.encode("utf-8") != path.read_bytes():
        aside = path.with_name(f"{path.name}.writing")
        aside.write_text(text, encoding="utf-8", newline="\n")
        aside.replace(path)


def _line(row: dict[str, str]) -> str:
    return json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n"


def _rows(path: Path) -> dict[str, dict[str, str]]:
    """Read the lines by key; a last line that a killed run left half written is asked for again."""
    rows: dict[str, dict[str, str]] = {}
    lines = path.read_bytes().split(b"\n") if path.is_file() else []
    for number, line in enumerate(lines[:-1], 1):
        try:
            row = json.loads(line.decode("utf-8"))
        except ValueError:
            row = None
        if not (
            isinstance(row, dict) and set(row) == FIELDS and all(isinstance(v, str) for v in row.values())
        ):
            raise ModelError(f"'{path}' is no file of a model's answers: line {number}: {line[:60]!r}")
        rows[row["key"]] = row
    return rows
