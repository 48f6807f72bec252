"""What real reports do, row by row: each file of phenomena/ is one phenomenon, each row a text and who stands where in it.

A row is a heading line '# what is tried', the text, and '=> Name: role, role; Name: role' ('=> nobody' where the
answer is that no person has a role). Posts are told as 'Name [Post; Post]: role', collectives are left out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from corpus.document import document_from_text
from extract.reading import read_report

FOLDER = Path(__file__).parent / "phenomena"
PERSON = re.compile(r"\s*(?P<name>[^:\[;]+?)\s*(?:\[(?P<posts>[^\]]*)\])?\s*:\s*(?P<roles>[a-z, ]+)\s*$")


@dataclass(frozen=True)
class Row:
    """One text with its answer: name -> roles, and name -> posts where the row tells them."""

    name: str
    text: str
    roles: dict[str, frozenset[str]]
    posts: dict[str, tuple[str, ...]]


def _rows(path: Path) -> list[Row]:
    found = []
    for block in re.split(r"\n(?=# )", path.read_text(encoding="utf-8").strip()):
        head, _, rest = block.partition("\n")
        text, _, answer = rest.rpartition("\n=> ")
        roles: dict[str, frozenset[str]] = {}
        posts: dict[str, tuple[str, ...]] = {}
        for part in [] if answer.strip() == "nobody" else re.split(r";(?![^\[]*\])", answer.strip()):
            match = PERSON.fullmatch(part)
            if match is None or not text:
                raise ValueError(f"{path.name}: {head}: cannot read {part!r}")
            roles[match["name"]] = frozenset(role.strip() for role in match["roles"].split(","))
            if match["posts"] is not None:
                posts[match["name"]] = tuple(p.strip() for p in match["posts"].split(";") if p.strip())
        found.append(Row(name=head.removeprefix("# "), text=text.strip(), roles=roles, posts=posts))
    return found


ROWS = [
    pytest.param(row, id=f"{path.stem}: {row.name}")
    for path in sorted(FOLDER.glob("*.txt"))
    for row in _rows(path)
]


@pytest.mark.parametrize("row", ROWS)
def test_the_report_says_who_stood_where(row: Row) -> None:
    report = read_report(document_from_text(row.text + "\n", path="row.txt"), None)
    names = {person.key: person for person in report.people}
    found: dict[str, set[str]] = {}
    for said in report.participations:
        if said.person:
            found.setdefault(names[said.person].name, set()).add(said.role)
    assert {name: frozenset(roles) for name, roles in found.items()} == row.roles
    stated = {p.name: tuple(post.text for post in p.posts) for p in report.people}
    assert {name: stated[name] for name in row.posts} == row.posts


def test_every_phenomenon_has_its_rows() -> None:
    numbered = {path.stem[:2]: len(_rows(path)) for path in FOLDER.glob("[0-9]*.txt")}
    assert sorted(numbered) == [f"{number:02d}" for number in range(1, 29)]
    assert {number for number, rows in numbered.items() if rows < 4} == set()
