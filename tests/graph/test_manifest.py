"""The manifest: what went in and what came out; nothing of the clock or of the machine."""

from __future__ import annotations

import json
import re
from dataclasses import replace

from handmade import town_and_county

from extract.roles import ROLES
from graph.manifest import corpus_digest, manifest_json, manifest_of

RECORDS = town_and_county()
MANIFEST = manifest_of(RECORDS, model="none", model_digest="", rules="r1")


def test_counts() -> None:
    assert MANIFEST["counts"] == {
        "documents": 7,
        "republished": 1,
        "meetings": 6,
        "cited_meetings": 1,
        "people": 10,
        "organizations": 2,
        "posts": 1,
        "holdings": 1,
        "participations": 23,
        "collectives": 1,
        "press": 1,
        "unresolved": 2,
    }
    assert MANIFEST["unresolved"] == {"not text": 1, "undated meeting": 1}


def test_roles_are_all_there_and_add_up() -> None:
    assert list(MANIFEST["roles"]) == list(ROLES)
    assert sum(MANIFEST["roles"].values()) == MANIFEST["counts"]["participations"]
    assert (MANIFEST["roles"]["absent"], MANIFEST["roles"]["invoked"]) == (1, 2)


def test_versions_of_what_can_change_the_result() -> None:
    assert {"spacy", "networkx", "networkit", "scipy"} <= set(MANIFEST["libraries"])
    assert re.fullmatch(r"3\.\d+", MANIFEST["python"])


def test_the_digest_follows_the_documents_and_not_their_order() -> None:
    assert corpus_digest(replace(RECORDS, documents=RECORDS.documents[::-1])) == MANIFEST["corpus"]
    assert corpus_digest(replace(RECORDS, documents=RECORDS.documents[1:])) != MANIFEST["corpus"]
    renamed = replace(RECORDS.documents[0], path="elsewhere.txt")
    assert corpus_digest(replace(RECORDS, documents=(renamed, *RECORDS.documents[1:]))) != MANIFEST["corpus"]


def test_same_build_same_text_and_no_clock() -> None:
    text = manifest_json(MANIFEST)
    assert text == manifest_json(manifest_of(RECORDS, model="none", model_digest="", rules="r1"))
    assert json.loads(text) == MANIFEST
    assert not re.search(r"\d{4}-\d{2}-\d{2}|\d{2}:\d{2}", text)
