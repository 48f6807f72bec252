"""Gold files: what a careful reader finds in a report, written by hand before the program has read it.

A gold file is JSON: `{"documents": [{"document", "meetings": [{"date", "present": [{"name", "roles", ...}]}], "press",
"invoked"}]}`. CONTRIBUTING.md describes it; `tests/gold` holds examples.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from extract.roles import PRESENT

GoldDocument = Mapping[str, Any]
HONORIFIC = re.compile(r"\b(?:mr|ms|mrs|dr|messrs)\b\.?")
NOT_A_LETTER = re.compile(r"[^a-z\u4e00-\u9fff]")


class GoldError(ValueError):
    """A gold file cannot be used; the message names the file and what is wrong."""


@dataclass(slots=True, kw_only=True)
class Expected:
    """A person whom a gold document names as present; `tolerated` roles cost nothing, `optional` people neither.

    `other_posts` are other wordings of the posts, each of the one with which it shares the most words.
    """

    name: str
    roles: set[str] = field(default_factory=set)
    tolerated: set[str] = field(default_factory=set)
    posts: set[str] = field(default_factory=set)
    other_posts: set[str] = field(default_factory=set)
    optional: bool = True


def read_gold(path: Path) -> list[dict[str, Any]]:
    """Read the gold documents of a file, or of all .json files in a folder, sorted by file name.

    Raises GoldError where nothing is found or a file is not a gold file.
    """
    if not path.exists():
        raise GoldError(f"no such gold file or folder: {path}")
    documents: list[dict[str, Any]] = []
    for file in sorted(path.rglob("*.json")) if path.is_dir() else [path]:
        try:
            content = json.loads(file.read_text(encoding="utf-8"))
        except ValueError as error:
            raise GoldError(f"{file} is no JSON file: {error}") from error
        if not isinstance(content, dict) or not isinstance(content.get("documents"), list):
            raise GoldError(f"{file} is no gold file: it has no list 'documents'")
        for document in content["documents"]:
            _validate(file, document)
        documents += content["documents"]
    if not documents:
        raise GoldError(f"no gold documents in {path}")
    return documents


def _validate(file: Path, document: Any) -> None:
    try:
        where = document["document"]
        people = [(person["name"], person["roles"]) for m in document["meetings"] for person in m["present"]]
    except (KeyError, TypeError) as error:
        raise GoldError(f"{file}: a gold document lacks {error}: {str(document)[:80]}") from error
    wrong = sorted({role for _, roles in people for role in roles} - PRESENT)
    if wrong:
        raise GoldError(f"{file}: {where}: {', '.join(wrong)}: no role of somebody present")


def expected_people(document: GoldDocument) -> tuple[dict[str, Expected], dict[str, str]]:
    """Return the people whom a gold document has as present, over its meetings, and the key of each further spelling."""
    people: dict[str, Expected] = {}
    spellings: dict[str, str] = {}
    for meeting in document["meetings"]:
        for entry in meeting["present"]:
            key = name_key(entry["name"])
            person = people.setdefault(key, Expected(name=entry["name"]))
            person.roles |= set(entry["roles"])
            person.tolerated |= set(entry.get("roles_ok") or ())
            person.posts |= set(entry.get("posts") or ())
            person.other_posts |= set(entry.get("posts_ok") or ())
            person.optional &= bool(entry.get("optional") or meeting.get("optional"))
            spellings.update((name_key(alias), key) for alias in entry.get("aliases") or ())
    return people, spellings


def absent_people(document: GoldDocument) -> set[str]:
    """Return the keys of those whose absence the document states."""
    entries = [entry for meeting in document["meetings"] for entry in meeting.get("absent", ())]
    return {name_key(entry["name"] if isinstance(entry, Mapping) else entry) for entry in entries}


def name_key(name: str) -> str:
    """Fold a name to its letters: no accents, case, spaces, hyphens or honorifics."""
    folded = HONORIFIC.sub("", unicodedata.normalize("NFKD", name).lower())
    return NOT_A_LETTER.sub("", folded)


def file_name(path: str) -> str:
    """Return the last part of a document's path: gold files and builds may have different folders."""
    return path.rsplit("/", 1)[-1]
