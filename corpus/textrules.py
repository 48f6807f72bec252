"""The rule files of the corpus stage, compiled once."""

from __future__ import annotations

import csv
import re
from functools import lru_cache
from pathlib import Path

RULES = Path(__file__).parent / "rules"


def rule_rows(name: str) -> list[dict[str, str]]:
    """Read a rule file. Raises ValueError that names the file and the line of a ragged row."""
    with (RULES / name).open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file, strict=True)
        out = []
        for row in reader:
            if None in row or None in row.values():
                raise ValueError(f"{name}:{reader.line_num}: wrong number of columns: {row}")
            out.append(row)
    return out


@lru_cache(maxsize=1)
def chrome_rules() -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    """(id, zone kind, pattern of a whole line) for lines that are not read."""
    return tuple(
        (row["id"], row["kind"], re.compile(rf"\s*(?:{row['pattern']})\s*", re.IGNORECASE))
        for row in rule_rows("chrome.csv")
    )


@lru_cache(maxsize=1)
def press_labels() -> tuple[tuple[str, str, str], ...]:
    """(id, function, pattern of a label) for credits of those who made the report."""
    return tuple((row["id"], row["function"], row["label"]) for row in rule_rows("press.csv"))
