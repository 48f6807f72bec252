"""What a build was made of: versions, model, corpus digest, counts. No clock time, no path outside the corpus."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from importlib.metadata import version
from typing import Any

from extract.records import ROLES, Records

LIBRARIES = ("spacy", "networkx", "pyvis", "networkit", "rustworkx", "scipy", "pandas")


def manifest_of(records: Records, *, model: str, model_digest: str, rules: str) -> dict[str, Any]:
    """Describe a build; `rules` is the fingerprint of the extraction stage."""
    corpus = hashlib.sha256()
    for path, document_id in sorted((d.path, d.id) for d in records.documents):
        corpus.update(json.dumps([path, document_id]).encode())
    roles = Counter(p.role for p in records.participations if p.person_id)
    reasons = Counter(row.reason for row in records.ledger)
    return {
        "sederunt": version("sederunt"),
        "libraries": {name: version(name) for name in LIBRARIES},
        "model": model,
        "model_digest": model_digest,
        "rules": rules,
        "corpus": corpus.hexdigest(),
        "counts": {
            "documents": len(records.documents),
            "republished": len(records.duplicate_of),
            "meetings": sum(not m.cited for m in records.meetings),
            "cited_meetings": sum(m.cited for m in records.meetings),
            "people": len(records.people),
            "organizations": len(records.organizations),
            "posts": len(records.posts),
            "participations": sum(bool(p.person_id) for p in records.participations),
            "collectives": sum(bool(p.group) for p in records.participations),
            "press": len(records.press),
        },
        "roles": {role: roles[role] for role in ROLES},
        "unresolved": dict(sorted(reasons.items())),
    }


def manifest_json(manifest: dict[str, Any]) -> str:
    """Write the manifest: same content, same text."""
    return json.dumps(manifest, indent=2, ensure_ascii=False) + "\n"
