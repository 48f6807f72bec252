"""The documentation, held against the code: commands, options, columns, roles, links, and the Python that it shows."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path
from typing import Any

import pytest
import typer.main

from corpus.one_file import FILE_LIMIT, READERS, TABLE_LIMIT, TEXT_LIMIT
from extract.roles import ROLES
from graph.check import score
from graph.check_read import read_participations
from graph.cli import app
from graph.gold import name_key, read_gold
from graph.tables import COLUMNS

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
TOLD = {
    name: (ROOT / "docs" / f"{name}.md").read_text(encoding="utf-8")
    for name in ("COMMANDS", "TABLES", "ACCURACY")
}
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").glob("*.md")])
COMMANDS: dict[str, Any] = typer.main.get_command(app).commands  # type: ignore[attr-defined]
INVOCATION = re.compile(r"(?:^|[`\s/])sederunt ((?:[a-z]+|--version)\b[^`\n#&|]*)", re.MULTILINE)


def options_of(command: str) -> set[str]:
    """Every spelling of every option of a command, --help apart."""
    spelt = {
        name
        for parameter in COMMANDS[command].params
        for name in (*parameter.opts, *parameter.secondary_opts)
    }
    return {name for name in spelt if name.startswith("-")} - {"--help", "-h"}


def section(heading: str, page: str = README) -> str:
    """The text below a heading, up to the next heading of its level or above."""
    level = heading.split(" ")[0]
    found = re.search(
        rf"^{re.escape(heading)}[^\n]*\n(.*?)(?=^#{{1,{len(level)}}} |\Z)", page, re.MULTILINE | re.DOTALL
    )
    assert found, f"no heading '{heading}'"
    return found.group(1)


def code_of(page: str) -> str:
    """The code in a page: fenced and indented blocks, and what stands in backquotes."""
    fenced = re.findall(r"^```\w*\n(.*?)^```", page, re.MULTILINE | re.DOTALL)
    prose = re.sub(r"^```\w*\n.*?^```", "", page, flags=re.MULTILINE | re.DOTALL)
    return "\n".join(
        [*fenced, *re.findall(r"^ {4,}\S.*$", prose, re.MULTILINE), *re.findall(r"`[^`\n]+`", prose)]
    )


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_command_that_is_shown_exists(page: Path) -> None:
    for shown in INVOCATION.findall(code_of(page.read_text(encoding="utf-8"))):
        command, *words = shlex.split(shown.strip())
        if command == "--version":
            continue
        assert command in COMMANDS, f"{page.name}: sederunt {shown}"
        given = {word.split("=")[0] for word in words if word.startswith("-")} - {"--help"}
        assert given <= options_of(command), f"{page.name}: sederunt {shown}"


def test_the_search_for_commands_finds_some() -> None:
    shown = [found.split()[0] for found in INVOCATION.findall(code_of(README))]
    assert {"build", "open", "--version"} <= set(shown)


@pytest.mark.parametrize("command", sorted(COMMANDS))
def test_every_command_and_option_is_described(command: str) -> None:
    described = section(f"## sederunt {command}", TOLD["COMMANDS"])
    assert set(re.findall(r"^\| (`-[^|]+) \|", described, re.MULTILINE)) == {
        ", ".join(f"`{name}`" for name in sorted(parameter.opts, key=len, reverse=True))
        for parameter in COMMANDS[command].params
        if parameter.opts[0].startswith("-") and "--help" not in parameter.opts
    }


def test_every_command_described_exists_and_is_named_in_the_readme() -> None:
    assert set(re.findall(r"^## sederunt (\w+)", TOLD["COMMANDS"], re.MULTILINE)) == set(COMMANDS)
    named = re.findall(r"^\| `sederunt (\w+)", section("## Command line"), re.MULTILINE)
    assert set(named) == set(COMMANDS)


def tables_described() -> dict[str, tuple[tuple[str, str], ...]]:
    found = {}
    page = TOLD["TABLES"]
    for name in re.findall(r"^## tables/(\w+)\.csv$", page, re.MULTILINE):
        rows = re.findall(r"^\| `(\w+)` \| (.*) \|$", section(f"## tables/{name}.csv", page), re.MULTILINE)
        found[name] = tuple(rows)
    return found


def test_every_table_is_named_in_the_readme() -> None:
    named = re.findall(r"`(\w+)\.csv`", section("## What a build writes"))
    assert set(named) == set(COLUMNS)


def test_every_table_and_column_is_described_with_its_meaning() -> None:
    assert tables_described() == {
        name: tuple((column, meaning.replace("|", "\\|")) for column, meaning in columns)
        for name, columns in COLUMNS.items()
    }


def test_every_role_is_in_the_readme() -> None:
    assert [role for role in ROLES if f"`{role}`" not in section("## How it decides")] == []


def test_the_limits_of_the_readme_are_those_of_the_readers() -> None:
    limits = section("## Limits")
    assert f"more than {FILE_LIMIT // 1024**2} MB (a table: {TABLE_LIMIT // 1024**2} MB)" in limits
    assert f"more than {TEXT_LIMIT:,} characters" in limits


def test_every_format_is_described() -> None:
    described = section("## sederunt build", TOLD["COMMANDS"])
    assert [suffix for suffix in READERS if f"`{suffix}`" not in described] == []


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_to_files_that_are_there(page: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    assert [link for link in links if "://" not in link and not (page.parent / link).exists()] == []


def test_the_page_on_responsible_use_is_linked_from_the_readme() -> None:
    assert "(docs/RESPONSIBLE_USE.md)" in README


def test_the_accuracy_on_the_samples_is_what_the_page_says(samples_out: Path) -> None:
    """To the second digit: a model may see one name otherwise on another machine, and the page need not follow it."""
    printed = re.findall(r"^ +([a-zA-Z1 ]+?)  +([\d.]+) ", TOLD["ACCURACY"].split("```")[1], re.MULTILINE)
    table = score(
        read_participations(samples_out), read_gold(ROOT / "tests" / "gold" / "samples.json")
    ).table()
    assert [name for name, _ in printed] == list(table)
    assert {name: float(figure) for name, figure in printed} == pytest.approx(table, abs=0.02)


def test_every_make_target_that_is_shown_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    shown = {
        target
        for page in PAGES
        for target in re.findall(r"`?make ([a-z]+)\b`", page.read_text(encoding="utf-8"))
    }
    assert shown
    assert shown <= targets


def test_the_python_of_the_readme_runs(
    samples_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(samples_out, tmp_path / "out")
    monkeypatch.chdir(tmp_path)
    blocks = re.findall(r"^```python\n(.*?)^```", README, re.MULTILINE | re.DOTALL)
    assert len(blocks) >= 3
    names: dict[str, Any] = {}
    for block in blocks:
        exec(compile(block, "README.md", "exec"), names)
    assert names["net"].participations().shape[0] > 0


def test_the_people_of_the_readme_are_in_the_samples(samples_out: Path) -> None:
    from graph.network import Network

    known = {name_key(person.name) for person in Network.open(samples_out).records.people}
    named = {name for call in re.findall(r"net\.(?:find_person|who|evidence)\(([^)]*)\)", README)
             for name in re.findall(r'"([^"]+)"', call)}  # fmt: skip
    assert named
    assert {name_key(name) for name in named} <= known
