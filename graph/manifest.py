"""What a build writes, and what it was made of: versions, model, corpus digest, counts.

No clock time, and no path but those of the reports below the folders given.
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections import Counter
from importlib.metadata import version
from typing import Any

from extract.records import Records
from extract.roles import ROLES

STORE = "sederunt.sqlite"
ANSWERS = "answers.jsonl"
"""The answers of a model at an address (see `extract.answers`)."""
PAGE = "network.html"
TABLES = "tables"
EXPORTS = "export"
GRAPHML = "network.graphml"
MANIFEST = "manifest.json"
LIBRARIES = (
    "spacy",
    "networkx",
    "networkit",
    "graspologic-native",
    "rustworkx",
    "scipy",
    "numpy",
    "pandas",
    "pyvis",
    "edtf",
)


def manifest_of(records: Records, *, model: str, model_digest: str, rules: str) -> dict[str, Any]:
    """Describe a build; `rules` is the fingerprint of the extraction stage."""
    roles = Counter(p.role for p in records.participations if p.person_id)
    reasons = Counter(row.reason for row in records.ledger)
    return {
        "sederunt": version("sederunt"),
        "python": f"{sys.version_info.major}.{sys.version_info.minor}",
        "libraries": {name: version(name) for name in LIBRARIES},
        "model": model,
        "model_digest": model_digest,
        "rules": rules,
        "corpus": corpus_digest(records),
        "counts": {
            "documents": len(records.documents),
            "republished": len(records.duplicate_of),
            "meetings": sum(not m.cited for m in records.meetings),
            "cited_meetings": sum(m.cited for m in records.meetings),
            "people": len(records.people),
            "organizations": len(records.organizations),
            "posts": len(records.posts),
            "holdings": len(records.holdings),
            "participations": sum(bool(p.person_id) for p in records.participations),
            "collectives": sum(bool(p.group) for p in records.participations),
            "press": len(records.press),
            "unresolved": len(records.ledger),
        },
        "roles": {role: roles[role] for role in ROLES},
        "unresolved": dict(sorted(reasons.items())),
    }


def corpus_digest(records: Records) -> str:
    """SHA-256 of the sorted (path, document id) of all documents, as JSON lines."""
    digest = hashlib.sha256()
    for path, document_id in sorted((d.path, d.id) for d in records.documents):
        digest.update(f"{json.dumps([path, document_id])}\n".encode())
    return digest.hexdigest()


def manifest_json(manifest: dict[str, Any]) -> str:
    """Write the manifest: same content, same text."""
    return json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
